//! Questions that begin otherwise than questions do.

use super::fault::{Edit, Fault};
use super::keyword::{self, Role};
use super::mistake::question_words;
use super::parser::Rule;
use super::refusal::Refusal;
use crate::diagnostic::{Code, Diagnostic, Span, suggest};

impl Refusal<'_> {
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
                let diagnostic = Diagnostic::at(Code::Syntax, found.span, message).label("unexpected");
                Some(Fault::with(diagnostic.suggest(suggestions), edits))
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
