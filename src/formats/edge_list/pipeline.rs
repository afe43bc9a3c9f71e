//! Splits a table on several threads, and hands what comes of it over in order.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::blocks::Blocks;
use super::layout::Layout;
use super::sheet::{Reader, Sheet};
use crate::formats::intake::Interner;

/// How many split blocks may wait to be taken in, besides those that are being split.
const WAITING: usize = 4;

/// How many readers a table has at most: each knows nearly every name, and one thread takes in what all split.
const MOST_READERS: usize = 8;

/// Hands each sheet of a table over, in order. With several threads as many readers split the next meanwhile.
pub(super) fn each_sheet(
    mut blocks: Blocks,
    layout: &Layout,
    threads: usize,
    mut take: impl FnMut(&Sheet) -> io::Result<()>,
) -> io::Result<()> {
    if threads == 1 {
        let (mut spare, mut names) = (Sheet::default(), Interner::default());
        while let Some(mut sheet) = blocks.next(layout, spare)? {
            sheet.split(layout, Reader::default(), &mut names);
            take(&sheet)?;
            spare = sheet;
        }
        return Ok(());
    }
    let threads = threads.min(MOST_READERS);
    let (used, spares) = channel();
    let source = Mutex::new(Source { blocks, spares, next: Some(0) });
    thread::scope(|scope| {
        // Leaving this drops both ends of channels, which ends the readers.
        let (used, (sheets, split)) = (used, channel());
        for reader in (0..threads).map(Reader) {
            let (source, sheets) = (&source, sheets.clone());
            scope.spawn(move || read(source, layout, reader, &sheets));
        }
        drop(sheets);
        for _ in 0..threads + WAITING {
            let _ = used.send(Sheet::default()); // the source holds the other end
        }
        in_order(&split, |sheet| {
            take(&sheet)?;
            let _ = used.send(sheet);
            Ok(())
        })
    })
}

/// What readers take turns at.
struct Source {
    blocks: Blocks,
    /// Sheets to be filled: where all are in use, reading waits.
    spares: Receiver<Sheet>,
    /// The position of the next sheet; none at the end.
    next: Option<usize>,
}

impl Source {
    /// The next sheet and its position; none at the end, and after a failure.
    fn next(&mut self, layout: &Layout) -> Option<Positioned> {
        let position = self.next.take()?;
        let spare = self.spares.recv().ok()?;
        let next = self.blocks.next(layout, spare).transpose()?;
        self.next = next.is_ok().then_some(position + 1);
        Some((position, next))
    }
}

/// What a reader hands over: a sheet of the table, and its position.
type Positioned = (usize, io::Result<Sheet>);

/// Tells of a reader that panics, since others would wait for its sheet without end.
struct Reading<'s> {
    sheets: &'s Sender<Positioned>,
    position: usize,
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.sheets.send((self.position, Err(io::Error::other("reading was broken off"))));
        }
    }
}

fn read(source: &Mutex<Source>, layout: &Layout, reader: Reader, sheets: &Sender<Positioned>) {
    let mut names = Interner::default();
    let next = || source.lock().unwrap_or_else(PoisonError::into_inner).next(layout);
    while let Some((position, mut sheet)) = next() {
        if let Ok(sheet) = &mut sheet {
            let _reading = Reading { sheets, position };
            sheet.split(layout, reader, &mut names);
        }
        if sheets.send((position, sheet)).is_err() {
            return;
        }
    }
}

/// Hands over what comes with positions, by these.
fn in_order(split: &Receiver<Positioned>, mut take: impl FnMut(Sheet) -> io::Result<()>) -> io::Result<()> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (position, sheet) in split {
        early.insert(position, sheet);
        while let Some(sheet) = early.remove(&next) {
            take(sheet?)?;
            next += 1;
        }
    }
    Ok(())
}
