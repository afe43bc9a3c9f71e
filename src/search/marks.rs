//! A number a node, most of them unset.

/// Numbers by node that are forgotten all at once, at no cost: those of earlier queries lie below the base.
#[derive(Debug, Default)]
pub(super) struct Marks {
    values: Vec<u32>,
    base: u32,
    /// Above all that was set since the base.
    end: u32,
}

/// Past this base all numbers are cleared; distances and slots of one query fit above it.
const HIGHEST_BASE: u32 = 1 << 31;

impl Marks {
    /// Forgets every number, and makes room for so many nodes. O(1) where the number of nodes is as before.
    pub(super) fn begin(&mut self, nodes: usize) {
        if self.values.len() != nodes {
            self.values = vec![0; nodes];
            self.end = 1;
        } else if self.end > HIGHEST_BASE {
            self.values.fill(0);
            self.end = 1;
        }
        self.base = self.end.max(1);
        self.end = self.base;
    }

    /// The number of a node, if it was set.
    #[inline]
    pub(super) fn get(&self, node: u32) -> Option<u32> {
        self.values.get(node as usize)?.checked_sub(self.base)
    }

    /// Sets the number of a node that has none. Says whether it did: not where it has one, nor beyond the graph.
    #[inline]
    pub(super) fn put(&mut self, node: u32, value: u32) -> bool {
        match self.values.get_mut(node as usize) {
            Some(slot) if *slot < self.base => {
                *slot = self.base.saturating_add(value);
                self.end = self.end.max(slot.saturating_add(1));
                true
            }
            _ => false,
        }
    }
}
