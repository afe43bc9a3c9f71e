//! Resolved statements: every word looked up, nothing run yet.

use crate::answer::{Change, VerdictCertainty, YesNo};
use crate::diagnostic::Span;
use crate::graph::{Aspect, Context, EntityId, KindId, RelationId, Sign};
use crate::picture;
use crate::syntax::{Action, Arrow, Repeat, Selection};

/// A statement whose words are looked up.
#[derive(Clone, Debug)]
pub enum Resolved {
    /// `? …`
    Question(Question),
    /// `path …`
    Path(PathQuestion),
    /// `simulate …`
    Simulate(Simulation),
    /// `loops …`
    Loops(LoopQuestion),
    /// `compare …`, `? what do … have in common`, `? how do … differ`
    Compare(Comparison),
    /// `show …`
    Show(Target),
    /// `list …`
    List(Listing),
    /// `find …`
    Find(String),
    /// `evidence …`
    Evidence {
        /// The subject, or the only entity.
        from: Target,
        /// The object.
        to: Option<Target>,
    },
    /// `figures for …`
    Figures(Target),
    /// `schema`
    Schema,
    /// `stats`
    Stats,
    /// `let name = …`
    Let {
        /// Without the `$`.
        name: String,
        /// What is bound.
        value: Box<Resolved>,
    },
    /// `$name`
    Bound(Target),
    /// `draw … to …`
    Draw {
        /// What is drawn.
        statement: Box<Resolved>,
        /// The file, as the statement names it.
        file: String,
        /// How it is written.
        format: picture::Format,
    },
    /// `explain …`
    Explain {
        /// Whether to run it too.
        profile: bool,
        /// What to explain.
        statement: Box<Resolved>,
    },
}

/// One entity in a context, as a statement mentioned it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The entity.
    pub entity: EntityId,
    /// What the mention fixes: `dosing = continuous` of "continuous GnRH".
    pub context: Context,
}

/// What a name, a kind, a set or a result stands for: any one of its mentions.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// As the statement words it.
    pub text: String,
    /// Where.
    pub span: Span,
    /// Any one of these. Empty only for an empty result.
    pub mentions: Vec<Mention>,
    /// The aspect that was named.
    pub aspect: Option<Aspect>,
    /// How it was named.
    pub named: NamedAs,
}

/// How a target was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedAs {
    /// By a name of one entity.
    Name,
    /// By the name of an umbrella, which here means its default pool.
    Umbrella(EntityId),
    /// By a kind.
    Kind(KindId),
    /// As a set or a result.
    Several,
    /// `anything`
    Anything,
}

/// A question whose words are looked up.
#[derive(Clone, Debug)]
pub struct Question {
    /// What it asks.
    pub form: Form,
    /// What is given, held and limited.
    pub clauses: Clauses,
}

/// What a question asks.
#[derive(Clone, Debug)]
pub enum Form {
    /// Which entities satisfy a condition.
    Select {
        /// Only entities of this kind, class or result; none: anything.
        among: Option<Target>,
        /// What they must satisfy.
        condition: Condition,
        /// Only how many.
        count: bool,
    },
    /// Whether, how or why a subject acts on an object.
    Claims {
        /// Which of them.
        asked: Asked,
        /// One or more.
        claims: Vec<Claim>,
    },
    /// `what does gonadorelin do`
    Effects(Target),
    /// `what is gonadorelin`
    Card(Target),
    /// `what do the documents disagree on`
    Disagreements(Option<Target>),
}

/// Which question is asked of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// `does`, `is`
    Whether,
    /// `how does`
    How,
    /// `why does`
    Why,
    /// `why does … not`
    WhyNot,
}

/// Conditions on a candidate.
#[derive(Clone, Debug)]
pub enum Condition {
    /// One.
    Is(Predicate),
    /// The opposite.
    Not(Box<Condition>),
    /// All.
    And(Vec<Condition>),
    /// Any.
    Or(Vec<Condition>),
}

impl Condition {
    /// Its predicates, in the order written.
    pub fn predicates(&self) -> Vec<&Predicate> {
        match self {
            Self::Is(predicate) => vec![predicate],
            Self::Not(inner) => inner.predicates(),
            Self::And(members) | Self::Or(members) => members.iter().flat_map(Self::predicates).collect(),
        }
    }
}

/// One condition on a candidate.
#[derive(Clone, Debug)]
pub struct Predicate {
    /// The verb.
    pub ask: Ask,
    /// Whether the candidate acts (`what suppresses LH`) or is acted on (`what is suppressed by hCG`).
    pub candidate: Side,
    /// The other side.
    pub other: Target,
}

/// One side of an edge or effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Who acts.
    Subject,
    /// On whom.
    Object,
}

/// What a verb asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The verb's meaning.
    pub meaning: AskMeaning,
    /// Third person, as answers print it: `raises`, `is a`.
    pub third: String,
    /// `directly`: one step only.
    pub directly: bool,
}

/// A verb's meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskMeaning {
    /// Net effects, of one sign or of any.
    Effect(Option<Sign>),
    /// Edges of a relation.
    Relation(RelationId),
}

/// Whether a subject acts on an object.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Who.
    pub subject: Target,
    /// How.
    pub ask: Ask,
    /// On whom.
    pub object: Target,
    /// `does not`
    pub negated: bool,
}

/// What clauses say, each at most once.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    /// Context keys of the subject.
    pub subject_context: Context,
    /// Context keys of the whole graph.
    pub graph_context: Context,
    /// Context keys of entities that are named.
    pub entity_contexts: Vec<(EntityId, Context)>,
    /// Entities whose level is held unchanged.
    pub holding: Vec<EntityId>,
    /// At most so many rows.
    pub limit: Option<usize>,
    /// Groups, each of which a path must touch.
    pub via: Vec<Target>,
    /// What a path must not touch.
    pub avoiding: Vec<Target>,
    /// The relations a path may use; none: any with a sign.
    pub through: Option<Vec<RelationId>>,
    /// The relations a path must not use.
    pub not_through: Vec<RelationId>,
    /// At most so many edges.
    pub max: Option<usize>,
    /// At least so many edges.
    pub min: Option<usize>,
    /// The net sign.
    pub net: Option<Sign>,
    /// What each step's evidence must satisfy.
    pub filters: Vec<EvidenceFilter>,
    /// Whether stated net effects may be steps.
    pub including_documented: bool,
}

/// What a step's evidence must satisfy.
#[derive(Clone, Debug)]
pub struct EvidenceFilter {
    /// Which field.
    pub field: EvidenceField,
    /// `=` or `<>`
    pub equal: bool,
    /// The value, as written.
    pub value: String,
}

/// A field of evidence that `where` can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceField {
    /// `certainty`
    Certainty,
    /// `source`
    Source,
    /// `section`
    Section,
    /// `reference`
    Reference,
}

impl EvidenceField {
    /// All of them, as they are written.
    pub const NAMED: [(&'static str, Self); 4] = [
        ("certainty", Self::Certainty),
        ("source", Self::Source),
        ("section", Self::Section),
        ("reference", Self::Reference),
    ];
}

/// A path question whose words are looked up.
#[derive(Clone, Debug)]
pub struct PathQuestion {
    /// Which paths.
    pub selection: Selection,
    /// What may repeat.
    pub repeat: Repeat,
    /// Ends and waypoints in order.
    pub endpoints: Vec<Target>,
    /// How the arrows point.
    pub arrow: Arrow,
    /// The rest.
    pub clauses: Clauses,
}

/// What-if: what a scenario does, against the untreated state or another scenario.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// What is done; at least one.
    pub scenario: Interventions,
    /// What it is compared with; none: the untreated state.
    pub versus: Option<Interventions>,
    /// What is watched; empty: every hormone, process and condition that moves.
    pub show: Vec<Target>,
    /// `holding`, `given`, `limit`, `max`.
    pub clauses: Clauses,
}

/// What is done at once.
#[derive(Clone, Debug)]
pub struct Interventions {
    /// As answers name it: `exogenous testosterone up, hCG up`.
    pub text: String,
    /// One or more.
    pub list: Vec<Intervention>,
}

/// One thing that is done to one entity.
#[derive(Clone, Debug)]
pub struct Intervention {
    /// To whom: exactly one mention.
    pub target: Target,
    /// What.
    pub action: Action,
}

impl Intervention {
    /// To whom.
    pub fn mention(&self) -> Option<&Mention> {
        self.target.mentions.first()
    }
}

/// Which feedback loops there are.
#[derive(Clone, Debug)]
pub struct LoopQuestion {
    /// Groups of which each loop touches one member.
    pub through: Vec<Target>,
    /// Only those of this sign.
    pub feedback: Option<Sign>,
    /// `max`, `min`, `avoiding`, `given`, `limit`.
    pub clauses: Clauses,
}

/// What agents are and do, side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// At least two.
    pub agents: Vec<Target>,
    /// On what; empty: that on which they differ.
    pub on: Vec<Target>,
    /// What is wanted of them.
    pub view: ComparisonView,
    /// `given`, `holding`.
    pub clauses: Clauses,
}

/// What is wanted of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonView {
    /// `compare`: everything.
    Whole,
    /// `what do … have in common`
    Common,
    /// `how do … differ`
    Differences,
}

/// What `list` lists.
#[derive(Clone, Debug)]
pub enum Listing {
    /// Entities of a kind, members of a class, a result.
    Entities(Target),
    /// Kinds with their counts.
    Kinds,
    /// Relations with their counts.
    Relations,
    /// Sources.
    Sources,
}

/// What `expect` wants of an answer.
#[derive(Clone, Debug)]
pub enum Expected {
    /// `yes`, `likely yes`
    Answer(YesNo, Option<VerdictCertainty>),
    /// Exactly these entities.
    Set(Vec<Mention>),
    /// These among others.
    Contains(Vec<Mention>),
    /// None of these.
    Lacks(Vec<Mention>),
    /// No row.
    Empty,
    /// So many rows or more.
    AtLeast(usize),
    /// So many rows.
    Count(usize),
    /// Every path has this net sign.
    Net(Sign),
    /// The statement fails with this code.
    Error(String),
    /// Each of these moves so, with this certainty where one is named: `LH down`, `likely LH down`.
    Changes(Vec<(Target, Change, Option<VerdictCertainty>)>),
}
