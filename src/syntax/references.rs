//! The results that a statement refers to.

use super::{
    Clause, ClauseKind, Condition, Endpoint, Expectation, Item, Phrase, QuestionForm, Statement, StatementKind,
};
use crate::diagnostic::Span;

/// Every `$name` in a statement, without the `$`, with its place.
pub fn result_names(statement: &Statement) -> Vec<(String, Span)> {
    let mut names = Vec::new();
    in_statement(statement, &mut names);
    names
}

type Names = Vec<(String, Span)>;

fn in_statement(statement: &Statement, names: &mut Names) {
    match &statement.kind {
        StatementKind::Question(question) => {
            in_form(&question.form, names);
            in_clauses(&question.clauses, names);
        }
        StatementKind::Path(path) => {
            for endpoint in &path.endpoints {
                if let Endpoint::Phrase(phrase) = endpoint {
                    in_phrase(phrase, names);
                }
            }
            in_clauses(&path.clauses, names);
        }
        StatementKind::Simulate(simulate) => {
            let interventions = simulate.scenario.iter().chain(simulate.versus.iter().flatten());
            interventions.for_each(|intervention| in_phrase(&intervention.phrase, names));
            in_clauses(&simulate.clauses, names);
        }
        StatementKind::Loops(loops) => in_clauses(&loops.clauses, names),
        StatementKind::Compare(compare) => {
            compare.agents.iter().for_each(|phrase| in_phrase(phrase, names));
            in_clauses(&compare.clauses, names);
        }
        StatementKind::Show(phrase)
        | StatementKind::List(phrase)
        | StatementKind::Find(phrase)
        | StatementKind::Figures(phrase) => in_phrase(phrase, names),
        StatementKind::Evidence { from, to } => {
            in_phrase(from, names);
            if let Some(phrase) = to {
                in_phrase(phrase, names);
            }
        }
        StatementKind::Result(name) => names.push((name.text.clone(), name.span)),
        StatementKind::Let { value, .. } => in_statement(value, names),
        StatementKind::Draw { query: statement, .. } | StatementKind::Explain { statement, .. } => {
            in_statement(statement, names);
        }
        StatementKind::Expect { expectation, statement, .. } => {
            // `expect error unbound-name:` wants it unbound.
            if let (false, Ok(statement)) = (matches!(expectation, Expectation::Error(_)), statement.as_ref()) {
                in_statement(statement, names);
            }
            if let Expectation::Set(phrases) | Expectation::Contains(phrases) | Expectation::Lacks(phrases) =
                expectation
            {
                for phrase in phrases {
                    in_phrase(phrase, names);
                }
            }
        }
        StatementKind::Schema | StatementKind::Stats => {}
    }
}

fn in_form(form: &QuestionForm, names: &mut Names) {
    match form {
        QuestionForm::What(condition)
        | QuestionForm::Which(condition)
        | QuestionForm::HowMany(condition)
        | QuestionForm::WhatIs(condition)
        | QuestionForm::Does(condition)
        | QuestionForm::Is(condition) => in_condition(condition, names),
        QuestionForm::WhatDoes(phrase) | QuestionForm::How(phrase) => in_phrase(phrase, names),
        QuestionForm::WhichDoes { kind, rest } => {
            in_phrase(kind, names);
            in_phrase(rest, names);
        }
        QuestionForm::Why { before, after_not, .. } => {
            for phrase in before.iter().chain(after_not) {
                in_phrase(phrase, names);
            }
        }
        QuestionForm::Disagreements { about } => {
            if let Some(phrase) = about {
                in_phrase(phrase, names);
            }
        }
        QuestionForm::Common(phrases) | QuestionForm::Differ(phrases) => {
            for phrase in phrases {
                in_phrase(phrase, names);
            }
        }
    }
}

fn in_condition(condition: &Condition, names: &mut Names) {
    match condition {
        Condition::Is(phrase) => in_phrase(phrase, names),
        Condition::Not(inner) => in_condition(inner, names),
        Condition::Led { lead, condition } => {
            in_phrase(lead, names);
            in_condition(condition, names);
        }
        Condition::And(members) | Condition::Or(members) => {
            for member in members {
                in_condition(member, names);
            }
        }
    }
}

fn in_clauses(clauses: &[Clause], names: &mut Names) {
    for clause in clauses {
        match &clause.kind {
            ClauseKind::Holding(phrases)
            | ClauseKind::Via(phrases)
            | ClauseKind::Avoiding(phrases)
            | ClauseKind::Show(phrases)
            | ClauseKind::On(phrases) => {
                for phrase in phrases {
                    in_phrase(phrase, names);
                }
            }
            ClauseKind::Given(settings) => {
                for phrase in settings.iter().filter_map(|setting| setting.of.as_ref()) {
                    in_phrase(phrase, names);
                }
            }
            _ => {}
        }
    }
}

fn in_phrase(phrase: &Phrase, names: &mut Names) {
    for item in &phrase.items {
        match item {
            Item::Word(_) => {}
            Item::Result(name) => names.push((name.text.clone(), name.span)),
            Item::Set(members, _) => {
                for member in members {
                    in_phrase(member, names);
                }
            }
        }
    }
}
