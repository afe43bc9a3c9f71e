//! Questions: one arm a frame.

use super::clause;
use super::condition::{condition, negate_first};
use super::phrase::{phrase, phrases};
use crate::syntax::node::{Children, Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::{Item, Phrase, Question, QuestionForm};

/// `? what suppresses LH max 2`
pub(super) fn question(node: &Node) -> Lowered<Question> {
    let mut children = node.children();
    let form = form(&children.required()?)?;
    let clauses = clause::clauses(children)?;
    Ok(Question { form, clauses })
}

fn form(node: &Node) -> Lowered<QuestionForm> {
    let mut children = node.children();
    Ok(match node.rule() {
        Rule::what => QuestionForm::What(condition(&children.required()?)?),
        Rule::what_does => QuestionForm::WhatDoes(phrase(&children.required()?)?),
        Rule::what_is => QuestionForm::WhatIs(condition(&children.required()?)?),
        Rule::which => QuestionForm::Which(condition(&children.required()?)?),
        Rule::which_does => {
            QuestionForm::WhichDoes { kind: phrase(&children.required()?)?, rest: phrase(&children.required()?)? }
        }
        Rule::how_many => QuestionForm::HowMany(condition(&children.required()?)?),
        Rule::how_does => QuestionForm::How(phrase(&children.required()?)?),
        Rule::why => why(children)?,
        Rule::why_negated => why_negated(children)?,
        Rule::disagreements => {
            QuestionForm::Disagreements { about: children.next().map(|about| phrase(&about)).transpose()? }
        }
        Rule::common => QuestionForm::Common(phrases(node)?),
        Rule::differ => QuestionForm::Differ(phrases(node)?),
        Rule::does => match children.optional(Rule::not_does) {
            Some(_) => QuestionForm::Does(negate_first(condition(&children.required()?)?)),
            None => QuestionForm::Does(condition(&children.required()?)?),
        },
        Rule::is => match children.optional(Rule::isnt) {
            Some(_) => QuestionForm::Is(negate_first(condition(&children.required()?)?)),
            None => QuestionForm::Is(condition(&children.required()?)?),
        },
        _ => return Err(node.misplaced()),
    })
}

fn why(mut children: Children) -> Lowered<QuestionForm> {
    let passive = children.optional(Rule::why_is).is_some();
    let before = phrase(&children.required()?)?;
    let (before, after_not) = match children.optional(Rule::negation) {
        Some(_) => (without_auxiliaries(before), Some(phrase(&children.required()?)?)),
        None => (before, None),
    };
    Ok(QuestionForm::Why { passive, before: Some(before), after_not })
}

/// A phrase before `not` without the auxiliaries at its end: `LH do` of `LH do do not` says no more than `LH`.
fn without_auxiliaries(mut phrase: Phrase) -> Phrase {
    let is_auxiliary = |item: &Item| matches!(item, Item::Word(word) if !word.quoted && ["do", "does"].iter().any(|it| word.text.eq_ignore_ascii_case(it)));
    while let [.., before, last] = phrase.items.as_slice()
        && is_auxiliary(last)
    {
        phrase.span.end = before.span().end;
        phrase.items.pop();
    }
    phrase
}

fn why_negated(mut children: Children) -> Lowered<QuestionForm> {
    let passive = children.optional(Rule::why_is).or_else(|| children.optional(Rule::isnt)).is_some();
    let after_not = Some(phrase(&children.required()?)?);
    Ok(QuestionForm::Why { passive, before: None, after_not })
}
