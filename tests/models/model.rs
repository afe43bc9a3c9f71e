//! An edge list with the published responses that stand beside it.

use std::collections::BTreeSet;
use std::path::Path;

use endograph::cancel::Cancel;
use endograph::causal::{
    CausalStep, Derivation, Ensemble, EntityTraits, InfluenceGraph, NodeId, Options, Question, Scenario,
};
use endograph::graph::{Aspect, EntityId, Sign, Strength};
use fixedbitset::FixedBitSet;
use indexmap::IndexSet;

use super::response::{Change, Response};

/// A signed graph of single-node variables.
pub struct Model {
    pub name: &'static str,
    variables: IndexSet<String>,
    edges: Vec<(EntityId, Sign, EntityId)>,
    pub responses: Vec<Response>,
}

impl Model {
    pub fn read(name: &'static str) -> Self {
        let mut variables = IndexSet::new();
        let mut edges = Vec::new();
        for row in rows(&format!("{name}.tsv")) {
            let [subject, relation, object, sign, evidence] = row.as_slice() else { panic!("{name}: {row:?}") };
            assert!(!evidence.is_empty(), "{name}: {row:?} cites nothing");
            let sign = match (relation.as_str(), sign.as_str()) {
                ("raises", "+") => Sign::Positive,
                ("lowers", "-") => Sign::Negative,
                _ => panic!("{name}: no sign in {row:?}"),
            };
            let mut variable = |name: &String| EntityId::from_index(variables.insert_full(name.clone()).0);
            edges.push((variable(subject), sign, variable(object)));
        }
        let responses = rows(&format!("{name}.responses.tsv")).iter().map(|row| Response::read(row)).collect();
        Self { name, variables, edges, responses }
    }

    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.variables.iter().map(String::as_str)
    }

    pub fn has(&self, variable: &str) -> bool {
        self.variables.contains(variable)
    }

    /// The edges between variables of `whole` that it lacks, or has with the other sign. A drug that `whole` leaves out
    /// may be missing.
    pub fn edges_missing_in(&self, whole: &Self) -> Vec<String> {
        let named = self
            .edges
            .iter()
            .map(|&(from, sign, to)| (&self.variables[from.index()], sign, &self.variables[to.index()]));
        let missing = named.filter(|&(from, sign, to)| {
            whole.has(from) && !whole.edges.contains(&(whole.entity(from), sign, whole.entity(to)))
        });
        missing.map(|(from, sign, to)| format!("{from} {sign:?} {to}")).collect()
    }

    /// What the causal core derives for each response, in order.
    pub fn derive<'a>(&self, asked: impl IntoIterator<Item = (&'a str, Change, &'a str)>) -> Vec<Derivation> {
        let graph = self.graph();
        let question = |(press, change, target): (&str, Change, &str)| {
            Question::new(scenario(&graph, self.node(&graph, press), change), self.node(&graph, target))
        };
        let questions: Vec<Question> = asked.into_iter().map(question).collect();
        let mut ensemble = Ensemble::new(graph, Vec::new(), Options::default());
        ensemble.derive_all(&questions, &Cancel::never()).expect("nothing cancels it")
    }

    /// The signed edges on the ways from a level set by hand to a target; all that can matter for the response.
    pub fn between(&self, source: &str, target: &str) -> BTreeSet<(&str, Sign, &str)> {
        let (source, target) = (self.entity(source), self.entity(target));
        let reached = self.closure(source, |&(from, _, to)| (to != source).then_some((from, to)));
        let reaching = self.closure(target, |&(from, _, to)| (to != source).then_some((to, from)));
        let between = |entity: EntityId| reached.contains(entity.index()) && reaching.contains(entity.index());
        let name = |entity: EntityId| self.variables[entity.index()].as_str();
        let edges = self.edges.iter().filter(|&&(from, _, to)| to != source && between(from) && between(to));
        edges.map(|&(from, sign, to)| (name(from), sign, name(to))).collect()
    }

    fn closure(
        &self,
        start: EntityId,
        step: impl Fn(&(EntityId, Sign, EntityId)) -> Option<(EntityId, EntityId)>,
    ) -> FixedBitSet {
        let mut found = FixedBitSet::with_capacity(self.variables.len());
        let mut open = vec![start];
        while let Some(entity) = open.pop() {
            if !found.put(entity.index()) {
                open.extend(self.edges.iter().filter_map(&step).filter(|&(from, _)| from == entity).map(|(_, to)| to));
            }
        }
        found
    }

    fn graph(&self) -> InfluenceGraph {
        let step = |&(subject, sign, object): &(EntityId, Sign, EntityId)| CausalStep {
            subject,
            object,
            aspect: Aspect::Activity,
            sign,
            strength: Strength::Medium,
            consumption: false,
        };
        let steps: Vec<CausalStep> = self.edges.iter().map(step).collect();
        let traits = self.variables().map(|name| EntityTraits { key: key(name), ..EntityTraits::default() });
        InfluenceGraph::build(&traits.collect::<Vec<_>>(), &steps)
    }

    fn entity(&self, name: &str) -> EntityId {
        let position = self.variables.get_index_of(name);
        EntityId::from_index(position.unwrap_or_else(|| panic!("{}: no variable `{name}`", self.name)))
    }

    fn node(&self, graph: &InfluenceGraph, name: &str) -> NodeId {
        graph.source_node(self.entity(name)).expect("every variable is in an edge")
    }
}

/// A level without regulation of its own is set by a press: there is nothing to cut.
fn scenario(graph: &InfluenceGraph, node: NodeId, change: Change) -> Scenario {
    match change {
        Change::Set(sign) if graph.incoming(node).is_empty() => Scenario::press(node, sign),
        Change::Press(sign) => Scenario::press(node, sign),
        Change::Set(sign) => Scenario { forced: vec![(node, sign)], ..Scenario::default() },
    }
}

/// FNV-1a (Fowler, Noll & Vo): worlds are drawn by name, so the same variable has the same draws in every model.
fn key(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models").join(file);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').from_path(&path).unwrap_or_else(|e| panic!("{file}: {e}"));
    let rows = reader.deserialize().map(|row| row.unwrap_or_else(|e| panic!("{file}: {e}")));
    rows.collect()
}
