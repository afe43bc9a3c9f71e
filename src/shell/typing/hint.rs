//! How a name or a verb that is being typed may go on.

use endograph::graph::Namespace;

use super::candidate::begins;
use super::completion::{Place, word_start};
use super::walk::{Slot, Walk};
use super::{Vocabulary, names};

/// Letters from which on a name is guessed.
const FEWEST_LETTERS: usize = 2;

/// The rest of the first verb, where one is due, or else name that begins with what was typed; none where that is a name already.
/// O(log n), and at an arrow the size of a neighbourhood.
pub fn rest_of_name(before: &str, vocabulary: &Vocabulary) -> Option<String> {
    let text = format!("{}{before}", vocabulary.earlier);
    let at = word_start(&text).filter(|&at| at < text.len())?;
    let walk = Walk::until(&text, at);
    let place = Place::new(&walk, at, *vocabulary);
    let typed = place.typed;
    let is_name = || !vocabulary.graph.names().lookup(Namespace::Names, typed).is_empty();
    let is_statement = walk.slot == Slot::Statement;
    if is_statement || typed.chars().count() < FEWEST_LETTERS {
        return None;
    }
    let name = || if place.names_fit() && !is_name() { place.naming().first() } else { None };
    let first = place.verb_that_begins_so().or_else(name)?.text;
    let rest = if begins(&first, typed) { first.get(typed.len()..) } else { None };
    rest.filter(|rest| !rest.is_empty()).map(str::to_owned)
}

impl names::Naming<'_> {
    /// The first name that begins so: a kind, then what is reachable, then any.
    fn first(&self) -> Option<super::Candidate> {
        let kind = self.kinds(self.typed).names.into_iter().next();
        let near = || self.reachable().names.into_iter().next();
        let any = || {
            let known = self.graph.begins_name(self.typed, Namespace::Names);
            let names = if known { self.graph.fitting(self.typed, 1).names } else { Vec::new() };
            let first = names.into_iter().find(|name| self.may_stand(name.named))?;
            Some((first.fit, self.candidate(&first.text, first.named)))
        };
        kind.or_else(near).or_else(any).map(|(_, candidate)| candidate)
    }
}
