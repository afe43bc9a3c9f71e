//! What the line editor asks while the user types: completions, hints, colours.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use endograph::graph::Graph;
use rustyline::completion::{Completer, FilenameCompleter, Pair};
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::{Context, Helper, Validator};

use super::colours;
use super::completion::{self, Completion, Vocabulary};

/// The editor's view of the session.
#[derive(Default, Helper, Validator)]
pub struct ShellHelper {
    /// Whose names are completed.
    pub graph: Arc<Graph>,
    /// Completed after `$`.
    pub bound: Vec<String>,
    files: FilenameCompleter,
    line_is_empty: Cell<bool>,
}

impl ShellHelper {
    /// Whether the line was empty when it was last drawn.
    pub fn line_is_empty(&self) -> bool {
        self.line_is_empty.get()
    }

    fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary { graph: &self.graph, bound: &self.bound }
    }
}

impl Completer for ShellHelper {
    type Candidate = Pair;

    fn complete(&self, line: &str, position: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = line.get(..position).unwrap_or(line);
        match completion::complete(before, &self.vocabulary()) {
            Completion::Words { start, candidates } => {
                let pair = |candidate: completion::Candidate| Pair {
                    display: candidate.to_string(),
                    replacement: candidate.text,
                };
                Ok((start, candidates.into_iter().map(pair).collect()))
            }
            Completion::Files => self.files.complete_path(line, position),
        }
    }
}

impl Hinter for ShellHelper {
    type Hint = String;

    fn hint(&self, line: &str, position: usize, _: &Context<'_>) -> Option<String> {
        self.line_is_empty.set(line.is_empty());
        if position < line.len() { None } else { completion::rest_of_name(line, &self.vocabulary()) }
    }
}

/// Asked only where the terminal has colour.
impl Highlighter for ShellHelper {
    fn highlight<'line>(&self, line: &'line str, _: usize) -> Cow<'line, str> {
        if line.starts_with('.') { Cow::Borrowed(line) } else { Cow::Owned(colours::coloured(line, &self.graph)) }
    }

    fn highlight_hint<'hint>(&self, hint: &'hint str) -> Cow<'hint, str> {
        Cow::Owned(format!("\x1b[2m{hint}\x1b[0m"))
    }

    fn highlight_char(&self, _: &str, _: usize, kind: CmdKind) -> bool {
        kind != CmdKind::MoveCursor // a letter may turn the word that it belongs to into a name
    }
}
