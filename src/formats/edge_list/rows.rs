//! The rows of edge lists.

use std::io;

use super::blocks::Blocks;
use super::columns::{Header, Titles};
use super::layout::{Layout, SLOTS, Slot};
use super::pipeline::each_sheet;
use super::sheet::{Row, Sheet, State};
use crate::diagnostic::Code;
use crate::formats::intake::{EdgeRecord, EvidenceRecord, Intake, KNOWN_SIGNS, Place, StatedSign, UseId, one_line};
use crate::graph::EntityId;

const SUBJECT: Titles = &["subject", "source", "from", "regulator", "influencer"];
const RELATION: Titles =
    &["relation", "predicate", "interaction", "relationship", "metaedge", "effect", "verb", "interaction type", "type"];
const OBJECT: Titles = &["object", "target", "to", "regulated", "influenced"];
const SIGN: Titles = &["sign", "polarity", "direction"];
const EVIDENCE: Titles = &["evidence", "reference", "references", "citation", "pmid", "provenance"];
const CONTEXT: Titles = &["context", "contexts", "condition", "conditions"];

/// The columns, in the order of their slots; the first two are names.
const COLUMNS: [Titles; SLOTS] = [SUBJECT, OBJECT, RELATION, SIGN, EVIDENCE, CONTEXT];
const OF_SUBJECT: Slot = Slot(0);
const OF_OBJECT: Slot = Slot(1);
const OF_RELATION: Slot = Slot(2);
const OF_SIGN: Slot = Slot(3);
const OF_EVIDENCE: Slot = Slot(4);
const OF_CONTEXT: Slot = Slot(5);

/// Between a source and its section, as answers print them.
const SECTION: &str = " § ";

/// The key of what stands in the context column without one.
const UNNAMED: &str = "context";

/// Takes the rows of an edge list in.
pub(super) fn read(mut blocks: Blocks, intake: &mut Intake) -> io::Result<()> {
    let Some(header) = Header::read(&mut blocks, intake)? else {
        return Ok(());
    };
    let Some(layout) = layout(&header, intake) else {
        return Ok(());
    };
    let mut rows = Rows { layout: &layout, header: &header, intake, last: None, known: Vec::new(), count: 0 };
    let threads = rows.intake.threads();
    each_sheet(blocks, &layout, threads, |sheet| {
        rows.take(sheet);
        rows.intake.pulse_rows(sheet.rows().len() as u64)
    })?;
    if rows.count == 0 {
        intake.refuse(header.place(), Code::NoRows, "no row follows the header", |fault| {
            fault.help("each further line is an edge: its subject, its relation or sign, its object")
        });
    }
    Ok(())
}

/// None where a column that must be there is not.
fn layout(header: &Header, intake: &mut Intake) -> Option<Layout> {
    let columns = COLUMNS.map(|titles| header.column(titles, intake));
    let [subject, object, relation, sign, ..] = columns;
    let needed: [(bool, &[Titles]); 3] = [
        (subject.is_some(), &[SUBJECT]),
        (object.is_some(), &[OBJECT]),
        (sign.or(relation).is_some(), &[SIGN, RELATION]),
    ];
    let missing: Vec<&[Titles]> = needed.iter().filter(|(there, _)| !there).map(|(_, titles)| *titles).collect();
    if !missing.is_empty() {
        header.report_missing(&missing, intake);
        return None;
    }
    Some(Layout::new(header.delimiter, header.width, &columns, true, &[OF_SUBJECT, OF_RELATION, OF_SIGN]))
}

/// The rows of one file as they are taken in.
struct Rows<'a> {
    layout: &'a Layout,
    header: &'a Header,
    intake: &'a mut Intake,
    /// The subject and the use of the row before.
    last: Option<(EntityId, UseId)>,
    /// By who splits the table, then by the number of a name with them: what it stands for, once a row has told.
    known: Vec<Vec<Option<EntityId>>>,
    count: u64,
}

impl Rows<'_> {
    fn take(&mut self, sheet: &Sheet) {
        self.last = None;
        for (position, row) in sheet.rows().iter().enumerate() {
            self.count += 1;
            if row.state == State::Regular {
                self.last = self.take_row(sheet, position, row);
            } else {
                self.last = None;
                report(sheet, position, self.header, self.intake);
            }
        }
    }

    /// Takes the row at a position in; its subject and its use, to be used again.
    fn take_row(&mut self, sheet: &Sheet, position: usize, row: &Row) -> Option<(EntityId, UseId)> {
        let subject = match self.last {
            Some((subject, _)) if row.has_same(OF_SUBJECT) => Some(subject),
            _ => self.named(sheet, position, OF_SUBJECT),
        };
        let object = self.named(sheet, position, OF_OBJECT);
        let used = match self.last {
            Some((_, used)) if row.has_same(OF_RELATION) && row.has_same(OF_SIGN) => Some(used),
            _ => self.used(sheet, position),
        };
        let has_detail = !sheet.field(position, OF_EVIDENCE).trim_ascii().is_empty()
            || !sheet.field(position, OF_CONTEXT).trim_ascii().is_empty();
        let (subject, object, used) = (subject?, object?, used?);
        if has_detail {
            self.take_detailed(sheet, position, subject, used, object);
        } else {
            self.intake.push(subject, used, object, sheet.line(position));
        }
        Some((subject, used))
    }

    fn named(&mut self, sheet: &Sheet, row: usize, slot: Slot) -> Option<EntityId> {
        let number = sheet.name(row, slot);
        if let Some(Some(known)) = self.known.get(sheet.reader.0).and_then(|names| names.get(number)) {
            return Some(*known);
        }
        let raw = sheet.raw_row(row);
        let name = std::str::from_utf8(sheet.field(row, slot)).unwrap_or_default();
        let entity = self.intake.named(name, sheet.place(row, slot, self.layout, &raw))?;
        let names = entry(&mut self.known, sheet.reader.0);
        *entry(names, number) = Some(entity);
        Some(entity)
    }

    /// The relation and sign of a row; one that has neither, or a sign that is none, is a fault.
    fn used(&mut self, sheet: &Sheet, row: usize) -> Option<UseId> {
        let relation = one_line(sheet.text(row, OF_RELATION));
        let raw = || sheet.raw_row(row);
        let sign = if self.layout.column(OF_SIGN).is_some() {
            let text = sheet.text(row, OF_SIGN);
            let sign = StatedSign::read(text);
            if sign.is_none() {
                let message = format!("`{text}` is no sign");
                self.intake.report(
                    sheet.place(row, OF_SIGN, self.layout, &raw()),
                    Code::WrongValue,
                    message,
                    |fault| {
                        fault
                            .help(format!("a sign is {KNOWN_SIGNS}"))
                            .help("words like `activates` belong into a `relation` column")
                    },
                );
            }
            sign?
        } else {
            StatedSign::ByRelation
        };
        if relation.is_empty() && sign == StatedSign::ByRelation {
            let place = (OF_RELATION, raw());
            let place = sheet.place(row, place.0, self.layout, &place.1);
            self.intake.report(place, Code::WrongValue, "no relation is given", |fault| {
                fault.help("name one, or add a `sign` column: then relations may be left out")
            });
            return None;
        }
        if let Some(known) = self.intake.known_use(&relation, sign) {
            return Some(known);
        }
        let slot = if self.layout.column(OF_RELATION).is_some() { OF_RELATION } else { OF_SIGN };
        Some(self.intake.used(&relation, sign, sheet.place(row, slot, self.layout, &raw())))
    }

    fn take_detailed(&mut self, sheet: &Sheet, row: usize, subject: EntityId, used: UseId, object: EntityId) {
        let raw = sheet.raw_row(row);
        let place = sheet.place(row, OF_CONTEXT, self.layout, &raw);
        let Some(context) = self.context(sheet.text(row, OF_CONTEXT), place) else {
            return;
        };
        let cited = one_line(sheet.text(row, OF_EVIDENCE));
        let evidence = match cited.split_once(SECTION) {
            Some((source, section)) => EvidenceRecord { section: section.trim(), ..EvidenceRecord::of(source.trim()) },
            None => EvidenceRecord::of(&cited),
        };
        let evidence = if cited.is_empty() { &[][..] } else { &[evidence] };
        let place = Place { line: sheet.line(row), ..place };
        let record = EdgeRecord { context: &context, evidence, place, ..EdgeRecord::default() };
        self.intake.push_detailed(subject, used, object, &record);
    }

    /// The pairs of a field: `dosing = continuous; tissue = liver`. None where one is none.
    fn context<'f>(&mut self, field: &'f str, place: Place<'_>) -> Option<Vec<(&'f str, &'f str)>> {
        let mut context = Vec::new();
        for pair in field.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((UNNAMED, pair));
            let (key, value) = (key.trim(), value.trim());
            if key.is_empty() || value.is_empty() {
                self.intake.report(place, Code::WrongValue, format!("`{pair}` is no context"), |fault| {
                    fault.help("write `key = value`, with `;` between several")
                });
                return None;
            }
            context.push((key, value));
        }
        Some(context)
    }
}

/// The value at a position, which is there from now on.
fn entry<T: Clone + Default>(values: &mut Vec<T>, position: usize) -> &mut T {
    if values.len() <= position {
        values.resize(position + 1, T::default());
    }
    &mut values[position]
}

/// Notes what is wrong with a row that is not regular.
pub(super) fn report(sheet: &Sheet, row: usize, header: &Header, intake: &mut Intake) {
    let raw = sheet.raw_row(row);
    let place = Place::line(sheet.line(row), &raw);
    match sheet.rows().get(row).map(|row| row.state) {
        Some(State::Ragged(found)) => {
            let fields = if found == 1 { "1 field".to_owned() } else { format!("{found} fields") };
            let message = format!("this row has {fields}, the header {}", header.width);
            let help = if raw.contains('\n') {
                "it goes on over several lines: a quote that opens in it is closed too late or never"
            } else if found as usize > header.width {
                "put a field that holds the delimiter into double quotes"
            } else {
                "leave fields empty rather than out"
            };
            let expected = format!("expected: {}", header.shown());
            intake.report(place, Code::RaggedRow, message, |fault| fault.help(expected).help(help));
        }
        Some(State::NotText) => {
            intake.not_text(sheet.place_of_no_text(row, &raw));
        }
        Some(State::TooLong) => intake.too_long(place),
        Some(State::Regular) | None => {}
    }
}
