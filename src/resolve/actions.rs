//! What is wrong with a member of a scenario: no action, another word for one, a comma that is missing.

use crate::diagnostic::{Code, Diagnostic, Span, suggest};
use crate::syntax::{self, Action, Phrase, parse_statement};

use super::phrase::{Slot, after, span_of, word};
use super::{Scope, Target};

/// Words that say, behind a name or before it, what an action says.
const OTHER_WORDS: &[(&[&str], Action)] = &[
    (
        &[
            "increased",
            "increase",
            "increasing",
            "raised",
            "raise",
            "raising",
            "elevated",
            "high",
            "higher",
            "given",
            "added",
            "add",
            "adding",
            "giving",
            "administered",
            "started",
            "start",
            "starting",
            "taking",
            "applied",
            "plus",
            "rises",
            "rising",
        ],
        Action::Up,
    ),
    (
        &[
            "decreased",
            "decrease",
            "decreasing",
            "lowered",
            "lower",
            "lowering",
            "low",
            "reduced",
            "reduce",
            "reducing",
            "suppressed",
            "suppress",
            "suppressing",
            "falls",
            "falling",
        ],
        Action::Down,
    ),
    (&["block", "blocking", "inhibited", "inhibit", "inhibiting", "antagonised", "antagonized"], Action::Blocked),
    (&["remove", "removing", "withdrawn", "ablated", "absent", "deleted", "gone", "without", "ended"], Action::Removed),
];

/// Words before `up` and `down` that say what `set` says.
const FIXED: [&str; 6] = ["fixed", "forced", "clamped", "kept", "held", "fix"];

/// What may be written for `versus`.
const FOR_VERSUS: [&str; 5] = ["compared with", "compared to", "relative to", "against", "instead of"];

/// What may follow a scenario.
const OPENINGS: [&str; 6] = ["holding", "show", "versus", "given", "max", "limit"];

impl Scope<'_> {
    /// The error for an entity to which nothing is done.
    pub(super) fn action_missing(phrase: &Phrase, target: &Target) -> Diagnostic {
        let end = Span::new(phrase.span.end, phrase.span.end);
        Diagnostic::at(Code::Incomplete, end, format!("what is done to `{}` is missing", target.text))
            .label(format!("expected {}", actions()))
    }

    /// The error for a member whose name is unknown: often a word of it is meant as an action.
    pub(super) fn mistaken_action(&self, written: &syntax::Intervention, unknown: Diagnostic) -> Diagnostic {
        self.fixed(written)
            .or_else(|| self.other_word_for_versus(written))
            .or_else(|| self.misspelt_opening(written))
            .or_else(|| self.comma_missing(&written.phrase))
            .or_else(|| self.other_word_behind(written))
            .or_else(|| self.other_word_before(written))
            .unwrap_or(unknown)
    }

    /// `LH fixed up`
    fn fixed(&self, written: &syntax::Intervention) -> Option<Diagnostic> {
        let last = written.phrase.items.len().checked_sub(1)?;
        let fixed = word(&written.phrase, last).filter(|text| is_one_of(text, &FIXED))?;
        let action = written.action.filter(|action| matches!(action, Action::Up | Action::Down))?;
        let name = self.name_of(&before(&written.phrase, last)?)?;
        let span = Span::new(span_of(&written.phrase, last, last + 1).start, written.span.end);
        let diagnostic =
            Diagnostic::at(Code::Syntax, span, format!("`{fixed} {}` is nothing that can be done", action.as_str()))
                .label(format!("write `set {}`", action.as_str()));
        Some(self.mended(diagnostic, &written.to_string(), &format!("{name} set {}", action.as_str())))
    }

    /// `hCG up FSH up`
    fn comma_missing(&self, phrase: &Phrase) -> Option<Diagnostic> {
        let at = (1..phrase.items.len().checked_sub(1)?)
            .find(|&at| is_action(phrase, at) && self.name_of(&without_set(phrase, at)).is_some())?;
        let (first, second) = (before(phrase, at + 1)?, after(phrase, at + 1)?);
        let diagnostic = Diagnostic::at(Code::Syntax, span_of(phrase, at + 1, at + 2), "`,` is missing before this")
            .label("a second action begins here");
        let mended = self.mended(diagnostic, &phrase.to_string(), &format!("{first}, {second}"));
        mended.mended.is_some().then_some(mended)
    }

    /// `hCG increased`
    fn other_word_behind(&self, written: &syntax::Intervention) -> Option<Diagnostic> {
        let phrase = &written.phrase;
        let last = phrase.items.len().checked_sub(1)?;
        let text = word(phrase, last).filter(|_| written.action.is_none())?;
        let name = self.name_of(&before(phrase, last)?)?;
        let span = span_of(phrase, last, last + 1);
        let diagnostic = Diagnostic::at(Code::Syntax, span, format!("`{text}` is nothing that can be done"));
        let meant = action_called(text).map(Action::as_str).map(str::to_owned).or_else(|| {
            let near = suggest(text, Action::ALL.map(Action::as_str));
            <[String; 1]>::try_from(near).ok().map(|[only]| only)
        });
        Some(match meant {
            Some(action) => self.mended(
                diagnostic.label(format!("write `{action}`")),
                &phrase.to_string(),
                &format!("{name} {action}"),
            ),
            None => diagnostic.label(format!("expected {}", actions())),
        })
    }

    /// `blocking the androgen receptor`
    fn other_word_before(&self, written: &syntax::Intervention) -> Option<Diagnostic> {
        let phrase = &written.phrase;
        let text = word(phrase, 0).filter(|_| written.action.is_none())?;
        let action = action_called(text)?;
        let name = self.name_of(&after(phrase, 1)?)?;
        let diagnostic = Diagnostic::at(Code::Syntax, span_of(phrase, 0, 1), "what is done stands behind the name")
            .label(format!("write `{name} {}`", action.as_str()));
        Some(self.mended(diagnostic, &phrase.to_string(), &format!("{name} {}", action.as_str())))
    }

    /// `hCG up compared with FSH up`
    fn other_word_for_versus(&self, written: &syntax::Intervention) -> Option<Diagnostic> {
        let text = written.phrase.to_string().to_lowercase();
        let other = FOR_VERSUS.iter().find(|other| text.contains(&format!(" {other} ")))?;
        let words: Vec<&str> = other.split(' ').collect();
        let at = (1..written.phrase.items.len()).find(|&at| {
            words.iter().enumerate().all(|(index, expected)| {
                word(&written.phrase, at + index).is_some_and(|text| text.eq_ignore_ascii_case(expected))
            })
        })?;
        let diagnostic = Diagnostic::at(
            Code::Syntax,
            span_of(&written.phrase, at, at + words.len()),
            format!("`{other}` joins no scenarios"),
        )
        .label("write `versus`");
        let mended = self.mended(diagnostic, &format!(" {other} "), " versus ");
        mended.mended.is_some().then_some(mended)
    }

    /// `hCG up hodling LH`
    fn misspelt_opening(&self, written: &syntax::Intervention) -> Option<Diagnostic> {
        let phrase = &written.phrase;
        (1..phrase.items.len()).find_map(|at| {
            let text = word(phrase, at)?;
            let known = suggest(text, OPENINGS);
            let [only] = known.as_slice() else { return None };
            let span = span_of(phrase, at, at + 1);
            let diagnostic = Diagnostic::at(Code::Syntax, span, format!("`{text}` opens no clause"))
                .label("expected a clause")
                .suggest([only.clone()]);
            let mended = self.mended(diagnostic, &format!(" {text} "), &format!(" {only} "));
            mended.mended.is_some().then_some(mended)
        })
    }

    /// The phrase as written, if it is a name.
    fn name_of(&self, phrase: &Phrase) -> Option<String> {
        self.target(phrase, Slot::NameOrKind).ok().map(|_| phrase.to_string())
    }

    /// The error with the statement in which one part is replaced, where that part stands once and the whole then reads.
    fn mended(&self, diagnostic: Diagnostic, wrong: &str, right: &str) -> Diagnostic {
        if self.statement.matches(wrong).count() != 1 {
            return diagnostic;
        }
        let mended = parse_statement(&self.statement.replacen(wrong, right, 1))
            .ok()
            .filter(|statement| super::resolve(statement, self.graph, self.bindings).is_ok());
        match mended {
            Some(statement) => diagnostic.mended(statement.to_string()),
            None => diagnostic,
        }
    }
}

/// "`up`, `down`, …"
fn actions() -> String {
    Action::ALL.map(|action| format!("`{}`", action.as_str())).join(", ")
}

fn action_called(text: &str) -> Option<Action> {
    OTHER_WORDS.iter().find(|(words, _)| is_one_of(text, words)).map(|(_, action)| *action)
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn is_action(phrase: &Phrase, at: usize) -> bool {
    word(phrase, at).is_some_and(|text| Action::ALL.iter().any(|action| text.eq_ignore_ascii_case(action.as_str())))
}

/// The items before an action, without the `set` of `set up`.
fn without_set(phrase: &Phrase, action: usize) -> Phrase {
    let set = action > 1 && word(phrase, action - 1).is_some_and(|text| text.eq_ignore_ascii_case("set"));
    before(phrase, action - usize::from(set)).unwrap_or_else(|| phrase.clone())
}

/// The items before one of them.
fn before(phrase: &Phrase, item: usize) -> Option<Phrase> {
    let items = phrase.items.get(..item).filter(|items| !items.is_empty())?.to_vec();
    Some(Phrase { items, span: span_of(phrase, 0, item) })
}
