//! Context keys, fields of evidence, and their values.

use endograph::graph::{Certainty, ContextScope, Graph, fold};
use endograph::resolve::EvidenceField;

use super::candidate::{Candidate, begins};
use super::walk::{Slot, Walk};

/// Sources that are looked through.
const MOST_SOURCES: usize = 1_000;

/// What may stand where the walk ends, if that is a key, a field or a value.
pub fn candidates(walk: &Walk, start: usize, typed: &str, graph: &Graph) -> Vec<Candidate> {
    let bare = typed.trim_start_matches(['"', '“']);
    let offered: Vec<(String, String)> = match walk.slot {
        Slot::Key => keys(graph),
        Slot::Field => EvidenceField::NAMED.iter().map(|(name, _)| ((*name).to_owned(), "field".to_owned())).collect(),
        Slot::Value if walk.from == walk.tokens.len() => values(walk, graph),
        Slot::FieldValue if walk.from == walk.tokens.len() => field_values(walk, graph),
        _ => Vec::new(),
    };
    let is_value = matches!(walk.slot, Slot::Value | Slot::FieldValue);
    let fitting = offered.into_iter().filter(|(text, _)| begins(text, bare));
    fitting
        .map(|(text, note)| {
            let bare = text.split(' ').all(endograph::syntax::is_bare) && !typed.starts_with(['"', '“']);
            let text = if bare { text } else { endograph::syntax::in_quotes(&text) };
            if is_value { Candidate::name(start, text, note) } else { Candidate::word(start, text, note) }
        })
        .collect()
}

/// What an annotation says changes no answer, so it is no context of a question.
fn keys(graph: &Graph) -> Vec<(String, String)> {
    let keys = graph.schema.contexts.values().filter(|key| key.scope != ContextScope::Annotation);
    keys.map(|key| (key.key.clone(), key.values.join(" or "))).collect()
}

fn values(walk: &Walk, graph: &Graph) -> Vec<(String, String)> {
    let Some(key) = graph.schema.contexts.values().find(|key| fold(&key.key) == fold(&walk.key)) else {
        return Vec::new();
    };
    let note = |value: &String| if key.default.as_ref() == Some(value) { "the default" } else { "" };
    key.values.iter().map(|value| (value.clone(), note(value).to_owned())).collect()
}

fn field_values(walk: &Walk, graph: &Graph) -> Vec<(String, String)> {
    let Some((_, field)) = EvidenceField::NAMED.iter().find(|(name, _)| *name == fold(&walk.key)) else {
        return Vec::new();
    };
    match field {
        EvidenceField::Certainty => [Certainty::Established, Certainty::Suggested, Certainty::Theoretical]
            .map(|certainty| (certainty.as_str().to_owned(), String::new()))
            .to_vec(),
        EvidenceField::Source | EvidenceField::Reference => {
            let sources = graph.source_ids().take(MOST_SOURCES).map(|id| graph.source(id));
            sources.map(|source| (source.id.clone(), source.name.clone())).collect()
        }
        EvidenceField::Section => Vec::new(),
    }
}
