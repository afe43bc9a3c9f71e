//! What a member of a class inherits although a source says that it does less of it.

use crate::graph::{EntityId, ExpandedEdge, Graph, Role, Sign};

/// Why a chain of steps is less sure than its signs: an inherited step that ends in suppression, of a member that is said to
/// suppress less than its class or another member of it. None where nothing of the kind is said.
pub(super) fn reason(graph: &Graph, chain: &[&ExpandedEdge]) -> Option<String> {
    chain.iter().enumerate().find_map(|(place, step)| {
        let suppresses = chain[place..].iter().any(|later| later.sign == Some(Sign::Negative));
        if suppresses { less_than(graph, step.subject, step.via_class?) } else { None }
    })
}

/// That a member does less than a class, or than another member of it, where a source says so.
fn less_than(graph: &Graph, member: EntityId, class: EntityId) -> Option<String> {
    let links = graph.adjacency.outgoing(member);
    let link = links.into_iter().find(|link| {
        graph.schema.relation(link.relation()).role == Role::Tempering
            && !link.label.is_negated()
            && (link.entity == class || graph.adjacency.all_classes(link.entity).contains(&class))
    })?;
    let name = |entity: EntityId| &graph.entity(entity).name;
    let relation = &graph.schema.relation(link.relation()).id;
    let note = &graph.edge(link.edge).note;
    let note = if note.is_empty() { String::new() } else { format!(" ({note})") };
    Some(format!(
        "it is said of {}; {} is said to be {relation} {}{note}",
        name(class),
        name(member),
        name(link.entity),
    ))
}
