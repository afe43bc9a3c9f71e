//! A block of a table, split into rows and fields.

use std::borrow::Cow;
use std::ops::Range;

use super::layout::{Layout, NAMED, SLOTS, Slot};
use super::split::{split_carefully, split_lines, whole_lines};
use crate::formats::input::text_of;
use crate::formats::intake::{Interner, Place};

/// Whole records of a table.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// The block as it stands in the file.
    pub(super) raw: Vec<u8>,
    /// The line on which it begins, from 1.
    pub(super) first_line: u64,
    /// Whether its rows are told apart.
    pub(super) is_split: bool,
    pub(super) cells: Cells,
    /// Who numbered its names.
    pub(super) reader: Reader,
}

/// One of those that split a table side by side: each numbers the names that it meets on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reader(pub(super) usize);

/// Where the wanted fields of each row stand, and the numbers of those that are names.
#[derive(Debug, Default)]
pub(super) struct Cells {
    /// The fields without their quotes, where the block has some; else fields are bytes of the block itself.
    unquoted: Option<Vec<u8>>,
    rows: Vec<Row>,
    /// The numbers of names that differ from the one in the row before.
    numbers: Vec<u32>,
}

/// One record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Where it stands in the block.
    place: Field,
    /// How many lines of the block stand before it.
    line: u32,
    pub(super) state: State,
    /// The compared slots that hold the same as in the row before, as bits.
    same: u8,
    /// By slot.
    fields: Fields,
    /// The numbers that the reader gave the names, by slot.
    names: [u32; NAMED],
}

/// The field of each slot; empty where there is no such column.
pub(super) type Fields = [Field; SLOTS];

impl Row {
    /// A row that stands so.
    pub(super) const fn new(place: Field, line: u32, state: State, fields: Fields) -> Self {
        Self { place, line, state, same: 0, fields, names: [0; NAMED] }
    }

    /// The slots whose names are not known to be those of the row before.
    fn other_names(&self) -> impl Iterator<Item = Slot> + Clone + use<> {
        let same = self.same;
        (0..NAMED).map(Slot).filter(move |slot| same & slot.bit() == 0)
    }

    /// Whether a slot is compared and holds the same as in the row before.
    pub(super) const fn has_same(&self, slot: Slot) -> bool {
        self.same & slot.bit() != 0
    }
}

/// Whether a record can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It has the fields that the header promises.
    Regular,
    /// It has so many.
    Ragged(u32),
    /// It holds bytes that are no text.
    NotText,
    /// It is longer than is read.
    TooLong,
}

/// Bytes of a block, or of its fields without quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    begin: u32,
    end: u32,
}

impl Field {
    /// A block is far below 4 GB: a longer record is not held.
    #[expect(clippy::cast_possible_truncation, reason = "blocks are bounded")]
    pub(super) const fn new(begin: usize, end: usize) -> Self {
        Self { begin: begin as u32, end: end as u32 }
    }

    const fn range(self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }

    /// The bytes.
    pub(super) fn of(self, text: &[u8]) -> &[u8] {
        text.get(self.range()).unwrap_or_default()
    }
}

impl Cells {
    fn clear(&mut self) {
        self.unquoted = None;
        self.rows.clear();
        self.numbers.clear();
    }

    /// Adds a row. Its fields are bytes of `text`.
    pub(super) fn push(&mut self, text: &[u8], mut row: Row, layout: &Layout) {
        if let Some(before) = self.rows.last() {
            for slot in &layout.compared {
                if before.fields[slot.0].of(text) == row.fields[slot.0].of(text) {
                    row.same |= slot.bit();
                }
            }
        }
        self.rows.push(row);
    }

    /// Numbers the names of all rows.
    fn number(&mut self, raw: &[u8], names: &mut Interner<()>) {
        let Self { unquoted, rows, numbers } = self;
        let text = unquoted.as_deref().unwrap_or(raw);
        let new = rows.iter().flat_map(|row| row.other_names().map(|slot| row.fields[slot.0].of(text)));
        names.number_together(new, numbers);
        let mut numbers = numbers.iter();
        let mut last = [0; NAMED];
        for row in rows {
            for slot in row.other_names() {
                last[slot.0] = numbers.next().copied().unwrap_or_default();
            }
            row.names = last;
        }
    }

    /// Has the fields stand in a text of their own, that of this block.
    pub(super) fn unquoted(&mut self, text: Vec<u8>) {
        self.unquoted = Some(text);
    }
}

impl Sheet {
    /// The same memory for another block.
    pub(super) fn cleared(mut self) -> Self {
        self.raw.clear();
        self.cells.clear();
        self.is_split = false;
        self
    }

    /// How many bytes of the block are whole records. Where that takes telling them apart, they are.
    pub(super) fn whole_records(&mut self, layout: &Layout, ended: bool) -> usize {
        whole_lines(&self.raw, ended).unwrap_or_else(|| {
            self.is_split = true;
            split_carefully(&self.raw, &mut self.cells, layout, ended)
        })
    }

    /// Tells the rows and fields apart, where that is not done yet, and numbers the names among them.
    pub(super) fn split(&mut self, layout: &Layout, reader: Reader, names: &mut Interner<()>) {
        if !self.is_split {
            split_lines(&self.raw, &mut self.cells, layout);
        }
        self.reader = reader;
        if layout.named {
            self.cells.number(&self.raw, names);
        }
    }

    /// Takes note of a line that is too long; `shown` is its beginning.
    pub(super) fn too_long(&mut self, line: u64, shown: &[u8], layout: &Layout) {
        self.is_split = true;
        self.raw.clear();
        self.raw.extend_from_slice(shown);
        self.first_line = line;
        self.cells.clear();
        let row = Row::new(Field::new(0, shown.len()), 0, State::TooLong, Fields::default());
        self.cells.push(shown, row, layout);
    }

    /// The rows.
    pub(super) fn rows(&self) -> &[Row] {
        &self.cells.rows
    }

    /// The bytes of a field; empty where there is no such column.
    pub(super) fn field(&self, row: usize, slot: Slot) -> &[u8] {
        let field = self.cells.rows.get(row).map_or(Field::default(), |row| row.fields[slot.0]);
        field.of(self.cells.unquoted.as_ref().unwrap_or(&self.raw))
    }

    /// The text of a field, trimmed; empty where there is no such column.
    pub(super) fn text(&self, row: usize, slot: Slot) -> &str {
        std::str::from_utf8(self.field(row, slot)).unwrap_or_default().trim()
    }

    /// The number that the sheet's reader gave the name in a field; the same for the same bytes.
    pub(super) fn name(&self, row: usize, slot: Slot) -> usize {
        self.cells.rows.get(row).and_then(|row| row.names.get(slot.0)).map_or(usize::MAX, |name| *name as usize)
    }

    /// The line of a row, from 1.
    pub(super) fn line(&self, row: usize) -> u64 {
        self.first_line + self.cells.rows.get(row).map_or(0, |row| u64::from(row.line))
    }

    /// A row as it stands in the file.
    pub(super) fn raw_row(&self, row: usize) -> Cow<'_, str> {
        String::from_utf8_lossy(self.raw_bytes(row))
    }

    fn raw_bytes(&self, row: usize) -> &[u8] {
        self.cells.rows.get(row).map_or(&[], |row| row.place.of(&self.raw))
    }

    /// Where a field stands; `raw` is [`Self::raw_row`] of the row. O(length of the row).
    pub(super) fn place<'r>(&self, row: usize, slot: Slot, layout: &Layout, raw: &'r str) -> Place<'r> {
        match layout.column(slot) {
            Some(column) => Place::bytes(self.line(row), raw, field_range(raw, column, char::from(layout.delimiter))),
            None => Place::line(self.line(row), raw),
        }
    }

    /// Where the first byte stands that is no text.
    pub(super) fn place_of_no_text<'r>(&self, row: usize, raw: &'r str) -> Place<'r> {
        let column = text_of(self.raw_bytes(row)).err().unwrap_or(1);
        Place::at(self.line(row), column, raw)
    }
}

/// Where a field stands in a record, without the blanks round it.
fn field_range(record: &str, column: usize, delimiter: char) -> Range<usize> {
    let mut begin = 0;
    for _ in 0..column {
        let end = field_end(record, begin, delimiter);
        match record.get(end..).and_then(|rest| rest.chars().next()) {
            Some(next) if next == delimiter => begin = end + next.len_utf8(),
            _ => return end..end,
        }
    }
    let end = field_end(record, begin, delimiter);
    let field = record.get(begin..end).unwrap_or_default();
    let lead = field.len() - field.trim_start().len();
    begin + lead..begin + lead + field.trim().len()
}

/// The byte after a field: that of its delimiter, its line's end, or the record's.
fn field_end(record: &str, begin: usize, delimiter: char) -> usize {
    let field = record.get(begin..).unwrap_or_default();
    let mut in_quotes = field.starts_with('"');
    let after_quote = usize::from(in_quotes);
    let found = field.char_indices().skip(after_quote).find(|&(_, character)| {
        if character == '"' && after_quote > 0 {
            in_quotes = !in_quotes;
        }
        !in_quotes && (character == delimiter || matches!(character, '\n' | '\r'))
    });
    begin + found.map_or(field.len(), |(place, _)| place)
}
