//! Clauses of other statements, and words of clauses that were meant otherwise, in what-if, loops and comparison.

use super::fault::{Edit, Fault};
use super::keyword::{self, CLAUSES, Role};
use super::lexeme::Lexeme;
use super::parser::Rule;
use super::refusal::Refusal;
use crate::diagnostic::{Code, Diagnostic};

impl Refusal<'_> {
    /// `simulate hCG up via LH`
    pub(super) fn clause_of_another(&self) -> Option<Fault> {
        let found = self.found?;
        let clause = found.text(self.text).to_lowercase();
        let (statement, taken) = self.family()?;
        if keyword::find(&clause, &[Role::Clause]).is_none() || taken.contains(&clause.as_str()) {
            return None;
        }
        let listed: Vec<String> = taken.iter().map(|clause| format!("`{clause}`")).collect();
        let message = format!("`{clause}` is no clause of `{statement}`");
        let help = format!("`{statement}` takes {}", listed.join(", "));
        Some(Diagnostic::at(Code::Syntax, found.span, message).label("cannot stand here").help(help).into())
    }

    /// `simulate hCG given`: drugs are given, but the word opens a clause.
    pub(super) fn given_for_up(&self) -> Option<Fault> {
        let ("simulate", _) = self.family()? else { return None };
        let sets = |after: &[Lexeme]| {
            after
                .get(1)
                .is_some_and(|mark| mark.rule == Rule::equals || mark.text(self.text).eq_ignore_ascii_case("of"))
        };
        let is_given = |lexeme: &Lexeme| lexeme.text(self.text).eq_ignore_ascii_case("given");
        let at = (0..self.lexemes.len()).find(|&at| {
            self.lexemes.get(at).is_some_and(is_given) && self.lexemes.get(at + 1..).is_some_and(|after| !sets(after))
        })?;
        let given = self.lexemes.get(at)?;
        let diagnostic =
            Diagnostic::at(Code::Syntax, given.span, "`given` opens a clause such as `given dosing = continuous`")
                .label("if it is what is done, write `up`");
        Some(Fault::with(diagnostic, [Edit::replace(given.span, "up")]))
    }

    /// `loops LH`, `loops of LH`
    pub(super) fn loops_of_a_name(&self) -> Option<Fault> {
        let ("loops", _) = self.family()? else { return None };
        let found = self.found.filter(|found| matches!(found.rule, Rule::word | Rule::quoted | Rule::open_curly))?;
        self.previous.filter(|previous| previous.text(self.text).eq_ignore_ascii_case("loops"))?;
        let message = format!("`{}` cannot stand here", found.text(self.text));
        let diagnostic = Diagnostic::at(Code::Syntax, found.span, message).label("expected a clause: `through` a name");
        let joins =
            ["of", "with", "for", "in", "around"].iter().any(|word| found.text(self.text).eq_ignore_ascii_case(word));
        let edit =
            if joins { Edit::replace(found.span, "through") } else { Edit::insert(found.span.start, "through ") };
        Some(Fault::with(diagnostic, [edit]))
    }

    /// Which of these statements it is, and the clauses that it takes.
    fn family(&self) -> Option<(&'static str, &'static [&'static str])> {
        let is = |lexeme: &Lexeme, word: &str| lexeme.text(self.text).eq_ignore_ascii_case(word);
        let word = self.lexemes.iter().find(|lexeme| {
            keyword::find(lexeme.text(self.text), &[Role::Statement])
                .is_some_and(|word| !["let", "expect", "explain", "profile"].contains(&word.text))
        })?;
        CLAUSES.iter().copied().find(|(statement, _)| is(word, statement))
    }
}
