//! Terminals of other sizes and manners.

use super::harness::{PROMPT, Terminal, shell};

#[test]
fn answers_fit_a_terminal_that_changed_its_width() {
    let Some(terminal) = shell() else { return };
    let answered = |columns: &str, name: &str, word: &str| {
        terminal.tmux(&["resize-window", "-x", columns, "-y", "60"]);
        terminal.wipe();
        terminal.enter(&format!("show {name}"));
        terminal.wait("an answer", |screen| screen.contains(word) && screen.trim_end().ends_with(PROMPT));
        terminal.unwrapped().lines().map(|line| line.trim_end().chars().count()).max().unwrap_or(0)
    };
    let (narrow, wide) = (answered("44", "LH", "luteinizing"), answered("160", "FSH", "follicle"));
    assert!(narrow <= 44 && wide > 44 && wide <= 160, "{narrow} and {wide} columns");
}

#[test]
fn without_colour_nothing_is_hinted_and_nothing_coloured() {
    let Some(terminal) = Terminal::open("NO_COLOR=1 endograph") else { return };
    terminal.is_ready();
    terminal.type_in("show clomi");
    terminal.reads("show clomi");
    assert!(!terminal.coloured().contains('\x1b'), "{:?}", terminal.coloured());
    terminal.press("Tab");
    terminal.reads("show clomiphene");
}
