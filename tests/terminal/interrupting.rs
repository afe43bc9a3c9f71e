//! Ctrl-C and Ctrl-D: at the prompt, while typing, while a statement runs, and while its answer is printed.

use std::thread::sleep;
use std::time::Duration;

use super::harness::{Terminal, shell};

#[test]
fn ctrl_c_clears_a_line_and_hints_on_an_empty_one() {
    let Some(terminal) = shell() else { return };
    terminal.type_in("show Nobody");
    terminal.shows("show Nobody");
    terminal.press("C-c");
    let screen = terminal.is_ready();
    assert!(!screen.contains("Ctrl-D to leave") && !screen.contains("unknown-name"), "{screen}");
    terminal.press("C-c");
    terminal.shows("Ctrl-D to leave");
    terminal.enter("path hCG ->");
    terminal.shows("      ...");
    terminal.press("C-c");
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
}

#[test]
fn ctrl_c_stops_a_running_statement_and_keeps_the_session() {
    let Some(terminal) = shell() else { return };
    terminal.enter(".output answers");
    for times in 1..=2 {
        terminal.is_ready();
        terminal.enter("path all anything -> anything max 12");
        sleep(Duration::from_millis(300));
        terminal.press("C-c");
        terminal.wait("`interrupted`", |screen| screen.matches("interrupted").count() == times);
        terminal.is_ready();
    }
    terminal.enter(".output off");
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
}

/// The line before the statement lets the test press Ctrl-C as soon as something is printed.
#[test]
fn ctrl_c_stops_an_answer_that_is_being_printed() {
    let Some(terminal) = shell() else { return };
    terminal.enter(".mode json");
    terminal.is_ready();
    terminal.enter("path all anything -> anything max 4 limit 20000");
    terminal.wait("the answer", |screen| screen.lines().count() > 20 || screen.contains("\"kind\""));
    terminal.press("C-c");
    terminal.is_ready();
    terminal.enter(".mode table");
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
}

/// A pipe that nobody writes to is read for ever.
#[test]
fn ctrl_c_stops_reading_and_building_a_graph() {
    let Some(terminal) = shell() else { return };
    let pipe = terminal.home().join("endless.tsv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe");
    terminal.enter(".graph endless.tsv");
    terminal.shows("reading the graph");
    terminal.press("C-c");
    terminal.shows("interrupted while the graph was read");
    terminal.is_ready();
    terminal.enter("show LH"); // of the graph that was open before
    terminal.shows("luteinizing hormone");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.shows("status 0");
    terminal.tmux(&["kill-server"]);
    terminal.run("endograph build endless.tsv -o built.endo");
    terminal.shows("reading the graph");
    terminal.press("C-c");
    let screen = terminal.shows("status 130");
    assert!(screen.contains("interrupted"), "{screen}");
    assert!(!terminal.home().join("built.endo").exists(), "half a snapshot");
}

#[test]
fn ctrl_c_stops_sampling_and_keeps_the_session() {
    let Some(terminal) = shell() else { return };
    terminal.enter("? what affects anything");
    terminal.wait("worlds", |screen| screen.contains("sampling worlds"));
    terminal.press("C-c");
    terminal.shows("interrupted");
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
}

#[test]
fn ctrl_c_among_completions_clears_the_line() {
    let Some(terminal) = shell() else { return };
    terminal.tmux(&["resize-window", "-x", "80", "-y", "20"]);
    terminal.type_in("show ");
    terminal.press("Tab");
    let screen = terminal.shows(" more");
    assert!(!screen.contains("--More--"), "{screen}");
    terminal.press("C-c");
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
}

#[test]
fn what_is_typed_ahead_is_read_after_the_answer() {
    let Some(terminal) = shell() else { return };
    terminal.type_in("stats\rshow LH\rloops");
    let screen = terminal.reads("loops");
    assert!(screen.contains("largest component") && screen.contains("luteinizing hormone"), "{screen}");
}

#[test]
fn ctrl_d_leaves_only_an_empty_line() {
    let Some(terminal) = shell() else { return };
    terminal.type_in("show LH");
    terminal.reads("show LH");
    terminal.press("C-d");
    terminal.press("Enter");
    terminal.shows("luteinizing hormone");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.shows("status 0");
}

#[test]
fn two_shells_share_one_history() {
    let Some(first) = shell() else { return };
    first.enter("show LH");
    first.shows("luteinizing hormone");
    first.is_ready();
    first.tmux(&["split-window", &format!("'{}'; sleep 60", crate::harness::BINARY)]);
    first.wait("the second shell", |screen| screen.contains("not medical advice"));
    first.is_ready();
    first.enter("show FSH");
    first.wait("its answer", |screen| screen.contains("follicle"));
    first.is_ready();
    let wanted = ["show LH", "show FSH"];
    let file = first.home().join("state/endograph/history");
    let is_kept =
        |_: &str| std::fs::read_to_string(&file).is_ok_and(|text| wanted.iter().all(|entry| text.contains(entry)));
    first.wait("both entries in the file", is_kept);
    first.tmux(&["select-pane", "-t", "0"]);
    first.enter("stats");
    let wanted = ["show LH", "show FSH", "stats"];
    let is_kept =
        |_: &str| std::fs::read_to_string(&file).is_ok_and(|text| wanted.iter().all(|entry| text.contains(entry)));
    first.wait("all entries in the file", is_kept);
}

#[test]
fn a_dumb_terminal_works_without_escapes() {
    let Some(terminal) = Terminal::open("CI=true TERM=dumb endograph") else { return };
    terminal.is_ready();
    terminal.tmux(&["pipe-pane", "cat > bytes"]);
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
    terminal.enter("show Nobody");
    terminal.shows("unknown-name");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.shows("status 0");
    let written = |_: &str| std::fs::read(terminal.home().join("bytes")).is_ok_and(|bytes| bytes.ends_with(b"0\r\n"));
    terminal.wait("all bytes", written);
    let bytes = std::fs::read(terminal.home().join("bytes")).expect("the bytes");
    assert!(!bytes.contains(&0x1b), "{:?}", String::from_utf8_lossy(&bytes));
}
