//! What the line editor asks while the user types: completions, hints, colours.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use endograph::answer::{in_ascii, is_unprintable, printable};
use endograph::graph::Graph;
use rustyline::completion::{Completer, Pair};
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::{Hint, Hinter};
use rustyline::history::SearchDirection;
use rustyline::{CompletionType, Context, Helper, Validator};
use unicode_width::UnicodeWidthStr;

use super::typing::{self, Candidate, Completion, Vocabulary};
use super::{command_words, files, input};
use crate::cli::screen;

/// Columns of the longest name that others are aligned with.
const WIDEST_NAME: usize = 32;

/// Between a candidate and its note.
const GAP: &str = "  ";

/// Columns and rows where the terminal does not tell.
const USUAL_SIZE: (usize, usize) = (80, 24);

/// Entities up to which a graph's names are catalogued at once; those of larger graphs meanwhile.
const FEW_ENTITIES: usize = 20_000;

/// Whether the names of a graph are there, or catalogued in no time.
pub fn has_names_at_once(graph: &Graph) -> bool {
    graph.entity_count() <= FEW_ENTITIES || graph.has_names()
}

/// The editor's view of the session.
#[derive(Default, Helper, Validator)]
pub struct ShellHelper {
    /// Whether the terminal shows colours: without them a hint could not be told from what is typed.
    pub has_colour: bool,
    /// Whether no file may be looked at, not even its name.
    pub safe: bool,
    /// Whether what is shown is drawn with plain ASCII.
    pub ascii: bool,
    /// Completed after `$`.
    pub bound: Vec<String>,
    /// The lines of the entry before this one.
    pub earlier: String,
    graph: Arc<Graph>,
    line_is_empty: Cell<bool>,
    is_entered: Cell<bool>,
}

impl ShellHelper {
    /// Completes and colours with this graph's names from now on. Those of a large graph are catalogued meanwhile.
    pub fn learn(&mut self, graph: Arc<Graph>) {
        if has_names_at_once(&graph) {
            graph.names();
        } else {
            let graph = Arc::clone(&graph);
            std::thread::spawn(move || {
                graph.names();
            });
        }
        self.graph = graph;
    }

    /// Whether the line was empty when it was last drawn.
    pub fn line_is_empty(&self) -> bool {
        self.line_is_empty.get()
    }

    /// The words there are; none while the names are being catalogued.
    fn vocabulary(&self) -> Option<Vocabulary<'_>> {
        let vocabulary = Vocabulary { graph: &self.graph, bound: &self.bound, earlier: &self.earlier };
        self.graph.has_names().then_some(vocabulary)
    }

    /// Whether a line is a command of the shell.
    fn is_command(&self, line: &str) -> bool {
        self.earlier.is_empty() && input::is_command(line)
    }

    /// What may come next. A name that would act on the terminal is not offered: a graph or a folder may hold anything.
    fn candidates(&self, before: &str) -> (Vec<Candidate>, usize) {
        let (mut candidates, more) = self.all_candidates(before);
        candidates.retain(|candidate| !candidate.text.contains(is_unprintable));
        (candidates, more)
    }

    fn all_candidates(&self, before: &str) -> (Vec<Candidate>, usize) {
        if self.is_command(before) {
            if let Some(start) = command_words::statement_start(before) {
                return self.statement_candidates(before, start);
            }
            return command_words::complete(before, &self.graph, self.safe);
        }
        self.language_candidates(before)
    }

    /// The candidates of a statement that begins within a command's line.
    fn statement_candidates(&self, before: &str, start: usize) -> (Vec<Candidate>, usize) {
        let (candidates, more) = self.language_candidates(&before[start..]);
        let on_line = |candidate: Candidate| Candidate { start: candidate.start + start, ..candidate };
        (candidates.into_iter().map(on_line).collect(), more)
    }

    fn language_candidates(&self, before: &str) -> (Vec<Candidate>, usize) {
        match self.vocabulary().map(|vocabulary| typing::complete(before, &vocabulary)) {
            Some(Completion::Words { candidates, more }) => {
                let begun = self.earlier.len();
                let on_line = |candidate: Candidate| Candidate { start: candidate.start - begun, ..candidate };
                (candidates.into_iter().map(on_line).collect(), more)
            }
            Some(Completion::File(_)) if self.safe => (Vec::new(), 0),
            Some(Completion::File(start)) => {
                let start = start.saturating_sub(self.earlier.len());
                files::complete(start, before.get(start..).unwrap_or_default(), files::Order::Names)
            }
            None => (Vec::new(), 0),
        }
    }
}

impl Completer for ShellHelper {
    type Candidate = Pair;

    fn complete(&self, line: &str, position: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let (before, after) = line.split_at_checked(position).unwrap_or((line, ""));
        let (mut candidates, more) = self.candidates(before);
        if let [only] = candidates.as_mut_slice()
            && only.goes_on
            && !after.starts_with(' ')
        {
            only.text.push(' ');
        }
        let start = candidates.iter().map(|candidate| candidate.start).min().unwrap_or(position);
        let mut pairs = pairs(&candidates, more, &before[start..], start, screen::size().unwrap_or(USUAL_SIZE));
        if self.ascii {
            for pair in &mut pairs {
                pair.display = in_ascii(&pair.display);
            }
        }
        Ok((start, pairs))
    }
}

/// The candidates as the editor wants them: all begin at `start`, where `typed` begins; each is shown with its note, in
/// names of one width, on less than the screen's columns. There are no more than fit on the screen with the line that is
/// typed: while an editor turns pages, no other key does anything.
fn pairs(
    candidates: &[Candidate],
    more: usize,
    typed: &str,
    start: usize,
    (width, height): (usize, usize),
) -> Vec<Pair> {
    let widest = candidates.iter().map(|candidate| candidate.text.trim().width()).max().unwrap_or(0);
    let widest = widest.min(WIDEST_NAME).min(width * 3 / 5);
    let mut pairs: Vec<Pair> = candidates
        .iter()
        .map(|candidate| {
            let (name, note) = (candidate.text.trim(), printable(&candidate.note));
            let padding = " ".repeat(widest.saturating_sub(name.width()));
            let display = if note.is_empty() { name.to_owned() } else { format!("{name}{padding}{GAP}{note}") };
            let kept = typed.get(..candidate.start - start).unwrap_or_default();
            Pair {
                display: cut(&display, width.saturating_sub(GAP.len())),
                replacement: format!("{kept}{}", candidate.text),
            }
        })
        .collect();
    let widest = pairs.iter().map(|pair| pair.display.width() + GAP.len()).max().unwrap_or(1);
    let room = (width / widest).max(1) * height.saturating_sub(ROWS_KEPT).max(2);
    let shown = if pairs.len() + usize::from(more > 0) > room { room - 1 } else { pairs.len() };
    let more = more + pairs.len() - shown;
    if pairs.len() > 1 && !candidates.iter().zip(&pairs).all(|(it, pair)| goes_on_from(&pair.replacement, typed, it)) {
        // What they have in common is nothing that was meant: they are listed, and what was typed stays.
        for pair in &mut pairs {
            typed.clone_into(&mut pair.replacement);
        }
    }
    if more > 0 {
        let replacement = rustyline::completion::longest_common_prefix(&pairs).unwrap_or(typed).to_owned();
        pairs.truncate(shown);
        pairs.push(Pair { display: cut(&format!("… {more} more"), width), replacement });
    }
    pairs
}

/// Whether a candidate begins with what was typed, its quote apart.
fn goes_on_from(replacement: &str, typed: &str, candidate: &Candidate) -> bool {
    let plain = |text: &str| text.trim_start_matches([' ', '"', '“']).to_lowercase().replace(['-', '_'], " ");
    let kept = replacement.len() - candidate.text.len();
    plain(&replacement[kept..]).starts_with(&plain(typed.get(kept..).unwrap_or_default()))
}

/// Rows of the screen that candidates leave free: for the line that is typed, wrapped perhaps, and the one before it.
const ROWS_KEPT: usize = 4;

/// A text on at most so many columns.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut cut = String::new();
    for letter in text.chars() {
        if format!("{cut}{letter}…").width() > width {
            break;
        }
        cut.push(letter);
    }
    cut + "…"
}

/// Whether a text, of several lines perhaps, can be shown as it is.
fn is_harmless(text: &str) -> bool {
    text.lines().all(|line| !line.contains(is_unprintable))
}

/// What a line may go on with, in grey.
pub struct GreyHint {
    shown: String,
    completes: String,
}

impl Hint for GreyHint {
    fn display(&self) -> &str {
        &self.shown
    }

    fn completion(&self) -> Option<&str> {
        Some(&self.completes)
    }
}

impl Hinter for ShellHelper {
    type Hint = GreyHint;

    fn hint(&self, line: &str, position: usize, context: &Context<'_>) -> Option<GreyHint> {
        self.line_is_empty.set(line.is_empty());
        if !self.has_colour || position < line.len() || line.is_empty() {
            return None;
        }
        let name = || {
            let vocabulary = self.vocabulary().filter(|_| !self.is_command(line))?;
            typing::rest_of_name(line, &vocabulary)
        };
        let completes = name().filter(|rest| is_harmless(rest)).or_else(|| self.rest_of_entry(line, context))?;
        // Of several lines only the first is shown.
        let shown = match completes.split_once('\n') {
            Some((first, _)) => format!("{first} …"),
            None => completes.clone(),
        };
        Some(GreyHint { shown, completes })
    }
}

impl ShellHelper {
    /// The rest of the last entry that begins so.
    fn rest_of_entry(&self, line: &str, context: &Context<'_>) -> Option<String> {
        let newest = context.history().len().checked_sub(1).filter(|_| self.earlier.is_empty())?;
        let found = context.history().starts_with(line, newest, SearchDirection::Reverse).ok()??;
        found.entry.get(line.len()..).filter(|rest| !rest.trim().is_empty() && is_harmless(rest)).map(str::to_owned)
    }
}

/// Asked only where the terminal has colour.
impl Highlighter for ShellHelper {
    fn highlight<'line>(&self, line: &'line str, position: usize) -> Cow<'line, str> {
        match self.vocabulary().filter(|_| !self.is_command(line)) {
            Some(vocabulary) => {
                let cursor = if self.is_entered.get() { None } else { Some(position) };
                Cow::Owned(typing::coloured(line, cursor, &vocabulary))
            }
            None => Cow::Borrowed(line),
        }
    }

    fn highlight_hint<'hint>(&self, hint: &'hint str) -> Cow<'hint, str> {
        Cow::Owned(format!("\x1b[90m{hint}\x1b[0m"))
    }

    fn highlight_candidate<'text>(&self, candidate: &'text str, _: CompletionType) -> Cow<'text, str> {
        match candidate.find(GAP) {
            Some(at) => Cow::Owned(format!("{}\x1b[90m{}\x1b[0m", &candidate[..at], &candidate[at..])),
            None => Cow::Borrowed(candidate),
        }
    }

    /// A letter may turn the word that it belongs to into a name, and a step of the cursor shows another bracket's partner.
    fn highlight_char(&self, _: &str, _: usize, kind: CmdKind) -> bool {
        self.is_entered.set(kind == CmdKind::ForcedRefresh);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_begin_together_and_fit_the_terminal() {
        let candidates = [Candidate::name(5, "LH", "hormone"), Candidate::word(0, "path ", "")];
        let shown: Vec<(String, String)> = pairs(&candidates, 7, "show L", 0, (10, 24))
            .into_iter()
            .map(|pair| (pair.display, pair.replacement))
            .collect();
        let expected = [("LH    h…", "show L"), ("path", "show L"), ("… 7 more", "show L")];
        assert_eq!(shown, expected.map(|(display, replacement)| (display.to_owned(), replacement.to_owned())));
    }

    #[test]
    fn candidates_are_no_more_than_the_screen_shows() {
        let candidates: Vec<Candidate> =
            (10..40).map(|number| Candidate::name(0, format!("LH {number}"), "")).collect();
        let check = |size: (usize, usize), more: usize, count: usize, last: &str| {
            let shown = pairs(&candidates, more, "L", 0, size);
            assert_eq!((shown.len(), shown.last().map(|pair| pair.display.as_str())), (count, Some(last)), "{size:?}");
        };
        check((10, 100), 0, 30, "LH 39");
        check((10, 24), 0, 20, "… 11 more");
        check((10, 24), 100, 20, "… 111 more");
        check((80, 24), 7, 31, "… 7 more");
        check((10, 1), 0, 2, "… 29 more");
        assert_eq!(pairs(&candidates, 0, "L", 0, (10, 24))[19].replacement, "LH ");
    }

    #[test]
    fn what_does_not_begin_so_takes_the_place_of_nothing() {
        let check = |typed: &str, names: &[&str], expected: &str| {
            let candidates: Vec<Candidate> = names.iter().map(|name| Candidate::name(0, *name, "")).collect();
            let pairs = pairs(&candidates, 0, typed, 0, (80, 24));
            let common = rustyline::completion::longest_common_prefix(&pairs).unwrap_or_default();
            assert_eq!(common, expected, "{typed}");
        };
        check("hGC", &["hypophysis", "hypothalamus"], "hGC");
        check("hGC", &["hCG"], "hCG");
        check("hyp", &["hypophysis", "hypothalamus"], "hypo");
        check("HYP", &["hypophysis", "hypothalamus"], "hypo");
        check("all", &["\"all trans\"", "\"all cis\""], "\"all ");
        check("leydig-c", &["Leydig cells", "Leydig cell count"], "Leydig cell");
        check("", &["hypophysis", "hypothalamus"], "hypo");
    }

    #[cfg(unix)]
    #[test]
    fn what_would_act_on_the_terminal_is_not_offered() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["answers.txt", "answers\u{1b}[31m.txt", "answers\u{202e}txt"] {
            std::fs::write(folder.path().join(name), "").expect("a file");
        }
        let (candidates, _) = ShellHelper::default().candidates(&format!(".read {}/ans", folder.path().display()));
        let texts: Vec<String> = candidates.into_iter().map(|candidate| candidate.text).collect();
        assert_eq!(texts, [folder.path().join("answers.txt").display().to_string()]);
        let noted = [Candidate::name(0, "LH", "→ \u{1b}c, hormone")];
        assert_eq!(pairs(&noted, 0, "", 0, (80, 24))[0].display, "LH  → \\u{1b}c, hormone");
        assert!(is_harmless("a\n  b") && !is_harmless("a\u{1b}[2J"));
    }
}
