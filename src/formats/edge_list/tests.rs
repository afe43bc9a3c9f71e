//! Properties of loading: whatever the text, no panic; whatever the names, each is found again.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::load;
use super::records::Records;
use crate::formats::{Fault, TextFile, embedded_schema};
use crate::graph::{EdgeId, Graph, Named, Namespace, Sign, fold};

fn open(files: &[(&str, &str)]) -> Result<Graph, Vec<Fault>> {
    let files = files.iter().map(|&(name, text)| TextFile::new(name, text)).collect();
    load(files, embedded_schema().expect("the embedded vocabulary is sound"))
}

fn sound(files: &[(&str, &str)]) -> Graph {
    open(files).unwrap_or_else(|faults| panic!("{files:?}\n{}", faults[0]))
}

/// Each edge as text: `LH stimulates + testosterone`.
fn edges(graph: &Graph) -> BTreeSet<String> {
    let edges = graph.edges().map(|edge| {
        let relation = graph.schema.relation(edge.relation);
        let sign = relation.sign.map_or("0", Sign::as_str);
        let (subject, object) = (&graph.entity(edge.subject).name, &graph.entity(edge.object).name);
        format!("{subject} {} {sign} {object}", relation.id)
    });
    edges.collect()
}

#[test]
fn what_relations_mean() {
    for (header, rows, expected) in [
        // The sign column alone.
        ("from,to,sign", "a,b,+;a,b,-1;a,b,0;a,b,", "a inhibits - b|a related to 0 b|a stimulates + b"),
        ("Source,Target,Polarity", "a,b,UP;b,a,Down;a,a,negative", "a inhibits - a|a stimulates + b|b inhibits - a"),
        // A relation that only the file knows has the sign of its rows; with both signs it is two.
        ("subject,predicate,object,sign", "a,induces,b,1;c,induces,b,1", "a induces + b|c induces + b"),
        ("subject,relation,object,sign", "a,tunes,b,+;a,tunes,c,-", "a negatively tunes - c|a positively tunes + b"),
        ("subject,relation,object,sign", "a,tunes,b,+;a,tunes,c,0", "a related to 0 c|a tunes + b"),
        ("subject,relation,object,sign", "a,tune,b,+;a,Tunes,c,+", "a tune + b|a tune + c"),
        ("subject,relation,object,sign", "a,binds,b,0", "a binds 0 b"),
        (
            "subject,relation,object,sign",
            "a,positively tunes,b,-;a,tunes,b,+;a,tunes,c,-",
            "a negatively tunes - c|a positively positively tunes + b|a positively tunes - b",
        ),
        // Words of the vocabulary and of the language.
        ("subject,relation,object,sign", "a,supports,b,+;a,causes,b,-", "a negatively causes - b|a stimulates + b"),
        ("subject,relation,object,sign", "a,regulates,b,-", "a negatively regulates - b"),
        ("subject,relation,object,sign", "a,part of,b,;a,raises,b,+", "a part of 0 b|a stimulates + b"),
        ("subject,relation,object,sign", "a,documented,b,+", "a stimulates + b"),
        // Without a sign column.
        (
            "subject,relation,object",
            "a,activates,b;a,lowers,b;a,affects,b",
            "a activates + b|a inhibits - b|a related to 0 b",
        ),
        ("subject,relation,object", "a,stimulated_by,b;a,impairs,b", "a inhibits - b|b stimulates + a"),
        ("source,target,interaction", "a,b,+;a,b,-", "a inhibits - b|a stimulates + b"),
    ] {
        let graph = sound(&[("model.csv", &format!("{header}\n{}\n", rows.replace(';', "\n")))]);
        let expected: BTreeSet<String> = expected.split('|').map(str::to_owned).collect();
        assert_eq!(edges(&graph), expected, "{header}: {rows}");
    }
}

#[test]
fn a_mapping_says_what_relations_mean() {
    let rows = "subject,relation,object\na,positively regulates,b\na,represses,c\na,binds,c\na,raises,d\n";
    let mapping = "[relation.\"Positively_Regulates\"]\nsign = \"+\"\naspect = \"activity\"\n\
        [relation.represses]\nas = \"inhibits\"\n[relation.binds]\nsign = \"0\"\n[relation.raises]\nsign = \"-\"\n";
    let graph = sound(&[("model.csv", rows), ("model.mapping.toml", mapping)]);
    let expected = ["a binds 0 c", "a inhibits - c", "a inhibits - d", "a positively regulates + b"];
    assert_eq!(edges(&graph), expected.map(str::to_owned).into());
}

#[test]
fn rows_that_say_the_same_share_an_edge() {
    let rows = "subject\tobject\tsign\tevidence\tcontext\n\
        a\tb\t+\tLevins 1974\t\na\tb\tup\t\t\na\tb\t+\tLevins 1974\t\na\tb\t+\tbook § 2\tdosing = continuous\na\tb\t-\t\t\n";
    let graph = sound(&[("model.tsv", rows)]);
    let cited: Vec<Vec<String>> = graph
        .edges()
        .map(|edge| {
            edge.evidence.iter().map(|item| format!("{} {}", graph.source(item.source).name, item.section)).collect()
        })
        .collect();
    assert_eq!(cited, [vec!["Levins 1974 ", "model.tsv line 3"], vec!["book 2"], vec!["model.tsv line 6"]]);
    assert_eq!(graph.edge(EdgeId(1)).context.get("dosing"), Some("continuous"));
}

#[test]
fn nodes_say_more_of_entities() {
    let nodes = "id\tname\tkind\tsynonyms\nHGNC:1\tLH\thormone\tlutropin|ICSH\nt\ttestosterone\tsteroid\t\nx\t\t\t\n";
    let rows = "subject\tobject\tsign\nHGNC:1\tt\t+\nlutropin\ttestosterone\t+\nx\tLH\t-\nnew\tx\t+\n";
    let graph = sound(&[("m.tsv", rows), ("m.nodes.tsv", nodes)]);
    let described: Vec<String> = graph
        .entities()
        .map(|entity| format!("{} {} {}", entity.id, entity.name, graph.schema.kind(entity.kind()).plural))
        .collect();
    assert_eq!(described, ["hgnc-1 LH hormones", "t testosterone steroids", "x x quantities", "new new quantities"]);
    assert_eq!(graph.edge_count(), 3);
    assert!(matches!(graph.names().lookup(Namespace::Names, "HGNC:1")[..], [Named::Entity(_)]));
}

#[test]
fn the_same_rows_in_other_clothes() {
    let plain = sound(&[("m.csv", "subject,object,sign\na b,c,+\nc,d,-\n")]);
    for (name, text) in [
        ("m.csv", "\u{feff}subject,object,sign\r\na b,c,+\r\n\r\nc,d,-\r\n"),
        ("m.csv", "Subject;Object;Sign\n a b ;c;+\nc;d;-"),
        ("m.tsv", "subject,object,sign\na b,c,+\nc,d,-\n"),
        ("m.txt", "subject\tobject\tsign\na b\tc\t+\n\t\t\nc\td\t-\n"),
        ("m.TSV", "weight\tsign\tsubject\tobject\n1\t+\t\"a\nb\"\tc\n\t-\tc\td\n"),
        ("m.csv", "subject,object,sign,,\na b,c,+,,\nc,d,-,,,\n"),
    ] {
        let graph = sound(&[(name, text)]);
        assert_eq!(edges(&graph), edges(&plain), "{text}");
        assert_eq!(ids(&graph), ids(&plain), "{text}");
    }
}

#[test]
fn lines_are_counted_over_blank_lines_and_quoted_newlines() {
    let graph = sound(&[("m.tsv", "\r\nsubject\tobject\tsign\r\n\r\n\"a\nb\"\tc\t+\r\n\r\n\r\nc\td\t+\r\n")]);
    let lines: Vec<&str> = graph.edges().map(|edge| edge.evidence[0].section.as_str()).collect();
    assert_eq!(lines, ["line 4", "line 8"]);
}

/// Names that collide in every way: case, hyphens, Greek letters, signs, quotes, delimiters.
fn names() -> impl Strategy<Value = String> {
    prop_oneof!["[aA][ -]?[bβ]?[+'\",\t-]{0,2}", "(Na|na)[+-]?", "[a-zA-Z0-9 +/()α-ω-]{1,8}", any::<String>(),]
        .prop_map(|name| super::nodes::one_line(&name))
        .prop_filter("a name can be called", |name| !fold(name).is_empty())
}

fn table(rows: &[(String, Sign, String)]) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
    writer.write_record(["subject", "sign", "object"]).expect("written to memory");
    for (subject, sign, object) in rows {
        writer.write_record([subject, sign.as_str(), object]).expect("written to memory");
    }
    String::from_utf8(writer.into_inner().expect("flushed")).expect("text")
}

fn rows() -> impl Strategy<Value = Vec<(String, Sign, String)>> {
    prop::collection::vec((names(), prop::sample::select(Sign::BOTH.to_vec()), names()), 1..12)
}

fn ids(graph: &Graph) -> BTreeSet<(String, String)> {
    graph.entities().map(|entity| (entity.name.clone(), entity.id.clone())).collect()
}

proptest! {
    #[test]
    fn every_name_is_one_entity_that_its_spelling_finds(rows in rows()) {
        let graph = sound(&[("m.tsv", &table(&rows))]);
        let named: BTreeSet<&str> = rows.iter().flat_map(|(one, _, other)| [one.as_str(), other.as_str()]).collect();
        prop_assert_eq!(graph.entity_count(), named.len());
        for name in named {
            let found = graph.names().lookup(Namespace::Names, name);
            prop_assert!(matches!(found[..], [Named::Entity(id)] if graph.entity(id).name == name), "{:?}: {:?}", name, found);
        }
        let stated: BTreeSet<String> = rows
            .iter()
            .map(|(one, sign, other)| match sign {
                Sign::Positive => format!("{one} stimulates + {other}"),
                Sign::Negative => format!("{one} inhibits - {other}"),
            })
            .collect();
        prop_assert_eq!(edges(&graph), stated);
    }

    #[test]
    fn ids_do_not_depend_on_the_order_of_rows(rows in rows()) {
        let reversed: Vec<_> = rows.iter().rev().cloned().collect();
        prop_assert_eq!(ids(&sound(&[("m.tsv", &table(&rows))])), ids(&sound(&[("m.tsv", &table(&reversed))])));
    }

    #[test]
    fn ids_of_plain_names_do_not_depend_on_other_rows(
        rows in prop::collection::vec(("[a-z]{1,3}", prop::sample::select(Sign::BOTH.to_vec()), "[a-z]{1,3}"), 2..12)
    ) {
        let all = ids(&sound(&[("m.tsv", &table(&rows))]));
        let some = ids(&sound(&[("m.tsv", &table(&rows[..1]))]));
        prop_assert!(some.is_subset(&all));
    }

    #[test]
    fn any_text_is_a_graph_or_has_faults_with_places(text in "([a-z\"+-]{0,4}[\t,;\r\n]{1,2}){0,30}", bytes in any::<String>()) {
        for text in [format!("subject\tobject\tsign\n{text}"), text, bytes] {
            for fault in open(&[("m.tsv", &text)]).err().unwrap_or_default() {
                if let Some(span) = fault.diagnostic.span {
                    prop_assert!(fault.file.text.get(span.start..span.end).is_some(), "{:?} {:?}", fault, span);
                }
            }
        }
    }

    #[test]
    fn places_are_those_of_the_fields(rows in rows()) {
        let text = table(&rows);
        let file = TextFile::new("m.tsv", text.clone());
        let mut records = Records::new(0, &file);
        while let Some(record) = records.next() {
            for column in 0..3 {
                let place = record.place(Some(column)).span;
                let written = &text[place.start..place.end];
                let unquoted = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                let field = unquoted.map_or(written.to_owned(), |quoted| quoted.replace("\"\"", "\""));
                prop_assert_eq!(field.trim(), record.field(Some(column)));
            }
        }
    }
}
