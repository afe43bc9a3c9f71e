//! Kinds, relations and context keys.

use std::io::{self, Write};

use super::value::Pairs;
use super::words::Words;
use crate::graph::{ContextScope, Group, KindId, Look, Role, Schema};

pub(super) fn write(schema: &Schema, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    for (position, kind) in schema.kinds.values().enumerate() {
        let (plural, further) = words.of_kind(position);
        let usual = Look::of_group(kind.group);
        let unless = |usual: &str, own: &'static str| if own == usual { "" } else { own };
        Pairs::default()
            .text("id", &kind.id)
            .text("plural", plural)
            .texts("words", further.iter().map(String::as_str))
            .value("abundance", kind.abundance.to_string())
            .text("raise", &kind.raise)
            .text("group", group(kind.group))
            .flag("absent-at-rest", kind.absent_at_rest, false)
            .flag("needs-agonist", kind.needs_agonist, false)
            .flag("read-out", kind.read_out, false)
            .flag("watched", kind.watched, false)
            .said("shape", unless(usual.shape.as_str(), kind.look.shape.as_str()))
            .said("colour", unless(usual.hue.as_str(), kind.look.hue.as_str()))
            .table("[[kind]]", out)?;
    }
    for position in 0..schema.relations.len() {
        write_relation(schema, position, words, out)?;
    }
    for context in schema.contexts.values() {
        Pairs::default()
            .text("key", &context.key)
            .texts("values", context.values.iter().map(String::as_str))
            .said("default", context.default.as_deref().unwrap_or_default())
            .text("scope", scope(context.scope))
            .table("[[context]]", out)?;
    }
    Ok(())
}

fn write_relation(schema: &Schema, position: usize, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let Some((_, relation)) = schema.relations.get_index(position) else { return Ok(()) };
    let (verbs, inverse) = words.of_relation(position);
    let verbs: Vec<String> = verbs
        .iter()
        .map(|verb| {
            Pairs::default().text("base", &verb.base).text("third", &verb.third).text("passive", &verb.passive).inline()
        })
        .collect();
    let kind = |id: &KindId| schema.kind(*id).id.as_str();
    let mut pairs = Pairs::default().text("id", &relation.id);
    if let Some(sign) = relation.sign {
        pairs = pairs.text("sign", sign.as_str()).text("aspect", relation.aspect.as_str());
    }
    pairs
        .value("verbs", super::value::rows(&verbs))
        .text("inverse", inverse)
        .texts("subjects", relation.subjects.iter().map(kind))
        .texts("objects", relation.objects.iter().map(kind))
        .flag("inherited", relation.inherited, relation.sign.is_some())
        .flag("symmetric", relation.symmetric, false)
        .said("role", role(relation.role))
        .table("[[relation]]", out)
}

const fn group(group: Group) -> &'static str {
    match group {
        Group::Hormone => "hormone",
        Group::Drug => "drug",
        Group::Protocol => "protocol",
        Group::Condition => "condition",
        Group::Machinery => "machinery",
        Group::Other => "other",
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Plain => "",
        Role::Membership => "membership",
        Role::Consumption => "consumption",
        Role::Catalysis => "catalysis",
        Role::Administration => "administration",
        Role::Part => "part",
        Role::Making => "making",
        Role::Need => "need",
        Role::Tempering => "tempering",
        Role::Place => "place",
    }
}

const fn scope(scope: ContextScope) -> &'static str {
    match scope {
        ContextScope::Subject => "subject",
        ContextScope::Graph => "graph",
        ContextScope::Annotation => "annotation",
    }
}
