//! The elements of a document in their order.

use std::collections::BTreeMap;
use std::io::{self, BufRead};

use indexmap::IndexMap;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use rustc_hash::FxHashSet;

use super::attributes::{self, Attribute, Domain};
use super::element::{Element, What};
use crate::diagnostic::Code;
use crate::formats::input::Lines;
use crate::formats::intake::Intake;
use crate::formats::position::{Position, Positioned, Whereabouts};

/// How deep elements may stand in elements.
const DEEPEST: usize = 64;

/// Takes the nodes and edges of a document in.
pub(super) fn read(input: impl BufRead, intake: &mut Intake) -> io::Result<()> {
    let input = Positioned::new(input);
    let whereabouts = input.whereabouts();
    let mut xml = Reader::from_reader(input);
    let mut reading = Reading::new(intake);
    let mut buffer = Vec::new();
    loop {
        let at = whereabouts.now();
        whereabouts.begin_value();
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Eof) => break,
            Ok(event) => {
                if reading.take(&event, at).is_err() {
                    return Ok(());
                }
            }
            Err(_) if whereabouts.too_long().is_some() => {
                reading.intake.value_too_long(at.place());
                return Ok(());
            }
            Err(quick_xml::Error::Io(error)) => return Err(io::Error::new(error.kind(), error.to_string())),
            Err(error) => {
                reading.refuse(at, Code::WrongValue, format!("this is no well-formed XML: {error}"));
                return Ok(());
            }
        }
    }
    reading.end(&whereabouts);
    Ok(())
}

/// The document is read no further; why is told.
struct Refused;

/// A declared attribute.
#[derive(Clone, Debug)]
struct Key {
    name: String,
    /// None: of nodes and edges.
    domain: Option<Domain>,
    default: String,
}

/// An element that has begun and not ended.
enum Open {
    Graph {
        directed: bool,
    },
    Item(Element),
    Key(String),
    /// Text that says something of the item around it: an attribute's name, or what it says already.
    Data(String),
    /// A label as yEd draws it.
    Drawn,
    Default,
    Other,
}

struct Reading<'i> {
    intake: &'i mut Intake,
    /// In the order of the file: of several defaults that say the same, the first does.
    keys: IndexMap<String, Key>,
    open: Vec<Open>,
    text: String,
    /// Nodes so far, and ends of edges that were none yet.
    declared: FxHashSet<String>,
    awaited: Vec<(String, Position)>,
    /// Attributes that are not read, and how often they stand.
    unread: BTreeMap<String, u64>,
    left_out: BTreeMap<&'static str, u64>,
    /// Relations that nothing says the sign of.
    unexplained: BTreeMap<String, u64>,
    root_seen: bool,
}

impl<'i> Reading<'i> {
    fn new(intake: &'i mut Intake) -> Self {
        intake.nodes_may_follow();
        Self {
            intake,
            keys: IndexMap::new(),
            open: Vec::new(),
            text: String::new(),
            declared: FxHashSet::default(),
            awaited: Vec::new(),
            unread: BTreeMap::new(),
            left_out: BTreeMap::new(),
            unexplained: BTreeMap::new(),
            root_seen: false,
        }
    }

    fn refuse(&mut self, at: Position, code: Code, message: impl Into<String>) -> Refused {
        self.intake.refuse(at.place(), code, message, |fault| fault);
        Refused
    }

    fn take(&mut self, event: &Event<'_>, at: Position) -> Result<(), Refused> {
        match event {
            Event::Start(tag) => self.begin(tag, at),
            Event::Empty(tag) => {
                self.begin(tag, at)?;
                self.finish();
                Ok(())
            }
            Event::End(_) => {
                self.finish();
                Ok(())
            }
            Event::Text(text) => self.add_text(&text.xml10_content(), at),
            Event::CData(text) => self.add_text(&text.xml10_content(), at),
            Event::GeneralRef(reference) => self.add_reference(reference, at),
            Event::DocType(_) => {
                let message = "a document type declaration is not read: it can name other files";
                Err(self.refuse(at, Code::WrongValue, message))
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn begin(&mut self, tag: &BytesStart<'_>, at: Position) -> Result<(), Refused> {
        if self.open.len() >= DEEPEST {
            let message = format!("elements stand more than {DEEPEST} deep in each other");
            return Err(self.refuse(at, Code::TooDeep, message));
        }
        let name = tag.local_name();
        let name: &str = name.as_ref();
        if !self.root_seen {
            self.root_seen = true;
            if name != "graphml" {
                let message = format!("this is no GraphML: the outermost element is `{name}`");
                return Err(self.refuse(at, Code::WrongValue, message));
            }
        }
        let mut said = match attributes_of(tag) {
            Ok(said) => said,
            Err(message) => return Err(self.refuse(at, Code::WrongValue, message)),
        };
        let open = match name {
            "key" => self.declare(&mut said),
            "graph" => Open::Graph { directed: said.remove("edgedefault").is_none_or(|word| word != "undirected") },
            "node" => self.node(&mut said, at),
            "edge" => self.edge(&mut said, at),
            "data" => {
                self.text.clear();
                Open::Data(said.remove("key").unwrap_or_default())
            }
            "default" => {
                self.text.clear();
                Open::Default
            }
            "NodeLabel" | "EdgeLabel" => {
                self.text.clear();
                Open::Drawn
            }
            "hyperedge" | "port" | "endpoint" => {
                let name = if name == "hyperedge" { "hyperedges" } else { "ports" };
                *self.left_out.entry(name).or_default() += 1;
                Open::Other
            }
            _ => Open::Other,
        };
        self.open.push(open);
        Ok(())
    }

    fn declare(&mut self, said: &mut Said) -> Open {
        let id = said.remove("id").unwrap_or_default();
        let domain = match said.remove("for").as_deref() {
            Some("node") => Some(Domain::Node),
            Some("edge") => Some(Domain::Edge),
            _ => None,
        };
        let name = said.remove("attr.name").unwrap_or_else(|| id.clone());
        self.keys.insert(id.clone(), Key { name, domain, default: String::new() });
        Open::Key(id)
    }

    fn node(&mut self, said: &mut Said, at: Position) -> Open {
        let Some(id) = said.remove("id").filter(|id| !id.trim().is_empty()) else {
            self.intake.fault(at.place(), Code::MissingKey, "a node has no `id`");
            return Open::Other;
        };
        self.declared.insert(id.clone());
        let mut node = Element::new(What::Node { id }, at);
        for name in ["labels", "label"] {
            if let (Some(value), Some((attribute, rank))) = (said.get(name), attributes::called(Domain::Node, name)) {
                node.say(attribute, rank, value);
            }
        }
        Open::Item(node)
    }

    fn edge(&mut self, said: &mut Said, at: Position) -> Open {
        let (Some(source), Some(target)) = (said.remove("source"), said.remove("target")) else {
            self.intake.fault(at.place(), Code::MissingKey, "an edge needs a `source` and a `target`");
            return Open::Other;
        };
        let by_graph = self.open.iter().rev().find_map(|open| match open {
            Open::Graph { directed } => Some(*directed),
            _ => None,
        });
        let directed = match said.remove("directed").as_deref() {
            Some("true" | "1") => true,
            Some("false" | "0") => false,
            _ => by_graph.unwrap_or(true),
        };
        for end in [&source, &target] {
            if !self.declared.contains(end) {
                self.awaited.push((end.clone(), at));
            }
        }
        let mut edge = Element::new(What::Edge { source, target, directed }, at);
        if let (Some(value), Some((attribute, rank))) = (said.get("label"), attributes::called(Domain::Edge, "label")) {
            edge.say(attribute, rank, value);
        }
        Open::Item(edge)
    }

    /// Text that has a place; of one element it may stand in many pieces.
    fn add_text(&mut self, text: &str, at: Position) -> Result<(), Refused> {
        if !matches!(self.open.last(), Some(Open::Data(_) | Open::Drawn | Open::Default)) {
            return Ok(());
        }
        if self.text.len() + text.len() > Lines::LONGEST {
            self.intake.value_too_long(at.place());
            return Err(Refused);
        }
        self.text.push_str(text);
        Ok(())
    }

    /// `&amp;`, `&#946;`; any other reference would need a document type.
    fn add_reference(&mut self, reference: &quick_xml::events::BytesRef<'_>, at: Position) -> Result<(), Refused> {
        let name: &str = reference;
        let character = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => reference.resolve_char_ref().ok().flatten(),
        };
        let Some(character) = character else {
            let message = format!("`&{name};` stands for nothing that is known here");
            return Err(self.refuse(at, Code::WrongValue, message));
        };
        self.add_text(character.encode_utf8(&mut [0; 4]), at)
    }

    fn finish(&mut self) {
        let text = std::mem::take(&mut self.text);
        match self.open.pop() {
            Some(Open::Data(key)) if text.trim().is_empty() || key.is_empty() => {}
            Some(Open::Data(key)) => self.say(&key, &text),
            Some(Open::Drawn) => self.say_drawn(&text),
            Some(Open::Default) => {
                if let Some(Open::Key(id)) = self.open.last()
                    && let Some(key) = self.keys.get_mut(id)
                {
                    key.default = text;
                }
            }
            Some(Open::Item(mut item)) => {
                self.say_defaults(&mut item);
                item.push(self.intake);
                if let Some(relation) = item.unexplained(self.intake) {
                    *self.unexplained.entry(relation.to_owned()).or_default() += 1;
                }
            }
            Some(Open::Graph { .. } | Open::Key(_) | Open::Other) | None => {}
        }
    }

    /// The innermost item that is open.
    fn item(&mut self) -> Option<&mut Element> {
        match self.open.last_mut() {
            Some(Open::Item(item)) => Some(item),
            _ => None,
        }
    }

    fn say(&mut self, key: &str, text: &str) {
        let name = self.keys.get(key).map_or_else(|| key.to_owned(), |key| key.name.clone());
        let Some(item) = self.item() else {
            return;
        };
        match attributes::called(item.domain(), &name) {
            Some((attribute, rank)) => item.say(attribute, rank, text),
            None => *self.unread.entry(name).or_default() += 1,
        }
    }

    /// What yEd draws beside a node or an edge is its name or its relation.
    fn say_drawn(&mut self, text: &str) {
        let item = self.open.iter_mut().rev().find_map(|open| match open {
            Open::Item(item) => Some(item),
            _ => None,
        });
        if let Some(item) = item {
            let attribute = match item.domain() {
                Domain::Node => Attribute::Name,
                Domain::Edge => Attribute::Relation,
            };
            item.say(attribute, usize::MAX - 1, text);
        }
    }

    fn say_defaults(&self, item: &mut Element) {
        let domain = item.domain();
        let of_item = |key: &&Key| !key.default.is_empty() && key.domain.is_none_or(|of| of == domain);
        for key in self.keys.values().filter(of_item) {
            if let Some((attribute, _)) = attributes::called(domain, &key.name) {
                item.say(attribute, usize::MAX, &key.default); // no better than what stands in the item
            }
        }
    }

    fn end(&mut self, whereabouts: &Whereabouts) {
        let at = whereabouts.now();
        if !self.root_seen {
            self.refuse(at, Code::NoRows, "the file is empty");
        } else if !self.open.is_empty() {
            self.refuse(at, Code::WrongValue, "the file ends before its last element does");
        }
        for (end, at) in std::mem::take(&mut self.awaited) {
            if !self.declared.contains(&end) {
                self.intake.fault(at.place(), Code::UnknownName, format!("no node has the id `{end}`"));
            }
        }
        for (what, count) in std::mem::take(&mut self.left_out) {
            self.intake.left_out(&format!("{count} {what}"));
        }
        if !self.unread.is_empty() {
            self.intake.left_out(&format!("the attributes {}", counted(&self.unread)));
        }
        if !self.unexplained.is_empty() {
            self.intake.unexplained(&counted(&self.unexplained));
        }
    }
}

/// "`weight` (3), `x` (1)"
fn counted(counts: &BTreeMap<String, u64>) -> String {
    counts.iter().map(|(name, count)| format!("`{name}` ({count})")).collect::<Vec<_>>().join(", ")
}

/// The attributes of a tag.
type Said = BTreeMap<String, String>;

fn attributes_of(tag: &BytesStart<'_>) -> Result<Said, String> {
    let mut said = Said::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| format!("this tag is not well-formed: {error}"))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| format!("this tag is not well-formed: {error}"))?;
        let name = attribute.key.local_name();
        let name: &str = name.as_ref();
        said.insert(name.to_owned(), value.into_owned());
    }
    Ok(said)
}
