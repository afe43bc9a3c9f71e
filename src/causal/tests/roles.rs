//! Roles of paths on the miniature axis.

use super::super::{Condensation, InfluenceGraph, InfluenceId, Role, role};
use super::axis::{axis, node};
use crate::graph::Sign;

/// The influences between consecutive nodes.
fn path(graph: &InfluenceGraph, names: &[&str]) -> Vec<InfluenceId> {
    let nodes: Vec<_> = names.iter().map(|name| node(graph, name)).collect();
    let between = nodes.windows(2).map(|ends| {
        let leaving = graph.outgoing(ends[0]).iter().copied();
        leaving.into_iter().find(|&id| graph.influence(id).to == ends[1]).expect("an influence joins them")
    });
    between.collect()
}

#[test]
fn roles() {
    let graph = axis();
    let condensation = Condensation::build(&graph, &[]);
    let spared = ["anastrozole", "activity of anastrozole", "aromatase", "aromatization", "testosterone"];
    let consumed = ["aromatization", "testosterone"];
    let fed_back = ["LH", "activity of LH", "LHCG receptor", "Leydig cells", "testosterone"];
    let mimicked = ["hCG", "activity of hCG", "activity of LH", "LHCG receptor"];
    let caused = ["gynecomastia", "distress"];
    let cases: &[(&[&str], Sign, bool, Role)] = &[
        (&spared, Sign::Positive, true, Role::Supporting),
        (&spared, Sign::Negative, true, Role::Sparing),
        (&spared, Sign::Negative, false, Role::Sparing),
        // The reaction itself is pressed: no step of the path moved it.
        (&consumed, Sign::Positive, true, Role::Damping),
        (&fed_back, Sign::Negative, true, Role::Damping),
        (&fed_back, Sign::Negative, false, Role::Opposing),
        (&mimicked, Sign::Positive, true, Role::Supporting),
        (&caused, Sign::Negative, true, Role::Opposing),
    ];
    for &(names, verdict, decided, expected) in cases {
        let found = role(&graph, &condensation, &path(&graph, names), verdict, decided);
        assert_eq!(found, expected, "{names:?} {verdict} {decided}");
    }
    // With testosterone held, the feedback is cut and damps nothing.
    let held = Condensation::build(&graph, &[node(&graph, "testosterone")]);
    let found = role(&graph, &held, &path(&graph, &fed_back[..4]), Sign::Negative, true);
    assert_eq!(found, Role::Opposing);
}
