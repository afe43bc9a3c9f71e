//! A block to rows and fields: the fast road for plain text, the careful one where there are quotes or what is no text.

use csv::{ByteRecord, ReaderBuilder};

use super::layout::Layout;
use super::marks::Marks;
use super::sheet::{Cells, Field, Fields, Row, State};
use crate::formats::input::text_of;

/// How many bytes of a block are whole lines, where each line is a record: none where there is a quote, which may hold the
/// ends of lines. `ended`: nothing follows the block.
pub(super) fn whole_lines(block: &[u8], ended: bool) -> Option<usize> {
    let last = memchr::memrchr(b'\n', block).map_or(0, |last| last + 1);
    let end = if ended { block.len() } else { last };
    memchr::memchr(b'"', block.get(..end)?).is_none().then_some(end)
}

/// Splits a block of whole lines that has no quotes.
pub(super) fn split_lines(block: &[u8], cells: &mut Cells, layout: &Layout) {
    if is_plain(block) {
        split_plain(block, cells, layout);
    } else {
        split_carefully(block, cells, layout, true);
    }
}

/// Whether there is no NUL, no lone carriage return, and nothing but UTF-8.
fn is_plain(lines: &[u8]) -> bool {
    // The end of the text may stand in for a newline.
    let is_odd =
        |place: usize| lines.get(place) != Some(&b'\r') || lines.get(place + 1).is_some_and(|next| *next != b'\n');
    !memchr::memchr2_iter(b'\r', 0, lines).any(is_odd) && std::str::from_utf8(lines).is_ok()
}

fn split_plain(text: &[u8], cells: &mut Cells, layout: &Layout) {
    let mut fields = Fields::default();
    let (mut start, mut begin, mut column, mut line) = (0, 0, 0, 0);
    let end_of_text = (text.last() != Some(&b'\n')).then_some(text.len());
    for place in Marks::new(text, [layout.delimiter, b'\n']).chain(end_of_text) {
        let ends_line = text.get(place).is_none_or(|byte| *byte == b'\n');
        let end = if ends_line && place > begin && text.get(place - 1) == Some(&b'\r') { place - 1 } else { place };
        if let Some(Some(slot)) = layout.slots.get(column)
            && let Some(field) = fields.get_mut(slot.0)
        {
            *field = Field::new(begin, end);
        }
        column += 1;
        begin = place + 1;
        if ends_line {
            let bytes = text.get(start..end).unwrap_or_default();
            let place = Field::new(start, end);
            let state = state(bytes, column, layout);
            if state == State::Regular {
                if !is_blank_row(&fields, text, bytes, layout) {
                    cells.push(text, Row::new(place, line, state, fields), layout);
                }
            } else if !is_blank_record(bytes, layout) {
                fields = Fields::default();
                cells.push(text, Row::new(place, line, state, fields), layout);
            }
            (start, column) = (begin, 0);
            line += 1;
        }
    }
}

/// Whether a row has as many fields as the header; further ones may be there where they are empty.
fn state(row: &[u8], columns: usize, layout: &Layout) -> State {
    let regular = columns == layout.width
        || columns > layout.width && row.split(|byte| *byte == layout.delimiter).skip(layout.width).all(is_blank);
    if regular { State::Regular } else { State::Ragged(u32::try_from(columns).unwrap_or(u32::MAX)) }
}

/// Whether a regular row holds nothing: looked at closely only where its first wanted field is empty.
fn is_blank_row(fields: &[Field], text: &[u8], row: &[u8], layout: &Layout) -> bool {
    fields.first().is_none_or(|field| is_blank(field.of(text))) && is_blank_record(row, layout)
}

fn is_blank_record(row: &[u8], layout: &Layout) -> bool {
    row.split(|byte| *byte == layout.delimiter).all(is_blank)
}

fn is_blank(field: &[u8]) -> bool {
    match field.first() {
        None => true,
        Some(byte) if byte.is_ascii_graphic() => false, // nearly always
        Some(_) => String::from_utf8_lossy(field).trim().is_empty(),
    }
}

/// Splits the records of a block; how many bytes are whole records. The last may go on in the next block, so it is left to
/// that unless nothing follows.
pub(super) fn split_carefully(block: &[u8], cells: &mut Cells, layout: &Layout, ended: bool) -> usize {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(layout.delimiter)
        .buffer_capacity(block.len().clamp(1, 1 << 16))
        .from_reader(block);
    let mut text = Vec::with_capacity(block.len());
    let (mut record, mut next) = (ByteRecord::new(), ByteRecord::new());
    // Bytes in memory can be read to their end, with any number of fields.
    let mut more = reader.read_byte_record(&mut record).unwrap_or(false);
    let (mut counted, mut line) = (0, 0);
    while more {
        let start = start_of(&record, block);
        more = reader.read_byte_record(&mut next).unwrap_or(false);
        if !more && !ended {
            cells.unquoted(text);
            return start;
        }
        let end = if more { start_of(&next, block) } else { block.len() };
        let raw = without_line_ends(block.get(start..end).unwrap_or_default());
        line += u32::try_from(memchr::memchr_iter(b'\n', block.get(counted..start).unwrap_or_default()).count())
            .unwrap_or(u32::MAX);
        counted = start;
        if !record.iter().all(is_blank) {
            let state = careful_state(raw, &record, layout);
            let mut fields = Fields::default();
            if state == State::Regular {
                for (field, slot) in record.iter().zip(&layout.slots) {
                    if let Some(place) = slot.and_then(|slot| fields.get_mut(slot.0)) {
                        *place = Field::new(text.len(), text.len() + field.len());
                        text.extend_from_slice(field);
                    }
                }
            }
            let row = Row::new(Field::new(start, start + raw.len()), line, state, fields);
            cells.push(&text, row, layout);
        }
        std::mem::swap(&mut record, &mut next);
    }
    cells.unquoted(text);
    block.len()
}

fn careful_state(raw: &[u8], record: &ByteRecord, layout: &Layout) -> State {
    if text_of(raw).is_err() {
        State::NotText
    } else if record.len() >= layout.width && record.iter().skip(layout.width).all(is_blank) {
        State::Regular
    } else {
        State::Ragged(u32::try_from(record.len()).unwrap_or(u32::MAX))
    }
}

/// Where a record begins, after the ends of the lines before it.
fn start_of(record: &ByteRecord, block: &[u8]) -> usize {
    let start = record.position().map_or(0, csv::Position::byte);
    let start = usize::try_from(start).unwrap_or(usize::MAX).min(block.len());
    let rest = block.get(start..).unwrap_or_default();
    start + rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

/// Bytes without the ends of lines behind them.
fn without_line_ends(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
    bytes.get(..end).unwrap_or_default()
}
