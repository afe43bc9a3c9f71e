//! The nodes file: ids, names, kinds and synonyms of entities.

use super::columns::{Header, Titles};
use super::entities::{Draft, Entities};
use super::kinds;
use super::records::{Record, Records};
use crate::diagnostic::Code;
use crate::formats::TextFile;
use crate::formats::log::{Log, Place};
use crate::graph::{KindId, Schema, fold};

const ID: Titles = &["id", "identifier", "node", "key"];
const NAME: Titles = &["name", "label", "title", "display name", "entity"];
const KIND: Titles = &["kind", "type", "category", "class"];
const SYNONYMS: Titles = &["synonyms", "synonym", "aliases", "alias", "other names"];

/// Between two synonyms of a field.
const SYNONYM_MARK: char = '|';

/// Where the columns stand.
struct Columns {
    id: Option<usize>,
    name: Option<usize>,
    kind: Option<usize>,
    synonyms: Option<usize>,
}

/// Adds the entities of a nodes file.
pub(super) fn read(file: usize, text: &TextFile, schema: &mut Schema, entities: &mut Entities, log: &Log<'_>) {
    let mut records = Records::new(file, text);
    let Some(header) = Header::read(&mut records, Place::new(file, 0..0), log) else {
        return;
    };
    let columns = Columns {
        id: header.column(ID, log),
        name: header.column(NAME, log),
        kind: header.column(KIND, log),
        synonyms: header.column(SYNONYMS, log),
    };
    if columns.id.is_none() && columns.name.is_none() {
        header.report_missing(&[&[NAME, ID]], log);
        return;
    }
    while let Some(record) = records.next_regular(header.width, log) {
        let kind = kind(&record, &columns, schema, entities.quantity(), log);
        if let Some(draft) = draft(&record, &columns, kind, log)
            && is_new(&draft, &record, &columns, entities, log)
        {
            entities.add(draft);
        }
    }
}

fn kind(record: &Record<'_>, columns: &Columns, schema: &mut Schema, quantity: KindId, log: &Log<'_>) -> KindId {
    let name = record.field(columns.kind);
    if name.is_empty() {
        return quantity;
    }
    kinds::called(schema, name).unwrap_or_else(|| {
        let message = format!("no kind can be called `{name}`: it is a word of the language");
        log.add(record.place(columns.kind), Code::WrongValue, message);
        quantity
    })
}

fn draft(record: &Record<'_>, columns: &Columns, kind: KindId, log: &Log<'_>) -> Option<Draft> {
    let (id, name) = (one_line(record.field(columns.id)), one_line(record.field(columns.name)));
    let name = if name.is_empty() { id.clone() } else { name };
    let key = if id.is_empty() { name.clone() } else { id };
    let place = || record.place(columns.name.or(columns.id));
    if !can_be_called(&name, place, log) {
        return None;
    }
    let synonyms = record.field(columns.synonyms).split(SYNONYM_MARK).map(one_line);
    let synonyms = synonyms.filter(|synonym| !fold(synonym).is_empty() && *synonym != name).collect();
    Some(Draft { key, name, kind, synonyms })
}

/// Whether nothing is called as any spelling of the entity; a spelling that is taken is a fault.
fn is_new(draft: &Draft, record: &Record<'_>, columns: &Columns, entities: &Entities, log: &Log<'_>) -> bool {
    let mut new = true;
    for spelling in draft.spellings() {
        if let Some(other) = entities.called(spelling) {
            let (code, column) = if spelling == draft.name {
                (Code::DuplicateName, columns.name.or(columns.id))
            } else if spelling == draft.key {
                (Code::DuplicateId, columns.id)
            } else {
                (Code::DuplicateName, columns.synonyms)
            };
            let message = format!("`{spelling}` stands for something else already: `{}`", other.name);
            log.add(record.place(column), code, message);
            new = false;
            break;
        }
    }
    new
}

/// Whether a name holds something to call the entity by; else a fault.
pub(super) fn can_be_called(name: &str, place: impl FnOnce() -> Place, log: &Log<'_>) -> bool {
    let callable = !fold(name).is_empty();
    if !callable {
        let message = if name.is_empty() {
            "a name is missing".to_owned()
        } else {
            format!("`{name}` holds no letter to call it by")
        };
        log.add(place(), Code::WrongValue, message);
    }
    callable
}

/// A name with single spaces: names are written on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
