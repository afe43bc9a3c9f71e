//! What a format cannot hold of a graph, counted before anything is written.

use rustc_hash::FxHashSet;

use super::context::is_plain;
use super::feature::{Feature, Loss};
use super::standing::Standing;
use super::{Format, Writing, spellings, text};
use crate::graph::{
    Aspect, Certainty, Edge, EdgeId, Entity, EntityId, Kind, Relation, Role, Schema, Source, SourceId, Strength,
};

/// Counts by feature.
struct Counts([usize; Feature::ALL.len()]);

impl Counts {
    fn add(&mut self, feature: Feature, count: usize) {
        if let Some(slot) = self.0.get_mut(feature as usize) {
            *slot += count;
        }
    }

    fn count(&mut self, feature: Feature, says: bool) {
        self.add(feature, usize::from(says));
    }
}

/// Everything that the format has no place for, in the order of [`Feature::ALL`]. O(size of the graph).
pub(super) fn losses(writing: &Writing<'_>, vocabulary: &Schema) -> Vec<Loss> {
    let mut counts = Counts([0; Feature::ALL.len()]);
    let graph = writing.graph();
    let mut cited: FxHashSet<SourceId> = FxHashSet::default();
    for id in graph.edge_ids() {
        count_edge(writing, id, &mut counts, &mut cited);
    }
    for id in graph.entity_ids() {
        count_entity(writing, id, &mut counts);
    }
    for (position, source) in graph.sources().enumerate() {
        let Source { id, name, title, note, origin } = source;
        let says_more = !title.is_empty() || !note.is_empty() || !origin.is_empty() || name != id;
        counts.count(Feature::SourceDetails, says_more);
        counts.count(Feature::UncitedSources, !cited.contains(&SourceId::from_index(position)));
    }
    counts.add(Feature::Variants, graph.variants.len());
    counts.add(Feature::Figures, graph.figures.len());
    counts.add(Feature::Disagreements, graph.disagreements.len());
    counts.add(Feature::Acceptances, writing.loaded.acceptances.len());
    counts.count(Feature::Title, !graph.title.is_empty());
    counts.count(Feature::Version, !matches!(graph.version.as_str(), "" | NO_VERSION));
    counts.add(Feature::Spellings, writing.spellings.replaced());
    counts.add(Feature::VariantSpellings, writing.spellings.refused());
    counts.add(Feature::Repeated, writing.repeated.skipped());
    counts.add(Feature::VerbForms, writing.words.changed());
    count_meanings(&graph.schema, vocabulary, &mut counts);
    let lost =
        Feature::ALL.iter().zip(counts.0).filter(|(feature, count)| *count > 0 && !writing.format.holds(**feature));
    lost.map(|(&feature, count)| Loss { feature, count }).collect()
}

/// The version of a graph whose format has no place for one.
const NO_VERSION: &str = "0";

fn count_edge(writing: &Writing<'_>, id: EdgeId, counts: &mut Counts, cited: &mut FxHashSet<SourceId>) {
    let (graph, format) = (writing.graph(), writing.format);
    let edge = &graph.read_edge(id);
    cited.extend(edge.evidence.iter().map(|evidence| evidence.source));
    if let Some(feature) = claim(Standing::of(edge, graph)) {
        counts.count(feature, true);
        if !format.holds(feature) {
            return; // nothing else of it is written
        }
    }
    let relation = graph.schema.relation(edge.relation);
    let says = |feature, says| (feature, says);
    for (feature, says) in [
        says(Feature::Signs, relation.sign.is_some()),
        says(Feature::Aspects, relation.sign.is_some() && relation.aspect == Aspect::Activity),
        says(Feature::Contexts, !edge.context.is_empty()),
        says(Feature::ContextMarks, format.joins_contexts() && !edge.context.0.iter().all(|(k, v)| is_plain(k, v))),
        says(Feature::Evidence, !edge.evidence.is_empty()),
        says(Feature::Certainties, edge.evidence.iter().any(|item| item.certainty != Certainty::Established)),
        says(Feature::References, edge.evidence.iter().any(|item| item.reference.is_some())),
        says(Feature::EvidenceNotes, edge.evidence.iter().any(|item| !item.note.is_empty())),
        says(Feature::Optional, edge.optional),
        says(Feature::Chains, !edge.through.is_empty()),
        says(Feature::Strengths, edge.strength != Strength::Medium),
        says(Feature::Quantities, !edge.quantities.is_empty()),
        says(Feature::Notes, !edge.note.is_empty() && writing.stated.words(graph, edge).is_none()),
        says(Feature::EdgeOrigins, !edge.origin.is_empty()),
        says(
            Feature::EdgeCharacters,
            edge_texts(writing, edge).any(|text| text::changes(format, &text)) || has_marks(writing, edge),
        ),
    ] {
        counts.count(feature, says);
    }
}

fn claim(standing: Standing) -> Option<Feature> {
    match standing {
        Standing::Step => None,
        Standing::Listed => Some(Feature::Listed),
        Standing::NetEffect => Some(Feature::NetEffects),
        Standing::Denied => Some(Feature::Denials),
    }
}

/// The texts of an edge that a format may have to change.
fn edge_texts<'a>(writing: &'a Writing<'_>, edge: &'a Edge) -> impl Iterator<Item = String> + use<'a> {
    let graph = writing.graph();
    let relation = graph.schema.relation(edge.relation).id.clone();
    let held = |feature| writing.format.holds(feature);
    let (evidence, contexts, notes) = (held(Feature::Evidence), held(Feature::Contexts), held(Feature::Notes));
    let cited = edge.evidence.iter().filter(move |_| evidence).map(|item| text::cited(graph, item));
    let pairs = edge.context.0.iter().filter(move |_| contexts).map(|(key, value)| format!("{key}{value}"));
    let note = notes.then(|| edge.note.clone());
    [relation].into_iter().chain(cited).chain(pairs).chain(note)
}

/// Whether an item of a list of an edge holds the mark that stands between items. Tables have a row for each.
fn has_marks(writing: &Writing<'_>, edge: &Edge) -> bool {
    let in_list = |text: &str| text::changes_in_list(writing.format, text);
    let in_rows = matches!(writing.format, Format::Tsv | Format::Csv);
    let mut cited = edge.evidence.iter().map(|item| text::cited(writing.graph(), item));
    let mut pairs = edge.context.0.iter();
    !in_rows && (cited.any(|text| in_list(&text)) || pairs.any(|(key, value)| in_list(key) || in_list(value)))
}

fn count_entity(writing: &Writing<'_>, id: EntityId, counts: &mut Counts) {
    let (graph, format) = (writing.graph(), writing.format);
    let Entity { id: written, name, kinds, synonyms, definition, xrefs, pools, origin } = graph.entity(id);
    counts.count(Feature::Ids, written != name);
    counts.count(Feature::Kinds, !kinds.is_empty());
    counts.count(Feature::FurtherKinds, kinds.len() > 1);
    counts.count(Feature::Synonyms, !synonyms.is_empty());
    counts.count(Feature::Definitions, !definition.is_empty());
    counts.count(Feature::CrossReferences, !xrefs.is_empty());
    counts.count(Feature::Pools, !pools.is_empty());
    counts.count(Feature::EntityOrigins, !origin.is_empty());
    let held = |feature| format.holds(feature);
    let (names, lists) = (held(Feature::Definitions), held(Feature::Synonyms));
    let texts = [name.as_str()].into_iter().chain(names.then_some(definition.as_str()));
    let items = synonyms.iter().chain(xrefs).filter(|_| lists);
    let changed = texts.into_iter().any(|text| text::changes(format, text))
        || items.into_iter().any(|item| text::changes(format, item) || text::changes_in_list(format, item));
    counts.count(Feature::EntityCharacters, changed);
}

/// What of a vocabulary would be read otherwise by a graph that has only the usual one.
fn count_meanings(schema: &Schema, vocabulary: &Schema, counts: &mut Counts) {
    let kinds = schema.kinds.values().filter(|kind| !is_known_kind(kind, vocabulary));
    counts.add(Feature::KindMeanings, kinds.count());
    let relations = schema.relations.values().filter(|relation| !is_known_relation(relation, vocabulary));
    counts.add(Feature::RelationMeanings, relations.count());
    let contexts = schema.contexts.values().filter(|key| match vocabulary.contexts.get(&key.key) {
        Some(known) => known.values != key.values || known.default != key.default || known.scope != key.scope,
        None => !key.values.is_empty() || key.default.is_some(),
    });
    counts.add(Feature::ContextMeanings, contexts.count());
}

fn is_known_kind(kind: &Kind, vocabulary: &Schema) -> bool {
    vocabulary.kinds.get(&kind.id).is_some_and(|known| {
        let flags =
            |kind: &Kind| (kind.abundance, kind.absent_at_rest, kind.needs_agonist, kind.read_out, kind.watched);
        (flags(known), known.group, known.look) == (flags(kind), kind.group, kind.look)
    }) || is_like_a_quantity(kind)
}

/// What a kind is that only an edge list names.
fn is_like_a_quantity(kind: &Kind) -> bool {
    !kind.abundance && !kind.absent_at_rest && !kind.needs_agonist && !kind.read_out && kind.words.is_empty()
}

/// Whether a relation is one of the vocabulary, or says no more than a verb, a sign and an aspect.
fn is_known_relation(relation: &Relation, vocabulary: &Schema) -> bool {
    let meaning = |relation: &Relation| (relation.sign, relation.role, relation.symmetric, relation.inherited);
    match vocabulary.relations.get(&relation.id) {
        Some(known) => {
            meaning(known) == meaning(relation)
                && (relation.sign.is_none() || known.aspect == relation.aspect)
                && relation.verbs.starts_with(&known.verbs)
        }
        None => {
            relation.role == Role::Plain
                && !relation.symmetric
                && relation.inherited == relation.sign.is_some()
                && relation.verbs.len() <= 1
                && relation.subjects.is_empty()
                && relation.objects.is_empty()
        }
    }
}

impl Format {
    /// Whether contexts are one text, `key = value; key = value`.
    fn joins_contexts(self) -> bool {
        !matches!(self, Self::Toml | Self::NTriples | Self::Turtle | Self::KgxJsonLines)
            && self.holds(Feature::Contexts)
    }
}

/// The rule by which a format spells names.
pub(super) fn rule(format: Format) -> Option<spellings::Rule> {
    match format {
        Format::Toml => Some(spellings::Rule::TOML),
        Format::Tsv | Format::Csv => Some(spellings::Rule::TABLE),
        Format::Sif => Some(spellings::Rule::NAMES_ONLY),
        _ => None,
    }
}
