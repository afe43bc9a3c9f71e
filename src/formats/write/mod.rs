//! Graphs to files.
//!
//! A [`Writing`] is a graph made ready for one format: it knows what the format cannot hold ([`Writing::losses`]) before
//! anything is written, and writes each of the format's files ([`files`]) edge by edge, so that no more of them is in
//! memory than a buffer. What is written depends on the graph and the format alone: same input, same bytes.

mod context;
mod cypher;
mod dot;
mod feature;
mod flat;
mod format;
mod graphml;
mod kgx;
mod losses;
mod part;
mod rdf;
mod repeated;
mod sif;
mod spellings;
mod standing;
mod stated;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod toml;

use std::borrow::Cow;
use std::io::{self, Write};

pub use feature::{Feature, Loss};
pub use format::Format;
pub use part::{Part, PartFile, Target, files};

use self::repeated::Repeated;
use self::spellings::Spellings;
use self::standing::Standing;
use self::stated::Stated;
use self::toml::Words;
use super::Loaded;
use crate::graph::{Edge, EdgeId, Graph, Schema};

/// A graph made ready to be written in a format.
///
/// Edges are decoded one by one and let go. Entities are kept once they are decoded, because edges name their ends in any
/// order: memory grows with the entities, never with the edges.
pub struct Writing<'g> {
    loaded: &'g Loaded,
    format: Format,
    /// The vocabulary that a reader has without being told.
    vocabulary: &'g Schema,
    spellings: Spellings,
    repeated: Repeated,
    words: Words,
    stated: Stated,
}

impl<'g> Writing<'g> {
    /// Makes a graph ready. `vocabulary` is what readers know without being told ([`crate::formats::embedded_schema`]).
    /// O(size of the graph).
    pub fn new(loaded: &'g Loaded, format: Format, vocabulary: &'g Schema) -> Self {
        let graph = &loaded.graph;
        let is_toml = format == Format::Toml;
        let is_table = matches!(format, Format::Tsv | Format::Csv);
        Self {
            loaded,
            format,
            vocabulary,
            spellings: losses::rule(format).map(|rule| Spellings::of(graph, rule)).unwrap_or_default(),
            repeated: if is_toml { Repeated::of(graph) } else { Repeated::default() },
            words: if is_toml { Words::of(&graph.schema) } else { Words::default() },
            stated: if is_table { Stated::of(graph, vocabulary) } else { Stated::default() },
        }
    }

    /// What the format cannot hold of the graph, and how much of it there is; what is left out is left out nowhere else.
    /// Empty: everything is written. O(size of the graph).
    pub fn losses(&self) -> Vec<Loss> {
        losses::losses(self, self.vocabulary)
    }

    /// Writes one of the format's files; the writer should be buffered.
    ///
    /// # Errors
    /// What the writer answers: a full disk, a closed pipe.
    pub fn write(&self, part: Part, out: &mut dyn Write) -> io::Result<()> {
        match self.format {
            Format::Toml => toml::write(self, part, out),
            Format::Tsv => table::write(self, part, b'\t', out),
            Format::Csv => table::write(self, part, b',', out),
            Format::KgxTsv => kgx::write_tsv(self, part, out),
            Format::KgxJsonLines => kgx::write_json_lines(self, part, out),
            Format::Sif => sif::write(self, out),
            Format::Hetnet => sif::write_hetnet(self, part, out),
            Format::NTriples => rdf::write_n_triples(self, out),
            Format::Turtle => rdf::write_turtle(self, out),
            Format::GraphMl => graphml::write(self, out),
            Format::Dot => dot::write(self, out),
            Format::Cypher => cypher::write(self, part, out),
        }
    }

    fn graph(&self) -> &'g Graph {
        &self.loaded.graph
    }

    /// The edges that the format can tell: those that it would turn into something else are left out, and counted as lost.
    fn edges(&self) -> impl Iterator<Item = (EdgeId, Cow<'g, Edge>)> + use<'_, 'g> {
        let graph = self.graph();
        let tells = move |edge: &Edge| match Standing::of(edge, graph) {
            Standing::Step => true,
            Standing::Listed => self.format.holds(Feature::Listed),
            Standing::NetEffect => self.format.holds(Feature::NetEffects),
            Standing::Denied => self.format.holds(Feature::Denials),
        };
        graph.edge_ids().map(|id| (id, graph.read_edge(id))).filter(move |(_, edge)| tells(edge))
    }
}
