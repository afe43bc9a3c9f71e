//! Writing a snapshot: whole, or not at all.

use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use bytemuck::Pod;
use xxhash_rust::xxh3::xxh3_64;

use super::header::{Header, LENGTH};
use super::section::{self, ALIGNMENT, PREAMBLE, Section};
use crate::formats::{Advance, Progress, Stage, WholeFile};
use crate::graph::Graph;
use crate::graph::parts::ColumnWriter;
use crate::graph::storage::{Column, encode};

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// How long the file is.
    pub bytes: u64,
}

/// Writes a graph as a snapshot: under another name in the same folder, which becomes the wanted one once everything is on
/// the disk. Whatever happens before, a file of that name stays as it was. Columns are written as they lie, so this takes
/// no memory besides the graph of columns; one of whole records is packed first.
///
/// # Errors
/// A folder that cannot be written, a full disk, a name that is no file's.
pub fn write(graph: &Graph, path: &Path) -> io::Result<Written> {
    write_watched(graph, path, &Progress::default())
}

/// As [`write()`], and tells how far it has come.
///
/// # Errors
/// As [`write()`].
pub fn write_watched(graph: &Graph, path: &Path, progress: &Progress) -> io::Result<Written> {
    let mut file = WholeFile::create(path)?;
    let bytes = fill(graph, &mut file, progress)?;
    file.finish()?;
    Ok(Written { bytes })
}

/// Writes the sections, then header and table, which stand before them. How long the file is.
fn fill(graph: &Graph, file: &mut WholeFile, progress: &Progress) -> io::Result<u64> {
    let (preamble, columns) = graph.to_parts();
    let mut count = Count { columns: 1, bytes: 0 };
    let Ok(()) = columns.write(&mut count);
    let mut writer = SectionWriter {
        file: BufWriter::with_capacity(1 << 20, file),
        at: 0,
        sections: Vec::new(),
        progress,
        total: count.bytes,
    };
    writer.skip(section::table_end(count.columns))?;
    let mut bytes = Vec::new();
    encode(&preamble, &mut bytes);
    writer.section(PREAMBLE, 1, &bytes)?;
    columns.write(&mut writer)?;
    writer.finish()
}

/// Bytes written between two tellings.
const PIECE: usize = 8 << 20;

/// Counts columns, and the bytes of them.
struct Count {
    columns: usize,
    bytes: u64,
}

impl ColumnWriter for Count {
    type Error = std::convert::Infallible;

    fn column<T: Pod>(&mut self, _: u32, _: &'static str, column: &Column<T>) -> Result<(), Self::Error> {
        self.columns += 1;
        self.bytes += size_of_val(column.as_slice()) as u64;
        Ok(())
    }
}

/// Writes sections one behind the other, each at an aligned place.
struct SectionWriter<'f> {
    file: BufWriter<&'f mut WholeFile>,
    at: u64,
    sections: Vec<Section>,
    progress: &'f Progress,
    /// About how long the file will be.
    total: u64,
}

impl SectionWriter<'_> {
    fn skip(&mut self, bytes: usize) -> io::Result<()> {
        self.at += bytes as u64;
        self.file.write_all(&vec![0; bytes])
    }

    fn section(&mut self, number: u32, width: u32, bytes: &[u8]) -> io::Result<()> {
        let padding = self.at.next_multiple_of(ALIGNMENT) - self.at;
        self.skip(usize::try_from(padding).unwrap_or(0))?;
        let length = bytes.len() as u64;
        self.sections.push(Section { number, width, offset: self.at, length, checksum: xxh3_64(bytes) });
        for piece in bytes.chunks(PIECE) {
            self.file.write_all(piece)?;
            self.at += piece.len() as u64;
            self.progress.tell(Advance {
                bytes: self.at,
                total: self.total,
                stage: Stage::Writing,
                ..Advance::default()
            });
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<u64> {
        let table = section::encode(&self.sections);
        let sections = u32::try_from(self.sections.len()).map_err(io::Error::other)?;
        let header = Header { sections, length: self.at, table_checksum: xxh3_64(&table) };
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(&header.encode())?;
        self.file.write_all(&table)?;
        self.file.flush()?;
        debug_assert_eq!(LENGTH + table.len(), section::table_end(self.sections.len()));
        Ok(self.at)
    }
}

impl ColumnWriter for SectionWriter<'_> {
    type Error = io::Error;

    fn column<T: Pod>(&mut self, number: u32, _: &'static str, column: &Column<T>) -> io::Result<()> {
        let width = u32::try_from(size_of::<T>()).map_err(io::Error::other)?;
        self.section(number, width, bytemuck::cast_slice(column.as_slice()))
    }
}
