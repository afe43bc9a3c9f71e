//! What a picture tells when it is asked: sentences of arrows, definitions of nodes.

use crate::answer::arrows::sentence;
use crate::answer::glossary::GlossaryEntry;
use crate::answer::row::Step;

/// `LH stimulates Leydig cells, through LHCG receptor`, with its figures and the curator's remark.
pub(super) fn of_step(step: &Step) -> String {
    let mut text = sentence(step).to_plain();
    if !step.through.is_empty() {
        text.push_str(", through ");
        text.push_str(&step.through.join(", "));
    }
    if step.background.is_some() {
        text.push_str(" (documented)");
    }
    for more in step.quantities.iter().chain(Some(&step.note).filter(|note| !note.is_empty())) {
        text.push_str("; ");
        text.push_str(more);
    }
    text
}

/// The definition, then other names.
pub(super) fn of_node(entry: &GlossaryEntry) -> Vec<String> {
    let definition = Some(entry.definition.clone()).filter(|definition| !definition.is_empty());
    let synonyms =
        Some(&entry.synonyms).filter(|names| !names.is_empty()).map(|names| format!("also {}", names.join(", ")));
    definition.into_iter().chain(synonyms).collect()
}
