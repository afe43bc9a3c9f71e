//! The label of an edge: what the schema says of its relation, on an object of this kind, stated in this manner.

use super::details::Manner;
use crate::graph::storage::Label;
use crate::graph::{Aspect, ContextScope, Edge, RelationId, Schema};

/// The label of an edge of a relation. On an object without abundance it changes activity; it is a mechanism step where it
/// is direct, signed, followed and not negated.
pub(super) fn of(schema: &Schema, relation: RelationId, has_abundance: bool, manner: Manner) -> Label {
    let meant = schema.relation(relation);
    let aspect = if has_abundance { meant.aspect } else { Aspect::Activity };
    let is_step = meant.sign.is_some() && manner.followed && !manner.documented && !manner.negated;
    Label::new(relation, meant.sign)
        .of_aspect(aspect)
        .as_step(is_step)
        .as_documented(manner.documented)
        .as_negated(manner.negated)
}

/// Whether an edge is what it says for its subject alone, whatever the setting.
pub(super) fn is_regular(edge: &Edge, schema: &Schema) -> bool {
    let binds =
        |key: &String| schema.contexts.get(key).is_some_and(|declared| declared.scope != ContextScope::Annotation);
    !edge.optional && edge.through.is_empty() && !edge.context.0.keys().any(binds)
}
