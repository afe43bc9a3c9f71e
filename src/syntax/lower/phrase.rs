//! Words, sets and phrases.

use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::node::{Lowered, Node};
use crate::syntax::parser::Rule;
use crate::syntax::tree::{Item, Phrase, Word};

/// `exogenous testosterone`, from any rule that is a run of items.
pub(super) fn phrase(node: &Node) -> Lowered<Phrase> {
    let items = node.children().map(|child| item(&child)).collect::<Lowered<Vec<_>>>()?;
    // The rule may end in white space before a keyword, the words do not.
    let last = items.last().map_or(node.span(), Item::span);
    Ok(Phrase { span: items.first().map_or(last, Item::span).to(last), items })
}

/// Every phrase among the children: `LH, FSH and estradiol`.
pub(super) fn phrases(node: &Node) -> Lowered<Vec<Phrase>> {
    node.children().map(|child| phrase(&child)).collect()
}

fn item(node: &Node) -> Lowered<Item> {
    match node.rule() {
        Rule::set => Ok(Item::Set(phrases(node)?, node.span())),
        Rule::result => Ok(Item::Result(result(node)?)),
        _ => Ok(Item::Word(name(node)?)),
    }
}

/// `$boosters`, without the `$`.
pub(super) fn result(node: &Node) -> Lowered<Word> {
    let name = node.children().required()?;
    Ok(Word { span: node.span(), ..plain(&name) })
}

/// A word or a quoted name.
pub(super) fn name(node: &Node) -> Lowered<Word> {
    if node.rule() == Rule::quoted { quoted(node) } else { Ok(plain(node)) }
}

/// A word as it stands.
pub(super) fn plain(node: &Node) -> Word {
    Word { text: node.text().to_owned(), quoted: false, span: node.span() }
}

fn quoted(node: &Node) -> Lowered<Word> {
    let text = unescape(node.children().required()?.text());
    if text.trim().is_empty() {
        return Err(Diagnostic::at(Code::Syntax, node.span(), "these quotes hold no name").label("empty"));
    }
    Ok(Word { text, quoted: true, span: node.span() })
}

/// A backslash stands for the character after it.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some(escaped @ ('"' | '”' | '\\')) => plain.push(escaped),
            Some(other) => plain.extend(['\\', other]),
            None => plain.push('\\'),
        }
    }
    plain
}
