//! GraphML, read by quick-xml and, where it is installed, by `NetworkX`; DOT, by its own rule of quoting.

use std::process::Command;

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::{graphs, loaded, part};
use crate::formats::Loaded;
use crate::formats::write::text::xml;
use crate::formats::write::{Format, Part};

/// The texts of all data with a key, in order.
fn data(text: &str, key: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    let (mut found, mut inside): (Vec<String>, bool) = (Vec::new(), false);
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(element) => {
                let is_key = element.attributes().any(|attribute| {
                    let attribute = attribute.expect("a sound attribute");
                    attribute.key.as_ref() == "key" && attribute.value.as_ref() == key
                });
                inside = is_key;
                if inside {
                    found.push(String::new());
                }
            }
            Event::Text(text) if inside => {
                found.last_mut().expect("data").push_str(&text);
            }
            Event::GeneralRef(name) if inside => {
                let text = quick_xml::escape::unescape(&format!("&{};", &*name)).expect("a known entity").into_owned();
                found.last_mut().expect("data").push_str(&text);
            }
            Event::End(_) => inside = false,
            Event::Eof => return found,
            _ => {}
        }
    }
}

/// The strings in double quotes of a DOT text, each with its escapes undone.
fn quoted(line: &str) -> Vec<String> {
    let (mut strings, mut current): (Vec<String>, Option<String>) = (Vec::new(), None);
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match (character, &mut current) {
            ('"', None) => current = Some(String::new()),
            ('"', Some(_)) => strings.extend(current.take()),
            ('\\', Some(text)) => match characters.next() {
                Some('n') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => panic!("a backslash ends the text"),
            },
            (_, Some(text)) => text.push(character),
            (_, None) => {}
        }
    }
    assert_eq!(current, None, "an open quote: {line}");
    strings
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn graphml_holds_every_text(graph in graphs::any()) {
        let original = loaded(graph);
        let text = part(&original, Format::GraphMl, Part::Whole);
        let names: Vec<String> = original.graph.entities().map(|entity| xml(&entity.name).into_owned()).collect();
        prop_assert_eq!(data(&text, "n0"), names);
        let notes = original.graph.edges().map(|edge| xml(&edge.note).into_owned());
        prop_assert_eq!(data(&text, "e13"), notes.filter(|note| !note.is_empty()).collect::<Vec<_>>());
    }

    #[test]
    fn dot_quotes_every_name(graph in graphs::any()) {
        let original = loaded(graph);
        let text = part(&original, Format::Dot, Part::Whole);
        let strings = quoted(&text);
        for entity in original.graph.entities() {
            let label = entity.name.replace('\0', "\u{fffd}").replace('\r', "");
            let at = strings.iter().position(|string| *string == entity.id).expect("the id");
            prop_assert_eq!(&strings[at + 1], &label);
        }
        prop_assert_eq!(text.matches("arrowhead=").count(), original.graph.edge_count());
    }
}

#[test]
fn signs_are_arrow_heads() {
    let text = part(&loaded(graphs::toy()), Format::Dot, Part::Whole);
    for expected in [
        "  \"a\" -> \"b\" [label=\"stimulates\", arrowhead=normal,",
        "  \"b\" -> \"a\" [label=\"inhibits\", arrowhead=tee,",
        "  \"a\" -> \"b\" [label=\"is a\", arrowhead=vee,",
        "  \"c\" [label=\"C\", kind=\"hormone\", shape=ellipse];",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

/// What a program of Python says of a text on its standard input; none where Python or a module is not there.
fn python(program: &str, input: &str) -> Option<String> {
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), input).expect("a written file");
    let output = Command::new("python3").args(["-c", program]).arg(file.path()).output().ok()?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.contains("ModuleNotFoundError"), "{error}");
        return None;
    }
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[test]
fn networkx_reads_the_embedded_graph() {
    let original = Loaded::from(crate::formats::embedded().expect("a sound graph"));
    let text = part(&original, Format::GraphMl, Part::Whole);
    let program = "import sys, networkx\ngraph = networkx.read_graphml(sys.argv[1])\n\
        signs = [data.get('sign', '') for _, _, data in graph.edges(data=True)]\n\
        print(len(graph), graph.size(), signs.count('+'), signs.count('-'), graph.nodes['lh']['name'])";
    let Some(said) = python(program, &text) else {
        eprintln!("skipped: no Python with NetworkX is installed");
        return;
    };
    let graph = &original.graph;
    let count = |wanted| graph.edges().filter(|edge| graph.schema.relation(edge.relation).sign == Some(wanted)).count();
    let (up, down) = (count(crate::graph::Sign::Positive), count(crate::graph::Sign::Negative));
    assert_eq!(said, format!("{} {} {up} {down} LH", graph.entity_count(), graph.edge_count()));
}

#[test]
fn graphviz_reads_odd_names() {
    let rows = "subject,object,sign\n\"say \"\"hi\"\"\\\",node,+\nnode,a->b;,-\n";
    let text = part(&loaded(super::tables::open(&[("model.csv", rows)])), Format::Dot, Part::Whole);
    let file = tempfile::NamedTempFile::new().expect("a temporary file");
    std::fs::write(file.path(), &text).expect("a written file");
    let Ok(output) = Command::new("dot").arg("-Tplain").arg(file.path()).output() else {
        eprintln!("skipped: Graphviz is not installed");
        return;
    };
    let plain = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(plain.lines().filter(|line| line.starts_with("edge ")).count(), 2);
}
