//! Kinds, relations and context keys.

use indexmap::IndexMap;

use super::row::{Row, Text};
use super::sections::Sections;
use super::table::Table;
use crate::diagnostic::Code;
use crate::formats::words::ASPECTS;
use crate::graph::{
    Aspect, ContextKey, ContextScope, Group, Hue, Kind, KindId, Look, Relation, Role, Schema, Shape, Sign, Verb,
};

/// The words for groups.
pub(in crate::formats) const GROUPS: &[(&str, Group)] = &[
    ("hormone", Group::Hormone),
    ("drug", Group::Drug),
    ("protocol", Group::Protocol),
    ("condition", Group::Condition),
    ("machinery", Group::Machinery),
    ("other", Group::Other),
];

/// The words for roles.
pub(in crate::formats) const ROLES: &[(&str, Role)] = &[
    ("plain", Role::Plain),
    ("membership", Role::Membership),
    ("consumption", Role::Consumption),
    ("catalysis", Role::Catalysis),
    ("administration", Role::Administration),
    ("part", Role::Part),
    ("making", Role::Making),
    ("need", Role::Need),
    ("tempering", Role::Tempering),
    ("place", Role::Place),
];

const SCOPES: &[(&str, ContextScope)] =
    &[("subject", ContextScope::Subject), ("graph", ContextScope::Graph), ("annotation", ContextScope::Annotation)];

/// The vocabulary that the files declare, or the fallback where they declare nothing of it.
pub(super) fn read(sections: &Sections<'_>, fallback: Option<Schema>) -> Schema {
    if sections.kinds.is_empty() && sections.relations.is_empty() && sections.contexts.is_empty() {
        return fallback.unwrap_or_default();
    }
    let (mut kinds, mut relations, mut contexts) = (Table::new(), Table::new(), Table::new());
    for row in &sections.kinds {
        kinds.insert(row, "id", read_kind);
    }
    for row in &sections.relations {
        relations.insert(row, "id", |row, id| read_relation(row, id, kinds.rows()));
    }
    for row in &sections.contexts {
        contexts.insert(row, "key", read_context);
    }
    Schema { kinds: kinds.into_rows(), relations: relations.into_rows(), contexts: contexts.into_rows() }
}

/// The keys of a kind.
const KIND: [&str; 12] = [
    "id",
    "plural",
    "words",
    "abundance",
    "raise",
    "group",
    "absent-at-rest",
    NEEDS_AGONIST,
    READ_OUT,
    "watched",
    "shape",
    "colour",
];
const NEEDS_AGONIST: &str = "needs-agonist";
const READ_OUT: &str = "read-out";

/// The keys of a kind that a mapping describes: which kinds are read-outs, and which are idle without an agonist, only a
/// vocabulary says.
pub(in crate::formats) fn keys_of_mapped_kind() -> impl Iterator<Item = &'static str> {
    KIND.into_iter().filter(|key| ![NEEDS_AGONIST, READ_OUT].contains(key))
}

fn read_kind<'a>(row: &Row<'a>, id: Text<'a>) -> Kind {
    row.only(&KIND);
    for key in ["abundance", "group"] {
        row.must_have(key);
    }
    let group = row.choice("group", GROUPS).unwrap_or(Group::Other);
    Kind {
        id: id.value.to_owned(),
        plural: row.required("plural").map_or_else(String::new, |plural| plural.value.to_owned()),
        words: row.strings("words"),
        abundance: row.flag("abundance").unwrap_or_default(),
        raise: row.required("raise").map_or_else(String::new, |raise| raise.value.to_owned()),
        group,
        absent_at_rest: row.flag("absent-at-rest").unwrap_or_default(),
        needs_agonist: row.flag(NEEDS_AGONIST).unwrap_or_default(),
        read_out: row.flag(READ_OUT).unwrap_or_default(),
        watched: row.flag("watched").unwrap_or_default(),
        look: read_look(row, group),
    }
}

/// How a kind is drawn: as it says, else as its group is.
pub(in crate::formats) fn read_look(row: &Row<'_>, group: Group) -> Look {
    let usual = Look::of_group(group);
    let shape = row.choice("shape", &Shape::ALL.map(|shape| (shape.as_str(), shape)));
    let hue = row.choice("colour", &Hue::ALL.map(|hue| (hue.as_str(), hue)));
    Look { shape: shape.unwrap_or(usual.shape), hue: hue.unwrap_or(usual.hue) }
}

fn read_relation<'a>(row: &Row<'a>, id: Text<'a>, kinds: &IndexMap<String, Kind>) -> Relation {
    row.only(&["id", "sign", "aspect", "verbs", "inverse", "subjects", "objects", "inherited", "symmetric", "role"]);
    let sign = row.choice("sign", &[("+", Sign::Positive), ("-", Sign::Negative)]);
    if sign.is_some() {
        row.must_have("aspect");
    } else if row.has("aspect") && !row.has("sign") {
        row.log.add(row.place, Code::WrongValue, "a relation without sign changes no `aspect`");
    }
    row.must_have("verbs");
    row.must_have("inverse"); // empty where there is none: "binds to"
    Relation {
        id: id.value.to_owned(),
        sign,
        aspect: row.choice("aspect", ASPECTS).unwrap_or(Aspect::Activity),
        verbs: row.rows("verbs").iter().filter_map(read_verb).collect(),
        inverse: row.string("inverse"),
        subjects: row.texts("subjects").into_iter().filter_map(|kind| find_kind(kind, kinds, row)).collect(),
        objects: row.texts("objects").into_iter().filter_map(|kind| find_kind(kind, kinds, row)).collect(),
        inherited: row.flag("inherited").unwrap_or(sign.is_some()),
        symmetric: row.flag("symmetric").unwrap_or_default(),
        role: row.choice("role", ROLES).unwrap_or_default(),
    }
}

fn read_verb(row: &Row<'_>) -> Option<Verb> {
    row.only(&["base", "third", "passive"]);
    let (base, third) = (row.required("base"), row.required("third"));
    Some(Verb { base: base?.value.to_owned(), third: third?.value.to_owned(), passive: row.string("passive") })
}

fn read_context<'a>(row: &Row<'a>, key: Text<'a>) -> ContextKey {
    row.only(&["key", "values", "default", "scope"]);
    row.must_have("scope");
    let values = row.strings("values");
    let default = row.text("default");
    if let Some(default) = default
        && !values.is_empty()
        && !values.iter().any(|value| value == default.value)
    {
        let message = format!("the default `{}` is none of the values", default.value);
        row.log.report(default.place, Code::WrongValue, message, |fault| {
            fault.suggest(row.log.nearest(default.value, values.iter().map(String::as_str)))
        });
    }
    ContextKey {
        key: key.value.to_owned(),
        default: default.map(|default| default.value.to_owned()),
        values,
        scope: row.choice("scope", SCOPES).unwrap_or(ContextScope::Annotation),
    }
}

/// The kind called so, or a fault.
pub(super) fn find_kind(kind: Text<'_>, kinds: &IndexMap<String, Kind>, row: &Row<'_>) -> Option<KindId> {
    let found = kinds.get_index_of(kind.value).map(KindId::from_index);
    if found.is_none() {
        row.log.report(kind.place, Code::UnknownKind, format!("no kind is called `{}`", kind.value), |fault| {
            fault.suggest(row.log.nearest(kind.value, kinds.keys().map(String::as_str)))
        });
    }
    found
}
