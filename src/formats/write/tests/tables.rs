//! Tables: edge lists, KGX, SIF, hetnet, and CSV for Cypher.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::{graphs, loaded, part, vocabulary};
use crate::formats::write::{Feature, Format, Part, Writing};
use crate::formats::{OpenOptions, sample};
use crate::graph::{Graph, Sign};

/// A graph of edge lists.
pub(super) fn open(files: &[(&str, &str)]) -> Graph {
    let loaded = sample::load(files, &OpenOptions::default()).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    });
    Arc::unwrap_or_clone(loaded.graph)
}

/// A graph written as an edge list, and read again.
fn rewritten(graph: &Graph, format: Format) -> Graph {
    let original = loaded(graph.clone());
    let ending = format.ending();
    let (edges, nodes) = (format!("again.{ending}"), format!("again.nodes.{ending}"));
    let [edge_rows, node_rows, mapping] =
        [Part::Edges, Part::Nodes, Part::Mapping].map(|which| part(&original, format, which));
    open(&[(&edges, &edge_rows), (&nodes, &node_rows), ("again.mapping.toml", &mapping)])
}

/// What an edge list says, row by row: names, kinds and synonyms; meanings of relations; edges with evidence.
fn contents(graph: &Graph) -> BTreeSet<String> {
    let kind = |id| graph.schema.kind(graph.kind_of(id)).id.clone();
    let entities = graph.entity_ids().map(|id| {
        let entity = graph.entity(id);
        format!("{} {:?} {} {:?}", entity.id, entity.name, kind(id), entity.synonyms)
    });
    let edges = graph.edges().map(|edge| {
        let relation = graph.schema.relation(edge.relation);
        let cited: Vec<String> =
            edge.evidence.iter().map(|item| format!("{} § {}", graph.source(item.source).name, item.section)).collect();
        let aspect = relation.sign.map(|_| relation.aspect);
        format!(
            "{:?} {} {:?} {aspect:?} {:?} {:?} {:?} {cited:?} {:?}",
            graph.entity(edge.subject).name,
            relation.id,
            relation.sign,
            relation.verbs,
            graph.entity(edge.object).name,
            edge.context,
            edge.note
        )
    });
    entities.chain(edges).collect()
}

#[test]
fn an_edge_list_comes_back() {
    let nodes =
        "id\tname\tkind\tsynonyms\nHGNC:1\tLH\thormone\tlutropin|ICSH\nt\ttestosterone\tsteroid\t\nn\tnew\tsteroid\t\n";
    let mapping =
        "[relation.\"turns on\"]\nsign = \"+\"\naspect = \"activity\"\n[relation.represses]\nas = \"inhibits\"\n";
    for (rows, nodes, mapping) in [
        ("a\tstimulates\tb\t+\tbook § 2\t\na\tstimulates\tb\t+\tpaper\t\nb\t\ta\t-\t\tdosing = continuous\n", "", ""),
        ("a\tregulates\tb\t+\t\t\na\tregulates\tc\t-\t\t\na\tregulates\td\t0\t\t\n", "", ""),
        ("a\ttunes\tb\t+\t\t\na\ttunes\tc\t-\t\t\na\ttunes\td\t0\t\t\na\tdocumented\td\t-\t\t\n", "", ""),
        ("a\traises\tb\t+\tx\t\na\tsupports\tb\t+\ty\t\na\tlowers\tb\t-\t\t\na\taffects\tc\t\t\t\n", "", ""),
        (
            "Na\tpart of\tNa-\t0\t\tsite = gut; x y = 1\nNa+\tis a\tNa\t\t\t\n\"say \"\"hi\"\"\"\tbinds to\tNa\t0\t\t\n",
            "",
            "",
        ),
        ("HGNC:1\tturns on\tt\t+\t\t\nlutropin\trepresses\tnew\t-\t\t\nnew\tsupports\tt\t0\t\t\n", nodes, mapping),
    ] {
        let rows = format!("subject\trelation\tobject\tsign\tevidence\tcontext\n{rows}");
        let mut files = vec![("model.tsv", rows.as_str())];
        files.extend(
            [("model.nodes.tsv", nodes), ("model.mapping.toml", mapping)].iter().filter(|(_, text)| !text.is_empty()),
        );
        let graph = open(&files);
        for format in [Format::Tsv, Format::Csv] {
            assert_eq!(contents(&rewritten(&graph, format)), contents(&graph), "{rows}");
        }
        let losses = Writing::new(&loaded(graph), Format::Tsv, &vocabulary()).losses();
        assert!(losses.iter().all(|loss| loss.feature == Feature::RelationMeanings), "{losses:?}");
    }
}

/// Fields of a CSV text.
fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("a regular row").iter().map(str::to_owned).collect());
    rows.collect()
}

fn lines(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let position = rows[0].iter().position(|title| title == name).expect("the column");
    rows[1..].iter().map(|row| row[position].clone()).collect()
}

fn spaced(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn odd_names_come_back_from_edge_lists(graph in graphs::any()) {
        for format in [Format::Tsv, Format::Csv] {
            if part(&loaded(graph.clone()), format, Part::Edges).lines().nth(1).is_none() {
                continue; // an edge list without edges is none
            }
            let again = rewritten(&graph, format);
            prop_assert_eq!(again.entity_count(), graph.entity_count());
            let ids: Vec<&str> = again.entities().map(|entity| entity.id.as_str()).collect();
            let expected: Vec<&str> = graph.entities().map(|entity| entity.id.as_str()).collect();
            prop_assert_eq!(ids, expected);
            let steps = graph.edges().filter(|edge| {
                let sign = graph.schema.relation(edge.relation).sign;
                !edge.negated && edge.is_direct() && (edge.followed || sign.is_none())
            });
            let told = |graph: &Graph, edge: &crate::graph::Edge| {
                let sign = graph.schema.relation(edge.relation).sign.map_or("0", Sign::as_str);
                let relation = &graph.schema.relation(edge.relation).id;
                format!("{} {relation} {sign} {}", graph.entity(edge.subject).id, graph.entity(edge.object).id)
            };
            let expected: BTreeSet<String> = steps.map(|edge| told(&graph, edge)).collect();
            let found: BTreeSet<String> = again.edges().map(|edge| told(&again, edge)).collect();
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn odd_names_come_back_from_csv(graph in graphs::any()) {
        let original = loaded(graph);
        let rows = records(&part(&original, Format::Cypher, Part::Nodes), b',');
        let names: Vec<String> = original.graph.entities().map(|entity| entity.name.clone()).collect();
        prop_assert_eq!(column(&rows, "name"), names);
        let rows = records(&part(&original, Format::Cypher, Part::Edges), b',');
        let notes: Vec<String> = original.graph.edges().map(|edge| edge.note.clone()).collect();
        prop_assert_eq!(column(&rows, "note"), notes);
    }

    #[test]
    fn odd_names_stay_on_their_lines(graph in graphs::any()) {
        let original = loaded(graph);
        for (format, which) in [(Format::KgxTsv, Part::Nodes), (Format::Hetnet, Part::Nodes)] {
            let rows = lines(&part(&original, format, which));
            let names: Vec<String> = original.graph.entities().map(|entity| spaced(&entity.name)).collect();
            prop_assert_eq!(column(&rows, "name"), names, "{}", format);
        }
        for (format, which) in [(Format::KgxTsv, Part::Edges), (Format::Hetnet, Part::Edges), (Format::Sif, Part::Whole)] {
            let text = part(&original, format, which);
            let rows = lines(&text);
            let width = if format == Format::Sif { 3 } else { rows[0].len() };
            let alone = |row: &[String]| format == Format::Sif && (row.len() == 1 || (row.len() == 2 && row[1].is_empty()));
            prop_assert!(rows.iter().all(|row| row.len() == width || alone(row)), "{}", text);
        }
    }

    #[test]
    fn json_lines_hold_every_text(graph in graphs::any()) {
        let original = loaded(graph);
        let objects = |which| -> Vec<serde_json::Value> {
            let text = part(&original, Format::KgxJsonLines, which);
            text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
        };
        let (nodes, edges) = (objects(Part::Nodes), objects(Part::Edges));
        for (node, entity) in nodes.iter().zip(original.graph.entities()) {
            prop_assert_eq!(&node["name"], &entity.name);
            if !entity.synonyms.is_empty() {
                prop_assert_eq!(&node["synonym"], &serde_json::json!(entity.synonyms));
            }
        }
        prop_assert_eq!(edges.len(), original.graph.edge_count());
        for (json, edge) in edges.iter().zip(original.graph.edges()) {
            prop_assert_eq!(json["note"].as_str().unwrap_or_default(), &edge.note);
            prop_assert_eq!(json["negated"].as_bool().unwrap_or_default(), edge.negated);
            let sign = original.graph.schema.relation(edge.relation).sign;
            let direction = sign.map(|sign| if sign == Sign::Positive { "increased" } else { "decreased" });
            prop_assert_eq!(json["object_direction_qualifier"].as_str(), direction);
        }
    }
}

#[test]
fn kgx_says_what_biolink_says() {
    let text = part(&loaded(graphs::toy()), Format::KgxJsonLines, Part::Edges);
    let edge: serde_json::Value = serde_json::from_str(text.lines().next().expect("an edge")).expect("JSON");
    for (slot, expected) in [
        ("subject", "endograph:a"),
        ("predicate", "biolink:affects"),
        ("object", "endograph:b"),
        ("qualified_predicate", "biolink:causes"),
        ("object_aspect_qualifier", "abundance"),
        ("object_direction_qualifier", "increased"),
        ("knowledge_level", "knowledge_assertion"),
        ("original_predicate", "endograph:stimulates"),
    ] {
        assert_eq!(edge[slot], expected, "{slot}");
    }
    assert_eq!(edge["publications"], serde_json::json!(["book"]));
    assert!(text.lines().nth(2).expect("an edge").contains("\"predicate\":\"biolink:subclass_of\""));
}

#[test]
fn sif_lists_who_stands_alone() {
    assert_eq!(
        part(&loaded(graphs::toy()), Format::Sif, Part::Whole),
        "A\tstimulates\tB\nB\tinhibits\tA\nA\tis a\tB\nC\n"
    );
}

#[test]
fn cypher_quotes_names() {
    let text = part(&loaded(graphs::toy()), Format::Cypher, Part::Neo4j);
    for line in [
        "LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row",
        "MATCH (entity:Entity {kind: 'hormone'}) SET entity:`hormone`;",
        "WITH row WHERE row.relation = 'is a'",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
    assert!(text.contains("CREATE (subject)-[:`is a` {"));
    assert!(
        part(&loaded(graphs::toy()), Format::Cypher, Part::Memgraph)
            .contains("LOAD CSV FROM '/import/edges.csv' WITH HEADER AS row")
    );
}
