//! How a graph lies in memory or in a mapped file: flat columns of plain numbers, and records that are decoded when they
//! are first looked at.

mod bounds;
mod cells;
mod column;
mod label;
mod lists;
mod records;
mod rows;

pub use bounds::Bounds;
pub use cells::Cells;
pub use column::{Column, Mapped};
pub use label::Label;
pub use lists::Lists;
pub use records::{Record, RecordWriter, Records, encode};
pub use rows::{Entry, Rows};
