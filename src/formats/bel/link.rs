//! A link: a statement between two terms.

use serde::Deserialize;
use serde_json::Value;

use super::document::Terms;
use super::node::Concept;
use crate::diagnostic::Code;
use crate::formats::intake::{EdgeRecord, EvidenceRecord, Intake, Place, StatedSign};
use crate::graph::{Aspect, Sign};

/// An end of a link: a position among the nodes, or the id of one.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum End {
    Position(usize),
    Id(String),
}

/// A statement as PyBEL writes it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Link {
    source: End,
    target: End,
    relation: String,
    #[serde(default)]
    evidence: Option<Value>,
    #[serde(default)]
    citation: Option<Citation>,
    #[serde(default)]
    annotations: Option<Value>,
    /// What about the subject acts.
    #[serde(default, alias = "source_modifier")]
    subject: Option<Modifier>,
    /// What about the object is acted on.
    #[serde(default, alias = "target_modifier")]
    object: Option<Modifier>,
}

/// `act()`, `deg()`, `tloc()`, `sec()`, `surf()`, and where.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Modifier {
    #[serde(rename = "modifier")]
    function: Option<String>,
    effect: Option<Value>,
    location: Option<Concept>,
}

/// Where a statement stands. Each version of PyBEL has names of its own for the two parts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Citation {
    #[serde(alias = "type", alias = "db")]
    namespace: String,
    #[serde(alias = "reference", alias = "db_id")]
    identifier: String,
}

/// What a link says of its effect.
struct Effect<'l> {
    relation: &'l str,
    sign: StatedSign,
    aspect: Option<Aspect>,
}

impl Link {
    /// Hands the edge over; an end that is no node is a fault.
    pub(super) fn push(&self, terms: &Terms, place: Place<'_>, intake: &mut Intake) {
        let (Some(subject), Some(object)) = (terms.of(&self.source), terms.of(&self.target)) else {
            let end = if terms.of(&self.source).is_none() { &self.source } else { &self.target };
            let message = match end {
                End::Position(position) => format!("a link ends in node {position}, which there is not"),
                End::Id(id) => format!("a link ends in the node `{id}`, which there is not"),
            };
            intake.fault(place, Code::UnknownName, message);
            return;
        };
        let effect = self.effect(intake);
        let annotations = self.annotations();
        let context: Vec<(&str, &str)> =
            annotations.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let (source, quote) = (self.source_cited(), self.quote());
        let evidence = EvidenceRecord { note: &quote, ..EvidenceRecord::of(&source) };
        intake.edge(&EdgeRecord {
            subject,
            relation: effect.relation,
            object,
            sign: effect.sign,
            aspect: effect.aspect,
            context: &context,
            evidence: if source.is_empty() { &[] } else { std::slice::from_ref(&evidence) },
            note: &self.note(effect.relation.is_empty()),
            place,
            ..EdgeRecord::default()
        });
    }

    /// The effect of a relation on what the object's modifier names. More degradation of a term is less of it, on either
    /// side; what is neither amount nor activity (translocation) has no sign as an object.
    fn effect(&self, intake: &mut Intake) -> Effect<'_> {
        let plain = Effect { relation: &self.relation, sign: StatedSign::ByRelation, aspect: None };
        let Some((own, aspect)) = intake.meaning_of(&self.relation).and_then(|own| Some((own.sign?, own.aspect)))
        else {
            return plain;
        };
        let modified = |end: &Option<Modifier>| end.as_ref().and_then(|end| end.function.clone());
        let turned = modified(&self.subject).and_then(|word| intake.aspect_of(&word));
        let turned = turned.map_or(Sign::Positive, |change| change.sign);
        let (sign, aspect) = match modified(&self.object) {
            None => (own, aspect),
            Some(word) => match intake.aspect_of(&word) {
                Some(change) => (own * change.sign, change.aspect),
                None => return Effect { relation: "", sign: StatedSign::Unsigned, aspect: None },
            },
        };
        Effect { relation: "", sign: StatedSign::Signed(sign * turned), aspect: Some(aspect) }
    }

    /// `directlyIncreases; subject: activity (kin)`
    fn note(&self, with_relation: bool) -> String {
        let relation = if with_relation { self.relation.clone() } else { String::new() };
        let ends = [("subject", &self.subject), ("object", &self.object)].into_iter().filter_map(|(side, modifier)| {
            let words = modifier.as_ref()?.words();
            (!words.is_empty()).then(|| format!("{side}: {words}"))
        });
        let parts = [relation].into_iter().filter(|relation| !relation.is_empty()).chain(ends);
        parts.collect::<Vec<_>>().join("; ")
    }

    /// `PMID:123`, `doi:…`; empty where nothing is cited.
    fn source_cited(&self) -> String {
        let Some(Citation { namespace, identifier }) = &self.citation else {
            return String::new();
        };
        match (namespace.to_lowercase().as_str(), identifier.trim()) {
            (_, "") => String::new(),
            ("", identifier) => identifier.to_owned(),
            ("pubmed" | "pmid", identifier) => format!("PMID:{identifier}"),
            (namespace, identifier) => format!("{namespace}:{identifier}"),
        }
    }

    /// The sentence that states it.
    fn quote(&self) -> String {
        let quote = self.evidence.as_ref().and_then(|evidence| match evidence {
            Value::Object(fields) => fields.get("text").and_then(Value::as_str),
            other => other.as_str(),
        });
        quote.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Each annotation with its values: `{"Species": {"9606": true}}`, or lists of names.
    fn annotations(&self) -> Vec<(String, String)> {
        let Some(Value::Object(annotations)) = &self.annotations else {
            return Vec::new();
        };
        let pairs = annotations.iter().map(|(key, values)| (key.clone(), values_of(values).join(", ")));
        pairs.filter(|(_, values)| !values.is_empty()).collect()
    }
}

impl Modifier {
    /// `activity (kin)`, `translocation`, `in extracellular space`.
    fn words(&self) -> String {
        let effect = self.effect.as_ref().and_then(|effect| effect.get("name")).and_then(Value::as_str);
        let effect = effect.filter(|effect| *effect != "act").map(|effect| format!("({effect})"));
        let place = self.location.as_ref().and_then(Concept::called).map(|place| format!("in {place}"));
        let parts = [self.function.as_ref().map(|function| function.to_lowercase()), effect, place];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

fn values_of(values: &Value) -> Vec<String> {
    match values {
        Value::String(value) => vec![value.clone()],
        Value::Array(items) => items.iter().flat_map(values_of).collect(),
        Value::Object(concept) if concept.contains_key("namespace") => {
            let named = ["name", "identifier"].iter().find_map(|key| concept.get(*key).and_then(Value::as_str));
            named.map(str::to_owned).into_iter().collect()
        }
        Value::Object(set) => set.keys().cloned().collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
