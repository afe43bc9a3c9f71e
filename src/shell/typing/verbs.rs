//! Verbs that fit the form and the kinds at hand.

use std::ops::Range;

use endograph::graph::{EFFECT_VERBS, Graph, KindId, Relation, Sign, Verb, VerbForm};

use super::candidate::{Candidate, begins, cased};
use super::ends::{End, relations_at};
use super::reading::{Part, Reading, read};
use super::walk::{Lead, Slot, Walk};

/// Which verbs may stand at a place.
#[derive(Debug)]
pub struct Wanted {
    /// In this form; any where relations are named.
    pub form: Option<VerbForm>,
    /// Of relations that may start from one of these kinds, or end in one where the form is passive; empty: from any.
    pub kinds: Vec<KindId>,
    /// Of relations that may lead to one of these kinds, in `? which cells does FSH stimulate`; empty: to any.
    pub objects: Vec<KindId>,
}

impl Wanted {
    /// The verbs that fit what was read before them.
    pub fn after(walk: &Walk, reading: &Reading, form: Option<VerbForm>, graph: &Graph) -> Self {
        let has_lead = !matches!(walk.slot, Slot::Asked(asked) if asked.lead == Lead::Nothing);
        let kinds = kinds_of(reading.parts.first().filter(|_| has_lead), graph);
        let is_last = matches!(walk.slot, Slot::Asked(asked) if asked.last);
        let asked_for = walk
            .phrases
            .last()
            .filter(|phrase| is_last && matches!(phrase.slot, Slot::Asked(asked) if asked.lead == Lead::Kind));
        let objects = asked_for.map(|phrase| kinds_of(read(walk, phrase, graph).parts.first(), graph));
        Self { form, kinds, objects: objects.unwrap_or_default() }
    }

    /// The verbs that begin so: those of net effects, then each relation's own, then its further ones. Where nothing is typed,
    /// those that the open graph uses of such kinds, where there are any.
    pub fn candidates(&self, start: usize, typed: &str, graph: &Graph) -> Vec<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut offer = |verb: &str, note: String| {
            let is_copular = verb.starts_with("be ") && typed.is_empty(); // nobody begins so
            if !verb.is_empty()
                && !is_copular
                && begins(verb, typed)
                && candidates.iter().all(|known| known.text != verb)
            {
                candidates.push(Candidate::word(start, cased(verb, typed), note));
            }
        };
        if let Some(form) = self.form {
            for verb in EFFECT_VERBS {
                offer(effect_form(verb, form), format!("effect{}", signed(verb.direction)));
            }
        }
        let relations = graph.schema.relations.values();
        let mut fitting: Vec<&Relation> = relations.filter(|relation| self.fits(relation)).collect();
        let end = if self.form == Some(VerbForm::Passive) { End::Object } else { End::Subject };
        let used = relations_at(end, &self.kinds, graph);
        if typed.is_empty() && fitting.iter().any(|relation| used.contains(relation.id.as_str())) {
            fitting.retain(|relation| used.contains(relation.id.as_str()));
        }
        // What is said of such kinds first, and mechanism before structure.
        fitting.sort_by_key(|relation| (!used.contains(relation.id.as_str()), relation.sign.is_none()));
        let most = fitting.iter().map(|relation| relation.verbs.len()).max().unwrap_or(0);
        for position in 0..most {
            for relation in &fitting {
                let Some(verb) = relation.verbs.get(position) else { continue };
                offer(self.written(verb), format!("relation{}", signed(relation.sign)));
            }
        }
        candidates
    }

    fn fits(&self, relation: &Relation) -> bool {
        let ends = match self.form {
            Some(VerbForm::Passive) => &relation.objects,
            _ => &relation.subjects,
        };
        let fits = |ends: &[KindId], kinds: &[KindId]| {
            kinds.is_empty() || ends.is_empty() || ends.iter().any(|kind| kinds.contains(kind))
        };
        fits(ends, &self.kinds) && fits(&relation.objects, &self.objects)
    }

    fn written<'verb>(&self, verb: &'verb Verb) -> &'verb str {
        match self.form {
            Some(VerbForm::Base) => &verb.base,
            Some(VerbForm::Passive) if verb.passive.is_empty() => verb.third.strip_prefix("is ").unwrap_or_default(),
            Some(VerbForm::Passive) => &verb.passive,
            _ => &verb.third,
        }
    }
}

/// The kinds of what was read.
pub fn kinds_of(part: Option<&(Part, Range<usize>)>, graph: &Graph) -> Vec<KindId> {
    match part {
        Some((Part::Kind(kind), _)) => vec![*kind],
        Some((Part::Entities(entities), _)) => {
            entities.iter().flat_map(|&entity| graph.kinds_of(entity)).copied().collect()
        }
        _ => Vec::new(),
    }
}

fn effect_form(verb: &endograph::graph::EffectVerb, form: VerbForm) -> &'static str {
    match form {
        VerbForm::Base => verb.base,
        VerbForm::Passive => verb.passive,
        VerbForm::Third | VerbForm::Inverse | VerbForm::Id => verb.third,
    }
}

const fn signed(sign: Option<Sign>) -> &'static str {
    match sign {
        Some(Sign::Positive) => " +",
        Some(Sign::Negative) => " -",
        None => "",
    }
}
