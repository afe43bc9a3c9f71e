//! Entities, and names for an entity in a context.

use std::io::{self, Write};

use super::Tables;
use super::value::Pairs;
use crate::graph::{Context, Entity, EntityId, Variant};

pub(super) fn write(tables: &Tables<'_>, out: &mut dyn Write) -> io::Result<()> {
    tables.graph.entity_ids().try_for_each(|id| write_entity(tables, id, out))
}

fn write_entity(tables: &Tables<'_>, id: EntityId, out: &mut dyn Write) -> io::Result<()> {
    let Tables { graph, spellings, .. } = tables;
    let Entity { kinds, definition, xrefs, pools, origin, .. } = graph.entity(id);
    let mut kinds = kinds.iter().map(|&kind| graph.schema.kind(kind).id.as_str());
    Pairs::default()
        .text("id", spellings.id(graph, id))
        .text("name", spellings.name(graph, id))
        .text("kind", kinds.next().unwrap_or_default())
        .texts("also", kinds)
        .texts("synonyms", spellings.synonyms(graph, id).iter().map(String::as_str))
        .said("definition", definition)
        .texts("xref", xrefs.iter().map(String::as_str))
        .texts("pools", pools.iter().map(|&pool| spellings.id(graph, pool)))
        .texts("origin", origin.iter().map(String::as_str))
        .table("[[entity]]", out)
}

pub(super) fn write_variants(tables: &Tables<'_>, out: &mut dyn Write) -> io::Result<()> {
    for variant in tables.graph.variants.iter().filter(|variant| tables.spellings.allows_variant(&variant.name)) {
        let Variant { name, synonyms, entity, context: holds, definition, origin } = variant;
        let synonyms = synonyms.iter().filter(|synonym| tables.spellings.allows_variant(synonym));
        Pairs::default()
            .text("name", name)
            .texts("synonyms", synonyms.map(String::as_str))
            .text("entity", tables.id(*entity))
            .value("context", context(holds))
            .said("definition", definition)
            .texts("origin", origin.iter().map(String::as_str))
            .table("[[variant]]", out)?;
    }
    Ok(())
}

/// A context as an inline table.
pub(super) fn context(context: &Context) -> String {
    context.0.iter().fold(Pairs::default(), |pairs, (key, value)| pairs.text(key, value)).inline()
}
