//! What sources state of an effect, in a few words.

use indexmap::IndexMap;

use super::super::markup::{Markup, Meaning};
use super::super::row::{EvidenceItem, Step};
use super::page::Page;
use crate::graph::{UNTREATED, said_of};

/// `documented [1][3], documented on TRT [2]`; empty where no source states anything.
pub(super) fn words(page: &mut Page, documented: &[Step]) -> Markup {
    let mut groups: IndexMap<String, Vec<EvidenceItem>> = IndexMap::new();
    for step in documented {
        let word = if step.negated { "stated absent" } else { "documented" };
        let background = step.background.as_deref().filter(|background| *background != UNTREATED);
        let words = background.map_or_else(|| word.to_owned(), |background| format!("{word} {}", said_of(background)));
        groups.entry(words).or_default().extend(step.evidence.iter().cloned());
    }
    let mut line = Markup::new();
    for (words, evidence) in groups {
        if !line.is_empty() {
            line.plain(", ");
        }
        line.push(Meaning::Certainty, &words);
        line.append(page.cite(&evidence));
    }
    line
}
