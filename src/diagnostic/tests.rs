//! How diagnostics look, whatever their spans.

use super::{Code, Diagnostic, Place, Source, Span, render, render_within, suggest};

fn check(text: &str, span: Span, expected: &str) {
    let diagnostic = Diagnostic::at(Code::Syntax, span, "no").label("here");
    assert_eq!(render(&diagnostic, Some(&Source::new("t", text)), false), expected, "{text:?}");
}

#[test]
fn excerpts() {
    check("show LH", Span::new(5, 7), "error[syntax]: no\n --> t:1:6\n  |\n1 | show LH\n  |      ^^ here");
    check("ab\nä漢x", Span::new(8, 9), "error[syntax]: no\n --> t:2:3\n  |\n2 | ä漢x\n  |    ^ here");
    // Past the end, inside a character, in an empty text.
    check("ab", Span::new(90, 99), "error[syntax]: no\n --> t:1:3\n  |\n1 | ab\n  |   ^ here");
    check("漢", Span::new(1, 2), "error[syntax]: no\n --> t:1:1\n  |\n1 | 漢\n  | ^^ here");
    check("", Span::new(0, 0), "error[syntax]: no\n --> t:1:1\n  |\n1 |\n  | ^ here");
}

#[test]
fn long_lines_are_cut_and_keep_their_column() {
    let text = format!("{}LH{}", "a ".repeat(500_000), " b".repeat(500_000));
    let diagnostic = Diagnostic::at(Code::Syntax, Span::new(1_000_000, 1_000_002), "no");
    let drawn = render(&diagnostic, Some(&Source::new("t", text)), false);
    assert!(drawn.len() < 500, "{drawn}");
    assert!(drawn.contains("t:1:1000001\n"), "{drawn}");
    assert!(drawn.contains("…"), "{drawn}");
}

#[test]
fn notes_follow_and_control_characters_do_not() {
    let diagnostic = Diagnostic::new(Code::UnknownName, "`\u{1b}[31mLHH` is no name")
        .help("names ignore case")
        .suggest(["LH".to_owned(), "FSH".to_owned()])
        .mended("? what suppresses LH");
    let drawn = render(&diagnostic, None, false);
    let expected = "error[unknown-name]: `\u{fffd}[31mLHH` is no name
 = help: names ignore case
 = help: did you mean `LH`, `FSH`?
 = try: ? what suppresses LH";
    assert_eq!(drawn.lines().map(str::trim_end).collect::<Vec<_>>(), expected.lines().collect::<Vec<_>>(), "{drawn}");
}

#[test]
fn places_count_characters() {
    let source = Source::new("t", "ä\r\n漢字x");
    assert_eq!(source.place(source.text().len() - 1), Place { line: 2, column: 3 });
    assert_eq!(source.place(999), Place { line: 2, column: 4 });
}

#[test]
fn suggestions() {
    let known = ["LH", "FSH", "estradiol", "testosterone", "exogenous testosterone", "estrogen", "path", "show"];
    for (word, expected) in [
        ("pth", vec!["path"]),
        ("shwo", vec!["show"]),
        ("estradoil", vec!["estradiol"]),
        ("TESTOSTERON", vec!["testosterone", "exogenous testosterone"]),
        ("est", vec!["estrogen", "estradiol", "testosterone"]),
        ("fhs", vec!["FSH"]),
        ("lx", vec!["LH"]),
        ("xy", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(suggest(word, known), expected, "{word}");
    }
}

#[test]
fn without_a_place_there_is_no_gutter() {
    let error = Diagnostic::new(Code::TimedOut, "the time limit was reached").help("more time").help("or less");
    let expected = "error[timed-out]: the time limit was reached\n = help: more time\n = help: or less";
    assert_eq!(render(&error, None, false), expected);
    assert_eq!(render(&error, None, true).lines().count(), 3);
    assert_eq!(
        render(&Diagnostic::new(Code::Interrupted, "interrupted"), None, false),
        "error[interrupted]: interrupted"
    );
}

#[test]
fn messages_break_at_spaces_on_a_narrow_terminal() {
    let check = |width: usize, source: Option<&str>, expected: &str| {
        let diagnostic = Diagnostic::at(Code::UnknownName, Span::new(5, 8), "nothing here is called `LHH`")
            .label("not a name of this graph")
            .help("`list hormones`, `list drugs`, `list kinds` show what the graph holds")
            .mended("show LH, which stays on its line however long it is");
        let source = source.map(|text| Source::new("t", text));
        assert_eq!(render_within(&diagnostic, source.as_ref(), false, width), expected, "{width}");
    };
    check(
        40,
        Some("show LHH"),
        "\
error[unknown-name]: nothing here is
  called `LHH`
 --> t:1:6
  |
1 | show LHH
  |      ^^^ not a name of this graph
  |
  = help: `list hormones`, `list drugs`,
          `list kinds` show what the
          graph holds
  = try: show LH, which stays on its line however long it is",
    );
    check(
        30,
        Some("show LHH and much more than the terminal has room for"),
        "\
error[unknown-name]: nothing
  here is called `LHH`
 --> t:1:6
  |
1 | show LHH and much more t…
  |      ^^^
  |
  = here: not a name of this
          graph
  = help: `list hormones`,
          `list drugs`, `list
          kinds` show what the
          graph holds
  = try: show LH, which stays on its line however long it is",
    );
    check(
        50,
        None,
        "\
error[unknown-name]: nothing here is called `LHH`
 = help: `list hormones`, `list drugs`, `list
         kinds` show what the graph holds
 = try: show LH, which stays on its line however long it is",
    );
}
