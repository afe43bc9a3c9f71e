//! Steps of opposite sign between the same two.

use indexmap::IndexMap;

use super::Lint;
use super::finding::{About, Remark};
use super::material::Material;
use crate::diagnostic::{Code, Severity};
use crate::graph::{Aspect, Context, EdgeId, EntityId, Sign, changed_aspect};

/// Two mechanism steps from one subject to the same aspect of one object, of opposite sign, that can hold at once: no
/// context key has different values on them.
pub(super) const LINT: Lint = Lint {
    code: Code::OppositeSigns,
    severity: Severity::Error,
    finds: "steps of opposite sign between the same two, in the same context",
    run,
};

const HELP: &str = "one of them is wrong, or they hold in different contexts, or a step between is missing";

fn run(material: &Material<'_>) -> Vec<Remark> {
    let graph = material.graph;
    let mut parallel: IndexMap<(EntityId, EntityId, Aspect), Vec<(EdgeId, Sign)>> = IndexMap::new();
    let mut remarks = Vec::new();
    for (id, edge, sign) in material.steps() {
        let earlier = parallel.entry((edge.subject, edge.object, changed_aspect(graph, edge))).or_default();
        let opposite = earlier.iter().find(|(other, other_sign)| {
            *other_sign != sign && can_hold_at_once(&graph.edge(*other).context, &edge.context)
        });
        if let Some(&(other, _)) = opposite {
            let message = format!("{}, but also {} it", material.sentence(id), material.verb(other));
            remarks.push(Remark::new(About::Edge(id), message, HELP).beside(About::Edge(other)));
        }
        earlier.push((id, sign));
    }
    remarks
}

/// What an edge says nothing of holds for every value.
fn can_hold_at_once(one: &Context, other: &Context) -> bool {
    one.0.iter().all(|(key, value)| other.get(key).is_none_or(|said| said == value))
}
