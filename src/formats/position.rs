//! How far a stream has been read, as line and column.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

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

/// Where a stream has been read to, for whoever holds it while a parser holds the stream.
#[derive(Clone, Debug)]
pub(in crate::formats) struct Whereabouts(Rc<Cell<Position>>);

impl Whereabouts {
    /// The place of the next byte.
    pub(in crate::formats) fn now(&self) -> Position {
        self.0.get()
    }
}

/// A stream that knows how far it has been read.
pub(in crate::formats) struct Positioned<R> {
    input: R,
    position: Rc<Cell<Position>>,
}

impl<R> Positioned<R> {
    pub(in crate::formats) fn new(input: R) -> Self {
        Self { input, position: Rc::new(Cell::new(Position { line: 1, column: 1 })) }
    }

    pub(in crate::formats) fn whereabouts(&self) -> Whereabouts {
        Whereabouts(Rc::clone(&self.position))
    }

    fn pass(position: &Cell<Position>, bytes: &[u8]) {
        let mut at = position.get();
        at.pass(bytes);
        position.set(at);
    }
}

impl<R: Read> Read for Positioned<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        Self::pass(&self.position, buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Positioned<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(buffer) = self.input.fill_buf() {
            Self::pass(&self.position, buffer.get(..amount).unwrap_or(buffer));
        }
        self.input.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Read};

    use super::{Position, Positioned};

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
