//! What may come next: commands, keywords, verbs, kinds, names. Knows the text and the graph, no terminal.

use std::fmt;

use endograph::graph::Graph;

use super::commands::{self, Argument};
use super::topics;
use crate::pending::{CLAUSE_KEYWORDS, Format, STATEMENT_KEYWORDS, complete_names};

/// Candidates offered at once; a longer list helps nobody.
const MOST: usize = 50;

/// The most words of a name that are looked back for.
const NAME_WORDS: usize = 6;

/// What words there are.
pub struct Vocabulary<'session> {
    /// Entities, kinds, verbs.
    pub graph: &'session Graph,
    /// Results bound with `let`.
    pub bound: &'session [String],
}

/// One word or name that may come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is inserted.
    pub text: String,
    /// One word on what it is: `hormone`, `verb`.
    pub note: String,
}

impl fmt::Display for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        if self.note.is_empty() { Ok(()) } else { write!(f, "  ({})", self.note) }
    }
}

/// What completes a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Completion {
    /// Words that take the place of the line from `start` on.
    Words {
        /// A byte of the line.
        start: usize,
        /// In the order shown.
        candidates: Vec<Candidate>,
    },
    /// File names.
    Files,
}

/// Completes the text before the cursor.
pub fn complete(before: &str, vocabulary: &Vocabulary) -> Completion {
    if let Some(command) = before.strip_prefix('.') {
        return complete_command(command);
    }
    let word_start = word_start(before);
    let word = &before[word_start..];
    let mut candidates = Vec::new();
    let mut start = word_start;
    if let Some(name) = word.strip_prefix('$') {
        let matching = vocabulary.bound.iter().filter(|bound| starts_with(bound, name));
        candidates.extend(matching.map(|bound| candidate(&format!("${bound}"), "result")));
    } else if is_statement_start(before, word_start) {
        candidates.extend(keywords(STATEMENT_KEYWORDS, word));
    } else if let Some((name_start, names)) = longest_name(before, vocabulary) {
        start = name_start;
        candidates = names;
        if start == word_start {
            candidates.extend(keywords(CLAUSE_KEYWORDS, word));
        }
    } else {
        candidates.extend(keywords(CLAUSE_KEYWORDS, word));
    }
    candidates.truncate(MOST);
    Completion::Words { start, candidates }
}

/// The rest of the only name that begins with what was typed.
pub fn rest_of_name(before: &str, vocabulary: &Vocabulary) -> Option<String> {
    if before.starts_with('.') || before.ends_with(char::is_whitespace) {
        return None;
    }
    let (start, names) = longest_name(before, vocabulary)?;
    let typed = &before[start..];
    let name = &names.first()?.text;
    let rest = name.get(typed.len()..)?;
    (typed.chars().count() >= 2 && name.is_char_boundary(typed.len()) && starts_with(name, typed) && !rest.is_empty())
        .then(|| rest.to_owned())
}

fn complete_command(typed: &str) -> Completion {
    let words = |start, candidates| Completion::Words { start, candidates };
    let Some((name, argument)) = typed.split_once(char::is_whitespace) else {
        let matching = commands::ALL.iter().filter(|command| command.name.starts_with(typed));
        return words(0, matching.map(|command| candidate(&format!(".{}", command.name), "")).collect());
    };
    let start = 1 + typed.len() - argument.len();
    let among = |values: &mut dyn Iterator<Item = &'static str>| {
        words(start, values.filter(|value| starts_with(value, argument)).map(|value| candidate(value, "")).collect())
    };
    match commands::find(name).map(|command| command.argument) {
        Ok(Argument::Switch) => among(&mut ["on", "off"].into_iter()),
        Ok(Argument::Mode) => among(&mut Format::ALL.iter().map(|format| format.as_str())),
        Ok(Argument::Topic) => among(&mut topics::ALL.iter().map(|topic| topic.name)),
        Ok(Argument::File | Argument::FileOrOff | Argument::Graph) => Completion::Files,
        Ok(Argument::None) | Err(_) => words(start, Vec::new()),
    }
}

fn is_statement_start(before: &str, word_start: usize) -> bool {
    let earlier = before[..word_start].trim_end();
    earlier.is_empty() || earlier.ends_with([';', '?']) || earlier.ends_with('\n') || earlier.ends_with(':')
}

/// The names that continue the longest run of words before the cursor which begins any name.
fn longest_name(before: &str, vocabulary: &Vocabulary) -> Option<(usize, Vec<Candidate>)> {
    let starts = word_starts(before);
    let nearest = starts.len().saturating_sub(NAME_WORDS);
    starts[nearest..].iter().find_map(|start| {
        let typed = &before[*start..];
        if typed.trim().is_empty() {
            return None;
        }
        let names: Vec<Candidate> = complete_names(vocabulary.graph, typed, MOST)
            .into_iter()
            .map(|(name, note)| Candidate { text: name, note })
            .collect();
        (!names.is_empty()).then_some((*start, names))
    })
}

fn keywords<'word>(words: &'static [&'static str], typed: &'word str) -> impl Iterator<Item = Candidate> + 'word {
    let shout = !typed.is_empty() && typed.chars().all(|letter| letter.is_uppercase());
    words.iter().filter(move |word| starts_with(word, typed)).map(move |word| {
        let text = if shout { word.to_uppercase() } else { (*word).to_owned() };
        Candidate { text, note: String::new() }
    })
}

fn candidate(text: &str, note: &str) -> Candidate {
    Candidate { text: text.to_owned(), note: note.to_owned() }
}

fn starts_with(word: &str, typed: &str) -> bool {
    word.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed))
}

/// Where the word under the cursor begins.
fn word_start(before: &str) -> usize {
    word_starts(before).last().copied().unwrap_or(before.len())
}

/// Where each word begins, the one under the cursor last (empty after a space).
fn word_starts(before: &str) -> Vec<usize> {
    let breaks =
        |letter: char| letter.is_whitespace() || matches!(letter, ',' | '{' | '}' | '(' | ')' | '=' | '>' | ';');
    let mut starts = vec![0];
    starts
        .extend(before.char_indices().filter(|(_, letter)| breaks(*letter)).map(|(at, letter)| at + letter.len_utf8()));
    starts.dedup();
    let last = starts.last().copied();
    starts.retain(|start| Some(*start) == last || !before[*start..].starts_with(breaks));
    starts
}
