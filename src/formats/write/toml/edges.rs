//! Edges, their evidence and their figures; and the figures that belong to no edge.

use std::io::{self, Write};

use super::Tables;
use super::entities::context;
use super::value::Pairs;
use crate::graph::{Certainty, Edge, EdgeId, Evidence, Quantity, Strength, UNTREATED};

pub(super) fn write(tables: &Tables<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut ids = tables.graph.edge_ids().filter(|&id| !tables.repeated.skips(id));
    ids.try_for_each(|id| write_edge(tables, id, out))
}

fn write_edge(tables: &Tables<'_>, id: EdgeId, out: &mut dyn Write) -> io::Result<()> {
    let edge = tables.graph.read_edge(id);
    let mut pairs = Pairs::default()
        .text("subject", tables.id(edge.subject))
        .text("relation", &tables.graph.schema.relation(edge.relation).id)
        .text("object", tables.id(edge.object));
    if let Some(background) = edge.background() {
        pairs = pairs.text("directness", "documented");
        if background != UNTREATED {
            pairs = pairs.text("background", background);
        }
    }
    pairs = pairs
        .flag("negated", edge.negated, false)
        .flag("followed", edge.followed, true)
        .flag("optional", edge.optional, false)
        .texts("through", edge.through.iter().map(|&inner| tables.id(inner)));
    if edge.strength != Strength::default() {
        pairs = pairs.text("strength", edge.strength.as_str());
    }
    if !edge.context.is_empty() {
        pairs = pairs.value("context", context(&edge.context));
    }
    let quantities: Vec<String> =
        edge.quantities.iter().map(|figure| quantity(tables, figure, Some(&edge.evidence)).inline()).collect();
    let evidence = all_evidence(tables, id, &edge);
    pairs
        .said("note", &edge.note)
        .tables("quantities", &quantities)
        .tables("evidence", &evidence)
        .texts("origin", edge.origin.iter().map(String::as_str))
        .table("[[edge]]", out)
}

/// The evidence of an edge, and that of the edges that repeat it.
fn all_evidence(tables: &Tables<'_>, id: EdgeId, first: &Edge) -> Vec<String> {
    let mut items: Vec<Evidence> = first.evidence.clone();
    for &later in tables.repeated.of_first(id) {
        for item in &tables.graph.read_edge(later).evidence {
            if !items.contains(item) {
                items.push(item.clone());
            }
        }
    }
    items.iter().map(|item| evidence(tables, item)).collect()
}

fn evidence(tables: &Tables<'_>, evidence: &Evidence) -> String {
    let Evidence { section, reference, certainty, note, .. } = evidence;
    let source = |id| tables.graph.source(id).id.as_str();
    Pairs::default()
        .text("source", source(evidence.source))
        .said("section", section)
        .text("certainty", Certainty::as_str(*certainty))
        .said("reference", reference.map_or("", source))
        .said("note", note)
        .inline()
}

pub(super) fn write_figures(tables: &Tables<'_>, out: &mut dyn Write) -> io::Result<()> {
    for figure in &tables.graph.figures {
        quantity(tables, figure, None).table("[[figure]]", out)?;
    }
    Ok(())
}

/// A figure; one within an edge is about the ends of that edge, and stands on its evidence where it names none.
fn quantity(tables: &Tables<'_>, quantity: &Quantity, of_edge: Option<&[Evidence]>) -> Pairs {
    let Quantity { low, high, .. } = quantity;
    let mut pairs = Pairs::default();
    if of_edge.is_none() {
        pairs = pairs.value("about", super::value::list(quantity.about.iter().map(|&id| tables.id(id))));
    }
    pairs = pairs
        .text("measure", &quantity.measure)
        .amount("low", *low)
        .amount("high", *high)
        .flag("open-ended", low.is_some() && high.is_none(), false)
        .said("unit", &quantity.unit)
        .said("statistic", &quantity.statistic)
        .said("frequency", &quantity.frequency)
        .said("route", &quantity.route)
        .said("setting", &quantity.setting)
        .said("text", &quantity.text);
    if of_edge.is_none_or(|inherited| inherited != quantity.evidence.as_slice()) {
        let items: Vec<String> = quantity.evidence.iter().map(|item| evidence(tables, item)).collect();
        pairs = pairs.tables("evidence", &items);
    }
    pairs.texts("origin", quantity.origin.iter().map(String::as_str))
}
