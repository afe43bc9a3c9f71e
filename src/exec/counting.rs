//! Statements that count what a graph has: relations, kinds, sources, schema, stats.

use serde_json::{Value, json};

use crate::answer::{Note, Rows, Table};
use crate::cancel::Cancelled;
use crate::graph::{RelationId, Setting};

use super::within::is_large;
use super::{Executor, Outcome, Stopped};

impl Executor<'_> {
    pub(super) fn schema(&mut self) -> Result<Outcome, Stopped> {
        let mut outcome = Outcome::new(Rows::Table(self.relations()?));
        let kinds: Vec<&str> = self.graph.schema.kinds.keys().map(String::as_str).collect();
        outcome
            .notes
            .push(Note::new("kinds", format!("{} kinds, listed by `list kinds`: {}", kinds.len(), kinds.join(", "))));
        for key in self.graph.schema.contexts.values() {
            let default = key.default.as_deref().map_or(String::new(), |default| format!(", by default {default}"));
            let values = if key.values.is_empty() { "free text".to_owned() } else { key.values.join(" or ") };
            outcome.notes.push(Note::new("context", format!("context `{}`: {values}{default}", key.key)));
        }
        Ok(outcome)
    }

    pub(super) fn relations(&self) -> Result<Table, Cancelled> {
        let schema = &self.graph.schema;
        let mut counts = vec![0_u64; schema.relations.len()];
        let count = |edge| counts[self.graph.label_of(edge).relation().index()] += 1;
        self.cancel.each(self.graph.edge_ids(), count)?;
        let columns = ["relation", "sign", "aspect", "verbs", "inverse", "edges"];
        let rows = schema
            .relations
            .values()
            .enumerate()
            .map(|(position, relation)| {
                let verbs: Vec<&str> = relation.verbs.iter().map(|verb| verb.third.as_str()).collect();
                let aspect = relation.sign.map_or(Value::Null, |_| json!(relation.aspect.as_str()));
                vec![
                    json!(relation.id),
                    relation.sign.map_or(Value::Null, |sign| json!(sign.as_str())),
                    aspect,
                    json!(verbs.join(", ")),
                    json!(relation.inverse),
                    json!(counts[RelationId::from_index(position).index()]),
                ]
            })
            .collect();
        Ok(Table { columns: columns.map(str::to_owned).to_vec(), rows })
    }

    pub(super) fn kinds(&self) -> Result<Table, Cancelled> {
        let mut counts = vec![0_u64; self.graph.schema.kinds.len()];
        self.cancel.each(self.graph.entity_ids(), |entity| {
            self.graph.kinds_of(entity).iter().for_each(|kind| counts[kind.index()] += 1);
        })?;
        let columns = ["kind", "plural", "abundance", "raise means", "entities"];
        let rows = self
            .graph
            .schema
            .kinds
            .values()
            .zip(counts)
            .map(|(kind, count)| {
                vec![json!(kind.id), json!(kind.plural), json!(kind.abundance), json!(kind.raise), json!(count)]
            })
            .collect();
        Ok(Table { columns: columns.map(str::to_owned).to_vec(), rows })
    }

    pub(super) fn sources(&self) -> Result<Table, Cancelled> {
        let columns = ["source", "title", "edges", "note"];
        let cited = self.graph.citing_edges();
        let mut rows = Vec::with_capacity(cited.len());
        self.cancel.each(self.graph.sources().zip(cited), |(source, cited)| {
            rows.push(vec![json!(source.name), json!(source.title), json!(cited), json!(source.note)]);
        })?;
        Ok(Table { columns: columns.map(str::to_owned).to_vec(), rows })
    }

    pub(super) fn stats(&mut self) -> Result<Outcome, Stopped> {
        let graph = self.graph;
        let mut stated = 0;
        self.cancel.each(graph.edge_ids(), |edge| stated += usize::from(graph.label_of(edge).is_documented()))?;
        let mut rows: Vec<(&str, Value)> = vec![
            ("graph", json!(graph.name)),
            ("title", json!(graph.title)),
            ("version", json!(graph.version)),
            ("entities", json!(graph.entity_count())),
            ("variants", json!(graph.variants.len())),
            ("edges", json!(graph.edge_count())),
            ("direct edges", json!(graph.edge_count() - stated)),
            ("documented effects", json!(stated)),
            ("figures", json!(graph.figures.len())),
            ("disagreements", json!(graph.disagreements.len())),
            ("sources", json!(graph.source_count())),
        ];
        rows.extend(if is_large(graph) { self.large_stats()? } else { self.model_stats()? });
        let rows = rows.into_iter().map(|(item, value)| vec![json!(item), value]).collect();
        Ok(Outcome::new(Rows::Table(Table { columns: vec!["item".to_owned(), "value".to_owned()], rows })))
    }

    /// The feedback of a graph that is too large to be expanded whole: by its edges as they lie.
    fn large_stats(&self) -> Result<Vec<(&'static str, Value)>, Cancelled> {
        let graph = self.graph;
        let mut steps = 0;
        self.cancel.each(graph.edge_ids(), |edge| steps += usize::from(graph.label_of(edge).is_step()))?;
        let components = graph.adjacency.strongly_connected_components(&self.cancel)?;
        let cyclic = components.iter().filter(|component| component.len() > 1);
        Ok(vec![
            ("mechanism steps", json!(steps)),
            ("components with feedback", json!(cyclic.clone().count())),
            ("largest component", json!(cyclic.map(Vec::len).max().unwrap_or(1))),
        ])
    }

    /// What the expanded steps and the influence graph hold.
    fn model_stats(&mut self) -> Result<Vec<(&'static str, Value)>, Stopped> {
        let model = self.ready_model(&Setting::default())?;
        let influences = model.ensemble.graph();
        let condensation = model.ensemble.condensation();
        let largest = condensation.components().iter().map(|component| component.nodes.len()).max().unwrap_or(0);
        let coarse = model.mechanism.edges().iter().filter(|edge| edge.coarse).count();
        let loops = condensation.components().iter().filter(|component| component.cyclic).count();
        let documented = model.expansion.documented.len();
        Ok(vec![
            ("documented effects, inherited ones too", json!(documented)),
            ("short forms", json!(coarse)),
            ("influence nodes", json!(influences.node_count())),
            ("influences", json!(influences.influence_count())),
            ("calibrating facts", json!(model.ensemble.facts().len())),
            ("components with feedback", json!(loops)),
            ("largest component", json!(largest)),
        ])
    }
}
