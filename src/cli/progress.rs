//! How far long work has come: one line on a terminal, drawn over and gone when the answer comes.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use endograph::causal::{self, LOOKS, Prior, Sampled};
use endograph::exec::Progress;
use endograph::formats::{self, Advance, Stage};
use endograph::search::{self, Searched};

/// Nobody waits for less.
const PATIENCE: Duration = Duration::from_millis(500);

/// Between two drawings.
const PAUSE: Duration = Duration::from_millis(200);

/// How many columns of standard error the line takes now, which is one for the whole process.
static DRAWN: AtomicUsize = AtomicUsize::new(0);

/// The line of one run. Whoever works says how far it has come; a thread of its own draws it, so that it lives also where
/// nobody says anything.
#[derive(Clone, Debug, Default)]
pub struct ProgressLine(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    work: Mutex<Work>,
    /// Wakes the thread that draws.
    over: Condvar,
}

/// The work under way.
#[derive(Debug, Default)]
struct Work {
    started: Option<Instant>,
    advance: Told,
    drawer: Option<JoinHandle<()>>,
}

/// What was said last.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Told {
    #[default]
    Nothing,
    Graph(Advance),
    Worlds(Sampling),
    Paths(Searched),
}

/// How far the sampling for one verdict has come.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sampling {
    /// When it began, since the work began.
    began: Duration,
    /// What was said last.
    last: Sampled,
    /// Worlds found under each prior. Those of an earlier look need not be drawn again.
    kept: [usize; Prior::ALL.len()],
}

impl Sampling {
    /// What is known after a world more, some time after the work began. Fewer worlds than before are those of another verdict.
    fn after(before: Option<Self>, last: Sampled, elapsed: Duration) -> Self {
        let place = number(last.prior) - 1;
        let goes_on = |before: &Self| last.wanted >= before.last.wanted && before.kept.get(place) <= Some(&last.kept);
        let fresh = Self { began: elapsed, last, kept: [0; Prior::ALL.len()] };
        let mut now = before.filter(goes_on).unwrap_or(fresh);
        now.last = last;
        if let Some(kept) = now.kept.get_mut(place) {
            *kept = last.kept;
        }
        now
    }

    /// How much of this look is done.
    #[expect(clippy::cast_precision_loss, reason = "a few thousand worlds")]
    fn share(&self) -> f64 {
        let wanted = self.last.wanted * Prior::ALL.len();
        self.kept.iter().sum::<usize>() as f64 / wanted as f64
    }
}

impl ProgressLine {
    /// Tells the line about worlds and paths as they are found. Silent unless standard error is a terminal that can draw over a line.
    pub fn observer(&self) -> Progress {
        if !can_draw() {
            return Progress::default();
        }
        let (of_worlds, of_paths) = (self.clone(), self.clone());
        Progress {
            sampling: causal::Progress::new(move |sampled| of_worlds.sampled(sampled)),
            searching: search::Progress::new(move |searched| of_paths.tell(Told::Paths(searched))),
        }
    }

    /// Tells the line about a graph as it is read or written; silent where [`Self::observer`] is.
    pub fn of_graph(&self) -> formats::Progress {
        if !can_draw() {
            return formats::Progress::default();
        }
        let line = self.clone();
        formats::Progress::new(move |advance| line.tell(Told::Graph(advance)))
    }

    /// Does some work under the line, which is wiped when it is done.
    pub fn during<T>(&self, work: impl FnOnce() -> T) -> T {
        self.begin();
        let done = work();
        self.end();
        done
    }

    fn begin(&self) {
        if !can_draw() {
            return;
        }
        let shared = Arc::clone(&self.0);
        let mut work = self.0.lock(); // until the work is noted, so that the thread finds it
        let drawer = thread::Builder::new().name("progress".to_owned()).spawn(move || shared.draw_until_over());
        *work = Work { started: Some(Instant::now()), advance: Told::Nothing, drawer: drawer.ok() };
    }

    fn end(&self) {
        let drawer = {
            let mut work = self.0.lock();
            work.started = None;
            work.drawer.take()
        };
        self.0.over.notify_all();
        if let Some(drawer) = drawer {
            let _ = drawer.join(); // it draws no more
            wipe();
        }
    }

    fn sampled(&self, sampled: Sampled) {
        let mut work = self.0.lock();
        let before = if let Told::Worlds(sampling) = work.advance { Some(sampling) } else { None };
        let elapsed = work.started.map_or(Duration::ZERO, |started| started.elapsed());
        work.advance = Told::Worlds(Sampling::after(before, sampled, elapsed));
    }

    fn tell(&self, told: Told) {
        self.0.lock().advance = told;
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn draw_until_over(&self) {
        let mut pause = PATIENCE;
        let mut work = self.lock();
        while let Some(started) = work.started {
            let (still, waited) = self.over.wait_timeout(work, pause).unwrap_or_else(PoisonError::into_inner);
            work = still;
            if waited.timed_out() && work.started.is_some() {
                let told = work.advance;
                drop(work); // a terminal that takes nothing must not hold up the work
                draw(&line(told, started.elapsed()));
                work = self.lock();
                pause = PAUSE;
            }
        }
    }
}

/// Wipes whatever line stands on standard error.
pub fn wipe() {
    let width = DRAWN.swap(0, Ordering::Relaxed);
    if width > 0 {
        write(&format!("\r{}\r", " ".repeat(width)));
    }
}

fn draw(text: &str) {
    let width = terminal_size::terminal_size_of(io::stderr()).map_or(80, |(width, _)| usize::from(width.0));
    let text: String = text.chars().take(width.saturating_sub(1)).collect(); // a line that wraps cannot be drawn over
    let before = DRAWN.swap(text.chars().count(), Ordering::Relaxed);
    write(&format!("\r{text}{}", " ".repeat(before.saturating_sub(text.chars().count()))));
}

/// The whole line: what is done, how far it has come, and how long it may still take.
fn line(told: Told, elapsed: Duration) -> String {
    let (text, left) = match told {
        Told::Nothing => ("working".to_owned(), None),
        Told::Graph(advance) => {
            let (text, share) = of_graph(advance);
            (text, share.and_then(|share| time_left(share, elapsed)).map(|left| ("about", left)))
        }
        Told::Worlds(sampling) => {
            let left = time_left(sampling.share(), elapsed.saturating_sub(sampling.began));
            // Where a look does not decide, another follows.
            let is_last = LOOKS.last().is_none_or(|most| sampling.last.wanted >= *most);
            (of_worlds(sampling.last), left.map(|left| (if is_last { "about" } else { "at least" }, left)))
        }
        Told::Paths(searched) => (of_paths(searched), None),
    };
    match left {
        Some((about, left)) => format!("{text}, {about} {} left", in_words(left)),
        None if elapsed.as_secs() == 0 => text,
        None => format!("{text}, {} so far", in_words(elapsed)),
    }
}

/// `sampling worlds, prior 2 of 3: 120 of 250`
fn of_worlds(Sampled { prior, kept, wanted }: Sampled) -> String {
    format!("sampling worlds, prior {} of {}: {kept} of {wanted}", number(prior), Prior::ALL.len())
}

/// The place of a prior, from 1.
fn number(prior: Prior) -> usize {
    Prior::ALL.iter().take_while(|one| **one != prior).count() + 1
}

/// `searching: 1204 paths, 34 of at most 200 million steps`. How many there are to look at is not known before.
fn of_paths(Searched { found, steps, most }: Searched) -> String {
    let paths = if found == 1 { "path" } else { "paths" };
    let of = if most == u64::MAX { String::new() } else { format!(" of at most {}", most / MILLION) };
    format!("searching: {found} {paths}, {}{of} million steps", steps / MILLION)
}

/// `reading the graph: 45 of 92 MB, 1.1 million rows`
#[expect(clippy::cast_precision_loss, reason = "shown with one digit after the point")]
fn of_graph(Advance { bytes, total, rows, stage }: Advance) -> (String, Option<f64>) {
    let millions = rows as f64 / 1e6;
    let of = if total == 0 { String::new() } else { format!(" of {}", total.div_ceil(MEGABYTE)) };
    let share = (total > 0).then(|| (bytes as f64 / total as f64).min(1.0));
    match stage {
        Stage::Reading => {
            (format!("reading the graph: {}{of} MB, {millions:.1} million rows", bytes / MEGABYTE), share)
        }
        Stage::Building => (format!("building the graph of {millions:.1} million rows"), None),
        Stage::Writing => (format!("writing the snapshot: {}{of} MB", bytes / MEGABYTE), share),
    }
}

const MEGABYTE: u64 = MILLION;

const MILLION: u64 = 1_000_000;

/// How long the rest takes if it goes on so; none where too little is done to tell.
fn time_left(share: f64, elapsed: Duration) -> Option<Duration> {
    let left = elapsed.as_secs_f64() * (1.0 - share) / share;
    Duration::try_from_secs_f64(left).ok().filter(|_| share > 0.02 && share < 1.0)
}

/// `12 s`, `3 min`
fn in_words(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..120 => format!("{seconds} s"),
        seconds => format!("{} min", seconds / 60),
    }
}

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
    fn what_the_line_says() {
        let check = |told: Told, seconds: u64, expected: &str| {
            assert_eq!(line(told, Duration::from_secs(seconds)), expected);
        };
        let reading = Advance { bytes: 45_000_000, total: 90_000_000, rows: 1_082_000, stage: Stage::Reading };
        let seconds = Duration::from_secs;
        let sampled =
            |before, prior, kept, wanted, at| Sampling::after(before, Sampled { prior, kept, wanted }, seconds(at));
        check(Told::Nothing, 0, "working");
        check(Told::Nothing, 1, "working, 1 s so far");
        check(Told::Graph(reading), 4, "reading the graph: 45 of 90 MB, 1.1 million rows, about 4 s left");
        check(Told::Graph(reading), 400, "reading the graph: 45 of 90 MB, 1.1 million rows, about 6 min left");
        let of_unknown_length = Advance { total: 0, ..reading };
        check(Told::Graph(of_unknown_length), 4, "reading the graph: 45 MB, 1.1 million rows, 4 s so far");
        let building = Advance { stage: Stage::Building, ..reading };
        check(Told::Graph(building), 9, "building the graph of 1.1 million rows, 9 s so far");
        let searched = |found, most| Told::Paths(Searched { found, steps: 34_500_000, most });
        check(searched(1204, 200_000_000), 2, "searching: 1204 paths, 34 of at most 200 million steps, 2 s so far");
        check(searched(1, u64::MAX), 2, "searching: 1 path, 34 million steps, 2 s so far");
        let writing = Advance { stage: Stage::Writing, ..reading };
        check(Told::Graph(writing), 3, "writing the snapshot: 45 of 90 MB, about 3 s left");
        let begun = Advance { bytes: 1, ..reading };
        check(Told::Graph(begun), 1, "reading the graph: 0 of 90 MB, 1.1 million rows, 1 s so far");
        let first = sampled(None, Prior::Uniform, 0, 250, 2);
        let text = "sampling worlds, prior 1 of 3: 0 of 250, 3 s so far";
        check(Told::Worlds(first), 3, text);
        let first = sampled(Some(first), Prior::Uniform, 250, 250, 5);
        let text = "sampling worlds, prior 1 of 3: 250 of 250, at least 6 s left";
        check(Told::Worlds(first), 5, text);
        let all = sampled(Some(sampled(Some(first), Prior::LogUniform, 250, 250, 7)), Prior::ALL[1], 250, 250, 9);
        let text = "sampling worlds, prior 2 of 3: 250 of 250, 9 s so far";
        check(Told::Worlds(all), 9, text);
        let last = sampled(Some(all), Prior::Uniform, 500, 1_000, 11);
        let text = "sampling worlds, prior 1 of 3: 500 of 1000, about 18 s left";
        check(Told::Worlds(last), 11, text);
        let another = sampled(Some(last), Prior::Uniform, 1, 250, 12);
        let text = "sampling worlds, prior 1 of 3: 1 of 250, 12 s so far";
        check(Told::Worlds(another), 12, text);
    }
}
