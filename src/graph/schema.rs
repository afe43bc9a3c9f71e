//! The schema: kinds, relations and context keys. All of it is data (`graph-data/schema.toml`).

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{Aspect, KindId, Look, RelationId, Sign};

/// The vocabulary of a graph.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "SchemaLists", into = "SchemaLists")]
pub struct Schema {
    /// Kinds by id, in the order of the file.
    pub kinds: IndexMap<String, Kind>,
    /// Relations by id, in the order of the file.
    pub relations: IndexMap<String, Relation>,
    /// Context keys by name, in the order of the file.
    pub contexts: IndexMap<String, ContextKey>,
}

/// A vocabulary as it is stored: every part knows its own id.
#[derive(Serialize, Deserialize)]
struct SchemaLists {
    kinds: Vec<Kind>,
    relations: Vec<Relation>,
    contexts: Vec<ContextKey>,
}

impl From<SchemaLists> for Schema {
    fn from(lists: SchemaLists) -> Self {
        Self {
            kinds: lists.kinds.into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
            relations: lists.relations.into_iter().map(|relation| (relation.id.clone(), relation)).collect(),
            contexts: lists.contexts.into_iter().map(|context| (context.key.clone(), context)).collect(),
        }
    }
}

impl From<Schema> for SchemaLists {
    fn from(schema: Schema) -> Self {
        Self {
            kinds: schema.kinds.into_values().collect(),
            relations: schema.relations.into_values().collect(),
            contexts: schema.contexts.into_values().collect(),
        }
    }
}

impl Schema {
    /// The kind with this position.
    ///
    /// # Panics
    /// Where the id is another schema's.
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[id.index()]
    }

    /// The relation with this position.
    ///
    /// # Panics
    /// Where the id is another schema's.
    pub fn relation(&self, id: RelationId) -> &Relation {
        &self.relations[id.index()]
    }

    /// The id of the kind called so.
    pub fn kind_id(&self, name: &str) -> Option<KindId> {
        self.kinds.get_index_of(name).map(KindId::from_index)
    }

    /// The id of the relation called so.
    pub fn relation_id(&self, name: &str) -> Option<RelationId> {
        self.relations.get_index_of(name).map(RelationId::from_index)
    }
}

/// A kind of entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent things that the data says of a kind")]
pub struct Kind {
    /// The id, which is also its first word in the language: `drug class`.
    pub id: String,
    /// `drug classes`.
    pub plural: String,
    /// Further words of the language for it.
    pub words: Vec<String>,
    /// Whether its entities have an abundance of their own.
    pub abundance: bool,
    /// What "raise" means for it: `more of it`, `more active`, `more likely or worse`.
    pub raise: String,
    /// Where its entities stand in answers.
    pub group: Group,
    /// Absent in the untreated state (a condition): it can appear or worsen, but its relief changes nothing downstream
    /// in someone who does not have it.
    pub absent_at_rest: bool,
    /// Its entities do nothing by themselves (a receptor): where nothing is left of what activates one, it is idle.
    pub needs_agonist: bool,
    /// Its entities only show what something else does (a measurement): what is known of one is known of the other.
    pub read_out: bool,
    /// Its entities are what people look at first (hormones, processes, conditions): what a comparison shows where nothing
    /// is named.
    pub watched: bool,
    /// How its entities are drawn.
    pub look: Look,
}

/// The blocks in which an answer lists its entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Group {
    /// Hormones and other quantities of the body.
    Hormone,
    /// Drugs and classes of them.
    Drug,
    /// Therapies, protocols and interventions.
    Protocol,
    /// Conditions and outcomes.
    Condition,
    /// Receptors, cells, enzymes, processes, glands.
    Machinery,
    /// What carries no effect: references, populations, sites.
    Other,
}

/// What a relation means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Relation {
    /// The id: `stimulates`.
    pub id: String,
    /// The sign of the effect on the object; none for a relation that carries no effect.
    pub sign: Option<Sign>,
    /// The aspect of the object that it changes, where it has a sign. On a kind without abundance: activity.
    pub aspect: Aspect,
    /// Verb forms, the relation's own first, then its aliases'.
    pub verbs: Vec<Verb>,
    /// The relation read from the object: `stimulated by`.
    pub inverse: String,
    /// Kinds that it may start from; empty: any.
    pub subjects: Vec<KindId>,
    /// Kinds that it may end in; empty: any.
    pub objects: Vec<KindId>,
    /// Whether a class passes it on to its members.
    pub inherited: bool,
    /// Read the same both ways (`combined with`).
    pub symmetric: bool,
    /// What the program must know of it beyond its sign.
    pub role: Role,
}

/// What the machinery does with a relation, beyond its sign and aspect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// An ordinary relation.
    #[default]
    Plain,
    /// Joins a member to its class (`is a`).
    Membership,
    /// A reaction using up its substrate (`consumes`): a path that leaves by it a reaction already moved is sparing.
    Consumption,
    /// An enzyme running a reaction (`catalyses`): without it the reaction stands still.
    Catalysis,
    /// A protocol or therapy giving its component (`administers`).
    Administration,
    /// Joins a part to its whole (`part of`): what a part does is what its whole does, told more finely.
    Part,
    /// What makes or does its object (`produces`, `performs`): where none of its subjects is left, the object is gone.
    Making,
    /// What its object cannot do without (`enables`): where any of its subjects is gone, the object is.
    Need,
    /// A member of a class suppressing less than the class does (`less suppressive than`): what it inherits of that is
    /// never determined.
    Tempering,
    /// Joins what lies somewhere to one of its places (`located in`). To its whole it is as a part; but what lies in several
    /// places does not go with one of them.
    Place,
}

impl Role {
    /// Whether it joins what is inside to what is around it: a part to its whole, anything to its place.
    pub const fn is_within(self) -> bool {
        matches!(self, Self::Part | Self::Place)
    }
}

/// One verb of a relation in its three forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verb {
    /// After `does X …`: `stimulate`.
    pub base: String,
    /// After `what …`: `stimulates`.
    pub third: String,
    /// After `is X …`: `stimulated by`. Empty where there is none (`is a`).
    pub passive: String,
}

/// A key of the contexts under which an edge may hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ContextKey {
    /// `dosing`.
    pub key: String,
    /// The allowed values; empty: free text.
    pub values: Vec<String>,
    /// The value where nothing is said.
    pub default: Option<String>,
    /// What the key is about.
    pub scope: ContextScope,
}

/// What a context key is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ContextScope {
    /// An entity; a question sets it for its subject only (`dosing`).
    Subject,
    /// The whole graph (`sex`).
    Graph,
    /// Nothing that splits a verdict (`site`, `population`).
    Annotation,
}
