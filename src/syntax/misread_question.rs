//! Questions that begin otherwise than questions do.

use super::fault::{Edit, Fault};
use super::keyword::{self, Role};
use super::mistake::question_words;
use super::parser::Rule;
use super::refusal::Refusal;
use crate::diagnostic::{Code, Diagnostic, Span, suggest};

/// What `how` asks a figure with.
const MEASURES: &[&str] = &[
    "long", "often", "soon", "fast", "quickly", "quick", "much", "high", "low", "late", "early", "large", "big",
    "likely",
];

/// Words of such a question that are not what it is about.
const BESIDE_THE_MATTER: &[&str] = &[
    "does", "do", "is", "are", "can", "could", "will", "would", "should", "must", "may", "might", "it", "the", "a",
    "an", "take", "takes", "last", "lasts", "need", "needed", "given", "used", "until", "before", "after", "for", "to",
    "of", "in", "on", "i", "you", "one", "be", "have", "has", "get", "back",
];

impl Refusal<'_> {
    /// What `how long does recovery take` is about: the first word that may be a name.
    fn matter(&self) -> Option<&str> {
        let words = self.lexemes.iter().skip(self.read + 1).filter(|lexeme| lexeme.rule == Rule::word);
        let mut words = words.map(|lexeme| lexeme.text(self.text));
        words.find(|word| !BESIDE_THE_MATTER.iter().any(|beside| beside.eq_ignore_ascii_case(word)))
    }

    /// `? path A -> B`, `? whcih drugs raise LH`, `? why hCG suppresses LH`
    pub(super) fn misread_question(&self) -> Option<Fault> {
        let mark = self.lexemes.first().filter(|first| first.rule == Rule::question_mark)?;
        let found = self.found?;
        let written = found.text(self.text);
        match (self.read, self.previous.map(|previous| previous.text(self.text).to_lowercase()).as_deref()) {
            (1, _) if keyword::find(written, &[Role::Statement]).is_some() => {
                let message = format!("`{written}` takes no question mark");
                let diagnostic = Diagnostic::at(Code::Syntax, mark.span, message).label("leave it out");
                Some(Fault::with(diagnostic, [Edit::replace(Span::new(mark.span.start, found.span.start), "")]))
            }
            (1, _) if found.rule == Rule::word => {
                let suggestions = suggest(written, question_words());
                if suggestions.is_empty() {
                    return None;
                }
                let message = format!("`{written}` begins no question");
                let edits: Vec<Edit> = suggestions.iter().map(|word| Edit::replace(found.span, word)).collect();
                let diagnostic = Diagnostic::at(Code::Syntax, found.span, message)
                    .label("expected `does`, `is`, `what`, `which`, `how` or `why`");
                Some(Fault::with(diagnostic.suggest(suggestions), edits))
            }
            (2, Some("how")) if MEASURES.iter().any(|measure| measure.eq_ignore_ascii_case(written)) => {
                let span = self.previous.map_or(found.span, |how| how.span.to(found.span));
                let diagnostic = Diagnostic::at(Code::Syntax, span, format!("no question begins with `how {written}`"))
                    .label("asks for a figure")
                    .help("`figures for NAME` shows the times, doses and other figures that sources give");
                Some(match self.matter() {
                    Some(matter) => diagnostic.help(format!("`find {matter}` shows what is called so")).into(),
                    None => diagnostic.into(),
                })
            }
            (2, Some(before @ ("why" | "how"))) => {
                let message = format!("`does` is missing after `{before}`");
                let diagnostic = Diagnostic::at(Code::Syntax, found.span, message).label("expected `does`");
                Some(Fault::with(diagnostic, [Edit::insert(found.span.start, "does ")]))
            }
            _ => None,
        }
    }
}
