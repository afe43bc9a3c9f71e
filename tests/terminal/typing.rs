//! What the shell does while somebody types: completion, hints, colours, history.

use super::harness::{PROMPT, shell};

#[test]
fn tab_completes_what_there_is_only_one_of() {
    let Some(terminal) = shell() else { return };
    let completes = |typed: &str, expected: &str| {
        terminal.type_in(typed);
        terminal.press("Tab");
        terminal.reads(expected);
        terminal.clear();
    };
    completes("evi", "evidence");
    completes("show exogenous test", "show exogenous testosterone");
    completes("show human chor", "show human chorionic gonadotropin");
    completes("show fhs", "show FSH");
    completes("path hGC", "path hCG");
    completes("help suppr", "help suppress");
    completes("path hCG -> spermatogneesis", "path hCG -> spermatogenesis");
    completes(
        "? does gonadorelin suppress LH given dosing = con",
        "? does gonadorelin suppress LH given dosing = continuous",
    );
    completes(".mode mark", ".mode markdown");
    completes(".tim", ".timer");
    std::fs::write(terminal.home().join("my script.endo"), "show LH\n").expect("a script");
    completes(".read my", ".read \"my script.endo\"");
}

#[test]
fn tab_lists_what_there_is_more_of() {
    let Some(terminal) = shell() else { return };
    let lists = |typed: &str, some: &[&str]| {
        terminal.type_in(typed);
        terminal.press("Tab");
        let screen =
            terminal.wait(&format!("the list of `{typed}`"), |screen| some.iter().all(|part| screen.contains(part)));
        terminal.clear();
        screen
    };
    lists("", &["path", "how one thing leads to another", "simulate"]);
    lists("? does gonadorelin suppress LH given dosing = ", &["pulsatile", "continuous"]);
    lists("? which drugs su", &["suppress", "effect -", "support"]);
    let reached = lists("path LH -> ", &["Leydig cells", "spermatogenesis"]);
    assert!(!reached.contains("clomiphene"), "{reached}");
    lists("list ", &["hormones", "kind"]);
    lists("show ", &["hormone", "… ", " more"]);
    lists(".", &[".timer", "run a script"]);
    lists("figures ", &["for"]);
    lists("help su", &["suppress", "supporting"]);
    // What does not begin with what was typed is listed, and takes the place of nothing.
    terminal.type_in("show sgn");
    terminal.press("Tab");
    terminal.wait("the list", |screen| screen.lines().count() > 3);
    terminal.reads("show sgn");
}

#[test]
fn a_grey_hint_goes_on_with_a_name_or_an_earlier_entry() {
    let Some(terminal) = shell() else { return };
    terminal.type_in("show clomi");
    terminal.shows("show clomiphene");
    terminal.press("Right");
    terminal.press("Enter");
    terminal.shows("drug");
    terminal.is_ready();
    terminal.type_in("sh");
    terminal.reads("show clomiphene");
    terminal.press("End");
    terminal.press("C-u");
    terminal.is_ready();
    terminal.press("C-y");
    terminal.reads("show clomiphene"); // the hint was taken: what was cut holds it
}

#[test]
fn an_unknown_name_is_marked_before_enter() {
    let Some(terminal) = shell() else { return };
    let red = "\x1b[4m\x1b[31mNobdy";
    let marked = |screen: &str| {
        screen.contains(red) || screen.contains("\x1b[31m\x1b[4mNobdy") || screen.contains("\x1b[4;31mNobdy")
    };
    terminal.type_in("path Nobdy");
    terminal.is_coloured("the mark before a blank", marked);
    terminal.type_in(" -> hCG");
    terminal.is_coloured("a known name in colour", |screen| screen.contains("\x1b[36mhCG"));
}

#[test]
fn brackets_show_their_partner() {
    let Some(terminal) = shell() else { return };
    terminal.type_in("path {LH}");
    terminal.is_coloured("the partner", |screen| screen.contains("\x1b[1m\x1b[7m{") || screen.contains("\x1b[1;7m{"));
}

#[test]
fn alt_enter_goes_on_in_the_next_line() {
    let Some(terminal) = shell() else { return };
    terminal.type_in("path hCG -> spermatogenesis");
    terminal.press("M-Enter");
    terminal.shows("      ...");
    terminal.type_in("max ");
    terminal.press("Tab");
    terminal.enter("9");
    terminal.shows("Leydig");
    terminal.is_ready();
    terminal.press("Up");
    terminal.wait("the whole entry", |screen| screen.trim_end().ends_with("  max 9"));
}

#[test]
fn history_is_searched() {
    let Some(terminal) = shell() else { return };
    for entry in ["show LH", "list glands", "show FSH", "stats"] {
        terminal.enter(entry);
        terminal.is_ready();
    }
    terminal.press("Up");
    terminal.reads("stats");
    terminal.press("Up");
    terminal.reads("show FSH");
    terminal.clear();
    terminal.type_in("show ");
    terminal.press("Up");
    terminal.reads("show FSH");
    terminal.press("Up");
    terminal.reads("show LH");
    terminal.clear();
    terminal.press("C-r");
    terminal.type_in("gla");
    terminal.shows("list glands");
    terminal.press("C-e");
    terminal.reads("list glands");
}

#[test]
fn a_failed_statement_comes_back() {
    let Some(terminal) = shell() else { return };
    terminal.enter("show Nobody");
    terminal.shows("unknown-name");
    terminal.is_ready();
    terminal.press("Up");
    terminal.reads("show Nobody");
    assert!(terminal.screen().contains(PROMPT));
}
