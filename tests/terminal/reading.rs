//! Reading on a terminal: the pager, the last answer whole, plain ASCII, help and the tutorial.

use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use super::harness::{Terminal, shell};

/// How long the rest of an answer of two screens may take to reach its pager.
const WRITTEN: Duration = Duration::from_millis(500);

/// A shell whose long answers go to a pager.
fn shell_with(pager: &str) -> Option<Terminal> {
    let program = pager.split(' ').next().unwrap_or_default();
    if Command::new(program).arg("--version").output().is_err() {
        eprintln!("skipped: {program} is not installed");
        return None;
    }
    let terminal = Terminal::open(&format!("ENDOGRAPH_PAGER='{pager}' endograph"))?;
    terminal.is_ready();
    Some(terminal)
}

#[test]
fn what_is_longer_than_the_screen_is_paged_and_the_pager_left_unharmed() {
    let Some(terminal) = shell_with("less") else { return };
    for key in ["q", "C-c"] {
        terminal.enter("show LH");
        terminal.wait("the pager", |screen| screen.trim_end().ends_with(':'));
        sleep(WRITTEN); // the pager shows its first page before it has been handed the last
        terminal.press(key);
        terminal.is_ready();
    }
    terminal.enter("list glands");
    terminal.shows("testes");
    let screen = terminal.is_ready();
    assert!(!screen.contains("interrupted"), "{screen}");
    terminal.press("C-d");
    terminal.shows("status 0");
}

#[test]
fn help_is_never_paged() {
    if shell_with("less").is_none() {
        return;
    }
    let Some(terminal) = Terminal::open("env -u ENDOGRAPH_PAGER -u PAGER endograph") else { return };
    terminal.is_ready();
    terminal.tmux(&["resize-window", "-x", "80", "-y", "10"]);
    terminal.enter(".help");
    terminal.shows("New here?");
    terminal.is_ready();
    terminal.enter("show FSH");
    terminal.wait("the pager", |screen| screen.trim_end().ends_with("q: to the prompt"));
    terminal.press("q");
    terminal.tmux(&["resize-window", "-x", "40", "-y", "10"]);
    sleep(WRITTEN); // the window tells its new size a moment later
    terminal.is_ready();
    terminal.enter("show FSH");
    terminal.wait("the short prompt", |screen| screen.trim_end().ends_with("space: more   q: prompt"));
}

#[test]
fn a_pager_that_reads_little_is_no_error() {
    let Some(terminal) = shell_with("head -n 3") else { return };
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
    let screen = terminal.is_ready();
    assert!(!screen.contains("sources") && !screen.contains("error"), "{screen}");
    terminal.enter(".pager off");
    terminal.enter("show LH");
    terminal.shows("sources");
    terminal.is_ready();
}

#[test]
fn a_pager_that_is_not_there_is_none() {
    let Some(terminal) = Terminal::open("ENDOGRAPH_PAGER=no-such-pager endograph") else { return };
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("sources");
    terminal.is_ready();
}

#[test]
fn safe_shells_start_no_pager() {
    let Some(terminal) = Terminal::open("ENDOGRAPH_PAGER=less endograph --safe") else { return };
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("sources");
    terminal.is_ready();
    terminal.enter(".pager on");
    terminal.shows("not-allowed");
    terminal.is_ready();
}

#[test]
fn cut_answers_say_how_to_see_them_whole() {
    let Some(terminal) = shell() else { return };
    terminal.enter(".last");
    terminal.shows("there is no answer yet");
    terminal.is_ready();
    // What is typed before the next prompt would be lost.
    let done = |command: &str| {
        terminal.enter(command);
        let setting = command.trim_start_matches('.');
        terminal.shows(&format!("{command}\n{setting}\nendograph>"));
    };
    done(".maxrows 3");
    terminal.enter("list hormones");
    let screen = terminal.shows("… 8 more rows; `.last` shows all");
    assert!(!screen.contains("estriol"), "{screen}");
    terminal.is_ready();
    terminal.enter(".last");
    terminal.shows("estriol");
    terminal.is_ready();
    done(".mode csv");
    terminal.enter(".last");
    terminal.shows("estriol,estriol,hormone");
    terminal.enter(".maxrows none");
    terminal.shows("`off`");
}

#[test]
fn ascii_on_request() {
    let Some(terminal) = shell() else { return };
    terminal.enter("path hCG -> LH limit 1");
    terminal.shows("─[stimulates]─▶");
    terminal.enter(".ascii on");
    terminal.enter("path hCG -> LH limit 1");
    terminal.shows("-[stimulates]->");
    terminal.is_ready();
}

#[test]
fn help_has_a_topic_for_every_word() {
    let Some(terminal) = shell() else { return };
    let tells = |line: &str, expected: &str| {
        terminal.enter(line);
        terminal.shows(expected);
        terminal.is_ready();
    };
    tells("help suppress", "? what suppresses LH");
    tells(".help determined", "every strength of every step");
    tells("help blocks", "lowers the activity of its object");
    tells(".help determind", "did you mean `determined`");
    tells("HELP path", "path hCG -> spermatogenesis");
}

#[test]
fn the_tutorial_goes_step_by_step() {
    let Some(terminal) = shell() else { return };
    terminal.enter(".tutorial");
    terminal.shows("Step 1 of 10");
    terminal.enter("show FSH");
    terminal.shows("follicle");
    assert!(!terminal.is_ready().contains("Notice:"), "another statement is just answered");
    terminal.enter("SHOW lh");
    terminal.shows("Notice: Under `does`");
    terminal.enter(".next");
    terminal.shows("Step 2 of 10");
    terminal.enter(".tutorial 10");
    terminal.shows("Step 10 of 10");
    terminal.enter(".next");
    terminal.shows("That was the last step");
    terminal.enter(".tutorial 11");
    terminal.shows("a step from 1 to 10");
}
