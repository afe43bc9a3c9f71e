//! Whether the chain exists that an edge says it is the short form of, and with the same sign.

use super::edges::EdgePlaces;
use crate::diagnostic::Code;
use crate::formats::log::Log;
use crate::graph::{Context, ContextScope, Edge, EntityId, Graph, Link, Sign};

pub(super) fn check(graph: &Graph, places: &[EdgePlaces], log: &Log<'_>) {
    for (edge, place) in graph.edges().zip(places) {
        if let Err(message) = check_chain(graph, edge) {
            log.add(place.through, Code::BrokenChain, message);
        }
    }
}

/// The signs that a chain can have so far.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Signs {
    positive: bool,
    negative: bool,
}

impl Signs {
    fn add(&mut self, sign: Sign) {
        match sign {
            Sign::Positive => self.positive = true,
            Sign::Negative => self.negative = true,
        }
    }

    fn contains(self, sign: Sign) -> bool {
        match sign {
            Sign::Positive => self.positive,
            Sign::Negative => self.negative,
        }
    }

    fn is_empty(self) -> bool {
        self == Self::default()
    }

    fn times(self, other: Self) -> Self {
        Self {
            positive: (self.positive && other.positive) || (self.negative && other.negative),
            negative: (self.positive && other.negative) || (self.negative && other.positive),
        }
    }
}

fn check_chain(graph: &Graph, edge: &Edge) -> Result<(), String> {
    if edge.through.is_empty() {
        return Ok(());
    }
    let mut signs = Signs { positive: true, negative: false };
    let mut from = edge.subject;
    for &to in edge.through.iter().chain([&edge.object]) {
        let step = step_signs(graph, edge, from, to);
        // A class of receptors may stand for a member that the graph does not name, and of which no step is told.
        if step.is_empty() && is_unnamed_member(graph, edge, from, to) {
            return Ok(());
        }
        if step.is_empty() {
            let name = |id: EntityId| &graph.entity(id).id;
            return Err(format!("no direct edge joins `{}` to `{}`, so there is no such chain", name(from), name(to)));
        }
        signs = signs.times(step);
        from = to;
    }
    match graph.schema.relation(edge.relation).sign {
        Some(sign) if !signs.contains(sign) => {
            Err(format!("the edge's sign is `{sign}`, that of the chain through these entities is `{}`", -sign))
        }
        _ => Ok(()),
    }
}

/// Whether a chain ends in a class without an amount of its own, from which no step leads on to the object.
fn is_unnamed_member(graph: &Graph, edge: &Edge, from: EntityId, to: EntityId) -> bool {
    from != edge.subject && to == edge.object && !graph.has_abundance(from) && !graph.adjacency.members(from).is_empty()
}

/// The signs of the direct edges that can be one step of an edge's chain. A step may be inherited from a class of its
/// start; it may start from a member of an inner class, and end in a member of a class. For an edge without sign, steps
/// without sign count, as positive.
fn step_signs(graph: &Graph, short: &Edge, from: EntityId, to: EntityId) -> Signs {
    let signed = graph.schema.relation(short.relation).sign.is_some();
    let ends = |link: &Link| link.entity == to || graph.adjacency.all_classes(link.entity).contains(&to);
    let mut signs = Signs::default();
    for (start, inherits) in starts(graph, short, from) {
        for link in graph.adjacency.outgoing(start).into_iter().filter(&ends) {
            let step = graph.edge(link.edge);
            let relation = graph.schema.relation(link.relation());
            let usable = step.is_direct()
                && step.followed
                && !step.negated
                && (!inherits || relation.inherited)
                && holds_with(graph, short, step, from == short.subject);
            if let Some(sign) = link.sign().or((!signed).then_some(Sign::Positive))
                && usable
            {
                signs.add(sign);
            }
        }
    }
    signs
}

/// Where a step may start: at the entity itself, at its classes (by inheritance), and within a chain at its members.
fn starts(graph: &Graph, short: &Edge, from: EntityId) -> Vec<(EntityId, bool)> {
    let classes = graph.adjacency.all_classes(from).into_iter().map(|class| (class, true));
    let mut starts: Vec<(EntityId, bool)> = std::iter::once((from, false)).chain(classes).collect();
    if from != short.subject {
        starts.extend(graph.adjacency.members(from).into_iter().map(|member| (member, false)));
    }
    starts
}

/// Whether a step holds wherever the short form does. A key of the subject binds the chain's first step only;
/// annotations bind nothing; an edge that says nothing of a key is said of its default.
fn holds_with(graph: &Graph, short: &Edge, step: &Edge, first: bool) -> bool {
    let value = |context: &Context, key: &str| context.get(key).map(str::to_owned);
    graph.schema.contexts.values().all(|key| {
        let binds = match key.scope {
            ContextScope::Subject => first,
            ContextScope::Graph => true,
            ContextScope::Annotation => false,
        };
        let wanted = value(&short.context, &key.key).or_else(|| key.default.clone());
        !binds || step.context.get(&key.key).is_none_or(|given| wanted.as_deref() == Some(given))
    })
}
