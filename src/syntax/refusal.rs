//! Why the grammar refuses a statement, in the language's own words.

use pest::error::{Error, ErrorVariant, InputLocation};

use super::fault::{Edit, Fault};
use super::keyword::{self, Role};
use super::lexeme::{Lexeme, lexemes};
use super::mistake::{begins_question, statement_beginnings};
use super::parser::Rule;
use super::vocabulary::{is_name, listed};
use crate::diagnostic::{Code, Diagnostic, Span, suggest};

/// What is known of a refusal. Spans are of the statement's text.
pub(super) struct Refusal<'text> {
    pub(super) text: &'text str,
    pub(super) lexemes: Vec<Lexeme>,
    /// How many lexemes stand before the fault.
    pub(super) read: usize,
    /// The lexeme that cannot stand where it does; none at the end of the statement.
    pub(super) found: Option<Lexeme>,
    /// The lexeme before it.
    pub(super) previous: Option<Lexeme>,
    /// What could have stood there.
    expected: Vec<Rule>,
}

/// The grammar's error on a statement that begins at `offset` of the script.
pub(super) fn explain(text: &str, offset: usize, error: &Error<Rule>) -> Fault {
    let position = match error.location {
        InputLocation::Pos(position) | InputLocation::Span((position, _)) => position,
    };
    let expected = match &error.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.clone(),
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    let lexemes: Vec<Lexeme> = lexemes(text).into_iter().filter(|lexeme| !lexeme.is_space()).collect();
    let read = lexemes.partition_point(|lexeme| lexeme.span.end <= position);
    let found = lexemes.get(read).copied();
    let previous = read.checked_sub(1).and_then(|index| lexemes.get(index)).copied();
    let mut fault = Refusal { text, lexemes, read, found, previous, expected }.fault();
    fault.diagnostic.span = fault.diagnostic.span.map(|span| span.shifted(offset));
    fault
}

impl Refusal<'_> {
    fn fault(&self) -> Fault {
        self.missing_colon()
            .or_else(|| self.unknown_expectation())
            .or_else(|| self.missing_file())
            .or_else(|| self.missing_statement())
            .or_else(|| self.misread_question())
            .or_else(|| self.clause_of_another())
            .or_else(|| self.given_for_up())
            .or_else(|| self.loops_of_a_name())
            .or_else(|| self.missing_number())
            .or_else(|| self.word_for_arrow())
            .or_else(|| self.ends_without_brackets())
            .or_else(|| self.keyword_as_name())
            .or_else(|| self.misspelt_clause())
            .or_else(|| self.missing_at_end())
            .unwrap_or_else(|| self.unexpected())
    }

    pub(super) fn expects(&self, rule: Rule) -> bool {
        self.expected.contains(&rule)
    }

    fn is_expect(&self) -> bool {
        self.lexemes.first().is_some_and(|first| first.text(self.text).eq_ignore_ascii_case("expect"))
    }

    /// The place of the fault: the lexeme found, or the end.
    fn span(&self) -> Span {
        self.found.map_or(Span::new(self.text.len(), self.text.len()), |found| found.span)
    }

    fn found_text(&self) -> &str {
        self.found.map_or("", |found| found.text(self.text))
    }

    fn previous_text(&self) -> &str {
        self.previous.map_or("", |previous| previous.text(self.text))
    }

    /// `expect yes ? does hCG raise LH`
    fn missing_colon(&self) -> Option<Fault> {
        if !self.is_expect() || self.lexemes.iter().any(|lexeme| lexeme.rule == Rule::colon) {
            return None;
        }
        let begins_statement = |lexeme: &&Lexeme| {
            lexeme.rule == Rule::question_mark || keyword::find(lexeme.text(self.text), &[Role::Statement]).is_some()
        };
        let statement = self.lexemes.iter().skip(2).find(begins_statement);
        let at = statement.map_or(self.span(), |statement| statement.span);
        let diagnostic =
            Diagnostic::at(Code::Incomplete, at, "`:` is missing between the expectation and its statement")
                .label("expected `:` before this")
                .help("for example: `expect yes: ? does clomiphene raise LH`");
        let before = self.lexemes.iter().rfind(|lexeme| lexeme.span.end <= at.start);
        Some(Fault::with(diagnostic, before.map(|before| Edit::insert(before.span.end, ":"))))
    }

    /// `expect maybe: show LH`
    fn unknown_expectation(&self) -> Option<Fault> {
        let colon = self.lexemes.iter().find(|lexeme| lexeme.rule == Rule::colon)?;
        if !self.is_expect() || self.span().start > colon.span.start {
            return None;
        }
        let first = self.lexemes.get(1)?;
        let written = self.text.get(first.span.start..colon.span.start).unwrap_or_default().trim();
        let help = "an expectation is an answer (`yes`, `likely no`, `mixed`, `depends`, `unknown`), a number, \
                    `at least 3`, a set `{LH, FSH}`, `contains {…}`, `lacks {…}`, `empty`, `net -`, `error CODE`, or \
                    changes (`LH down, FSH down`)";
        if written.is_empty() {
            let message = "the expectation is missing before `:`";
            return Some(Diagnostic::at(Code::Incomplete, colon.span, message).label("missing").help(help).into());
        }
        let span = Span::new(first.span.start, first.span.start + written.len());
        let known = [Role::Expectation, Role::Action].into_iter().flat_map(keyword::keywords);
        let suggestions = suggest(written, known);
        // A word that is a part of what was written would drop the rest of it.
        let whole = suggestions.iter().filter(|known| !written.contains(known.as_str()));
        let edits: Vec<Edit> = whole.map(|known| Edit::replace(span, known)).collect();
        let diagnostic = Diagnostic::at(Code::Syntax, span, format!("`{written}` is nothing that can be expected"))
            .label("no expectation")
            .help(help)
            .suggest(suggestions);
        Some(Fault::with(diagnostic, edits))
    }

    /// `let x = what raises LH`, `explain`, `expect yes:`
    fn missing_statement(&self) -> Option<Fault> {
        let wanted =
            self.expects(Rule::expected_text) || (self.expects(Rule::question_mark) && self.expects(Rule::kw_path));
        if !wanted {
            return None;
        }
        if begins_question(self.found_text()) {
            let diagnostic =
                Diagnostic::at(Code::Syntax, self.span(), "a question begins with `?`").label("`?` is missing");
            return Some(Fault::with(diagnostic, [Edit::insert(self.span().start, "? ")]));
        }
        let previous = self.previous_text();
        let Some(found) = self.found else {
            let message = format!("a statement is missing after `{previous}`");
            let diagnostic = Diagnostic::at(Code::Incomplete, self.span(), message).label("expected a statement here");
            return Some(diagnostic.help(statement_beginnings()).into());
        };
        let nested = keyword::find(self.found_text(), &[Role::Statement]).is_some();
        let label = if nested { "cannot stand here" } else { "expected a question, a path or a look-up" };
        let message = format!("`{}` begins nothing that `{}` takes", self.found_text(), self.first_text());
        let diagnostic = Diagnostic::at(Code::Syntax, self.span(), message).label(label);
        if nested {
            return Some(diagnostic.into());
        }
        let suggestions = suggest(self.found_text(), keyword::keywords(Role::Statement));
        let edits: Vec<Edit> = suggestions.iter().map(|known| Edit::replace(found.span, known)).collect();
        Some(Fault::with(diagnostic.suggest(suggestions), edits))
    }

    /// `draw show LH`, `draw show LH to`, `draw LH`, `draw show LH to a b.svg`
    fn missing_file(&self) -> Option<Fault> {
        if !self.expects(Rule::kw_to) || !self.first_text().eq_ignore_ascii_case("draw") {
            return None;
        }
        let to = self.lexemes.last().is_some_and(|last| last.text(self.text).eq_ignore_ascii_case("to"));
        let what = if to { "a file is missing after `to`" } else { "`draw` needs a file: `to lh.svg`" };
        let at = Span::new(self.text.len(), self.text.len());
        let label = if to { "expected a file here" } else { "expected `to` and a file here" };
        Some(Fault::with(Diagnostic::at(Code::Incomplete, at, what).label(label), self.file_edits(to)))
    }

    /// What `draw` could have meant whose file is missing, or stands after `to` as several words.
    fn file_edits(&self, ends_in_to: bool) -> Vec<Edit> {
        let end = self.text.trim_end().len();
        if ends_in_to {
            return vec![Edit::insert(end, " picture.svg")];
        }
        let drawn = self.lexemes.get(1).filter(|drawn| drawn.rule == Rule::word);
        let bare_name = drawn.filter(|drawn| keyword::find(drawn.text(self.text), &[Role::Statement]).is_none());
        let to = self.lexemes.iter().rfind(|lexeme| lexeme.text(self.text).eq_ignore_ascii_case("to"));
        let file = to.and_then(|to| self.text.get(to.span.end..end)).map(str::trim).filter(|file| file.contains(' '));
        match (to, file, bare_name) {
            (Some(to), Some(file), _) if !file.contains('"') => {
                vec![Edit::replace(Span::new(to.span.end, end), format!(" \"{file}\""))]
            }
            (None, _, Some(name)) => {
                let name = Span::new(name.span.start, end);
                let text = self.text.get(name.start..name.end).unwrap_or_default();
                vec![Edit::replace(name, format!("show {text} to picture.svg"))]
            }
            (None, ..) => vec![Edit::insert(end, " to picture.svg")],
            _ => Vec::new(),
        }
    }

    fn first_text(&self) -> &str {
        self.lexemes.first().map_or("", |first| first.text(self.text))
    }

    /// `max`, `max six`
    fn missing_number(&self) -> Option<Fault> {
        if self.expected != [Rule::number] {
            return None;
        }
        let previous = self.previous_text();
        Some(if self.found.is_none() {
            let message = format!("a number is missing after `{previous}`");
            Diagnostic::at(Code::Incomplete, self.span(), message).label("expected a whole number here").into()
        } else {
            let message = format!("`{previous}` takes a whole number, not `{}`", self.found_text());
            Diagnostic::at(Code::Syntax, self.span(), message).label("expected a whole number").into()
        })
    }

    /// `path max -> LH`
    fn keyword_as_name(&self) -> Option<Fault> {
        let found = self.found?;
        let word = self.found_text();
        keyword::find(word, &[Role::Clause, Role::Joining])?;
        if found.rule != Rule::word || !self.expected.iter().any(|rule| is_name(*rule)) {
            return None;
        }
        let diagnostic = Diagnostic::at(Code::Syntax, found.span, format!("`{word}` is a word of the language here"))
            .label("expected a name")
            .help(format!("if it is a name, quote it: `\"{word}\"`"));
        Some(Fault::with(diagnostic, [Edit::replace(found.span, format!("\"{word}\""))]))
    }

    /// `path hcg ->`
    fn missing_at_end(&self) -> Option<Fault> {
        if self.found.is_some() {
            return None;
        }
        let expected = listed(&self.expected);
        let message = format!("{expected} is missing after `{}`", self.previous_text());
        Some(Diagnostic::at(Code::Incomplete, self.span(), message).label(format!("expected {expected} here")).into())
    }

    fn unexpected(&self) -> Fault {
        let diagnostic =
            Diagnostic::at(Code::Syntax, self.span(), format!("`{}` cannot stand here", self.found_text()));
        let expected = listed(&self.expected);
        if expected.is_empty() {
            return diagnostic.label("unexpected").into();
        }
        diagnostic.label(format!("expected {expected}")).into()
    }
}
