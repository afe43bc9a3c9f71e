//! The words in which names hide a direction.

/// Where in a name a word tells a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At its beginning: `loss of …`.
    First,
    /// At its end: `… deficiency`.
    Last,
    /// At either end.
    Either,
}

/// Words that say which way something goes, in lower case, and where they do.
pub(super) const DIRECTIONS: &[(&str, Place)] = &[
    ("positive regulation of", Place::First),
    ("negative regulation of", Place::First),
    ("up regulation of", Place::First),
    ("down regulation of", Place::First),
    ("up-regulation", Place::Either),
    ("down-regulation", Place::Either),
    ("upregulation", Place::Either),
    ("downregulation", Place::Either),
    ("activation of", Place::First),
    ("inhibition", Place::Either),
    ("stimulation of", Place::First),
    ("suppression", Place::Either),
    ("blockade", Place::Either),
    ("induction of", Place::First),
    ("increase", Place::Either),
    ("decrease", Place::Either),
    ("reduction", Place::Either),
    ("elevation", Place::Either),
    ("rise", Place::Either),
    ("rise in", Place::First),
    ("fall in", Place::First),
    ("drop in", Place::First),
    ("loss", Place::Either),
    ("lack of", Place::First),
    ("absence of", Place::First),
    ("deficiency", Place::Either),
    ("deficit", Place::Either),
    ("excess", Place::Either),
    ("overproduction", Place::Either),
    ("impairment", Place::Either),
    ("increased", Place::First),
    ("decreased", Place::First),
    ("reduced", Place::First),
    ("elevated", Place::First),
    ("raised", Place::First),
    ("lowered", Place::First),
    ("enhanced", Place::First),
    ("impaired", Place::First),
    ("suppressed", Place::First),
    ("diminished", Place::First),
    ("excessive", Place::First),
    ("insufficient", Place::First),
    ("deficient", Place::Either),
    ("high", Place::First),
    ("higher", Place::First),
    ("low", Place::First),
    ("lower", Place::First),
];

/// The first word of the table that a name holds in its place.
pub(super) fn direction(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    DIRECTIONS.iter().find(|(direction, place)| holds(&words, direction, *place)).map(|(direction, _)| *direction)
}

/// A name that is the word itself says nothing of what goes that way.
fn holds(words: &[&str], direction: &str, place: Place) -> bool {
    let wanted: Vec<&str> = direction.split(' ').collect();
    let first = words.starts_with(&wanted) && place != Place::Last;
    let last = words.ends_with(&wanted) && place != Place::First;
    (first || last) && words.len() > wanted.len()
}
