//! Clauses, and what they may not say together.

use super::phrase::{name, phrase, phrases};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::graph::Sign;
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::{Clause, ClauseKind, Comparison, Phrase, Setting};

/// The clauses that are left of a statement's children. Each kind may stand once.
pub(super) fn clauses<'text>(children: impl IntoIterator<Item = Node<'text>>) -> Lowered<Vec<Clause>> {
    let mut clauses = Vec::new();
    let mut rules = Vec::new();
    for child in children {
        let node = match child.rule() {
            // `? which negative feedback loops does LH take part in`
            Rule::feedback | Rule::loop_members => child,
            _ => child.children().required()?,
        };
        let rule = if node.rule() == Rule::loop_members { Rule::loop_through } else { node.rule() };
        if let Some(first) = rules.iter().position(|known| *known == rule) {
            return Err(twice(&node, clauses.get(first)));
        }
        rules.push(rule);
        clauses.push(Clause { kind: kind(&node)?, span: node.span() });
    }
    bounds_agree(&clauses)?;
    Ok(clauses)
}

fn kind(node: &Node) -> Lowered<ClauseKind> {
    Ok(match node.rule() {
        Rule::given | Rule::what_if_given | Rule::loop_given | Rule::compare_given => {
            ClauseKind::Given(node.children().map(|child| setting(&child)).collect::<Lowered<_>>()?)
        }
        Rule::holding | Rule::what_if_holding | Rule::compare_holding => ClauseKind::Holding(list(node)?),
        Rule::via | Rule::loop_through => ClauseKind::Via(list(node)?),
        Rule::loop_members => {
            let names = node.children().find(|child| child.rule() == Rule::member_names);
            ClauseKind::Via(phrases(&names.ok_or_else(|| node.misplaced())?)?)
        }
        Rule::avoiding | Rule::loop_avoiding => ClauseKind::Avoiding(list(node)?),
        Rule::what_if_show => ClauseKind::Show(list(node)?),
        Rule::compare_on => ClauseKind::On(list(node)?),
        Rule::feedback => {
            ClauseKind::Feedback(if node.has(Rule::kw_negative) { Sign::Negative } else { Sign::Positive })
        }
        Rule::through => ClauseKind::Through { negated: false, relations: list(node)? },
        Rule::not_through => ClauseKind::Through { negated: true, relations: list(node)? },
        Rule::maximum => ClauseKind::Max(only_number(node)?),
        Rule::minimum => ClauseKind::Min(only_number(node)?),
        Rule::net => ClauseKind::Net(sign(&node.children().required()?)?),
        Rule::filter => ClauseKind::Where(node.children().map(|child| comparison(&child)).collect::<Lowered<_>>()?),
        Rule::limit => ClauseKind::Limit(only_number(node)?),
        Rule::including => ClauseKind::IncludingDocumented,
        _ => return Err(node.misplaced()),
    })
}

fn list(node: &Node) -> Lowered<Vec<Phrase>> {
    phrases(&node.children().required()?)
}

fn setting(node: &Node) -> Lowered<Setting> {
    let mut children = node.children();
    let key = name(&children.required()?)?;
    let first = phrase(&children.required()?)?;
    Ok(match children.next() {
        Some(value) => Setting { key, of: Some(first), value: phrase(&value)? },
        None => Setting { key, of: None, value: first },
    })
}

fn comparison(node: &Node) -> Lowered<Comparison> {
    let mut children = node.children();
    let field = name(&children.required()?)?;
    Ok(Comparison { field, equal: node.has(Rule::equals), value: phrase(&children.required()?)? })
}

/// `positive`, `-`
pub(super) fn sign(node: &Node) -> Lowered<Sign> {
    match node.rule() {
        Rule::positive => Ok(Sign::Positive),
        Rule::negative => Ok(Sign::Negative),
        _ => Err(node.misplaced()),
    }
}

/// The number of `max 6`.
pub(super) fn only_number(node: &Node) -> Lowered<u32> {
    number(&node.children().required()?)
}

/// A whole number of at most 32 bits.
pub(super) fn number(node: &Node) -> Lowered<u32> {
    node.text().parse().map_err(|_| {
        Diagnostic::at(Code::Syntax, node.span(), format!("the number `{}` is too large", abbreviated(node.text())))
            .label(format!("at most {}", u32::MAX))
    })
}

fn abbreviated(digits: &str) -> String {
    match digits.get(..12) {
        Some(start) if digits.len() > 12 => format!("{start}…"),
        _ => digits.to_owned(),
    }
}

fn twice(node: &Node, first: Option<&Clause>) -> Diagnostic {
    let text = node.text().split_whitespace().next().unwrap_or_default().to_lowercase();
    let first = first.map(|clause| &clause.kind);
    if let (Some(ClauseKind::Feedback(first)), Ok(ClauseKind::Feedback(sign))) = (first, kind(node))
        && *first != sign
    {
        return Diagnostic::at(Code::ClauseConflict, node.span(), "no loop is both negative and positive")
            .label("the other stands before")
            .help("keep one of them, or neither: `loops` shows both");
    }
    let diagnostic = Diagnostic::at(Code::ClauseConflict, node.span(), format!("`{text}` stands twice")).label("again");
    match first {
        Some(
            ClauseKind::Feedback(_)
            | ClauseKind::Max(_)
            | ClauseKind::Min(_)
            | ClauseKind::Limit(_)
            | ClauseKind::Net(_),
        ) => diagnostic.help("keep one of them"),
        _ => diagnostic.help(format!("say it once, with commas between the members: `{text} …, …`")),
    }
}

/// `min 5 max 3` asks for nothing.
fn bounds_agree(clauses: &[Clause]) -> Lowered<()> {
    let find = |pick: fn(&ClauseKind) -> Option<u32>| -> Option<(u32, Span)> {
        clauses.iter().find_map(|clause| pick(&clause.kind).map(|number| (number, clause.span)))
    };
    let most = find(|kind| if let ClauseKind::Max(number) = kind { Some(*number) } else { None });
    let least = find(|kind| if let ClauseKind::Min(number) = kind { Some(*number) } else { None });
    match (least, most) {
        (Some((least, span)), Some((most, _))) if least > most => Err(Diagnostic::at(
            Code::ClauseConflict,
            span,
            format!("no path or loop has at least {least} and at most {most} steps"),
        )
        .label(format!("more than `max {most}`"))),
        _ => Ok(()),
    }
}
