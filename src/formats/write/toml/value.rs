//! Values and tables of TOML.

use std::fmt::Write as _;
use std::io::{self, Write};

/// A string in double quotes, whatever it holds.
pub(in crate::formats::write) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(control)); // a string takes everything
            }
            plain => quoted.push(plain),
        }
    }
    quoted.push('"');
    quoted
}

/// A key: bare where it may be.
pub(in crate::formats::write) fn key(name: &str) -> String {
    let is_bare = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    if !name.is_empty() && name.chars().all(is_bare) { name.to_owned() } else { quoted(name) }
}

/// A list of strings.
pub(super) fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.into_iter().map(quoted).collect();
    format!("[{}]", items.join(", "))
}

/// A list of inline tables: one on its line, several each on its own.
pub(super) fn rows(items: &[String]) -> String {
    match items {
        [] => "[]".to_owned(),
        [item] => format!("[{item}]"),
        items => format!("[\n  {},\n]", items.join(",\n  ")),
    }
}

/// A finite number, with its point.
pub(super) fn number(number: f64) -> String {
    format!("{number:?}")
}

/// The pairs of a table, those that say something.
#[derive(Default)]
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// A value as it is written.
    pub(super) fn value(mut self, name: &str, value: String) -> Self {
        self.0.push((key(name), value));
        self
    }

    /// A string, even an empty one.
    pub(super) fn text(self, name: &str, text: &str) -> Self {
        self.value(name, quoted(text))
    }

    /// A string that is not empty.
    pub(super) fn said(self, name: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.text(name, text) }
    }

    /// A list that is not empty.
    pub(super) fn texts<'a>(self, name: &str, items: impl IntoIterator<Item = &'a str>) -> Self {
        let list = list(items);
        if list == "[]" { self } else { self.value(name, list) }
    }

    /// A truth value, where it is not what is taken without it.
    pub(super) fn flag(self, name: &str, flag: bool, otherwise: bool) -> Self {
        if flag == otherwise { self } else { self.value(name, flag.to_string()) }
    }

    /// A finite number, where there is one.
    pub(super) fn amount(self, name: &str, amount: Option<f64>) -> Self {
        match amount.filter(|amount| amount.is_finite()) {
            Some(amount) => self.value(name, number(amount)),
            None => self,
        }
    }

    /// Inline tables, where there are any.
    pub(super) fn tables(self, name: &str, items: &[String]) -> Self {
        if items.is_empty() { self } else { self.value(name, rows(items)) }
    }

    /// `{ a = 1, b = 2 }`
    pub(super) fn inline(&self) -> String {
        let pairs: Vec<String> = self.0.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
    }

    /// A table under its header, an empty line after it.
    pub(super) fn table(&self, header: &str, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{header}")?;
        for (key, value) in &self.0 {
            writeln!(out, "{key} = {value}")?;
        }
        writeln!(out)
    }
}
