//! Expanded edges as the steps that answers print.

use indexmap::IndexMap;

use crate::answer::{EvidenceItem, PathRole, PathRow, Step};
use crate::causal::Condensation;
use crate::graph::{EdgeId, EntityId, Evidence, ExpandedEdge, Graph, Quantity, Role, Sign};

use super::mechanism::EdgePath;
use super::model::Model;

/// An edge as a step.
pub(super) fn step(graph: &Graph, expanded: &ExpandedEdge) -> Step {
    let edge = graph.edge(expanded.edge);
    let name = |id: EntityId| graph.entity(id).name.clone();
    Step {
        from: name(expanded.subject),
        relation: graph.schema.relation(expanded.relation).id.clone(),
        to: name(expanded.object),
        sign: expanded.sign,
        aspect: expanded.sign.map(|_| expanded.aspect),
        via_class: expanded.via_class.map(name),
        through: edge.through.iter().map(|&id| name(id)).collect(),
        context: edge.context.0.clone(),
        evidence: evidence(graph, expanded),
        background: edge.background().map(str::to_owned),
        negated: edge.negated,
        quantities: edge.quantities.iter().map(figure).collect(),
        note: edge.note.clone(),
    }
}

/// Everything that vouches for an edge: its own evidence, then that of classes that say the same. Each place once, the
/// surest first among places of one source.
fn evidence(graph: &Graph, expanded: &ExpandedEdge) -> Vec<EvidenceItem> {
    let mut items: Vec<EvidenceItem> = Vec::new();
    for &EdgeId(id) in [&expanded.edge].into_iter().chain(&expanded.also) {
        for evidence in &graph.edge(EdgeId(id)).evidence {
            let item = evidence_item(graph, evidence);
            if !items.contains(&item) {
                items.push(item);
            }
        }
    }
    items
}

/// A place that states something, in words.
pub(super) fn evidence_item(graph: &Graph, evidence: &Evidence) -> EvidenceItem {
    let source = graph.source(evidence.source);
    EvidenceItem {
        source: source.id.clone(),
        source_name: (source.name != source.id).then(|| source.name.clone()),
        section: evidence.section.clone(),
        reference: evidence.reference.map(|id| graph.source(id).name.clone()),
        certainty: evidence.certainty.as_str().to_owned(),
        note: evidence.note.clone(),
    }
}

/// A figure as its source words it, with its setting.
pub(super) fn figure(quantity: &Quantity) -> String {
    if quantity.setting.is_empty() {
        format!("{}: {}", quantity.measure, quantity.text)
    } else {
        format!("{}: {} ({})", quantity.measure, quantity.text, quantity.setting)
    }
}

/// The edges of a path.
pub(super) fn edges_of<'m>(model: &'m Model, path: &EdgePath) -> Vec<&'m ExpandedEdge> {
    path.edges.iter().map(|&position| &model.mechanism.edges()[position]).collect()
}

/// A path as steps.
pub(super) fn steps(graph: &Graph, edges: &[&ExpandedEdge]) -> Vec<Step> {
    edges.iter().map(|edge| step(graph, edge)).collect()
}

/// A path as a row.
pub(super) fn path_row(graph: &Graph, edges: &[&ExpandedEdge], net: Option<Sign>, role: Option<PathRole>) -> PathRow {
    let first = edges.first().map(|edge| edge.subject);
    let entities = first.into_iter().chain(edges.iter().map(|edge| edge.object));
    PathRow {
        entities: entities.map(|id| graph.entity(id).name.clone()).collect(),
        steps: steps(graph, edges),
        net,
        hops: u32::try_from(edges.len()).unwrap_or(u32::MAX),
        role,
    }
}

/// The part that a path plays in the verdict of its pair.
///
/// Paths may hold short forms, which the causal core never sees, so its rule is applied here to edges: a path is damping
/// where one of its edges joins two nodes of a component that holds a negative loop.
pub(super) fn role(
    graph: &Graph,
    model: &Model,
    edges: &[&ExpandedEdge],
    net: Sign,
    verdict: Option<Sign>,
) -> PathRole {
    if verdict.is_none_or(|verdict| verdict == net) && (verdict.is_some() || net == Sign::Positive) {
        return PathRole::Supporting;
    }
    let consumes = |edge: &&ExpandedEdge| graph.schema.relation(edge.relation).role == Role::Consumption;
    if edges.iter().skip(1).any(consumes) {
        return PathRole::Sparing;
    }
    let condensation = model.ensemble.condensation();
    if verdict.is_some() && edges.iter().any(|edge| in_negative_feedback(model, condensation, edge)) {
        return PathRole::Damping;
    }
    PathRole::Opposing
}

fn in_negative_feedback(model: &Model, condensation: &Condensation, edge: &ExpandedEdge) -> bool {
    let graph = model.ensemble.graph();
    let from = graph.node_of(edge.subject, crate::graph::Aspect::Activity);
    let to = graph.node_of(edge.object, edge.aspect);
    from.zip(to).is_some_and(|(from, to)| {
        condensation.same_component(from, to)
            && condensation.components()[condensation.component_of(from)].holds_negative_loop()
    })
}

/// A context as answers print it.
pub(super) fn context_text(context: &IndexMap<String, String>) -> String {
    let values: Vec<&str> = context.values().map(String::as_str).collect();
    values.join(", ")
}

/// An entity's name, with the context in which it is meant.
pub(super) fn name_in(graph: &Graph, entity: EntityId, context: &IndexMap<String, String>) -> String {
    let name = &graph.entity(entity).name;
    if context.is_empty() { name.clone() } else { format!("{name} ({})", context_text(context)) }
}
