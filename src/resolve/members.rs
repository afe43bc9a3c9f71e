//! What several entities are named by at once: kinds, classes, sets, results.

use crate::diagnostic::Diagnostic;
use crate::graph::EntityId;
use crate::syntax::Phrase;

use super::phrase::{Slot, bare};
use super::{Mention, NamedAs, Scope, Target};

impl Scope<'_> {
    /// What is watched: a name, all of a kind or set, or a class with its members.
    pub(super) fn watched(&self, phrase: &Phrase) -> Result<Target, Diagnostic> {
        let mut target = self.target(phrase, Slot::NameOrKind)?;
        if let Some(members) = self.members_of(&target) {
            target.mentions.extend(members);
            target.named = NamedAs::Several;
        }
        Ok(target)
    }

    /// The members of the class that is named, without the classes among them; none where no class is named.
    pub(super) fn members_of(&self, target: &Target) -> Option<Vec<Mention>> {
        let class = class_named(target)?;
        let adjacency = &self.graph.adjacency;
        let members = adjacency.members(class).into_iter().filter(|&member| !adjacency.is_class(member));
        let members: Vec<Mention> = members.map(bare).collect();
        (!members.is_empty()).then_some(members)
    }

    /// Each mention as a target of its own, called by its name.
    pub(super) fn one_by_one(&self, target: &Target) -> Vec<Target> {
        match (target.named, target.mentions.as_slice()) {
            (NamedAs::Name | NamedAs::Umbrella(_), [_]) => vec![target.clone()],
            _ => target.mentions.iter().map(|mention| self.alone(target, mention)).collect(),
        }
    }

    fn alone(&self, among: &Target, mention: &Mention) -> Target {
        let variant = self.graph.variants.iter().find(|variant| {
            !mention.context.is_empty() && variant.entity == mention.entity && variant.context == mention.context
        });
        let text = variant.map_or(&self.graph.entity(mention.entity).name, |variant| &variant.name).clone();
        Target { text, mentions: vec![mention.clone()], named: NamedAs::Name, ..among.clone() }
    }
}

fn class_named(target: &Target) -> Option<EntityId> {
    match (target.named, target.mentions.as_slice()) {
        (NamedAs::Name, [only]) if only.context.is_empty() => Some(only.entity),
        _ => None,
    }
}
