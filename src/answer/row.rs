//! The value that every statement answers with. Its JSON form is a contract (`tests/answer.schema.json`).

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use super::comparison::ComparisonRow;
use super::feedback::LoopRow;
use super::glossary::Glossary;
use super::hedged::Hedged;
use super::picture::PictureRow;
use super::prediction::PredictionRow;
use super::settling::Settling;
use super::weakest::Weakest;
use crate::graph::{Aspect, Group, Sign};

/// What a statement answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The statement, printed from its tree.
    pub statement: String,
    /// The rows, by kind.
    pub rows: Rows,
    /// Whether nothing was cut by a limit, a time-out or Ctrl-C.
    pub complete: bool,
    /// Remarks, in order of importance.
    pub notes: Vec<Note>,
    /// Which graph answered.
    pub graph: GraphStamp,
    /// What pictures say of the entities that it names.
    pub glossary: Glossary,
}

/// The name and version of the graph that answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GraphStamp {
    /// `hpg`
    pub name: String,
    /// `1.0.0`
    pub version: String,
}

/// A remark with a stable code.
#[derive(Clone, Debug, Serialize)]
pub struct Note {
    /// `default-pool`, `mixed`, `cut`
    pub code: String,
    /// One sentence for people.
    pub text: String,
    /// The same for programs.
    pub data: Value,
}

impl Note {
    /// A remark without data.
    pub fn new(code: &str, text: impl Into<String>) -> Self {
        Self { code: code.to_owned(), text: text.into(), data: Value::Object(serde_json::Map::new()) }
    }

    /// The same with data.
    #[must_use]
    pub fn with(mut self, data: Value) -> Self {
        self.data = data;
        self
    }
}

/// The rows of an answer.
#[derive(Clone, Debug)]
pub enum Rows {
    /// `? what …`, `? which …`, `list …`, `find …`
    Entities(Vec<EntityRow>),
    /// `? does …`, `? how …`, `? why …`
    Verdicts(Vec<VerdictRow>),
    /// `path …`
    Paths(Vec<PathRow>),
    /// `simulate …`
    Predictions(Vec<PredictionRow>),
    /// `loops …`
    Loops(Vec<LoopRow>),
    /// `compare …`
    Comparison(Vec<ComparisonRow>),
    /// `show …`, `? what is …`
    Entity(Vec<EntityCard>),
    /// `? how many …`
    Count(CountRow),
    /// `evidence …`, `schema`, `stats`, `figures for …`, disagreements, `explain …`
    Table(Table),
    /// `explain …`, `profile …`
    Plan(Table),
    /// The faults that `endograph check` found.
    Check(Table),
    /// `draw …`
    Picture(PictureRow),
    /// `let …`, `expect …:` that held.
    Ok(OkRow),
}

impl Rows {
    /// How many there are; of a count, what it counts.
    pub fn count(&self) -> usize {
        match self {
            Self::Entities(rows) => rows.len(),
            Self::Verdicts(rows) => rows.len(),
            Self::Paths(rows) => rows.len(),
            Self::Predictions(rows) => rows.len(),
            Self::Loops(rows) => rows.len(),
            Self::Comparison(rows) => rows.len(),
            Self::Entity(cards) => cards.len(),
            Self::Count(count) => usize::try_from(count.count).unwrap_or(usize::MAX),
            Self::Table(table) | Self::Plan(table) | Self::Check(table) => table.rows.len(),
            Self::Picture(_) | Self::Ok(_) => 1,
        }
    }
}

/// One entity that answers a question.
#[derive(Clone, Debug, Serialize)]
pub struct EntityRow {
    /// Display name.
    pub entity: String,
    /// Kebab-case id.
    pub id: String,
    /// The kind's id.
    pub entity_kind: String,
    /// The block of the answer it stands in.
    #[serde(skip)]
    pub group: Group,
    /// The class under which tables fold it: every edge that answers is inherited from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via_class: Option<String>,
    /// The effect of the first condition; none where the question asked for edges or names only.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// One a condition, where there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// The edges that answer a relation verb.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub edges: Vec<Step>,
    /// One line, for lists of names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
}

/// A net effect of an entity on the object of a condition.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    /// The object's display name.
    pub object: String,
    /// Which way.
    pub verdict: Verdict,
    /// How sure.
    pub certainty: Option<VerdictCertainty>,
    /// The share of worlds in which the object rises, lowest and highest over the priors.
    pub likelihood: Option<[f64; 2]>,
    /// One data edge, or several.
    pub directness: DirectnessWord,
    /// Data edges of the shortest supporting path; none where only a documented effect is known.
    pub hops: Option<u32>,
    /// Stated net effects of the same pair.
    pub documented: Vec<Step>,
    /// The contexts of the entity in which the row holds: `{"dosing": "continuous"}`. Empty: its default.
    pub contexts: Vec<IndexMap<String, String>>,
    /// Members of a class, where the row stands for them.
    pub members: Vec<String>,
    /// The best supporting path.
    pub mechanism: Vec<Step>,
}

/// Which way a press on the subject moves the object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Verdict {
    /// Up.
    #[serde(rename = "raises")]
    Raises,
    /// Down.
    #[serde(rename = "suppresses")]
    Suppresses,
    /// It differs between the contexts of the subject.
    #[serde(rename = "depends")]
    Depends,
    /// The signs of the edges do not decide it.
    #[serde(rename = "mixed")]
    Mixed,
    /// No path and no statement.
    #[serde(rename = "no known effect")]
    NoKnownEffect,
}

/// How sure a verdict is, most certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VerdictCertainty {
    /// Every strength of every edge gives it.
    Determined,
    /// Nearly all calibrated worlds give it, under every prior.
    Likely,
    /// A source states it; the mechanism in the graph does not decide it.
    Documented,
    /// The signs do not decide.
    Ambiguous,
}

/// Direct means one data edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DirectnessWord {
    /// One data edge.
    Direct,
    /// More than one, or a stated net effect.
    Indirect,
}

/// The short answer to a yes-or-no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum YesNo {
    /// The verdict is the one asked for.
    Yes,
    /// It is the opposite one.
    No,
    /// Undecided by the signs.
    Mixed,
    /// Differs between contexts.
    Depends,
    /// No known effect.
    Unknown,
}

/// The answer about one subject and one object.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts about a question and its answer")]
pub struct VerdictRow {
    /// Display name of the subject.
    pub subject: String,
    /// The relation verb or effect verb that was asked: `raises`, `blocks`. What the headline is built with.
    pub asked: String,
    /// Whether an edge was asked for rather than a net effect: `blocks`, `is a`.
    #[serde(skip)]
    pub edge_asked: bool,
    /// Whether the question denies it (`does hCG not raise LH`): then yes means that it is not so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// Display name of the object; `activity of LH` where the question names the aspect, for headlines to be true.
    pub object: String,
    /// Which aspect of the object.
    #[serde(serialize_with = "as_str")]
    pub aspect: Aspect,
    /// Whether the question named the aspect, so that the headline must: hCG raises the activity of LH, not LH.
    #[serde(skip)]
    pub aspect_named: bool,
    /// Which way.
    pub verdict: Verdict,
    /// The short answer.
    pub answer: YesNo,
    /// How sure; none where there is no known effect.
    pub certainty: Option<VerdictCertainty>,
    /// "theoretically": the only evidence is theoretical.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub theoretical: bool,
    /// The share of worlds in which the object rises, lowest and highest over the priors.
    pub likelihood: Option<[f64; 2]>,
    /// Why it is open, or less sure than the signs of the steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What no source states as established of all that a determined or likely verdict rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hedged: Option<Hedged>,
    /// Why it is perhaps not about what was asked: no step of it is stated for the context that the question fixes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<String>,
    /// What would settle it, where `how` and `why` ask for a verdict that the mechanism leaves open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_by: Option<Settling>,
    /// Paths with the verdict's sign (or, of a mixed one, the positive ones), best first.
    pub supporting: Vec<PathRow>,
    /// The weakest evidence of the first of them, where `how` and `why` ask and it has several steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weakest: Option<Weakest>,
    /// Paths of the other sign, with their roles.
    pub opposing: Vec<PathRow>,
    /// Stated net effects of the pair.
    pub documented: Vec<Step>,
    /// One verdict a context, where it depends.
    pub contexts: Vec<ContextVerdict>,
}

impl VerdictRow {
    /// The object as a headline names it: `LH`, `activity of LH`.
    pub fn object_text(&self) -> String {
        if self.aspect_named { format!("{} of {}", self.aspect, self.object) } else { self.object.clone() }
    }
}

/// The verdict in one context of the subject.
#[derive(Clone, Debug, Serialize)]
pub struct ContextVerdict {
    /// `{"dosing": "continuous"}`
    pub context: IndexMap<String, String>,
    /// Whether it is what holds where nothing is said.
    pub default: bool,
    /// Which way.
    pub verdict: Verdict,
    /// How sure.
    pub certainty: Option<VerdictCertainty>,
    /// The share of worlds in which the object rises.
    pub likelihood: Option<[f64; 2]>,
    /// The best supporting path.
    pub mechanism: Vec<Step>,
}

/// One path.
#[derive(Clone, Debug, Serialize)]
pub struct PathRow {
    /// Display names in order.
    pub entities: Vec<String>,
    /// One a data edge.
    pub steps: Vec<Step>,
    /// The product of the signs; none where a step carries none.
    #[serde(serialize_with = "optional_sign")]
    pub net: Option<Sign>,
    /// Data edges.
    pub hops: u32,
    /// Its part in the verdict of the pair; none for structural paths.
    pub role: Option<PathRole>,
}

/// The part that a path plays in the verdict of its pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PathRole {
    /// It has the verdict's sign.
    Supporting,
    /// It has the other sign, and leaves by consumption a reaction that the path had already moved.
    Sparing,
    /// It has the other sign and is the return of a feedback that never wins.
    Damping,
    /// It has the other sign.
    Opposing,
}

/// One step of a path, or one edge.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// Display name of the subject.
    pub from: String,
    /// The relation's id.
    pub relation: String,
    /// Display name of the object.
    pub to: String,
    /// The sign; none for a relation that carries none.
    #[serde(serialize_with = "optional_sign")]
    pub sign: Option<Sign>,
    /// The aspect of the object that it changes; none without sign.
    #[serde(serialize_with = "optional_aspect")]
    pub aspect: Option<Aspect>,
    /// The class whose edge it is.
    pub via_class: Option<String>,
    /// The inner entities of the finer chain that this step is the short form of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<String>,
    /// Where and when it holds.
    pub context: IndexMap<String, String>,
    /// On whose word.
    pub evidence: Vec<EvidenceItem>,
    /// The state a documented effect is said of; none for a mechanism step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<String>,
    /// Whether the source says that the effect is absent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negated: bool,
    /// Figures that the edge carries, as the source words them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<String>,
    /// A remark of the curator.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One place that states a fact.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct EvidenceItem {
    /// The document or work: a file name, or an id.
    pub source: String,
    /// What it is called, where that is something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_name: Option<String>,
    /// The heading under which it stands.
    pub section: String,
    /// The study that the text itself names.
    pub reference: Option<String>,
    /// `established`, `suggested`, `theoretical`
    pub certainty: String,
    /// The source's own hedge.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl EvidenceItem {
    /// What answers for people call the source.
    pub fn source_text(&self) -> &str {
        self.source_name.as_deref().unwrap_or(&self.source)
    }
}

/// Everything about one entity.
#[derive(Clone, Debug, Serialize)]
pub struct EntityCard {
    /// Display name.
    pub entity: String,
    /// Kebab-case id.
    pub id: String,
    /// The kinds' ids.
    pub entity_kinds: Vec<String>,
    /// One line.
    pub definition: String,
    /// Other names.
    pub synonyms: Vec<String>,
    /// CURIEs.
    pub xrefs: Vec<String>,
    /// The classes it belongs to.
    pub classes: Vec<String>,
    /// Its members, where it is a class.
    pub members: Vec<String>,
    /// Its pools, the default first, where it is an umbrella.
    pub pools: Vec<String>,
    /// The contexts that its own edges distinguish, by key.
    pub contexts: IndexMap<String, Vec<String>>,
    /// What it does: edges that start here.
    pub outgoing: Vec<Step>,
    /// What is done to it: edges that end here.
    pub incoming: Vec<Step>,
    /// Figures about it, as the sources word them.
    pub figures: Vec<String>,
}

/// How many.
#[derive(Clone, Debug, Serialize)]
pub struct CountRow {
    /// How many.
    pub count: u64,
    /// Their display names.
    pub entities: Vec<String>,
}

/// A plain table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Column names, lower case, as JSON keys.
    pub columns: Vec<String>,
    /// As many cells a row as there are columns.
    pub rows: Vec<Vec<Value>>,
}

/// Something was done.
#[derive(Clone, Debug, Serialize)]
pub struct OkRow {
    /// `bound`, `held`
    pub done: String,
    /// What to: `$boosters, 6 entities`.
    pub what: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(super) fn as_str<S: serde::Serializer>(aspect: &Aspect, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(aspect.as_str())
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn optional_aspect<S: serde::Serializer>(aspect: &Option<Aspect>, serializer: S) -> Result<S::Ok, S::Error> {
    aspect.map(Aspect::as_str).serialize(serializer)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
pub(super) fn sign_text<S: serde::Serializer>(sign: &Sign, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(sign.as_str())
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn optional_sign<S: serde::Serializer>(sign: &Option<Sign>, serializer: S) -> Result<S::Ok, S::Error> {
    sign.map(Sign::as_str).serialize(serializer)
}
