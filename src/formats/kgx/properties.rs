//! The properties of nodes and edges that are read, whatever layout they stand in.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::diagnostic::listed;
use crate::formats::intake::Intake;

/// What a node or an edge may say of itself.
pub(super) trait Property: Copy + 'static {
    /// Every property by the names that columns and keys have for it.
    const NAMES: &'static [(&'static str, Self)];
    /// Names of what is told otherwise: the number and the class of an edge, say.
    const TOLD_OTHERWISE: &'static [&'static str];
    /// How many properties there are.
    const COUNT: usize;

    /// Its position among them.
    fn index(self) -> usize;

    /// The property of this name; none for those that are not read.
    fn called(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, property)| *property)
    }
}

/// What nodes say. `kind`, `also` and `pools` are endograph's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeProperty {
    Id,
    Category,
    Name,
    Synonym,
    Xref,
    Description,
    Kind,
    Also,
    Pools,
}

impl Property for NodeProperty {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("id", Self::Id),
        ("category", Self::Category),
        ("name", Self::Name),
        ("synonym", Self::Synonym),
        ("xref", Self::Xref),
        ("equivalent_identifiers", Self::Xref),
        ("same_as", Self::Xref),
        ("description", Self::Description),
        ("kind", Self::Kind),
        ("also", Self::Also),
        ("pools", Self::Pools),
    ];
    const TOLD_OTHERWISE: &'static [&'static str] = &[];
    const COUNT: usize = 9;

    fn index(self) -> usize {
        self as usize
    }
}

/// What edges say. What stands behind the original predicate is endograph's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EdgeProperty {
    Subject,
    Predicate,
    Object,
    QualifiedPredicate,
    ObjectAspect,
    ObjectDirection,
    SubjectAspect,
    SubjectDirection,
    Mechanism,
    Negated,
    KnowledgeLevel,
    AgentType,
    PrimarySource,
    OtherSource,
    Publications,
    Species,
    Site,
    Population,
    DiseaseContext,
    Stage,
    Sex,
    OriginalPredicate,
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

impl Property for EdgeProperty {
    const NAMES: &'static [(&'static str, Self)] = &[
        ("subject", Self::Subject),
        ("predicate", Self::Predicate),
        ("object", Self::Object),
        ("qualified_predicate", Self::QualifiedPredicate),
        ("object_aspect_qualifier", Self::ObjectAspect),
        ("object_direction_qualifier", Self::ObjectDirection),
        ("subject_aspect_qualifier", Self::SubjectAspect),
        ("subject_direction_qualifier", Self::SubjectDirection),
        ("causal_mechanism_qualifier", Self::Mechanism),
        ("negated", Self::Negated),
        ("knowledge_level", Self::KnowledgeLevel),
        ("agent_type", Self::AgentType),
        ("primary_knowledge_source", Self::PrimarySource),
        ("knowledge_source", Self::OtherSource),
        ("aggregator_knowledge_source", Self::OtherSource),
        ("provided_by", Self::OtherSource),
        ("publications", Self::Publications),
        ("species_context_qualifier", Self::Species),
        ("anatomical_context_qualifier", Self::Site),
        ("population_context_qualifier", Self::Population),
        ("disease_context_qualifier", Self::DiseaseContext),
        ("stage_qualifier", Self::Stage),
        ("sex_qualifier", Self::Sex),
        ("original_predicate", Self::OriginalPredicate),
        ("background", Self::Background),
        ("followed", Self::Followed),
        ("optional", Self::Optional),
        ("strength", Self::Strength),
        ("through", Self::Through),
        ("context", Self::Context),
        ("evidence", Self::Evidence),
        ("certainty", Self::Certainty),
        ("note", Self::Note),
    ];
    const TOLD_OTHERWISE: &'static [&'static str] = &["id", "category", "directness"];
    const COUNT: usize = 31;

    fn index(self) -> usize {
        self as usize
    }
}

/// The columns or keys that are not read, and how many rows have something there.
#[derive(Debug, Default)]
pub(super) struct Unread(BTreeMap<String, u64>);

/// How many of them are named.
const MOST_NAMED: usize = 12;

impl Unread {
    /// Counts a value that is not read.
    pub(super) fn count<P: Property>(&mut self, name: &str) {
        match self.0.get_mut(name) {
            Some(count) => *count += 1,
            None if P::TOLD_OTHERWISE.contains(&name) => {}
            None => {
                self.0.insert(name.to_owned(), 1);
            }
        }
    }

    /// Tells of them all.
    pub(super) fn tell(&self, intake: &mut Intake) {
        if !self.0.is_empty() {
            let named = self.0.iter().map(|(name, count)| format!("`{name}` ({count})"));
            intake.left_out(&format!("the properties {}", listed(named, MOST_NAMED)));
        }
    }
}

/// What one node or edge says: the values of each property, none of them empty.
pub(super) struct Properties<'t, P> {
    values: Vec<Vec<Cow<'t, str>>>,
    of: PhantomData<P>,
}

impl<P: Property> Default for Properties<'_, P> {
    fn default() -> Self {
        Self { values: vec![Vec::new(); P::COUNT], of: PhantomData }
    }
}

impl<'t, P: Property> Properties<'t, P> {
    /// Adds a value, unless it is blank.
    pub(super) fn add(&mut self, property: P, value: Cow<'t, str>) {
        if let Some(values) = self.values.get_mut(property.index())
            && !value.trim().is_empty()
        {
            values.push(value);
        }
    }

    /// Every value of a property.
    pub(super) fn all(&self, property: P) -> impl Iterator<Item = &str> {
        self.values.get(property.index()).into_iter().flatten().map(|value| value.trim())
    }

    /// The first value of a property; empty where there is none.
    pub(super) fn first(&self, property: P) -> &str {
        self.all(property).next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{EdgeProperty, NodeProperty, Property};

    fn are_counted<P: Property>() {
        assert!(P::NAMES.iter().all(|(_, property)| property.index() < P::COUNT));
        let positions: std::collections::BTreeSet<usize> = P::NAMES.iter().map(|(_, own)| own.index()).collect();
        assert_eq!(positions.len(), P::COUNT);
    }

    #[test]
    fn every_property_has_a_name_and_a_place() {
        are_counted::<NodeProperty>();
        are_counted::<EdgeProperty>();
    }
}
