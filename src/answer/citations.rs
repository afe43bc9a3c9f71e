//! The numbers that stand for sources in what people read, and the list that they refer to.

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
    /// The numbers of the sources after a space, ` [1][3]`, smallest first; empty without evidence.
    pub fn cite(&mut self, evidence: &[EvidenceItem]) -> Markup {
        let mut numbers: Vec<usize> = evidence.iter().map(|item| self.items.insert_full(item.clone()).0 + 1).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let text: String = numbers.iter().map(|number| format!("[{number}]")).collect();
        if text.is_empty() { Markup::new() } else { Markup::of(Meaning::Source, &format!(" {text}")) }
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
    let mut line = Markup::of(Meaning::Plain, &item.source);
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
