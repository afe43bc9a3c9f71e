//! Sources, what they disagree on, and which warnings the curators have explained.

use std::io::{self, Write};

use super::Tables;
use super::value::Pairs;
use crate::formats::Acceptance;
use crate::graph::{Claim, Disagreement, Source};

pub(super) fn write(tables: &Tables<'_>, out: &mut dyn Write) -> io::Result<()> {
    for Source { id, name, title, note, origin } in tables.graph.sources() {
        let mut pairs = Pairs::default().text("id", id);
        if name != id {
            pairs = pairs.text("name", name);
        }
        pairs
            .said("title", title)
            .said("note", note)
            .texts("origin", origin.iter().map(String::as_str))
            .table("[[source]]", out)?;
    }
    Ok(())
}

pub(super) fn write_disagreements(tables: &Tables<'_>, out: &mut dyn Write) -> io::Result<()> {
    for Disagreement { id, matter, about, claims, handling } in &tables.graph.disagreements {
        let claims: Vec<String> = claims
            .iter()
            .map(|Claim { source, text }| {
                Pairs::default().text("source", &tables.graph.source(*source).id).text("text", text).inline()
            })
            .collect();
        Pairs::default()
            .text("id", id)
            .text("matter", matter)
            .texts("about", about.iter().map(|&id| tables.id(id)))
            .tables("claims", &claims)
            .said("handling", handling)
            .table("[[disagreement]]", out)?;
    }
    Ok(())
}

pub(super) fn write_acceptances(tables: &Tables<'_>, out: &mut dyn Write) -> io::Result<()> {
    for acceptance in tables.acceptances {
        let Acceptance { code, entity, subject, relation, object, reason, location: _ } = acceptance;
        let entity_of = |id: &Option<_>| id.map_or("", |id| tables.id(id));
        let relation = relation.map_or("", |relation| tables.graph.schema.relation(relation).id.as_str());
        Pairs::default()
            .text("code", code.as_str())
            .said("entity", entity_of(entity))
            .said("subject", entity_of(subject))
            .said("relation", relation)
            .said("object", entity_of(object))
            .text("reason", reason)
            .table("[[accepted]]", out)?;
    }
    Ok(())
}
