//! A node or an edge, with the data that stand in it.

use std::collections::BTreeMap;

use super::attributes::{Attribute, Domain};
use crate::diagnostic::Code;
use crate::formats::intake::{EdgeRecord, EntityRecord, Intake, StatedSign};
use crate::formats::position::Position;
use crate::formats::{cited, words};

/// What is known so far of an open element.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) what: What,
    at: Position,
    /// Each attribute with its rank: a name counts before a label.
    said: BTreeMap<Attribute, (usize, String)>,
}

/// What stands in its tag.
#[derive(Debug)]
pub(super) enum What {
    Node { id: String },
    Edge { source: String, target: String, directed: bool },
}

impl Element {
    pub(super) fn new(what: What, at: Position) -> Self {
        Self { what, at, said: BTreeMap::new() }
    }

    pub(super) fn domain(&self) -> Domain {
        match self.what {
            What::Node { .. } => Domain::Node,
            What::Edge { .. } => Domain::Edge,
        }
    }

    /// Takes a value, unless a better attribute has said it.
    pub(super) fn say(&mut self, attribute: Attribute, rank: usize, value: &str) {
        let value = value.trim();
        let known = self.said.get(&attribute).map(|(known, _)| *known);
        if !value.is_empty() && known.is_none_or(|known| rank < known) {
            self.said.insert(attribute, (rank, value.to_owned()));
        }
    }

    fn get(&self, attribute: Attribute) -> &str {
        self.said.get(&attribute).map_or("", |(_, value)| value.as_str())
    }

    fn items(&self, attribute: Attribute) -> Vec<&str> {
        cited::items(self.get(attribute)).collect()
    }

    /// The relation of an edge that nothing says the sign of.
    pub(super) fn unexplained(&self, intake: &mut Intake) -> Option<&str> {
        let relation = self.get(Attribute::Relation);
        let is_open = self.domain() == Domain::Edge && !relation.is_empty() && self.get(Attribute::Sign).is_empty();
        (is_open && intake.meaning_of(relation).is_none()).then_some(relation)
    }

    /// Hands the entity or the edge over.
    pub(super) fn push(&self, intake: &mut Intake) {
        match &self.what {
            What::Node { id } => self.push_node(id, intake),
            What::Edge { source, target, directed } => self.push_edge(source, target, *directed, intake),
        }
    }

    fn push_node(&self, id: &str, intake: &mut Intake) {
        // Neo4j writes labels as `:Gene:Protein`.
        let kind = self.get(Attribute::Kind);
        let labels = kind.strip_prefix(':').map(|labels| labels.split(':').collect::<Vec<_>>());
        let kinds = labels.unwrap_or_else(|| self.items(Attribute::Kind));
        intake.entity(&EntityRecord {
            id,
            name: self.get(Attribute::Name),
            kinds: &[kinds, self.items(Attribute::Also)].concat(),
            synonyms: &self.items(Attribute::Synonyms),
            xrefs: &self.items(Attribute::Xrefs),
            definition: self.get(Attribute::Definition),
            pools: &self.items(Attribute::Pools),
            place: self.at.place(),
        });
    }

    fn push_edge(&self, subject: &str, object: &str, directed: bool, intake: &mut Intake) {
        let (place, relation) = (self.at.place(), self.get(Attribute::Relation));
        let word = self.get(Attribute::Sign);
        let Some(stated) = StatedSign::read(word) else {
            let message = format!("`{word}` is no sign");
            intake.report(place, Code::WrongValue, message, |fault| fault.help("a sign is `+` or `-`, or left out"));
            return;
        };
        let sign = match stated {
            _ if !directed => StatedSign::Unsigned,
            // Without a sign an edge has that of its relation, where something says what that is.
            StatedSign::Unsigned if word.is_empty() && intake.meaning_of(relation).is_some() => StatedSign::ByRelation,
            stated => stated,
        };
        let undirected = match stated {
            _ if directed => String::new(),
            StatedSign::Signed(sign) => format!("undirected, stated `{sign}`"),
            StatedSign::Unsigned | StatedSign::ByRelation => "undirected".to_owned(),
        };
        let note = [undirected.as_str(), self.get(Attribute::Note)].map(str::trim);
        let note: Vec<&str> = note.into_iter().filter(|note| !note.is_empty()).collect();
        let background = self.get(Attribute::Background);
        let word = |key, attribute| (key, self.get(attribute));
        let (Ok(aspect), Ok(negated), Ok(followed), Ok(optional), Ok(strength)) = (
            words::choice(word("aspect", Attribute::Aspect), words::ASPECTS, place, intake),
            words::truth(word("negated", Attribute::Negated), false, place, intake),
            words::truth(word("followed", Attribute::Followed), true, place, intake),
            words::truth(word("optional", Attribute::Optional), false, place, intake),
            words::choice(word("strength", Attribute::Strength), words::STRENGTHS, place, intake),
        ) else {
            return;
        };
        intake.edge(&EdgeRecord {
            subject,
            relation,
            object,
            sign,
            aspect,
            negated,
            background: (!background.is_empty()).then_some(background),
            listed: !followed,
            optional,
            strength: strength.unwrap_or_default(),
            through: &self.items(Attribute::Through),
            context: &cited::pairs(cited::items(self.get(Attribute::Context))),
            evidence: &cited::evidence(
                cited::items(self.get(Attribute::Evidence)),
                cited::items(self.get(Attribute::Certainty)),
            ),
            note: &note.join("; "),
            place,
        });
    }
}
