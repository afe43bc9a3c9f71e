//! What would settle a verdict that the signs leave open, and how well it would.

use serde::Serialize;

use super::glyphs::Glyphs;
use super::markup::{Markup, Meaning};
use super::row::{Step, sign_text};
use super::words::percents;
use crate::graph::Sign;

/// The comparison of two steps that best tells the sampled worlds apart by what the object does.
#[derive(Clone, Debug, Serialize)]
pub struct Settling {
    /// The step that decides where it is the stronger one.
    pub stronger: Step,
    /// The step it is compared with.
    pub weaker: Step,
    /// What the object then does.
    #[serde(serialize_with = "sign_text")]
    pub sign: Sign,
    /// The share of worlds with that sign where `stronger` is the stronger one: lowest and highest over the priors.
    pub share: [f64; 2],
    /// The share of worlds with that sign among the others.
    pub otherwise: [f64; 2],
}

/// The share of worlds, under every prior, from which on a comparison may be said to settle the matter.
const SETTLED: f64 = 0.9;

impl Settling {
    /// The comparison in words: `pituitary estrogen receptor inhibits LH more strongly than circulating testosterone does`.
    pub fn condition(&self) -> String {
        self.told().to_plain()
    }

    fn told(&self) -> Markup {
        let (one, other) = (&self.stronger, &self.weaker);
        let line = statement(one).with(Meaning::Plain, " more strongly than ");
        if one.relation == other.relation && one.to == other.to {
            return line.with(Meaning::Name, &other.from).with(Meaning::Plain, " does");
        }
        line.joined(named_again(&one.from, &other.from))
            .with(Meaning::Plain, " ")
            .with(Meaning::Relation, &other.relation)
            .with(Meaning::Plain, " ")
            .joined(named_again(&one.to, &other.to))
    }

    /// The comparison and how well it tells the worlds apart: `settled if pituitary estrogen receptor inhibits LH more
    /// strongly than circulating testosterone does: then 91–95 % of sampled worlds fall, otherwise 20–24 %`. Where the
    /// verdict stands on something else, the comparison is what the mechanism needs to agree with it.
    pub(super) fn sentence(&self, stands: bool, glyphs: Glyphs) -> Markup {
        let fall = if self.sign == Sign::Negative { "fall" } else { "rise" };
        let [share, otherwise] = [self.share, self.otherwise].map(|share| percents(share, glyphs));
        let lead = match (stands, self.share[0] >= SETTLED) {
            (true, true) => "the mechanism agrees if",
            (true, false) => "whether the mechanism agrees is best settled by whether",
            (false, true) => "settled if",
            (false, false) => "best settled by whether",
        };
        let first = if self.share[0] >= SETTLED { "then" } else { "if so," };
        Markup::of(Meaning::Certainty, lead)
            .with(Meaning::Plain, " ")
            .joined(self.told())
            .with(Meaning::Plain, &format!(": {first} "))
            .with(Meaning::Number, &share)
            .with(Meaning::Plain, &format!(" of sampled worlds {fall}, otherwise "))
            .with(Meaning::Number, &otherwise)
    }
}

/// A name, or `it` where it was named in the same place before.
fn named_again(before: &str, name: &str) -> Markup {
    if before == name { Markup::of(Meaning::Plain, "it") } else { Markup::of(Meaning::Name, name) }
}

/// `pituitary estrogen receptor inhibits LH`
fn statement(step: &Step) -> Markup {
    Markup::of(Meaning::Name, &step.from)
        .with(Meaning::Plain, " ")
        .with(Meaning::Relation, &step.relation)
        .with(Meaning::Plain, " ")
        .with(Meaning::Name, &step.to)
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;

    use super::*;

    fn step(from: &str, relation: &str, to: &str) -> Step {
        Step {
            from: from.to_owned(),
            relation: relation.to_owned(),
            to: to.to_owned(),
            sign: None,
            aspect: None,
            via_class: None,
            through: Vec::new(),
            context: IndexMap::new(),
            evidence: Vec::new(),
            background: None,
            negated: false,
            quantities: Vec::new(),
            note: String::new(),
        }
    }

    fn settling(weaker: Step, share: [f64; 2]) -> Settling {
        let stronger = step("estradiol", "inhibits", "LH");
        Settling { stronger, weaker, sign: Sign::Negative, share, otherwise: [0.2, 0.24] }
    }

    #[test]
    fn no_name_is_told_twice_in_its_place() {
        for (weaker, expected) in [
            (step("testosterone", "inhibits", "LH"), "testosterone does"),
            (step("GnRH", "stimulates", "LH"), "GnRH stimulates it"),
            (step("estradiol", "inhibits", "GnRH"), "it inhibits GnRH"),
            (step("LH", "stimulates", "Leydig cells"), "LH stimulates Leydig cells"),
        ] {
            let condition = settling(weaker, [0.9, 1.0]).condition();
            assert_eq!(condition, format!("estradiol inhibits LH more strongly than {expected}"));
        }
    }

    #[test]
    fn only_what_leaves_a_verdict_settles_it() {
        let rival = || step("testosterone", "inhibits", "LH");
        for (share, stands, lead, then) in [
            ([0.9, 0.95], false, "settled if", "then 90–95 %"),
            ([0.9, 0.95], true, "the mechanism agrees if", "then 90–95 %"),
            ([0.7, 0.95], false, "best settled by whether", "if so, 70–95 %"),
            ([0.7, 0.95], true, "whether the mechanism agrees is best settled by whether", "if so, 70–95 %"),
        ] {
            let settling = settling(rival(), share);
            let condition = settling.condition();
            let expected = format!("{lead} {condition}: {then} of sampled worlds fall, otherwise 20–24 %");
            assert_eq!(settling.sentence(stands, Glyphs::UNICODE).to_plain(), expected);
        }
    }
}
