//! Every row of the fact list is an edge, a figure or a variant, or listed with its reason; and an edge says what its
//! row says, but for the exceptions below.

use std::collections::{BTreeMap, BTreeSet};

use endograph::graph::{Edge, Graph, Sign};

use super::{GRAPH, described, readme, table};

const ROWS: &str = include_str!("../data/seed-rows.tsv");

/// Rows marked direct that became documented: first and last of each run.
const DOCUMENTED: [(&str, &str); 10] = [
    ("E158", "E165"),
    ("E171", "E171"),
    ("E194", "E197"),
    ("E263", "E263"),
    ("E267", "E270"),
    ("E304", "E304"),
    ("E311", "E312"),
    ("E377", "E377"),
    ("E378", "E378"),
    ("E379", "E379"),
];

/// Rows whose edges have other ends, another sign or another directness than the row, and what they became.
const CHANGED: [(&str, &str); 15] = [
    ("E129", "intratesticular-testosterone enables spermatogenesis"),
    ("E136", "aromatization consumes circulating-testosterone"),
    ("E140", "circulating-testosterone feeds aromatization"),
    ("E141", "testosterone feeds aromatization"),
    ("E142", "androgens feeds aromatization"),
    ("E172", "estradiol inhibits lh"),
    ("E173", "estradiol inhibits fsh"),
    ("E200", "trt stimulates sperm-maturation"),
    ("E206", "testicular-size inhibits testicular-atrophy"),
    ("E207", "sperm-count inhibits azoospermia, sperm-count inhibits oligospermia"),
    ("E218", "gonadorelin mimics gnrh"),
    ("E220", "continuous-gnrh-agonist-therapy mimics gnrh"),
    ("E288", "enclomiphene compared with clomiphene-side-effects"),
    ("E310", "estradiol causes gynecomastia"),
    ("E376", "obesity stimulates aromatase"),
];

/// A row of the fact list.
struct Row {
    id: &'static str,
    subject: &'static str,
    relation: &'static str,
    object: &'static str,
    sign: &'static str,
    directness: &'static str,
}

fn rows() -> Vec<Row> {
    let row = |cells: Vec<&'static str>| match cells[..] {
        [id, subject, relation, object, sign, directness] => Row { id, subject, relation, object, sign, directness },
        _ => panic!("a row has six cells: {cells:?}"),
    };
    table(ROWS).map(row).collect()
}

/// The edges of each row.
fn edges_of_rows(graph: &Graph) -> BTreeMap<&str, Vec<&Edge>> {
    let mut edges: BTreeMap<&str, Vec<&Edge>> = BTreeMap::new();
    for edge in graph.edges() {
        for row in &edge.origin {
            edges.entry(row).or_default().push(edge);
        }
    }
    edges
}

fn documented_instead() -> BTreeSet<String> {
    DOCUMENTED.iter().flat_map(|(first, last)| readme::range(first, last)).collect()
}

#[test]
fn every_row_is_there_or_explained() {
    let graph = &*GRAPH;
    let edges = graph.edges().flat_map(|edge| &edge.origin);
    let on_edges = graph.edges().flat_map(|edge| &edge.quantities).flat_map(|figure| &figure.origin);
    let figures = graph.figures.iter().flat_map(|figure| &figure.origin);
    let variants = graph.variants.iter().flat_map(|variant| &variant.origin);
    let carried: BTreeSet<&str> = edges.chain(on_edges).chain(figures).chain(variants).map(String::as_str).collect();
    let explained: BTreeSet<&str> =
        readme::table_under("## Rows that are no edge of their own").into_iter().map(|(row, _)| row).collect();
    let rows: Vec<&str> = rows().iter().map(|row| row.id).collect();
    let expected: Vec<String> = (1..=408).map(|number| format!("E{number:03}")).collect();
    assert_eq!(rows, expected);
    let lost: Vec<&&str> = rows.iter().filter(|row| !carried.contains(**row) && !explained.contains(**row)).collect();
    assert!(lost.is_empty(), "neither in the graph nor explained: {lost:?}");
    let edgeless = edges_of_rows(graph);
    let silent: Vec<&&str> =
        rows.iter().filter(|row| !edgeless.contains_key(**row) && !explained.contains(**row)).collect();
    assert!(silent.is_empty(), "no edge, and not explained: {silent:?}");
}

#[test]
fn no_edge_claims_a_row_that_is_not_there() {
    let rows: BTreeSet<&str> = rows().iter().map(|row| row.id).collect();
    for edge in GRAPH.edges() {
        assert!(!edge.origin.is_empty(), "{} comes from nowhere", described(edge));
        for origin in &edge.origin {
            assert!(origin == "added" || rows.contains(origin.as_str()), "{} from {origin}", described(edge));
        }
    }
}

#[test]
fn edges_say_what_their_rows_say() {
    let graph = &*GRAPH;
    let (edges, documented) = (edges_of_rows(graph), documented_instead());
    let mut wrong = Vec::new();
    for row in rows() {
        let changed = CHANGED.iter().any(|(id, _)| *id == row.id);
        for edge in edges.get(row.id).into_iter().flatten().filter(|edge| !changed && joins(&row, edge)) {
            let expected = expectation(&row, documented.contains(row.id));
            let got = (sign(edge), directness(edge));
            if got != expected {
                wrong.push(format!("{}: {} is {got:?}, expected {expected:?}", row.id, described(edge)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn rows_with_other_ends_are_known() {
    let edges = edges_of_rows(&GRAPH);
    let turned = |row: &Row| {
        row.relation == "measured_by" || row.relation == "has_component" && row.subject == "MonitoringProgram"
    };
    let merged: BTreeSet<&str> =
        readme::table_under("## Rows that are no edge of their own").into_iter().map(|(row, _)| row).collect();
    for row in rows().iter().filter(|row| !turned(row) && !merged.contains(row.id)) {
        let known = CHANGED.iter().any(|(id, _)| *id == row.id);
        let elsewhere: Vec<String> = edges
            .get(row.id)
            .into_iter()
            .flatten()
            .filter(|edge| !known && !joins(row, edge))
            .map(|edge| described(edge))
            .collect();
        assert!(elsewhere.is_empty(), "{} {} {} {}: {elsewhere:?}", row.id, row.subject, row.relation, row.object);
    }
}

#[test]
fn changed_rows_became_what_they_are_meant_to() {
    let edges = edges_of_rows(&GRAPH);
    for (row, expected) in CHANGED {
        let of_row: Vec<String> = edges.get(row).into_iter().flatten().map(|edge| described(edge)).collect();
        assert_eq!(of_row.join(", "), expected, "{row}");
    }
}

#[test]
fn the_readme_names_every_exception() {
    let named = readme::rows_named();
    let exceptions = documented_instead().into_iter().chain(CHANGED.iter().map(|(row, _)| (*row).to_owned()));
    let silent: Vec<String> = exceptions.filter(|row| !named.contains(row)).collect();
    assert!(silent.is_empty(), "exceptions that graph-data/README.md does not name: {silent:?}");
}

/// What the mapping makes of a row: the sign and the directness of its edge.
fn expectation(row: &Row, documented: bool) -> (&'static str, &'static str) {
    match (row.relation, row.subject, row.sign, row.directness) {
        ("mimics", ..) => ("+", "D"),
        ("has_component", subject, ..) if subject != "MonitoringProgram" => ("+", "D"),
        // What carries no effect is neither a step nor a net effect.
        (_, _, "0", _) => ("0", "N"),
        (_, _, sign, _) if documented => (sign, "I"),
        (_, _, sign, directness) => (sign, directness),
    }
}

fn joins(row: &Row, edge: &Edge) -> bool {
    let comes_from = |entity: endograph::graph::EntityId, id: &str| {
        let variants = GRAPH.variants.iter().filter(|variant| variant.entity == entity);
        // Aromatase at another site is aromatase.
        GRAPH.entity(entity).origin.iter().chain(variants.flat_map(|variant| &variant.origin)).any(|own| own == id)
            || (id == "AdiposeAromatase" && GRAPH.entity(entity).id == "aromatase")
    };
    comes_from(edge.subject, row.subject) && comes_from(edge.object, row.object)
}

fn sign(edge: &Edge) -> &'static str {
    GRAPH.schema.relation(edge.relation).sign.map_or("0", Sign::as_str)
}

fn directness(edge: &Edge) -> &'static str {
    match (sign(edge), edge.is_direct()) {
        ("0", _) => "N",
        (_, true) => "D",
        (_, false) => "I",
    }
}
