//! Answers: one value type, turned into a semantic markup and only then into bytes.

mod row;

pub use row::*;
