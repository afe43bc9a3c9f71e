//! LU factors of one component's adjoint system, found densely and kept sparsely.

use super::world::World;
use super::{Component, Condensation, InfluenceGraph};

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

    /// The transposed Jacobian with its sign turned: limitation on the diagonal, minus each gain at (from, to).
    pub fn set_adjoint(
        &mut self,
        graph: &InfluenceGraph,
        condensation: &Condensation,
        component: &Component,
        world: &World,
    ) {
        self.reset(component.nodes.len());
        for (from, &node) in component.nodes.iter().enumerate() {
            self.values[from * self.size + from] += world.limitations[node.index()];
            for &id in graph.outgoing(node) {
                let to = graph.influence(id).to;
                if condensation.same_component(node, to) {
                    self.values[from * self.size + condensation.local(to)] -= world.gains[id.index()];
                }
            }
        }
    }
}

/// LU factors with partial pivoting. Only what is not zero is kept, so solving takes time in proportion to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Factors {
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

impl Factors {
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
