//! What a reader hands over: one entity or one edge, as the file states it.

use super::{Place, StatedSign};
use crate::graph::{Aspect, Certainty, Strength};

/// An entity as a file describes it.
#[derive(Clone, Copy, Debug, Default)]
pub struct EntityRecord<'t> {
    /// What edges call it: unique in the graph. Empty where the format has only names.
    pub id: &'t str,
    /// What people call it; empty where the file does not say, then it is called by its id.
    pub name: &'t str,
    /// Its kinds, the one that decides first; empty: a quantity.
    pub kinds: &'t [&'t str],
    /// Other names.
    pub synonyms: &'t [&'t str],
    /// The same thing elsewhere, as CURIEs.
    pub xrefs: &'t [&'t str],
    /// One line on what it is.
    pub definition: &'t str,
    /// The ids of its pools, the default first, where it is an umbrella.
    pub pools: &'t [&'t str],
    /// Where it stands.
    pub place: Place<'t>,
}

/// An edge as a file states it.
#[derive(Clone, Copy, Debug, Default)]
pub struct EdgeRecord<'t> {
    /// The id of the entity that acts, or any name of it.
    pub subject: &'t str,
    /// The word of the file; what it means is decided when all rows are known. Empty: the sign says it all.
    pub relation: &'t str,
    /// The id of the entity that is acted on, or any name of it.
    pub object: &'t str,
    /// What the file says of the sign.
    pub sign: StatedSign,
    /// The aspect of the object that changes, where the file says so.
    pub aspect: Option<Aspect>,
    /// Whether it states that the effect is absent.
    pub negated: bool,
    /// The state of which it is said, where it is a net effect that the file states and no step of a mechanism.
    pub background: Option<&'t str>,
    /// Whether it restates others and is only listed.
    pub listed: bool,
    /// Whether it is a protocol's component that is given only when it is named.
    pub optional: bool,
    /// The press model's size class.
    pub strength: Strength,
    /// The ids of the inner entities of the finer chain that it is the short form of.
    pub through: &'t [&'t str],
    /// Key = value pairs under which it holds.
    pub context: &'t [(&'t str, &'t str)],
    /// On whose word; empty: the file's own, and the line.
    pub evidence: &'t [EvidenceRecord<'t>],
    /// A remark.
    pub note: &'t str,
    /// Where it stands.
    pub place: Place<'t>,
}

/// One place that states an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceRecord<'t> {
    /// The document or work.
    pub source: &'t str,
    /// Where in it; may be empty.
    pub section: &'t str,
    /// How sure the source itself is.
    pub certainty: Certainty,
    /// A remark; may be empty.
    pub note: &'t str,
}

impl<'t> EvidenceRecord<'t> {
    /// What a source states plainly.
    pub const fn of(source: &'t str) -> Self {
        Self { source, section: "", certainty: Certainty::Established, note: "" }
    }
}
