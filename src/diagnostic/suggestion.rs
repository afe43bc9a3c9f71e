//! "did you mean": the known names nearest to an unknown one.

use strsim::damerau_levenshtein;

/// Suggestions at most.
const MOST: usize = 3;

/// Up to three of the candidates that the word may be a slip for, best first; ties in alphabetical order.
///
/// Ignores case. A candidate is near within one edit for words of 3 or 4 letters, two up to 7, else three
/// (Damerau-Levenshtein: swapping two neighbours is one edit); shorter words get no suggestions by edits. A candidate
/// that contains the word, if that has at least 3 letters, comes after the near ones.
///
/// Takes time linear in the candidates.
pub fn suggest(word: &str, candidates: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let word = word.to_lowercase();
    let mut near: Vec<(usize, String)> = Vec::new();
    for candidate in candidates {
        let candidate = candidate.as_ref();
        if let Some(distance) = distance(&word, &candidate.to_lowercase()) {
            near.push((distance, candidate.to_owned()));
        }
    }
    near.sort();
    near.dedup();
    near.into_iter().take(MOST).map(|(_, candidate)| candidate).collect()
}

/// Edits between two lower-case words, or none if they are not alike.
fn distance(word: &str, candidate: &str) -> Option<usize> {
    let length = word.chars().count();
    let bound = match length {
        0..=2 => 0,
        3..=4 => 1,
        5..=7 => 2,
        _ => 3,
    };
    let candidate_length = candidate.chars().count();
    if length.abs_diff(candidate_length) <= bound {
        let edits = damerau_levenshtein(word, candidate);
        if edits <= bound {
            return Some(edits);
        }
    }
    let contains = length >= 3 && candidate.contains(word);
    contains.then(|| bound + 1 + candidate_length - length)
}
