//! The document: an object whose `nodes` and `links` are read item by item.

use std::fmt;
use std::io::{self, Read};

use rustc_hash::FxHashMap;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::link::{End, Link};
use super::node::Node;
use crate::diagnostic::Code;
use crate::formats::intake::{Intake, Place};
use crate::formats::position::{Position, Positioned, Whereabouts};

/// Reads a document to its end, or to where it is no JSON.
pub(super) fn read(input: Positioned<impl Read>, intake: &mut Intake) -> io::Result<()> {
    let whereabouts = input.whereabouts();
    let mut json = serde_json::Deserializer::from_reader(input);
    let mut reading = Reading { intake, whereabouts, terms: Terms::default(), early: Vec::new(), nodes_read: false };
    let read = json.deserialize_map(Document(&mut reading)).and_then(|()| json.end());
    match read {
        Ok(()) if reading.nodes_read => reading.take_early(),
        Ok(()) => {
            let message = "this is no node-link graph: it has no `nodes`";
            intake.refuse(Place::line(1, ""), Code::WrongValue, message, |fault| {
                fault.help("PyBEL writes one with `to_nodelink_file`")
            });
        }
        Err(error) if error.is_io() => match reading.whereabouts.too_long() {
            Some(at) => intake.value_too_long(at.place()),
            None => return Err(error.into()),
        },
        Err(error) => {
            let message = format!("this is no node-link JSON: {}", without_place(&error));
            intake.refuse(place(&error), Code::WrongValue, message, |fault| fault);
        }
    }
    Ok(())
}

fn place(error: &serde_json::Error) -> Place<'static> {
    Place::at(error.line() as u64, u32::try_from(error.column().max(1)).unwrap_or(u32::MAX), "")
}

/// What an error says, without the line and column that the fault gives anyway.
fn without_place(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split_once(" at line ").map_or(text.as_str(), |(message, _)| message).to_owned()
}

/// The terms that links may name, by position or by id.
#[derive(Default)]
pub(super) struct Terms {
    /// None where the node was faulty.
    terms: Vec<Option<String>>,
    positions: FxHashMap<String, usize>,
}

impl Terms {
    /// The term of a link's end; none where no node stands there.
    pub(super) fn of(&self, end: &End) -> Option<&str> {
        let position = match end {
            End::Position(position) => *position,
            End::Id(id) => *self.positions.get(id)?,
        };
        self.terms.get(position)?.as_deref()
    }

    fn add(&mut self, id: Option<String>, term: Option<String>) {
        if let Some(id) = id {
            self.positions.insert(id, self.terms.len());
        }
        self.terms.push(term);
    }
}

struct Reading<'i> {
    intake: &'i mut Intake,
    whereabouts: Whereabouts,
    terms: Terms,
    /// Links that stand before the nodes.
    early: Vec<(Link, Position)>,
    nodes_read: bool,
}

impl Reading<'_> {
    fn node(&mut self, item: Value, at: Position) {
        match Node::deserialize(item) {
            Ok(node) => {
                let term = node.push(at.place(), self.intake);
                self.terms.add(node.id(), term);
            }
            Err(error) => {
                self.intake.fault(at.place(), Code::WrongType, format!("this is no BEL node: {error}"));
                self.terms.add(None, None);
            }
        }
    }

    fn link(&mut self, item: Value, at: Position) {
        match Link::deserialize(item) {
            Ok(link) if self.nodes_read => link.push(&self.terms, at.place(), self.intake),
            Ok(link) => self.early.push((link, at)),
            Err(error) => {
                self.intake.fault(at.place(), Code::WrongType, format!("this is no BEL link: {error}"));
            }
        }
    }

    fn take_early(&mut self) {
        for (link, at) in std::mem::take(&mut self.early) {
            link.push(&self.terms, at.place(), self.intake);
        }
    }
}

struct Document<'r, 'i>(&'r mut Reading<'i>);

impl<'de> Visitor<'de> for Document<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object with `nodes` and `links`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reading = self.0;
        loop {
            reading.whereabouts.begin_value();
            let Some(key) = map.next_key::<String>()? else { return Ok(()) };
            reading.whereabouts.skip_value();
            match key.as_str() {
                "nodes" => {
                    map.next_value_seed(Items { reading, take: Reading::node })?;
                    reading.nodes_read = true;
                }
                "links" | "edges" => map.next_value_seed(Items { reading, take: Reading::link })?,
                _ => map.next_value::<IgnoredAny>().map(drop)?,
            }
        }
    }
}

/// The items of a list, handed over one by one.
struct Items<'r, 'i> {
    reading: &'r mut Reading<'i>,
    take: fn(&mut Reading<'i>, Value, Position),
}

impl<'de> DeserializeSeed<'de> for Items<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, list: D) -> Result<(), D::Error> {
        list.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        loop {
            self.reading.whereabouts.begin_value();
            let Some((item, at)) = list.next_element_seed(Located(&self.reading.whereabouts))? else { return Ok(()) };
            (self.take)(self.reading, item, at);
        }
    }
}

/// A value and where it begins.
struct Located<'w>(&'w Whereabouts);

impl<'de> DeserializeSeed<'de> for Located<'_> {
    type Value = (Value, Position);

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<Self::Value, D::Error> {
        // The parser has looked at the first byte already.
        let after = self.0.now();
        let at = Position { column: after.column.saturating_sub(1).max(1), ..after };
        Ok((Value::deserialize(value)?, at))
    }
}
