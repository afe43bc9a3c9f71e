//! The rows of edge lists.

use indexmap::IndexMap;

use super::columns::{Header, Titles};
use super::contexts;
use super::entities::Entities;
use super::nodes::{can_be_called, one_line};
use super::records::{Record, Records};
use super::sign::{self, StatedSign};
use super::sources::Sources;
use super::uses::{UseId, Uses};
use crate::diagnostic::Code;
use crate::formats::TextFile;
use crate::formats::log::{Log, Place};
use crate::graph::{Context, ContextKey, EntityId, Evidence};

const SUBJECT: Titles = &["subject", "source", "from", "regulator", "influencer"];
const RELATION: Titles =
    &["relation", "predicate", "interaction", "relationship", "effect", "verb", "interaction type", "type"];
const OBJECT: Titles = &["object", "target", "to", "regulated", "influenced"];
const SIGN: Titles = &["sign", "polarity", "direction"];
const EVIDENCE: Titles = &["evidence", "reference", "references", "citation", "pmid", "provenance"];
const CONTEXT: Titles = &["context", "contexts", "condition", "conditions"];

/// One row, with everything looked up but its relation.
pub(super) struct Statement {
    pub(super) subject: EntityId,
    pub(super) used: UseId,
    pub(super) object: EntityId,
    pub(super) context: Context,
    pub(super) evidence: Evidence,
    /// The row.
    pub(super) place: Place,
}

/// All rows so far.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) statements: Vec<Statement>,
    pub(super) uses: Uses,
    pub(super) sources: Sources,
}

/// Where the columns stand.
struct Columns {
    subject: Option<usize>,
    relation: Option<usize>,
    object: Option<usize>,
    sign: Option<usize>,
    evidence: Option<usize>,
    context: Option<usize>,
}

impl Columns {
    /// None where one that must be there is not.
    fn of(header: &Header, log: &Log<'_>) -> Option<Self> {
        let column = |titles| header.column(titles, log);
        let columns = Self {
            subject: column(SUBJECT),
            relation: column(RELATION),
            object: column(OBJECT),
            sign: column(SIGN),
            evidence: column(EVIDENCE),
            context: column(CONTEXT),
        };
        let needed: [(bool, &[Titles]); 3] = [
            (columns.subject.is_some(), &[SUBJECT]),
            (columns.object.is_some(), &[OBJECT]),
            (columns.sign.or(columns.relation).is_some(), &[SIGN, RELATION]),
        ];
        let missing: Vec<&[Titles]> = needed.iter().filter(|(there, _)| !there).map(|(_, titles)| *titles).collect();
        if !missing.is_empty() {
            header.report_missing(&missing, log);
            return None;
        }
        Some(columns)
    }
}

impl Rows {
    /// Adds the rows of a file.
    pub(super) fn read(
        &mut self,
        file: usize,
        text: &TextFile,
        entities: &mut Entities,
        contexts: &mut IndexMap<String, ContextKey>,
        log: &Log<'_>,
    ) {
        let mut records = Records::new(file, text);
        let file_name = records.file_name();
        let top = Place::new(file, 0..0);
        let Some(header) = Header::read(&mut records, top, log) else {
            return;
        };
        let Some(columns) = Columns::of(&header, log) else {
            return;
        };
        while let Some(record) = records.next_regular(header.width, log) {
            let context = contexts::read(record.field(columns.context), contexts, record.place(columns.context), log);
            self.add(&record, &columns, &file_name, context, entities, log);
        }
        if records.read == 1 {
            log.report(top, Code::NoRows, "no row follows the header", |fault| {
                fault.help("each further line is an edge: its subject, its relation or sign, its object")
            });
        }
    }

    fn add(
        &mut self,
        record: &Record<'_>,
        columns: &Columns,
        file_name: &str,
        context: Context,
        entities: &mut Entities,
        log: &Log<'_>,
    ) {
        let mut named = |column| {
            let name = one_line(record.field(column));
            can_be_called(&name, || record.place(column), log).then(|| entities.named(&name))
        };
        let (subject, object) = (named(columns.subject), named(columns.object));
        let used = self.used(record, columns, log);
        let evidence = one_line(record.field(columns.evidence));
        let evidence = self.sources.evidence(&evidence, file_name, record.line);
        if let (Some(subject), Some(used), Some(object)) = (subject, used, object) {
            self.statements.push(Statement { subject, used, object, context, evidence, place: record.whole() });
        }
    }

    /// The relation and sign of a row; one that has neither, or a sign that is none, is a fault.
    fn used(&mut self, record: &Record<'_>, columns: &Columns, log: &Log<'_>) -> Option<UseId> {
        let relation = one_line(record.field(columns.relation));
        let sign = match columns.sign {
            None if relation.is_empty() => {
                log.report(record.place(columns.relation), Code::WrongValue, "no relation is given", |fault| {
                    fault.help("name one, or add a `sign` column: then relations may be left out")
                });
                return None;
            }
            None => StatedSign::ByRelation,
            column => read_sign(record.field(column), record.place(column), log)?,
        };
        Some(self.uses.count(&relation, sign, || record.place(columns.relation.or(columns.sign))))
    }
}

fn read_sign(text: &str, place: Place, log: &Log<'_>) -> Option<StatedSign> {
    let sign = StatedSign::read(text);
    if sign.is_none() {
        log.report(place, Code::WrongValue, format!("`{text}` is no sign"), |fault| {
            fault
                .help(format!("a sign is {}", sign::KNOWN))
                .help("words like `activates` belong into a `relation` column")
        });
    }
    sign
}
