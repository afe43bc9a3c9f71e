//! Predicates and types that say something of their subject, and are no edges.

/// What begins endograph's own names.
pub(super) const OWN: &str = "urn:endograph:";

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS: &str = "http://www.w3.org/2000/01/rdf-schema#";
const OWL: &str = "http://www.w3.org/2002/07/owl#";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const OBO_IN_OWL: &str = "http://www.geneontology.org/formats/oboInOwl#";
const BIOLINK: &str = "https://w3id.org/biolink/vocab/";
const OBO: &str = "http://purl.obolibrary.org/obo/";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const TERM: &str = "urn:endograph:term:";

/// What a predicate says of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Type,
    /// A kind, where types are something else.
    Kind,
    Label,
    Synonym,
    Definition,
    Xref,
    /// Parts of a statement.
    Subject,
    Predicate,
    Object,
    Sign,
    Aspect,
    Negated,
    Background,
    Followed,
    Optional,
    Strength,
    /// An inner entity of the finer chain that a statement is the short form of.
    Through,
    /// A pool of an umbrella.
    Pool,
    Note,
    /// A node that says where it is stated.
    Evidence,
    /// A work or document.
    Source,
    Section,
    Certainty,
    /// Something that no graph has a place for.
    Nothing,
}

const PREDICATES: &[(&str, &[(&str, Says)])] = &[
    (
        RDF,
        &[("type", Says::Type), ("subject", Says::Subject), ("predicate", Says::Predicate), ("object", Says::Object)],
    ),
    (
        RDFS,
        &[
            ("label", Says::Label),
            ("comment", Says::Definition),
            ("seeAlso", Says::Nothing),
            ("isDefinedBy", Says::Nothing),
            ("domain", Says::Nothing),
            ("range", Says::Nothing),
            ("subPropertyOf", Says::Nothing),
        ],
    ),
    (
        OWL,
        &[
            ("imports", Says::Nothing),
            ("versionIRI", Says::Nothing),
            ("inverseOf", Says::Nothing),
            ("disjointWith", Says::Nothing),
        ],
    ),
    (
        SKOS,
        &[
            ("prefLabel", Says::Label),
            ("altLabel", Says::Synonym),
            ("definition", Says::Definition),
            ("inScheme", Says::Nothing),
            ("topConceptOf", Says::Nothing),
        ],
    ),
    (OBO_IN_OWL, &[("hasExactSynonym", Says::Synonym), ("hasDbXref", Says::Xref), ("inSubset", Says::Nothing)]),
    (OBO, &[("IAO_0000115", Says::Definition), ("IAO_0000118", Says::Synonym), ("IAO_0000114", Says::Nothing)]),
    (
        BIOLINK,
        &[
            ("category", Says::Kind),
            ("name", Says::Label),
            ("synonym", Says::Synonym),
            ("description", Says::Definition),
            ("xref", Says::Xref),
            ("publications", Says::Source),
            ("provided_by", Says::Nothing),
            ("knowledge_source", Says::Nothing),
            ("primary_knowledge_source", Says::Nothing),
            ("aggregator_knowledge_source", Says::Nothing),
            ("relation", Says::Nothing),
            ("negated", Says::Negated),
        ],
    ),
    (DCTERMS, &[("title", Says::Label), ("description", Says::Definition)]),
    (DC, &[("title", Says::Label), ("description", Says::Definition)]),
    (
        TERM,
        &[
            ("kind", Says::Kind),
            ("xref", Says::Xref),
            ("sign", Says::Sign),
            ("aspect", Says::Aspect),
            ("negated", Says::Negated),
            ("background", Says::Background),
            ("followed", Says::Followed),
            ("note", Says::Note),
            ("evidence", Says::Evidence),
            ("source", Says::Source),
            ("section", Says::Section),
            ("certainty", Says::Certainty),
            ("directness", Says::Nothing),
            ("strength", Says::Strength),
            ("optional", Says::Optional),
            ("through", Says::Through),
            ("pools", Says::Pool),
            ("reference", Says::Nothing),
        ],
    ),
];

/// What a predicate says of its subject; none where it joins it to something else.
pub(super) fn says(predicate: &str) -> Option<Says> {
    PREDICATES.iter().find_map(|(space, names)| {
        let name = predicate.strip_prefix(space)?;
        names.iter().find(|(known, _)| *known == name).map(|(_, says)| *says)
    })
}

/// What a subject is, by its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// `rdf:Statement`.
    Statement,
    /// A work that statements cite.
    Source,
    /// A property, a class of the file's own, the graph itself: no entity.
    Vocabulary,
    /// An entity, of which the type says nothing more.
    Something,
}

const TYPES: &[(&str, &[(&str, Is)])] = &[
    (RDF, &[("Statement", Is::Statement), ("Property", Is::Vocabulary), ("List", Is::Vocabulary)]),
    (RDFS, &[("Class", Is::Something), ("Resource", Is::Something), ("Datatype", Is::Vocabulary)]),
    (
        OWL,
        &[
            ("Class", Is::Something),
            ("NamedIndividual", Is::Something),
            ("Thing", Is::Something),
            ("Ontology", Is::Vocabulary),
            ("ObjectProperty", Is::Vocabulary),
            ("DatatypeProperty", Is::Vocabulary),
            ("AnnotationProperty", Is::Vocabulary),
            ("TransitiveProperty", Is::Vocabulary),
            ("SymmetricProperty", Is::Vocabulary),
            ("Restriction", Is::Vocabulary),
            ("Axiom", Is::Vocabulary),
        ],
    ),
    (SKOS, &[("Concept", Is::Something), ("ConceptScheme", Is::Vocabulary)]),
    (TERM, &[("Source", Is::Source), ("Graph", Is::Vocabulary)]),
];

/// What a type says besides a kind; none for a kind.
pub(super) fn is(class: &str) -> Option<Is> {
    TYPES.iter().find_map(|(space, names)| {
        let name = class.strip_prefix(space)?;
        names.iter().find(|(known, _)| *known == name).map(|(_, is)| *is)
    })
}

/// The place in its sequence that a predicate gives its object: `rdf:_1`.
pub(super) fn sequence_place(predicate: &str) -> Option<u32> {
    predicate.strip_prefix(RDF)?.strip_prefix('_')?.parse().ok()
}

/// The key of a context, where a predicate of endograph's own gives one.
pub(super) fn context_key(predicate: &str) -> Option<&str> {
    predicate.strip_prefix("urn:endograph:context:")
}

/// Whether a predicate is a relation of endograph's own: every such triple is also told as a statement.
pub(super) fn is_restated(predicate: &str) -> bool {
    predicate.starts_with("urn:endograph:relation:")
}
