//! The shell on a terminal, driven through tmux. Without tmux these tests say that they were skipped.

mod harness;
mod interrupting;
mod reading;
mod screens;
mod typing;

use harness::{PROMPT, Terminal, shell};

#[test]
fn the_first_screen_says_what_is_open_and_what_to_try() {
    let Some(terminal) = shell() else { return };
    let screen = terminal.screen();
    for part in [
        "hpg",
        "entities",
        "edges",
        "? what suppresses LH",
        "path hCG -> spermatogenesis",
        ".help",
        "not medical advice",
    ] {
        assert!(screen.contains(part), "{part}:\n{screen}");
    }
}

#[test]
fn a_failing_statement_does_not_end_the_session() {
    let Some(terminal) = shell() else { return };
    terminal.enter("show Nobody");
    terminal.shows("unknown-name");
    terminal.enter("show");
    terminal.shows("error[incomplete]");
    terminal.is_ready();
    terminal.enter("? does hCG raise testosterone");
    terminal.shows("raises");
    terminal.enter("# only a comment");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.shows("status 0");
}

#[test]
fn unfinished_statements_go_on_in_the_next_line() {
    let Some(terminal) = shell() else { return };
    terminal.enter("path hCG ->");
    terminal.shows("      ...");
    terminal.press("Enter");
    terminal.shows("`->` wants something after it; Ctrl-C clears");
    terminal.enter("spermatogenesis");
    terminal.shows("Leydig");
    terminal.is_ready();
}

#[test]
fn words_that_leave() {
    for word in ["quit", "exit", ".quit", ".exit", ".q"] {
        let Some(terminal) = shell() else { return };
        terminal.enter(word);
        terminal.shows("status 0");
    }
}

#[test]
fn history_is_kept_between_sessions_and_private() {
    let Some(terminal) = Terminal::open("endograph; endograph") else { return };
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
    terminal.enter(" show FSH");
    terminal.shows("follicle");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.wait("the second session", |screen| screen.matches("not medical advice").count() == 2);
    terminal.is_ready();
    terminal.press("Up");
    terminal.wait("the last statement", |screen| screen.trim_end().ends_with("endograph> show LH"));
    let file = terminal.home().join("state/endograph/history");
    let history = std::fs::read_to_string(&file).expect("a history file");
    assert!(history.contains("show LH") && !history.contains("FSH"), "{history}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file).expect("a history file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_pasted_block_runs_line_by_line() {
    let Some(terminal) = shell() else { return };
    terminal.tmux(&["set-buffer", "show LH\n.mode json\nshow Nobody\nlist glands\n"]);
    terminal.tmux(&["paste-buffer", "-p"]);
    terminal.press("Enter");
    let screen = terminal.shows("\"kind\":\"entities\"");
    assert!(screen.contains("luteinizing hormone") && screen.contains("unknown-name"), "{screen}");
}

#[test]
fn commands() {
    let Some(terminal) = shell() else { return };
    let answers = |line: &str, expected: &str| {
        terminal.enter(line);
        terminal.shows(expected);
        terminal.is_ready();
        terminal.tmux(&["send-keys", "C-l"]);
        terminal.tmux(&["clear-history"]);
    };
    answers(".help", ".ascii .timer");
    answers("?", "Topics");
    answers("help", "Topics");
    answers(".help path", "select others");
    answers(".help mode", "FORMAT is one of table");
    answers(".help .show", "the open graph, where answers go");
    answers(".timer", "timer off");
    answers(".set colour never", "color never");
    answers(".set color auto", "color auto");
    answers(".mode", "table");
    answers(".mode yaml", "no format is called `yaml`");
    answers(".tmier on", ".timer");
    answers(".timer maybe", "`on` or `off`");
    answers(".quit now", "`now` is no exit status");
    answers("TRT", "try: show TRT");
    answers("hello", "`.help` tells what can be asked");
    answers(".save \"q.md", "the quote of `\"q.md` is not closed");
    answers(".graph", "hpg");
    answers(".graph missing.toml", "missing.toml");
    answers(".show", "standard output");
    answers(".version", env!("CARGO_PKG_VERSION"));
    answers(".schema", "stimulates");
    answers(".examples", "expect yes:");
    std::fs::write(terminal.home().join("script.endo"), "show LH\nshow Nobody\n").expect("a script");
    answers(".read script.endo", "unknown-name");
    answers(".read missing.endo", "cannot be read");
    std::fs::write(terminal.home().join("checks.endo"), "expect yes: ? does hCG raise testosterone\n")
        .expect("a script");
    answers(".read checks.endo", "1 of 1 expectation held");
    answers(".timer on", "timer on");
    answers(".set timer off", "timer off");
    answers(".once answer", "the next answer goes to answer");
    answers("show LH", "written to");
    answers("show FSH", "follicle");
    answers(".output answers", "answers go to answers");
    answers(".output off", "answers go to standard output");
    answers(".save ~/asked.md", "written to");
    assert!(terminal.home().join("asked.md").exists(), "`~/` is the home");
    answers("draw show LH to ~/LH.svg", "LH.svg");
    assert!(terminal.home().join("LH.svg").exists(), "`~/` is the home");
    assert!(std::fs::read_to_string(terminal.home().join("answer")).expect("the file").contains("luteinizing"));
}

#[test]
fn a_shell_ends_with_the_status_that_it_is_told() {
    let Some(terminal) = shell() else { return };
    terminal.enter(".quit 3");
    terminal.shows("status 3");
}

#[test]
fn the_first_screen_and_the_prompt_are_those_of_an_own_graph() {
    let Some(terminal) = Terminal::open("sleep 1; endograph --graph own.tsv") else { return };
    std::fs::write(terminal.home().join("own.tsv"), "subject\tobject\tsign\nrenin\tangiotensin\t+\n").expect("a table");
    let screen = terminal.wait("the prompt", |screen| screen.trim_end().ends_with("\nown>"));
    assert!(screen.contains("path renin -> angiotensin") && !screen.contains(".tutorial"), "{screen}");
    terminal.enter("path renin ->");
    terminal.shows("\n ...");
    terminal.enter("angiotensin");
    terminal.shows("─▶ angiotensin");
    terminal.enter("compare renin");
    terminal.shows("`compare renin, angiotensin`");
    terminal.enter("show TRT");
    let screen = terminal.shows("unknown-name");
    assert!(!screen.contains("list hormones"), "{screen}");
}

#[test]
fn redirected_streams_open_no_shell() {
    let Some(terminal) = Terminal::open("echo 'show LH' | endograph") else { return };
    let screen = terminal.shows("status 0");
    assert!(screen.contains("luteinizing hormone") && !screen.contains(PROMPT), "{screen}");
}
