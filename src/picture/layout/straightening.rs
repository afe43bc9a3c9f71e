//! Long lines with as few bends as can be, once everything else stands.

use super::levels::Levels;

/// Puts the places of each long line under each other wherever their neighbours leave room, the weightiest lines first.
/// `distance` is how far at least the middle of an item is from that of the one before it on its rank.
pub fn straighten(levels: &Levels, distance: &[f64], across: &mut [f64]) {
    let mut place = vec![0; levels.items.len()];
    for rank in &levels.ranks {
        for (position, item) in rank.iter().enumerate() {
            place[*item] = position;
        }
    }
    let weight = |chain: usize| {
        levels.from_above[levels.chains[chain].items[1]].first().map_or(0.0, |line| levels.segments[*line].weight)
    };
    let mut order: Vec<usize> =
        (0..levels.chains.len()).filter(|chain| levels.chains[*chain].items.len() > 3).collect();
    order.sort_by(|one, other| weight(*other).total_cmp(&weight(*one)));
    // What one line leaves free, the next may use.
    for _ in 0..3 {
        for chain in &order {
            let items = &levels.chains[*chain].items;
            straighten_line(levels, distance, &place, across, &items[1..items.len() - 1]);
        }
    }
}

/// Cuts a line into the fewest stretches that can be straight, and makes them so.
fn straighten_line(levels: &Levels, distance: &[f64], place: &[usize], across: &mut [f64], items: &[usize]) {
    let mut begin = 0;
    let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
    for index in 0..=items.len() {
        let room = items.get(index).map(|item| room(levels, distance, place, across, *item));
        if let Some((low, high)) = room.filter(|(low, high)| least.max(*low) <= most.min(*high)) {
            (least, most) = (least.max(low), most.min(high));
            continue;
        }
        let stretch = &items[begin..index];
        let wished = median(stretch.iter().map(|item| across[*item]).collect());
        for item in stretch {
            across[*item] = wished.max(least).min(most);
        }
        begin = index;
        (least, most) = room.unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    }
}

/// Between which places an item may move without coming too near to its neighbours.
fn room(levels: &Levels, distance: &[f64], place: &[usize], across: &[f64], item: usize) -> (f64, f64) {
    let rank = &levels.ranks[levels.items[item].rank];
    let before = place[item].checked_sub(1).map(|before| across[rank[before]] + distance[item]);
    let after = rank.get(place[item] + 1).map(|after| across[*after] - distance[*after]);
    // Rounding may have put neighbours a trifle too near.
    let here = across[item];
    (before.unwrap_or(f64::NEG_INFINITY).min(here), after.unwrap_or(f64::INFINITY).max(here))
}

/// Puts nodes, and the labels of short lines, that are nearly in line with the weightiest of what is above them in
/// line, where there is room.
pub fn align(levels: &Levels, distance: &[f64], across: &mut [f64], near: f64) {
    let mut inner = vec![false; levels.items.len()];
    for chain in levels.chains.iter().filter(|chain| chain.items.len() > 3) {
        for item in &chain.items[1..chain.items.len() - 1] {
            inner[*item] = true;
        }
    }
    for rank in &levels.ranks {
        for (position, item) in rank.iter().enumerate() {
            let weight = |segment: &&usize| levels.segments[**segment].weight;
            let lines = levels.from_above[*item].iter();
            let weightiest = lines.max_by(|one, other| weight(one).total_cmp(&weight(other)));
            let Some(line) = weightiest.filter(|_| !inner[*item]) else { continue };
            let wished = across[levels.segments[*line].upper];
            let least = position.checked_sub(1).map(|before| across[rank[before]] + distance[*item]);
            let most = rank.get(position + 1).map(|after| across[*after] - distance[*after]);
            let free = least.is_none_or(|least| least <= wished) && most.is_none_or(|most| wished <= most);
            if free && (wished - across[*item]).abs() < near {
                across[*item] = wished;
            }
        }
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
