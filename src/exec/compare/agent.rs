//! One agent of a comparison: what it is, how it acts, and what is stated of it.

use crate::answer::ComparisonRow;
use crate::graph::{EntityId, ExpandedEdge, Expansion, Graph, Group, Quantity, Role};
use crate::resolve::{Clauses, Mention};

use super::super::finding::Case;
use super::super::relations::{holds_in, steps_of};
use super::super::step::name_in;

/// The measure of figures that are doses.
const DOSE: &str = "dose";

/// One agent and the contexts in which its effects are asked for, the default first.
pub(super) struct Agent {
    pub entity: EntityId,
    pub cases: Vec<Case>,
}

impl Agent {
    /// The agent of a mention.
    pub fn new(mention: &Mention, cases: Vec<Case>) -> Self {
        Self { entity: mention.entity, cases }
    }

    /// Its row, without effects. `others` are the entities of all agents, `listing` every edge in any context.
    pub fn row(&self, graph: &Graph, listing: &Expansion, others: &[EntityId]) -> ComparisonRow {
        let entity = graph.entity(self.entity);
        let names = |ids: &[EntityId]| ids.iter().map(|&id| graph.entity(id).name.clone()).collect::<Vec<_>>();
        let mechanism = self.mechanism(graph, listing);
        let mut targets: Vec<EntityId> = Vec::new();
        for edge in mechanism.iter().filter(|edge| !is_condition(graph, edge.object)) {
            if !targets.contains(&edge.object) {
                targets.push(edge.object);
            }
        }
        let figures = self.figures(graph, &mechanism);
        ComparisonRow {
            agent: self.title(graph),
            name: entity.name.clone(),
            id: entity.id.clone(),
            entity_kind: graph.schema.kind(entity.kind()).id.clone(),
            definition: Some(entity.definition.clone()).filter(|definition| !definition.is_empty()),
            classes: names(&graph.adjacency.all_classes(self.entity)),
            mechanism: steps_of(graph, &mechanism),
            targets: names(&targets),
            routes: distinct(figures.iter().map(|(_, figure)| figure.route.clone())),
            doses: distinct(
                figures
                    .iter()
                    .filter(|(_, figure)| figure.measure == DOSE)
                    .map(|(of, figure)| dose(graph, *of, figure)),
            ),
            related: steps_of(graph, &self.related(graph, listing, others)),
            effects: Vec::new(),
        }
    }

    /// Its name, with the context that its mention or `given` fixed.
    fn title(&self, graph: &Graph) -> String {
        match self.cases.first() {
            Some(case) if case.fixed => name_in(graph, self.entity, &case.context),
            _ => graph.entity(self.entity).name.clone(),
        }
    }

    /// The mechanism steps that start from it, its classes' among them.
    fn mechanism<'e>(&self, graph: &Graph, listing: &'e Expansion) -> Vec<&'e ExpandedEdge> {
        let fixed = self.cases.first().filter(|case| case.fixed);
        let holds = |edge: &ExpandedEdge| fixed.is_none_or(|case| holds_in(graph, edge, &case.context));
        listing.steps.iter().filter(|edge| edge.subject == self.entity && holds(edge)).collect()
    }

    /// Its edges without a sign, but for its memberships; and those that end in it from its like, which say as much of it,
    /// or from another agent.
    fn related<'e>(&self, graph: &Graph, listing: &'e Expansion, others: &[EntityId]) -> Vec<&'e ExpandedEdge> {
        let plain = |edge: &&ExpandedEdge| {
            edge.sign.is_none() && matches!(graph.schema.relation(edge.relation).role, Role::Plain | Role::Tempering)
        };
        let kind = |entity: EntityId| graph.entity(entity).kind();
        let own = |edge: &ExpandedEdge| edge.subject == self.entity;
        let like = |entity: EntityId| kind(entity) == kind(self.entity) || others.contains(&entity);
        let incoming = |edge: &ExpandedEdge| edge.object == self.entity && like(edge.subject);
        listing.listed.iter().filter(plain).filter(|edge| own(edge) || incoming(edge)).collect()
    }

    /// The figures that are about it, and those on the edges by which it acts. Where it is no drug itself: each with the
    /// drug that it gives so.
    fn figures<'g>(&self, graph: &'g Graph, mechanism: &[&ExpandedEdge]) -> Vec<(Option<EntityId>, &'g Quantity)> {
        let is_drug = |entity: EntityId| graph.schema.kind(graph.entity(entity).kind()).group == Group::Drug;
        let given = |entities: &[EntityId]| {
            entities.iter().copied().find(|&entity| is_drug(entity)).filter(|_| !is_drug(self.entity))
        };
        let own = graph.figures.iter().filter(|figure| figure.about.contains(&self.entity));
        let own = own.map(|figure| (given(&figure.about), figure));
        let of_edge = |edge: &&ExpandedEdge| {
            let drug = given(&[edge.object]);
            graph.edge(edge.edge).quantities.iter().map(move |figure| (drug, figure))
        };
        own.chain(mechanism.iter().flat_map(of_edge)).collect()
    }

    /// How the agent is given where nothing is said, where it has several ways: its default context.
    pub fn default_context(&self) -> Option<&Case> {
        self.cases.first().filter(|case| self.cases.len() > 1 && !case.context.is_empty())
    }
}

/// The agents of a comparison, each once.
pub(super) fn mentions(comparison: &crate::resolve::Comparison) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for mention in comparison.agents.iter().flat_map(|target| &target.mentions) {
        if !mentions.contains(mention) {
            mentions.push(mention.clone());
        }
    }
    mentions
}

/// What is asked of the agents besides: the clauses without those that only an answer's length concerns.
pub(super) fn clauses(comparison: &crate::resolve::Comparison) -> Clauses {
    Clauses { limit: None, ..comparison.clauses.clone() }
}

fn is_condition(graph: &Graph, entity: EntityId) -> bool {
    graph.schema.kind(graph.entity(entity).kind()).absent_at_rest
}

/// `500 IU every other day (with TRT)`; of a protocol `hCG: 3,000 IU every other day (after stopping TRT)`
fn dose(graph: &Graph, of: Option<EntityId>, figure: &Quantity) -> String {
    let drug = of.map_or(String::new(), |drug| format!("{}: ", graph.entity(drug).name));
    let setting = if figure.setting.is_empty() { String::new() } else { format!(" ({})", figure.setting) };
    format!("{drug}{}{setting}", figure.text)
}

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct
}
