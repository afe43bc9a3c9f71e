//! Terminals of other sizes and manners.

use super::harness::{Terminal, shell};

#[test]
fn answers_fit_a_terminal_that_changed_its_width() {
    let Some(terminal) = shell() else { return };
    let widest = |screen: &str| screen.lines().map(|line| line.trim_end().chars().count()).max().unwrap_or(0);
    terminal.tmux(&["resize-window", "-x", "44", "-y", "60"]);
    terminal.press("C-l");
    terminal.enter("? what suppresses LH");
    terminal.shows("suppress");
    let narrow = terminal.is_ready();
    assert!(widest(&narrow) <= 44, "{narrow}");
    terminal.tmux(&["resize-window", "-x", "160", "-y", "60"]);
    terminal.press("C-l");
    terminal.tmux(&["clear-history"]);
    terminal.enter("? what suppresses LH");
    terminal.wait("a wide answer", |screen| widest(screen) > 44);
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
