//! TOML: what is written loads to the same graph.

use proptest::prelude::*;

use super::{graphs, loaded, part};
use crate::formats::write::{Format, Part, Target, Writing, files};
use crate::formats::{Loaded, TextFile, embedded_files, embedded_schema, toml};
use crate::graph::{Graph, fold};

fn load(files: Vec<TextFile>) -> Loaded {
    toml::load_whole(files, Some(embedded_schema().expect("a sound vocabulary"))).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    })
}

fn in_one_file(loaded: &Loaded) -> Vec<TextFile> {
    vec![TextFile::new("written.toml", part(loaded, Format::Toml, Part::Whole))]
}

fn in_a_folder(loaded: &Loaded) -> Vec<TextFile> {
    let files = files(Format::Toml, Target::Folder("folder".as_ref()), loaded).expect("a folder");
    let mut files: Vec<TextFile> = files
        .into_iter()
        .map(|file| TextFile::new(file.path.display().to_string(), part(loaded, Format::Toml, file.part)))
        .collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

/// Every table of a graph as text.
fn tables(loaded: &Loaded) -> String {
    let graph: &Graph = &loaded.graph;
    let accepted: Vec<_> = loaded
        .acceptances
        .iter()
        .map(|it| (it.code, it.entity, it.subject, it.relation, it.object, it.reason.clone()))
        .collect();
    let Graph { name, title, version, schema, variants, figures, disagreements, .. } = graph;
    let (entities, edges): (Vec<_>, Vec<_>) = (graph.entities().collect(), graph.edges().collect());
    let sources: Vec<_> = graph.sources().collect();
    format!(
        "{name:?}\n{title:?}\n{version:?}\n{schema:#?}\n{variants:#?}\n{figures:#?}\n{disagreements:#?}\n{sources:#?}\n\
        {entities:#?}\n{edges:#?}\n{accepted:#?}"
    )
}

fn assert_same(one: &str, other: &str) {
    let differing = one.lines().zip(other.lines()).enumerate().find(|(_, (one, other))| one != other);
    assert_eq!(differing, None);
    assert_eq!(one.lines().count(), other.lines().count());
}

#[test]
fn the_embedded_graph_comes_back_whole() {
    let original = toml::load_whole(embedded_files(), None).expect("a sound graph");
    for files in [in_one_file(&original), in_a_folder(&original)] {
        let again = load(files);
        assert_same(&tables(&original), &tables(&again));
        assert_eq!(in_one_file(&original), in_one_file(&again));
    }
    let vocabulary = super::vocabulary();
    assert_eq!(Writing::new(&original, Format::Toml, &vocabulary).losses(), []);
}

/// Edge lists allow what a TOML graph does not: names that differ by case or plural only, verbs that are keywords, rows
/// both ways round of a symmetric relation.
#[test]
fn what_only_edge_lists_allow_is_told_apart() {
    let rows = "subject\trelation\tobject\tsign\tevidence\nGAS\tlimits\tGA\t-\tbook § 1\nga\tshows\tGas\t+\t\n\
        GA\tsame as\tGAS\t0\tone\nGAS\tsame as\tGA\t0\tother\nGA\tdrives up\tgas\t+\t\nGA\t\tx\t0\t\n";
    let graph = super::tables::open(&[("model.tsv", rows)]);
    let original = loaded(graph);
    let again = load(in_one_file(&original));
    let (one, other) = (&original.graph, &again.graph);
    assert_eq!(one.entity_count(), other.entity_count());
    assert_eq!(one.edge_count(), other.edge_count() + 1, "the symmetric relation stands once");
    let names: Vec<&str> = other.entities().map(|entity| entity.name.as_str()).collect();
    assert_eq!(names.iter().filter(|name| fold(name).starts_with("ga")).count(), 5, "{names:?}");
    let joined = other.edges().find(|edge| edge.evidence.len() == 2).expect("the evidence of both rows");
    assert_eq!(other.schema.relation(joined.relation).id, "same as");
    let vocabulary = super::vocabulary();
    let losses = Writing::new(&original, Format::Toml, &vocabulary).losses();
    let losses: Vec<String> = losses.iter().map(ToString::to_string).collect();
    assert!(losses.iter().any(|loss| loss.starts_with("1 edge that says what an earlier one says")), "{losses:?}");
    assert!(losses.iter().any(|loss| loss.starts_with("the spellings of ")), "{losses:?}");
    assert!(losses.iter().any(|loss| loss.starts_with("the verb forms of ")), "{losses:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// The `toml` crate reads back every text; endograph's loader reads back every edge.
    #[test]
    fn odd_texts_come_back(graph in graphs::any()) {
        let original = loaded(graph);
        let text = part(&original, Format::Toml, Part::Whole);
        let value: ::toml::Table = text.parse().expect("valid TOML");
        let empty = Vec::new();
        let rows = |table: &str| value.get(table).and_then(::toml::Value::as_array).unwrap_or(&empty).clone();
        let definitions: Vec<String> = rows("entity")
            .iter()
            .map(|row| row.get("definition").and_then(::toml::Value::as_str).unwrap_or_default().to_owned())
            .collect();
        let expected: Vec<String> = original.graph.entities().map(|entity| entity.definition.clone()).collect();
        prop_assert_eq!(definitions, expected);
        let notes: Vec<String> = rows("edge")
            .iter()
            .map(|row| row.get("note").and_then(::toml::Value::as_str).unwrap_or_default().to_owned())
            .collect();
        let expected: Vec<String> = original.graph.edges().map(|edge| edge.note.clone()).collect();
        prop_assert_eq!(notes, expected);

        let vocabulary = super::vocabulary();
        let is_faithful = Writing::new(&original, Format::Toml, &vocabulary).losses().is_empty();
        let again = load(vec![TextFile::new("written.toml", text)]);
        if is_faithful {
            assert_same(&tables(&original), &tables(&again));
        } else {
            prop_assert_eq!(original.graph.edge_count(), again.graph.edge_count());
            prop_assert_eq!(original.graph.entity_count(), again.graph.entity_count());
        }
    }
}
