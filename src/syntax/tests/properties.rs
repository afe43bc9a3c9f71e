//! What holds for any text.

use proptest::prelude::*;

use super::check_round_trip;
use crate::diagnostic::{Source, render};
use crate::syntax::{Completeness, completeness, decode, parse_script, tokens};

/// Pieces of statements, and of mistakes.
const PIECES: &[&str] = &[
    "?",
    "what",
    "which",
    "how many",
    "does",
    "do",
    "is",
    "are",
    "why",
    "how",
    "path",
    "all",
    "any",
    "shortest",
    "trail",
    "walk",
    "3",
    "max 4",
    "min",
    "net +",
    "net -",
    "via",
    "avoiding",
    "through",
    "not through",
    "not",
    "and",
    "or",
    "but",
    "given",
    "where",
    "=",
    "<>",
    "of",
    "limit 2",
    "including documented",
    "holding",
    "->",
    "<-",
    "<->",
    "- >",
    "(",
    ")",
    "{",
    "}",
    ",",
    ":",
    ";",
    "\n",
    "\n  ",
    "# note",
    "\"max\"",
    "\"a \\\" b\"",
    "“LH”",
    "\"",
    "LH",
    "Leydig cells",
    "Ca2+",
    "GO:0008150",
    "$x",
    "$",
    "show",
    "list",
    "find",
    "evidence",
    "figures for",
    "schema",
    "stats",
    "let x =",
    "expect",
    "expect yes:",
    "expect error syntax:",
    "error",
    "up",
    "down",
    "set",
    "blocked",
    "simulate",
    "versus",
    "loops",
    "negative",
    "compare",
    "with",
    "on",
    "is there a",
    "feedback",
    "explain",
    "profile",
    "have in common",
    "differ",
    "draw",
    "draw show LH",
    "to",
    "to lh.svg",
    "to ../a(b/x.html",
    "to \"my lh.svg\"",
    "disagree on",
    "the",
    "documents",
    "anything",
    "doesn't",
    "don’t",
    "isn't",
    "likely",
    "no known effect",
    "at least",
    "contains",
    "\0",
    "\u{feff}",
    "漢字",
];

/// Pieces in any order.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.join(" "))
}

/// Statements that are mostly right: a beginning, phrases and clauses.
fn likely_statement() -> impl Strategy<Value = String> {
    let phrase = || {
        prop::sample::select(vec![
            "LH",
            "hCG",
            "exogenous testosterone",
            "{LH, FSH}",
            "$boosters",
            "raise LH",
            "\"net effect\"",
            "17β-estradiol",
            "suppressed by hCG",
            "drugs",
            "(raise LH or lower FSH)",
            "raise (LH or FSH)",
            "not raise LH",
            "do not raise LH",
        ])
    };
    let beginning = prop::sample::select(vec![
        "? what",
        "? what is",
        "? what does",
        "? which",
        "? how many",
        "? does",
        "? is",
        "? isn't",
        "? how does",
        "? why does",
        "? why isn't",
        "path",
        "path all",
        "path shortest 2",
        "path trail",
        "show",
        "list",
        "evidence",
        "figures for",
        "explain ? which",
        "let x = path",
        "draw ? what",
        "draw path",
        "draw show",
        "expect mixed: ? does",
        "expect LH up:",
    ]);
    let joint =
        prop::sample::select(vec![" ", " and ", " or ", " but ", ", ", " -> ", " <- ", " <-> ", " do ", " not "]);
    let ending = prop::sample::select(vec![
        "",
        " max 3",
        " via LH, FSH and hCG",
        " given dosing of LH = continuous",
        " where source <> \"a b\", x = y",
        " net -",
        " have in common",
        " differ",
        " limit 3, max 2",
        "?",
        " not through blocks including documented",
        " to lh.svg",
        " to \"my \\\"lh\\\".svg\"",
        " limit 3 to ../x/[y].html # so",
    ]);
    (beginning, phrase(), prop::collection::vec((joint, phrase()), 0..4), ending).prop_map(
        |(beginning, first, rest, ending)| {
            let rest: String = rest.into_iter().flat_map(|(joint, phrase)| [joint, phrase]).collect();
            format!("{beginning} {first}{rest}{ending}")
        },
    )
}

/// What-if, loops, comparison and what is expected of them, mostly right.
fn likely_what_if() -> impl Strategy<Value = String> {
    let beginning = prop::sample::select(vec![
        "simulate",
        "simulate stop",
        "loops through",
        "loops avoiding",
        "compare",
        "? which feedback loops pass through",
        "explain simulate",
        "let x = simulate",
        "expect likely LH down, up up and X none: simulate",
        "expect ambiguous: compare",
    ]);
    let name = prop::sample::select(vec![
        "LH",
        "exogenous testosterone",
        "catch up",
        "set",
        "negative regulator",
        "{LH, FSH}",
        "$x",
        "\"up\"",
        "\"show it\"",
        "activity of LH",
        "hormones",
        "up",
        "positive",
    ]);
    let joint = prop::sample::select(vec![
        " ",
        ", ",
        " up, ",
        " down and ",
        " set up ",
        " blocked versus ",
        " up vs ",
        " with ",
        " removed show ",
        " holding ",
        " on ",
        " set down, show ",
        " negative through ",
        " up holding ",
    ]);
    let ending = prop::sample::select(vec![
        "",
        " up",
        " set down",
        " removed max 3",
        " negative",
        " positive, limit 2",
        " on LH",
        " up given dosing of LH = continuous",
        " show X",
    ]);
    (beginning, name.clone(), prop::collection::vec((joint, name), 0..4), ending).prop_map(
        |(beginning, first, rest, ending)| {
            let rest: String = rest.into_iter().flat_map(|(joint, name)| [joint, name]).collect();
            format!("{beginning} {first}{rest}{ending}")
        },
    )
}

/// Every statement lies in the text, every error can be drawn, and tokens follow each other.
fn check_any(text: &str) {
    let source = Source::new("any", text);
    for statement in parse_script(text) {
        match statement {
            Ok(statement) => assert!(text.get(statement.span.start..statement.span.end).is_some()),
            Err(error) => {
                let drawn = render(&error, Some(&source), false);
                assert!(drawn.starts_with("error["), "{drawn}");
                assert!(drawn.chars().all(|character| character == '\n' || !character.is_control()), "{drawn:?}");
                if let Some(mended) = &error.mended {
                    assert!(parse_script(mended).iter().all(Result::is_ok), "{mended}");
                }
            }
        }
    }
    let tokens = tokens(text);
    assert!(tokens.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    let _: Completeness = completeness(text);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
        check_any(&text);
        check_round_trip(&text);
    }

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        if let Ok(text) = decode(&bytes) {
            check_any(&text);
        }
    }

    #[test]
    fn any_soup_is_read_or_refused(text in soup()) {
        check_any(&text);
        check_round_trip(&text);
    }

    #[test]
    fn what_is_printed_of_what_if_reads_the_same(text in likely_what_if()) {
        check_any(&text);
        check_round_trip(&text);
    }

    #[test]
    fn what_is_printed_reads_the_same(text in likely_statement()) {
        check_any(&text);
        check_round_trip(&text);
    }
}
