//! A graph in one setting, made ready for questions: its expansion, its mechanism paths, its press model.

use fixedbitset::FixedBitSet;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::cancel::Cancel;
use crate::causal::{
    self, CausalStep, Derivation, Ensemble, EntityTraits, Fact, InfluenceGraph, NodeId, Press, Question, Scenario,
};
use crate::graph::{Aspect, Certainty, EntityId, Graph, Group, Role, Setting, Sign, UNTREATED};
use crate::graph::{ExpandedEdge, Expansion, OpenSite};

use super::mechanism::Mechanism;
use super::merit::surest;
use super::open_sites::OpenSites;

/// A graph in one setting.
pub(super) struct Model {
    /// What holds in the setting.
    pub expansion: Expansion,
    /// Its mechanism steps as a graph to search for paths.
    pub mechanism: Mechanism,
    /// Where agents act in a way that nobody states.
    pub open_sites: OpenSites,
    /// The press model over its fine steps.
    pub ensemble: Ensemble,
    /// Derivations of single presses made so far: a script asks for one set in several statements.
    pub derived: FxHashMap<Pressed, Derivation>,
    /// The facts that calibrate the press model, in its order.
    facts: Vec<KnownEffect>,
    /// Positions of steps in the mechanism, and of effects among the documented ones, by subject and object.
    steps_of: FxHashMap<(EntityId, EntityId), Vec<usize>>,
    documented_of: FxHashMap<(EntityId, EntityId), Vec<usize>>,
    /// By subject: the class of its first edge, where it has all its edges of classes.
    folds_under: FxHashMap<EntityId, Option<EntityId>>,
    /// By entity of a kind that reads out: the only entity that acts on it, where there is just one.
    read_outs: FxHashMap<EntityId, EntityId>,
    /// Whether it is that of a part of a large graph, in which what else acts on an entity may be missing.
    pub is_of_part: bool,
}

/// How models are made.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Making {
    /// Of the press model.
    pub seed: u64,
    /// The longest chains looked at, where these are bounded: no longer path is told.
    pub longest: Option<usize>,
    /// Whether the graph is a part of a large one.
    pub is_of_part: bool,
}

/// A single press and what is watched: source, target, and what is held.
pub(super) type Pressed = (NodeId, NodeId, Vec<NodeId>);

/// How many derivations a model remembers.
pub(super) const REMEMBERED: usize = 100_000;

/// A calibrating fact in terms of entities.
#[derive(Clone, Copy, Debug)]
struct KnownEffect {
    subject: EntityId,
    object: EntityId,
}

impl Model {
    /// Makes a graph ready in a setting, of which `expansion` is that of the graph. Once cancelled it is not to be used: what
    /// makes a verdict less sure may be missing.
    pub fn new(graph: &Graph, setting: &Setting, expansion: Expansion, making: Making, cancel: &Cancel) -> Self {
        let Making { seed, longest, is_of_part } = making;
        let followed: Vec<ExpandedEdge> =
            expansion.steps.iter().filter(|step| !graph.edge(step.edge).optional).cloned().collect();
        let mechanism = Mechanism::new(graph, followed).up_to(longest.unwrap_or(usize::MAX));
        let open_sites = OpenSites::new(OpenSite::among(graph, &expansion.steps), &mechanism, cancel);
        let steps = causal_steps(graph, mechanism.edges());
        let influences = InfluenceGraph::build(&traits(graph), &steps);
        let untouched = untouched_by(graph, setting, mechanism.edges());
        let (facts, calibration) = known_effects(graph, &expansion, &influences, &untouched);
        let ensemble = Ensemble::new(influences, calibration, causal::Options { seed, ..causal::Options::default() });
        let read_outs = read_outs(graph, &steps);
        let steps_of = by_pair(mechanism.edges());
        let documented_of = by_pair(&expansion.documented);
        let mut folds_under: FxHashMap<EntityId, Option<EntityId>> = FxHashMap::default();
        for edge in expansion.steps.iter().chain(&expansion.documented) {
            let class = folds_under.entry(edge.subject).or_insert(edge.via_class);
            *class = class.filter(|_| edge.via_class.is_some());
        }
        Self {
            steps_of,
            documented_of,
            expansion,
            mechanism,
            open_sites,
            ensemble,
            derived: FxHashMap::default(),
            facts,
            folds_under,
            read_outs,
            is_of_part,
        }
    }

    /// The class under which a subject folds: everything that acts for it is inherited.
    pub fn folds_under(&self, subject: EntityId) -> Option<EntityId> {
        self.folds_under.get(&subject).copied().flatten()
    }

    /// The node that a press on an entity moves: its abundance where it has one. None where no step touches it.
    pub fn source(&self, entity: EntityId) -> Option<NodeId> {
        self.ensemble.graph().source_node(entity)
    }

    /// The node of an aspect of an entity.
    pub fn target(&self, entity: EntityId, aspect: Aspect) -> Option<NodeId> {
        self.ensemble.graph().node_of(entity, aspect)
    }

    /// What the causal core is asked of a subject and an object: more of the one, the other watched, some nodes held.
    pub fn question(
        &self,
        graph: &Graph,
        (subject, object): (EntityId, EntityId),
        (node, target, clamped): Pressed,
    ) -> Question {
        let press = Press { node, sign: Sign::Positive };
        let scenario = Scenario { presses: vec![press], clamped, forced: Vec::new() };
        Question { excluded: self.own_facts(graph, subject, object), ..Question::new(scenario, target) }
    }

    /// By step of the press model: its position in [`Mechanism::edges`].
    pub fn positions_of_steps(&self, graph: &Graph) -> Vec<usize> {
        observed(graph, self.mechanism.edges()).map(|(position, ..)| position).collect()
    }

    /// The mechanism steps that join a pair.
    pub fn steps_between(&self, subject: EntityId, object: EntityId) -> impl Iterator<Item = &ExpandedEdge> {
        let positions = self.steps_of.get(&(subject, object)).into_iter().flatten();
        positions.filter_map(|&position| self.mechanism.edges().get(position))
    }

    /// The stated net effects of a pair.
    pub fn documented_between(&self, subject: EntityId, object: EntityId) -> impl Iterator<Item = &ExpandedEdge> {
        let positions = self.documented_of.get(&(subject, object)).into_iter().flatten();
        positions.filter_map(|&position| self.expansion.documented.get(position))
    }

    /// The facts that a question about this pair must not be calibrated with: those about the pair itself, said of the
    /// subject, its classes, members and components, and of the object, its pools and read-outs.
    pub fn own_facts(&self, graph: &Graph, subject: EntityId, object: EntityId) -> FixedBitSet {
        let mut own = FixedBitSet::with_capacity(self.facts.len());
        for (position, fact) in self.facts.iter().enumerate() {
            if Self::same_subject(graph, subject, fact.subject) && self.same_object(graph, object, fact.object) {
                own.insert(position);
            }
        }
        own
    }

    fn same_subject(graph: &Graph, asked: EntityId, known: EntityId) -> bool {
        asked == known
            || graph.adjacency.all_classes(asked).contains(&known)
            || graph.adjacency.all_classes(known).contains(&asked)
            || components(graph, asked).any(|component| component == known)
    }

    fn same_object(&self, graph: &Graph, asked: EntityId, known: EntityId) -> bool {
        let umbrellas = graph.adjacency.umbrellas(asked);
        asked == known
            || graph.adjacency.umbrellas(known).iter().any(|umbrella| umbrellas.contains(umbrella))
            || self.reads_out(asked, known)
            || self.reads_out(known, asked)
    }

    /// Whether one entity only shows what another does (sperm count and spermatogenesis).
    fn reads_out(&self, mut entity: EntityId, of: EntityId) -> bool {
        let mut passed = FxHashSet::default();
        while let Some(&input) = self.read_outs.get(&entity) {
            if input == of {
                return true;
            }
            if !passed.insert(entity) {
                return false;
            }
            entity = input;
        }
        false
    }

    /// The facts, by position, in words for notes: subject and object.
    pub fn fact(&self, position: usize) -> Option<(EntityId, EntityId)> {
        self.facts.get(position).map(|fact| (fact.subject, fact.object))
    }
}

/// What an entity gives: the objects of its edges whose relation administers.
pub(super) fn components(graph: &Graph, entity: EntityId) -> impl Iterator<Item = EntityId> {
    graph
        .adjacency
        .outgoing(entity)
        .into_iter()
        .filter(|link| graph.schema.relation(link.relation()).role == Role::Administration)
        .map(|link| link.entity)
}

/// The parts of an entity, and what is located in it, parts of parts included.
pub(super) fn parts(graph: &Graph, whole: EntityId) -> Vec<EntityId> {
    let mut parts: FxHashSet<EntityId> = FxHashSet::default();
    let mut open = vec![whole];
    while let Some(entity) = open.pop() {
        for link in graph.adjacency.incoming(entity) {
            let is_part = !link.label.is_negated() && graph.schema.relation(link.relation()).role.is_within();
            if is_part && link.entity != whole && parts.insert(link.entity) {
                open.push(link.entity);
            }
        }
    }
    let mut parts: Vec<EntityId> = parts.into_iter().collect();
    parts.sort_unstable();
    parts
}

/// Whether nobody vouches for an edge but in theory.
pub(super) fn only_theoretical(graph: &Graph, edge: &ExpandedEdge) -> bool {
    surest(graph, edge) == Some(Certainty::Theoretical)
}

fn by_pair(edges: &[ExpandedEdge]) -> FxHashMap<(EntityId, EntityId), Vec<usize>> {
    let mut positions: FxHashMap<(EntityId, EntityId), Vec<usize>> = FxHashMap::default();
    for (position, edge) in edges.iter().enumerate() {
        positions.entry((edge.subject, edge.object)).or_default().push(position);
    }
    positions
}

/// What the press model sees: fine steps that somebody has observed, each with its sign and its position.
fn observed<'e>(graph: &'e Graph, edges: &'e [ExpandedEdge]) -> impl Iterator<Item = (usize, &'e ExpandedEdge, Sign)> {
    let fine = move |edge: &ExpandedEdge| !edge.coarse && !only_theoretical(graph, edge);
    let edges = edges.iter().enumerate().filter(move |(_, edge)| fine(edge));
    edges.filter_map(|(position, edge)| Some((position, edge, edge.sign?)))
}

/// The same for the causal core.
fn causal_steps(graph: &Graph, edges: &[ExpandedEdge]) -> Vec<CausalStep> {
    observed(graph, edges)
        .map(|(_, edge, sign)| CausalStep {
            subject: edge.subject,
            object: edge.object,
            aspect: edge.aspect,
            sign,
            strength: graph.edge(edge.edge).strength,
            consumption: graph.schema.relation(edge.relation).role == Role::Consumption,
        })
        .collect()
}

/// FNV-1a (Fowler, Noll & Vo), the same on every machine and in every version.
fn stable_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn traits(graph: &Graph) -> Vec<EntityTraits> {
    graph
        .entity_ids()
        .map(|id| {
            let kind = graph.schema.kind(graph.entity(id).kind());
            let key = stable_hash(&graph.entity(id).id);
            EntityTraits { key, abundance: kind.abundance, absent_at_rest: kind.absent_at_rest }
        })
        .collect()
}

/// The entities from which no step leads to one whose context differs from the default: what is known of them by default
/// holds in this setting too.
fn untouched_by(graph: &Graph, setting: &Setting, edges: &[ExpandedEdge]) -> FixedBitSet {
    let mut untouched = FixedBitSet::with_capacity(graph.entity_count());
    untouched.insert_range(..);
    let mut inputs: FxHashMap<EntityId, Vec<EntityId>> = FxHashMap::default();
    for edge in edges {
        inputs.entry(edge.object).or_default().push(edge.subject);
    }
    let mut open: Vec<EntityId> = setting.entities.iter().map(|(entity, ..)| *entity).collect();
    while let Some(entity) = open.pop() {
        if untouched.contains(entity.index()) {
            untouched.set(entity.index(), false);
            open.extend(inputs.get(&entity).into_iter().flatten());
        }
    }
    untouched
}

/// Established effects of the untreated state, said of no protocol: worlds that contradict one are dropped. A short form
/// counts too: it is left out of the press model just because it states what a whole chain does.
fn known_effects(
    graph: &Graph,
    expansion: &Expansion,
    influences: &InfluenceGraph,
    untouched: &FixedBitSet,
) -> (Vec<KnownEffect>, Vec<Fact>) {
    let mut known = Vec::new();
    let mut facts = Vec::new();
    let short_forms = expansion.steps.iter().filter(|step| step.coarse);
    for effect in expansion.documented.iter().chain(short_forms) {
        let edge = graph.edge(effect.edge);
        let established = edge.evidence.iter().any(|item| item.certainty == Certainty::Established);
        let protocol = graph.schema.kind(graph.entity(effect.subject).kind()).group == Group::Protocol;
        if edge.negated
            || effect.via_class.is_some()
            || (!edge.is_direct() && edge.background() != Some(UNTREATED))
            || !established
            || protocol
            || !untouched.contains(effect.subject.index())
        {
            continue;
        }
        let node = influences.source_node(effect.subject);
        if let (Some(node), Some(target), Some(sign)) =
            (node, influences.node_of(effect.object, effect.aspect), effect.sign)
        {
            known.push(KnownEffect { subject: effect.subject, object: effect.object });
            facts.push(Fact { press: Press { node, sign: Sign::Positive }, target, sign });
        }
    }
    (known, facts)
}

fn read_outs(graph: &Graph, steps: &[CausalStep]) -> FxHashMap<EntityId, EntityId> {
    let mut inputs: FxHashMap<EntityId, Option<EntityId>> = FxHashMap::default();
    let reads_out = |id: EntityId| graph.schema.kind(graph.entity(id).kind()).read_out;
    for step in steps.iter().filter(|step| reads_out(step.object)) {
        inputs
            .entry(step.object)
            .and_modify(|known| {
                if *known != Some(step.subject) {
                    *known = None;
                }
            })
            .or_insert(Some(step.subject));
    }
    inputs.into_iter().filter_map(|(object, input)| Some((object, input?))).collect()
}
