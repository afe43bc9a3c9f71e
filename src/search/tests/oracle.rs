//! The definition of every query, followed to the letter: list every sequence of arcs, keep what fits, sort.

use std::collections::HashSet;

use crate::graph::Sign;
use crate::search::{Arc, ArcId, Direction, Mode, Node, Path, PathQuery, Relations, Selection, Targets};

/// The answer to a query on the graph of these arcs, without its limit.
pub(super) fn answer(arcs: &[Arc], query: &PathQuery) -> Vec<Path> {
    let mut paths = Vec::new();
    let sources: HashSet<Node> = query.sources.iter().copied().collect();
    for source in sources {
        if !query.avoid.contains(source.index()) {
            extend(arcs, query, &mut Walk { nodes: vec![source], arcs: Vec::new() }, &mut paths);
        }
    }
    paths.sort();
    let shortest = paths.first().map_or(0, |path| path.hops);
    match query.selection {
        Selection::All => {}
        Selection::Any => paths.truncate(1),
        Selection::Shortest(count) => paths.truncate(count),
        Selection::AllShortest => paths.retain(|path| path.hops == shortest),
        Selection::Near(slack) => paths.retain(|path| path.hops <= shortest + slack),
    }
    paths
}

struct Walk {
    nodes: Vec<Node>,
    arcs: Vec<ArcId>,
}

fn extend(arcs: &[Arc], query: &PathQuery, walk: &mut Walk, paths: &mut Vec<Path>) {
    if !walk.arcs.is_empty() && is_answer(arcs, query, walk) {
        paths.push(path(arcs, query, walk));
    }
    let here = *walk.nodes.last().unwrap();
    for (id, arc) in (0..).map(ArcId).zip(arcs) {
        let mut ends: Vec<Node> = Vec::new();
        if arc.from == here && query.direction != Direction::Backward {
            ends.push(arc.to);
        }
        if arc.to == here && query.direction != Direction::Forward && !ends.contains(&arc.from) {
            ends.push(arc.from);
        }
        for end in ends {
            if may_take(arcs, query, walk, id, end) {
                walk.nodes.push(end);
                walk.arcs.push(id);
                extend(arcs, query, walk, paths);
                walk.nodes.pop();
                walk.arcs.pop();
            }
        }
    }
}

fn may_take(arcs: &[Arc], query: &PathQuery, walk: &Walk, id: ArcId, end: Node) -> bool {
    let arc = arcs[id.index()];
    let label = arc.label as usize;
    let is_link = arc.hops == 0;
    let admitted = match &query.labels.relations {
        Relations::All => true,
        Relations::Only(labels) => is_link || labels.contains(label),
        Relations::Except(labels) => is_link || !labels.contains(label),
    };
    let links = walk.arcs.iter().rev().take_while(|id| arcs[id.index()].hops == 0).count();
    let enters_run_again = is_link && walk.nodes.iter().rev().take(links + 1).any(|node| *node == end);
    let repeats = match query.mode {
        Mode::Simple => walk.nodes.contains(&end),
        Mode::Cycle => {
            let is_closed = !walk.arcs.is_empty() && walk.nodes.first() == walk.nodes.last();
            let closes = walk.nodes.first() == Some(&end);
            let twice = query.direction == Direction::Either && walk.arcs.contains(&id);
            is_closed || twice || walk.nodes.contains(&end) && !closes
        }
        Mode::Trail => (!is_link && walk.arcs.contains(&id)) || enters_run_again,
        Mode::Walk => enters_run_again,
    };
    let is_short = query.max_hops.is_none_or(|max| hops(arcs, walk) + usize::from(arc.hops) <= max);
    admitted && !repeats && is_short && !query.avoid.contains(end.index())
}

fn is_answer(arcs: &[Arc], query: &PathQuery, walk: &Walk) -> bool {
    let length = hops(arcs, walk);
    let ends_at_target = match &query.targets {
        _ if query.mode == Mode::Cycle => walk.nodes.first() == walk.nodes.last(),
        Targets::Any => waypoints_passed(query, &walk.nodes) == query.waypoints.len(),
        Targets::Nodes(targets) => {
            let is_end = |place: &usize| {
                targets.contains(&walk.nodes[*place])
                    && waypoints_passed(query, &walk.nodes[..=*place]) == query.waypoints.len()
            };
            let last = walk.nodes.len() - 1;
            let first_end = (1..=last).find(is_end);
            if query.ends_at_first_target { first_end == Some(last) } else { is_end(&last) }
        }
    };
    let touches = |group: &Vec<Node>| walk.nodes.iter().any(|node| group.contains(node));
    ends_at_target
        && length >= query.min_hops
        && query.sign.is_none_or(|sign| net(arcs, walk) == Some(sign))
        && query.via.iter().all(touches)
}

/// How many waypoints lie, in order, strictly between the ends of these nodes.
fn waypoints_passed(query: &PathQuery, nodes: &[Node]) -> usize {
    let mut passed = 0;
    for node in &nodes[1..nodes.len() - 1] {
        passed += usize::from(query.waypoints.get(passed).is_some_and(|group| group.contains(node)));
    }
    passed
}

fn path(arcs: &[Arc], query: &PathQuery, walk: &Walk) -> Path {
    Path {
        hops: hops(arcs, walk),
        nodes: walk.nodes.clone(),
        arcs: walk.arcs.clone(),
        sign: net(arcs, walk).filter(|_| query.direction != Direction::Either),
    }
}

fn hops(arcs: &[Arc], walk: &Walk) -> usize {
    walk.arcs.iter().map(|id| usize::from(arcs[id.index()].hops)).sum()
}

fn net(arcs: &[Arc], walk: &Walk) -> Option<Sign> {
    walk.arcs.iter().try_fold(Sign::Positive, |net, id| Some(net * arcs[id.index()].sign?))
}
