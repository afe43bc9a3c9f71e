//! What was taken in becomes a graph.

use std::sync::Arc;

use super::entities::{About, Draft, Meaning};
use super::identifiers::{self, Called};
use super::interner::Interner;
use super::ledger::{Ledger, Weight};
use super::{Intake, Place, relations};
use crate::diagnostic::Code;
use crate::formats::{Fault, Loaded, Stage};
use crate::graph::{Entity, Frame, Graph, KindId, PackedEntities, RelationId, UseMeaning};

/// The version of a graph whose format has no place for one.
const VERSION: &str = "0";

impl Intake {
    /// The graph of all that was taken in, with warnings. Rows that say the same become one edge with the evidence of all.
    /// O(n log n) in what was taken in.
    ///
    /// # Errors
    /// Every fault, by file, then by place: the first of each kind, and how many more there are. In lenient mode only
    /// those that leave no graph.
    pub fn finish(mut self) -> Result<Loaded, Vec<Fault>> {
        self.tell(Stage::Building);
        let meanings = relations::settle(&self.uses, &self.counts, &self.mapping, &mut self.schema, &mut self.ledger);
        let strictness = self.options.strictness;
        if self.ledger.refuses(strictness) {
            return self.ledger.settle(strictness).map(|_| Loaded::default());
        }
        let mut ledger = std::mem::take(&mut self.ledger);
        let graph = self.into_graph(&meanings);
        remark_cycles(&graph, &mut ledger);
        let warnings = ledger.settle(strictness)?;
        Ok(Loaded { warnings, ..Loaded::from(Arc::new(graph)) })
    }

    fn into_graph(mut self, meanings: &[Option<UseMeaning>]) -> Graph {
        let is_known = |used: u32| meanings.get(used as usize).is_some_and(Option::is_some);
        if meanings.iter().any(Option::is_none) {
            self.edges = self.edges.retaining(is_known);
        }
        let unknown = UseMeaning { relation: RelationId::default(), reversed: false, note: String::new() };
        let meanings: Vec<UseMeaning> =
            meanings.iter().map(|meaning| meaning.clone().unwrap_or_else(|| unknown.clone())).collect();
        let frame = Frame {
            name: self.stems.join(" + "),
            version: VERSION.to_owned(),
            schema: self.schema,
            ..Frame::default()
        };
        let entities = entities(self.entities.into_drafts(), self.quantity);
        let graph = Graph::packed(frame, self.sources.into_table(), entities, self.edges, &meanings);
        graph.joining_alike()
    }
}

/// A class that is its own member helps nobody, but a large graph is still worth asking without it.
fn remark_cycles(graph: &Graph, ledger: &mut Ledger) {
    for cycle in crate::formats::toml::class_cycles(graph) {
        let message = format!("a class is a member of itself: {cycle}");
        ledger.add(Weight::Remark, Place::default(), Code::CyclicClass, message, |fault| fault);
    }
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

fn entities((spellings, drafts): (Interner<Meaning>, Vec<Draft>), quantity: KindId) -> PackedEntities {
    let candidates: Vec<Candidate<'_>> =
        drafts.into_iter().map(|draft| Candidate { key: draft.key(&spellings), about: draft.about }).collect();
    let ids = identifiers::assign(&candidates);
    let mut entities = PackedEntities::default();
    for (id, candidate) in ids.into_iter().zip(candidates) {
        entities.push(&entity(id, candidate, quantity));
    }
    entities
}

fn entity(id: String, Candidate { key, about }: Candidate<'_>, quantity: KindId) -> Entity {
    let About { name, mut kinds, mut synonyms, xrefs, definition, pools } = match about {
        Some(about) => *about,
        None => About { name: key.to_owned(), ..About::default() },
    };
    if key != name && key != id && !synonyms.iter().any(|synonym| synonym == key) {
        synonyms.push(key.to_owned());
    }
    if kinds.is_empty() {
        kinds.push(quantity);
    }
    Entity { id, name, kinds, synonyms, definition, xrefs, pools, ..Entity::default() }
}
