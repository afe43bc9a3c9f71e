//! Reads and splits on one thread what another takes in.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;

use super::blocks::Blocks;
use super::layout::Layout;
use super::sheet::Sheet;

/// How many split blocks may wait to be taken in.
const WAITING: usize = 4;

/// Hands each sheet of a table over, in order. With several threads the next are read and split meanwhile.
pub(super) fn each_sheet(
    mut blocks: Blocks,
    layout: &Layout,
    threads: usize,
    mut take: impl FnMut(&Sheet) -> io::Result<()>,
) -> io::Result<()> {
    if threads == 1 {
        let mut spare = Sheet::default();
        while let Some(sheet) = blocks.next(layout, spare)? {
            take(&sheet)?;
            spare = sheet;
        }
        return Ok(());
    }
    thread::scope(|scope| {
        let (sheets, waiting) = sync_channel(WAITING);
        let (used, spares) = channel();
        scope.spawn(move || produce(blocks, layout, &sheets, &spares));
        // Leaving the loop drops the receiver, which ends the other thread.
        for sheet in waiting {
            let sheet: Sheet = sheet?;
            take(&sheet)?;
            let _ = used.send(sheet); // nobody needs it once all is read
        }
        Ok(())
    })
}

fn produce(mut blocks: Blocks, layout: &Layout, sheets: &SyncSender<io::Result<Sheet>>, spares: &Receiver<Sheet>) {
    loop {
        let spare = spares.try_recv().unwrap_or_default();
        let next = blocks.next(layout, spare).transpose();
        let done = !matches!(next, Some(Ok(_)));
        if let Some(next) = next
            && sheets.send(next).is_err()
        {
            return;
        }
        if done {
            return;
        }
    }
}
