//! What pictures say of the entities that an answer names: an answer itself knows only their names.

use indexmap::IndexMap;

use crate::graph::Look;

/// What is known of the entities of an answer, by display name. It is made for the first entities of an answer, as many as
/// a picture can hold and some more, and is no part of the answer's JSON.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// By display name, in the order in which the answer names them.
    pub entries: IndexMap<String, GlossaryEntry>,
    /// What holds where nothing is said: `dosing` → `pulsatile`.
    pub usual_contexts: IndexMap<String, String>,
}

/// What a picture says of an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// The kind's id.
    pub kind: String,
    /// How its kind is drawn.
    pub look: Look,
    /// One line.
    pub definition: String,
    /// Other names.
    pub synonyms: Vec<String>,
}

impl Glossary {
    /// How many entities it is made for.
    pub const LONGEST: usize = 200;
}
