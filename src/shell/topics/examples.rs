//! Examples that run on the open graph: the curated one where its names are known, else one made of the graph's own names.

use std::fmt::Write as _;

use endograph::graph::{EdgeId, Graph, Relation, Sign};
use endograph::resolve::{Bindings, resolve};
use endograph::syntax::{in_quotes, parse_statement};

use super::{CHAPTERS, Topic};

/// How many edges are looked at for a pair to make examples of: a large graph is not read for the sake of help.
const LOOKS: usize = 10_000;

/// Runs on every graph.
const ANYWHERE: &str = "schema";

/// An example of each statement, clause and word; a statement that serves several topics stands once.
pub fn every(graph: &Graph) -> String {
    let examples = Examples::of(graph);
    let mut text = String::new();
    let mut listed: Vec<String> = Vec::new();
    for chapter in &CHAPTERS {
        let _ = writeln!(text, "{}# {}", if text.is_empty() { "" } else { "\n" }, chapter.title);
        for example in chapter.topics.iter().map(|topic| examples.of_topic(topic)) {
            if !listed.contains(&example) {
                let _ = writeln!(text, "{example}");
                listed.push(example);
            }
        }
    }
    text
}

/// The names that the examples of a graph are made of.
pub struct Examples<'graph> {
    graph: &'graph Graph,
    edge: Option<EdgeId>,
}

impl<'graph> Examples<'graph> {
    /// The examples of a graph: a step with a sign between two entities, or any edge where there is none.
    pub fn of(graph: &'graph Graph) -> Self {
        let edges = || graph.edge_ids().take(LOOKS).filter(|&edge| graph.subject_of(edge) != graph.object_of(edge));
        let signed = |edge: &EdgeId| graph.label_of(*edge).sign().is_some() && !graph.label_of(*edge).is_negated();
        Self { graph, edge: edges().find(signed).or_else(|| edges().next()) }
    }

    /// The example of a topic.
    pub fn of_topic(&self, topic: &Topic) -> String {
        self.either(topic.example, topic.elsewhere)
    }

    /// A curated example where its names are known, else one made after a pattern.
    pub fn either(&self, curated: &str, pattern: &str) -> String {
        self.curated(curated).unwrap_or_else(|| self.made(pattern))
    }

    /// A statement on the embedded graph, where it runs on this one too. Of a large graph that takes too long to find out, so
    /// its examples are made of its own names.
    pub fn curated(&self, statement: &str) -> Option<String> {
        (self.graph.edge_count() <= LOOKS && self.runs(statement)).then(|| statement.to_owned())
    }

    /// An example made of names of the graph, or one that runs on every graph.
    pub fn made(&self, pattern: &str) -> String {
        let filled = self.edge.and_then(|edge| self.filled(pattern, edge)).filter(|example| self.runs(example));
        filled.unwrap_or_else(|| ANYWHERE.to_owned())
    }

    /// An example with an edge of a relation.
    pub fn with_relation(&self, pattern: &str, relation: &Relation) -> Option<String> {
        let is_so = |edge: &EdgeId| self.graph.schema.relation(self.graph.label_of(*edge).relation()).id == relation.id;
        let edge = self.graph.edge_ids().take(LOOKS).find(is_so)?;
        self.filled(pattern, edge).filter(|example| self.runs(example))
    }

    /// Whether every name and verb of a statement is known.
    pub fn runs(&self, statement: &str) -> bool {
        // What is expected is a statement of its own.
        let asked =
            statement.strip_prefix("expect ").and_then(|text| text.split_once(": ")).map_or(statement, |it| it.1);
        parse_statement(statement).is_ok()
            && parse_statement(asked).is_ok_and(|parsed| resolve(&parsed, self.graph, &Bindings::new()).is_ok())
    }

    fn filled(&self, pattern: &str, edge: EdgeId) -> Option<String> {
        let label = self.graph.label_of(edge);
        let (subject, object) = (self.graph.subject_of(edge), self.graph.object_of(edge));
        let kind = self.graph.schema.kind(self.graph.kind_of(subject));
        let relation = self.graph.schema.relation(label.relation());
        let verb = match label.sign() {
            Some(Sign::Negative) => "suppress",
            _ => "raise",
        };
        let third = relation.verbs.first().map(|verb| verb.third.as_str())?;
        let name = |name: &str, rest: &str| {
            let bare = pattern.replace(rest, name);
            // A name that holds no keyword needs no quotes.
            if parse_statement(&bare).is_ok() && name.chars().all(|letter| letter.is_alphanumeric() || letter == ' ') {
                name.to_owned()
            } else {
                in_quotes(name)
            }
        };
        let (a, b) = (&self.graph.entity(subject).name, &self.graph.entity(object).name);
        Some(
            pattern
                .replace("{A}", &name(a, "{A}"))
                .replace("{B}", &name(b, "{B}"))
                .replace("{kinds}", &kind.plural)
                .replace("{verbs}", third)
                .replace("{verb}", verb),
        )
    }
}
