//! What rows cite, and the files themselves for rows that cite nothing.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::graph::{Source, SourceId};

/// Sources by name.
#[derive(Default)]
pub(super) struct Sources {
    names: IndexMap<String, (), FxBuildHasher>,
    last: Option<(String, SourceId)>,
}

impl Sources {
    /// The source of this name.
    pub(super) fn called(&mut self, name: &str) -> SourceId {
        if let Some((last, id)) = &self.last
            && last == name
        {
            return *id;
        }
        let id = match self.names.get_index_of(name) {
            Some(known) => known,
            None => self.names.insert_full(name.to_owned(), ()).0,
        };
        let id = SourceId::from_index(id);
        self.last = Some((name.to_owned(), id));
        id
    }

    /// The graph's table.
    pub(super) fn into_table(self) -> Vec<Source> {
        self.names.into_keys().map(source).collect()
    }
}

fn source(name: String) -> Source {
    Source { id: name.clone(), name, title: String::new(), note: String::new(), origin: Vec::new() }
}
