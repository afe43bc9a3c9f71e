//! Every entity of the fact list is an entity, a variant, a source, or listed with its reason.

use std::collections::BTreeSet;

use super::{GRAPH, readme, table};

const ENTITIES: &str = include_str!("../data/seed-entities.tsv");

/// Ids in the origin of an entity, a variant or a source.
fn carried() -> BTreeSet<&'static str> {
    let entities = GRAPH.entities().flat_map(|entity| &entity.origin);
    let variants = GRAPH.variants.iter().flat_map(|variant| &variant.origin);
    let sources = GRAPH.sources().flat_map(|source| &source.origin);
    entities.chain(variants).chain(sources).map(String::as_str).collect()
}

/// Ids that the README explains.
fn explained() -> BTreeSet<&'static str> {
    let table = readme::table_under("## Seed entities that are no entity of their own");
    table.into_iter().flat_map(|(ids, _)| ids.split(", ")).collect()
}

#[test]
fn every_entity_of_the_fact_list_is_there_or_explained() {
    let (carried, explained) = (carried(), explained());
    let ids: Vec<&str> = table(ENTITIES).map(|cells| cells[0]).collect();
    assert_eq!(ids.len(), 174);
    let lost: Vec<&&str> = ids.iter().filter(|id| !carried.contains(**id) && !explained.contains(**id)).collect();
    assert!(lost.is_empty(), "neither an entity nor explained: {lost:?}");
    let unknown: Vec<&&str> = explained.iter().filter(|id| !ids.contains(id)).collect();
    assert!(unknown.is_empty(), "explained, but no entity of the fact list: {unknown:?}");
}

#[test]
fn no_entity_claims_an_origin_that_the_fact_list_lacks() {
    let ids: BTreeSet<&str> = table(ENTITIES).map(|cells| cells[0]).collect();
    let made_up: Vec<&str> =
        carried().into_iter().filter(|origin| !ids.contains(origin) && *origin != "added").collect();
    assert!(made_up.is_empty(), "{made_up:?}");
}
