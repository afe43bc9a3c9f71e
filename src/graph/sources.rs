//! The sources of a graph: whole records of a small one, encoded records of a large one.

use std::sync::Arc;

use super::storage::{Bounds, Record, RecordWriter, Records};
use super::{Source, SourceId};

impl Record for Source {
    fn is_within(&self, _: &Bounds) -> bool {
        true
    }
}

/// Sources, in the order of the files.
#[derive(Clone, Debug)]
pub enum Sources {
    /// All ready.
    Whole(Arc<Vec<Source>>),
    /// Encoded.
    Packed(Arc<Records<Source>>),
}

impl Default for Sources {
    fn default() -> Self {
        Self::Whole(Arc::default())
    }
}

impl Sources {
    /// All of them, encoded.
    pub(super) fn records(&self) -> Records<Source> {
        match self {
            Self::Whole(sources) => {
                let mut writer = RecordWriter::default();
                sources.iter().for_each(|source| writer.push(source));
                writer.finish()
            }
            Self::Packed(sources) => sources.share(),
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Whole(sources) => sources.len(),
            Self::Packed(sources) => sources.len(),
        }
    }

    pub(super) fn get(&self, id: SourceId, bounds: &Bounds) -> &Source {
        match self {
            Self::Whole(sources) => &sources[id.index()],
            Self::Packed(sources) => sources.get(id.index(), bounds),
        }
    }
}
