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
