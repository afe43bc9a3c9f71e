//! Work that may not look up for long, such as opening a graph or running a statement: it is done on a thread of its own, and
//! waited for only as long as Ctrl-C and the limits allow.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use endograph::answer::Answer;
use endograph::cancel::{Cancel, Cause};

use super::interrupt::{Interrupt, Limits};

/// Between two looks at the token.
const MOMENT: Duration = Duration::from_millis(5);

/// As much as the main thread has: files may nest deep.
const STACK: usize = 8 << 20;

/// Waits for some work; none once it is cancelled. What is left of it then goes on by itself until it sees that too.
///
/// # Errors
/// Where no thread can be had, or the work ended without a result.
pub fn wait<T: Send + 'static>(cancel: &Cancel, work: impl FnOnce() -> T + Send + 'static) -> io::Result<Option<T>> {
    wait_and_listen(cancel, |_| Duration::ZERO, work)
}

/// Waits for some work, and once it is cancelled for so much longer: it may tell what it has found.
///
/// # Errors
/// Those of [`wait`].
pub fn wait_and_listen<T: Send + 'static>(
    cancel: &Cancel,
    patience: impl Fn(Cause) -> Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<Option<T>> {
    let (sender, receiver) = channel();
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || {
        let _ = sender.send(work()); // nobody may be waiting any more
    })?;
    let mut stopped: Option<Instant> = None;
    loop {
        match receiver.recv_timeout(MOMENT) {
            Ok(done) => return Ok(Some(done)),
            Err(RecvTimeoutError::Timeout) => {
                if let Some(cause) = cancel.cause()
                    && stopped.get_or_insert_with(Instant::now).elapsed() >= patience(cause)
                {
                    return Ok(None);
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                let _ = worker.join();
                return Err(io::Error::other("it broke off"));
            }
        }
    }
}

/// Waits for what is made of an answer, which may have millions of rows; none once Ctrl-C is pressed, or that long has passed.
///
/// # Errors
/// Those of [`wait`].
pub fn wait_for_answer<T: Send + 'static>(
    answer: &Arc<Answer>,
    interrupt: &Interrupt,
    time: Option<Duration>,
    work: impl FnOnce(&Answer) -> T + Send + 'static,
) -> io::Result<Option<T>> {
    let answer = Arc::clone(answer);
    wait(&interrupt.cancel(Limits { time, memory: None }), move || work(&answer))
}

#[cfg(test)]
mod tests {
    use endograph::session::Session;

    use super::*;

    #[test]
    fn an_answer_is_waited_for_until_ctrl_c() {
        let mut session = Session::embedded().expect("the embedded graph is sound");
        let answer = Arc::new(session.ask("show LH").expect("a card"));
        let interrupt = Interrupt::default();
        let rows = wait_for_answer(&answer, &interrupt, None, |answer| answer.rows.count()).expect("a thread");
        assert_eq!(rows, Some(1));
        let never = |time| wait_for_answer(&answer, &interrupt, time, |_| thread::sleep(Duration::from_hours(1)));
        assert_eq!(never(Some(Duration::ZERO)).expect("a thread"), None);
        interrupt.remember();
        assert_eq!(never(None).expect("a thread"), None);
    }

    #[test]
    fn what_was_found_by_then_is_listened_to() {
        let check = |patience: Duration, expected: Option<i32>| {
            let (tell, told) = channel();
            let work = move || told.recv_timeout(Duration::from_hours(1)).unwrap_or_default();
            // It is told only while somebody listens.
            let listens = move |_| {
                if !patience.is_zero() {
                    let _ = tell.send(1);
                }
                patience
            };
            let heard = wait_and_listen(&Cancel::with_deadline(Duration::ZERO), listens, work);
            assert_eq!(heard.expect("a thread"), expected);
        };
        check(Duration::from_hours(1), Some(1));
        check(Duration::ZERO, None);
    }

    #[test]
    fn work_is_waited_for_until_it_is_cancelled() {
        let check = |cancel: &Cancel, work: fn() -> i32, expected: Option<i32>| {
            assert_eq!(wait(cancel, work).expect("a thread"), expected);
        };
        check(&Cancel::never(), || 1, Some(1));
        check(
            &Cancel::with_deadline(Duration::ZERO),
            || {
                thread::sleep(Duration::from_hours(1));
                1
            },
            None,
        );
    }
}
