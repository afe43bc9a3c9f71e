//! Statements about statements: an edge with its sign, its context and its evidence.

use rustc_hash::FxHashMap;

use super::names::{Names, decoded};
use super::sequences::Sequences;
use super::subject::{Subject, text};
use super::vocabulary::{Says, context_key, says};
use crate::diagnostic::Code;
use crate::formats::intake::{EdgeRecord, EvidenceRecord, Intake, Place, StatedSign};
use crate::formats::{cited, words};
use crate::graph::Certainty;

/// A reified statement.
#[derive(Clone, Debug, Default)]
pub(super) struct Statement {
    subject: String,
    predicate: String,
    object: String,
    sign: String,
    aspect: String,
    negated: String,
    background: Option<String>,
    followed: String,
    optional: String,
    strength: String,
    /// A sequence of the inner entities of the chain that it is the short form of, or these themselves.
    through: Vec<String>,
    note: String,
    context: Vec<(String, String)>,
    /// The nodes that say where it stands, and works that it cites itself.
    evidence: Vec<String>,
    works: Vec<String>,
    line: u64,
}

/// Where a statement stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Cited {
    source: String,
    section: String,
    certainty: String,
    note: String,
}

impl Statement {
    /// The statement that a subject is, and how many of its triples have no place in a graph.
    pub(super) fn of(subject: &Subject) -> (Self, usize) {
        let mut statement = Self { line: subject.line(), ..Self::default() };
        let mut left_out = 0;
        for said in &subject.said {
            let object = text(&said.object);
            match says(&said.predicate) {
                Some(Says::Subject) => statement.subject = object,
                Some(Says::Predicate) => statement.predicate = object,
                Some(Says::Object) => statement.object = object,
                Some(Says::Sign) => statement.sign = object,
                Some(Says::Aspect) => statement.aspect = object,
                Some(Says::Negated) => statement.negated = object,
                Some(Says::Background) => statement.background = Some(object),
                Some(Says::Followed) => statement.followed = object,
                Some(Says::Optional) => statement.optional = object,
                Some(Says::Strength) => statement.strength = object,
                Some(Says::Through) => statement.through.push(object),
                Some(Says::Note | Says::Definition) => statement.note = object,
                Some(Says::Evidence) => statement.evidence.push(object),
                Some(Says::Source) => statement.works.push(object),
                Some(Says::Type | Says::Kind | Says::Label | Says::Nothing) => {}
                Some(_) => left_out += 1,
                None => match context_key(&said.predicate) {
                    Some(key) => statement.context.push((decoded(key), object)),
                    None => left_out += 1,
                },
            }
        }
        (statement, left_out)
    }

    /// Hands the edge over, with what is known of where it stands.
    pub(super) fn push(
        &self,
        known: &mut FxHashMap<String, Cited>,
        sequences: &mut Sequences,
        names: &Names,
        source: impl Fn(&str) -> String,
        intake: &mut Intake,
    ) {
        let place = Place::line(self.line, "");
        if self.subject.is_empty() || self.predicate.is_empty() || self.object.is_empty() {
            intake.report(place, Code::MissingKey, "a statement lacks its subject, predicate or object", |fault| {
                fault.help("what is said of a statement must stand together")
            });
            return;
        }
        let Some(sign) = StatedSign::read(&self.sign) else {
            intake.fault(place, Code::WrongValue, format!("`{}` is no sign", self.sign));
            return;
        };
        let (Ok(aspect), Ok(negated), Ok(followed), Ok(optional), Ok(strength)) = (
            words::choice(("aspect", &self.aspect), words::ASPECTS, place, intake),
            words::truth(("negated", &self.negated), false, place, intake),
            words::truth(("followed", &self.followed), true, place, intake),
            words::truth(("optional", &self.optional), false, place, intake),
            words::choice(("strength", &self.strength), words::STRENGTHS, place, intake),
        ) else {
            return;
        };
        let through: Vec<String> = sequences.members(&self.through).iter().map(|inner| names.of(inner)).collect();
        let relation = super::reading::relation_of(&names.of(&self.predicate), intake);
        let sign = if sign == StatedSign::Unsigned && relation.is_known { StatedSign::ByRelation } else { sign };
        let cited: Vec<Cited> = self.evidence.iter().filter_map(|node| known.remove(node)).collect();
        let works = self.works.iter().map(|work| Cited { source: work.clone(), ..Cited::default() });
        let cited: Vec<(String, Cited)> =
            cited.into_iter().chain(works).map(|cited| (source(&cited.source), cited)).collect();
        let evidence: Vec<EvidenceRecord<'_>> = cited
            .iter()
            .map(|(source, cited)| EvidenceRecord {
                source,
                section: &cited.section,
                certainty: cited::certainty(&cited.certainty).unwrap_or(Certainty::Established),
                note: &cited.note,
            })
            .collect();
        let context: Vec<(&str, &str)> =
            self.context.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        intake.edge(&EdgeRecord {
            subject: &names.of(&self.subject),
            relation: &relation.word,
            object: &names.of(&self.object),
            sign,
            aspect,
            negated,
            background: self.background.as_deref(),
            listed: !followed,
            optional,
            strength: strength.unwrap_or_default(),
            through: &through.iter().map(String::as_str).collect::<Vec<_>>(),
            context: &context,
            evidence: &evidence,
            note: &self.note,
            place,
        });
    }
}

impl Cited {
    pub(super) fn of(subject: &Subject) -> Self {
        let mut cited = Self::default();
        for said in &subject.said {
            let object = text(&said.object);
            match says(&said.predicate) {
                Some(Says::Source) => cited.source = object,
                Some(Says::Section) => cited.section = object,
                Some(Says::Certainty) => cited.certainty = object,
                Some(Says::Note) => cited.note = object,
                _ => {}
            }
        }
        cited
    }
}
