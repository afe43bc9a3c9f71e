//! Every mistake: its code, the very words it points at, its message, and the statement as it should read.

use crate::syntax::parse_statement;

/// `mended` is empty where nothing unique is offered.
fn check(input: &str, code: &str, words: &str, message: &str, mended: &str) {
    match parse_statement(input) {
        Ok(statement) => panic!("{input} reads as {statement}"),
        Err(error) => {
            let pointed = error.span.and_then(|span| input.get(span.start..span.end));
            let found = (error.code.as_str(), pointed, error.message.as_str(), error.mended.as_deref());
            assert_eq!(found, (code, Some(words), message, Some(mended).filter(|text| !text.is_empty())), "{input}");
        }
    }
}

#[test]
fn mistakes_of_draw() {
    let needs = "`draw` needs a file: `to lh.svg`";
    check("draw show LH", "incomplete", "", needs, "draw show LH to picture.svg");
    check("draw ? what raises LH", "incomplete", "", needs, "draw ? what raises LH to picture.svg");
    check("draw LH", "incomplete", "", needs, "draw show LH to picture.svg");
    check("draw show LH to", "incomplete", "", "a file is missing after `to`", "draw show LH to picture.svg");
    check("draw show LH to a b.svg", "incomplete", "", needs, "draw show LH to \"a b.svg\"");
    check("draw LH to lh.svg", "syntax", "LH", "`LH` begins no statement", "draw show LH to lh.svg");
    check(
        "draw Leydig cells to lh.svg",
        "syntax",
        "Leydig",
        "`Leydig` begins no statement",
        "draw show Leydig cells to lh.svg",
    );
    check("draw shw LH to lh.svg", "syntax", "shw", "`shw` begins no statement", "draw show LH to lh.svg");
    check("draw to lh.svg", "incomplete", "", "`draw` needs a file: `to lh.svg`", "");
    check(
        "draw what raises LH to x.svg",
        "syntax",
        "what",
        "a question begins with `?`",
        "draw ? what raises LH to x.svg",
    );
    check("draw let x = show LH to x.svg", "syntax", "let", "`let` begins nothing that `draw` takes", "");
    check("draw expect 1: show LH to x.svg", "syntax", "expect", "`expect` begins nothing that `draw` takes", "");
    check("let x = draw show LH to x.svg", "syntax", "draw", "`draw` begins nothing that `let` takes", "");
    check("explain draw show LH to x.svg", "syntax", "draw", "`draw` begins nothing that `explain` takes", "");
    check(
        "expect yes: draw show LH to x.svg",
        "syntax",
        "draw",
        "an expectation is about an answer, and `draw` writes a file",
        "",
    );
    check("draw show LH to \"x.svg", "unclosed-quote", "\"", "this quote is not closed", "draw show LH to \"x.svg\"");
    check("draw show LH to \" \"", "syntax", "\" \"", "these quotes hold no name", "");
}

#[test]
fn questions_that_begin_otherwise() {
    check("? path a -> b", "syntax", "?", "`path` takes no question mark", "path a -> b");
    check("? whcih drugs raise LH", "syntax", "whcih", "`whcih` begins no question", "? which drugs raise LH");
    check("? why hCG suppresses LH", "syntax", "hCG", "`does` is missing after `why`", "? why does hCG suppresses LH");
    check("? how hCG affects LH", "syntax", "hCG", "`does` is missing after `how`", "? how does hCG affects LH");
    check("help suppress", "syntax", "help", "`help` is a command of the shell", "");
}

#[test]
fn mistakes() {
    check("pth a -> b", "syntax", "pth", "`pth` begins no statement", "path a -> b");
    check("what suppresses LH", "syntax", "what", "a question begins with `?`", "? what suppresses LH");
    check("LH -> FSH", "syntax", "LH", "`LH` begins no statement", "path LH -> FSH");
    check("path hcg ->", "incomplete", "", "a name is missing after `->`", "");
    check("path hcg - > LH", "broken-arrow", "- >", "`- >` is no arrow", "path hcg -> LH");
    check("path max -> LH", "syntax", "max", "`max` is a word of the language here", r#"path "max" -> LH"#);
    check(
        "expect yes ? does x raise y",
        "incomplete",
        "?",
        "`:` is missing between the expectation and its statement",
        "expect yes: ? does x raise y",
    );
    check("expect yes: what raises LH", "syntax", "what", "a question begins with `?`", "expect yes: ? what raises LH");
    check("path a -> b via LH via FSH", "clause-conflict", "via FSH", "`via` stands twice", "");
    check("path a -> b max", "incomplete", "", "a number is missing after `max`", "");
    check("path a -> b max six", "syntax", "six", "`max` takes a whole number, not `six`", "");
    check("path a -> b max 99999999999", "syntax", "99999999999", "the number `99999999999` is too large", "");
    check(r#"show "LH"#, "unclosed-quote", r#"""#, "this quote is not closed", r#"show "LH""#);
    check("? what raises (LH", "unbalanced-bracket", "(", "this `(` is not closed", "? what raises (LH)");
    check("show {LH))", "unbalanced-bracket", "{", "this `{` is not closed", "");
    check(".mode json", "syntax", ".mode", "`.mode` is a command of the shell", "");
    check("help", "syntax", "help", "`help` is a command of the shell", "");
    check("show LH, FSH", "syntax", ",", "`,` cannot stand here", "");
    check("show LH# c", "syntax", "#", "`#` begins a comment only after white space", "show LH");
    check("? what", "incomplete", "", "a verb or a name is missing after `what`", "");
    check("? how does", "incomplete", "", "a name is missing after `does`", "");
    check(
        "path a -> b <- c",
        "clause-conflict",
        "<-",
        "the arrows of a path point one way: `->` before, `<-` here",
        "",
    );
    check(
        "path walk a -> b",
        "incomplete",
        "path walk a -> b",
        "walks may go round in circles, so they need a longest length",
        "",
    );
    check("let x = what raises LH", "syntax", "what", "a question begins with `?`", "let x = ? what raises LH");
    check("let x ? what raises LH", "syntax", "?", "`?` cannot stand here", "");
    check(r#"show """#, "syntax", r#""""#, "these quotes hold no name", "");
    check("explain explain path a -> b", "syntax", "explain", "`explain` begins nothing that `explain` takes", "");
    check("expect:", "incomplete", ":", "the expectation is missing before `:`", "");
    check("expect maybe: show LH", "syntax", "maybe", "`maybe` is nothing that can be expected", "");
    check("path a", "incomplete", "", "`->` is missing after `a`", "");
    check("list", "incomplete", "", "a name is missing after `list`", "");
    check("? what raises LH, FSH or X", "ambiguous", ",", "a comma beside `or` can be read two ways", "");
    check("path a -> b net", "incomplete", "", "`positive` or `negative` is missing after `net`", "");
    check("path a -> b given dosing", "incomplete", "", "`=` or `of` is missing after `dosing`", "");
    check("path a -> b including", "incomplete", "", "`documented` is missing after `including`", "");
    check("?", "incomplete", "", "`does`, `is`, `what`, `which`, `how` or `why` is missing after `?`", "");
    check("expect yes:", "incomplete", "", "a statement is missing after `:`", "");
    check("list drugs)", "unbalanced-bracket", ")", "this `)` closes no bracket", "list drugs");
    check(r#"show "a" ""#, "unclosed-quote", r#"""#, "this quote is not closed", "");
    check(
        "expect lower yes: ? does x raise y",
        "syntax",
        "lower yes",
        "`lower yes` is nothing that can be expected",
        "",
    );
    check("path a -> b via", "incomplete", "", "a name is missing after `via`", "");
    check("path a -> b via -> c", "syntax", "->", "`->` cannot stand here", "");
    check("path a -> b max 3 c", "syntax", "c", "`c` cannot stand here", "");
    check("? which", "incomplete", "", "a verb or a name is missing after `which`", "");
    check("? is", "incomplete", "", "a verb or a name is missing after `is`", "");
    check("path a ->", "incomplete", "", "a name is missing after `->`", "");
    check("show", "incomplete", "", "a name is missing after `show`", "");
    check("evidence a -> b -> c", "syntax", "->", "`->` cannot stand here", "");
    check("? what raises LH and", "incomplete", "", "a verb or a name is missing after `and`", "");
    check("? what raises LH =", "syntax", "=", "`=` cannot stand here", "");
    check("schema x", "syntax", "x", "`x` cannot stand here", "");
    check("let = ? what raises LH", "syntax", "=", "`=` cannot stand here", "");
    check("let x =", "incomplete", "", "a statement is missing after `=`", "");
    check("explain", "incomplete", "", "a statement is missing after `explain`", "");
    check("expect at least x: list drugs", "syntax", "at least x", "`at least x` is nothing that can be expected", "");
    check("? what raises LH max 3 foo", "syntax", "foo", "`foo` cannot stand here", "");
}

#[test]
fn what_if_loops_and_comparison() {
    check("simulate", "incomplete", "", "a name is missing after `simulate`", "");
    check("simulate set up", "incomplete", "", "a name is missing after `up`", "");
    check("simulate hCG up versus", "incomplete", "", "a name is missing after `versus`", "");
    check("simulate hCG up via LH", "syntax", "via", "`via` is no clause of `simulate`", "");
    check("explain simulate hCG up where a = b", "syntax", "where", "`where` is no clause of `simulate`", "");
    check("loops through LH holding FSH", "syntax", "holding", "`holding` is no clause of `loops`", "");
    check("compare a, b max 3", "syntax", "max", "`max` is no clause of `compare`", "");
    let given = "`given` opens a clause such as `given dosing = continuous`";
    check("simulate hCG given", "syntax", "given", given, "simulate hCG up");
    check("simulate hCG given, X up", "syntax", "given", given, "simulate hCG up, X up");
    check("simulate hCG given versus X up", "syntax", "given", given, "simulate hCG up versus X up");
    check("simulate a up holding b holding c", "clause-conflict", "holding c", "`holding` stands twice", "");
    check("simulate a up show b versus c up show d", "clause-conflict", "show d", "`show` stands twice", "");
    check("simulate a up show b versus c up versus d up", "syntax", "versus", "`versus` cannot stand here", "");
    check("simulate a up max six", "syntax", "six", "`max` takes a whole number, not `six`", "");
    check("loops min 5 max 3", "clause-conflict", "min 5", "no path or loop has at least 5 and at most 3 steps", "");
    check("loops of LH", "syntax", "of", "`of` cannot stand here", "loops through LH");
    check("loops positive negative", "clause-conflict", "negative", "no loop is both negative and positive", "");
    check("loops positive positive", "clause-conflict", "positive", "`positive` stands twice", "");
    check("? what loops is LH part of via FSH", "clause-conflict", "via FSH", "`via` stands twice", "");
    check("loops through LH through FSH", "clause-conflict", "through FSH", "`through` stands twice", "");
    check("loops LH", "syntax", "LH", "`LH` cannot stand here", "loops through LH");
    check("compare", "incomplete", "", "a name is missing after `compare`", "");
    check("compare a on", "incomplete", "", "a name is missing after `on`", "");
    check("simulat a up", "syntax", "simulat", "`simulat` begins no statement", "simulate a up");
    check("expect LH risen: simulate a up", "syntax", "LH risen", "`LH risen` is nothing that can be expected", "");
}

#[test]
fn slips_that_are_seen_too_late() {
    check("path a to b", "broken-arrow", "to", "`to` is no arrow", "path a -> b");
    check("path a to b TO c max 3", "broken-arrow", "to", "`to` is no arrow", "path a -> b -> c max 3");
    check("let x = path all a to b", "broken-arrow", "to", "`to` is no arrow", "let x = path all a -> b");
    let brackets = "several ends of a path stand in brackets";
    check("path a, b c -> d", "syntax", "a, b c", brackets, "path {a, b c} -> d");
    check("path shortest 3 a and b -> d", "syntax", "a and b", brackets, "path shortest 3 {a, b} -> d");
    check("path a -> b, c max 3", "syntax", "b, c", brackets, "path a -> {b, c} max 3");
    check(
        "path a, b, c <- d not through mimics",
        "syntax",
        "a, b, c",
        brackets,
        "path {a, b, c} <- d not through mimics",
    );
    let clause = |word: &str| format!("`{word}` opens no clause");
    check(
        "? what raises LH givn dosing = pulsatile",
        "syntax",
        "givn",
        &clause("givn"),
        "? what raises LH given dosing = pulsatile",
    );
    check("path a -> b max 3 avoidng c", "syntax", "avoidng", &clause("avoidng"), "path a -> b max 3 avoiding c");
    check("show LH = x", "syntax", "=", "`=` cannot stand here", "");
}
