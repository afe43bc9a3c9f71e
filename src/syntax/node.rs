//! A parsed piece of text with its place in the script.

use pest::iterators::Pair;

use super::keyword;
use super::parser::Rule;
use crate::diagnostic::{Code, Diagnostic, Span};

/// What lowering gives: the grammar has accepted the text, but a number may be too large, a clause stand twice.
pub(super) type Lowered<T> = Result<T, Diagnostic>;

/// A match of one grammar rule.
pub(super) struct Node<'text> {
    pair: Pair<'text, Rule>,
    /// Where the parsed text begins in the script.
    offset: usize,
}

impl<'text> Node<'text> {
    pub(super) fn new(pair: Pair<'text, Rule>, offset: usize) -> Self {
        Self { pair, offset }
    }

    pub(super) fn rule(&self) -> Rule {
        self.pair.as_rule()
    }

    pub(super) fn text(&self) -> &'text str {
        self.pair.as_str()
    }

    pub(super) fn span(&self) -> Span {
        let span = self.pair.as_span();
        Span::new(span.start(), span.end()).shifted(self.offset)
    }

    /// Every child, keywords and marks too.
    pub(super) fn all_children(&self) -> impl Iterator<Item = Self> {
        let offset = self.offset;
        self.pair.clone().into_inner().map(move |pair| Self::new(pair, offset))
    }

    /// The children that carry meaning: no keywords, no marks.
    pub(super) fn children(&self) -> Children<'text> {
        let nodes: Vec<Self> = self.all_children().filter(|child| !keyword::is_noise(child.rule())).collect();
        Children { nodes: nodes.into_iter().peekable(), parent: self.span() }
    }

    /// Whether one of the children, keywords and marks included, is of this rule.
    pub(super) fn has(&self, rule: Rule) -> bool {
        self.all_children().any(|child| child.rule() == rule)
    }

    /// For a child that the grammar does not allow here; only an error in lowering itself gets this far.
    pub(super) fn misplaced(&self) -> Diagnostic {
        misplaced(self.span(), &format!("{:?}", self.rule()))
    }
}

/// The meaningful children of a node, in order.
pub(super) struct Children<'text> {
    nodes: std::iter::Peekable<std::vec::IntoIter<Node<'text>>>,
    parent: Span,
}

impl<'text> Children<'text> {
    /// The next child, which the grammar says is there.
    pub(super) fn required(&mut self) -> Lowered<Node<'text>> {
        self.nodes.next().ok_or_else(|| misplaced(self.parent, "end"))
    }

    /// The next child, if it is of this rule.
    pub(super) fn optional(&mut self, rule: Rule) -> Option<Node<'text>> {
        self.nodes.next_if(|node| node.rule() == rule)
    }
}

impl<'text> Iterator for Children<'text> {
    type Item = Node<'text>;

    fn next(&mut self) -> Option<Node<'text>> {
        self.nodes.next()
    }
}

fn misplaced(span: Span, what: &str) -> Diagnostic {
    Diagnostic::at(Code::Syntax, span, format!("the grammar and its reading disagree ({what})"))
        .help("this is a fault of endograph, not of the statement")
}
