//! Slips that are seen too late: the grammar stumbles over a later word, and the error belongs to an earlier one.

use pest::Parser;

use super::fault::{Edit, Fault};
use super::keyword::{self, Role};
use super::lexeme::Lexeme;
use super::parser::{GrammarParser, Rule};
use super::refusal::Refusal;
use crate::diagnostic::{Code, Diagnostic, Span, suggest};

/// Words before the fault that may be a misspelt clause; a setting such as `dosing of exogenous testosterone =` has few.
const FURTHEST: usize = 8;

impl Refusal<'_> {
    fn is_word(&self, lexeme: Lexeme, word: &str) -> bool {
        lexeme.rule == Rule::word && lexeme.text(self.text).eq_ignore_ascii_case(word)
    }

    fn opens_clause(&self, lexeme: Lexeme) -> bool {
        let opens = keyword::find(lexeme.text(self.text), &[Role::Clause]).is_some();
        lexeme.rule == Rule::word && (opens || self.is_word(lexeme, "not"))
    }

    /// `path testosterone to LH`
    pub(super) fn word_for_arrow(&self) -> Option<Fault> {
        if !self.expects(Rule::arrow) || self.lexemes.iter().any(|lexeme| lexeme.rule == Rule::arrow) {
            return None;
        }
        let mut words = self.lexemes.iter().skip(2).filter(|lexeme| self.is_word(**lexeme, "to"));
        let first = words.next()?;
        let mut mended = "->".to_owned();
        let mut end = first.span.end;
        for word in words {
            mended.push_str(self.text.get(end..word.span.start)?);
            mended.push_str("->");
            end = word.span.end;
        }
        let diagnostic =
            Diagnostic::at(Code::BrokenArrow, first.span, format!("`{}` is no arrow", first.text(self.text)))
                .label("write `->`");
        // `path from hCG to LH`
        let start = match self.lexemes.get(1..3)? {
            [from, name] if self.is_word(*from, "from") => {
                mended.insert_str(0, self.text.get(name.span.start..first.span.start)?);
                from.span.start
            }
            _ => first.span.start,
        };
        Some(Fault::with(diagnostic, [Edit::replace(Span::new(start, end), mended)]))
    }

    /// `path hCG, LH -> FSH`
    pub(super) fn ends_without_brackets(&self) -> Option<Fault> {
        let separates = |lexeme: &Lexeme| lexeme.rule == Rule::comma || self.is_word(*lexeme, "and");
        let near = [Some(self.read), self.read.checked_sub(1)];
        let joint = near.into_iter().flatten().find(|index| self.lexemes.get(*index).is_some_and(separates))?;
        let (before, after) = self.lexemes.split_at_checked(joint)?;
        let path = before.iter().position(|lexeme| self.is_word(*lexeme, "path"))?;
        let start = match before.iter().rposition(|lexeme| lexeme.rule == Rule::arrow) {
            Some(arrow) => arrow + 1,
            None => path + 1 + before.get(path + 1..)?.iter().take_while(|lexeme| self.selects(**lexeme)).count(),
        };
        let ends = |lexeme: &Lexeme| lexeme.rule == Rule::arrow || self.opens_clause(*lexeme);
        let end = joint + after.iter().position(ends).unwrap_or(after.len());
        let run = self.lexemes.get(start..end)?;
        if run.iter().any(|lexeme| self.opens_clause(*lexeme) || lexeme.rule == Rule::open_curly) {
            return None;
        }
        let whole = |lexemes: &[Lexeme]| Some(lexemes.first()?.span.to(lexemes.last()?.span));
        let names: Vec<Span> = run.split(separates).filter_map(whole).collect();
        let (first, last) = (names.first()?, names.get(1..)?.last()?);
        let texts: Vec<&str> = names.iter().filter_map(|span| self.text.get(span.start..span.end)).collect();
        let set = format!("{{{}}}", texts.join(", "));
        let span = first.to(*last);
        let diagnostic = Diagnostic::at(Code::Syntax, span, "several ends of a path stand in brackets")
            .label(format!("write `{set}`"));
        Some(Fault::with(diagnostic, [Edit::replace(span, set)]))
    }

    /// `all`, `shortest 3`
    fn selects(&self, lexeme: Lexeme) -> bool {
        lexeme.rule == Rule::number || keyword::find(lexeme.text(self.text), &[Role::Selection]).is_some()
    }

    /// `? what suppresses LH givn dosing = continuous`
    pub(super) fn misspelt_clause(&self) -> Option<Fault> {
        let nearest_first = self.lexemes.get(..=self.read).unwrap_or(&self.lexemes).iter().rev().take(FURTHEST);
        nearest_first.filter(|lexeme| lexeme.rule == Rule::word).find_map(|lexeme| {
            let written = lexeme.text(self.text);
            let edits = |word: &String| Edit::replace(lexeme.span, word);
            let reads = |edit: &Edit| {
                edit.apply(self.text).is_some_and(|text| GrammarParser::parse(Rule::statement, &text).is_ok())
            };
            let known: Vec<String> = suggest(written, keyword::keywords(Role::Clause));
            let known: Vec<String> = known.into_iter().filter(|word| word != written && reads(&edits(word))).collect();
            let edits: Vec<Edit> = known.iter().map(edits).collect();
            let diagnostic = Diagnostic::at(Code::Syntax, lexeme.span, format!("`{written}` opens no clause"))
                .label("expected a clause")
                .suggest(known);
            (!edits.is_empty()).then(|| Fault::with(diagnostic, edits))
        })
    }
}
