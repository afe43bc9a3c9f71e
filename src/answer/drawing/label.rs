//! What stands beside an arrow.

use indexmap::{IndexMap, IndexSet};

use crate::answer::row::Step;
use crate::graph::UNTREATED;

/// The label of an arrow that several steps may share: each relation once, with what qualifies it in all of them.
#[derive(Default)]
pub(super) struct Label {
    relations: IndexMap<String, IndexSet<String>>,
}

impl Label {
    /// Adds a relation; the qualifiers are empty where it holds as it is.
    pub fn add(&mut self, relation: &str, qualifiers: &str) {
        self.relations.entry(relation.to_owned()).or_default().insert(qualifiers.to_owned());
    }

    /// `stimulates, after TRT`
    pub fn text(&self) -> String {
        let text = |(relation, qualifiers): (&String, &IndexSet<String>)| {
            let said: Vec<&str> = qualifiers.iter().map(String::as_str).collect();
            if said.contains(&"") { relation.clone() } else { format!("{relation}, {}", said.join(" or ")) }
        };
        self.relations.iter().map(text).collect::<Vec<_>>().join("; ")
    }
}

/// The contexts of a step that are not the usual ones, and of whom a net effect is stated: `continuous`, `after TRT`.
pub(super) fn qualifiers(step: &Step, usual: &IndexMap<String, String>) -> String {
    let contexts = step.context.iter().filter(|(key, value)| usual.get(*key) != Some(value)).map(|(_, value)| value);
    let background = step.background.iter().filter(|background| *background != UNTREATED);
    contexts.chain(background).map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_stands_once() {
        for (steps, expected) in [
            (vec![("stimulates", "")], "stimulates"),
            (vec![("stimulates", "after TRT"), ("stimulates", "")], "stimulates"),
            (vec![("stimulates", "after TRT"), ("stimulates", "on TRT")], "stimulates, after TRT or on TRT"),
            (vec![("produces", ""), ("stimulates", "continuous")], "produces; stimulates, continuous"),
        ] {
            let mut label = Label::default();
            for (relation, qualifiers) in steps {
                label.add(relation, qualifiers);
            }
            assert_eq!(label.text(), expected);
        }
    }
}
