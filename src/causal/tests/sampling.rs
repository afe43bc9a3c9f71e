//! The solver against plain elimination, and determined verdicts against many random worlds.

use proptest::prelude::*;

use super::super::world::{Units, World};
use super::super::{Conclusion, InfluenceGraph, NodeId, Prior, Scenario};
use super::graphs::question;
use super::oracle;
use super::structure::conclusion;
use crate::graph::Sign;

/// Worlds of every prior, and some with gains far beyond what the priors allow: determined means whatever the strengths.
pub fn worlds(graph: &InfluenceGraph, count: u32) -> Vec<World> {
    let units = Units::of(graph, &graph.nodes().map(NodeId::index).collect(), None);
    let mut worlds = Vec::new();
    for candidate in 0..count {
        for prior in Prior::ALL {
            let mut world = World::new(graph);
            world.draw(graph, &units, prior, 7, candidate);
            let mut wild = world.clone();
            let mut other = World::new(graph);
            other.draw(graph, &units, Prior::LogUniform, 8, candidate);
            for (gain, factor) in wild.gains.iter_mut().zip(&other.gains) {
                *gain *= 10.0 * factor.abs();
            }
            worlds.push(world);
            worlds.push(wild);
        }
    }
    worlds
}

pub fn steady(graph: &InfluenceGraph, world: &World, scenario: &Scenario) -> bool {
    let cut = oracle::conditions(graph, scenario);
    oracle::is_stable(&oracle::system(graph, world, scenario, &[])) == Some(true)
        && oracle::is_stable(&oracle::system(graph, world, scenario, &cut)) == Some(true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_solver_equals_plain_elimination((graph, scenario, target) in question(true, true)) {
        for world in worlds(&graph, 2) {
            if !steady(&graph, &world, &scenario) {
                continue;
            }
            let expected = oracle::responses(&graph, &world, &scenario).expect("a stable system is solvable");
            match oracle::solver_response(&graph, &world, &scenario, target) {
                Some(found) => {
                    let expected = expected[target.index()];
                    let close = (found - expected).abs() <= 1e-6 * (1.0 + expected.abs());
                    prop_assert!(close, "{} instead of {}", found, expected);
                }
                None => prop_assert!(expected[target.index()].abs() < 1e-9 || oracle::removed(&scenario, target)),
            }
        }
    }

    #[test]
    fn no_stable_world_contradicts_a_determined_verdict((graph, scenario, target) in question(true, true)) {
        let conclusion = conclusion(&graph, &scenario, target, 100_000);
        if matches!(conclusion, Conclusion::Undetermined(_)) {
            return Ok(());
        }
        for world in worlds(&graph, 8) {
            if !steady(&graph, &world, &scenario) {
                continue;
            }
            let found = oracle::responses(&graph, &world, &scenario).expect("a stable system is solvable");
            let found = found[target.index()];
            match conclusion {
                Conclusion::Determined(Sign::Positive) => prop_assert!(found > -1e-9, "{}", found),
                Conclusion::Determined(Sign::Negative) => prop_assert!(found < 1e-9, "{}", found),
                Conclusion::NoEffect => prop_assert!(found.abs() < 1e-9 || oracle::removed(&scenario, target)),
                Conclusion::Undetermined(_) => {}
            }
        }
    }
}
