//! Working memory that outlives a query: tables by node are allocated once and never cleared as a whole.

use std::sync::{Mutex, PoisonError};

use super::plain::Tables;

/// The working memory of one query.
#[derive(Debug, Default)]
pub(super) struct Workspace {
    pub(super) tables: Tables,
}

/// Working memory that no query is using.
#[derive(Debug, Default)]
pub(super) struct Shelf(Mutex<Vec<Workspace>>);

impl Shelf {
    pub(super) fn take(&self) -> Workspace {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    pub(super) fn put_back(&self, workspace: Workspace) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
    }
}

/// A copy of a graph begins with an empty shelf.
impl Clone for Shelf {
    fn clone(&self) -> Self {
        Self::default()
    }
}
