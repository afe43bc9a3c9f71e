//! Long texts on standard output, with an eye on Ctrl-C: also while whoever reads takes nothing.

use std::io::{self, Write};

use super::interrupt::Interrupt;

/// Whether a text was written to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// All of it.
    Whole,
    /// Ctrl-C came while it was being printed.
    Interrupted,
}

/// What is written between two looks at Ctrl-C: a pipe that says it is ready takes so much at once.
const PIECE: usize = 4096;

/// Writes a text to standard output, as far as Ctrl-C lets it.
///
/// # Errors
/// A closed pipe, a full disk.
pub fn print(text: &str, interrupt: &Interrupt) -> io::Result<Printed> {
    let mut stdout = Standard::open()?;
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        if interrupt.pressed() {
            return Ok(Printed::Interrupted);
        }
        if !stdout.is_ready()? {
            continue;
        }
        let piece = rest.get(..PIECE).unwrap_or(rest);
        match stdout.write(piece) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Printed::Whole)
}

/// Standard output past its buffer, which would go on writing until it is empty.
#[cfg(unix)]
struct Standard(std::fs::File);

#[cfg(unix)]
impl Standard {
    fn open() -> io::Result<Self> {
        use std::os::fd::AsFd;

        let mut stdout = io::stdout().lock();
        stdout.flush()?;
        Ok(Self(stdout.as_fd().try_clone_to_owned()?.into()))
    }

    /// Waits a moment until something can be written, or an error is to be had.
    fn is_ready(&self) -> io::Result<bool> {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};

        let moment = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
        match poll(&mut [PollFd::new(&self.0, PollFlags::OUT)], Some(&moment)) {
            Ok(ready) => Ok(ready > 0),
            Err(rustix::io::Errno::INTR) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.0.write(piece)
    }
}

#[cfg(not(unix))]
struct Standard(io::Stdout);

#[cfg(not(unix))]
impl Standard {
    fn open() -> io::Result<Self> {
        Ok(Self(io::stdout()))
    }

    fn is_ready(&self) -> io::Result<bool> {
        Ok(true)
    }

    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let mut stdout = self.0.lock();
        stdout.write_all(piece).and_then(|()| stdout.flush()).map(|()| piece.len())
    }
}
