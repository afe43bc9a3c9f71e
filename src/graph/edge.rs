//! Edges: typed, signed by their relation, in a context, on evidence.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{EntityId, Evidence, Quantity, RelationId, Strength};

/// Key = value pairs under which an edge holds, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(String, String)>", into = "Vec<(String, String)>")]
pub struct Context(pub IndexMap<String, String>);

impl Context {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<(String, String)>> for Context {
    fn from(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl From<Context> for Vec<(String, String)> {
    fn from(context: Context) -> Self {
        context.0.into_iter().collect()
    }
}

/// Whether an edge is a step of a mechanism or a stated net effect.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Directness {
    /// A mechanism step.
    #[default]
    Direct,
    /// A net effect that a source states without itself being a step, and the state it is said of.
    Documented {
        /// `untreated`, `on TRT`, `after TRT`, `impaired`.
        background: String,
    },
}

/// Of whom an effect is said, as a sentence goes on: `on TRT`, `(impaired)`.
pub fn said_of(background: &str) -> String {
    let goes_on = ["on ", "after ", "in ", "with ", "without "].iter().any(|word| background.starts_with(word));
    if goes_on { background.to_owned() } else { format!("({background})") }
}

/// The background of a documented effect where the data says nothing.
pub const UNTREATED: &str = "untreated";

/// One statement: subject, relation, object, and on what ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Who acts.
    pub subject: EntityId,
    /// How.
    pub relation: RelationId,
    /// On whom.
    pub object: EntityId,
    /// Step or stated net effect.
    pub directness: Directness,
    /// Whether the source says that the effect is absent ("does not raise"): shown and checked, never followed.
    pub negated: bool,
    /// Whether paths and the press model follow it. Edges that restate a mechanism at class level are only listed.
    pub followed: bool,
    /// A protocol's component that is given only when it is named.
    pub optional: bool,
    /// The inner entities of the finer chain that this edge is the short form of. Empty: it is no short form.
    pub through: Vec<EntityId>,
    /// The press model's size class.
    pub strength: Strength,
    /// Where and when it holds.
    pub context: Context,
    /// Figures with units.
    pub quantities: Vec<Quantity>,
    /// On whose word; never empty.
    pub evidence: Vec<Evidence>,
    /// A remark of the curator.
    pub note: String,
    /// Row ids of the fact list that it comes from.
    pub origin: Vec<String>,
}

impl Edge {
    /// Whether it is a mechanism step.
    pub fn is_direct(&self) -> bool {
        self.directness == Directness::Direct
    }

    /// The background of a documented effect.
    pub fn background(&self) -> Option<&str> {
        match &self.directness {
            Directness::Direct => None,
            Directness::Documented { background } => Some(background),
        }
    }
}
