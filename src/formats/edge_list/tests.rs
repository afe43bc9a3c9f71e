//! Properties of loading: whatever the text, no panic; whatever the names, each is found again.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;

use super::blocks::{BLOCK, Blocks};
use super::{nodes, rows as edge_rows};
use crate::cancel::Cancel;
use crate::diagnostic::Code;
use crate::formats::input::{Input, Lines, Meter};
use crate::formats::intake::{Intake, Strictness, one_line};
use crate::formats::part::{Part, stem};
use crate::formats::{Fault, Loaded, OpenOptions, TextFile, embedded_schema};
use crate::graph::{EdgeId, Graph, Named, Namespace, Schema, Sign, fold};

fn vocabulary() -> Schema {
    static VOCABULARY: LazyLock<Schema> =
        LazyLock::new(|| embedded_schema().expect("the embedded vocabulary is sound"));
    VOCABULARY.clone()
}

/// How files are read: what a test varies.
#[derive(Clone, Debug)]
struct Manner {
    options: OpenOptions,
    block: usize,
    longest: usize,
}

impl Default for Manner {
    fn default() -> Self {
        let options = OpenOptions { threads: 1, ..OpenOptions::default() };
        Self { options, block: BLOCK, longest: Lines::LONGEST }
    }
}

impl Manner {
    fn lenient() -> Self {
        let options = OpenOptions { strictness: Strictness::Lenient, ..Self::default().options };
        Self { options, ..Self::default() }
    }

    /// Reads files of these names, told apart by them.
    fn open(&self, files: &[(&str, &[u8])]) -> Result<Loaded, Vec<Fault>> {
        let mut intake = Intake::new(&self.options, vocabulary());
        let of_part = |part: Part| files.iter().filter(move |(name, _)| Part::of(name.as_ref()) == part);
        for (name, _) in files {
            intake.begin(name);
        }
        for (name, text) in of_part(Part::Mapping) {
            intake.map(&TextFile::new(*name, String::from_utf8_lossy(text)));
        }
        for (name, bytes) in of_part(Part::Nodes).chain(of_part(Part::Edges)) {
            intake.begin(name);
            let opened = Input::new(*name, Cursor::new(bytes.to_vec()), &Meter::default(), &Cancel::never());
            let read = opened.and_then(|input| {
                let blocks = Blocks::new(input, self.block, self.longest);
                if Part::of(name.as_ref()) == Part::Nodes {
                    return nodes::read(blocks, &mut intake);
                }
                intake.name(&stem(name.as_ref()));
                edge_rows::read(blocks, &mut intake)
            });
            if let Err(error) = read {
                intake.unreadable(&error);
            }
        }
        intake.finish()
    }
}

fn open(files: &[(&str, &str)]) -> Result<Graph, Vec<Fault>> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    Manner::default().open(&files).map(|loaded| Arc::unwrap_or_clone(loaded.graph))
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
    let nodes = "id\tname\tkind\tsynonyms\nHGNC:1\tLH\thormone\tlutropin|ICSH\nt\ttestosterone\tsteroid\t\nx\t\t\t\nnew\t\t\t\n";
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
        .prop_map(|name| one_line(&name))
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
}

/// What a reading comes to, as one line a fault or warning, or as the edges.
fn outcome(read: Result<Loaded, Vec<Fault>>) -> Vec<String> {
    match read {
        Err(faults) => faults.iter().map(ToString::to_string).collect(),
        Ok(loaded) => {
            let warnings = loaded.warnings.iter().map(|warning| format!("warning: {warning}"));
            warnings.chain(in_order(&loaded.graph)).collect()
        }
    }
}

/// Each edge with its evidence, in table order.
fn in_order(graph: &Graph) -> Vec<String> {
    let edges = graph.edges().map(|edge| {
        let (subject, object) = (graph.entity(edge.subject), graph.entity(edge.object));
        let cited: Vec<String> =
            edge.evidence.iter().map(|item| format!("{} {}", graph.source(item.source).name, item.section)).collect();
        let relation = &graph.schema.relation(edge.relation).id;
        format!("{} {relation} {} {:?} [{}] {}", subject.id, object.id, edge.context.0, cited.join(", "), edge.note)
    });
    edges.collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).expect("written to memory");
    packed.finish().expect("written to memory")
}

const HEAD: &str = "subject\trelation\tobject\tsign\n";

/// A list of so many sound rows with one row put in after some of them.
fn with_row(rows: usize, after: usize, row: &[u8]) -> Vec<u8> {
    let mut text = HEAD.as_bytes().to_vec();
    for number in 0..rows {
        if number == after {
            text.extend_from_slice(row);
        }
        text.extend_from_slice(format!("a{}\ttunes\tb{number}\t1\n", number % 7).as_bytes());
    }
    text
}

#[test]
fn one_bad_row_among_a_million_is_found_at_its_line() {
    for (row, fault) in [
        (&b"lost\ttunes\n"[..], "m.tsv:999999:1: this row has 2 fields, the header 4 [ragged-row]"),
        (b"a\ttunes\tb\t1\textra\n", "m.tsv:999999:1: this row has 5 fields, the header 4 [ragged-row]"),
        (b"a\ttunes\tb\tmaybe\n", "m.tsv:999999:11: `maybe` is no sign [wrong-value]"),
        (b"a\ttu\xffnes\tb\t1\n", "m.tsv:999999:5: this is no UTF-8 text [not-text]"),
        (b"a\ttunes\tb\0\t1\n", "m.tsv:999999:10: this is no UTF-8 text [not-text]"),
        (b"\ttunes\tb\t1\n", "m.tsv:999999:1: a name is missing [wrong-value]"),
    ] {
        // Only the first is so long: tests of many rows are slow.
        let rows = if row.starts_with(b"lost") { 1_000_000 } else { 1_000 };
        let text = with_row(rows + 100, rows - 3, row);
        let fault = fault.replace("999999", &(rows - 1).to_string());
        let faults = Manner::default().open(&[("m.tsv", &text)]).expect_err("it has a fault");
        assert_eq!(outcome(Err(faults.clone())), [fault]);
        assert!(faults[0].file.text.len() < 100, "only the row is kept: {}", faults[0].file.text);
        let loaded = Manner::lenient().open(&[("m.tsv", &text)]).expect("the row is left out");
        assert_eq!(loaded.graph.edge_count(), rows + 100);
        assert_eq!(loaded.warnings.len(), 1);
        assert!(loaded.warnings[0].diagnostic.message.starts_with("1 row is left out: "));
    }
}

#[test]
fn faults_of_a_kind_are_counted() {
    let mut text = HEAD.as_bytes().to_vec();
    for number in 0..5000 {
        text.extend_from_slice(
            format!("a\ttunes\tb{number}\t{}\n", if number % 2 == 0 { "1" } else { "x" }).as_bytes(),
        );
    }
    let faults = outcome(Manner::default().open(&[("m.tsv", &text)]));
    assert_eq!(faults.len(), 21);
    assert_eq!(faults[0], "m.tsv:3:12: `x` is no sign [wrong-value]");
    assert_eq!(faults[20], "m.tsv: 2,480 more faults like that in line 3, the last in line 5,001 [wrong-value]");
    let loaded = Manner::lenient().open(&[("m.tsv", &text)]).expect("rows are left out");
    assert_eq!(loaded.graph.edge_count(), 2500);
    assert_eq!(outcome(Ok(loaded))[0], "warning: m.tsv:3:12: 2,500 rows are left out: `x` is no sign [wrong-value]");
}

#[test]
fn what_stands_before_and_behind_the_text() {
    let plain = format!("{HEAD}a\ttunes\tb\t1\nb\ttunes\tc\t-1\n").into_bytes();
    let expected = outcome(Manner::default().open(&[("m.tsv", &plain)]));
    let crlf = String::from_utf8_lossy(&plain).replace('\n', "\r\n").into_bytes();
    let marked = [b"\xef\xbb\xbf", &plain[..]].concat();
    let (one, two) = plain.split_at(40);
    let members = [gzip(one), gzip(two)].concat();
    for bytes in [crlf, marked.clone(), gzip(&plain), members, gzip(&marked), plain[..plain.len() - 1].to_vec()] {
        assert_eq!(outcome(Manner::default().open(&[("m.tsv", &bytes)])), expected);
    }
    let utf_16: Vec<u8> = String::from_utf8_lossy(&plain).encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [[b"\xff\xfe", &utf_16[..]].concat(), gzip(&[b"\xff\xfe", &utf_16[..]].concat())] {
        let faults = Manner::lenient().open(&[("m.tsv", &bytes)]).expect_err("it is refused");
        assert_eq!(outcome(Err(faults.clone())), ["m.tsv: this is UTF-16 text, or no text [not-text]"]);
        assert_eq!(faults[0].diagnostic.help, ["save the file as UTF-8"]);
    }
}

#[test]
fn gzip_that_is_cut_short_or_damaged() {
    let packed = gzip(&with_row(200_000, 0, b""));
    let short = &packed[..packed.len() / 2];
    let faults = Manner::default().open(&[("m.tsv.gz", short)]).expect_err("it is cut short");
    assert_eq!(outcome(Err(faults.clone())), ["m.tsv.gz: the file is cut short: its gzip data ends too early [io]"]);
    assert!(faults[0].diagnostic.help[1].starts_with("the last good line is "), "{:?}", faults[0].diagnostic.help);
    let loaded = Manner::lenient().open(&[("m.tsv.gz", short)]).expect("what there is");
    assert!(loaded.graph.edge_count() > 50_000, "{}", loaded.graph.edge_count());
    assert_eq!(loaded.warnings.len(), 1);
    let mut damaged = packed;
    let middle = damaged.len() / 2;
    damaged[middle..middle + 64].fill(0xaa);
    assert!(Manner::lenient().open(&[("m.tsv.gz", &damaged)]).is_err());
}

/// Gives the same bytes again and again, then an end.
struct Endless {
    given: u64,
    length: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let left = usize::try_from(self.length - self.given).unwrap_or(usize::MAX);
        let count = buffer.len().min(left);
        buffer[..count].fill(b'x');
        self.given += count as u64;
        Ok(count)
    }
}

#[test]
fn a_line_of_three_gigabytes_is_not_held() {
    let head = Cursor::new(format!("{HEAD}a\ttunes\tb\t1\n"));
    let reader = head.chain(Endless { given: 0, length: 3 << 30 }).chain(&b"\nb\ttunes\tc\t1\n"[..]);
    let mut intake = Intake::new(&Manner::lenient().options, vocabulary());
    intake.begin("m.tsv");
    let input = Input::new("m.tsv", reader, &Meter::default(), &Cancel::never()).expect("text");
    edge_rows::read(Blocks::new(input, BLOCK, 1 << 20), &mut intake).expect("read");
    let told = outcome(intake.finish());
    assert!(told[0].starts_with("warning: m.tsv:3:1: 1 row is left out: this line is longer"), "{told:?}");
    assert_eq!(told.len(), 3, "{told:?}");
}

#[test]
fn nodes_and_the_edges_that_name_them() {
    let nodes = "id\tname\tkind\nx:1\talpha\tgene\nx:2\talpha\tRNA\nx:3\tgamma\tgene\n";
    let rows = format!("{HEAD}x:1\ttunes\tx:2\t1\nx:3\ttunes\tx:9\t1\nalpha\ttunes\tgamma\t1\n");
    let files: [(&str, &[u8]); 2] = [("m.edges.tsv", rows.as_bytes()), ("m.nodes.tsv", nodes.as_bytes())];
    let strict = outcome(Manner::default().open(&files));
    assert_eq!(
        strict[..2],
        [
            "m.edges.tsv:3:11: no node is declared as `x:9` [unknown-name]",
            "m.edges.tsv:4:1: several entities are called `alpha` [ambiguous]",
        ]
    );
    let loaded = Manner::lenient().open(&files).expect("it is lenient");
    assert_eq!(loaded.graph.name, "m");
    assert_eq!((loaded.graph.entity_count(), loaded.graph.edge_count()), (4, 2));
    assert_eq!(loaded.warnings.len(), 3, "{:?}", outcome(Ok(loaded)));
    let twice = "id\tname\nx\tone\nx\ttwo\n";
    let files: [(&str, &[u8]); 2] = [("m.tsv", b"subject\tobject\tsign\nx\tx\t1\n"), ("m.nodes.tsv", twice.as_bytes())];
    let told = outcome(Manner::default().open(&files));
    assert_eq!(told, ["m.nodes.tsv:3:1: `x` stands for something else already [duplicate-id]"]);
}

#[test]
fn a_class_cycle_is_a_warning() {
    let rows = "subject\trelation\tobject\na\tis a\tb\nb\tis a\ta\n";
    let loaded = Manner::default().open(&[("m.tsv", rows.as_bytes())]).expect("a graph");
    assert_eq!(loaded.graph.edge_count(), 2);
    let codes: Vec<_> = loaded.warnings.iter().map(|warning| warning.diagnostic.code).collect();
    assert_eq!(codes, [Code::CyclicClass]);
}

#[test]
fn a_mapping_names_the_columns() {
    let rows = "who\tdoes\twhom\thow sure\tmark\na\ttunes\tb\tvery\t+\n";
    let mapping = "[columns]\nsubject = \"who\"\nrelation = \"does\"\nobject = \"whom\"\nsign = \"Mark\"\n";
    let graph = sound(&[("m.tsv", rows), ("m.mapping.toml", mapping)]);
    assert_eq!(edges(&graph), ["a tunes + b".to_owned()].into());
    for (mapping, fault) in [
        ("[columns]\nsubject = \"whose\"\n", "m.tsv:1:1: no column is called `whose`, which should hold `subject`"),
        ("[columns]\nsubjekt = \"who\"\n", "m.mapping.toml:2:1: unknown key `subjekt`"),
    ] {
        let faults = open(&[("m.tsv", rows), ("m.mapping.toml", mapping)]).expect_err("it has a fault");
        assert!(faults.iter().any(|found| found.to_string().starts_with(fault)), "{faults:?}");
    }
}

#[test]
fn cancelling_stops_the_reading() {
    let cancel = Cancel::never();
    cancel.cancel();
    let mut manner = Manner::default();
    manner.options.cancel = cancel.clone();
    let text = with_row(10_000, 0, b"");
    let mut intake = Intake::new(&manner.options, vocabulary());
    intake.begin("m.tsv");
    let read = Input::new("m.tsv", Cursor::new(text), &Meter::default(), &cancel)
        .and_then(|input| edge_rows::read(Blocks::new(input, 64, 1 << 20), &mut intake));
    intake.unreadable(&read.expect_err("it is stopped"));
    assert_eq!(intake.finish().expect_err("no graph")[0].diagnostic.code, Code::Interrupted);
}

/// Rows of every kind: plain, quoted, ragged, blank, of odd bytes; ends of lines of both systems.
fn wild_rows() -> impl Strategy<Value = Vec<u8>> {
    let name = prop_oneof!["[ab]{1,2}", "\"[ab\t\n]{0,3}\"", "[a\"]{0,3}", " a  b ", ""];
    let sign = prop_oneof!["[+1-]", "x", "", "0"];
    let row = (name.clone(), "(tunes|Tunes|binds|is a|)", name, sign, "(\t|\n|\r\n|\n\n|\r|\t\t\n)").prop_map(
        |(subject, relation, object, sign, end)| format!("{subject}\t{relation}\t{object}\t{sign}{end}").into_bytes(),
    );
    let row = prop_oneof![20 => row, 1 => Just(b"a\ttunes\t\xff\t1\n".to_vec()), 1 => Just(b"a\0\tb\tc\t1\n".to_vec())];
    prop::collection::vec(row, 0..40).prop_map(|rows| [HEAD.as_bytes(), &rows.concat()].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn blocks_threads_and_gzip_change_nothing(text in wild_rows(), block in 1_usize..64, lenient in any::<bool>()) {
        let manner = if lenient { Manner::lenient() } else { Manner::default() };
        let expected = outcome(manner.open(&[("m.tsv", &text)]));
        let small = Manner { block, ..manner.clone() };
        prop_assert_eq!(&outcome(small.open(&[("m.tsv", &text)])), &expected, "blocks of {}", block);
        let mut threaded = small;
        threaded.options.threads = 2;
        prop_assert_eq!(&outcome(threaded.open(&[("m.tsv", &text)])), &expected, "two threads");
        prop_assert_eq!(&outcome(manner.open(&[("m.tsv", &gzip(&text))])), &expected, "gzip");
    }
}
