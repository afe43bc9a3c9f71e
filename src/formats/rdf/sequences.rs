//! Sequences: entities in their order, on a node of its own that something else names.

use rustc_hash::FxHashMap;

/// The sequences that have been read and that nothing has taken yet, by their nodes.
#[derive(Debug, Default)]
pub(super) struct Sequences(FxHashMap<String, Vec<String>>);

impl Sequences {
    /// Keeps the members of a sequence, in their order.
    pub(super) fn add(&mut self, node: &str, members: Vec<String>) {
        self.0.insert(node.to_owned(), members);
    }

    /// What some objects name: the members of those that are sequences, the others themselves.
    pub(super) fn members(&mut self, objects: &[String]) -> Vec<String> {
        objects.iter().flat_map(|object| self.0.remove(object).unwrap_or_else(|| vec![object.clone()])).collect()
    }
}
