//! The triples that stand together of one subject.

use oxrdf::{NamedOrBlankNode, Term, Triple};

use super::vocabulary::{Is, Says, is, says, sequence_place};

/// How many triples of a subject are taken together: what a statement says fits by far.
pub(super) const MOST: usize = 4096;

/// What a triple says: its predicate, its object, and its line.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) predicate: String,
    pub(super) object: Term,
    pub(super) line: u64,
}

/// Triples of one subject that follow each other.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// Its IRI, or `_:` and what it is called.
    pub(super) node: String,
    pub(super) is_blank: bool,
    pub(super) said: Vec<Said>,
}

/// What a subject turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Entity,
    Statement,
    /// Where a statement stands.
    Cited,
    Source,
    /// Others in their order.
    Sequence,
    Vocabulary,
}

impl Subject {
    pub(super) fn new(node: &NamedOrBlankNode) -> Self {
        let is_blank = matches!(node, NamedOrBlankNode::BlankNode(_));
        Self { node: key(node), is_blank, said: Vec::new() }
    }

    /// Whether a triple belongs to it.
    pub(super) fn takes(&self, triple: &Triple) -> bool {
        self.said.len() < MOST
            && match &triple.subject {
                NamedOrBlankNode::NamedNode(node) => !self.is_blank && self.node == node.as_str(),
                NamedOrBlankNode::BlankNode(node) => self.is_blank && self.node.get(2..) == Some(node.as_str()),
            }
    }

    pub(super) fn add(&mut self, triple: Triple, line: u64) {
        self.said.push(Said { predicate: triple.predicate.into_string(), object: triple.object, line });
    }

    /// Where it begins.
    pub(super) fn line(&self) -> u64 {
        self.said.first().map_or(0, |said| said.line)
    }

    pub(super) fn role(&self) -> Role {
        let types = self.said.iter().filter(|said| says(&said.predicate) == Some(Says::Type));
        let types: Vec<Is> = types.filter_map(|said| iri(&said.object).and_then(is)).collect();
        let says_any =
            |wanted: &[Says]| self.said.iter().any(|it| says(&it.predicate).is_some_and(|it| wanted.contains(&it)));
        if types.contains(&Is::Statement) || says_any(&[Says::Subject, Says::Predicate, Says::Object]) {
            Role::Statement
        } else if types.contains(&Is::Source) {
            Role::Source
        } else if self.said.iter().any(|said| sequence_place(&said.predicate).is_some()) {
            Role::Sequence
        } else if types.contains(&Is::Vocabulary) {
            Role::Vocabulary
        } else if self.said.iter().any(|said| said.predicate == "urn:endograph:term:source") {
            Role::Cited
        } else if self.node.starts_with("urn:endograph:kind:") {
            Role::Vocabulary
        } else {
            Role::Entity
        }
    }
}

impl Subject {
    /// The members of a sequence, in their order.
    pub(super) fn members(&self) -> Vec<String> {
        let placed = self.said.iter().filter_map(|said| Some((sequence_place(&said.predicate)?, text(&said.object))));
        let mut placed: Vec<(u32, String)> = placed.collect();
        placed.sort();
        placed.into_iter().map(|(_, member)| member).collect()
    }
}

/// A node as subjects and objects have it.
pub(super) fn key(node: &NamedOrBlankNode) -> String {
    match node {
        NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
        NamedOrBlankNode::BlankNode(node) => format!("_:{}", node.as_str()),
    }
}

/// An object's IRI.
pub(super) fn iri(object: &Term) -> Option<&str> {
    match object {
        Term::NamedNode(node) => Some(node.as_str()),
        Term::BlankNode(_) | Term::Literal(_) => None,
    }
}

/// An object as text: a literal's value, an IRI, a blank node's name.
pub(super) fn text(object: &Term) -> String {
    match object {
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::BlankNode(node) => format!("_:{}", node.as_str()),
        Term::Literal(literal) => literal.value().to_owned(),
    }
}
