//! Which effects a comparison shows.

use std::cmp::Reverse;

use crate::answer::Note;
use crate::graph::Graph;
use crate::resolve::{Comparison, ComparisonView};

use super::super::remarks;
use super::effects::Respect;
use super::notes;

/// How many objects a comparison shows where none is named.
const SHOWN: usize = 12;

/// The effects to show. Of those that are named, in their order, what the view asks for; else the most telling of those on
/// which the agents differ or, where that is asked for or nothing differs, agree.
pub(super) fn choose(
    graph: &Graph,
    comparison: &Comparison,
    respects: Vec<Respect>,
    notes: &mut Vec<Note>,
) -> Vec<Respect> {
    let touched = |respect: &Respect| respect.is_touched();
    let (common, whole) = (comparison.view == ComparisonView::Common, comparison.view == ComparisonView::Whole);
    if !comparison.on.is_empty() {
        let wanted = |respect: &Respect| match comparison.view {
            ComparisonView::Whole => true,
            ComparisonView::Common => respect.shared().is_some() && respect.is_touched(),
            ComparisonView::Differences => respect.differs(),
        };
        return respects.into_iter().filter(wanted).collect();
    }
    let (mut shared, others): (Vec<Respect>, Vec<Respect>) =
        respects.into_iter().filter(touched).partition(|respect| respect.shared().is_some());
    let mut differing: Vec<Respect> = others.into_iter().filter(Respect::differs).collect();
    // What sources speak of first, then what is nearest to what an agent does itself.
    let telling = |respect: &Respect| {
        (respect.agreement, Reverse(respect.decided()), Reverse(respect.stated()), respect.nearest(), respect.object)
    };
    shared.sort_by_key(telling);
    differing.sort_by_key(telling);
    let nothing_differs = whole && differing.is_empty();
    if nothing_differs && !shared.is_empty() {
        notes.push(notes::no_difference());
    } else if whole && !shared.is_empty() {
        notes.push(notes::agreed(graph, &shared));
    }
    let mut shown = if common || nothing_differs { shared } else { differing };
    if shown.len() > SHOWN {
        let more: Vec<String> = shown.drain(SHOWN..).map(|respect| graph.entity(respect.object).name.clone()).collect();
        notes.push(remarks::counted("more", &more, "more, to be named after `on`"));
    }
    shown
}
