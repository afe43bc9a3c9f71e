//! What may come next: commands, keywords, verbs, kinds, names. Knows the text and the graph, no terminal.

use std::fmt;

use endograph::answer::Format;
use endograph::graph::{EFFECT_VERBS, Graph, Named, VerbForm};

use super::commands::{self, Argument};
use super::place::Place;
use super::{reachable, settings, topics};

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

impl Candidate {
    fn new(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self { text: text.into(), note: note.into() }
    }
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
    let word_start = word_starts(before).last().copied().unwrap_or(0);
    let word = &before[word_start..];
    if let Some(name) = word.strip_prefix('$') {
        let bound = vocabulary.bound.iter().filter(|bound| starts_with(bound, name));
        let candidates = bound.map(|bound| Candidate::new(format!("${bound}"), "result")).collect();
        return Completion::Words { start: word_start, candidates };
    }
    let place = Place::of(&before[..word_start]);
    let (start, mut candidates) = names(before, &place, vocabulary).unwrap_or((word_start, Vec::new()));
    if start == word_start {
        candidates.splice(0..0, cased(effect_verbs(&place), word, "verb"));
        candidates.extend(cased(place.keywords(), word, ""));
    }
    candidates.truncate(MOST);
    Completion::Words { start, candidates }
}

/// The rest of the first name that begins with what was typed.
pub fn rest_of_name(before: &str, vocabulary: &Vocabulary) -> Option<String> {
    if before.starts_with('.') || before.ends_with(char::is_whitespace) {
        return None;
    }
    let word_start = word_starts(before).last().copied().unwrap_or(0);
    let (start, names) = names(before, &Place::of(&before[..word_start]), vocabulary)?;
    let typed = &before[start..];
    let name = &names.first()?.text;
    if typed.chars().count() < 2 || !starts_with(name, typed) {
        return None;
    }
    name.get(typed.len()..).filter(|rest| !rest.is_empty()).map(str::to_owned)
}

fn complete_command(typed: &str) -> Completion {
    let words = |start, candidates| Completion::Words { start, candidates };
    let Some((name, argument)) = typed.split_once(char::is_whitespace) else {
        let matching = commands::ALL.iter().filter(|command| command.name.starts_with(typed));
        return words(0, matching.map(|command| Candidate::new(format!(".{}", command.name), "")).collect());
    };
    let start = 1 + typed.len() - argument.len();
    let among = |values: &mut dyn Iterator<Item = &'static str>| {
        let matching = values.filter(|value| starts_with(value, argument));
        words(start, matching.map(|value| Candidate::new(value, "")).collect())
    };
    match commands::find(name).map(|command| command.argument) {
        Ok(Argument::Switch) => among(&mut ["on", "off"].into_iter()),
        Ok(Argument::Mode) => among(&mut Format::ALL.into_iter().map(Format::as_str)),
        Ok(Argument::Topic) => among(&mut topics::all().map(|topic| topic.name)),
        Ok(Argument::Setting) => {
            let (skipped, matching) = settings::complete(argument);
            let candidates = matching.into_iter().map(|(text, note)| Candidate::new(text, note));
            words(start + skipped, candidates.collect())
        }
        Ok(Argument::File | Argument::FileOrOff | Argument::Graph) => Completion::Files,
        Ok(Argument::NumberOrOff) => among(&mut ["off"].into_iter()),
        Ok(Argument::Step) => among(&mut ["next", "off"].into_iter()),
        Ok(Argument::None | Argument::Statement) | Err(_) => words(start, Vec::new()),
    }
}

/// The names that continue the longest run of words before the cursor which begins any name.
fn names(before: &str, place: &Place, vocabulary: &Vocabulary) -> Option<(usize, Vec<Candidate>)> {
    let starts = word_starts(before);
    if let (Place::After(origin), Some(&start)) = (place, starts.last()) {
        let near: Vec<Candidate> = reachable::names(vocabulary.graph, origin, MOST)
            .into_iter()
            .filter(|id| starts_with(&vocabulary.graph.entity(*id).name, &before[start..]))
            .map(|id| named(vocabulary.graph, &vocabulary.graph.entity(id).name, Named::Entity(id)))
            .collect();
        if !near.is_empty() {
            return Some((start, near));
        }
    }
    let nearest = starts.len().saturating_sub(NAME_WORDS);
    for &start in &starts[nearest..] {
        let typed = &before[start..];
        if typed.trim().is_empty() && !place.lists_all() {
            return None;
        }
        let names = place
            .namespaces()
            .iter()
            .flat_map(|&namespace| vocabulary.graph.complete(typed.trim_start(), namespace, usize::MAX))
            .filter(|name| fits(name.named, place))
            .take(MOST);
        let candidates: Vec<Candidate> = names.map(|name| named(vocabulary.graph, &name.text, name.named)).collect();
        // A whole name and a space after it: what goes on after it is wanted.
        if typed.ends_with(char::is_whitespace) && candidates.iter().any(|name| is_same(&name.text, typed)) {
            return None;
        }
        if !candidates.is_empty() {
            return Some((start, candidates));
        }
    }
    None
}

/// Whether a name was typed in full.
fn is_same(name: &str, typed: &str) -> bool {
    name.split_whitespace().map(str::to_lowercase).eq(typed.split_whitespace().map(str::to_lowercase))
}

fn named(graph: &Graph, name: &str, meaning: Named) -> Candidate {
    let note = match meaning {
        Named::Entity(id) => graph.schema.kind(graph.entity(id).kind()).id.as_str(),
        Named::Variant(_) => "variant",
        Named::Kind(_) => "kind",
        Named::Verb(..) => "verb",
    };
    Candidate::new(name, note)
}

/// Whether a verb has the form that belongs here; other meanings fit anywhere.
fn fits(meaning: Named, place: &Place) -> bool {
    match meaning {
        Named::Verb(_, form) => Some(form) == place.verb_form(),
        Named::Entity(_) | Named::Variant(_) | Named::Kind(_) => true,
    }
}

/// The effect verbs in the form that belongs here.
fn effect_verbs(place: &Place) -> impl Iterator<Item = &'static str> {
    let form = place.verb_form();
    EFFECT_VERBS.iter().filter_map(move |verb| match form? {
        VerbForm::Base => Some(verb.base),
        VerbForm::Third => Some(verb.third),
        VerbForm::Passive => Some(verb.passive),
        VerbForm::Inverse | VerbForm::Id => None,
    })
}

/// The words of the language that begin so, in the case that the user is typing.
fn cased(words: impl IntoIterator<Item = &'static str>, typed: &str, note: &str) -> Vec<Candidate> {
    let shout = typed.chars().any(char::is_alphabetic) && !typed.chars().any(char::is_lowercase);
    let cased = |word: &str| if shout { word.to_uppercase() } else { word.to_owned() };
    let words = words.into_iter().filter(|word| starts_with(word, typed));
    words.map(|word| Candidate::new(cased(word), note)).collect()
}

fn starts_with(word: &str, typed: &str) -> bool {
    word.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed))
}

/// Where each word begins, the one under the cursor last (empty after a space).
fn word_starts(before: &str) -> Vec<usize> {
    let breaks = |letter: char| letter.is_whitespace() || ",;:{}()=>?".contains(letter);
    let mut starts = vec![0];
    starts
        .extend(before.char_indices().filter(|(_, letter)| breaks(*letter)).map(|(at, letter)| at + letter.len_utf8()));
    let last = starts.last().copied();
    starts.retain(|&start| Some(start) == last || !before[start..].starts_with(breaks));
    starts
}

#[cfg(test)]
mod tests {
    use endograph::session::Session;

    use super::*;

    /// The candidates, in order, of which those named must be some.
    #[track_caller]
    fn check(before: &str, some: &[&str], none: &[&str]) {
        let session = Session::embedded().expect("the embedded graph is sound");
        let Completion::Words { candidates, .. } =
            complete(before, &Vocabulary { graph: session.graph(), bound: &["boosters".to_owned()] })
        else {
            panic!("{before} wants files")
        };
        let texts: Vec<&str> = candidates.iter().map(|candidate| candidate.text.as_str()).collect();
        assert!(some.iter().all(|text| texts.contains(text)), "{before}: {texts:?}");
        assert!(!none.iter().any(|text| texts.contains(text)), "{before}: {texts:?}");
    }

    #[test]
    fn what_comes_next() {
        check("", &["?", "path", "explain"], &["what"]);
        check("? w", &["what", "which", "why", "will"], &["walk"]);
        check("? what sup", &["suppresses", "supports"], &["support", "suppress", "suppressed by"]);
        check("? WHAT D", &["DECREASES", "DOES"], &[]);
        check("? which drugs sup", &["suppress", "support"], &["suppresses", "supports"]);
        check("? does hCG stim", &["stimulate"], &["stimulates"]);
        check("? what is bl", &["blocked by"], &["blocks", "block"]);
        check("? does hCG raise LH giv", &["given"], &[]);
        check("path hCG -> LH through bl", &["blocks"], &["block", "blocked by"]);
        check("path hCG -> LH v", &["via"], &[]);
        check("path hCG -> LH rai", &[], &["raise"]);
        check("path sho", &["shortest"], &["show"]);
        check("simulate hCG ", &["up", "blocked", "set down", "versus", "holding", "show"], &["via", "where"]);
        check("simulate exogenous testosterone ", &["up"], &["testosterone", "via"]);
        check("simulate circulating ", &["circulating testosterone"], &["up"]);
        check("simulate hCG up, clomi", &["clomiphene"], &["compare"]);
        check("loops ", &["through", "negative", "max"], &["holding", "up"]);
        check("compare clomiphene, hCG o", &["on"], &["or"]);
        check("$b", &["$boosters"], &[]);
        check(".rea", &[".read"], &[]);
    }
}
