//! "did you mean": the known words nearest to an unknown one.

use super::nearness::{Nearness, Unknown};

/// How many suggestions an error shows.
pub const SUGGESTIONS: usize = 3;

/// Up to three of the candidates that the word may be a slip for, best first; ties in the candidates' order. Ignores case.
///
/// Takes time linear in the candidates, an edit distance only for those of about the word's length and letters.
pub fn suggest(word: &str, candidates: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let word = Unknown::new(word.to_lowercase());
    let mut near: Vec<(Nearness, usize, String)> = candidates
        .into_iter()
        .enumerate()
        .filter_map(|(position, candidate)| {
            let candidate = candidate.as_ref();
            Some((word.nearness(&candidate.to_lowercase())?, position, candidate.to_owned()))
        })
        .collect();
    near.sort_unstable();
    let mut suggestions: Vec<String> = Vec::new();
    for (_, _, candidate) in near {
        if suggestions.len() < SUGGESTIONS && !suggestions.contains(&candidate) {
            suggestions.push(candidate);
        }
    }
    suggestions
}
