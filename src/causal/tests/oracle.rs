//! Brute force: the same definitions, written as plainly as possible, sharing no code with what they check.

use super::super::solve::Solver;
use super::super::world::World;
use super::super::{Condensation, InfluenceGraph, InfluenceId, NodeId, Scenario};
use crate::graph::Sign;

/// Plain matrices as rows.
pub type Matrix = Vec<Vec<f64>>;

/// Solves by Gauss-Jordan elimination with partial pivoting. None where singular.
pub fn solve(mut matrix: Matrix, mut side: Vec<f64>) -> Option<Vec<f64>> {
    let order = side.len();
    for column in 0..order {
        let pivot = (column..order).max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))?;
        if matrix[pivot][column].abs() < 1e-13 {
            return None;
        }
        matrix.swap(column, pivot);
        side.swap(column, pivot);
        for row in (0..order).filter(|&row| row != column) {
            let factor = matrix[row][column] / matrix[column][column];
            let above = matrix[column].clone();
            for (value, above) in matrix[row].iter_mut().zip(above) {
                *value -= factor * above;
            }
            side[row] -= factor * side[column];
        }
    }
    Some((0..order).map(|row| side[row] / matrix[row][row]).collect())
}

/// Which nodes a scenario holds or forces.
pub fn removed(scenario: &Scenario, node: NodeId) -> bool {
    scenario.clamped.contains(&node) || scenario.forced.iter().any(|&(forced, _)| forced == node)
}

/// The equations of the nodes that remain: limitation minus gains; rows of removed nodes are the identity's. Outputs of
/// the nodes in `cut` to other nodes are left out.
pub fn system(graph: &InfluenceGraph, world: &World, scenario: &Scenario, cut: &[NodeId]) -> Matrix {
    let size = graph.node_count();
    let mut matrix = vec![vec![0.0; size]; size];
    for node in graph.nodes() {
        matrix[node.index()][node.index()] =
            if removed(scenario, node) { 1.0 } else { world.limitations[node.index()] };
    }
    for (influence, gain) in graph.influences().iter().zip(&world.gains) {
        let gone = removed(scenario, influence.from) || removed(scenario, influence.to);
        if !gone && (!cut.contains(&influence.from) || influence.from == influence.to) {
            matrix[influence.to.index()][influence.from.index()] -= gain;
        }
    }
    matrix
}

/// Whether every eigenvalue has a positive real part, by repeated squaring of the Cayley transform; None where it is too
/// close to call.
pub fn is_stable(matrix: &Matrix) -> Option<bool> {
    let size = matrix.len();
    let shifted = |shift: f64| -> Matrix {
        let mut copy = matrix.clone();
        for (node, row) in copy.iter_mut().enumerate() {
            row[node] += shift;
        }
        copy
    };
    // (M + 1)⁻¹ (M - 1), column by column: its eigenvalues lie within the unit circle just where those of M lie right of
    // the axis.
    let minus = shifted(-1.0);
    let mut power = vec![vec![0.0; size]; size];
    for column in 0..size {
        let right = minus.iter().map(|row| row[column]).collect();
        let Some(solution) = solve(shifted(1.0), right) else { return Some(false) };
        for (row, value) in solution.into_iter().enumerate() {
            power[row][column] = value;
        }
    }
    for _ in 0..24 {
        let largest = power.iter().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
        if largest < 1e-6 {
            return Some(true);
        }
        if largest > 1e12 {
            return Some(false);
        }
        let squared = (0..size)
            .map(|row| (0..size).map(|column| (0..size).map(|k| power[row][k] * power[k][column]).sum()).collect());
        power = squared.collect();
    }
    None
}

/// Which nodes influence each other in both directions, through what remains.
pub fn mutual(graph: &InfluenceGraph, scenario: &Scenario) -> Vec<Vec<bool>> {
    let size = graph.node_count();
    let mut reach = vec![vec![false; size]; size];
    for node in graph.nodes() {
        reach[node.index()][node.index()] = true;
    }
    for influence in graph.influences() {
        if !removed(scenario, influence.from) && !removed(scenario, influence.to) {
            reach[influence.from.index()][influence.to.index()] = true;
        }
    }
    for middle in 0..size {
        for from in 0..size {
            for to in 0..size {
                reach[from][to] |= reach[from][middle] && reach[middle][to];
            }
        }
    }
    (0..size).map(|a| (0..size).map(|b| reach[a][b] && reach[b][a]).collect()).collect()
}

/// The conditions that pass on only their appearance: absent at rest and in no loop with others.
pub fn conditions(graph: &InfluenceGraph, scenario: &Scenario) -> Vec<NodeId> {
    let mutual = mutual(graph, scenario);
    let alone = |node: NodeId| mutual[node.index()].iter().filter(|&&both| both).count() == 1;
    graph.nodes().filter(|&node| graph.is_absent_at_rest(node) && !removed(scenario, node) && alone(node)).collect()
}

/// Every response to the scenario, by solving the whole system again and again until the conditions have settled.
pub fn responses(graph: &InfluenceGraph, world: &World, scenario: &Scenario) -> Option<Vec<f64>> {
    let conditions = conditions(graph, scenario);
    let mut present = vec![0.0; conditions.len()];
    let mut solution = Vec::new();
    for _ in 0..=conditions.len() + 1 {
        let mut side = vec![0.0; graph.node_count()];
        for press in scenario.presses.iter().filter(|press| !removed(scenario, press.node)) {
            side[press.node.index()] += press.sign.factor() * world.limitations[press.node.index()];
        }
        let mut levels: Vec<(NodeId, f64)> = Vec::new();
        for &(node, sign) in &scenario.forced {
            if levels.iter().all(|&(seen, _)| seen != node) {
                levels.push((node, sign.factor()));
            }
        }
        levels.extend(conditions.iter().copied().zip(present.iter().copied()));
        for (influence, gain) in graph.influences().iter().zip(&world.gains) {
            if influence.from == influence.to {
                continue;
            }
            let level = levels.iter().find(|&&(node, _)| node == influence.from);
            if let (Some(&(_, level)), false) = (level, removed(scenario, influence.to)) {
                side[influence.to.index()] += gain * level;
            }
        }
        solution = solve(system(graph, world, scenario, &conditions), side)?;
        for (present, node) in present.iter_mut().zip(&conditions) {
            let level = solution[node.index()];
            let pressed = scenario.presses.iter().any(|press| press.node == *node);
            *present = if pressed { level } else { level.max(0.0) };
        }
    }
    for &(node, sign) in scenario.forced.iter().rev() {
        solution[node.index()] = sign.factor();
    }
    Some(solution)
}

/// What the program's own solver says of the same response.
pub fn solver_response(graph: &InfluenceGraph, world: &World, scenario: &Scenario, target: NodeId) -> Option<f64> {
    let condensation = Condensation::build(graph, &scenario.removed(graph));
    let mut solver = Solver::compile(graph, &condensation, [(target, scenario.entries(graph))], usize::MAX);
    let ask = solver.ask(graph, &condensation, scenario, target)?;
    solver.solve(world).then(|| solver.response(world, &ask))
}

/// Every simple path between two nodes through what remains, passing through none of `barred`; the empty path from a
/// node to itself.
pub fn simple_paths(
    graph: &InfluenceGraph,
    scenario: &Scenario,
    from: NodeId,
    to: NodeId,
    barred: &[NodeId],
) -> Vec<Vec<InfluenceId>> {
    fn extend(
        graph: &InfluenceGraph,
        blocked: &mut Vec<NodeId>,
        node: NodeId,
        to: NodeId,
        path: &mut Vec<InfluenceId>,
        found: &mut Vec<Vec<InfluenceId>>,
    ) {
        if node == to {
            found.push(path.clone());
            return;
        }
        blocked.push(node);
        for &id in graph.outgoing(node) {
            let next = graph.influence(id).to;
            if !blocked.contains(&next) {
                path.push(id);
                extend(graph, blocked, next, to, path, found);
                path.pop();
            }
        }
        blocked.pop();
    }
    let mut found = Vec::new();
    let mut blocked: Vec<NodeId> = graph.nodes().filter(|&node| removed(scenario, node)).collect();
    if blocked.contains(&from) || blocked.contains(&to) {
        return found;
    }
    blocked.extend(barred.iter().filter(|&&node| node != from && node != to));
    extend(graph, &mut blocked, from, to, &mut Vec::new(), &mut found);
    found
}

/// The signs of the terms in the Leibniz expansion of the determinant of limitation minus gains over some nodes.
pub fn determinant_signs(graph: &InfluenceGraph, nodes: &[NodeId]) -> Vec<Sign> {
    fn expand(
        graph: &InfluenceGraph,
        nodes: &[NodeId],
        row: usize,
        taken: &mut Vec<usize>,
        sign: Sign,
        out: &mut Vec<Sign>,
    ) {
        if row == nodes.len() {
            let inversions = (0..row).flat_map(|a| (a + 1..row).map(move |b| (a, b)));
            let odd = inversions.filter(|&(a, b)| taken[a] > taken[b]).count() % 2 == 1;
            let sign = if odd { -sign } else { sign };
            if !out.contains(&sign) {
                out.push(sign);
            }
            return;
        }
        for column in (0..nodes.len()).filter(|column| !taken.contains(column)).collect::<Vec<_>>() {
            taken.push(column);
            if column == row {
                expand(graph, nodes, row + 1, taken, sign, out);
            }
            for influence in graph.influences() {
                if influence.to == nodes[row] && influence.from == nodes[column] {
                    expand(graph, nodes, row + 1, taken, sign * -influence.sign, out);
                }
            }
            taken.pop();
        }
    }
    let mut out = Vec::new();
    expand(graph, nodes, 0, &mut Vec::new(), Sign::Positive, &mut out);
    out
}
