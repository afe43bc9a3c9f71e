//! The rows of a plan: what is explained, and its value.

use serde_json::{Value, json};

use crate::answer::Table;

/// A plan being written.
#[derive(Debug, Default)]
pub(in crate::exec) struct Plan {
    rows: Vec<(String, Value)>,
}

impl Plan {
    /// Adds a row.
    pub fn row(&mut self, item: impl Into<String>, value: impl Into<Value>) {
        self.rows.push((item.into(), value.into()));
    }

    /// Adds a row for a list, unless it is empty.
    pub fn list(&mut self, item: &str, names: Vec<String>) {
        if !names.is_empty() {
            self.row(item, names);
        }
    }

    /// The plan as a table.
    pub fn into_table(self) -> Table {
        let rows = self.rows.into_iter().map(|(item, value)| vec![json!(item), value]).collect();
        Table { columns: vec!["item".to_owned(), "value".to_owned()], rows }
    }
}
