//! What stands beside an arrow.

use indexmap::IndexMap;

use crate::answer::row::Step;
use crate::graph::UNTREATED;

/// The relation, with the contexts that are not the usual ones, and of whom a net effect is stated: `stimulates, continuous`.
pub(super) fn label(step: &Step, usual: &IndexMap<String, String>) -> String {
    let mut text = step.relation.clone();
    let contexts = step.context.iter().filter(|(key, value)| usual.get(*key) != Some(value)).map(|(_, value)| value);
    let background = step.background.iter().filter(|background| *background != UNTREATED);
    for part in contexts.chain(background) {
        text.push_str(", ");
        text.push_str(part);
    }
    text
}
