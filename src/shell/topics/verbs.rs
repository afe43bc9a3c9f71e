//! The topics of verbs: effect verbs, and those that the schema of the open graph gives.

use std::fmt::Write as _;

use endograph::graph::{Aspect, EFFECT_VERBS, EffectVerb, Graph, KindId, Relation, Sign};

use super::{Examples, Page};

/// The topic of a verb in any of its forms.
pub fn find(word: &str, graph: &Graph) -> Option<Page> {
    let word = word.to_lowercase();
    let effect = EFFECT_VERBS.iter().find(|verb| [verb.base, verb.third, verb.passive].contains(&word.as_str()));
    if let Some(verb) = effect {
        return Some(of_effect(verb, graph));
    }
    let relation = graph.schema.relations.values().find(|relation| has_form(relation, &word))?;
    Some(of_relation(relation, &word, graph))
}

/// The verbs that have a topic, in the form that a question with `does` takes.
pub fn names(graph: &Graph) -> Vec<String> {
    let relations =
        graph.schema.relations.values().flat_map(|relation| relation.verbs.iter().map(|verb| verb.base.clone()));
    EFFECT_VERBS.iter().map(|verb| verb.base.to_owned()).chain(relations).collect()
}

fn has_form(relation: &Relation, word: &str) -> bool {
    let is_word = |form: &str| !form.is_empty() && form.eq_ignore_ascii_case(word);
    let forms = relation.verbs.iter().flat_map(|verb| [&verb.base, &verb.third, &verb.passive]);
    forms.chain([&relation.id, &relation.inverse]).any(|form| is_word(form))
}

fn of_effect(verb: &EffectVerb, graph: &Graph) -> Page {
    let alike: Vec<&str> =
        EFFECT_VERBS.iter().filter(|other| other.direction == verb.direction).map(|other| other.base).collect();
    let asks = match verb.direction {
        Some(Sign::Positive) => "asks what moves something up",
        Some(Sign::Negative) => "asks what moves something down",
        None => "asks for effects either way",
    };
    let text = format!(
        "{} is an effect verb: it {asks}, directly or by way of others, feedback included. {} mean the same.\n\
         To raise a hormone or drug is to have more of it; a receptor, cell, enzyme or process, to make it more active; a \
         condition, to make it present or worse. For the edges alone that a source states, ask with a relation verb \
         (`schema` lists them), or with `directly`.",
        verb.base,
        alike.join(", "),
    );
    let examples = Examples::of(graph);
    let curated = match verb.direction {
        Some(Sign::Positive) => format!("? which drugs {} testosterone", verb.base),
        Some(Sign::Negative) => format!("? what {} LH", verb.third),
        None => format!("? does hCG {} LH", verb.base),
    };
    let example = examples.curated(&curated).unwrap_or_else(|| examples.made(&format!("? what {} {{B}}", verb.third)));
    Page { text, example }
}

fn of_relation(relation: &Relation, word: &str, graph: &Graph) -> Page {
    let mut text = format!("{word} ");
    if relation.id == word {
        text.push_str("is a relation");
    } else {
        let _ = write!(text, "asks for the relation `{}`", relation.id);
    }
    text.push_str(&meaning(relation));
    let forms: Vec<&str> = relation.verbs.iter().map(|verb| verb.third.as_str()).collect();
    let _ = write!(text, "\nIts verbs: {}. Read from the object: {}.", forms.join(", "), relation.inverse);
    if let Some(kinds) = kinds(relation, graph) {
        let _ = write!(text, " {kinds}");
    }
    text.push_str("\nA relation verb asks for the edges that a source states; for net effects, ask with raise, suppress or affect.");
    let third = relation.verbs.first().map_or(relation.id.as_str(), |verb| verb.third.as_str());
    let examples = Examples::of(graph);
    let example = examples.with_relation(&format!("? what {third} {{B}}"), relation);
    let example = example.or_else(|| examples.with_relation("evidence {A} -> {B}", relation));
    Page { text, example: example.unwrap_or_else(|| examples.made("schema")) }
}

/// What the sign and the aspect of a relation say.
fn meaning(relation: &Relation) -> String {
    let aspect = match relation.aspect {
        Aspect::Abundance => "the amount of its object (its activity, of what has no amount)",
        Aspect::Activity => "the activity of its object, not its amount",
    };
    match relation.sign {
        Some(Sign::Positive) => format!(" with the sign +: it raises {aspect}."),
        Some(Sign::Negative) => format!(" with the sign -: it lowers {aspect}."),
        None => ", and carries no effect: paths take it only where `through anything` says so.".to_owned(),
    }
}

/// `It leads from a drug to a receptor or enzyme.`
fn kinds(relation: &Relation, graph: &Graph) -> Option<String> {
    let listed = |kinds: &[KindId]| match kinds {
        [] => "anything".to_owned(),
        kinds => kinds.iter().map(|&kind| graph.schema.kind(kind).id.as_str()).collect::<Vec<_>>().join(", "),
    };
    let some = !relation.subjects.is_empty() || !relation.objects.is_empty();
    some.then(|| format!("It leads from {} to {}.", listed(&relation.subjects), listed(&relation.objects)))
}
