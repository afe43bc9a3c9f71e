//! Trees without places: two statements mean the same if these are equal.

use super::tree::{
    Clause, ClauseKind, Comparison, Condition, Endpoint, Expectation, ExpectedChange, Intervention, Item,
    PathStatement, Phrase, Question, QuestionForm, Setting, SimulateStatement, Statement, StatementKind, Word,
};
use crate::diagnostic::Span;

const NOWHERE: Span = Span::new(0, 0);

impl Statement {
    /// The same statement with every span at 0, and canonical text. What was written in two ways, but means the same,
    /// is then equal; parsing a printed statement gives an equal one.
    #[must_use]
    pub fn without_spans(mut self) -> Self {
        self.erase();
        self
    }
}

/// Puts every span of a part to 0.
trait Erase {
    fn erase(&mut self);
}

impl<T: Erase> Erase for Vec<T> {
    fn erase(&mut self) {
        self.iter_mut().for_each(Erase::erase);
    }
}

impl<T: Erase> Erase for Option<T> {
    fn erase(&mut self) {
        self.iter_mut().for_each(Erase::erase);
    }
}

impl<T: Erase> Erase for Box<T> {
    fn erase(&mut self) {
        self.as_mut().erase();
    }
}

impl<A: Erase, B: Erase> Erase for (A, B) {
    fn erase(&mut self) {
        self.0.erase();
        self.1.erase();
    }
}

impl Erase for Statement {
    fn erase(&mut self) {
        self.span = NOWHERE;
        self.kind.erase();
    }
}

impl Erase for StatementKind {
    fn erase(&mut self) {
        match self {
            Self::Question(question) => question.erase(),
            Self::Path(path) => path.erase(),
            Self::Simulate(simulate) => simulate.erase(),
            Self::Loops(loops) => loops.clauses.erase(),
            Self::Compare(compare) => {
                compare.agents.erase();
                compare.clauses.erase();
            }
            Self::Show(phrase) | Self::List(phrase) | Self::Find(phrase) | Self::Figures(phrase) => phrase.erase(),
            Self::Evidence { from, to } => {
                from.erase();
                to.erase();
            }
            Self::Schema | Self::Stats => {}
            Self::Let { name, value } => {
                name.erase();
                value.erase();
            }
            Self::Result(name) => name.erase(),
            Self::Expect { expectation, statement, text } => {
                expectation.erase();
                match statement.as_mut() {
                    Ok(statement) => {
                        statement.erase();
                        *text = statement.to_string();
                    }
                    Err(error) => error.span = None,
                }
            }
            Self::Draw { query, file, .. } => {
                query.erase();
                file.erase();
            }
            Self::Explain { statement, .. } => statement.erase(),
        }
    }
}

impl Erase for Question {
    fn erase(&mut self) {
        self.form.erase();
        self.clauses.erase();
    }
}

impl Erase for QuestionForm {
    fn erase(&mut self) {
        match self {
            Self::What(condition)
            | Self::Which(condition)
            | Self::HowMany(condition)
            | Self::WhatIs(condition)
            | Self::Does(condition)
            | Self::Is(condition) => condition.erase(),
            Self::WhatDoes(phrase) | Self::How(phrase) => phrase.erase(),
            Self::WhichDoes { kind, rest } => {
                kind.erase();
                rest.erase();
            }
            Self::Why { before, after_not, .. } => {
                before.erase();
                after_not.erase();
            }
            Self::Disagreements { about } => about.erase(),
            Self::Common(names) | Self::Differ(names) => names.erase(),
        }
    }
}

impl Erase for Condition {
    fn erase(&mut self) {
        match self {
            Self::Is(phrase) => phrase.erase(),
            Self::Not(inner) => inner.erase(),
            Self::And(members) | Self::Or(members) => members.erase(),
            Self::Led { lead, condition } => {
                lead.erase();
                condition.erase();
            }
        }
    }
}

impl Erase for PathStatement {
    fn erase(&mut self) {
        self.endpoints.erase();
        self.clauses.erase();
    }
}

impl Erase for SimulateStatement {
    fn erase(&mut self) {
        self.scenario.erase();
        self.versus.erase();
        self.clauses.erase();
    }
}

impl Erase for Intervention {
    fn erase(&mut self) {
        self.span = NOWHERE;
        self.phrase.erase();
    }
}

impl Erase for ExpectedChange {
    fn erase(&mut self) {
        self.certainty.erase();
        self.phrase.erase();
        self.change.erase();
    }
}

impl Erase for Endpoint {
    fn erase(&mut self) {
        match self {
            Self::Phrase(phrase) => phrase.erase(),
            Self::Anything(span) => *span = NOWHERE,
        }
    }
}

impl Erase for Clause {
    fn erase(&mut self) {
        self.span = NOWHERE;
        match &mut self.kind {
            ClauseKind::Given(settings) => settings.erase(),
            ClauseKind::Where(comparisons) => comparisons.erase(),
            ClauseKind::Holding(members)
            | ClauseKind::Via(members)
            | ClauseKind::Avoiding(members)
            | ClauseKind::Show(members)
            | ClauseKind::On(members)
            | ClauseKind::Through { relations: members, .. } => members.erase(),
            ClauseKind::Max(_)
            | ClauseKind::Min(_)
            | ClauseKind::Limit(_)
            | ClauseKind::Net(_)
            | ClauseKind::Feedback(_)
            | ClauseKind::IncludingDocumented => {}
        }
    }
}

impl Erase for Setting {
    fn erase(&mut self) {
        self.key.erase();
        self.of.erase();
        self.value.erase();
    }
}

impl Erase for Comparison {
    fn erase(&mut self) {
        self.field.erase();
        self.value.erase();
    }
}

impl Erase for Expectation {
    fn erase(&mut self) {
        match self {
            Self::Answer { certainty, answer } => {
                certainty.erase();
                answer.erase();
            }
            Self::Set(members) | Self::Contains(members) | Self::Lacks(members) => members.erase(),
            Self::Error(code) => code.erase(),
            Self::Changes(changes) => changes.erase(),
            Self::Empty | Self::AtLeast(_) | Self::Count(_) | Self::Net(_) => {}
        }
    }
}

impl Erase for Phrase {
    fn erase(&mut self) {
        self.span = NOWHERE;
        self.items.erase();
    }
}

impl Erase for Item {
    fn erase(&mut self) {
        match self {
            Self::Word(word) | Self::Result(word) => word.erase(),
            Self::Set(members, span) => {
                members.erase();
                *span = NOWHERE;
            }
        }
    }
}

impl Erase for Word {
    fn erase(&mut self) {
        self.span = NOWHERE;
    }
}
