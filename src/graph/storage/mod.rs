//! How a graph lies in memory or in a mapped file: flat columns of plain numbers.

mod column;
mod label;
mod rows;

pub use column::{Column, Mapped};
pub use label::Label;
pub use rows::{Entry, Rows};
