//! A node: a BEL term.

use serde::Deserialize;
use serde_json::Value;

use super::term;
use crate::diagnostic::Code;
use crate::formats::intake::{EntityRecord, Intake, Place};

/// A BEL term as PyBEL writes it. Older versions have no `concept`: its fields stand in the node.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Node {
    pub(super) function: String,
    pub(super) bel: Option<String>,
    id: Option<Value>,
    pub(super) concept: Option<Concept>,
    namespace: Option<String>,
    name: Option<String>,
    identifier: Option<Value>,
    pub(super) variants: Vec<Value>,
    pub(super) members: Vec<Node>,
    pub(super) reactants: Vec<Node>,
    pub(super) products: Vec<Node>,
    pub(super) fusion: Option<Value>,
}

/// A name in a namespace.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default)]
pub(super) struct Concept {
    pub(super) namespace: String,
    pub(super) name: Option<String>,
    pub(super) identifier: Option<String>,
}

impl Concept {
    /// What people call it: its name, or else its identifier.
    pub(super) fn called(&self) -> Option<&str> {
        self.name.as_deref().or(self.identifier.as_deref()).filter(|name| !name.is_empty())
    }
}

/// Functions whose terms are called as their protein is, and the word that tells them apart from it.
const TOLD_APART: &[(&str, &str)] = &[("Gene", "gene"), ("RNA", "RNA")];

impl Node {
    /// What links call it, where that is not its position.
    pub(super) fn id(&self) -> Option<String> {
        match self.id.as_ref()? {
            Value::String(id) => Some(id.clone()),
            Value::Number(id) => Some(id.to_string()),
            _ => None,
        }
    }

    /// Its name in its namespace.
    pub(super) fn named(&self) -> Option<Concept> {
        self.concept.clone().or_else(|| {
            // The oldest versions hold both in an object of this name.
            if let Some(both @ Value::Object(_)) = &self.identifier {
                return Concept::deserialize(both).ok();
            }
            let identifier = self.identifier.as_ref().and_then(Value::as_str).map(str::to_owned);
            Some(Concept { namespace: self.namespace.clone()?, name: self.name.clone(), identifier })
        })
    }

    /// Whether it is more than a function of one name.
    fn is_compound(&self) -> bool {
        let has_parts = [&self.members, &self.reactants, &self.products].iter().any(|parts| !parts.is_empty());
        has_parts || !self.variants.is_empty() || self.fusion.is_some()
    }

    /// Hands the entity over and says which term it is; one that holds nothing to call it by is a fault.
    pub(super) fn push(&self, place: Place<'_>, intake: &mut Intake) -> Option<String> {
        let Some(term) = term::of(self) else {
            intake.report(place, Code::WrongValue, "this node holds no BEL term", |fault| {
                fault.help("a node has `bel`, or `function` and a `concept` with `namespace` and `name`")
            });
            return None;
        };
        let concept = self.named();
        let xref = concept.as_ref().and_then(|concept| Some((&concept.namespace, concept.identifier.as_ref()?)));
        let xref = xref.map(|(namespace, identifier)| format!("{namespace}:{identifier}"));
        intake.entity(&EntityRecord {
            id: &term,
            name: &self.called(&term, concept.as_ref()),
            kinds: &[self.function.as_str()],
            xrefs: xref.as_deref().as_slice(),
            place,
            ..EntityRecord::default()
        });
        Some(term)
    }

    /// Its display name: that of its concept, or the term itself.
    fn called(&self, term: &str, concept: Option<&Concept>) -> String {
        let Some(name) = concept.and_then(Concept::called).filter(|_| !self.is_compound()) else {
            return term.to_owned();
        };
        match TOLD_APART.iter().find(|(function, _)| *function == self.function) {
            Some((_, word)) => format!("{name} {word}"),
            None => name.to_owned(),
        }
    }
}
