//! Words of the language that no relation may be called by: effect verbs and keywords.

use super::Sign;

/// A verb that asks for net effects, direct and indirect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EffectVerb {
    /// After `does X …`: `raise`.
    pub base: &'static str,
    /// After `what …`: `raises`.
    pub third: &'static str,
    /// After `is X …`: `raised by`.
    pub passive: &'static str,
    /// The direction asked for; none: either (`affect`, `change`).
    pub direction: Option<Sign>,
}

const fn effect(base: &'static str, third: &'static str, passive: &'static str, direction: Option<Sign>) -> EffectVerb {
    EffectVerb { base, third, passive, direction }
}

const UP: Option<Sign> = Some(Sign::Positive);
const DOWN: Option<Sign> = Some(Sign::Negative);

/// The effect verbs, the one that answers use first in each direction.
pub const EFFECT_VERBS: &[EffectVerb] = &[
    effect("raise", "raises", "raised by", UP),
    effect("increase", "increases", "increased by", UP),
    effect("boost", "boosts", "boosted by", UP),
    effect("elevate", "elevates", "elevated by", UP),
    effect("improve", "improves", "improved by", UP),
    effect("augment", "augments", "augmented by", UP),
    effect("suppress", "suppresses", "suppressed by", DOWN),
    effect("lower", "lowers", "lowered by", DOWN),
    effect("decrease", "decreases", "decreased by", DOWN),
    effect("reduce", "reduces", "reduced by", DOWN),
    effect("affect", "affects", "affected by", None),
    effect("change", "changes", "changed by", None),
];

/// The keywords of the language.
pub const KEYWORDS: &[&str] = &[
    "what",
    "which",
    "how",
    "many",
    "does",
    "do",
    "is",
    "are",
    "why",
    "path",
    "show",
    "list",
    "find",
    "evidence",
    "figures",
    "for",
    "schema",
    "stats",
    "let",
    "expect",
    "explain",
    "profile",
    "given",
    "holding",
    "via",
    "avoiding",
    "through",
    "max",
    "min",
    "net",
    "where",
    "limit",
    "including",
    "documented",
    "and",
    "or",
    "not",
    "but",
    "anything",
    "all",
    "any",
    "shortest",
    "trail",
    "walk",
    "directly",
];

/// Whether a folded word or phrase belongs to the language.
pub fn is_reserved(folded: &str) -> bool {
    KEYWORDS.contains(&folded)
        || EFFECT_VERBS.iter().any(|verb| {
            let participle = verb.passive.strip_suffix(" by").unwrap_or(verb.passive);
            folded == verb.base
                || folded == verb.third
                || folded == participle
                || folded.strip_suffix("by") == Some(participle)
        })
}

#[cfg(test)]
mod tests {
    use super::is_reserved;
    use crate::graph::names::fold;

    #[test]
    fn effect_verbs_and_keywords_are_reserved_in_every_form() {
        for word in ["raise", "Raises", "raised", "raised by", "reduced by", "path", "Shortest", "affects"] {
            assert!(is_reserved(&fold(word)), "{word}");
        }
        for word in ["stimulates", "stimulated by", "is a", "by", "drives"] {
            assert!(!is_reserved(&fold(word)), "{word}");
        }
    }
}
