//! endograph's own format: all that a graph says, in one file or a folder of files that are read together.

mod edges;
mod entities;
mod schema;
mod sources;
mod value;
mod words;

use std::io::{self, Write};

use self::value::Pairs;
use super::repeated::Repeated;
use super::spellings::Spellings;
use super::{Part, Writing};
use crate::formats::Acceptance;
use crate::graph::{EntityId, Graph};

pub(super) use self::value::{key, quoted};
pub(super) use self::words::Words;

/// What the tables are written of.
struct Tables<'w> {
    graph: &'w Graph,
    acceptances: &'w [Acceptance],
    spellings: &'w Spellings,
    repeated: &'w Repeated,
    words: &'w Words,
}

impl<'w> Tables<'w> {
    /// The id that an entity is written with.
    fn id(&self, id: EntityId) -> &'w str {
        self.spellings.id(self.graph, id)
    }
}

pub(super) fn write(writing: &Writing<'_>, part: Part, out: &mut dyn Write) -> io::Result<()> {
    let tables = Tables {
        graph: writing.graph(),
        acceptances: &writing.loaded.acceptances,
        spellings: &writing.spellings,
        repeated: &writing.repeated,
        words: &writing.words,
    };
    match part {
        Part::Header => write_header(tables.graph, out),
        Part::Schema => schema::write(&tables.graph.schema, tables.words, out),
        Part::Sources => sources::write(&tables, out),
        Part::Entities => entities::write(&tables, out),
        Part::Variants => entities::write_variants(&tables, out),
        Part::Edges => edges::write(&tables, out),
        Part::Figures => edges::write_figures(&tables, out),
        Part::Disagreements => sources::write_disagreements(&tables, out),
        Part::Acceptances => sources::write_acceptances(&tables, out),
        Part::Whole => Part::OF_TOML.iter().try_for_each(|&(part, _)| write(writing, part, out)),
        Part::Nodes | Part::Mapping | Part::Neo4j | Part::Memgraph => Ok(()),
    }
}

/// What a graph without a name is called: the format wants one.
const UNNAMED: &str = "graph";

fn write_header(graph: &Graph, out: &mut dyn Write) -> io::Result<()> {
    let name = if graph.name.trim().is_empty() { UNNAMED } else { &graph.name };
    Pairs::default()
        .text("name", name)
        .said("title", &graph.title)
        .said("version", &graph.version)
        .table("[graph]", out)
}
