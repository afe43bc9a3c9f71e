//! Sources, and what they disagree on.

use indexmap::IndexMap;

use super::references::References;
use super::row::Row;
use super::table::Table;
use crate::graph::{Claim, Disagreement, Source};

pub(super) fn read(rows: &[Row<'_>]) -> IndexMap<String, Source> {
    let mut sources = Table::new();
    for row in rows {
        sources.insert(row, "id", |row, id| {
            row.only(&["id", "name", "title", "note", "origin"]);
            Source {
                id: id.value.to_owned(),
                name: row.text("name").unwrap_or(id).value.to_owned(),
                title: row.string("title"),
                note: row.string("note"),
                origin: row.strings("origin"),
            }
        });
    }
    sources.into_rows()
}

pub(super) fn read_disagreements(rows: &[Row<'_>], references: &References<'_>) -> Vec<Disagreement> {
    let mut disagreements = Table::new();
    for row in rows {
        disagreements.insert(row, "id", |row, id| {
            row.only(&["id", "matter", "about", "claims", "handling"]);
            Disagreement {
                id: id.value.to_owned(),
                matter: row.required("matter").map_or_else(String::new, |matter| matter.value.to_owned()),
                about: references.entities(row, "about"),
                claims: row.rows("claims").iter().filter_map(|claim| read_claim(claim, references)).collect(),
                handling: row.string("handling"),
            }
        });
    }
    disagreements.into_rows().into_values().collect()
}

fn read_claim(row: &Row<'_>, references: &References<'_>) -> Option<Claim> {
    row.only(&["source", "text"]);
    let (source, text) = (row.required("source"), row.required("text"));
    Some(Claim { source: references.source(source?)?, text: text?.value.to_owned() })
}
