//! Ids made of names: kebab-case, unique, and the same whatever else the files hold.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::graph::fold;

/// What an entity is called: by what its id is made of, and in all ways.
pub(super) trait Called {
    /// What the id is made of.
    fn key(&self) -> &str;
    /// Every spelling.
    fn spellings(&self) -> impl Iterator<Item = &str>;
}

/// The id of each entity, in their order.
///
/// An id is its name in kebab-case, so it depends on nothing else. Only where that would stand for several entities
/// (`Na` and `Na-`), all but the one that is called so itself also get a number made of their exact name.
pub(super) fn assign<T: Called>(drafts: &[T]) -> Vec<String> {
    let wanted: Vec<String> = drafts.iter().map(|draft| kebab_case(draft.key())).collect();
    let mut claims: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (position, draft) in drafts.iter().enumerate() {
        for spelling in draft.spellings().map(fold).chain([fold(&wanted[position])]) {
            let claimants = claims.entry(spelling).or_default();
            if claimants.last() != Some(&position) {
                claimants.push(position);
            }
        }
    }
    let is_own = |position: usize| {
        let folded = fold(&wanted[position]);
        let claimants = claims.get(&folded).map_or(&[][..], Vec::as_slice);
        let called_so = |&&other: &&usize| drafts[other].spellings().any(|spelling| fold(spelling) == folded);
        claimants == [position] || claimants.iter().filter(called_so).eq([&position])
    };
    let mut taken: FxHashSet<String> = FxHashSet::default();
    let mut ids = Vec::with_capacity(drafts.len());
    for (position, draft) in drafts.iter().enumerate() {
        let mut id = wanted[position].clone();
        if id.is_empty() || !is_own(position) {
            id = numbered(&wanted[position], draft.key());
        }
        while !taken.insert(id.clone()) {
            id = numbered(&id, draft.key());
        }
        ids.push(id);
    }
    ids
}

/// What an entity without a letter or digit in its name is called.
const NAMELESS: &str = "entity";

fn numbered(id: &str, name: &str) -> String {
    let stem = if id.is_empty() { NAMELESS } else { id };
    format!("{stem}-{:08x}", checksum(name))
}

/// FNV-1a of 32 bits (Fowler, Noll and Vo): the same on every machine and in every version.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Lower-case letters and digits joined by single hyphens, Greek letters and plus signs written out.
fn kebab_case(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    let mut at_word = false;
    for character in name.chars() {
        if character == '+' {
            id.push_str(if id.is_empty() || id.ends_with('-') { "plus-" } else { "-plus-" });
            at_word = false;
        } else if character.is_alphanumeric() {
            if !at_word && !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
            id.extend(fold(character.encode_utf8(&mut [0; 4])).chars().filter(char::is_ascii_alphanumeric));
            at_word = true;
        } else if !matches!(character, '\'' | '’') {
            at_word = false;
        }
    }
    id.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::kebab_case;

    #[test]
    fn names_in_kebab_case() {
        for (name, id) in [
            ("LH", "lh"),
            ("Leydig cells", "leydig-cells"),
            ("17β-estradiol", "17beta-estradiol"),
            ("Na+/K+ ATPase", "na-plus-k-plus-atpase"),
            ("Na-", "na"),
            ("Ca2+", "ca2-plus"),
            ("Cushing's (disease)", "cushings-disease"),
            ("___", ""),
            ("血圧", ""),
            ("Müllerian", "mullerian"),
        ] {
            assert_eq!(kebab_case(name), id, "{name}");
        }
    }
}
