//! Reading one TOML table: each value with its type checked and its place kept.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};

/// A string of a file, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::formats) struct Text<'a> {
    pub(in crate::formats) value: &'a str,
    pub(in crate::formats) place: Place,
}

/// One table of a file: an entity, an edge, a piece of evidence.
#[derive(Clone, Copy)]
pub(in crate::formats) struct Row<'a> {
    table: &'a DeTable<'a>,
    pub(in crate::formats) place: Place,
    pub(in crate::formats) log: &'a Log<'a>,
}

impl<'a> Row<'a> {
    pub(in crate::formats) fn new(table: &'a DeTable<'a>, place: Place, log: &'a Log<'a>) -> Self {
        Self { table, place, log }
    }

    fn at(&self, value: &Spanned<DeValue<'_>>) -> Place {
        Place::new(self.place.file, value.span())
    }

    fn wrong_type(&self, key: &str, expected: &str, value: &Spanned<DeValue<'_>>) {
        let found = value.get_ref().type_str();
        self.log.report(
            self.at(value),
            Code::WrongType,
            format!("`{key}` must be {expected}, not {}", with_article(found)),
            |fault| fault.label(format!("expected {expected}")),
        );
    }

    /// Reports every key that is not among the known ones.
    pub(in crate::formats) fn only(&self, known: &[&str]) {
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let place = Place::new(self.place.file, key.span());
                self.log.report(place, Code::UnknownKey, format!("unknown key `{name}`"), |fault| {
                    let near = self.log.nearest(name, known.iter().copied());
                    let fault =
                        if near.is_empty() { fault.help(format!("known keys: {}", known.join(", "))) } else { fault };
                    fault.suggest(near)
                });
            }
        }
    }

    /// Whether the table has a key.
    pub(in crate::formats) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A string, where the key is there.
    pub(in crate::formats) fn text(&self, key: &str) -> Option<Text<'a>> {
        let value = self.table.get(key)?;
        self.as_text(key, value)
    }

    fn as_text(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<Text<'a>> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(key, "a string", value);
        }
        text.map(|text| Text { value: text, place: self.at(value) })
    }

    /// Reports a key that is not there.
    pub(in crate::formats) fn must_have(&self, key: &str) {
        if !self.has(key) {
            self.log.add(self.place, Code::MissingKey, format!("`{key}` is missing"));
        }
    }

    /// A string that must be there and not be empty.
    pub(in crate::formats) fn required(&self, key: &str) -> Option<Text<'a>> {
        self.must_have(key);
        let text = self.text(key)?;
        if text.value.trim().is_empty() {
            self.log.add(text.place, Code::WrongValue, format!("`{key}` must not be empty"));
            return None;
        }
        Some(text)
    }

    /// A string; empty where the key is not there.
    pub(in crate::formats) fn string(&self, key: &str) -> String {
        self.text(key).map_or_else(String::new, |text| text.value.to_owned())
    }

    /// A truth value.
    pub(in crate::formats) fn flag(&self, key: &str) -> Option<bool> {
        let value = self.table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, "true or false", value);
        }
        flag
    }

    /// A finite number, whole or not.
    pub(in crate::formats) fn number(&self, key: &str) -> Option<f64> {
        let value = self.table.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse::<f64>().ok(),
            DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
            _ => None,
        };
        let number = number.filter(|number| number.is_finite());
        if number.is_none() {
            self.wrong_type(key, "a number", value);
        }
        number
    }

    /// One of some words, with what it means.
    pub(in crate::formats) fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = choices.iter().find(|(word, _)| *word == text.value);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.log.report(text.place, Code::WrongValue, format!("unknown {key} `{}`", text.value), |fault| {
                fault
                    .help(format!("known: {}", words.join(", ")))
                    .suggest(self.log.nearest(text.value, words.iter().copied()))
            });
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// A list of strings; empty where the key is not there.
    pub(in crate::formats) fn texts(&self, key: &str) -> Vec<Text<'a>> {
        self.items(key, "a list of strings").filter_map(|value| self.as_text(key, value)).collect()
    }

    /// A list of strings, without their places.
    pub(in crate::formats) fn strings(&self, key: &str) -> Vec<String> {
        self.texts(key).into_iter().map(|text| text.value.to_owned()).collect()
    }

    /// A list of tables; empty where the key is not there.
    pub(in crate::formats) fn rows(&self, key: &str) -> Vec<Row<'a>> {
        self.items(key, "a list of tables").filter_map(|value| self.as_row(key, value)).collect()
    }

    /// A table.
    pub(in crate::formats) fn row(&self, key: &str) -> Option<Row<'a>> {
        let value = self.table.get(key)?;
        self.as_row(key, value)
    }

    fn as_row(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Option<Row<'a>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, "a table", value);
        }
        table.map(|table| Row { table, place: self.at(value), log: self.log })
    }

    /// A string, where there is one; for a second look at a row whose types are checked already.
    pub(in crate::formats) fn text_quietly(&self, key: &str) -> Option<Text<'a>> {
        self.table.get(key).and_then(|value| self.quiet_text(value))
    }

    /// The strings of a list; for a second look.
    pub(in crate::formats) fn texts_quietly(&self, key: &str) -> Vec<Text<'a>> {
        self.quiet_items(key).iter().filter_map(|value| self.quiet_text(value)).collect()
    }

    /// The tables of a list; for a second look.
    pub(in crate::formats) fn rows_quietly(&self, key: &str) -> Vec<Row<'a>> {
        let tables = self.quiet_items(key).iter().filter_map(|value| Some((value.get_ref().as_table()?, value)));
        tables.map(|(table, value)| Row { table, place: self.at(value), log: self.log }).collect()
    }

    fn quiet_text(&self, value: &'a Spanned<DeValue<'a>>) -> Option<Text<'a>> {
        Some(Text { value: value.get_ref().as_str()?, place: self.at(value) })
    }

    fn quiet_items(&self, key: &str) -> &'a [Spanned<DeValue<'a>>] {
        self.table.get(key).and_then(|value| value.get_ref().as_array()).map_or(&[], |array| array)
    }

    fn items(&self, key: &str, expected: &str) -> std::slice::Iter<'a, Spanned<DeValue<'a>>> {
        let Some(value) = self.table.get(key) else {
            return [].iter();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong_type(key, expected, value);
            return [].iter();
        };
        array.iter()
    }

    /// Every key with its table, in the order of the file.
    pub(in crate::formats) fn named_rows(&self) -> Vec<(Text<'a>, Row<'a>)> {
        let mut rows = BTreeMap::new();
        for (key, value) in self.table {
            let name = Text { value: key.get_ref().as_ref(), place: Place::new(self.place.file, key.span()) };
            if let Some(row) = self.as_row(name.value, value) {
                rows.insert(name.place.span, (name, row));
            }
        }
        rows.into_values().collect()
    }

    /// Every key with its string, in the order of the file.
    pub(in crate::formats) fn pairs(&self) -> Vec<(Text<'a>, Text<'a>)> {
        let mut pairs = BTreeMap::new();
        for (key, value) in self.table {
            let name = Text { value: key.get_ref().as_ref(), place: Place::new(self.place.file, key.span()) };
            if let Some(text) = self.as_text(name.value, value) {
                pairs.insert(name.place.span, (name, text));
            }
        }
        pairs.into_values().collect()
    }
}

fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}
