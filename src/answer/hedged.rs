//! What a sure verdict rests on and no source states plainly.

use serde::Serialize;

use super::arrows::sentence;
use super::markup::{Markup, Meaning};
use super::row::Step;

/// The steps of a mechanism that no source states as established.
#[derive(Clone, Debug, Serialize)]
pub struct Hedged {
    /// In their order.
    pub steps: Vec<Step>,
    /// The surest word of any source for the least sure of them: `suggested`, `theoretical`.
    pub certainty: String,
}

impl Hedged {
    /// `rests on 1 suggested step`
    pub(super) fn counted(&self) -> Markup {
        let word = if self.steps.len() == 1 { " step" } else { " steps" };
        Markup::of(Meaning::Plain, &format!("rests on {} ", self.steps.len()))
            .with(Meaning::Certainty, &self.certainty)
            .with(Meaning::Plain, word)
    }

    /// `rests on 1 suggested step: estradiol causes gynecomastia`
    pub(super) fn told(&self) -> Markup {
        let mut line = self.counted();
        for (place, step) in self.steps.iter().enumerate() {
            line.plain(if place == 0 { ": " } else { "; " });
            line.append(sentence(step));
        }
        line
    }
}
