//! Questions about somebody who is given something already: `does hCG raise spermatogenesis on TRT`. A question has no words
//! for that; the second scenario of `simulate` does.

use crate::diagnostic::{Diagnostic, Span};
use crate::graph::{Group, Link, Named, Namespace};
use crate::syntax::Phrase;

use super::phrase::{FILLERS, plain_words, span_of};
use super::{Scope, Side, lexicon};

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
    /// The question without those words, where it reads.
    pub without: Option<String>,
    /// The scenario that asks it of one drug, where the question is which ones.
    pub example: Option<String>,
}

impl Background {
    /// The error that says how to ask.
    pub fn explain(self, diagnostic: Diagnostic) -> Diagnostic {
        let given = &self.given;
        let scenario = match &self.example {
            Some(example) => format!("`{example}`"),
            None => format!("`simulate {given} up, … up versus {given} up`"),
        };
        let help = format!("what something does in those who are given {given} is asked as a difference: {scenario}");
        let diagnostic = Diagnostic {
            message: format!("a question cannot be asked of those who are given {given}"),
            span: Some(self.span),
            suggestions: Vec::new(),
            help: Vec::new(),
            mended: self.scenario,
            ..diagnostic
        };
        let diagnostic = diagnostic.label("no part of a question");
        if diagnostic.mended.is_some() {
            return diagnostic;
        }
        let diagnostic = diagnostic.help(help);
        match self.without {
            Some(without) => diagnostic.help(format!("`{without}` asks it of anybody, and tells of whom it is stated")),
            None => diagnostic,
        }
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
        let span = span_of(phrase, asked, words.len());
        let without = self.reads(&self.statement.replacen(&format!(" {}", words.get(asked..)?.join(" ")), "", 1));
        let example = before.get(..asked).filter(|_| scenario.is_none()).and_then(|which| self.example(which, &given));
        Some(Background { span, given, scenario, without: without.filter(|text| *text != self.statement), example })
    }

    /// `simulate TRT up, hCG up versus TRT up show fertility` of `drugs preserve fertility`: a drug of which a source says
    /// so of those who are given that, or else any that acts on it.
    fn example(&self, which: &[&str], given: &str) -> Option<String> {
        let object = (0..which.len()).find_map(|at| {
            let verbs = lexicon::active_verbs_at(self.graph, &which[at..]);
            verbs.into_iter().find_map(|(length, _)| self.whole_name(which.get(at + length..)?))
        })?;
        let entities = |name: &str| self.graph.names().lookup(Namespace::Names, name);
        let [Named::Entity(entity)] = entities(&object)[..] else { return None };
        let is_given =
            |background: &str| background.strip_prefix("on ").is_some_and(|state| entities(state) == entities(given));
        let links = self.graph.adjacency.incoming(entity).into_iter().filter(|link| {
            let kind = self.graph.schema.kind(self.graph.entity(link.entity).kind());
            kind.group == Group::Drug && !entities(given).contains(&Named::Entity(link.entity))
        });
        let stated = |link: &Link| self.graph.edge(link.edge).background().is_some_and(is_given);
        let agent = links.clone().find(stated).or_else(|| links.clone().next())?;
        let agent = &self.graph.entity(agent.entity).name;
        self.reads(&format!("simulate {given} up, {agent} up versus {given} up show {object}"))
    }

    /// `simulate TRT up, hCG up versus TRT up show spermatogenesis` of `hCG raise spermatogenesis`.
    fn scenario_on(&self, claim: &[&str], given: &str) -> Option<String> {
        let (subject, object) = self.subject_and_object(claim)?;
        let text = format!("simulate {given} up, {subject} up versus {given} up show {object}");
        self.reads(&text)
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
