//! Edges, with their qualifiers and their provenance.

use super::local;
use super::properties::{EdgeProperty, Properties};
use super::qualifiers::{self, UnknownDirection};
use crate::diagnostic::Code;
use crate::formats::intake::{EdgeRecord, EvidenceRecord, Intake, Place};
use crate::formats::{cited, words};
use crate::graph::Certainty;

/// Qualifiers that say where an edge holds, and the context keys that they become.
const CONTEXT: &[(EdgeProperty, &str)] = &[
    (EdgeProperty::Species, "species"),
    (EdgeProperty::Site, "site"),
    (EdgeProperty::Population, "population"),
    (EdgeProperty::DiseaseContext, "disease"),
    (EdgeProperty::Stage, "stage"),
];

/// How sure sources are that state knowledge of some level.
const LEVELS: &[(&str, Certainty)] = &[
    ("knowledge_assertion", Certainty::Established),
    ("logical_entailment", Certainty::Established),
    ("observation", Certainty::Suggested),
    ("statistical_association", Certainty::Suggested),
    ("text_co_occurrence", Certainty::Suggested),
    ("prediction", Certainty::Suggested),
];

/// Agents who have looked at what they state.
const PEOPLE: &[&str] = &["", "not_provided", "manual_agent", "manual_validation_of_automated_agent"];

/// Hands an edge over; one without an end or a predicate is a fault.
pub(super) fn push(edge: &Properties<'_, EdgeProperty>, place: Place<'_>, intake: &mut Intake) {
    let needed =
        [(EdgeProperty::Subject, "subject"), (EdgeProperty::Predicate, "predicate"), (EdgeProperty::Object, "object")];
    if let Some((_, missing)) = needed.iter().find(|(property, _)| edge.first(*property).is_empty()) {
        intake.fault(place, Code::WrongValue, format!("an edge has no `{missing}`"));
        return;
    }
    let effect = match qualifiers::effect(edge, intake) {
        Ok(effect) => effect,
        Err(UnknownDirection(word)) => {
            intake.report(place, Code::WrongValue, format!("`{word}` is no direction"), |fault| {
                fault.help("a direction is `increased`, `upregulated`, `decreased` or `downregulated`")
            });
            return;
        }
    };
    let word = |property, key| (key, edge.first(property));
    let (Ok(negated), Ok(followed), Ok(optional), Ok(strength)) = (
        words::truth(word(EdgeProperty::Negated, "negated"), false, place, intake),
        words::truth(word(EdgeProperty::Followed, "followed"), true, place, intake),
        words::truth(word(EdgeProperty::Optional, "optional"), false, place, intake),
        words::choice(word(EdgeProperty::Strength, "strength"), words::STRENGTHS, place, intake),
    ) else {
        return;
    };
    let through: Vec<&str> = edge.all(EdgeProperty::Through).map(local).collect();
    let qualified = CONTEXT.iter().map(|(property, key)| (*key, edge.first(*property)));
    let qualified: Vec<(&str, &str)> = qualified.filter(|(_, value)| !value.is_empty()).collect();
    let context = [qualified, cited::pairs(edge.all(EdgeProperty::Context))].concat();
    let background = edge.first(EdgeProperty::Background);
    intake.edge(&EdgeRecord {
        subject: local(edge.first(EdgeProperty::Subject)),
        relation: effect.relation,
        object: local(edge.first(EdgeProperty::Object)),
        sign: effect.sign,
        aspect: effect.aspect,
        negated,
        context: &context,
        evidence: &evidence(edge),
        note: &note(edge),
        background: (!background.is_empty()).then_some(background),
        listed: !followed,
        optional,
        strength: strength.unwrap_or_default(),
        through: &through,
        place,
    });
}

/// What endograph has written down; else the publications, or whoever holds the knowledge.
fn evidence<'t>(edge: &'t Properties<'_, EdgeProperty>) -> Vec<EvidenceRecord<'t>> {
    let own = cited::evidence(edge.all(EdgeProperty::Evidence), edge.all(EdgeProperty::Certainty));
    if !own.is_empty() {
        return own;
    }
    let certainty = certainty(edge);
    let holder = [EdgeProperty::PrimarySource, EdgeProperty::OtherSource];
    let holder = holder.into_iter().map(|property| edge.first(property)).find(|source| !source.is_empty());
    let publications = edge.all(EdgeProperty::Publications);
    let cited: Vec<EvidenceRecord<'t>> = publications
        .map(|source| EvidenceRecord { source, section: "", certainty, note: holder.unwrap_or_default() })
        .collect();
    if cited.is_empty() {
        return holder.map(|source| EvidenceRecord { certainty, ..EvidenceRecord::of(source) }).into_iter().collect();
    }
    cited
}

/// By the level of knowledge; where that is not given, by who states it: what people have not looked at is suggested.
fn certainty(edge: &Properties<'_, EdgeProperty>) -> Certainty {
    let level = edge.first(EdgeProperty::KnowledgeLevel);
    let known = LEVELS.iter().find(|(word, _)| *word == level).map(|(_, certainty)| *certainty);
    let looked_at = PEOPLE.contains(&edge.first(EdgeProperty::AgentType));
    known.unwrap_or(if looked_at { Certainty::Established } else { Certainty::Suggested })
}

/// Aspects that the graph tells itself, with their sign.
const PLAIN_ASPECTS: &[&str] = &["abundance", "activity"];

/// The qualifiers in words, where they say more than sign and aspect: `object: increased expression; subject: decreased; by
/// inhibition`.
fn note(edge: &Properties<'_, EdgeProperty>) -> String {
    let words = |properties: &[EdgeProperty]| {
        let words = properties.iter().map(|property| edge.first(*property)).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ").replace('_', " ")
    };
    let is_plain = PLAIN_ASPECTS.contains(&edge.first(EdgeProperty::ObjectAspect))
        && !edge.first(EdgeProperty::ObjectDirection).is_empty();
    let object = if is_plain { &[][..] } else { &[EdgeProperty::ObjectDirection, EdgeProperty::ObjectAspect] };
    let parts = [
        ("object: ", words(object)),
        ("subject: ", words(&[EdgeProperty::SubjectDirection, EdgeProperty::SubjectAspect])),
        ("by ", words(&[EdgeProperty::Mechanism])),
        ("sex: ", words(&[EdgeProperty::Sex])),
        ("", edge.all(EdgeProperty::Note).collect::<Vec<_>>().join(" ")),
    ];
    let parts = parts.iter().filter(|(_, words)| !words.is_empty()).map(|(label, words)| format!("{label}{words}"));
    parts.collect::<Vec<_>>().join("; ")
}
