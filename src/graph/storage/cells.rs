//! Cells that are filled when they are first looked at.

use std::fmt;
use std::sync::OnceLock;

/// Cells a block.
const BLOCK: usize = 1024;

/// One block: its cells, each a pointer wide until it is filled.
type Block<T> = Box<[OnceLock<Box<T>>]>;

/// Cells that are filled when they are first looked at, and kept. Blocks of cells are made when the first of them is
/// filled: a hundred million cells that nobody looks at take about two megabytes.
pub struct Cells<T> {
    blocks: Box<[OnceLock<Block<T>>]>,
}

impl<T> Cells<T> {
    /// So many empty cells.
    pub fn new(count: usize) -> Self {
        Self { blocks: (0..count.div_ceil(BLOCK)).map(|_| OnceLock::new()).collect() }
    }

    /// What a cell holds, made by `make` at the first look; none where there is no such cell. O(1).
    pub fn get(&self, position: usize, make: impl FnOnce() -> T) -> Option<&T> {
        let block = self.blocks.get(position / BLOCK)?;
        let cells = block.get_or_init(|| (0..BLOCK).map(|_| OnceLock::new()).collect());
        let cell = cells.get(position % BLOCK)?;
        Some(cell.get_or_init(|| Box::new(make())))
    }
}

impl<T> fmt::Debug for Cells<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cells").finish_non_exhaustive()
    }
}
