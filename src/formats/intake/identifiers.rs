//! Ids made of names: kebab-case, unique, and the same whatever else the files hold.

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

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
/// (`Na` and `Na-`), all but the one that is called so itself also get a number made of their exact name. O(n) in the
/// number of names, which are compared by their hashes: two that share one by chance also get numbers.
pub(super) fn assign<T: Called>(drafts: &[T]) -> Vec<String> {
    let wanted: Vec<String> = drafts.iter().map(|draft| kebab_case(draft.key())).collect();
    let mut claims: FxHashMap<u64, Claim> = FxHashMap::default();
    for (position, (draft, wanted)) in drafts.iter().zip(&wanted).enumerate() {
        for spelling in draft.spellings() {
            claims.entry(folded(spelling)).or_default().called(position);
        }
        claims.entry(folded(wanted)).or_default().claimed(position);
    }
    let mut taken: FxHashSet<u64> = FxHashSet::default();
    let mut ids = Vec::with_capacity(drafts.len());
    for (position, (draft, wanted)) in drafts.iter().zip(wanted).enumerate() {
        let is_own = claims.get(&folded(&wanted)).is_some_and(|claim| claim.is_of(position));
        let mut id = if wanted.is_empty() || !is_own { numbered(&wanted, draft.key()) } else { wanted };
        while !taken.insert(xxh3_64(id.as_bytes())) {
            id = numbered(&id, draft.key());
        }
        ids.push(id);
    }
    ids
}

fn folded(spelling: &str) -> u64 {
    xxh3_64(fold(spelling).as_bytes())
}

/// Who would be found by a folded spelling.
#[derive(Clone, Copy, Debug, Default)]
struct Claim {
    /// By its names or by the id that it wants.
    claimants: Few,
    /// By its names.
    callers: Few,
}

impl Claim {
    fn called(&mut self, position: usize) {
        self.claimants.add(position);
        self.callers.add(position);
    }

    fn claimed(&mut self, position: usize) {
        self.claimants.add(position);
    }

    fn is_of(self, position: usize) -> bool {
        self.claimants == Few::One(position) || self.callers == Few::One(position)
    }
}

/// None, one, or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Few {
    #[default]
    None,
    One(usize),
    Several,
}

impl Few {
    fn add(&mut self, position: usize) {
        *self = match *self {
            Self::None => Self::One(position),
            Self::One(other) if other == position => Self::One(position),
            Self::One(_) | Self::Several => Self::Several,
        };
    }
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
            if character.is_ascii() {
                id.push(character.to_ascii_lowercase());
            } else {
                id.extend(fold(character.encode_utf8(&mut [0; 4])).chars().filter(char::is_ascii_alphanumeric));
            }
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
