//! Verbs that fit the form and the kinds at hand.

use endograph::graph::{EFFECT_VERBS, Graph, KindId, Relation, Sign, Verb, VerbForm};

use super::candidate::{Candidate, begins, cased};
use super::reading::{Part, Reading};
use super::walk::{Lead, Slot};

/// Which verbs may stand at a place.
#[derive(Debug)]
pub struct Wanted {
    /// In this form; any where relations are named.
    pub form: Option<VerbForm>,
    /// Of relations that may start from one of these kinds, or end in one where the form is passive; empty: from any.
    pub kinds: Vec<KindId>,
}

impl Wanted {
    /// The verbs that fit what was read before them.
    pub fn after(reading: &Reading, slot: Slot, form: Option<VerbForm>, graph: &Graph) -> Self {
        let lead = reading.parts.first().filter(|_| !matches!(slot, Slot::Asked(asked) if asked.lead == Lead::Nothing));
        let kinds = match lead {
            Some((Part::Kind(kind), _)) => vec![*kind],
            Some((Part::Entities(entities), _)) => {
                entities.iter().flat_map(|&entity| graph.kinds_of(entity)).copied().collect()
            }
            _ => Vec::new(),
        };
        Self { form, kinds }
    }

    /// The verbs that begin so: those of net effects, then each relation's own, then its further ones.
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
        fitting.sort_by_key(|relation| relation.sign.is_none()); // mechanism before structure
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
        self.kinds.is_empty() || ends.is_empty() || ends.iter().any(|kind| self.kinds.contains(kind))
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
