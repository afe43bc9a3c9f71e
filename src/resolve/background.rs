//! Questions about somebody who is given something already: `does hCG raise spermatogenesis on TRT`. A question has no words
//! for that; the second scenario of `simulate` does.

use crate::diagnostic::{Diagnostic, Span};
use crate::syntax::{Phrase, parse_statement};

use super::phrase::{FILLERS, plain_words, span_of};
use super::{Scope, Side, lexicon, resolve};

/// What stands before the name of what is given.
const PREPOSITIONS: &[&str] = &["on", "during", "under", "taking", "receiving", "using"];

/// What may stand before that: `while on TRT`, `in men who are on TRT`.
const LEADS: &[&str] = &[
    "while", "when", "if", "in", "for", "of", "a", "the", "men", "man", "males", "patients", "patient", "people",
    "person", "someone", "somebody", "those", "who", "that", "is", "are", "already", "being", "still",
];

/// A phrase with words at its end for what somebody is given already.
pub(super) struct Background {
    /// Those words.
    pub span: Span,
    /// How it is called: `TRT`.
    pub given: String,
    /// The scenario that asks the same, where the rest of the phrase says who acts on what.
    pub scenario: Option<String>,
}

impl Background {
    /// The error that says how to ask.
    pub fn explain(self, diagnostic: Diagnostic) -> Diagnostic {
        let given = &self.given;
        let help = format!(
            "what something does in those who are given {given} is asked as a difference: \
             `simulate {given} up, … up versus {given} up`"
        );
        let diagnostic = Diagnostic {
            message: format!("a question cannot be asked of those who are given {given}"),
            span: Some(self.span),
            suggestions: Vec::new(),
            help: Vec::new(),
            mended: self.scenario,
            ..diagnostic
        };
        let diagnostic = diagnostic.label("no part of a question");
        if diagnostic.mended.is_some() { diagnostic } else { diagnostic.help(help) }
    }
}

impl Scope<'_> {
    /// The words at the end of a question's phrase that say what somebody is given already, where there are such.
    pub(super) fn asked_on_a_background(&self, phrase: &Phrase) -> Option<Background> {
        let words = plain_words(phrase, 0);
        if words.len() != phrase.items.len() || !self.statement.starts_with('?') {
            return None;
        }
        let is_one_of = |word: &str, some: &[&str]| some.iter().any(|one| one.eq_ignore_ascii_case(word));
        let preposition = words.iter().rposition(|word| is_one_of(word, PREPOSITIONS))?;
        let (before, given) = (words.get(..preposition)?, words.get(preposition + 1..)?);
        let given = given.get(given.iter().take_while(|word| is_one_of(word, &FILLERS)).count()..)?;
        let given = self.whole_name(given)?;
        let asked = before.iter().rposition(|word| !is_one_of(word, LEADS))? + 1;
        let scenario = before.get(..asked).and_then(|claim| self.scenario_on(claim, &given));
        Some(Background { span: span_of(phrase, asked, words.len()), given, scenario })
    }

    /// `simulate TRT up, hCG up versus TRT up show spermatogenesis` of `hCG raise spermatogenesis`.
    fn scenario_on(&self, claim: &[&str], given: &str) -> Option<String> {
        let (subject, object) = self.subject_and_object(claim)?;
        let text = format!("simulate {given} up, {subject} up versus {given} up show {object}");
        let statement = parse_statement(&text).ok()?;
        resolve(&statement, self.graph, self.bindings).is_ok().then(|| statement.to_string())
    }

    /// The names on both sides of a verb, the one that acts first.
    fn subject_and_object(&self, claim: &[&str]) -> Option<(String, String)> {
        (1..claim.len()).find_map(|at| {
            let (first, rest) = claim.split_at(at);
            let first = self.whole_name(first)?;
            let active = lexicon::active_verbs_at(self.graph, rest);
            let verbs = active.into_iter().chain(lexicon::verbs_after_is_at(self.graph, rest));
            verbs.into_iter().find_map(|(length, verb)| {
                let second = self.whole_name(rest.get(length..)?)?;
                Some(match verb.before {
                    Side::Subject => (first.clone(), second),
                    Side::Object => (second, first.clone()),
                })
            })
        })
    }
}
