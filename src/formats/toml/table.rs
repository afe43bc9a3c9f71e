//! A table being read: rows by id, each with its place, so that the same id twice can name both.

use indexmap::IndexMap;

use super::row::{Row, Text};
use crate::diagnostic::Code;
use crate::formats::log::Place;

pub(super) struct Table<T> {
    rows: IndexMap<String, T>,
    /// Where each row's id stands.
    places: Vec<Place>,
}

impl<T> Table<T> {
    pub(super) fn new() -> Self {
        Self { rows: IndexMap::new(), places: Vec::new() }
    }

    /// Reads a row and keeps it under its id, unless that is missing or taken, which is a fault. Answers whether it is
    /// kept.
    pub(super) fn insert<'a>(&mut self, row: &Row<'a>, key: &str, read: impl FnOnce(&Row<'a>, Text<'a>) -> T) -> bool {
        let id = row.required(key);
        // A row without id is read for its other faults all the same.
        let value = read(row, id.unwrap_or(Text { value: "", place: row.place }));
        let Some(id) = id else {
            return false;
        };
        if let Some(first) = self.rows.get_index_of(id.value) {
            let first = row.log.describe(self.places[first]);
            row.log.add(id.place, Code::DuplicateId, format!("the {key} `{}` is taken already, at {first}", id.value));
            return false;
        }
        self.rows.insert(id.value.to_owned(), value);
        self.places.push(id.place);
        true
    }

    /// The rows so far, by id.
    pub(super) fn rows(&self) -> &IndexMap<String, T> {
        &self.rows
    }

    /// The rows, by id.
    pub(super) fn into_rows(self) -> IndexMap<String, T> {
        self.rows
    }
}
