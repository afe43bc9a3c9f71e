//! What rows refer to: entities, sources, context keys; and evidence, which every statement carries.

use std::cell::OnceCell;

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use super::row::{Row, Text};
use crate::diagnostic::Code;
use crate::formats::log::Log;
use crate::formats::words::CERTAINTIES;
use crate::graph::names::fold_loosely;
use crate::graph::{Context, Entity, EntityId, Evidence, RelationId, Schema, Source, SourceId};

/// The tables that later rows refer to.
pub(super) struct References<'a> {
    pub(super) schema: &'a Schema,
    sources: &'a IndexMap<String, Source>,
    entities: &'a IndexMap<String, Entity>,
    log: &'a Log<'a>,
    /// Folded names of entities, for suggestions; made when the first is needed.
    by_name: OnceCell<FxHashMap<String, &'a str>>,
}

impl<'a> References<'a> {
    pub(super) fn new(
        schema: &'a Schema,
        sources: &'a IndexMap<String, Source>,
        entities: &'a IndexMap<String, Entity>,
        log: &'a Log<'a>,
    ) -> Self {
        Self { schema, sources, entities, log, by_name: OnceCell::new() }
    }

    pub(super) fn get(&self, id: EntityId) -> Option<&'a Entity> {
        self.entities.get_index(id.index()).map(|(_, entity)| entity)
    }

    /// The entity with an id, or a fault with the nearest ids.
    pub(super) fn entity(&self, id: Text<'_>) -> Option<EntityId> {
        let found = self.entities.get_index_of(id.value).map(EntityId::from_index);
        if found.is_none() {
            self.log.report(id.place, Code::UnknownName, format!("no entity has the id `{}`", id.value), |fault| {
                match self.by_name().get(&fold_loosely(id.value)) {
                    Some(&meant) => fault.help("an entity is referred to by its id").suggest([meant.to_owned()]),
                    None => fault.suggest(self.log.nearest(id.value, self.entities.keys().map(String::as_str))),
                }
            });
        }
        found
    }

    fn by_name(&self) -> &FxHashMap<String, &'a str> {
        self.by_name.get_or_init(|| {
            let names = self
                .entities
                .values()
                .flat_map(|entity| entity.spellings().map(|name| (fold_loosely(name), entity.id.as_str())));
            names.collect()
        })
    }

    /// A list of entities.
    pub(super) fn entities(&self, row: &Row<'_>, key: &str) -> Vec<EntityId> {
        row.texts(key).into_iter().filter_map(|id| self.entity(id)).collect()
    }

    /// The relation with an id, or a fault with the nearest ids.
    pub(super) fn relation(&self, id: Text<'_>) -> Option<RelationId> {
        let found = self.schema.relation_id(id.value);
        if found.is_none() {
            self.log.report(
                id.place,
                Code::UnknownRelation,
                format!("no relation is called `{}`", id.value),
                |fault| {
                    let relations = &self.schema.relations;
                    let alias =
                        relations.values().find(|relation| relation.verbs.iter().any(|verb| verb.third == id.value));
                    match alias {
                        Some(relation) => fault
                            .help("an edge names the relation itself, not an alias of it")
                            .suggest([relation.id.clone()]),
                        None => fault.suggest(self.log.nearest(id.value, relations.keys().map(String::as_str))),
                    }
                },
            );
        }
        found
    }

    /// The source with an id, or a fault with the nearest ids.
    pub(super) fn source(&self, id: Text<'_>) -> Option<SourceId> {
        let found = self.sources.get_index_of(id.value).map(SourceId::from_index);
        if found.is_none() {
            self.log.report(id.place, Code::UnknownSource, format!("no source has the id `{}`", id.value), |fault| {
                fault.suggest(self.log.nearest(id.value, self.sources.keys().map(String::as_str)))
            });
        }
        found
    }

    /// The context of a row, its keys and values checked against the schema.
    pub(super) fn context(&self, row: &Row<'_>) -> Context {
        let mut context = Context::default();
        for (key, value) in row.row("context").map(|pairs| pairs.pairs()).unwrap_or_default() {
            let Some(known) = self.schema.contexts.get(key.value) else {
                self.log.report(
                    key.place,
                    Code::UnknownContext,
                    format!("no context key is called `{}`", key.value),
                    |fault| fault.suggest(self.log.nearest(key.value, self.schema.contexts.keys().map(String::as_str))),
                );
                continue;
            };
            if !known.values.is_empty() && !known.values.iter().any(|allowed| allowed == value.value) {
                let message = format!("`{}` has no value `{}`", key.value, value.value);
                self.log.report(value.place, Code::UnknownContext, message, |fault| {
                    fault
                        .help(format!("known values: {}", known.values.join(", ")))
                        .suggest(self.log.nearest(value.value, known.values.iter().map(String::as_str)))
                });
                continue;
            }
            context.0.insert(key.value.to_owned(), value.value.to_owned());
        }
        context
    }

    /// The evidence of a row; a row without any is a fault.
    pub(super) fn evidence(&self, row: &Row<'_>) -> Vec<Evidence> {
        let rows = row.rows("evidence");
        if rows.is_empty() {
            self.log.report(row.place, Code::MissingEvidence, "no evidence is given", |fault| {
                fault.help("add `evidence = [{ source = \"…\", section = \"…\", certainty = \"established\" }]`")
            });
        }
        rows.iter().flat_map(|row| self.read_evidence(row)).collect()
    }

    fn read_evidence(&self, row: &Row<'_>) -> Vec<Evidence> {
        row.only(&["source", "section", "sections", "certainty", "reference", "note"]);
        row.must_have("certainty");
        let certainty = row.choice("certainty", CERTAINTIES);
        let source = row.required("source").and_then(|id| self.source(id));
        let reference = row.text("reference").and_then(|id| self.source(id));
        let sections = if row.has("sections") { row.strings("sections") } else { vec![row.string("section")] };
        if row.has("section") && row.has("sections") {
            self.log.add(row.place, Code::WrongValue, "give `section` or `sections`, not both");
        }
        let (Some(source), Some(certainty)) = (source, certainty) else {
            return Vec::new();
        };
        let note = row.string("note");
        sections
            .into_iter()
            .map(|section| Evidence { source, section, reference, certainty, note: note.clone() })
            .collect()
    }
}
