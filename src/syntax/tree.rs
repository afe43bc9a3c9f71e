//! The tree that text becomes: frames, clauses, and phrases whose words nobody has looked up yet.

use crate::diagnostic::{Diagnostic, Span};
use crate::graph::Sign;

/// One statement of a script.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it asks or does.
    pub kind: StatementKind,
    /// Where it stands in the script.
    pub span: Span,
}

/// The statement families.
#[derive(Clone, Debug, PartialEq)]
pub enum StatementKind {
    /// `? what suppresses LH`
    Question(Question),
    /// `path hcg -> spermatogenesis`
    Path(PathStatement),
    /// `simulate exogenous testosterone up, hCG up versus exogenous testosterone up`
    Simulate(SimulateStatement),
    /// `loops through LH max 8 negative`
    Loops(LoopsStatement),
    /// `compare hCG, gonadorelin on LH, FSH`
    Compare(CompareStatement),
    /// `show LH`
    Show(Phrase),
    /// `list drugs`
    List(Phrase),
    /// `find estro`
    Find(Phrase),
    /// `evidence testosterone -> LH`, `evidence LH`
    Evidence {
        /// The subject, or the only entity.
        from: Phrase,
        /// The object.
        to: Option<Phrase>,
    },
    /// `figures for hCG`
    Figures(Phrase),
    /// `schema`
    Schema,
    /// `stats`
    Stats,
    /// `let boosters = ? which drugs raise testosterone`
    Let {
        /// Without the `$`.
        name: Word,
        /// What is bound.
        value: Box<Statement>,
    },
    /// `$boosters`
    Result(Word),
    /// `expect yes: ? does clomiphene raise LH`
    Expect {
        /// What must come.
        expectation: Expectation,
        /// From what. A statement that does not parse is kept with its error: `expect error CODE:` wants it.
        statement: Box<Result<Statement, Diagnostic>>,
        /// The text of that statement, as it was written.
        text: String,
    },
    /// `draw QUERY to FILE`, `draw QUERY to FILE --force`
    Draw {
        /// What is drawn.
        query: Box<Statement>,
        /// Whose ending says how it is written.
        file: Word,
        /// `--force`: whether a file that is there is replaced.
        replacing: bool,
    },
    /// `explain QUERY`, `profile QUERY`
    Explain {
        /// Whether to run it too.
        profile: bool,
        /// What to explain.
        statement: Box<Statement>,
    },
}

/// A run of words between keywords. Resolving splits it by the schema's words and the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// At least one.
    pub items: Vec<Item>,
    /// From the first item to the last.
    pub span: Span,
}

/// One member of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// `LH`, `"Leydig cells"`
    Word(Word),
    /// `$boosters`
    Result(Word),
    /// `{LH, FSH}`
    Set(Vec<Phrase>, Span),
}

impl Item {
    /// Where it stands.
    pub const fn span(&self) -> Span {
        match self {
            Self::Word(word) | Self::Result(word) => word.span,
            Self::Set(_, span) => *span,
        }
    }
}

/// A word or a quoted name.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Without quotes.
    pub text: String,
    /// Whether it stood in quotes, which protect keywords, verbs and odd characters.
    pub quoted: bool,
    /// With the quotes.
    pub span: Span,
}

/// A question with its clauses.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The frame.
    pub form: QuestionForm,
    /// `given`, `holding`, `limit`, in the order written.
    pub clauses: Vec<Clause>,
}

/// The frames of controlled English.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionForm {
    /// `what suppresses LH`
    What(Condition),
    /// `which drugs raise testosterone and do not suppress spermatogenesis`: the first phrase begins with a kind
    Which(Condition),
    /// `how many drugs block the estrogen receptor`
    HowMany(Condition),
    /// `what does hCG mimic`, `what does gonadorelin do`
    WhatDoes(Phrase),
    /// `what is gonadorelin`, `what is blocked by clomiphene`, `which drugs are suppressed by …` stays `Which`
    WhatIs(Condition),
    /// `which cells does FSH stimulate`
    WhichDoes {
        /// `cells`
        kind: Phrase,
        /// `FSH stimulate`
        rest: Phrase,
    },
    /// `does hCG raise LH`: the first phrase begins with the subject
    Does(Condition),
    /// `is LH suppressed by hCG`, `is clomiphene a SERM`
    Is(Condition),
    /// `how does hCG affect spermatogenesis`
    How(Phrase),
    /// `why does exogenous testosterone suppress spermatogenesis`, `why is LH suppressed by hCG`
    Why {
        /// `why is …`
        passive: bool,
        /// Up to `not`, or all of it. None where `not` comes first: `why doesn't hCG raise FSH`.
        before: Option<Phrase>,
        /// After `not`: `why does hCG not | raise FSH`.
        after_not: Option<Phrase>,
    },
    /// `what do the documents disagree on`
    Disagreements {
        /// `… on about gonadorelin`
        about: Option<Phrase>,
    },
    /// `what do A and B have in common`
    Common(Vec<Phrase>),
    /// `how do A and B differ`
    Differ(Vec<Phrase>),
}

/// Conditions: `and` and `but not` bind tighter than `or`; brackets allowed.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `raise LH`; as a later member of `and`, `or` it may be an object alone, which takes the verb before it.
    Is(Phrase),
    /// `do not suppress LH`, `not suppress LH`, `but not suppress LH`
    Not(Box<Condition>),
    /// At least two.
    And(Vec<Condition>),
    /// At least two.
    Or(Vec<Condition>),
    /// Words before a `not` or a bracket, which belong to every member of what follows: the kind or subject
    /// (`drugs | do not raise LH`, `hCG | not raise LH`, `drugs | (raise LH or raise FSH)`), the verb
    /// (`raise | (LH or FSH)`), or both.
    Led {
        /// `drugs`
        lead: Phrase,
        /// `do not raise LH`
        condition: Box<Condition>,
    },
}

/// `path shortest 3 clomiphene -> spermatogenesis via LH avoiding FSH`
#[derive(Clone, Debug, PartialEq)]
pub struct PathStatement {
    /// Which of the paths.
    pub selection: Selection,
    /// What may repeat along one.
    pub repeat: Repeat,
    /// At least two; those between are waypoints in order.
    pub endpoints: Vec<Endpoint>,
    /// The direction of all its arrows.
    pub arrow: Arrow,
    /// In the order written.
    pub clauses: Vec<Clause>,
}

/// `simulate exogenous testosterone up, hCG up versus exogenous testosterone up holding LH show FSH`
#[derive(Clone, Debug, PartialEq)]
pub struct SimulateStatement {
    /// What is done, at least one.
    pub scenario: Vec<Intervention>,
    /// What it is compared with.
    pub versus: Option<Vec<Intervention>>,
    /// In the order written; they hold for both scenarios.
    pub clauses: Vec<Clause>,
}

/// `hCG up`, `stop TRT`
#[derive(Clone, Debug, PartialEq)]
pub struct Intervention {
    /// To whom.
    pub phrase: Phrase,
    /// What. None where nothing is said: a protocol is applied.
    pub action: Option<Action>,
    /// From the first word to the last.
    pub span: Span,
}

/// What is done to one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// `up`: more of it; feedback still acts on it.
    Up,
    /// `down`: less of it; feedback still acts on it.
    Down,
    /// `blocked`: less of what it does; its amount is left to feedback.
    Blocked,
    /// `removed`: it is gone, and nothing that regulates it brings it back.
    Removed,
    /// `set up`: its level is fixed higher, whatever regulates it (Pearl's `do()`).
    SetUp,
    /// `set down`: its level is fixed lower.
    SetDown,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Up, Self::Down, Self::Blocked, Self::Removed, Self::SetUp, Self::SetDown];

    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Blocked => "blocked",
            Self::Removed => "removed",
            Self::SetUp => "set up",
            Self::SetDown => "set down",
        }
    }
}

/// `loops through LH max 8 negative`
#[derive(Clone, Debug, PartialEq)]
pub struct LoopsStatement {
    /// In the order written. `through` is [`ClauseKind::Via`] here: it names entities.
    pub clauses: Vec<Clause>,
}

/// `compare hCG, gonadorelin on LH, FSH`
#[derive(Clone, Debug, PartialEq)]
pub struct CompareStatement {
    /// At least two.
    pub agents: Vec<Phrase>,
    /// In the order written.
    pub clauses: Vec<Clause>,
}

/// Which of the paths are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// The shortest of each family: plain `path`.
    Families,
    /// `all`
    All,
    /// `any`
    Any,
    /// `all shortest`
    AllShortest,
    /// `shortest`, `shortest 3`
    Shortest(Option<u32>),
}

/// What may repeat along a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// No node twice.
    Simple,
    /// No edge twice: `trail`.
    Trail,
    /// Anything: `walk`.
    Walk,
}

/// The end of a path, or a waypoint.
#[derive(Clone, Debug, PartialEq)]
pub enum Endpoint {
    /// A name, a kind, a class, a set or a result.
    Phrase(Phrase),
    /// `anything`
    Anything(Span),
}

/// The direction in which a path is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// `->`
    Right,
    /// `<-`
    Left,
    /// `<->`
    Both,
}

/// A clause after a question or a path, in any order.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// What it says.
    pub kind: ClauseKind,
    /// Where it stands.
    pub span: Span,
}

/// The clauses.
#[derive(Clone, Debug, PartialEq)]
pub enum ClauseKind {
    /// `given dosing = continuous`, `given dosing of GnRH = continuous, sex = male`
    Given(Vec<Setting>),
    /// `holding LH, FSH`
    Holding(Vec<Phrase>),
    /// `via LH, FSH`
    Via(Vec<Phrase>),
    /// `avoiding LH, FSH`
    Avoiding(Vec<Phrase>),
    /// `through blocks, inhibits`, `not through mimics`
    Through {
        /// `not through`
        negated: bool,
        /// Verbs or relation names.
        relations: Vec<Phrase>,
    },
    /// `max 6`
    Max(u32),
    /// `min 2`
    Min(u32),
    /// `net positive`, `net +`, `net negative`, `net -`
    Net(Sign),
    /// `where certainty = established, source = "…"`
    Where(Vec<Comparison>),
    /// `limit 10`
    Limit(u32),
    /// `including documented`
    IncludingDocumented,
    /// `show LH, FSH`, of `simulate`
    Show(Vec<Phrase>),
    /// `on LH, FSH`, of `compare`
    On(Vec<Phrase>),
    /// `negative`, `positive`, of `loops`
    Feedback(Sign),
}

/// `dosing = continuous`, `dosing of GnRH = continuous`
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// `dosing`
    pub key: Word,
    /// `GnRH`
    pub of: Option<Phrase>,
    /// `continuous`
    pub value: Phrase,
}

/// `certainty = established`, `certainty <> theoretical`
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// `certainty`
    pub field: Word,
    /// `=` or `<>`
    pub equal: bool,
    /// `established`
    pub value: Phrase,
}

/// What `expect` wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Expectation {
    /// `yes`, `no`, `mixed`, `depends`, `unknown`, `likely yes`, `determined no`, `documented yes`
    Answer {
        /// `likely`
        certainty: Option<Word>,
        /// `yes`
        answer: Word,
    },
    /// `{clomiphene, tamoxifen}`
    Set(Vec<Phrase>),
    /// `contains {…}`
    Contains(Vec<Phrase>),
    /// `lacks {…}`
    Lacks(Vec<Phrase>),
    /// `empty`
    Empty,
    /// `at least 3`
    AtLeast(u32),
    /// `4`
    Count(u32),
    /// `net -`
    Net(Sign),
    /// `error unknown-name`
    Error(Word),
    /// `LH down, likely spermatogenesis down`
    Changes(Vec<ExpectedChange>),
}

/// `likely LH down`
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedChange {
    /// `likely`
    pub certainty: Option<Word>,
    /// `LH`
    pub phrase: Phrase,
    /// `down`
    pub change: Word,
}
