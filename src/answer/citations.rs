//! The numbers that stand for sources in what people read, and the list that they refer to.

use std::fmt::Write as _;

use indexmap::IndexSet;

use super::glyphs::Glyphs;
use super::markup::{Markup, Meaning};
use super::row::EvidenceItem;

/// The sources cited so far, numbered in the order of their first mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Citations {
    items: IndexSet<EvidenceItem>,
}

impl Citations {
    /// The numbers of the sources after a space, ` [1][3]`, smallest first, three and more in a row as ` [5-9]`; empty
    /// without evidence.
    pub fn cite(&mut self, evidence: &[EvidenceItem]) -> Markup {
        let mut numbers: Vec<usize> = evidence.iter().map(|item| self.items.insert_full(item.clone()).0 + 1).collect();
        numbers.sort_unstable();
        numbers.dedup();
        if numbers.is_empty() {
            return Markup::new();
        }
        let mut text = String::from(" ");
        for run in numbers.chunk_by(|number, next| number + 1 == *next) {
            match run {
                [first, _, .., last] => {
                    let _ = write!(text, "[{first}-{last}]");
                }
                _ => run.iter().for_each(|number| {
                    let _ = write!(text, "[{number}]");
                }),
            }
        }
        Markup::of(Meaning::Source, &text)
    }

    /// One line a source, numbered.
    pub fn list(&self, glyphs: Glyphs) -> Vec<Markup> {
        let digits = self.items.len().to_string().len();
        let number = |index: usize| format!("{:>width$} ", format!("[{}]", index + 1), width = digits + 2);
        self.items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let mut line = Markup::of(Meaning::Source, &number(index));
                line.append(describe(item, glyphs));
                line
            })
            .collect()
    }
}

/// `002.txt § Feedback (suggested, "can"), citing Coviello et al.`
pub(super) fn describe(item: &EvidenceItem, glyphs: Glyphs) -> Markup {
    let mut line = Markup::of(Meaning::Plain, item.source_text());
    if !item.section.is_empty() {
        line.plain(&format!(" {} {}", glyphs.section, item.section));
    }
    line.plain(" (");
    line.push(Meaning::Certainty, &item.certainty);
    if !item.note.is_empty() {
        line.plain(&format!(": {}", item.note));
    }
    line.plain(")");
    if let Some(reference) = &item.reference {
        line.plain(&format!(", citing {reference}"));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(source: usize) -> EvidenceItem {
        EvidenceItem {
            source_name: None,
            source: source.to_string(),
            section: String::new(),
            reference: None,
            certainty: String::from("established"),
            note: String::new(),
        }
    }

    #[test]
    fn sources_are_numbered_by_first_mention() {
        let mut citations = Citations::default();
        for (sources, expected) in [
            (vec![7], " [1]"),
            (vec![], ""),
            (vec![8, 7, 8], " [1][2]"),
            (vec![9, 7], " [1][3]"),
            (vec![9, 8, 7], " [1-3]"),
            (vec![5, 4, 3, 9], " [3-6]"),
            (vec![3, 7, 8, 5], " [1][2][4][6]"),
        ] {
            let evidence: Vec<EvidenceItem> = sources.iter().copied().map(item).collect();
            assert_eq!(citations.cite(&evidence).to_plain(), expected, "{sources:?}");
        }
        assert_eq!(citations.list(Glyphs::UNICODE).len(), 6);
    }
}
