//! Answers as flat rows, for spreadsheets and GitHub tables: what is nested is joined with `; `.

pub(super) mod comparison;
pub(super) mod feedback;
pub(super) mod prediction;

use serde_json::Value;

use super::arrows::{chain, path, relation_text};
use super::citations::describe;
use super::glyphs::Glyphs;
use super::row::{
    Answer, ContextVerdict, Effect, EntityCard, EntityRow, EvidenceItem, PathRow, Rows, Step, Table, Verdict,
    VerdictRow,
};
use super::settling::Settling;
use super::words::{context_pairs, counted, percents};

/// A header and as many cells a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Flat {
    fn new<const WIDTH: usize>(columns: [&str; WIDTH], rows: impl Iterator<Item = [String; WIDTH]>) -> Self {
        Self { columns: columns.map(str::to_owned).to_vec(), rows: rows.map(|row| row.to_vec()).collect() }
    }

    /// Drops the optional columns in which no row has anything.
    fn without_empty(mut self, optional: &[&str]) -> Self {
        let kept: Vec<bool> = self
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                !optional.contains(&column.as_str())
                    || self.rows.iter().any(|row| row.get(place).is_some_and(|cell| !cell.is_empty()))
            })
            .collect();
        let mut keep = kept.iter().cycle();
        self.columns.retain(|_| keep.next() == Some(&true));
        for row in &mut self.rows {
            let mut keep = kept.iter();
            row.retain(|_| keep.next() == Some(&true));
        }
        self
    }
}

/// The rows of the answer, with arrows drawn in the glyphs.
pub(super) fn flatten(answer: &Answer, glyphs: Glyphs) -> Flat {
    match &answer.rows {
        Rows::Entities(rows) => entities(rows, glyphs),
        Rows::Verdicts(rows) => verdicts(rows, glyphs),
        Rows::Paths(rows) => paths(rows, glyphs),
        Rows::Predictions(rows) => prediction::flat(rows, glyphs),
        Rows::Loops(rows) => feedback::flat(rows, glyphs),
        Rows::Comparison(rows) => comparison::flat(rows, glyphs),
        Rows::Entity(rows) => cards(rows, glyphs),
        Rows::Count(row) => {
            Flat::new(["count", "entities"], std::iter::once([row.count.to_string(), row.entities.join("; ")]))
        }
        Rows::Table(table) | Rows::Plan(table) | Rows::Check(table) => plain(table),
        Rows::Picture(row) => {
            let cells =
                [row.file.clone(), row.format.as_str().to_owned(), row.nodes.to_string(), row.arrows.to_string()];
            Flat::new(["file", "format", "nodes", "arrows"], std::iter::once(cells))
        }
        Rows::Ok(row) => Flat::new(["done", "what"], std::iter::once([row.done.clone(), row.what.clone()])),
    }
}

/// The columns of entities: names, then one effect, then edges and definitions.
const ENTITY_COLUMNS: [&str; 18] = [
    "entity",
    "id",
    "entity_kind",
    "via_class",
    "object",
    "verdict",
    "certainty",
    "likelihood_low",
    "likelihood_high",
    "directness",
    "hops",
    "contexts",
    "members",
    "mechanism",
    "documented",
    "edges",
    "evidence",
    "definition",
];

/// One row an entity and condition.
fn entities(rows: &[EntityRow], glyphs: Glyphs) -> Flat {
    let cells = |row: &EntityRow, effect: Option<&Effect>| {
        let [low, high] = share(effect.and_then(|effect| effect.likelihood));
        let evidence: Vec<&EvidenceItem> = row.edges.iter().flat_map(|edge| &edge.evidence).collect();
        [
            row.entity.clone(),
            row.id.clone(),
            row.entity_kind.clone(),
            row.via_class.clone().unwrap_or_default(),
            effect.map_or_else(String::new, |effect| effect.object.clone()),
            effect.map_or("", |effect| effect.verdict.as_str()).to_owned(),
            effect.and_then(|effect| effect.certainty).map_or("", super::VerdictCertainty::as_str).to_owned(),
            low,
            high,
            effect.map_or("", |effect| effect.directness.as_str()).to_owned(),
            effect.and_then(|effect| effect.hops).map_or_else(String::new, |hops| hops.to_string()),
            effect.map_or_else(String::new, |effect| joined(effect.contexts.iter().map(context_pairs))),
            effect.map_or_else(String::new, |effect| effect.members.join("; ")),
            effect.map_or_else(String::new, |effect| arrows(&effect.mechanism, glyphs)),
            effect.map_or_else(String::new, |effect| joined(effect.documented.iter().map(|step| stated(step, glyphs)))),
            joined(row.edges.iter().map(|edge| arrows(std::slice::from_ref(edge), glyphs))),
            sources(evidence, glyphs),
            row.definition.clone().unwrap_or_default(),
        ]
    };
    let rows: Vec<_> = rows
        .iter()
        .flat_map(|row| {
            let effects: Vec<Option<&Effect>> = match (&row.effect, row.effects.is_empty()) {
                (first, true) => vec![first.as_ref()],
                (_, false) => row.effects.iter().map(Some).collect(),
            };
            effects.into_iter().map(|effect| cells(row, effect)).collect::<Vec<_>>()
        })
        .collect();
    let effects = rows.iter().any(|row| !row[5].is_empty());
    let optional: &[&str] = if effects { &ENTITY_COLUMNS[15..] } else { &ENTITY_COLUMNS[3..] };
    Flat::new(ENTITY_COLUMNS, rows.into_iter()).without_empty(optional)
}

fn verdicts(rows: &[VerdictRow], glyphs: Glyphs) -> Flat {
    let columns = [
        "subject",
        "asked",
        "object",
        "aspect",
        "verdict",
        "answer",
        "certainty",
        "theoretical",
        "likelihood_low",
        "likelihood_high",
        "supporting",
        "opposing",
        "documented",
        "contexts",
        "reason",
        "settled_by",
        "weakest",
        "caveat",
        "hedged",
    ];
    let cells = |row: &VerdictRow| {
        let [low, high] = share(row.likelihood);
        [
            row.subject.clone(),
            if row.negated { format!("does not: {}", row.asked) } else { row.asked.clone() },
            row.object.clone(),
            row.aspect.as_str().to_owned(),
            row.verdict.as_str().to_owned(),
            row.answer.as_str().to_owned(),
            row.certainty.map_or("", super::VerdictCertainty::as_str).to_owned(),
            row.theoretical.to_string(),
            low,
            high,
            joined(row.supporting.iter().map(|row| path(row, glyphs, None).to_plain())),
            joined(row.opposing.iter().map(|row| with_role(row, glyphs))),
            joined(row.documented.iter().map(|step| {
                let line = arrows(std::slice::from_ref(step), glyphs);
                if step.evidence.is_empty() { line } else { format!("{line}: {}", sources(&step.evidence, glyphs)) }
            })),
            joined(row.contexts.iter().map(|verdict| context_verdict(verdict, glyphs))),
            row.reason.clone().unwrap_or_default(),
            row.settled_by.as_ref().map_or_else(String::new, Settling::condition),
            row.weakest.as_ref().map_or_else(String::new, |weakest| {
                let steps = joined(weakest.steps.iter().map(|step| arrows(std::slice::from_ref(step), glyphs)));
                format!("{steps}: {}, {}", weakest.certainty, counted(weakest.sources, "source", "sources"))
            }),
            row.caveat.clone().unwrap_or_default(),
            row.hedged.as_ref().map_or_else(String::new, |hedged| hedged.told().to_plain()),
        ]
    };
    Flat::new(columns, rows.iter().map(cells)).without_empty(&columns[14..])
}

fn with_role(row: &PathRow, glyphs: Glyphs) -> String {
    let line = path(row, glyphs, None).to_plain();
    row.role.map_or_else(|| line.clone(), |role| format!("{}: {line}", role.as_str()))
}

fn context_verdict(row: &ContextVerdict, glyphs: Glyphs) -> String {
    let mut text = format!("{}: {}", context_pairs(&row.context), row.verdict.as_str());
    if let Some(certainty) = row.certainty {
        text.push_str(", ");
        text.push_str(certainty.as_str());
    }
    if let Some(likelihood) = row.likelihood.filter(|_| row.verdict != Verdict::NoKnownEffect) {
        text.push_str(", rises in ");
        text.push_str(&percents(likelihood, glyphs));
    }
    text
}

fn paths(rows: &[PathRow], glyphs: Glyphs) -> Flat {
    let cells = |row: &PathRow| {
        [
            path(row, glyphs, None).to_plain(),
            row.net.map_or("", crate::graph::Sign::as_str).to_owned(),
            row.hops.to_string(),
            row.role.map_or("", super::PathRole::as_str).to_owned(),
            row.entities.join("; "),
            sources(row.steps.iter().flat_map(|step| &step.evidence), glyphs),
        ]
    };
    Flat::new(["path", "net", "hops", "role", "entities", "evidence"], rows.iter().map(cells))
}

fn cards(rows: &[EntityCard], glyphs: Glyphs) -> Flat {
    let columns = [
        "entity",
        "id",
        "entity_kinds",
        "definition",
        "synonyms",
        "xrefs",
        "classes",
        "members",
        "pools",
        "contexts",
        "outgoing",
        "incoming",
        "figures",
    ];
    let edges = |steps: &[Step]| joined(steps.iter().map(|step| arrows(std::slice::from_ref(step), glyphs)));
    let cells = |row: &EntityCard| {
        [
            row.entity.clone(),
            row.id.clone(),
            row.entity_kinds.join("; "),
            row.definition.clone(),
            row.synonyms.join("; "),
            row.xrefs.join("; "),
            row.classes.join("; "),
            row.members.join("; "),
            row.pools.join("; "),
            joined(row.contexts.iter().map(|(key, values)| format!("{key}={}", values.join("|")))),
            edges(&row.outgoing),
            edges(&row.incoming),
            row.figures.join("; "),
        ]
    };
    Flat::new(columns, rows.iter().map(cells))
}

fn plain(table: &Table) -> Flat {
    let cells = |row: &Vec<Value>| {
        let mut cells: Vec<String> = row.iter().map(cell_text).collect();
        cells.resize(table.columns.len(), String::new());
        cells
    };
    Flat { columns: table.columns.clone(), rows: table.rows.iter().map(cells).collect() }
}

/// A cell of a plain table as text: nothing for null, lists joined, objects as JSON.
pub(super) fn cell_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => joined(values.iter().map(cell_text)),
        other => other.to_string(),
    }
}

fn share(likelihood: Option<[f64; 2]>) -> [String; 2] {
    likelihood.map_or_else(<[String; 2]>::default, |ends| ends.map(|end| end.to_string()))
}

fn arrows(steps: &[Step], glyphs: Glyphs) -> String {
    chain(steps, glyphs, None).to_plain()
}

/// The sources of a stated net effect, with what is special about the statement before them.
fn stated(step: &Step, glyphs: Glyphs) -> String {
    let sources = sources(&step.evidence, glyphs);
    let relation = relation_text(step);
    if relation == step.relation { sources } else { format!("{relation}: {sources}") }
}

/// Each source once, as `002.txt § Feedback (established)`.
fn sources<'a>(evidence: impl IntoIterator<Item = &'a EvidenceItem>, glyphs: Glyphs) -> String {
    let once: indexmap::IndexSet<&EvidenceItem> = evidence.into_iter().collect();
    joined(once.into_iter().map(|item| describe(item, glyphs).to_plain()))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}
