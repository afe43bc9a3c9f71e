//! Which attributes say what: by their names, in lower case.

/// What an attribute says of its node or edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Attribute {
    Name,
    Kind,
    /// Further kinds.
    Also,
    Synonyms,
    Xrefs,
    Definition,
    Pools,
    Relation,
    Sign,
    Aspect,
    Negated,
    Background,
    Followed,
    Optional,
    Strength,
    Through,
    Context,
    Evidence,
    Certainty,
    Note,
}

/// What elements an attribute is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Domain {
    Node,
    Edge,
}

/// The attributes of nodes. Of several that are there, the one further up says it.
const OF_NODES: &[(&str, Attribute)] = &[
    ("name", Attribute::Name),
    ("label", Attribute::Name),
    ("display name", Attribute::Name),
    ("title", Attribute::Name),
    ("kind", Attribute::Kind),
    ("type", Attribute::Kind),
    ("category", Attribute::Kind),
    ("class", Attribute::Kind),
    ("labels", Attribute::Kind),
    ("also", Attribute::Also),
    ("synonyms", Attribute::Synonyms),
    ("synonym", Attribute::Synonyms),
    ("aliases", Attribute::Synonyms),
    ("xref", Attribute::Xrefs),
    ("xrefs", Attribute::Xrefs),
    ("definition", Attribute::Definition),
    ("description", Attribute::Definition),
    ("pools", Attribute::Pools),
];

/// The attributes of edges, likewise.
const OF_EDGES: &[(&str, Attribute)] = &[
    ("relation", Attribute::Relation),
    ("predicate", Attribute::Relation),
    ("interaction", Attribute::Relation),
    ("edge type", Attribute::Relation),
    ("type", Attribute::Relation),
    ("kind", Attribute::Relation),
    ("label", Attribute::Relation),
    ("name", Attribute::Relation),
    ("sign", Attribute::Sign),
    ("polarity", Attribute::Sign),
    ("aspect", Attribute::Aspect),
    ("negated", Attribute::Negated),
    ("background", Attribute::Background),
    ("followed", Attribute::Followed),
    ("optional", Attribute::Optional),
    ("strength", Attribute::Strength),
    ("through", Attribute::Through),
    ("context", Attribute::Context),
    ("evidence", Attribute::Evidence),
    ("publications", Attribute::Evidence),
    ("citation", Attribute::Evidence),
    ("pmid", Attribute::Evidence),
    ("reference", Attribute::Evidence),
    ("certainty", Attribute::Certainty),
    ("note", Attribute::Note),
    ("comment", Attribute::Note),
];

/// What an attribute of this name says, and its rank among those that say the same; none where it is not read.
pub(super) fn called(domain: Domain, name: &str) -> Option<(Attribute, usize)> {
    let table = match domain {
        Domain::Node => OF_NODES,
        Domain::Edge => OF_EDGES,
    };
    let name = name.to_lowercase().replace(['_', '-'], " ");
    let rank = table.iter().position(|(known, _)| *known == name)?;
    table.get(rank).map(|(_, attribute)| (*attribute, rank))
}
