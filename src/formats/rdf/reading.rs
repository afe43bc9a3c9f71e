//! Triples in their order, to entities and edges.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use oxrdf::{Term, Triple};
use oxttl::TurtleSyntaxError;
use oxttl::ntriples::LowLevelNTriplesParser;
use oxttl::turtle::LowLevelTurtleParser;
use rustc_hash::FxHashMap;

use super::description::Descriptions;
use super::names::{Names, local};
use super::sequences::Sequences;
use super::statement::{Cited, Statement};
use super::subject::{Role, Said, Subject, iri, text};
use super::vocabulary::{Is, Says, is, is_restated, says};
use crate::diagnostic::Code;
use crate::formats::input::{Input, Line, Lines};
use crate::formats::intake::{EdgeRecord, Intake, Place, StatedSign};

/// The mappings that say what its predicates mean: the second those of its own space only.
const ONTOLOGY: &str = "ontology";
const BIOLINK: &str = "biolink";

/// How many faults of syntax are looked past: behind the first few, a file is of another format.
const MOST_FAULTS: usize = 100;

/// The parsers of the two formats, fed line by line.
pub(super) enum Parser {
    NTriples(LowLevelNTriplesParser),
    Turtle(LowLevelTurtleParser),
}

impl Parser {
    fn feed(&mut self, bytes: &[u8]) {
        match self {
            Self::NTriples(parser) => parser.extend_from_slice(bytes),
            Self::Turtle(parser) => parser.extend_from_slice(bytes),
        }
    }

    fn end(&mut self) {
        match self {
            Self::NTriples(parser) => parser.end(),
            Self::Turtle(parser) => parser.end(),
        }
    }

    fn next(&mut self) -> Option<Result<Triple, TurtleSyntaxError>> {
        match self {
            Self::NTriples(parser) => parser.parse_next(),
            Self::Turtle(parser) => parser.parse_next(),
        }
    }

    /// Hands over the prefixes that are declared so far, where there are new ones.
    fn name_prefixes(&self, names: &mut Names, declares: bool) {
        let Self::Turtle(parser) = self else {
            return;
        };
        if declares || parser.prefixes().count() != names.declared {
            let mut prefixes: Vec<(&str, &str)> = parser.prefixes().collect();
            prefixes.sort_unstable(); // they come in the order of a hash map
            names.declared = prefixes.len();
            for (prefix, iri) in prefixes {
                names.add(prefix, iri);
            }
        }
    }
}

/// Takes the triples of a file in.
pub(super) fn read(input: Input, mut parser: Parser, intake: &mut Intake) -> io::Result<()> {
    intake.imply(ONTOLOGY);
    intake.imply_with_prefixes(BIOLINK);
    intake.nodes_may_follow();
    let mut reading = Reading::new(intake);
    let mut lines = Lines::new(input);
    loop {
        let next = match lines.next() {
            Ok(next) => next,
            Err(error) => {
                reading.end(); // what was read before the file broke off may be kept
                return Err(error);
            }
        };
        let Some((number, line)) = next else {
            break;
        };
        match line {
            Line::Text(text) => {
                parser.feed(text.as_bytes());
                parser.feed(b"\n");
                if reading.drain(&mut parser, number, text).is_err() {
                    return Ok(());
                }
            }
            wrong => {
                wrong.report(number, reading.intake);
                parser.feed(b"\n"); // it counts lines too
            }
        }
    }
    parser.end();
    if reading.drain(&mut parser, 0, "").is_ok() {
        reading.end();
    }
    Ok(())
}

/// The file is read no further: it is of another format.
struct GivenUp;

/// A word for a relation, and whether something says what it means.
pub(super) struct RelationWord {
    pub(super) word: String,
    pub(super) is_known: bool,
}

/// The word for a predicate: its short name, or the last part of it where only that is known.
pub(super) fn relation_of(name: &str, intake: &mut Intake) -> RelationWord {
    if intake.meaning_of(name).is_some() {
        return RelationWord { word: name.to_owned(), is_known: true };
    }
    let word = local(name).to_owned();
    let is_known = intake.meaning_of(&word).is_some();
    RelationWord { word, is_known }
}

struct Reading<'i> {
    intake: &'i mut Intake,
    names: Names,
    group: Option<Subject>,
    descriptions: Descriptions,
    /// What works are called, by their IRIs.
    sources: FxHashMap<String, String>,
    cited: FxHashMap<String, Cited>,
    sequences: Sequences,
    /// The statement whose evidence may still follow.
    statement: Option<Statement>,
    /// What entities are said to be.
    kinds: BTreeSet<String>,
    /// Predicates that nothing explains, and predicates of literals and blank nodes that have no place in a graph.
    unexplained: BTreeMap<String, u64>,
    left_out: BTreeMap<String, u64>,
    faults: usize,
}

impl<'i> Reading<'i> {
    fn new(intake: &'i mut Intake) -> Self {
        Self {
            intake,
            names: Names::default(),
            group: None,
            descriptions: Descriptions::default(),
            sources: FxHashMap::default(),
            cited: FxHashMap::default(),
            sequences: Sequences::default(),
            statement: None,
            kinds: BTreeSet::new(),
            unexplained: BTreeMap::new(),
            left_out: BTreeMap::new(),
            faults: 0,
        }
    }

    /// Takes what the parser has understood so far; `text` is the last line that it was fed.
    fn drain(&mut self, parser: &mut Parser, number: u64, text: &str) -> Result<(), GivenUp> {
        let declares = text.contains("prefix") || text.contains("PREFIX");
        while let Some(triple) = parser.next() {
            parser.name_prefixes(&mut self.names, declares);
            match triple {
                Ok(triple) => self.take(triple, number),
                Err(error) => self.syntax(&error, number, text)?,
            }
        }
        Ok(())
    }

    fn syntax(&mut self, error: &TurtleSyntaxError, number: u64, text: &str) -> Result<(), GivenUp> {
        let start = error.location().start;
        let line = start.line + 1;
        let column = u32::try_from(start.column).unwrap_or(u32::MAX).saturating_add(1);
        let text = if line == number { text } else { "" };
        self.intake.fault(
            Place::at(line, column, text),
            Code::WrongValue,
            format!("this is no RDF: {}", error.message()),
        );
        self.faults += 1;
        if self.faults < MOST_FAULTS {
            return Ok(());
        }
        let message = format!("nothing is read after {MOST_FAULTS} faults of syntax");
        self.intake.refuse(Place::at(line, column, text), Code::WrongValue, message, |fault| fault);
        Err(GivenUp)
    }

    fn take(&mut self, triple: Triple, line: u64) {
        if self.group.as_ref().is_none_or(|group| !group.takes(&triple)) {
            let next = Subject::new(&triple.subject);
            if let Some(group) = self.group.replace(next) {
                self.close(&group);
            }
        }
        if let Some(group) = &mut self.group {
            group.add(triple, line);
        }
    }

    fn close(&mut self, subject: &Subject) {
        match subject.role() {
            Role::Statement => {
                let (statement, left_out) = Statement::of(subject);
                self.push_statement();
                self.statement = Some(statement);
                if left_out > 0 {
                    *self.left_out.entry("what statements say besides".to_owned()).or_default() += left_out as u64;
                }
            }
            Role::Cited => {
                self.cited.insert(subject.node.clone(), Cited::of(subject));
            }
            Role::Source => {
                let label = subject.said.iter().find(|said| says(&said.predicate) == Some(Says::Label));
                if let Some(label) = label {
                    self.sources.insert(subject.node.clone(), text(&label.object));
                }
            }
            Role::Sequence => self.sequences.add(&subject.node, subject.members()),
            Role::Vocabulary => {}
            Role::Entity if subject.is_blank => {
                *self.left_out.entry("blank nodes".to_owned()).or_default() += subject.said.len() as u64;
            }
            Role::Entity => {
                let name = self.names.of(&subject.node);
                for said in &subject.said {
                    self.entity(&name, said);
                }
            }
        }
    }

    /// What a triple says of an entity.
    fn entity(&mut self, name: &str, said: &Said) {
        match says(&said.predicate) {
            Some(Says::Nothing) => {}
            Some(Says::Pool) => self.descriptions.has_pool(name, text(&said.object), said.line),
            Some(says @ (Says::Type | Says::Kind)) => self.kind(name, says == Says::Kind, said),
            Some(says) => self.described(name, says, said),
            None if is_restated(&said.predicate) => {}
            None => match iri(&said.object) {
                Some(object) => self.edge(name, object, said),
                None => self.leave_out(&said.predicate),
            },
        }
    }

    fn kind(&mut self, name: &str, decides: bool, said: &Said) {
        let Some(class) = iri(&said.object) else {
            self.leave_out(&said.predicate);
            return;
        };
        if is(class) != Some(Is::Something) {
            let class = self.names.of(class);
            let word = if self.intake.knows_kind(&class) { class.clone() } else { local(&class).to_owned() };
            self.kinds.insert(class);
            self.descriptions.is(name, word, decides, said.line);
        }
    }

    fn described(&mut self, name: &str, says: Says, said: &Said) {
        let (value, language) = match &said.object {
            Term::Literal(literal) => (literal.value().to_owned(), literal.language()),
            Term::NamedNode(node) if says == Says::Xref => (self.names.of(node.as_str()), None),
            Term::NamedNode(_) | Term::BlankNode(_) => {
                self.leave_out(&said.predicate);
                return;
            }
        };
        if !self.descriptions.say(name, says, &value, language, said.line) {
            self.leave_out(&said.predicate);
        }
    }

    fn edge(&mut self, subject: &str, object: &str, said: &Said) {
        let predicate = self.names.of(&said.predicate);
        let relation = relation_of(&predicate, self.intake);
        if !relation.is_known {
            *self.unexplained.entry(predicate).or_default() += 1;
        }
        self.intake.edge(&EdgeRecord {
            subject,
            relation: &relation.word,
            object: &self.names.of(object),
            sign: if relation.is_known { StatedSign::ByRelation } else { StatedSign::Unsigned },
            place: Place::line(said.line, ""),
            ..EdgeRecord::default()
        });
    }

    fn leave_out(&mut self, predicate: &str) {
        let predicate = format!("`{}`", self.names.of(predicate));
        *self.left_out.entry(predicate).or_default() += 1;
    }

    fn push_statement(&mut self) {
        if let Some(statement) = self.statement.take() {
            let Self { intake, names, cited, sequences, sources, .. } = self;
            let source = |iri: &str| sources.get(iri).cloned().unwrap_or_else(|| names.of(iri));
            statement.push(cited, sequences, names, source, intake);
        }
    }

    fn end(&mut self) {
        if let Some(group) = self.group.take() {
            self.close(&group);
        }
        self.push_statement();
        let kinds = std::mem::take(&mut self.kinds);
        let Self { descriptions, names, sequences, intake, .. } = &mut *self;
        descriptions.push(|name| kinds.contains(name), names, sequences, intake);
        let counted = |counts: &BTreeMap<String, u64>, quote: &str| {
            let counts = counts.iter().map(|(what, count)| format!("{quote}{what}{quote} ({count})"));
            counts.collect::<Vec<_>>().join(", ")
        };
        if !self.left_out.is_empty() {
            self.intake.left_out(&counted(&self.left_out, ""));
        }
        if !self.unexplained.is_empty() {
            self.intake.unexplained(&counted(&self.unexplained, "`"));
        }
    }
}
