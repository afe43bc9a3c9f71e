//! What was taken in becomes a graph.

use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use super::entities::{About, Draft};
use super::identifiers::{self, Called};
use super::interner::Interner;
use super::relations::{self, Reading};
use super::uses::Readings;
use super::{Intake, Place, Weight};
use crate::diagnostic::Code;
use crate::formats::{Fault, Loaded};
use crate::graph::{
    Adjacency, Certainty, Directness, Edge, Entity, EntityId, Evidence, Graph, KindId, Names, RelationId, SourceId,
    Strength,
};

/// The version of a graph whose format has no place for one.
const VERSION: &str = "0";

impl Intake {
    /// The graph of all that was taken in, with warnings.
    ///
    /// # Errors
    /// Every fault, by file, then by place: the first of each kind, and how many more there are. In lenient mode only
    /// those that leave no graph.
    pub fn finish(mut self) -> Result<Loaded, Vec<Fault>> {
        self.tell(true);
        let readings = relations::settle(&self.uses, &self.mapping, &mut self.schema, &mut self.ledger);
        if self.ledger.refuses(self.options.strictness) {
            return self.ledger.settle(self.options.strictness).map(|_| Loaded::default());
        }
        let (mut ledger, strictness) = (self.ledger, self.options.strictness);
        self.ledger = super::Ledger::default();
        let graph = self.graph(&readings, &ledger);
        for cycle in crate::formats::toml::class_cycles(&graph) {
            let message = format!("a class is a member of itself: {cycle}");
            ledger.add(Weight::Remark, Place::default(), Code::CyclicClass, message, |fault| fault);
        }
        let warnings = ledger.settle(strictness)?;
        Ok(Loaded { warnings, ..Loaded::from(Arc::new(graph)) })
    }

    fn graph(mut self, readings: &Readings<Option<Reading>>, ledger: &super::Ledger) -> Graph {
        let edges = self.edges(readings, ledger);
        let mut graph = Graph {
            name: self.stems.join(" + "),
            version: VERSION.to_owned(),
            schema: self.schema,
            entities: entities(self.entities.into_drafts(), self.quantity),
            sources: self.sources.into_table(),
            edges,
            ..Graph::default()
        };
        graph.adjacency = Adjacency::new(&graph.schema, graph.entities.values(), &graph.edges);
        graph.names = Names::new(&graph.schema, &graph.entities, &graph.variants);
        graph
    }

    fn edges(&mut self, readings: &Readings<Option<Reading>>, ledger: &super::Ledger) -> Vec<Edge> {
        let mut edges: Vec<Edge> = Vec::new();
        let mut alike: FxHashMap<(EntityId, RelationId, EntityId), Vec<usize>> = FxHashMap::default();
        for row in 0..self.statements.len() {
            let Some(edge) = self.read_edge(row, readings, ledger) else {
                continue;
            };
            let known = alike.entry((edge.subject, edge.relation, edge.object)).or_default();
            let same = known
                .iter()
                .find(|&&other| is_alike(&edges[other], &edge));
            if let Some(&same) = same {
                merge(&mut edges[same], edge);
            } else {
                known.push(edges.len());
                edges.push(edge);
            }
        }
        edges
    }

    fn read_edge(&mut self, row: usize, readings: &Readings<Option<Reading>>, ledger: &super::Ledger) -> Option<Edge> {
        let statement = self.statements.get(row)?;
        let reading = readings.of(statement.used).and_then(Option::as_ref)?;
        let detail = self.details.get(statement.detail);
        let (mut subject, mut object) = (statement.subject, statement.object);
        if reading.reversed {
            std::mem::swap(&mut subject, &mut object);
        }
        let mut evidence: Vec<Evidence> = detail.evidence().collect();
        if evidence.is_empty() {
            let file = without_folder(ledger.file_name(self.statements.file(row)));
            evidence.push(of_row(self.sources.called(file), statement.line));
        }
        let mut note = reading.note.clone();
        add_note(&mut note, detail.note);
        Some(Edge {
            subject,
            relation: reading.relation,
            object,
            directness: detail.background.map_or(Directness::Direct, |background| Directness::Documented {
                background: background.to_owned(),
            }),
            negated: detail.negated,
            followed: !detail.listed,
            optional: false,
            through: Vec::new(),
            strength: Strength::default(),
            context: detail.context(),
            quantities: Vec::new(),
            evidence,
            note,
            origin: Vec::new(),
        })
    }
}

fn of_row(source: SourceId, line: u64) -> Evidence {
    let section = if line == 0 { String::new() } else { format!("line {line}") };
    Evidence { source, section, reference: None, certainty: Certainty::Established, note: String::new() }
}

fn without_folder(file: &str) -> &str {
    std::path::Path::new(file).file_name().and_then(std::ffi::OsStr::to_str).unwrap_or(file)
}

/// Whether two edges of one relation between the same ends say the same.
fn is_alike(one: &Edge, other: &Edge) -> bool {
    one.context == other.context
        && one.negated == other.negated
        && one.directness == other.directness
        && one.followed == other.followed
}

fn merge(edge: &mut Edge, same: Edge) {
    for evidence in same.evidence {
        if !edge.evidence.contains(&evidence) {
            edge.evidence.push(evidence);
        }
    }
    if !edge.note.split("; ").any(|note| note == same.note) {
        add_note(&mut edge.note, &same.note);
    }
}

fn add_note(note: &mut String, more: &str) {
    if !note.is_empty() && !more.is_empty() {
        note.push_str("; ");
    }
    note.push_str(more);
}

/// An entity with all that it is called by.
struct Candidate<'i> {
    key: &'i str,
    about: Option<Box<About>>,
}

impl Called for Candidate<'_> {
    fn key(&self) -> &str {
        self.key
    }

    fn spellings(&self) -> impl Iterator<Item = &str> {
        let about = self
            .about
            .iter()
            .flat_map(|about| [about.name.as_str()].into_iter().chain(about.synonyms.iter().map(String::as_str)));
        about.chain([self.key])
    }
}

fn entities((spellings, drafts): (Interner, Vec<Draft>), quantity: KindId) -> IndexMap<String, Entity> {
    let candidates: Vec<Candidate<'_>> =
        drafts.into_iter().map(|draft| Candidate { key: draft.key(&spellings), about: draft.about }).collect();
    let ids = identifiers::assign(&candidates);
    let entities = ids.into_iter().zip(candidates);
    entities.map(|(id, candidate)| (id.clone(), entity(id, candidate, quantity))).collect()
}

fn entity(id: String, Candidate { key, about }: Candidate<'_>, quantity: KindId) -> Entity {
    let About { name, mut kinds, mut synonyms, xrefs, definition } = match about {
        Some(about) => *about,
        None => About { name: key.to_owned(), ..About::default() },
    };
    if key != name && key != id && !synonyms.iter().any(|synonym| synonym == key) {
        synonyms.push(key.to_owned());
    }
    if kinds.is_empty() {
        kinds.push(quantity);
    }
    Entity { id, name, kinds, synonyms, definition, xrefs, pools: Vec::new(), origin: Vec::new() }
}
