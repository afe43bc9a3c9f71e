//! CSV and TSV: one header, flat rows, arrows in ASCII. Remarks stand beside them, on the error stream.

use std::borrow::Cow;

use super::flat::{Flat, flatten};
use super::glyphs::Glyphs;
use super::printable::{printable, printable_block};
use super::row::Answer;

/// Comma-separated values (RFC 4180, lines ended by a newline alone).
pub(super) fn csv(answer: &Answer) -> String {
    let mut builder = csv::WriterBuilder::new();
    builder.flexible(true);
    write(&builder, &flat(answer), printable_block)
}

/// Tab-separated values: tabs, line breaks and backslashes in cells become `\t`, `\n`, `\r` and `\\`; nothing is quoted.
pub(super) fn tsv(answer: &Answer) -> String {
    let mut builder = csv::WriterBuilder::new();
    builder.flexible(true).delimiter(b'\t').quote_style(csv::QuoteStyle::Never);
    write(&builder, &flat(answer), escaped)
}

fn flat(answer: &Answer) -> Flat {
    flatten(answer, Glyphs::DELIMITED)
}

fn escaped(cell: &str) -> Cow<'_, str> {
    if !cell.contains(['\t', '\n', '\r', '\\']) {
        return printable(cell);
    }
    let escapes = cell.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r");
    Cow::Owned(printable(&escapes).into_owned())
}

fn write(builder: &csv::WriterBuilder, flat: &Flat, show: impl Fn(&str) -> Cow<'_, str>) -> String {
    let mut writer = builder.from_writer(Vec::new());
    for record in std::iter::once(&flat.columns).chain(&flat.rows) {
        // Writing to memory does not fail, and records of any length are allowed.
        let _ = writer.write_record(record.iter().map(|cell| show(cell).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
