//! Phrases that ask, in other words, for what another statement answers.

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::syntax::{Phrase, Role, keywords, parse_statement};

use super::phrase::{plain_words, span_of, word};
use super::{Scope, lexicon};

/// Nouns that the language has a statement for, and that statement before and after the name.
const NOUNS: &[(&[&str], &str, &str)] = &[
    (&["dose", "doses", "dosage", "dosages", "figure", "figures"], "figures for ", ""),
    (
        &["effect", "effects", "action", "actions", "role", "roles", "function", "functions", "mechanism"],
        "? what does ",
        " do",
    ),
    (&["definition", "meaning", "synonym", "synonyms"], "show ", ""),
    (&["source", "sources", "evidence"], "evidence ", ""),
];

impl Scope<'_> {
    /// The statement that answers `the dose of hCG`, `the effects of hCG on LH`.
    pub(super) fn asked_elsewhere(&self, phrase: &Phrase) -> Option<String> {
        let words = plain_words(phrase, 0);
        let is = |word: &&str, other: &str| word.eq_ignore_ascii_case(other);
        let (noun, statement) = words.iter().enumerate().find_map(|(at, word)| {
            let (_, start, end) = NOUNS.iter().find(|(nouns, ..)| nouns.iter().any(|noun| is(word, noun)))?;
            Some((at, move |name: &str| format!("{start}{name}{end}")))
        })?;
        let (before, after) = words.split_at(noun);
        let Some(of) = after.iter().position(|word| is(word, "of") || is(word, "for")) else {
            let article = before.iter().take_while(|word| is(word, "the")).count();
            let last = after.len() == 1; // `the hCG dose`, not `does hCG effect LH`
            return self.whole_name(before.get(article..)?).filter(|_| last).map(|name| statement(&name));
        };
        let named = after.get(of + 1..)?;
        let named = named.get(named.iter().take_while(|word| is(word, "the")).count()..)?;
        let (length, _) = lexicon::names_at(self.graph, named).into_iter().max_by_key(|(length, _)| *length)?;
        let (name, rest) = named.split_at(length);
        let name = name.join(" ");
        match rest.split_first() {
            Some((on, object)) if is(on, "on") => {
                self.whole_name(object).map(|object| format!("? how does {name} affect {object}"))
            }
            _ => Some(statement(&name)),
        }
    }

    /// The words, if all of them are one name.
    pub(super) fn whole_name(&self, words: &[&str]) -> Option<String> {
        let is_name = lexicon::names_at(self.graph, words).iter().any(|(length, _)| *length == words.len());
        (is_name && !words.is_empty()).then(|| words.join(" "))
    }

    /// The error for `hCG -> LH avoidng FSH`, where the words fit up to the misspelt one and the clause would read.
    pub(super) fn misspelt_clause(&self, phrase: &Phrase, item: usize) -> Option<Diagnostic> {
        let written = word(phrase, item).filter(|_| item > 0)?;
        let mended = |clause: &String| {
            let text = self.statement.replacen(&format!(" {written} "), &format!(" {clause} "), 1);
            parse_statement(&text).ok().filter(|_| text != self.statement).map(|statement| statement.to_string())
        };
        let known = suggest(written, keywords(Role::Clause));
        let mut reads = known.iter().filter_map(|clause| Some((clause, mended(clause)?)));
        let (clause, statement) = reads.next().filter(|_| reads.next().is_none())?;
        let diagnostic =
            Diagnostic::at(Code::Syntax, span_of(phrase, item, item + 1), format!("`{written}` opens no clause"))
                .label("expected a clause")
                .suggest([clause.clone()])
                .mended(statement);
        Some(diagnostic)
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::{Bindings, resolve};
    use crate::syntax::parse_statement;

    /// The code of the error, and the statement offered.
    fn check(input: &str, code: &str, mended: &str) {
        let graph = crate::formats::embedded().expect("the embedded graph is sound");
        let statement = parse_statement(input).expect("a statement");
        match resolve(&statement, &graph, &Bindings::new()) {
            Ok(_) => panic!("{input} has a reading"),
            Err(error) => {
                let found = (error.code.as_str(), error.mended.as_deref());
                assert_eq!(found, (code, Some(mended).filter(|text| !text.is_empty())), "{input}");
            }
        }
    }

    #[test]
    fn another_statement_answers_it() {
        check("? what is the dose of hCG", "unknown-name", "figures for hCG");
        check("? what is the hCG dose", "unknown-name", "figures for hCG");
        check("? which dose of hCG raises LH", "unknown-kind", "figures for hCG");
        check("? what are the effects of hCG", "unknown-name", "? what does hCG do");
        check(
            "? what are the effects of exogenous testosterone on LH",
            "unknown-name",
            "? how does exogenous testosterone affect LH",
        );
        check("? what is the effect of nobody", "unknown-name", "");
        check("? what is the definition of the LHCG receptor", "unknown-name", "show LHCG receptor");
        check("let x = ? what is the dose of hCG", "unknown-name", "");
    }

    #[test]
    fn a_question_on_a_background_is_a_scenario() {
        let scenario = "simulate TRT up, hCG up versus TRT up show spermatogenesis";
        for question in [
            "? does hCG raise spermatogenesis on TRT",
            "? does hCG raise spermatogenesis during TRT",
            "? does hCG raise spermatogenesis while on TRT",
            "? why does hCG raise spermatogenesis in men on TRT",
            "? will hCG maintain spermatogenesis in men who are already on TRT",
            "? how does hCG affect spermatogenesis on TRT",
            "? is spermatogenesis raised by hCG in a man taking TRT",
        ] {
            check(question, "unknown-name", scenario);
        }
        check("? what raises spermatogenesis on TRT", "unknown-name", "");
        check("? does hCG raise spermatogenesis on Tuesdays", "unknown-name", "");
        check("? does hCG raise nobody on TRT", "unknown-name", "");
        check("show spermatogenesis on TRT", "unknown-name", "");
    }

    #[test]
    fn no_mended_statement_drops_words() {
        check("? does hCG raise LH raise FSH", "incomplete", "");
        check("show my hCG", "unknown-name", "");
        check("show spermatogenezis of LH", "unknown-name", "");
    }

    #[test]
    fn a_misspelt_clause() {
        check("path hCG -> LH avoidng FSH", "syntax", "path hCG -> LH avoiding FSH");
        check("? what suppresses LH limt 3", "syntax", "? what suppresses LH limit 3");
        check("? does hCG give LH", "unknown-verb", "");
    }
}
