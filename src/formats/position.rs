//! How far a stream has been read, as line and column; and how much of it may be held at once.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use super::input::Lines;
use super::intake::Place;

/// A place in a stream: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats) struct Position {
    pub(in crate::formats) line: u64,
    pub(in crate::formats) column: u32,
}

impl Position {
    /// The place, for a fault; the line itself is not at hand.
    pub(in crate::formats) const fn place(self) -> Place<'static> {
        Place::at(self.line, self.column, "")
    }

    fn pass(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            match byte {
                b'\n' => *self = Self { line: self.line + 1, column: 1 },
                // What continues a character takes no column.
                0x80..=0xbf => {}
                _ => self.column = self.column.saturating_add(1),
            }
        }
    }
}

/// How far a stream has been read.
#[derive(Clone, Copy, Debug)]
struct Progress {
    position: Position,
    /// Where the value began that a parser may hold.
    began: Position,
    /// How many bytes more it may have.
    left: u64,
}

/// Where a stream has been read to, for whoever holds it while a parser holds the stream.
#[derive(Clone, Debug)]
pub(in crate::formats) struct Whereabouts(Rc<Cell<Progress>>);

impl Whereabouts {
    /// The place of the next byte.
    pub(in crate::formats) fn now(&self) -> Position {
        self.0.get().position
    }

    /// A value begins, which the parser holds whole: more of it than a line may have is not read, and is an error then.
    pub(in crate::formats) fn begin_value(&self) {
        let progress = self.0.get();
        self.0.set(Progress { began: progress.position, left: Lines::LONGEST as u64, ..progress });
    }

    /// What follows is held by nobody, and may be of any length.
    pub(in crate::formats) fn skip_value(&self) {
        self.0.set(Progress { left: u64::MAX, ..self.0.get() });
    }

    /// Where the value began that was too long to be read; none where none was.
    pub(in crate::formats) fn too_long(&self) -> Option<Position> {
        let progress = self.0.get();
        (progress.left == 0).then_some(progress.began)
    }
}

/// A stream that knows how far it has been read.
pub(in crate::formats) struct Positioned<R> {
    input: R,
    progress: Rc<Cell<Progress>>,
}

impl<R> Positioned<R> {
    pub(in crate::formats) fn new(input: R) -> Self {
        let start = Position { line: 1, column: 1 };
        Self { input, progress: Rc::new(Cell::new(Progress { position: start, began: start, left: u64::MAX })) }
    }

    pub(in crate::formats) fn whereabouts(&self) -> Whereabouts {
        Whereabouts(Rc::clone(&self.progress))
    }

    /// How many bytes the value may still have.
    fn left(&self) -> io::Result<usize> {
        match self.progress.get().left {
            0 => Err(io::Error::other("this value is longer than is read")),
            left => Ok(usize::try_from(left).unwrap_or(usize::MAX)),
        }
    }

    fn pass(progress: &Cell<Progress>, bytes: &[u8]) {
        let mut now = progress.get();
        now.position.pass(bytes);
        if now.left != u64::MAX {
            now.left = now.left.saturating_sub(bytes.len() as u64);
        }
        progress.set(now);
    }
}

impl<R: Read> Read for Positioned<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = self.left()?.min(buffer.len());
        let read = self.input.read(buffer.get_mut(..most).unwrap_or_default())?;
        Self::pass(&self.progress, buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Positioned<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.left()?;
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(buffer) = self.input.fill_buf() {
            Self::pass(&self.progress, buffer.get(..amount).unwrap_or(buffer));
        }
        self.input.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Read};

    use super::{Lines, Position, Positioned};

    #[test]
    fn no_more_of_a_value_is_read_than_a_line_may_have() {
        let mut endless = Positioned::new(std::io::repeat(b'x'));
        let whereabouts = endless.whereabouts();
        let mut some = vec![0; Lines::LONGEST / 4];
        endless.read_exact(&mut some).expect("nothing begins");
        whereabouts.begin_value();
        let began = whereabouts.now();
        for _ in 0..4 {
            assert_eq!(whereabouts.too_long(), None);
            endless.read_exact(&mut some).expect("no more than a line may have");
        }
        assert!(endless.read(&mut some).is_err());
        assert_eq!(whereabouts.too_long(), Some(began));
        whereabouts.skip_value();
        endless.read_exact(&mut some).expect("nobody holds it");
    }

    #[test]
    fn lines_and_characters_are_counted_either_way() {
        let text = "eins\nzwölf\nβ";
        for capacity in [1, 2, 3, 64] {
            let mut read = Positioned::new(text.as_bytes());
            let mut one = [0; 1];
            while read.read(&mut one).expect("a slice") > 0 {}
            let mut buffered = Positioned::new(BufReader::with_capacity(capacity, text.as_bytes()));
            loop {
                let length = buffered.fill_buf().expect("a slice").len();
                if length == 0 {
                    break;
                }
                buffered.consume(length);
            }
            let end = Position { line: 3, column: 2 };
            assert_eq!((read.whereabouts().now(), buffered.whereabouts().now()), (end, end), "{capacity}");
        }
    }
}
