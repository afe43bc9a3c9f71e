//! The line editor. Only this file, `helper` and `keys` know rustyline.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use endograph::graph::Graph;
use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{ColorMode, CompletionType, Config};

use super::helper::ShellHelper;
use super::keys::Keys;
use super::{history, input};
use crate::cli::console::{colour_on, say};
use endograph::syntax::{Unfinished, unfinished};

const PROMPT: &str = "endograph> ";
const CONTINUATION: &str = "      ... ";

/// Reads entries with editing, completion and history.
pub struct Editor {
    lines: rustyline::Editor<ShellHelper, FileHistory>,
    keys: Keys,
    history: Option<PathBuf>,
}

/// What the user entered.
#[derive(Debug)]
pub enum Entry {
    /// A finished entry; it may have several lines.
    Text(String),
    /// Ctrl-C on an entry that was begun: thrown away.
    Cleared,
    /// Ctrl-C on nothing.
    Idle,
    /// Ctrl-D.
    End,
    /// The terminal went away.
    Broken(io::Error),
}

impl Editor {
    /// An editor on the terminal, with the history of earlier sessions.
    ///
    /// # Errors
    /// Where the terminal cannot be used.
    pub fn new() -> rustyline::Result<Self> {
        let has_colour = colour_on(&io::stdout());
        let colour = if has_colour { ColorMode::Enabled } else { ColorMode::Disabled };
        let config = Config::builder()
            .max_history_size(history::SIZE)?
            .history_ignore_dups(true)?
            .history_ignore_space(true)
            .completion_type(CompletionType::List)
            .completion_show_all_if_ambiguous(true)
            .color_mode(colour)
            .build();
        let mut lines = rustyline::Editor::with_config(config)?;
        lines.set_helper(Some(ShellHelper::new(has_colour)));
        lines.set_auto_add_history(false);
        let keys = Keys::default();
        for (event, handler) in keys.bindings() {
            lines.bind_sequence(event, handler);
        }
        let mut editor = Self { lines, keys, history: history::path() };
        editor.load_history();
        Ok(editor)
    }

    /// Completes and highlights with this graph's names from now on.
    pub fn learn_graph(&mut self, graph: Arc<Graph>) {
        if let Some(helper) = self.lines.helper_mut() {
            helper.learn(graph);
        }
    }

    /// Completes these names after `$`.
    pub fn learn_bound_names(&mut self, names: Vec<String>) {
        if let Some(helper) = self.lines.helper_mut() {
            helper.bound = names;
        }
    }

    /// Reads one entry, over as many lines as it takes.
    pub fn read(&mut self) -> Entry {
        let mut entry = String::new();
        loop {
            let prompt = if entry.is_empty() { PROMPT } else { CONTINUATION };
            self.keys.begin_line();
            if let Some(helper) = self.lines.helper_mut() {
                helper.earlier.clone_from(&entry);
            }
            match self.lines.readline(prompt) {
                Ok(line) => {
                    if !entry.is_empty() && line.trim().is_empty() {
                        say(&still_open(&entry));
                    }
                    entry.push_str(&line);
                }
                Err(ReadlineError::Interrupted) if entry.is_empty() && self.line_was_empty() => return Entry::Idle,
                Err(ReadlineError::Interrupted) => return Entry::Cleared,
                Err(ReadlineError::Eof) if entry.is_empty() => return Entry::End,
                // Ctrl-D on a continuation line: what is there is run, and its error says what is missing.
                Err(ReadlineError::Eof) => break,
                Err(ReadlineError::Io(error)) => return Entry::Broken(error),
                Err(error) => return Entry::Broken(io::Error::other(error)),
            }
            if is_finished(&entry) && !self.keys.goes_on() {
                break;
            }
            entry.push_str("\n  "); // indented, so that it continues the statement
        }
        self.remember(&entry);
        Entry::Text(entry)
    }

    /// Ctrl-C clears what was typed; only on an empty line does it deserve a hint.
    fn line_was_empty(&self) -> bool {
        self.lines.helper().is_none_or(ShellHelper::line_is_empty)
    }

    fn load_history(&mut self) {
        let Some(path) = &self.history else { return };
        let loaded =
            history::create_private(path).map_err(ReadlineError::from).and_then(|()| self.lines.load_history(path));
        if let Err(error) = loaded {
            say(&format!("history is off: `{}`: {error}", path.display()));
            self.history = None;
        }
    }

    /// Appends at once, so that a crash loses nothing.
    fn remember(&mut self, entry: &str) {
        let entry = entry.trim_end();
        let added = !entry.is_empty() && self.lines.add_history_entry(entry).unwrap_or(false);
        if let (true, Some(path)) = (added, &self.history)
            && let Err(error) = self.lines.append_history(path)
        {
            say(&format!("history is off: `{}`: {error}", path.display()));
            self.history = None;
        }
    }
}

fn is_finished(entry: &str) -> bool {
    input::is_command(entry) || unfinished(entry).is_none()
}

/// Why an empty line runs nothing.
fn still_open(entry: &str) -> String {
    let why = match unfinished(entry) {
        Some(Unfinished::Bracket(span)) => format!("the `{}` is still open", &entry[span.start..span.end]),
        Some(Unfinished::Last(span)) => format!("`{}` wants something after it", &entry[span.start..span.end]),
        None => "the statement goes on".to_owned(),
    };
    format!("{why}; Ctrl-C clears")
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_still_open() {
        let check = |entry: &str, expected: &str| assert_eq!(super::still_open(entry), expected, "{entry}");
        check("path {hCG,\n  ", "the `{` is still open; Ctrl-C clears");
        check("path ({a} -> {b\n  .help", "the `{` is still open; Ctrl-C clears");
        check("path hCG ->\n  \n  ", "`->` wants something after it; Ctrl-C clears");
    }
}
