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

impl Settling {
    /// The comparison in words: `pituitary estrogen receptor inhibits LH more strongly than circulating testosterone does`.
    pub fn condition(&self) -> String {
        self.told().to_plain()
    }

    fn told(&self) -> Markup {
        let (one, other) = (&self.stronger, &self.weaker);
        let line = statement(one).with(Meaning::Plain, " more strongly than ");
        if one.relation != other.relation {
            line.joined(statement(other))
        } else if one.to == other.to {
            line.with(Meaning::Name, &other.from).with(Meaning::Plain, " does")
        } else if one.from == other.from {
            line.with(Meaning::Name, &other.to)
        } else {
            line.joined(statement(other))
        }
    }

    /// What stands before the comparison (`settled`), the comparison, and how well it tells the worlds apart: `settled if
    /// pituitary estrogen receptor inhibits LH more strongly than circulating testosterone does: LH falls in 91–95 % of
    /// sampled worlds where that is so, in 20–24 % where not`
    pub(super) fn sentence(&self, lead: &str, object: &str, glyphs: Glyphs) -> Markup {
        let moves = if self.sign == Sign::Negative { "falls" } else { "rises" };
        let [share, otherwise] = [self.share, self.otherwise].map(|share| percents(share, glyphs));
        Markup::of(Meaning::Certainty, lead)
            .with(Meaning::Plain, " if ")
            .joined(self.told())
            .with(Meaning::Plain, ": ")
            .with(Meaning::Name, object)
            .with(
                Meaning::Plain,
                &format!(" {moves} in {share} of sampled worlds where that is so, in {otherwise} where not"),
            )
    }
}

/// `pituitary estrogen receptor inhibits LH`
fn statement(step: &Step) -> Markup {
    Markup::of(Meaning::Name, &step.from)
        .with(Meaning::Plain, " ")
        .with(Meaning::Relation, &step.relation)
        .with(Meaning::Plain, " ")
        .with(Meaning::Name, &step.to)
}
