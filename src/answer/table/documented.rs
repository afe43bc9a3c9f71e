//! What sources state of an effect, in a few words.

use indexmap::IndexMap;

use super::super::markup::{Markup, Meaning};
use super::super::row::{EvidenceItem, Step};
use super::page::Page;
use crate::graph::{UNTREATED, said_of};

/// Of whom an effect is stated where nothing else is said of them, beside what somebody else is given.
pub(super) const OF_THE_UNTREATED: &str = "of the untreated";

/// `documented [1][3], documented on TRT [2]`; empty where no source states anything. Where the answer is about those who
/// are given something anyway (`treated`), what is stated of the untreated says so.
pub(super) fn words(page: &mut Page, documented: &[Step], treated: bool) -> Markup {
    let mut groups: IndexMap<String, Vec<EvidenceItem>> = IndexMap::new();
    for step in documented {
        let word = if step.negated { "stated absent" } else { "documented" };
        let words = match step.background.as_deref() {
            Some(UNTREATED) if treated => format!("{word} {OF_THE_UNTREATED}"),
            None | Some(UNTREATED) => word.to_owned(),
            Some(background) => format!("{word} {}", said_of(background)),
        };
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
