//! How the records of a table are laid out: what stands between fields, and which of them are wanted.

/// How many columns a reader may want.
pub(super) const SLOTS: usize = 6;

/// How many of them may be names.
pub(super) const NAMED: usize = 2;

/// The wanted column of a number, in the order in which a reader names them: below [`SLOTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot(pub(super) usize);

impl Slot {
    /// The bit that stands for it.
    pub(super) const fn bit(self) -> u8 {
        1 << self.0
    }
}

/// What a splitter must know of a table.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) delimiter: u8,
    /// How many columns the header has.
    pub(super) width: usize,
    /// Of each column of the header: the slot that its fields go to.
    pub(super) slots: Vec<Option<Slot>>,
    /// Whether the fields of the first slots are names, which are numbered while the table is split.
    pub(super) named: bool,
    /// The slots whose fields are compared with those of the row before.
    pub(super) compared: Vec<Slot>,
}

impl Layout {
    /// A layout whose slots are filled from these columns of the header; of no column: never. `named`: the fields of the
    /// first [`NAMED`] slots are names. Those of `compared` are compared with the row before.
    pub(super) fn new(delimiter: u8, width: usize, columns: &[Option<usize>], named: bool, compared: &[Slot]) -> Self {
        let mut slots = vec![None; width];
        for (slot, column) in columns.iter().enumerate() {
            if let Some(place) = column.and_then(|column| slots.get_mut(column)) {
                *place = Some(Slot(slot));
            }
        }
        Self { delimiter, width, slots, named, compared: compared.to_vec() }
    }

    /// The column of the header that fills a slot.
    pub(super) fn column(&self, slot: Slot) -> Option<usize> {
        self.slots.iter().position(|filled| *filled == Some(slot))
    }
}
