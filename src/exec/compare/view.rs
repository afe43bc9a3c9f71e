//! What two or more agents share, and what they do not.

use crate::answer::{ComparisonRow, Step};
use crate::resolve::ComparisonView;

/// Leaves in each row what the view asks for: everything, what every row has, or what not every row has.
pub(super) fn narrow(rows: &mut [ComparisonRow], view: ComparisonView) {
    let shared = match view {
        ComparisonView::Whole => return,
        ComparisonView::Common => true,
        ComparisonView::Differences => false,
    };
    keep(rows, shared, |row| &mut row.classes, |_, class| class.clone());
    keep(rows, shared, |row| &mut row.mechanism, said);
    keep(rows, shared, |row| &mut row.targets, |_, text| text.clone());
    keep(rows, shared, |row| &mut row.routes, |_, text| text.clone());
    keep(rows, shared, |row| &mut row.doses, |_, text| text.clone());
    keep(rows, shared, |row| &mut row.related, said);
    if shared {
        for row in rows {
            row.definition = None;
        }
    }
}

/// Whether anything is left to tell.
pub(super) fn is_empty(rows: &[ComparisonRow]) -> bool {
    rows.iter().all(|row| {
        row.classes.is_empty() && row.mechanism.is_empty() && row.related.is_empty() && row.effects.is_empty()
    })
}

/// What a step says of its agent: the relation, the other end, which way, and in which context.
fn said(row: &ComparisonRow, step: &Step) -> (String, String, [bool; 2], Vec<String>) {
    let own = row.is_own(step);
    let other = if own { &step.to } else { &step.from };
    (step.relation.clone(), other.clone(), [own, step.negated], step.context.values().cloned().collect())
}

fn keep<Item: Clone, Key: PartialEq>(
    rows: &mut [ComparisonRow],
    shared: bool,
    items: impl Fn(&mut ComparisonRow) -> &mut Vec<Item>,
    key: impl Fn(&ComparisonRow, &Item) -> Key,
) {
    let keyed: Vec<Vec<(Key, Item)>> = rows
        .iter_mut()
        .map(|row| {
            let all = std::mem::take(items(row));
            all.into_iter().map(|item| (key(row, &item), item)).collect()
        })
        .collect();
    let everywhere = |wanted: &Key| keyed.iter().all(|row| row.iter().any(|(key, _)| key == wanted));
    for (row, all) in rows.iter_mut().zip(&keyed) {
        let kept = all.iter().filter(|(key, _)| everywhere(key) == shared);
        *items(row) = kept.map(|(_, item)| item.clone()).collect();
    }
}
