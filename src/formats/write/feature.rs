//! What a graph may say, piece by piece, so that what a format has no place for can be counted.

use std::fmt;

use super::Format;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $one:literal, $several:literal;)*) => {
        /// Something that a graph may say and a format may have no place for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Feature {
            $($(#[$doc])* $name,)*
        }

        impl Feature {
            /// Every feature, those of edges first.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What is lost, of one thing and of several; `#` stands for their number.
            const fn texts(self) -> (&'static str, &'static str) {
                match self { $(Self::$name => ($one, $several),)* }
            }
        }
    };
}

features! {
    /// Edges that state a net effect and are no step.
    NetEffects = "# edge that states a net effect, no step", "# edges that state net effects, no steps";
    /// Edges that say that an effect is absent.
    Denials = "# edge that denies an effect", "# edges that deny effects";
    /// Steps that are listed and never followed.
    Listed = "# edge that is listed and never followed", "# edges that are listed and never followed";
    /// Edges that say what an earlier edge says, whose evidence is kept with that one.
    Repeated = "# edge that says what an earlier one says (its evidence stands there)",
        "# edges that say what earlier ones say (their evidence stands there)";
    /// Signs of edges.
    Signs = "the sign of # edge", "the signs of # edges";
    /// Which aspect of its object an edge changes.
    Aspects = "the aspect that # edge changes", "the aspects that # edges change";
    /// Contexts of edges.
    Contexts = "the context of # edge", "the contexts of # edges";
    /// Contexts that cannot be written as `key = value; key = value`.
    ContextMarks = "marks (`;`, `=`, line breaks) in the context of # edge",
        "marks (`;`, `=`, line breaks) in the contexts of # edges";
    /// The sources of edges.
    Evidence = "the evidence of # edge", "the evidence of # edges";
    /// Evidence that the source hedges or only reasons.
    Certainties = "that the evidence of # edge is hedged", "that the evidence of # edges is hedged";
    /// The studies that the sources name.
    References = "the study that a source names for # edge", "the studies that sources name for # edges";
    /// Remarks on evidence.
    EvidenceNotes = "the remark on the evidence of # edge", "the remarks on the evidence of # edges";
    /// Components that are given only when named.
    Optional = "that # edge is optional", "that # edges are optional";
    /// Short forms and the chains they stand for.
    Chains = "the chain that # edge is short for", "the chains that # edges are short for";
    /// Size classes.
    Strengths = "the strength of # edge", "the strengths of # edges";
    /// Figures of edges.
    Quantities = "the figures of # edge", "the figures of # edges";
    /// Remarks on edges.
    Notes = "the remark on # edge", "the remarks on # edges";
    /// Row ids of a fact list.
    EdgeOrigins = "the origin of # edge", "the origins of # edges";
    /// Characters of the texts of edges.
    EdgeCharacters = "characters in the texts of # edge", "characters in the texts of # edges";
    /// Ids that are not the names.
    Ids = "the id of # entity", "the ids of # entities";
    /// Kinds of entities.
    Kinds = "the kind of # entity", "the kinds of # entities";
    /// Further kinds of entities.
    FurtherKinds = "the further kinds of # entity", "the further kinds of # entities";
    /// Synonyms.
    Synonyms = "the synonyms of # entity", "the synonyms of # entities";
    /// Definitions.
    Definitions = "the definition of # entity", "the definitions of # entities";
    /// CURIEs.
    CrossReferences = "the cross-references of # entity", "the cross-references of # entities";
    /// Umbrellas.
    Pools = "the pools of # entity", "the pools of # entities";
    /// Row ids of a fact list.
    EntityOrigins = "the origin of # entity", "the origins of # entities";
    /// Spellings that the format takes not, or not twice.
    Spellings = "the spelling of # entity, which the format must tell apart",
        "the spellings of # entities, which the format must tell apart";
    /// Characters of the texts of entities.
    EntityCharacters = "characters in the texts of # entity", "characters in the texts of # entities";
    /// Names for an entity in a context.
    Variants = "# name for an entity in a context", "# names for entities in a context";
    /// Spellings of variants that are taken.
    VariantSpellings = "# spelling of a name in a context, which is taken",
        "# spellings of names in a context, which are taken";
    /// Titles, remarks and origins of sources.
    SourceDetails = "the title or remark of # source", "the titles or remarks of # sources";
    /// Sources that no edge cites.
    UncitedSources = "# source that no edge cites", "# sources that no edge cites";
    /// Figures that belong to no edge.
    Figures = "# figure that belongs to no edge", "# figures that belong to no edge";
    /// What the sources disagree on.
    Disagreements = "# disagreement of the sources", "# disagreements of the sources";
    /// Explained warnings.
    Acceptances = "# explained warning", "# explained warnings";
    /// Kinds that the vocabulary does not have, or has otherwise.
    KindMeanings = "what # kind means", "what # kinds mean";
    /// Relations that the vocabulary does not have, or has otherwise.
    RelationMeanings = "what # relation means beyond sign and aspect", "what # relations mean beyond sign and aspect";
    /// Context keys that the vocabulary does not have, or has otherwise.
    ContextMeanings = "what # context key means", "what # context keys mean";
    /// Verb forms that are words of the language, or of two relations.
    VerbForms = "the verb forms of # relation, which are taken", "the verb forms of # relations, which are taken";
    /// The title of the graph.
    Title = "the title of the graph", "the title of the graph";
    /// The version of the graph.
    Version = "the version of the graph", "the version of the graph";
}

/// What a format has no place for, and how often the graph says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What.
    pub feature: Feature,
    /// Of how many edges, entities, sources; never 0.
    pub count: usize,
}

impl fmt::Display for Loss {
    /// `the contexts of 12 edges`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, several) = self.feature.texts();
        let text = if self.count == 1 { one } else { several };
        f.write_str(&text.replace('#', &self.count.to_string()))
    }
}

/// What only edges of formats without a word for it are left out for.
const CLAIMS: &[Feature] = &[Feature::NetEffects, Feature::Denials, Feature::Listed];

/// What an edge list has no place for.
const NOT_IN_TABLES: &[Feature] = &[
    Feature::Certainties,
    Feature::References,
    Feature::EvidenceNotes,
    Feature::Optional,
    Feature::Chains,
    Feature::Strengths,
    Feature::FurtherKinds,
    Feature::Definitions,
    Feature::CrossReferences,
    Feature::Pools,
    Feature::SourceDetails,
    Feature::UncitedSources,
    Feature::Title,
    Feature::Version,
];

/// What only tables of names and relations have no place for.
const NOT_IN_SIF: &[Feature] =
    &[Feature::Signs, Feature::Aspects, Feature::Contexts, Feature::Evidence, Feature::Synonyms, Feature::Notes];

/// What nodes files hold, and single tables of edges do not.
const NOT_WITHOUT_NODES: &[Feature] = &[Feature::Ids, Feature::Kinds];

/// What formats of flat properties have no place for.
const NOT_IN_PROPERTIES: &[Feature] =
    &[Feature::References, Feature::EvidenceNotes, Feature::SourceDetails, Feature::UncitedSources];

/// What a drawing has no place for.
const NOT_IN_DRAWINGS: &[Feature] = &[
    Feature::Aspects,
    Feature::Evidence,
    Feature::Certainties,
    Feature::References,
    Feature::EvidenceNotes,
    Feature::Optional,
    Feature::Chains,
    Feature::Strengths,
    Feature::Notes,
    Feature::Synonyms,
    Feature::Definitions,
    Feature::CrossReferences,
    Feature::Pools,
    Feature::FurtherKinds,
    Feature::SourceDetails,
    Feature::UncitedSources,
    Feature::Version,
];

/// What only endograph's own format has a place for.
const ONLY_IN_TOML: &[Feature] = &[
    Feature::Quantities,
    Feature::EdgeOrigins,
    Feature::EntityOrigins,
    Feature::Variants,
    Feature::Figures,
    Feature::Disagreements,
    Feature::Acceptances,
    Feature::KindMeanings,
    Feature::RelationMeanings,
    Feature::ContextMeanings,
];

/// What is changed by the rules of spelling themselves: lost wherever it occurs at all.
const SPELLING: &[Feature] = &[
    Feature::Repeated,
    Feature::ContextMarks,
    Feature::EdgeCharacters,
    Feature::EntityCharacters,
    Feature::Spellings,
    Feature::VariantSpellings,
    Feature::VerbForms,
];

impl Format {
    /// Whether the format has a place for what a graph says.
    pub(super) fn holds(self, feature: Feature) -> bool {
        let lacks: &[&[Feature]] = match self {
            Self::Toml => &[],
            Self::Tsv | Self::Csv => &[CLAIMS, NOT_IN_TABLES, ONLY_IN_TOML, &[Feature::Notes]],
            Self::Sif => &[CLAIMS, NOT_IN_TABLES, ONLY_IN_TOML, NOT_IN_SIF, NOT_WITHOUT_NODES],
            Self::Hetnet => &[CLAIMS, NOT_IN_TABLES, ONLY_IN_TOML, NOT_IN_SIF],
            Self::KgxTsv | Self::KgxJsonLines | Self::Cypher => {
                &[ONLY_IN_TOML, NOT_IN_PROPERTIES, &[Feature::Title, Feature::Version]]
            }
            Self::NTriples | Self::Turtle => &[ONLY_IN_TOML],
            Self::GraphMl => &[ONLY_IN_TOML, NOT_IN_PROPERTIES],
            Self::Dot => &[ONLY_IN_TOML, NOT_IN_DRAWINGS],
        };
        !SPELLING.contains(&feature) && !lacks.iter().any(|lacks| lacks.contains(&feature))
    }
}
