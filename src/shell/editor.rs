//! The line editor. Only this file, `helper` and `keys` know rustyline.

use std::io;
use std::sync::Arc;

use endograph::answer::printable;
use endograph::diagnostic::io_reason;
use endograph::graph::Graph;
use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{ColorMode, CompletionType, Config};
use unicode_width::UnicodeWidthStr;

use super::helper::ShellHelper;
use super::history::{HistoryFile, USUAL_SIZE};
use super::input;
use super::keys::Keys;
use super::settings::Settings;
use crate::cli::console::{colour_on, is_ascii, say};
use endograph::syntax::{Unfinished, unfinished};

/// What stands before the prompt's sign while the embedded graph is open.
const PROGRAM: &str = "endograph";

/// Columns of the longest name in the prompt.
const LONGEST_NAME: usize = 20;

/// Reads entries with editing, completion and history.
pub struct Editor {
    lines: rustyline::Editor<ShellHelper, MemHistory>,
    keys: Keys,
    /// What stands before the entry, and before its further lines.
    prompts: [String; 2],
    /// None where nothing can be kept for later sessions.
    history: Option<HistoryFile>,
    /// Whether entries are kept there now.
    keeps: bool,
    /// Entries of this session.
    history_size: usize,
    /// Entries of the file, which other shells use too.
    file_size: usize,
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
    /// An editor on the terminal, with the history of earlier sessions. Their file is cut to `file_size` entries and never
    /// to fewer: what one session sets is no matter of the others.
    ///
    /// # Errors
    /// Where the terminal cannot be used.
    pub fn new(settings: &Settings, file_size: usize) -> rustyline::Result<Self> {
        let config = Config::builder()
            .max_history_size(settings.history_size)?
            .history_ignore_dups(true)?
            .history_ignore_space(true)
            .completion_type(CompletionType::List)
            .completion_show_all_if_ambiguous(true)
            .build();
        let history = MemHistory::with_config(&config);
        let mut lines = rustyline::Editor::with_history(config, history)?;
        lines.set_helper(Some(ShellHelper::default()));
        lines.set_auto_add_history(false);
        let keys = Keys::default();
        for (event, handler) in keys.bindings() {
            lines.bind_sequence(event, handler);
        }
        let (history, history_size) = (HistoryFile::of_user(), settings.history_size);
        let prompts = prompts(PROGRAM);
        let mut editor = Self { lines, keys, prompts, history, keeps: true, history_size, file_size };
        editor.follow(settings)?;
        editor.load_history();
        Ok(editor)
    }

    /// Does as the settings say from now on. A safe session keeps no history.
    ///
    /// # Errors
    /// Where the terminal cannot be used.
    pub fn follow(&mut self, settings: &Settings) -> rustyline::Result<()> {
        let has_colour = colour_on(&io::stdout());
        self.lines.set_color_mode(if has_colour { ColorMode::Enabled } else { ColorMode::Disabled });
        if let Some(helper) = self.lines.helper_mut() {
            helper.has_colour = has_colour;
            helper.safe = settings.options.safe;
            helper.ascii = is_ascii(&settings.options);
        }
        self.lines.set_max_history_size(settings.history_size)?;
        self.history_size = settings.history_size;
        self.keeps = !settings.options.safe && settings.history_size > 0;
        Ok(())
    }

    /// Completes and highlights with this graph's names from now on; the prompt names it, unless it is the embedded one.
    pub fn learn_graph(&mut self, graph: Arc<Graph>, is_embedded: bool) {
        self.prompts = prompts(if is_embedded { PROGRAM } else { &graph.name });
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
            let prompt = if entry.is_empty() { &self.prompts[0] } else { &self.prompts[1] };
            self.keys.forget();
            if let Some(helper) = self.lines.helper_mut() {
                helper.earlier.clone_from(&entry);
            }
            match self.lines.readline(prompt) {
                Ok(_) if self.keys.cleared() => return Entry::Cleared,
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
        let Some(history) = self.history.as_ref().filter(|_| self.keeps) else { return };
        match history.last(self.history_size) {
            Ok(entries) => {
                for entry in entries {
                    let _ = self.lines.add_history_entry(entry); // it is kept in memory, which cannot fail
                }
            }
            Err(error) => self.give_up_history(&error),
        }
    }

    /// Keeps an entry at once, so that a crash loses nothing; not one that begins with a blank, nor the same again.
    pub fn remember(&mut self, entry: &str) {
        let entry = entry.trim_end();
        let added = !entry.is_empty() && self.lines.add_history_entry(entry).unwrap_or(false);
        if let (true, Some(history)) = (added && self.keeps, &self.history)
            && let Err(error) = history.append(entry, entries_of_file(self.file_size, self.history_size))
        {
            self.give_up_history(&error);
        }
    }

    fn give_up_history(&mut self, error: &io::Error) {
        if let Some(history) = self.history.take() {
            say(&format!("history is off: `{}`: {}", history.path().display(), io_reason(error)));
        }
    }
}

/// Entries that the history file is cut to: as many as at the start, or more where the session wants more. Who began without
/// any said nothing of the file.
fn entries_of_file(at_start: usize, now: usize) -> usize {
    let at_start = if at_start == 0 { USUAL_SIZE } else { at_start };
    at_start.max(now)
}

/// The prompt with a name in it, and that of further lines, as wide.
fn prompts(name: &str) -> [String; 2] {
    let shown: String = printable(name).chars().take(LONGEST_NAME).collect();
    let shown = if shown.trim().is_empty() { PROGRAM } else { shown.trim_end() };
    let width = shown.width() + 1;
    let further = format!("{:>width$} ", &"..."[..width.min(3)]);
    [format!("{shown}> "), further]
}

fn is_finished(entry: &str) -> bool {
    input::is_command(entry) || input::asks_for_help(entry) || unfinished(entry).is_none()
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
    fn a_session_does_not_cut_the_file_of_all() {
        let check = |at_start: usize, now: usize, expected: usize| {
            assert_eq!(super::entries_of_file(at_start, now), expected, "{at_start} {now}");
        };
        check(10_000, 5, 10_000);
        check(10, 5, 10);
        check(10, 50, 50);
        check(0, 100, super::USUAL_SIZE);
    }

    #[test]
    fn prompts_are_of_one_width() {
        let check = |name: &str, expected: [&str; 2]| assert_eq!(super::prompts(name), expected, "{name}");
        check("endograph", ["endograph> ", "       ... "]);
        check("renin", ["renin> ", "   ... "]);
        check("a", ["a> ", ".. "]);
        check("", ["endograph> ", "       ... "]);
        check("an atlas of every pathway", ["an atlas of every pa> ", "                  ... "]);
        check("x\u{1b}[2J", ["x\\u{1b}[2J> ", "        ... "]);
    }

    #[test]
    fn what_is_still_open() {
        let check = |entry: &str, expected: &str| assert_eq!(super::still_open(entry), expected, "{entry}");
        check("path {hCG,\n  ", "the `{` is still open; Ctrl-C clears");
        check("path ({a} -> {b\n  .help", "the `{` is still open; Ctrl-C clears");
        check("path hCG ->\n  \n  ", "`->` wants something after it; Ctrl-C clears");
    }
}
