//! The graph: schema, entities, edges, names, expansion, storage. Knows no file and no text of the language.

mod adjacency;
mod aspect;
mod components;
mod edge;
mod edges;
mod entities;
mod entity;
mod evidence;
mod expand;
#[expect(clippy::module_inception, reason = "the file holds the type that the module is named for")]
mod graph;
pub(crate) mod ids;
mod look;
mod lookup;
pub mod names;
mod pack;
mod part;
pub mod parts;
pub mod reserved;
mod schema;
mod sign;
mod sources;
pub mod storage;
mod strength;
pub mod visit;

pub use adjacency::{Adjacency, Hierarchy, Link};
pub use aspect::Aspect;
pub use edge::{Context, Directness, Edge, UNTREATED, said_of};
pub use edges::{EdgeDetails, Edges, PackedEdges, UseMeaning};
pub use entities::PackedEntities;
pub use entity::{Entity, Variant};
pub use evidence::{Certainty, Claim, Disagreement, Evidence, Quantity, Source};
pub use expand::{ExpandedEdge, Expansion, OpenSite, Setting, changed_aspect};
pub use graph::{Frame, Graph};
pub use ids::{EdgeId, EntityId, KindId, RelationId, SourceId};
pub use look::{Hue, Look, Shape};
pub use names::{
    Completion, Fit, Fitting, Fittings, Found, MOST_FOUND, Named, Names, Namespace, Reach, VerbForm, fold,
};
pub use part::Part;
pub use reserved::{EFFECT_VERBS, EffectVerb, KEYWORDS};
pub use schema::{ContextKey, ContextScope, Group, Kind, Relation, Role, Schema, Verb};
pub use sign::Sign;
pub use strength::Strength;
