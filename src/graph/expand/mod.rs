//! The one expansion step: classes, pools, contexts and short forms become a flat list of causal edges.
//!
//! The causal core and the path search see only this list, so no rule of inheritance or context is written twice.

mod chain;
mod inheritance;
mod open_site;
mod setting;
#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use super::{Aspect, Edge, EdgeId, EntityId, Evidence, Graph, RelationId, Sign};
use crate::cancel::{Cancel, Cancelled};
use inheritance::Inheritance;

pub use open_site::OpenSite;
pub use setting::Setting;

/// An edge as it holds for one subject in one setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpandedEdge {
    /// Who acts: the edge's own subject, or a member of it.
    pub subject: EntityId,
    /// The relation of the edge.
    pub relation: RelationId,
    /// On whom.
    pub object: EntityId,
    /// The sign of the relation; none where it carries no effect.
    pub sign: Option<Sign>,
    /// The aspect of the object that it changes: activity where the object has no abundance.
    pub aspect: Aspect,
    /// The edge of the data that says so.
    pub edge: EdgeId,
    /// The class whose edge it is.
    pub via_class: Option<EntityId>,
    /// Edges of classes that say the same of the subject: their evidence counts too.
    pub also: Vec<EdgeId>,
    /// It is the short form of a finer chain that exists here.
    pub coarse: bool,
}

impl ExpandedEdge {
    /// An edge just as it is stated.
    pub fn stated(graph: &Graph, id: EdgeId) -> Self {
        expand(graph, id, graph.subject_of(id), None)
    }

    /// What every source says of it, its own edge last.
    pub fn evidence<'g>(&'g self, graph: &'g Graph) -> impl Iterator<Item = &'g Evidence> {
        self.also.iter().chain([&self.edge]).flat_map(|&id| &graph.edge(id).evidence)
    }
}

/// Every edge as it holds in one setting, by what may be done with it.
#[derive(Clone, Debug, Default)]
pub struct Expansion {
    /// Mechanism steps: direct, signed, followed.
    pub steps: Vec<ExpandedEdge>,
    /// Stated net effects, among them stated absences.
    pub documented: Vec<ExpandedEdge>,
    /// What is only listed: relations without sign, edges that are not followed, and steps that are stated to be absent.
    pub listed: Vec<ExpandedEdge>,
}

impl Expansion {
    /// Expands a graph in a setting.
    ///
    /// Complexity: **O(E · m)** for E edges and at most m members a class.
    pub fn new(graph: &Graph, setting: &Setting) -> Self {
        Self::within(graph, setting, &Cancel::never()).unwrap_or_default()
    }

    /// The same, as long as nothing stops it: edges of classes of classes can be many more than there are edges.
    ///
    /// # Errors
    /// Once cancelled.
    pub fn within(graph: &Graph, setting: &Setting, cancel: &Cancel) -> Result<Self, Cancelled> {
        let mut expansion = Self::default();
        for expanded in inherit(graph, setting, cancel)? {
            let edge = graph.edge(expanded.edge);
            let list = if expanded.sign.is_none() || (edge.is_direct() && (edge.negated || !edge.followed)) {
                &mut expansion.listed
            } else if edge.is_direct() {
                &mut expansion.steps
            } else {
                &mut expansion.documented
            };
            list.push(expanded);
        }
        chain::mark_coarse(graph, &mut expansion.steps);
        Ok(expansion)
    }

    /// Every expanded edge: steps, documented effects, and what is only listed.
    pub fn all(&self) -> impl Iterator<Item = &ExpandedEdge> {
        self.steps.iter().chain(&self.documented).chain(&self.listed)
    }
}

/// After how many edges it is asked whether to go on.
const PULSE: usize = 1024;

/// The edges that hold in the setting, each once for its subject and once for each member that inherits it.
fn inherit(graph: &Graph, setting: &Setting, cancel: &Cancel) -> Result<Vec<ExpandedEdge>, Cancelled> {
    let mut expanded: Vec<ExpandedEdge> = Vec::with_capacity(graph.edge_count());
    let mut stated: FxHashMap<Statement, Vec<usize>> = FxHashMap::default();
    let mut looked_at = 0_usize;
    let mut pulse = || {
        looked_at += 1;
        if looked_at.is_multiple_of(PULSE) { cancel.check() } else { Ok(()) }
    };
    for id in graph.edge_ids() {
        pulse()?;
        let edge = graph.edge(id);
        if setting.admits(graph, edge, edge.subject) {
            stated.entry(Statement::of(graph, edge, edge.subject)).or_default().push(expanded.len());
            expanded.push(expand(graph, id, edge.subject, None));
        }
    }
    let inheritance = Inheritance::new(graph, cancel)?;
    // Nearest classes first, so that a class's own edge beats what it inherits itself.
    for member in graph.entity_ids() {
        for (class, id) in inheritance.of(member) {
            pulse()?;
            let edge = graph.edge(id);
            if !setting.admits(graph, edge, member) {
                continue;
            }
            match stated.entry(Statement::of(graph, edge, member)).or_default() {
                own if own.is_empty() => {
                    own.push(expanded.len());
                    expanded.push(expand(graph, id, member, Some(class)));
                }
                own => {
                    for &index in own.iter() {
                        let known = &mut expanded[index];
                        let agrees =
                            known.relation == edge.relation || known.sign == graph.schema.relation(edge.relation).sign;
                        // Each edge of a class comes by once, so none is noted twice.
                        if agrees && known.edge != id {
                            known.also.push(id);
                        }
                    }
                }
            }
        }
    }
    Ok(expanded)
}

/// What an explicit edge of a member says, and so what its class cannot say otherwise.
#[derive(PartialEq, Eq, Hash)]
struct Statement<'g> {
    subject: EntityId,
    object: EntityId,
    /// None for a mechanism step.
    background: Option<&'g str>,
    negated: bool,
    signed_aspect: Option<Aspect>,
    unsigned: Option<RelationId>,
}

impl<'g> Statement<'g> {
    fn of(graph: &Graph, edge: &'g Edge, subject: EntityId) -> Self {
        let relation = graph.schema.relation(edge.relation);
        let signed = relation.sign.is_some();
        Self {
            subject,
            object: edge.object,
            background: edge.background(),
            negated: edge.negated,
            signed_aspect: signed.then(|| changed_aspect(graph, edge)),
            unsigned: (!signed).then_some(edge.relation),
        }
    }
}

fn expand(graph: &Graph, id: EdgeId, subject: EntityId, via_class: Option<EntityId>) -> ExpandedEdge {
    let edge = graph.edge(id);
    ExpandedEdge {
        subject,
        relation: edge.relation,
        object: edge.object,
        sign: graph.schema.relation(edge.relation).sign,
        aspect: changed_aspect(graph, edge),
        edge: id,
        via_class,
        also: Vec::new(),
        coarse: false,
    }
}

/// The aspect of the object that an edge changes: the relation's, or activity where the object has no abundance.
pub fn changed_aspect(graph: &Graph, edge: &Edge) -> Aspect {
    if graph.has_abundance(edge.object) { graph.schema.relation(edge.relation).aspect } else { Aspect::Activity }
}
