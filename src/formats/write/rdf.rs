//! RDF: N-Triples and Turtle.
//!
//! The vocabulary. Names stand in `urn:endograph:`, percent-encoded: `entity:lh`, `kind:hormone`, `relation:is%20a`,
//! `source:…`, `context:dosing`. Kinds are classes, relations are properties, both with labels; of a relation `term:sign`
//! and `term:aspect` say more. An entity has its kinds as types (`term:kind` is the first), `rdfs:label`, SKOS's
//! `altLabel` and `definition`, `term:xref`, and `term:pools`, a sequence.
//!
//! An edge that is a step is a plain triple of its relation. Every edge is also a `statement`, an `rdf:Statement` with
//! `rdf:subject`, `rdf:predicate` and `rdf:object`; `term:sign`, `term:aspect`; a property of `context:` for each key;
//! `term:directness`, `term:background`, `term:negated`, `term:followed`, `term:optional`, `term:strength`, `term:note`,
//! `term:through` (a sequence); and `term:evidence`, nodes with `term:source`, `term:section`, `term:certainty`,
//! `term:reference` and `term:note`. What a source denies, or states as a net effect only, is no plain triple.

use std::fmt::Write as _;
use std::io::{self, Write};

use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{Literal, NamedNode, NamedNodeRef, Term, Triple};
use oxttl::{NTriplesSerializer, TurtleSerializer};

use super::Writing;
use super::standing::Standing;
use crate::graph::{Context, Edge, EdgeId, EntityId, Evidence, Graph, Sign, Strength};

/// What each name begins with.
const ROOT: &str = "urn:endograph:";

/// The prefixes of Turtle, besides those of RDF, RDFS and SKOS.
const PREFIXES: &[&str] = &["graph", "entity", "kind", "relation", "source", "statement", "context", "term"];

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

pub(super) fn write_n_triples(writing: &Writing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = NTriplesSerializer::new().for_writer(out);
    write(writing, &mut |triple| serializer.serialize_triple(triple))
}

pub(super) fn write_turtle(writing: &Writing<'_>, out: &mut dyn Write) -> io::Result<()> {
    let well_known = [("rdf", RDF), ("rdfs", RDFS), ("skos", SKOS)].map(|(name, iri)| (name, iri.to_owned()));
    let own = PREFIXES.iter().map(|&name| (name, format!("{ROOT}{name}:")));
    let mut serializer = TurtleSerializer::new();
    for (name, iri) in well_known.into_iter().chain(own) {
        serializer = serializer.with_prefix(name, iri).map_err(io::Error::other)?;
    }
    let mut serializer = serializer.for_writer(out);
    write(writing, &mut |triple| serializer.serialize_triple(triple))?;
    serializer.finish().map(drop)
}

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";

/// Where triples go.
type Sink<'s> = &'s mut dyn FnMut(&Triple) -> io::Result<()>;

fn write(writing: &Writing<'_>, sink: Sink<'_>) -> io::Result<()> {
    let graph = writing.graph();
    write_vocabulary(graph, sink)?;
    for id in graph.entity_ids() {
        write_entity(graph, id, sink)?;
    }
    for (id, edge) in writing.edges() {
        write_edge(graph, id, &edge, sink)?;
    }
    Ok(())
}

fn write_vocabulary(graph: &Graph, sink: Sink<'_>) -> io::Result<()> {
    let mut header = Subject::new("graph", &graph.name, sink);
    header.is(term("Graph").as_ref())?;
    header.said(rdfs::LABEL, &graph.name)?;
    header.said(term("title").as_ref(), &graph.title)?;
    header.said(term("version").as_ref(), &graph.version)?;
    for kind in graph.schema.kinds.values() {
        let mut subject = Subject::new("kind", &kind.id, sink);
        subject.is(rdfs::CLASS)?;
        subject.said(rdfs::LABEL, &kind.id)?;
    }
    for relation in graph.schema.relations.values() {
        let mut subject = Subject::new("relation", &relation.id, sink);
        subject.is(rdf::PROPERTY)?;
        subject.said(rdfs::LABEL, &relation.id)?;
        if let Some(sign) = relation.sign {
            subject.said(term("sign").as_ref(), sign.as_str())?;
            subject.said(term("aspect").as_ref(), relation.aspect.as_str())?;
        }
    }
    for source in graph.sources() {
        let mut subject = Subject::new("source", &source.id, sink);
        subject.is(term("Source").as_ref())?;
        subject.said(rdfs::LABEL, &source.name)?;
        subject.said(term("title").as_ref(), &source.title)?;
        subject.said(term("note").as_ref(), &source.note)?;
        for origin in &source.origin {
            subject.said(term("origin").as_ref(), origin)?;
        }
    }
    Ok(())
}

fn write_entity(graph: &Graph, id: EntityId, sink: Sink<'_>) -> io::Result<()> {
    let entity = graph.entity(id);
    let mut subject = Subject::new("entity", &entity.id, sink);
    for &kind in &entity.kinds {
        subject.is(named("kind", &graph.schema.kind(kind).id).as_ref())?;
    }
    subject.says(&term("kind"), named("kind", &graph.schema.kind(entity.kind()).id))?;
    subject.says(&rdfs::LABEL.into_owned(), literal(&entity.name))?;
    for synonym in &entity.synonyms {
        subject.said(skos("altLabel").as_ref(), synonym)?;
    }
    subject.said(skos("definition").as_ref(), &entity.definition)?;
    for xref in &entity.xrefs {
        subject.said(term("xref").as_ref(), xref)?;
    }
    subject.names_sequence("pools", &entity.pools)?;
    subject.sequence(graph, "pools", &entity.pools)
}

fn write_edge(graph: &Graph, id: EdgeId, edge: &Edge, sink: Sink<'_>) -> io::Result<()> {
    let relation = graph.schema.relation(edge.relation);
    let entity = |id: EntityId| named("entity", &graph.entity(id).id);
    let predicate = named("relation", &relation.id);
    if Standing::of(edge, graph) == Standing::Step {
        sink(&Triple::new(entity(edge.subject), predicate.clone(), entity(edge.object)))?;
    }
    let number = (id.index() + 1).to_string();
    let mut statement = Subject::new("statement", &number, sink);
    statement.is(rdf::STATEMENT)?;
    statement.says(&rdf::SUBJECT.into_owned(), entity(edge.subject))?;
    statement.says(&rdf::PREDICATE.into_owned(), predicate)?;
    statement.says(&rdf::OBJECT.into_owned(), entity(edge.object))?;
    if let Some(sign) = relation.sign {
        statement.said(term("sign").as_ref(), Sign::as_str(sign))?;
        statement.said(term("aspect").as_ref(), relation.aspect.as_str())?;
    }
    let Context(context) = &edge.context;
    for (key, value) in context {
        statement.says(&named("context", key), literal(value))?;
    }
    if let Some(background) = edge.background() {
        statement.said(term("directness").as_ref(), "documented")?;
        statement.said(term("background").as_ref(), background)?;
    }
    for (name, value, usual) in
        [("negated", edge.negated, false), ("followed", edge.followed, true), ("optional", edge.optional, false)]
    {
        if value != usual {
            statement.says(&term(name), Literal::new_typed_literal(value.to_string(), xsd::BOOLEAN))?;
        }
    }
    if edge.strength != Strength::default() {
        statement.said(term("strength").as_ref(), edge.strength.as_str())?;
    }
    statement.said(term("note").as_ref(), &edge.note)?;
    statement.names_sequence("through", &edge.through)?;
    for position in 0..edge.evidence.len() {
        let node = format!("{number}.{}", position + 1);
        statement.says(&term("evidence"), named("statement", &node))?;
    }
    // A reader takes what follows on one subject as all that is said of it, so the nodes come when the statement is whole.
    for (position, evidence) in edge.evidence.iter().enumerate() {
        let node = format!("{number}.{}", position + 1);
        write_evidence(graph, &node, evidence, statement.sink)?;
    }
    statement.sequence(graph, "through", &edge.through)
}

fn write_evidence(graph: &Graph, node: &str, evidence: &Evidence, sink: Sink<'_>) -> io::Result<()> {
    let source = |id| named("source", &graph.source(id).id);
    let mut subject = Subject::new("statement", node, sink);
    subject.says(&term("source"), source(evidence.source))?;
    subject.said(term("section").as_ref(), &evidence.section)?;
    subject.said(term("certainty").as_ref(), evidence.certainty.as_str())?;
    if let Some(reference) = evidence.reference {
        subject.says(&term("reference"), source(reference))?;
    }
    subject.said(term("note").as_ref(), &evidence.note)
}

/// What is being spoken of.
struct Subject<'s> {
    node: NamedNode,
    sink: Sink<'s>,
}

impl<'s> Subject<'s> {
    fn new(space: &str, name: &str, sink: Sink<'s>) -> Self {
        Self { node: named(space, name), sink }
    }

    fn says(&mut self, predicate: &NamedNode, object: impl Into<Term>) -> io::Result<()> {
        (self.sink)(&Triple::new(self.node.clone(), predicate.clone(), object))
    }

    /// A text, where there is one.
    fn said(&mut self, predicate: NamedNodeRef<'_>, text: &str) -> io::Result<()> {
        if text.is_empty() { Ok(()) } else { self.says(&predicate.into_owned(), literal(text)) }
    }

    fn is(&mut self, class: NamedNodeRef<'_>) -> io::Result<()> {
        self.says(&rdf::TYPE.into_owned(), class.into_owned())
    }

    /// That a node of its own holds some entities in their order, where there are any.
    fn names_sequence(&mut self, name: &str, entities: &[EntityId]) -> io::Result<()> {
        if entities.is_empty() { Ok(()) } else { self.says(&term(name), self.sequence_node(name)) }
    }

    fn sequence_node(&self, name: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}:{name}", self.node.as_str()))
    }

    /// That node, with `rdf:_1`, `rdf:_2` …, where there are any entities.
    fn sequence(&mut self, graph: &Graph, name: &str, entities: &[EntityId]) -> io::Result<()> {
        if entities.is_empty() {
            return Ok(());
        }
        let node = self.sequence_node(name);
        let mut sequence = Subject { node, sink: self.sink };
        sequence.is(NamedNode::new_unchecked(format!("{RDF}Seq")).as_ref())?;
        for (position, &entity) in entities.iter().enumerate() {
            let member = NamedNode::new_unchecked(format!("{RDF}_{}", position + 1));
            sequence.says(&member, named("entity", &graph.entity(entity).id))?;
        }
        Ok(())
    }
}

fn literal(text: &str) -> Literal {
    Literal::new_simple_literal(text)
}

fn term(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{ROOT}term:{name}"))
}

fn skos(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{SKOS}{name}"))
}

/// A name in one of the spaces, every byte but unreserved ones percent-encoded: an IRI whatever it holds.
fn named(space: &str, name: &str) -> NamedNode {
    let mut iri = format!("{ROOT}{space}:");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            iri.push(char::from(byte));
        } else {
            let _ = write!(iri, "%{byte:02X}"); // a string takes everything
        }
    }
    NamedNode::new_unchecked(iri)
}
