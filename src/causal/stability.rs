//! Is a world's steady state stable? Tested component by component.

use super::eigenvalues::all_real_parts_positive;
use super::factor::Dense;
use super::schur::SchurTest;
use super::world::World;
use super::{Condensation, InfluenceGraph};

/// What is known of a stable world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stability {
    /// Self-limitation outweighs all influences, of whatever sign: stable, and so is every part of it.
    Dominant,
    /// Stable, but a part with some nodes held might not be.
    Stable,
    /// It runs away.
    Unstable,
}

/// Working space of the test.
#[derive(Clone, Debug, Default)]
pub(super) struct StabilityTest {
    matrix: Dense,
    comparison: Dense,
    schur: SchurTest,
}

impl StabilityTest {
    /// Tests every cyclic component of at most `limit` nodes; larger ones are not looked at.
    pub fn world(
        &mut self,
        graph: &InfluenceGraph,
        condensation: &Condensation,
        world: &World,
        limit: usize,
    ) -> Stability {
        let mut stability = Stability::Dominant;
        let cyclic = condensation.components().iter().filter(|component| component.cyclic);
        for component in cyclic.filter(|component| component.nodes.len() <= limit) {
            self.matrix.set_adjoint(graph, condensation, component, world);
            match self.judge() {
                Stability::Dominant => {}
                Stability::Stable => stability = Stability::Stable,
                Stability::Unstable => return Stability::Unstable,
            }
        }
        stability
    }

    /// Tests the matrix of a system's limitations minus gains (or the transposed).
    #[cfg(test)]
    pub fn system(&mut self, matrix: &Dense) -> Stability {
        self.matrix.clone_from(matrix);
        self.judge()
    }

    /// The cheap test first, the dear one last. Destroys the matrix.
    fn judge(&mut self) -> Stability {
        self.comparison.clone_from(&self.matrix);
        let size = self.matrix.size;
        for (position, value) in self.comparison.values.iter_mut().enumerate() {
            if position % (size + 1) != 0 {
                *value = -value.abs();
            }
        }
        if is_m_matrix(&mut self.comparison) {
            return Stability::Dominant;
        }
        let stable = self.schur.all_real_parts_positive(&self.matrix);
        if stable.unwrap_or_else(|| all_real_parts_positive(&mut self.matrix)) {
            Stability::Stable
        } else {
            Stability::Unstable
        }
    }
}

/// Whether a matrix without positive entries off its diagonal is a nonsingular M-matrix: elimination without pivoting
/// meets positive pivots only (Berman & Plemmons 1994, ch. 6, condition E17). Where the comparison matrix of a matrix
/// with positive diagonal is one, every eigenvalue has a positive real part. Destroys the matrix.
fn is_m_matrix(matrix: &mut Dense) -> bool {
    /// Pivots below this are left to the exact test.
    const SAFE_PIVOT: f64 = 1e-9;
    let size = matrix.size;
    for step in 0..size {
        let (above, below) = matrix.values.split_at_mut((step + 1) * size);
        let pivot_row = &above[step * size..];
        let pivot = pivot_row[step];
        if pivot < SAFE_PIVOT {
            return false;
        }
        for row in below.chunks_exact_mut(size) {
            if row[step] != 0.0 {
                let multiplier = row[step] / pivot;
                for (value, above) in row[step + 1..].iter_mut().zip(&pivot_row[step + 1..]) {
                    *value -= multiplier * above;
                }
            }
        }
    }
    true
}
