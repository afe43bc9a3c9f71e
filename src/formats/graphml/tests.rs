//! GraphML as programs write it, and as it goes wrong.

use crate::formats::sample::{edges, entities, sound, warnings, wrong};

const OPEN: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">";

/// Keys of the names that the tests use, and a graph around its content.
fn document(content: &str) -> String {
    let keys = ["name", "kind", "synonyms", "relation", "sign", "weight", "evidence", "context"];
    let keys: Vec<String> = keys
        .iter()
        .map(|name| format!("<key id=\"{name}-key\" for=\"all\" attr.name=\"{name}\" attr.type=\"string\"/>"))
        .collect();
    format!("{OPEN}\n{}\n<graph edgedefault=\"directed\">\n{content}\n</graph>\n</graphml>\n", keys.join(""))
}

fn node(id: &str) -> String {
    format!("<node id=\"{id}\"/>")
}

fn of(content: &str) -> Vec<String> {
    edges(&sound(&[("model.graphml", &document(content))]))
}

#[test]
fn nodes_become_entities() {
    let content = "<node id=\"n0\"><data key=\"name-key\"> TSH &amp; &#946;<![CDATA[<1>]]></data>\
        <data key=\"kind-key\">hormone</data><data key=\"synonyms-key\">thyrotropin|TSH-b</data></node>\
        <node id=\"n1\" labels=\":Gene:Protein\"/><edge source=\"n0\" target=\"n1\"/>";
    let graph = sound(&[("model.graphml", &document(content))]);
    assert_eq!(entities(&graph), ["n0 = TSH & β<1>: hormone, also thyrotropin|TSH-b", "n1 = n1: gene + protein"]);
}

#[test]
fn edges_have_the_sign_that_something_says() {
    let (a, b) = (node("a"), node("b"));
    for (edge, expected) in [
        ("<edge source=\"a\" target=\"b\"/>", "a related to 0 b"),
        ("<edge source=\"a\" target=\"b\"><data key=\"sign-key\">-1</data></edge>", "a inhibits -abundance b"),
        ("<edge source=\"a\" target=\"b\"><data key=\"relation-key\">blocks</data></edge>", "a blocks -activity b"),
        ("<edge source=\"a\" target=\"b\"><data key=\"relation-key\">binds</data></edge>", "a binds 0 b"),
        ("<edge source=\"a\" target=\"b\" label=\"activates\"/>", "a activates +activity b"),
        (
            "<edge source=\"a\" target=\"b\"><data key=\"relation-key\">tunes</data><data key=\"sign-key\">+</data></edge>",
            "a tunes +abundance b",
        ),
        (
            "<edge source=\"a\" target=\"b\" directed=\"false\"><data key=\"sign-key\">+</data></edge>",
            "a related to 0 b (undirected, stated `+`)",
        ),
        ("<edge source=\"a\" target=\"b\" directed=\"false\" label=\"binds\"/>", "a binds 0 b (undirected)"),
    ] {
        let found = of(&format!("{a}{b}\n{edge}"));
        assert_eq!(found, [format!("{expected} [model.graphml; line 6]")], "{edge}");
    }
    let cited = "<edge source=\"a\" target=\"b\" label=\"causes\"><data key=\"evidence-key\">x § 1|PMID:2</data>\
        <data key=\"context-key\">dosing = continuous</data></edge>";
    assert_eq!(of(&format!("{a}{b}{cited}")), ["a causes +activity b {dosing = continuous} [x; 1] [PMID:2]"]);
}

#[test]
fn defaults_nested_graphs_and_drawn_labels_count() {
    let keys =
        "<key id=\"d0\" for=\"edge\" attr.name=\"interaction\" attr.type=\"string\"><default>inhibits</default></key>";
    let content = "<node id=\"a\"><graph id=\"inner\" edgedefault=\"undirected\"><node id=\"b\"><data key=\"d9\">\
        <y:ShapeNode xmlns:y=\"http://www.yworks.com/xml/graphml\"><y:NodeLabel> B </y:NodeLabel></y:ShapeNode></data></node>\
        <edge source=\"b\" target=\"a\"/></graph></node><edge source=\"a\" target=\"b\"/>";
    let text = format!("{OPEN}{keys}<graph edgedefault=\"directed\">{content}</graph></graphml>");
    assert_eq!(
        edges(&sound(&[("model.graphml", &text)])),
        [
            "B related to 0 a (undirected; stated as `inhibits`) [model.graphml; line 2]",
            "a inhibits -abundance B [model.graphml; line 2]"
        ]
    );
}

#[test]
fn of_several_defaults_the_first_of_the_file_counts() {
    let key = |id: u32, name: &str, default: &str| {
        format!("<key id=\"d{id}\" for=\"edge\" attr.name=\"{name}\"><default>{default}</default></key>")
    };
    let content = "<node id=\"a\"/><node id=\"b\"/><edge source=\"a\" target=\"b\"/>";
    for (keys, expected) in [
        ([key(7, "type", "inhibits"), key(1, "relation", "stimulates"), key(4, "label", "blocks")], "a inhibits"),
        ([key(1, "label", "blocks"), key(4, "relation", "stimulates"), key(7, "type", "inhibits")], "a blocks"),
    ] {
        let text = format!("{OPEN}{}<graph>{content}</graph></graphml>", keys.concat());
        let edges = edges(&sound(&[("model.graphml", &text)]));
        assert!(edges[0].starts_with(expected), "{edges:?}");
    }
}

#[test]
fn what_is_not_read_is_told() {
    let content = format!(
        "{}{}<edge source=\"a\" target=\"b\"><data key=\"weight-key\">0.5</data></edge><hyperedge/>",
        node("a"),
        node("b")
    );
    assert_eq!(
        warnings(&[("model.graphml", &document(&content))]),
        [
            "model.graphml left-out left out: 1 hyperedges",
            "model.graphml left-out left out: the attributes `weight` (1)"
        ]
    );
}

#[test]
fn faults_have_their_places() {
    let deep = "<a>".repeat(100);
    for (text, expected) in [
        (document("<node/>"), "model.graphml:5:1 missing-key a node has no `id`"),
        (
            document("<node id=\"a\"/><edge source=\"a\"/>"),
            "model.graphml:5:15 missing-key an edge needs a `source` and a `target`",
        ),
        (
            document("<node id=\"a\"/>\n<edge source=\"a\" target=\"c\"/>"),
            "model.graphml:6:1 unknown-name no node has the id `c`",
        ),
        (
            document("<node id=\"a\"/>\n<node id=\"a\"/>"),
            "model.graphml:6:1 duplicate-id `a` stands for something else already",
        ),
        (
            document("<node id=\"a\"/><edge source=\"a\" target=\"a\"><data key=\"sign-key\">maybe</data></edge>"),
            "model.graphml:5:15 wrong-value `maybe` is no sign",
        ),
        (
            "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml/>".to_owned(),
            "model.graphml:1:1 wrong-value a document type declaration is not read: it can name other files",
        ),
        (
            document("<node id=\"a\"><data key=\"name-key\">&xxe;</data></node>"),
            "model.graphml:5:35 wrong-value `&xxe;` stands for nothing that is known here",
        ),
        (document(&deep), "model.graphml:5:187 too-deep elements stand more than 64 deep in each other"),
        ("<svg/>".to_owned(), "model.graphml:1:1 wrong-value this is no GraphML: the outermost element is `svg`"),
        (String::new(), "model.graphml:1:1 no-rows the file is empty"),
        ("<graphml>\n<graph>".to_owned(), "model.graphml:2:8 wrong-value the file ends before its last element does"),
    ] {
        assert_eq!(wrong(&[("model.graphml", &text)]), [expected], "{text}");
    }
    let mixed = wrong(&[("model.graphml", "<graphml>\n</graph>")]);
    assert!(mixed[0].starts_with("model.graphml:2:1 wrong-value this is no well-formed XML"), "{mixed:?}");
}
