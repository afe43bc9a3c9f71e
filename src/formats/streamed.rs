//! The formats that are read as a stream of records, and which of them a file is.

use std::io;

use super::input::Input;
use super::intake::Intake;
use super::{bel, edge_list, graphml, kgx, rdf, sif};

/// A format whose files are read from beginning to end, each record pushed into an [`Intake`].
pub struct Format {
    /// As messages call it.
    pub name: &'static str,
    /// Whether a file is of this format, by its ending (lower case, `.gz` left out) and its first bytes.
    pub recognises: fn(ending: &str, start: &[u8]) -> bool,
    /// Reads a file. An error is one of reading; what is wrong with the text goes to the intake.
    pub read: fn(Input, &mut Intake) -> io::Result<()>,
}

/// How much of a file is looked at to tell its format.
pub(super) const START: usize = 4096;

/// Every format, the pickiest first. A new one is a line here.
const FORMATS: &[Format] = &[
    Format { name: "KGX", recognises: kgx::recognises, read: kgx::read },
    Format { name: "N-Triples", recognises: rdf::recognises_n_triples, read: rdf::read_n_triples },
    Format { name: "Turtle", recognises: rdf::recognises_turtle, read: rdf::read_turtle },
    Format { name: "BEL node-link JSON", recognises: bel::recognises, read: bel::read },
    Format { name: "GraphML", recognises: graphml::recognises, read: graphml::read },
    Format { name: "edge list", recognises: edge_list::recognises, read: edge_list::read },
    Format { name: "SIF", recognises: sif::recognises, read: sif::read },
];

/// The format of a file. Where its name has no ending, its beginning must tell; none where it may be TOML.
pub(super) fn format_of(ending: &str, start: &[u8]) -> Option<&'static Format> {
    let ending = if ending.is_empty() { ending_by_content(start)? } else { ending };
    FORMATS.iter().find(|format| (format.recognises)(ending, start))
}

/// The names of all formats.
pub(super) fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name).collect()
}

/// The ending that a file of this beginning would usually have; none where it may be TOML.
fn ending_by_content(start: &[u8]) -> Option<&'static str> {
    let start = start.trim_ascii_start();
    let line = start.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let begins = |words: &[&str]| words.iter().any(|word| start.starts_with(word.as_bytes()));
    match line.first()? {
        b'{' if kgx::recognises("jsonl", start) => Some("jsonl"),
        b'{' => Some("json"),
        b'<' if begins(&["<?xml", "<graphml"]) => Some("graphml"),
        b'<' | b'@' => Some("ttl"),
        b'[' | b'#' => None,
        _ if begins(&["PREFIX ", "BASE "]) => Some("ttl"),
        _ if line.contains(&b'=') => None,
        _ if line.contains(&b'\t') => Some("tsv"),
        _ if line.contains(&b',') => Some("csv"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::format_of;

    #[test]
    fn a_file_without_an_ending_is_told_by_its_beginning() {
        for (start, expected) in [
            ("subject\tobject\tsign\n", Some("edge list")),
            ("subject,object,sign\n", Some("edge list")),
            ("subject\tpredicate\tobject\tknowledge_level\n", Some("KGX")),
            ("{\"subject\": \"a\", \"predicate\": \"b\", \"object\": \"c\"}\n", Some("KGX")),
            ("{\"directed\": true, \"nodes\": []}", Some("BEL node-link JSON")),
            ("<?xml version=\"1.0\"?>\n<graphml>", Some("GraphML")),
            ("<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n", Some("Turtle")),
            ("@prefix ex: <http://example.org/> .\n", Some("Turtle")),
            ("[graph]\nname = \"a\"\n", None),
            ("# a graph\n[graph]\n", None),
            ("name = \"a,\tb\"\n", None),
            ("", None),
        ] {
            assert_eq!(format_of("", start.as_bytes()).map(|format| format.name), expected, "{start:?}");
        }
    }
}
