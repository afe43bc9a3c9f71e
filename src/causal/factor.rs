//! LU factors of one component's adjoint system in one world.

use super::NodeId;
use super::elimination::Elimination;
use super::world::World;

/// A square matrix in row order.
#[derive(Clone, Debug, Default)]
pub(super) struct Dense {
    pub size: usize,
    pub values: Vec<f64>,
}

impl Dense {
    /// All zeros.
    pub fn reset(&mut self, size: usize) {
        self.size = size;
        self.values.clear();
        self.values.resize(size * size, 0.0);
    }
}

/// Factors whose entries stay below this lose too few digits to matter.
const GROWTH_LIMIT: f64 = 1e3;

/// The LU factors of one component: by the planned elimination where that is accurate, else by one with partial pivoting.
#[derive(Clone, Debug)]
pub(super) struct Factors {
    elimination: Elimination,
    entries: Vec<f64>,
    /// Whether the planned elimination was accurate in this world.
    planned: bool,
    matrix: Dense,
    pivoted: PivotedFactors,
}

impl Factors {
    /// Factors are yet to be found.
    pub fn new(elimination: Elimination) -> Self {
        let (entries, matrix, pivoted) = (Vec::new(), Dense::default(), PivotedFactors::default());
        Self { elimination, entries, planned: false, matrix, pivoted }
    }

    /// The nodes in the order of right-hand sides and solutions.
    pub fn nodes(&self) -> &[NodeId] {
        self.elimination.nodes()
    }

    /// Factors the component's system in a world. False where it is singular.
    pub fn factor(&mut self, world: &World) -> bool {
        self.elimination.fill(world, &mut self.entries);
        self.planned = self.elimination.run(&mut self.entries, |pivot| pivot.abs() > GROWTH_LIMIT.recip())
            && self.entries.iter().all(|entry| entry.abs() < GROWTH_LIMIT);
        if self.planned {
            self.elimination.scale(&mut self.entries);
            true
        } else {
            self.elimination.fill(world, &mut self.entries);
            self.elimination.spread(&self.entries, &mut self.matrix);
            self.pivoted.factor(&mut self.matrix)
        }
    }

    /// Solves in place: `values` holds the right-hand side before, the solution after.
    pub fn solve(&mut self, values: &mut [f64]) {
        if self.planned {
            self.elimination.solve(&self.entries, values);
        } else {
            self.pivoted.solve(values);
        }
    }
}

/// LU factors with partial pivoting. Only what is not zero is kept, so solving takes time in proportion to it.
#[derive(Clone, Debug, Default)]
struct PivotedFactors {
    /// By elimination step: the row that was the pivot's.
    pivot_rows: Vec<usize>,
    pivots: Vec<f64>,
    /// Multipliers (row, value) of each step, end to end, and where each step's begin.
    lower: Vec<(u32, f64)>,
    lower_starts: Vec<usize>,
    /// Entries (column, value) right of each pivot, likewise.
    upper: Vec<(u32, f64)>,
    upper_starts: Vec<usize>,
    /// Rows not yet eliminated, while factoring.
    rows: Vec<usize>,
    scratch: Vec<f64>,
}

impl PivotedFactors {
    /// Factors the matrix, destroying it. False where it is singular.
    pub fn factor(&mut self, matrix: &mut Dense) -> bool {
        let size = matrix.size;
        self.clear(size);
        for step in 0..size {
            let magnitude = |row: usize| matrix.values[row * size + step].abs();
            let mut best = step;
            for candidate in step + 1..size {
                if magnitude(self.rows[candidate]) > magnitude(self.rows[best]) {
                    best = candidate;
                }
            }
            self.rows.swap(step, best);
            let pivot_row = self.rows[step];
            let pivot = matrix.values[pivot_row * size + step];
            if pivot.abs() < f64::MIN_POSITIVE {
                return false;
            }
            let first = self.upper.len();
            let right = matrix.values[pivot_row * size..(pivot_row + 1) * size].iter().enumerate().skip(step + 1);
            self.upper.extend(
                (0_u32..)
                    .skip(step + 1)
                    .zip(right)
                    .filter(|(_, (_, value))| **value != 0.0)
                    .map(|(column, (_, &value))| (column, value)),
            );
            for &row in &self.rows[step + 1..] {
                let below = matrix.values[row * size + step];
                if below != 0.0 {
                    let multiplier = below / pivot;
                    self.lower.push((u32::try_from(row).unwrap_or(u32::MAX), multiplier));
                    for &(column, value) in &self.upper[first..] {
                        matrix.values[row * size + column as usize] -= multiplier * value;
                    }
                }
            }
            self.pivot_rows.push(pivot_row);
            self.pivots.push(pivot);
            self.lower_starts.push(self.lower.len());
            self.upper_starts.push(self.upper.len());
        }
        true
    }

    fn clear(&mut self, size: usize) {
        self.pivot_rows.clear();
        self.pivots.clear();
        self.lower.clear();
        self.upper.clear();
        self.lower_starts.clear();
        self.lower_starts.push(0);
        self.upper_starts.clear();
        self.upper_starts.push(0);
        self.rows.clear();
        self.rows.extend(0..size);
    }

    /// Solves in place: `values` holds the right-hand side before, the solution after.
    pub fn solve(&mut self, values: &mut [f64]) {
        let size = self.pivots.len();
        self.scratch.clear();
        self.scratch.resize(size, 0.0);
        for step in 0..size {
            let value = values[self.pivot_rows[step]];
            self.scratch[step] = value;
            if value != 0.0 {
                for &(row, multiplier) in &self.lower[self.lower_starts[step]..self.lower_starts[step + 1]] {
                    values[row as usize] -= multiplier * value;
                }
            }
        }
        for step in (0..size).rev() {
            let right = &self.upper[self.upper_starts[step]..self.upper_starts[step + 1]];
            let known: f64 = right.iter().map(|&(column, value)| value * self.scratch[column as usize]).sum();
            self.scratch[step] = (self.scratch[step] - known) / self.pivots[step];
        }
        values.copy_from_slice(&self.scratch);
    }
}
