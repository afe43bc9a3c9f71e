//! Rows to edges: rows that say the same become one edge with the evidence of all.

use rustc_hash::FxHashMap;

use super::relations::Reading;
use super::rows::Statement;
use super::uses::Readings;
use crate::formats::log::Place;
use crate::graph::{Directness, Edge, EntityId, RelationId, Strength};

/// The edges in the order of their first rows, and where those stand. Rows whose relation has no meaning are left out:
/// they are reported.
pub(super) fn join(statements: Vec<Statement>, readings: &Readings<Option<Reading>>) -> (Vec<Edge>, Vec<Place>) {
    let (mut edges, mut places): (Vec<Edge>, Vec<Place>) = (Vec::new(), Vec::new());
    let mut alike: FxHashMap<(EntityId, RelationId, EntityId), Vec<usize>> = FxHashMap::default();
    for statement in statements {
        let Some(reading) = readings.of(statement.used).and_then(Option::as_ref) else {
            continue;
        };
        let place = statement.place;
        let edge = edge(statement, reading);
        let known = alike.entry((edge.subject, edge.relation, edge.object)).or_default();
        if let Some(same) = known.iter().find(|&&other| edges[other].context == edge.context) {
            merge(&mut edges[*same], edge);
        } else {
            known.push(edges.len());
            edges.push(edge);
            places.push(place);
        }
    }
    (edges, places)
}

fn edge(statement: Statement, reading: &Reading) -> Edge {
    let Statement { mut subject, mut object, context, evidence, .. } = statement;
    if reading.reversed {
        std::mem::swap(&mut subject, &mut object);
    }
    Edge {
        subject,
        relation: reading.relation,
        object,
        directness: Directness::Direct,
        negated: false,
        followed: true,
        optional: false,
        through: Vec::new(),
        strength: Strength::default(),
        context,
        quantities: Vec::new(),
        evidence: vec![evidence],
        note: reading.note.clone(),
        origin: Vec::new(),
    }
}

fn merge(edge: &mut Edge, same: Edge) {
    for evidence in same.evidence {
        if !edge.evidence.contains(&evidence) {
            edge.evidence.push(evidence);
        }
    }
    if !same.note.is_empty() && !edge.note.split("; ").any(|note| note == same.note) {
        if !edge.note.is_empty() {
            edge.note.push_str("; ");
        }
        edge.note.push_str(&same.note);
    }
}
