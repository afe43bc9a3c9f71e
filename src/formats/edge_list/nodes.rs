//! The nodes file: ids, names, kinds and synonyms of entities.

use std::io;

use super::blocks::Blocks;
use super::columns::{Header, Titles};
use super::layout::{Layout, Slot};
use super::pipeline::each_sheet;
use super::rows::report;
use super::sheet::{Sheet, State};
use crate::formats::intake::{EntityRecord, Intake};

const ID: Titles = &["id", "identifier", "node", "key"];
const NAME: Titles = &["name", "label", "title", "display name", "entity"];
const KIND: Titles = &["kind", "type", "category", "class"];
const SYNONYMS: Titles = &["synonyms", "synonym", "aliases", "alias", "other names"];

/// The columns, in the order of their slots.
const COLUMNS: [Titles; 4] = [ID, NAME, KIND, SYNONYMS];
const OF_ID: Slot = Slot(0);
const OF_NAME: Slot = Slot(1);
const OF_KIND: Slot = Slot(2);
const OF_SYNONYMS: Slot = Slot(3);

/// Between two synonyms of a field.
const SYNONYM_MARK: char = '|';

/// Takes the entities of a nodes file in.
pub(super) fn read(mut blocks: Blocks, intake: &mut Intake) -> io::Result<()> {
    let Some(header) = Header::read(&mut blocks, intake)? else {
        return Ok(());
    };
    let columns = COLUMNS.map(|titles| header.column(titles, intake));
    if columns[OF_ID.0].or(columns[OF_NAME.0]).is_none() {
        header.report_missing(&[&[NAME, ID]], intake);
        return Ok(());
    }
    let layout = Layout::new(header.delimiter, header.width, &columns, false, &[]);
    let threads = intake.threads();
    each_sheet(blocks, &layout, threads, |sheet| {
        for (position, row) in sheet.rows().iter().enumerate() {
            if row.state == State::Regular {
                take(sheet, position, &layout, intake);
            } else {
                report(sheet, position, &header, intake);
            }
        }
        intake.check()
    })
}

fn take(sheet: &Sheet, row: usize, layout: &Layout, intake: &mut Intake) {
    let raw = sheet.raw_row(row);
    let text = |slot| sheet.text(row, slot);
    let kind = text(OF_KIND);
    let allowed = kind.is_empty() || intake.allows_kind(kind, || sheet.place(row, OF_KIND, layout, &raw));
    let synonyms: Vec<&str> = text(OF_SYNONYMS).split(SYNONYM_MARK).filter(|synonym| !synonym.is_empty()).collect();
    let slot = if layout.column(OF_ID).is_some() && !text(OF_ID).is_empty() { OF_ID } else { OF_NAME };
    let slot = if layout.column(slot).is_some() { slot } else { OF_ID };
    let kinds = [kind];
    intake.entity(&EntityRecord {
        id: text(OF_ID),
        name: text(OF_NAME),
        kinds: if allowed && !kind.is_empty() { &kinds } else { &[] },
        synonyms: &synonyms,
        place: sheet.place(row, slot, layout, &raw),
        ..EntityRecord::default()
    });
}
