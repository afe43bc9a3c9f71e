//! Whether a statement can make use of its clauses: one that changes nothing is refused, for its answer would be taken for
//! another one.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::{Clause, ClauseKind};

use super::{AskMeaning, Claim, Condition, Form};

/// What a clause is called, whether paths take it, and what it is for.
struct Named {
    word: &'static str,
    is_of_paths: bool,
}

const fn named(kind: &ClauseKind) -> Named {
    let (word, is_of_paths) = match kind {
        ClauseKind::Given(_) => ("given", true),
        ClauseKind::Holding(_) => ("holding", false),
        ClauseKind::Via(_) => ("via", true),
        ClauseKind::Avoiding(_) => ("avoiding", true),
        ClauseKind::Through { negated: false, .. } => ("through", true),
        ClauseKind::Through { negated: true, .. } => ("not through", true),
        ClauseKind::Max(_) => ("max", true),
        ClauseKind::Min(_) => ("min", true),
        ClauseKind::Net(_) => ("net", true),
        ClauseKind::Where(_) => ("where", true),
        ClauseKind::Limit(_) => ("limit", true),
        ClauseKind::IncludingDocumented => ("including documented", true),
        ClauseKind::Show(_) => ("show", false),
        ClauseKind::On(_) => ("on", false),
        ClauseKind::Feedback(_) => ("positive and negative", false),
    };
    Named { word, is_of_paths }
}

/// The clauses that a question makes use of.
fn taken(form: &Form) -> &'static [&'static str] {
    match form {
        Form::Effects(_) => &["given", "holding", "max", "limit"],
        Form::Select { condition, count, .. } => match (asks_effect(condition), count) {
            (true, true) => &["given", "holding", "max"],
            (true, false) => &["given", "holding", "max", "limit"],
            (false, true) => &["given"],
            (false, false) => &["given", "limit"],
        },
        Form::Claims { claims, .. } if claims.iter().any(is_of_effect) => &["given", "holding", "max"],
        Form::Claims { .. } => &["given"],
        Form::Card(_) | Form::Disagreements(_) => &[],
    }
}

fn is_of_effect(claim: &Claim) -> bool {
    matches!(claim.ask.meaning, AskMeaning::Effect(_))
}

fn asks_effect(condition: &Condition) -> bool {
    match condition {
        Condition::Is(predicate) => matches!(predicate.ask.meaning, AskMeaning::Effect(_)),
        Condition::Not(inner) => asks_effect(inner),
        Condition::And(members) | Condition::Or(members) => members.iter().any(asks_effect),
    }
}

/// Refuses what a question makes no use of.
///
/// # Errors
/// `not-applicable`, at the clause.
pub(super) fn fits_question(form: &Form, clauses: &[Clause]) -> Result<(), Diagnostic> {
    fits(taken(form), clauses)
}

/// The same of a question that is a comparison.
///
/// # Errors
/// `not-applicable`, at the clause.
pub(super) fn fits_comparison(clauses: &[Clause]) -> Result<(), Diagnostic> {
    fits(&["given", "holding", "on"], clauses)
}

fn fits(taken: &[&str], clauses: &[Clause]) -> Result<(), Diagnostic> {
    let Some(clause) = clauses.iter().find(|clause| !taken.contains(&named(&clause.kind).word)) else { return Ok(()) };
    let Named { word, is_of_paths } = named(&clause.kind);
    let words: Vec<String> = taken.iter().map(|word| format!("`{word}`")).collect();
    let help = match words.as_slice() {
        [] => "this question takes no clause".to_owned(),
        words => format!("this question takes {}", words.join(", ")),
    };
    let refusal = refused(clause, word, "this question").help(help);
    let is_narrowing = is_of_paths && !["given", "max", "limit"].contains(&word);
    Err(if is_narrowing {
        refusal.help(format!("`{word}` narrows paths: `path A -> B {word} …`; `holding` keeps levels as they are"))
    } else {
        refusal
    })
}

/// Refuses what paths make no use of.
///
/// # Errors
/// `not-applicable`, at the clause.
pub(super) fn fits_path(clauses: &[Clause]) -> Result<(), Diagnostic> {
    let useless = clauses.iter().find(|clause| !named(&clause.kind).is_of_paths);
    useless.map_or(Ok(()), |clause| {
        let word = named(&clause.kind).word;
        let help = "paths are narrowed by `avoiding`, `via`, `through`; levels are held in questions and in `simulate`";
        Err(refused(clause, word, "a path").help(help))
    })
}

fn refused(clause: &Clause, word: &str, what: &str) -> Diagnostic {
    let message = format!("`{word}` changes nothing of {what}");
    Diagnostic::at(Code::NotApplicable, clause.span, message).label("cannot stand here")
}
