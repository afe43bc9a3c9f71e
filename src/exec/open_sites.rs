//! Verdicts that rest on what an agent does at a receptor which the graph does not name: they are open.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::cancel::Cancel;
use crate::causal::{Derivation, Outcome};
use crate::graph::{EntityId, Graph, OpenSite};
use crate::search::{self, Budget, Direction, Labels, Node, Passage};

use super::finding::Aim;
use super::mechanism::Mechanism;

/// The open sites of a graph in one setting, and what leads to and from them.
#[derive(Debug, Default)]
pub(super) struct OpenSites {
    sites: Vec<OpenSite>,
    /// By agent: the nodes from which a chain of steps leads to it, itself among them.
    before: FxHashMap<Node, FxHashSet<Node>>,
    /// By what is acted on: the nodes to which a chain of steps leads from it, itself among them.
    after: FxHashMap<Node, FxHashSet<Node>>,
}

impl OpenSites {
    /// What leads to and from the open sites of a mechanism. Nothing is searched where there are none. Once cancelled, some
    /// ways are missing.
    pub fn new(sites: Vec<OpenSite>, mechanism: &Mechanism, cancel: &Cancel) -> Self {
        let (mut before, mut after) = (FxHashMap::default(), FxHashMap::default());
        for site in &sites {
            let (agent, object) = (mechanism.top(site.agent), object(mechanism, site));
            before.entry(agent).or_insert_with(|| reached(mechanism, agent, Direction::Backward, cancel));
            after.entry(object).or_insert_with(|| reached(mechanism, object, Direction::Forward, cancel));
        }
        Self { sites, before, after }
    }

    /// The first open site on a way from a subject to what is asked of an object.
    pub fn between(&self, mechanism: &Mechanism, subject: EntityId, aim: &Aim) -> Option<&OpenSite> {
        if self.sites.is_empty() {
            return None;
        }
        let (source, target) = (mechanism.top(subject), mechanism.target(aim.object, Some(aim.aspect)));
        let holds = |nodes: Option<&FxHashSet<Node>>, node: Node| nodes.is_some_and(|nodes| nodes.contains(&node));
        self.sites.iter().find(|site| {
            holds(self.before.get(&mechanism.top(site.agent)), source)
                && holds(self.after.get(&object(mechanism, site)), target)
        })
    }
}

fn object(mechanism: &Mechanism, site: &OpenSite) -> Node {
    mechanism.target(site.object, Some(site.aspect))
}

fn reached(mechanism: &Mechanism, start: Node, direction: Direction, cancel: &Cancel) -> FxHashSet<Node> {
    let avoid = fixedbitset::FixedBitSet::new();
    let passage = Passage { direction, labels: &Labels::ALL, avoid: &avoid };
    let budget = &mut Budget::unlimited(cancel);
    let found = search::reach_signed(mechanism.graph(), passage, &[start], None, budget).unwrap_or_default();
    found.into_iter().map(|reached| reached.node).chain([start]).collect()
}

/// What was derived, left open: the influence at the site has no sign and no size.
pub(super) fn opened(derivation: Derivation) -> Derivation {
    match derivation.outcome {
        Outcome::Determined(_) | Outcome::Likely(_) => {
            Derivation { outcome: Outcome::Ambiguous, likelihood: None, ..derivation }
        }
        _ => derivation,
    }
}

/// `estradiol acts on gynecomastia by a receptor of the class estrogen receptor that is not in the graph; tamoxifen acts at
/// others of the class, and what it does at this one is not stated`
pub(super) fn reason(graph: &Graph, site: &OpenSite) -> String {
    let name = |entity: EntityId| &graph.entity(entity).name;
    let (agent, class) = (name(site.agent), name(site.class));
    match site.mediator {
        Some(mediator) => format!(
            "{} acts on {} by {} of the class {class} that is not in the graph; {agent} acts at others of the class, and what it does at this one is not stated",
            name(mediator),
            name(site.object),
            one_of_its_kind(graph, site.class),
        ),
        None => format!("{agent} acts at members of the class {class}; what it does at others is not stated"),
    }
}

/// `a receptor`, `an enzyme`
fn one_of_its_kind(graph: &Graph, entity: EntityId) -> String {
    let kind = &graph.schema.kind(graph.entity(entity).kind()).id;
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}
