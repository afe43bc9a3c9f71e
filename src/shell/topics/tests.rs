//! Examples of help run on whatever graph is open.

use std::path::Path;
use std::sync::Arc;

use endograph::formats;
use endograph::graph::Graph;
use endograph::session::{Options, Session};

use super::{Examples, all, find, names};

/// The graphs that the examples are tried on: curated, small, without names that need no quotes, without signs.
fn graphs() -> Vec<Arc<Graph>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [
        "examples/thyroid.toml",
        "examples/renin.tsv",
        "tests/graphs/good/odd-names.csv",
        "tests/graphs/good/letters.csv",
    ];
    let open = |file: &str| Arc::new(formats::open(&folder.join(file)).expect("a sound graph"));
    std::iter::once(formats::embedded().expect("a sound graph")).chain(files.map(open)).collect()
}

#[test]
fn every_example_runs_on_every_graph() {
    for graph in graphs() {
        let mut session = Session::new(Arc::clone(&graph), Options::default());
        let examples = Examples::of(&graph);
        for topic in all() {
            let example = examples.of_topic(topic);
            if let Err(error) = session.ask(&example) {
                panic!("{} on {}: {example}: {error}", topic.name, graph.name);
            }
        }
    }
}

#[test]
fn every_word_has_a_page_whose_example_is_known() {
    for graph in graphs() {
        for name in names(&graph) {
            let page = find(&name, &graph).unwrap_or_else(|near| panic!("{name} on {}: {near:?}", graph.name));
            assert!(Examples::of(&graph).runs(&page.example), "{name} on {}: {}", graph.name, page.example);
        }
    }
}

#[test]
fn curated_examples_are_those_of_the_embedded_graph() {
    let graph = formats::embedded().expect("a sound graph");
    for topic in all() {
        assert_eq!(Examples::of(&graph).of_topic(topic), topic.example, "{}", topic.name);
    }
}

#[test]
fn topics_are_found_by_any_form() {
    let graph = formats::embedded().expect("a sound graph");
    let check = |word: &str, expected: &str| {
        let page = find(word, &graph).unwrap_or_else(|near| panic!("{word}: {near:?}"));
        assert!(page.text.contains(expected), "{word}: {}", page.text);
    };
    check("path", "shortest mechanism");
    check("PATH", "shortest mechanism");
    check(".path", "shortest mechanism");
    check("sim", "what becomes of");
    check("suppress", "moves something down");
    check("lowers", "moves something down");
    check("raised by", "moves something up");
    check("affect", "either way");
    check("blocks", "lowers the activity");
    check("block", "asks for the relation `blocks`");
    check("mimicked by", "relation `mimics`");
    check("preserves", "relation `stimulates`");
    check("is a", "carries no effect");
    check("determined", "every strength");
    check("ambiguous", "do not decide");
    check("activity", "what it does");
    check("shortest", "Right after path");
}

#[test]
fn unknown_topics_give_the_nearest() {
    let graph = formats::embedded().expect("a sound graph");
    let check = |word: &str, expected: &str| {
        let near = find(word, &graph).expect_err(word);
        assert_eq!(near.first().map(String::as_str), Some(expected), "{word}: {near:?}");
    };
    check("pth", "path");
    check("supress", "suppress");
    check("determind", "determined");
    check("simulat e", "simulate");
    assert_eq!(find("qqqqqqqq", &graph), Err(Vec::new()));
    assert!(find("", &graph).is_err());
}
