//! How far a long statement has come: one line on a terminal, drawn over and gone when the answer comes.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use endograph::causal::{Prior, Progress, Sampled};
use endograph::formats::{self, Advance};

/// Nobody waits for less.
const PATIENCE: Duration = Duration::from_millis(500);

/// Between two drawings.
const PAUSE: Duration = Duration::from_millis(100);

/// The line of one run.
#[derive(Clone, Debug, Default)]
pub struct ProgressLine(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    /// When the statement under way began.
    started: Option<Instant>,
    /// When the line was last drawn, and its length.
    drawn: Option<(Instant, usize)>,
}

impl ProgressLine {
    /// Tells a line about worlds as they are found. Silent unless standard error is a terminal that can draw over a line.
    pub fn observer(&self) -> Progress {
        if !can_draw() {
            return Progress::default();
        }
        let line = self.clone();
        Progress::new(move |sampled| line.draw(|| told(sampled)))
    }

    /// Tells a line about a graph as it is read; silent where [`Self::observer`] is.
    pub fn of_opening(&self) -> formats::Progress {
        if !can_draw() {
            return formats::Progress::default();
        }
        let line = self.clone();
        formats::Progress::new(move |advance| line.draw(|| read(advance)))
    }

    /// A statement begins.
    pub fn begin(&self) {
        self.state().started = Some(Instant::now());
    }

    /// It is over: wipes the line.
    pub fn end(&self) {
        let mut state = self.state();
        state.started = None;
        if let Some((_, length)) = state.drawn.take() {
            write(&format!("\r{}\r", " ".repeat(length)));
        }
    }

    fn draw(&self, text: impl FnOnce() -> String) {
        let mut state = self.state();
        let Some(started) = state.started else { return };
        let now = Instant::now();
        let pausing = state.drawn.is_some_and(|(last, _)| now.duration_since(last) < PAUSE);
        if pausing || now.duration_since(started) < PATIENCE {
            return;
        }
        let text = text();
        let before = state.drawn.map_or(0, |(_, length)| length);
        write(&format!("\r{text}{}", " ".repeat(before.saturating_sub(text.len()))));
        state.drawn = Some((now, text.len()));
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// `sampling worlds, prior 2 of 3: 120 of 250`
fn told(Sampled { prior, kept, wanted }: Sampled) -> String {
    let number = Prior::ALL.iter().take_while(|one| **one != prior).count() + 1;
    format!("sampling worlds, prior {number} of {}: {kept} of {wanted}", Prior::ALL.len())
}

/// `reading the graph: 45 of 92 MB, 1.1 million rows`
fn read(Advance { bytes, total, rows, building }: Advance) -> String {
    #[expect(clippy::cast_precision_loss, reason = "shown with one digit after the point")]
    let millions = rows as f64 / 1e6;
    if building {
        return format!("building the graph of {millions:.1} million rows");
    }
    let of = if total == 0 { String::new() } else { format!(" of {}", total.div_ceil(MEGABYTE)) };
    format!("reading the graph: {}{of} MB, {millions:.1} million rows", bytes / MEGABYTE)
}

const MEGABYTE: u64 = 1_000_000;

fn can_draw() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term != "dumb") && io::stderr().is_terminal()
}

/// A standard error that is closed is no reason to stop.
fn write(text: &str) {
    let mut stderr = io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_line_says_of_a_graph() {
        let advance = Advance { bytes: 45_000_000, total: 92_161_621, rows: 1_082_000, building: false };
        assert_eq!(read(advance), "reading the graph: 45 of 93 MB, 1.1 million rows");
        assert_eq!(read(Advance { total: 0, ..advance }), "reading the graph: 45 MB, 1.1 million rows");
        assert_eq!(read(Advance { building: true, ..advance }), "building the graph of 1.1 million rows");
    }

    #[test]
    fn what_the_line_says() {
        let sampled = |prior| Sampled { prior, kept: 120, wanted: 250 };
        assert_eq!(told(sampled(Prior::Uniform)), "sampling worlds, prior 1 of 3: 120 of 250");
        assert_eq!(told(sampled(Prior::LogUniform)), "sampling worlds, prior 3 of 3: 120 of 250");
    }
}
