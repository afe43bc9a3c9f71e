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
    keep(rows, shared, |row| &mut row.classes, String::clone);
    keep(rows, shared, |row| &mut row.mechanism, said);
    keep(rows, shared, |row| &mut row.targets, String::clone);
    keep(rows, shared, |row| &mut row.routes, String::clone);
    keep(rows, shared, |row| &mut row.doses, String::clone);
    keep(rows, shared, |row| &mut row.related, said);
    if shared {
        rows.iter_mut().for_each(|row| row.definition = None);
    }
}

/// Whether anything is left to tell.
pub(super) fn is_empty(rows: &[ComparisonRow]) -> bool {
    rows.iter().all(|row| {
        row.classes.is_empty() && row.mechanism.is_empty() && row.related.is_empty() && row.effects.is_empty()
    })
}

/// What a step says of its agent, whoever says it.
fn said(step: &Step) -> (String, String, bool, Vec<String>) {
    (step.relation.clone(), step.to.clone(), step.negated, step.context.values().cloned().collect())
}

fn keep<Item, Key: PartialEq>(
    rows: &mut [ComparisonRow],
    shared: bool,
    items: impl Fn(&mut ComparisonRow) -> &mut Vec<Item>,
    key: impl Fn(&Item) -> Key,
) {
    let keys: Vec<Vec<Key>> = rows.iter_mut().map(|row| items(row).iter().map(&key).collect()).collect();
    let everywhere = |item: &Item| {
        let wanted = key(item);
        keys.iter().all(|keys| keys.contains(&wanted))
    };
    for row in rows.iter_mut() {
        items(row).retain(|item| everywhere(item) == shared);
    }
}
