//! What scripts add: `let`, `expect`, `explain`, `profile`.

use super::clause::{number, only_number, sign};
use super::phrase::{phrase, phrases, plain};
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parse;
use crate::syntax::parser::Rule;
use crate::syntax::tree::{Expectation, ExpectedChange, Phrase, StatementKind, Word};

/// `let boosters = ? which drugs raise testosterone`
pub(super) fn let_result(node: &Node) -> Lowered<StatementKind> {
    let mut children = node.children();
    let name = plain(&children.required()?);
    Ok(StatementKind::Let { name, value: Box::new(super::kind(&children.required()?)?) })
}

/// `explain path hCG -> LH`
pub(super) fn explain(node: &Node) -> Lowered<StatementKind> {
    let mut children = node.children();
    let profile = children.optional(Rule::profile).is_some();
    Ok(StatementKind::Explain { profile, statement: Box::new(super::kind(&children.required()?)?) })
}

/// `expect yes: ? does clomiphene raise LH`
///
/// Only `expect error` keeps a statement that does not parse; for any other expectation it is an error of the script.
pub(super) fn expect(node: &Node) -> Lowered<StatementKind> {
    let mut children = node.children();
    let expectation = expectation(&children.required()?)?;
    let expected = children.required()?;
    let statement = match parse::expected(expected.text(), expected.span().start) {
        Err(mut fault) if !matches!(expectation, Expectation::Error(_)) => {
            fault.mended = fault.mended.map(|mended| format!("expect {expectation}: {mended}"));
            return Err(fault);
        }
        statement => Box::new(statement),
    };
    Ok(StatementKind::Expect { expectation, statement, text: parse::on_one_line(expected.text()) })
}

fn expectation(node: &Node) -> Lowered<Expectation> {
    let mut children = node.children();
    Ok(match node.rule() {
        Rule::expect_error => Expectation::Error(plain(&children.required()?)),
        Rule::expect_net => Expectation::Net(sign(&children.required()?)?),
        Rule::at_least => Expectation::AtLeast(only_number(node)?),
        Rule::count => Expectation::Count(number(&children.required()?)?),
        Rule::contains => Expectation::Contains(members(&children.required()?)?),
        Rule::lacks => Expectation::Lacks(members(&children.required()?)?),
        Rule::equal_set => Expectation::Set(members(&children.required()?)?),
        Rule::empty => Expectation::Empty,
        Rule::expect_answer => Expectation::Answer {
            certainty: children.optional(Rule::certainty).map(|certainty| lower_case(&certainty)),
            answer: answer(&children.required()?),
        },
        Rule::changes => Expectation::Changes(children.map(|child| change(&child)).collect::<Lowered<_>>()?),
        _ => return Err(node.misplaced()),
    })
}

fn members(set: &Node) -> Lowered<Vec<Phrase>> {
    phrases(set)
}

fn lower_case(node: &Node) -> Word {
    Word { text: node.text().to_lowercase(), ..plain(node) }
}

/// `no known effect` is `unknown` by another name, `ambiguous` is `mixed`.
fn answer(node: &Node) -> Word {
    let word = lower_case(node);
    let names = [(Rule::kw_no_known_effect, "unknown"), (Rule::kw_ambiguous, "mixed")];
    match names.into_iter().find(|(rule, _)| node.has(*rule)) {
        Some((_, name)) => Word { text: name.to_owned(), ..word },
        None => word,
    }
}

fn change(node: &Node) -> Lowered<ExpectedChange> {
    let mut children = node.children();
    Ok(ExpectedChange {
        certainty: children.optional(Rule::certainty).map(|certainty| lower_case(&certainty)),
        phrase: phrase(&children.required()?)?,
        change: lower_case(&children.required()?),
    })
}
