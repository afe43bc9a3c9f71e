//! What the place where an answer is read can show.

/// How an answer is drawn for people. The default suits a pipe: no colour, nothing wrapped or cut, Unicode arrows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether ANSI colours are welcome.
    pub color: bool,
    /// Columns of the terminal, to which lines are wrapped; none where it is no terminal.
    pub width: Option<usize>,
    /// Rows that are shown of a longer answer, with a line that says how many there are besides; none: all.
    pub rows: Option<usize>,
    /// Whether arrows, dashes and the like keep to ASCII. Names stay as they are.
    pub ascii: bool,
}
