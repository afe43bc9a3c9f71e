//! In which context a graph is read.

use crate::graph::{Context, ContextScope, Edge, EntityId, Graph};

/// The context keys that a question has set. What is not set has the schema's default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Keys of the whole graph: `sex`.
    pub graph: Vec<(String, String)>,
    /// Keys of an entity: `dosing` of GnRH.
    pub entities: Vec<(EntityId, String, String)>,
    /// Edges hold whatever their entity's context: for lists of edges, never for effects.
    pub any_entity_context: bool,
}

impl Setting {
    /// The same setting with one more key of an entity, which replaces what was said of it.
    #[must_use]
    pub fn with_entity(mut self, entity: EntityId, key: &str, value: &str) -> Self {
        self.entities.retain(|(of, known, _)| *of != entity || known != key);
        self.entities.push((entity, key.to_owned(), value.to_owned()));
        self.entities.sort();
        self
    }

    /// The same setting with one more key of the whole graph.
    #[must_use]
    pub fn with_graph(mut self, key: &str, value: &str) -> Self {
        self.graph.retain(|(known, _)| known != key);
        self.graph.push((key.to_owned(), value.to_owned()));
        self.graph.sort();
        self
    }

    /// The same setting with every pair of a variant's context set for its entity.
    #[must_use]
    pub fn with_context(self, entity: EntityId, context: &Context) -> Self {
        context.0.iter().fold(self, |setting, (key, value)| setting.with_entity(entity, key, value))
    }

    /// What was said of an entity's key.
    pub fn of_entity(&self, entity: EntityId, key: &str) -> Option<&str> {
        self.entities.iter().find(|(of, known, _)| *of == entity && known == key).map(|(.., value)| value.as_str())
    }

    /// Whether an edge holds here when `subject` is the one who acts.
    pub fn admits(&self, graph: &Graph, edge: &Edge, subject: EntityId) -> bool {
        edge.context.0.iter().all(|(key, value)| {
            let Some(declared) = graph.schema.contexts.get(key) else { return true };
            let said = match declared.scope {
                ContextScope::Annotation => return true,
                ContextScope::Graph => self.graph.iter().find(|(known, _)| known == key).map(|(_, said)| said.as_str()),
                ContextScope::Subject => match self.of_entity(subject, key) {
                    None if self.any_entity_context => return true,
                    said => said,
                },
            };
            said.or(declared.default.as_deref()).is_none_or(|holds| holds == value)
        })
    }
}
