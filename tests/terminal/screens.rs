//! Terminals of other sizes and manners.

use super::harness::{PROMPT, Terminal, shell};

#[test]
fn answers_fit_a_terminal_that_changed_its_width() {
    let Some(terminal) = shell() else { return };
    let widest = || {
        terminal.wipe();
        terminal.enter("show LH");
        terminal.wait("an answer", |screen| screen.contains("luteinizing") && screen.trim_end().ends_with(PROMPT));
        terminal.unwrapped().lines().map(|line| line.trim_end().chars().count()).max().unwrap_or(0)
    };
    for (columns, more_than) in [("44", 0), ("160", 44)] {
        terminal.tmux(&["resize-window", "-x", columns, "-y", "60"]);
        let most: usize = columns.parse().expect("a number");
        let fits = |widest: usize| widest > more_than && widest <= most;
        // tmux tells a program of its new size a moment later, where the last change was just before.
        let widths: Vec<usize> = (0..20).map(|_| widest()).take_while(|widest| !fits(*widest)).collect();
        assert!(widths.len() < 20, "{columns} columns: {widths:?}");
    }
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
