//! What words can mean: names, kinds, and verbs of relations and effects.

use crate::graph::{EFFECT_VERBS, Graph, KindId, Named, Namespace, RelationId, VerbForm, fold};

use super::{AskMeaning, Side};

/// A verb that was found, and what to call it in answers.
#[derive(Clone, Debug)]
pub(super) struct FoundVerb {
    /// What it asks for.
    pub meaning: AskMeaning,
    /// Which side of the edge the name before the verb is: the object of `suppressed by`.
    pub before: Side,
    /// Whether it may stand after `is`.
    pub after_is: bool,
    /// Third person, as answers print it.
    pub third: String,
}

/// What stands before the words of a copular relation: `is a`, `is used for`.
const COPULA: &str = "is";

/// Entities and variants whose names begin these words, with how many words each takes.
pub(super) fn names_at(graph: &Graph, words: &[&str]) -> Vec<(usize, Named)> {
    matches(graph, Namespace::Names, words)
}

/// Kinds whose words begin these words.
pub(super) fn kinds_at(graph: &Graph, words: &[&str]) -> Vec<(usize, KindId)> {
    matches(graph, Namespace::Kinds, words)
        .into_iter()
        .filter_map(|(length, named)| match named {
            Named::Kind(kind) => Some((length, kind)),
            Named::Entity(_) | Named::Variant(_) | Named::Verb(..) => None,
        })
        .collect()
}

/// Verbs that begin these words and need no `is` before them.
pub(super) fn active_verbs_at(graph: &Graph, words: &[&str]) -> Vec<(usize, FoundVerb)> {
    verbs_at(graph, words).into_iter().filter(|(_, found)| !found.after_is).collect()
}

/// What may stand after `is` and begins these words: passives, and the relations that say `is` themselves.
pub(super) fn verbs_after_is_at(graph: &Graph, words: &[&str]) -> Vec<(usize, FoundVerb)> {
    let mut found: Vec<(usize, FoundVerb)> =
        verbs_at(graph, words).into_iter().filter(|(_, found)| found.after_is).collect();
    let with_copula: Vec<&str> = [COPULA].iter().chain(words).copied().collect();
    for (length, verb) in active_verbs_at(graph, &with_copula) {
        // `part of` is an id, and `is part of` a verb: one reading, not two.
        if length > 1 && !found.iter().any(|(known, other)| *known + 1 == length && other.meaning == verb.meaning) {
            found.push((length - 1, verb));
        }
    }
    found
}

/// The relation of a verb form, inverse or id that is exactly these words.
pub(super) fn relation_called(graph: &Graph, words: &[&str]) -> Option<RelationId> {
    let whole = |found: Vec<(usize, FoundVerb)>| {
        found.into_iter().find_map(|(length, verb)| match verb.meaning {
            AskMeaning::Relation(relation) if length == words.len() => Some(relation),
            _ => None,
        })
    };
    whole(verbs_at(graph, words)).or_else(|| whole(verbs_after_is_at(graph, words)))
}

/// Every verb in a voice, for suggestions: effect verbs first.
pub(super) fn all_verbs(graph: &Graph, after_is: bool) -> Vec<String> {
    let effects =
        EFFECT_VERBS.iter().flat_map(|verb| if after_is { vec![verb.passive] } else { vec![verb.third, verb.base] });
    let relations = graph.schema.relations.values().flat_map(|relation| &relation.verbs).flat_map(|verb| {
        if after_is { vec![verb.passive.as_str()] } else { vec![verb.third.as_str(), verb.base.as_str()] }
    });
    effects.chain(relations).filter(|verb| !verb.is_empty()).map(str::to_owned).collect()
}

fn matches(graph: &Graph, namespace: Namespace, words: &[&str]) -> Vec<(usize, Named)> {
    let found = graph.names().matches_at(namespace, words, 0);
    found.into_iter().flat_map(|(length, named)| named.into_iter().map(move |named| (length, named))).collect()
}

fn verbs_at(graph: &Graph, words: &[&str]) -> Vec<(usize, FoundVerb)> {
    let mut found = effect_verbs_at(words);
    for (length, named) in matches(graph, Namespace::Verbs, words) {
        let Named::Verb(relation, form) = named else { continue };
        let (before, after_is) = match form {
            VerbForm::Base | VerbForm::Third => (Side::Subject, false),
            VerbForm::Passive => (Side::Object, true),
            VerbForm::Inverse => (Side::Object, false),
            VerbForm::Id => (Side::Subject, true),
        };
        let third = third_person(graph, relation, form, &words[..length]);
        found.push((length, FoundVerb { meaning: AskMeaning::Relation(relation), before, after_is, third }));
    }
    found
}

/// The third person of the alias that the words are a form of.
fn third_person(graph: &Graph, relation: RelationId, form: VerbForm, words: &[&str]) -> String {
    let written = fold(&words.join(" "));
    let relation = graph.schema.relation(relation);
    let alias = relation.verbs.iter().find(|verb| match form {
        VerbForm::Base => fold(&verb.base) == written,
        VerbForm::Third => fold(&verb.third) == written,
        VerbForm::Passive => fold(&verb.passive) == written,
        VerbForm::Inverse | VerbForm::Id => false,
    });
    alias.or(relation.verbs.first()).map_or_else(|| relation.id.clone(), |verb| verb.third.clone())
}

fn effect_verbs_at(words: &[&str]) -> Vec<(usize, FoundVerb)> {
    let Some(first) = words.first().map(|word| fold(word)) else { return Vec::new() };
    let second = words.get(1).map(|word| fold(word));
    let mut found = Vec::new();
    for verb in EFFECT_VERBS {
        let passive = second.as_deref() == Some("by") && verb.passive.strip_suffix(" by") == Some(first.as_str());
        if passive || first == verb.base || first == verb.third {
            let before = if passive { Side::Object } else { Side::Subject };
            let (meaning, third) = (AskMeaning::Effect(verb.direction), verb.third.to_owned());
            found.push((1 + usize::from(passive), FoundVerb { meaning, before, after_is: passive, third }));
        }
    }
    found
}
