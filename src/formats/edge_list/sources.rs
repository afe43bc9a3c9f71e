//! What the evidence column cites, and the files themselves for rows that cite nothing.

use indexmap::IndexMap;

use crate::graph::{Certainty, Evidence, Source, SourceId};

/// Between a source and its section, as answers print them.
const SECTION: &str = " § ";

/// Sources by name.
#[derive(Default)]
pub(super) struct Sources(IndexMap<String, Source>);

impl Sources {
    /// The evidence of a row: what its column cites, or else the row itself.
    pub(super) fn evidence(&mut self, cited: &str, file: &str, line: usize) -> Evidence {
        let line = format!("line {line}");
        let (source, section) = match cited.split_once(SECTION) {
            _ if cited.is_empty() => (file, line.as_str()),
            Some((source, section)) => (source.trim(), section.trim()),
            None => (cited, ""),
        };
        Evidence {
            source: self.called(source),
            section: section.to_owned(),
            reference: None,
            certainty: Certainty::Established,
            note: String::new(),
        }
    }

    fn called(&mut self, name: &str) -> SourceId {
        if let Some(known) = self.0.get_index_of(name) {
            return SourceId::from_index(known);
        }
        let source = Source {
            id: name.to_owned(),
            name: name.to_owned(),
            title: String::new(),
            note: String::new(),
            origin: Vec::new(),
        };
        SourceId::from_index(self.0.insert_full(name.to_owned(), source).0)
    }

    /// The graph's table.
    pub(super) fn into_table(self) -> IndexMap<String, Source> {
        self.0
    }
}
