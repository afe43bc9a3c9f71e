//! Is a world's steady state stable? Tested component by component.

use super::characteristic::LoopTerms;
use super::eigenvalues::all_real_parts_positive;
use super::elimination::Elimination;
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

/// The test for one condensation, with its working space.
#[derive(Clone, Debug)]
pub(super) struct StabilityTest {
    systems: Vec<System>,
    entries: Vec<f64>,
    comparison: Vec<f64>,
    matrix: Dense,
    schur: SchurTest,
}

/// One cyclic component.
#[derive(Clone, Debug)]
struct System {
    elimination: Elimination,
    /// None where it has many loops.
    loops: Option<LoopTerms>,
}

impl StabilityTest {
    /// Prepares the test of the components at these positions.
    pub fn new(graph: &InfluenceGraph, condensation: &Condensation, components: impl Iterator<Item = usize>) -> Self {
        let systems = components.map(|position| {
            let component = &condensation.components()[position];
            let elimination = Elimination::plan(graph, condensation, component);
            let loops = LoopTerms::list(graph, condensation, component, &elimination);
            System { elimination, loops }
        });
        Self {
            systems: systems.collect(),
            entries: Vec::new(),
            comparison: Vec::new(),
            matrix: Dense::default(),
            schur: SchurTest::default(),
        }
    }

    /// Prepares the test of every component with feedback of at most `limit` nodes; larger ones are not looked at.
    pub fn whole(graph: &InfluenceGraph, condensation: &Condensation, limit: usize) -> Self {
        let components = condensation.components().iter().enumerate();
        let small = components.filter(|(_, component)| component.cyclic && component.nodes.len() <= limit);
        Self::new(graph, condensation, small.map(|(position, _)| position))
    }

    /// The same test by the matrix alone.
    #[cfg(test)]
    pub fn without_loops(graph: &InfluenceGraph, condensation: &Condensation, limit: usize) -> Self {
        let mut test = Self::whole(graph, condensation, limit);
        for system in &mut test.systems {
            system.loops = None;
        }
        test
    }

    /// Tests a world.
    pub fn world(&mut self, world: &World) -> Stability {
        let mut stability = Stability::Dominant;
        for number in 0..self.systems.len() {
            match self.judge(number, world) {
                Stability::Dominant => {}
                Stability::Stable => stability = Stability::Stable,
                Stability::Unstable => return Stability::Unstable,
            }
        }
        stability
    }

    /// Tests one component: the cheap test first, the dear one last.
    fn judge(&mut self, number: usize, world: &World) -> Stability {
        let System { elimination, loops } = &self.systems[number];
        elimination.fill(world, &mut self.entries);
        let size = elimination.nodes().len();
        self.comparison.clear();
        self.comparison.extend_from_slice(&self.entries[..size]);
        self.comparison.extend(self.entries[size..].iter().map(|entry| -entry.abs()));
        if is_m_matrix(elimination, &mut self.comparison) {
            return Stability::Dominant;
        }
        let stable = match loops {
            Some(loops) => self.schur.all_real_parts_positive_by_loops(loops, world, &self.entries[..size]),
            None => None,
        };
        let stable = stable.unwrap_or_else(|| {
            elimination.spread(&self.entries, &mut self.matrix);
            let stable = self.schur.all_real_parts_positive(&self.matrix);
            stable.unwrap_or_else(|| all_real_parts_positive(&mut self.matrix))
        });
        if stable { Stability::Stable } else { Stability::Unstable }
    }
}

/// Whether a matrix without positive entries off its diagonal is a nonsingular M-matrix: elimination without pivoting
/// meets positive pivots only (Berman & Plemmons 1994, ch. 6, condition E17). Where the comparison matrix of a matrix
/// with positive diagonal is one, every eigenvalue has a positive real part. Destroys the entries.
fn is_m_matrix(elimination: &Elimination, entries: &mut [f64]) -> bool {
    /// Pivots below this are left to the exact test.
    const SAFE_PIVOT: f64 = 1e-9;
    elimination.run(entries, |pivot| pivot >= SAFE_PIVOT)
}
