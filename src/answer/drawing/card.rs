//! An entity among its neighbours.

use crate::answer::row::{EntityCard, Step};
use crate::picture::{Part, Weight};

use super::sketch::Sketch;

/// The most nodes of a neighbourhood that is still read at a glance, fewer than a picture may have.
const MOST_NEIGHBOURS: usize = 40;

/// What acts on the entity and what it acts on, in turn; then what carries no sign; then stated net effects.
pub(super) fn draw<'a>(cards: &'a [EntityCard], sketch: &mut Sketch<'a>) {
    sketch.limit(MOST_NEIGHBOURS);
    let names: Vec<&str> = cards.iter().map(|card| card.entity.as_str()).collect();
    sketch.title = names.join(", ");
    let ranks: [fn(&Step) -> bool; 3] = [
        |step| step.sign.is_some() && step.background.is_none(),
        |step| step.sign.is_none() && step.background.is_none(),
        |step| step.background.is_some(),
    ];
    for belongs in ranks {
        for card in cards {
            for step in alternately(&card.incoming, &card.outgoing).filter(|step| belongs(step)) {
                sketch.draw(std::slice::from_ref(step), Weight::Plain, None);
            }
        }
    }
    for card in cards {
        sketch.mark(&card.entity, Part::Centre);
        if !card.definition.is_empty() {
            sketch.remarks.push(card.definition.clone());
        }
    }
}

/// One of the first, one of the second, and so on.
pub(super) fn alternately<'a>(first: &'a [Step], second: &'a [Step]) -> impl Iterator<Item = &'a Step> {
    (0..first.len().max(second.len())).flat_map(|place| first.get(place).into_iter().chain(second.get(place)))
}
