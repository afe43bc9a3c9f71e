//! How a script falls into statements, and when a text is finished.

use crate::diagnostic::Code;
use crate::syntax::{Completeness, completeness, decode, parse_script, parse_statement};

/// A script's statements as they print, errors by their code.
fn check(script: &str, expected: &[&str]) {
    let found: Vec<String> = parse_script(script)
        .into_iter()
        .map(|result| result.map_or_else(|error| format!("!{}", error.code), |statement| statement.to_string()))
        .collect();
    assert_eq!(found, expected, "{script:?}");
}

#[test]
fn statements() {
    check("", &[]);
    check(" \n# only a comment\n", &[]);
    check("show LH\nshow FSH", &["show LH", "show FSH"]);
    check("show LH; show FSH;", &["show LH", "show FSH"]);
    check("\u{feff}show LH\r\nshow FSH\r\n", &["show LH", "show FSH"]);
    check("path a ->\n  b\n# why\n  max 3 # so\nstats", &["path a -> b max 3", "stats"]);
    check("show LH;\n  stats", &["show LH", "stats"]);
    check("path {LH,\nFSH} -> b\nstats", &["path {LH, FSH} -> b", "stats"]);
    check("show {LH\nstats\nshow \"LH\nschema", &["!unbalanced-bracket", "stats", "!unclosed-quote", "schema"]);
    check("show \"a;b#c\"", &["show \"a;b#c\""]);
    check("expect error syntax: pth (a\nstats", &["expect error syntax: pth (a", "stats"]);
}

#[test]
fn spans_are_of_the_whole_script() {
    let script = "show LH\n\npath a - > b";
    let error = parse_script(script).pop().and_then(Result::err);
    let span = error.and_then(|error| error.span);
    assert_eq!(span.and_then(|span| script.get(span.start..span.end)), Some("- >"));
}

#[test]
fn exactly_one_statement() {
    assert_eq!(parse_statement(" # nothing").err().map(|error| error.code), Some(Code::Incomplete));
    assert_eq!(parse_statement("stats; stats").err().map(|error| error.code), Some(Code::Syntax));
}

#[test]
fn unfinished_texts() {
    for text in [
        "path a ->",
        "? which drugs raise LH and",
        "path a -> b via",
        "show {LH,",
        "expect yes:",
        "let x =",
        "? what raises (LH",
        "path a -> b via LH, # and",
        "? what does not",
    ] {
        assert_eq!(completeness(text), Completeness::Incomplete, "{text}");
    }
    for text in ["", "show LH", "path a -> b", "show \"LH", "show LH)", "show {a; stats", "? what raises LH?", "and"] {
        assert_eq!(completeness(text), Completeness::Complete, "{text}");
    }
}

#[test]
fn bytes() {
    let refused = |bytes: &[u8]| decode(bytes).err().map(|error| error.message);
    assert_eq!(decode(b"\xef\xbb\xbfshow LH").as_deref(), Ok("show LH"));
    assert_eq!(refused("α\nä\0".as_bytes()).as_deref(), Some("the byte 0x00 at line 2, column 2 is a NUL byte"));
    assert_eq!(refused(b"show \xff").as_deref(), Some("the byte 0xff at line 1, column 6 is not valid UTF-8"));
}
