//! Entities, pools and variants.

use indexmap::IndexMap;

use super::references::References;
use super::row::{Row, Text};
use super::schema::find_kind;
use super::table::Table;
use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::graph::{Entity, EntityId, Schema, Variant};

/// Where an entity's names and pools stand.
pub(super) struct EntityPlaces<'a> {
    /// The entity's table.
    pub(super) row: Place,
    /// The display name, the id, the synonyms.
    pub(super) names: Vec<Text<'a>>,
    pools: Vec<Text<'a>>,
}

impl EntityPlaces<'_> {
    /// Where the entity is declared: its display name, or its table where it has none.
    pub(super) fn declaration(&self) -> Place {
        self.names.first().map_or(self.row, |name| name.place)
    }
}

/// Reads entities without their pools, which may stand in rows that are read later. The places are in table order.
pub(super) fn read<'a>(rows: &[Row<'a>], schema: &Schema) -> (IndexMap<String, Entity>, Vec<EntityPlaces<'a>>) {
    let mut entities = Table::new();
    let mut places = Vec::with_capacity(rows.len());
    for row in rows {
        let mut place = EntityPlaces { row: row.place, names: Vec::new(), pools: Vec::new() };
        if entities.insert(row, "id", |row, id| read_entity(row, id, schema, &mut place)) {
            places.push(place);
        }
    }
    (entities.into_rows(), places)
}

fn read_entity<'a>(row: &Row<'a>, id: Text<'a>, schema: &Schema, place: &mut EntityPlaces<'a>) -> Entity {
    row.only(&["id", "name", "kind", "also", "synonyms", "definition", "xref", "pools", "origin"]);
    check_id(row, id);
    let name = row.required("name").unwrap_or(id);
    let synonyms = row.texts("synonyms");
    place.names.push(name);
    place.names.push(id);
    place.names.extend(&synonyms);
    place.pools = row.texts("pools");
    let kinds = row.required("kind").into_iter().chain(row.texts("also"));
    Entity {
        id: id.value.to_owned(),
        name: name.value.to_owned(),
        kinds: kinds.filter_map(|kind| find_kind(kind, &schema.kinds, row)).collect(),
        synonyms: synonyms.iter().map(|synonym| synonym.value.to_owned()).collect(),
        definition: row.string("definition"),
        xrefs: row.texts("xref").into_iter().filter_map(|xref| read_xref(row, xref)).collect(),
        pools: Vec::new(),
        origin: row.strings("origin"),
    }
}

fn check_id(row: &Row<'_>, id: Text<'_>) {
    let kebab = kebab_case(id.value);
    if !id.value.is_empty() && kebab != id.value {
        row.log.report(id.place, Code::WrongValue, format!("the id `{}` is not kebab-case", id.value), |fault| {
            let fault = fault.help("ids are lower-case letters and digits, joined by single hyphens");
            if kebab.is_empty() { fault } else { fault.suggest([kebab]) }
        });
    }
}

/// The kebab-case form of a text.
fn kebab_case(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn read_xref(row: &Row<'_>, xref: Text<'_>) -> Option<String> {
    let curie = xref.value.split_once(':').is_some_and(|(prefix, local)| !prefix.is_empty() && !local.is_empty());
    if !curie || xref.value.contains(char::is_whitespace) {
        row.log.report(xref.place, Code::WrongValue, format!("`{}` is no CURIE", xref.value), |fault| {
            fault.help("a CURIE is a prefix, a colon and an id: `CHEBI:17347`")
        });
        return None;
    }
    Some(xref.value.to_owned())
}

/// Joins umbrellas to their pools.
pub(super) fn read_pools(places: &[EntityPlaces<'_>], log: &Log<'_>, entities: &mut IndexMap<String, Entity>) {
    for (position, place) in places.iter().enumerate() {
        let mut pools = Vec::with_capacity(place.pools.len());
        for pool in &place.pools {
            if let Some(found) = entities.get_index_of(pool.value) {
                pools.push(EntityId::from_index(found));
            } else {
                log.report(pool.place, Code::UnknownName, format!("no entity has the id `{}`", pool.value), |fault| {
                    fault.suggest(log.nearest(pool.value, entities.keys().map(String::as_str)))
                });
            }
        }
        if let Some((_, entity)) = entities.get_index_mut(position) {
            entity.pools = pools;
        }
    }
}

/// Reads variants: names for an entity in a context.
pub(super) fn read_variants(rows: &[Row<'_>], references: &References<'_>) -> Vec<Variant> {
    rows.iter().filter_map(|row| read_variant(row, references)).collect()
}

fn read_variant(row: &Row<'_>, references: &References<'_>) -> Option<Variant> {
    row.only(&["name", "synonyms", "entity", "context", "definition", "origin"]);
    row.must_have("context");
    let name = row.required("name");
    let entity = row.required("entity").and_then(|id| references.entity(id));
    let (synonyms, context) = (row.strings("synonyms"), references.context(row));
    let (definition, origin) = (row.string("definition"), row.strings("origin"));
    Some(Variant { name: name?.value.to_owned(), synonyms, entity: entity?, context, definition, origin })
}
