//! The mapping file: what the words of a source mean that the vocabulary does not know.
//!
//! ```toml
//! [relation."positively regulates"]
//! sign = "+"                        # "-", or "0" for none, as it is without it
//! aspect = "activity"               # or "abundance", the default
//!
//! [relation]
//! represses = { as = "inhibits" }   # a relation of the vocabulary, by any of its verbs
//! expressed_in = { verb = "is expressed in", inverse = "expresses" }
//! expresses = { inverse-of = "expressed_in" }
//!
//! [kind.SmallMolecule]
//! id = "small molecule"             # or `as` a kind of the vocabulary
//! abundance = true
//!
//! [aspect.degradation]              # what changes with an aspect that the source names
//! aspect = "abundance"
//! inverted = true
//! ```

mod kind;
mod relation;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::formats::toml::{Row, Text};
use crate::formats::words::ASPECTS;
use crate::formats::{Fault, TextFile};
use crate::graph::{Aspect, Names, Schema, Sign, fold};

pub(super) use kind::MappedKind;
pub(super) use relation::{Mapped, Meant, Own};

/// What stands before words of endograph's own vocabulary in formats that have another.
pub(in crate::formats) const OWN_PREFIX: &str = "endograph:";

/// What changes of an entity where an aspect changes that a source names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats) struct Change {
    /// Amount or activity.
    pub(in crate::formats) aspect: Aspect,
    /// Negative where more of the aspect (degradation) is less of the entity.
    pub(in crate::formats) sign: Sign,
}

/// What mapping files say, by folded words.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    relations: FxHashMap<String, Mapped>,
    kinds: FxHashMap<String, MappedKind>,
    aspects: FxHashMap<String, Change>,
    /// What words may begin with, and mean the same: `biolink:`.
    prefixes: Vec<String>,
    columns: IndexMap<String, String>,
    /// The file to put more into: one that is there, or the one that would be read beside the edge list.
    pub(super) file: String,
}

/// The columns of tables that may be called otherwise: those of edge lists, and those of nodes files.
pub const COLUMNS: &[&str] =
    &["subject", "relation", "object", "sign", "evidence", "context", "id", "name", "kind", "synonyms"];

impl Mapping {
    /// Adds what a mapping file says. What another says already may not be said otherwise.
    pub(super) fn read(&mut self, file: &TextFile, vocabulary: &Schema) -> Vec<Fault> {
        self.file.clone_from(&file.name);
        let files = [Arc::new(file.clone())];
        let log = Log::new(&files);
        let (document, errors) = DeTable::parse_recoverable(&file.text);
        for error in errors {
            let span = error.span().unwrap_or(file.text.len()..file.text.len());
            log.add(Place::new(0, span), Code::Toml, error.message().to_lowercase());
        }
        self.add(&document, vocabulary, &log);
        log.into_faults()
    }

    /// Adds what another says and this leaves open.
    pub(super) fn fall_back(&mut self, other: Self) {
        for (word, mapped) in other.relations {
            self.relations.entry(word).or_insert(mapped);
        }
        for (word, mapped) in other.kinds {
            self.kinds.entry(word).or_insert(mapped);
        }
        for (word, change) in other.aspects {
            self.aspects.entry(word).or_insert(change);
        }
        for (column, title) in other.columns {
            self.columns.entry(column).or_insert(title);
        }
        for prefix in other.prefixes {
            if !self.prefixes.contains(&prefix) {
                self.prefixes.push(prefix);
            }
        }
    }

    /// The same, of words that begin with what its words may begin with.
    pub(super) fn only_with_prefixes(self) -> Self {
        fn prefixed<T: Clone>(table: FxHashMap<String, T>, prefixes: &[String]) -> FxHashMap<String, T> {
            let words = table.into_iter().flat_map(|(word, meant)| {
                prefixes.iter().map(move |prefix| (format!("{}{word}", fold(prefix)), meant.clone()))
            });
            words.collect()
        }
        let Self { relations, kinds, aspects, prefixes, columns, file } = self;
        let (relations, kinds) = (prefixed(relations, &prefixes), prefixed(kinds, &prefixes));
        Self { relations, kinds, aspects, prefixes: Vec::new(), columns, file }
    }

    fn add<'a>(&mut self, document: &'a Spanned<DeTable<'a>>, vocabulary: &Schema, log: &'a Log<'a>) {
        let top = Row::new(document.get_ref(), Place::new(0, 0..0), log);
        top.only(&["prefixes", "columns", "relation", "kind", "aspect"]);
        self.prefixes.extend(top.strings("prefixes"));
        if let Some(columns) = top.row("columns") {
            columns.only(COLUMNS);
            for (column, title) in columns.pairs() {
                self.columns.insert(column.value.to_owned(), title.value.to_owned());
            }
        }
        if let Some(relations) = top.row("relation") {
            self.add_relations(&relations, vocabulary);
        }
        for (name, row) in top.row("kind").iter().flat_map(Row::named_rows) {
            if let Some(mapped) = kind::read(&row, vocabulary) {
                add(&mut self.kinds, name, &mapped, log);
            }
        }
        for (name, row) in top.row("aspect").iter().flat_map(Row::named_rows) {
            if let Some(change) = read_aspect(&row) {
                add(&mut self.aspects, name, &change, log);
            }
        }
    }

    /// A relation may be the inverse of one that stands further down.
    fn add_relations(&mut self, relations: &Row<'_>, vocabulary: &Schema) {
        let known = Names::of_vocabulary(vocabulary);
        let (inverses, others): (Vec<_>, Vec<_>) =
            relations.named_rows().into_iter().partition(|(_, row)| row.has(relation::INVERSE_OF));
        for (name, row) in others {
            if let Some(mapped) = relation::read(&row, name.value, vocabulary, &known) {
                add(&mut self.relations, name, &mapped, row.log);
            }
        }
        for (name, row) in inverses {
            if let Some(mapped) = relation::read_inverse(&row, |word| self.of(word).cloned()) {
                add(&mut self.relations, name, &mapped, row.log);
            }
        }
    }

    /// What a column is called, where a mapping file says so.
    pub(super) fn column(&self, column: &str) -> Option<&str> {
        self.columns.get(column).map(String::as_str)
    }

    /// What is said of a relation. What endograph itself has named means what the vocabulary says.
    pub(super) fn of(&self, written: &str) -> Option<&Mapped> {
        if written.starts_with(OWN_PREFIX) { None } else { self.find(&self.relations, written) }
    }

    /// What is said of a kind.
    pub(super) fn kind(&self, written: &str) -> Option<&MappedKind> {
        self.find(&self.kinds, written)
    }

    /// What is said of an aspect.
    pub(super) fn aspect(&self, written: &str) -> Option<Change> {
        self.find(&self.aspects, written).copied()
    }

    /// A word without what it may begin with.
    pub(super) fn without_prefix<'w>(&self, written: &'w str) -> &'w str {
        let own = written.strip_prefix(OWN_PREFIX);
        own.or_else(|| self.prefixes.iter().find_map(|prefix| written.strip_prefix(prefix.as_str()))).unwrap_or(written)
    }

    fn find<'t, T>(&self, table: &'t FxHashMap<String, T>, written: &str) -> Option<&'t T> {
        table.get(&fold(written)).or_else(|| table.get(&fold(self.without_prefix(written))))
    }
}

fn add<T: PartialEq + Clone>(table: &mut FxHashMap<String, T>, name: Text<'_>, mapped: &T, log: &Log<'_>) {
    let earlier = table.entry(fold(name.value)).or_insert_with(|| mapped.clone());
    if earlier != mapped {
        log.add(name.place, Code::DuplicateId, format!("`{}` is mapped otherwise already", name.value));
    }
}

fn read_aspect(row: &Row<'_>) -> Option<Change> {
    row.only(&["aspect", "inverted"]);
    row.must_have("aspect");
    let sign = if row.flag("inverted").unwrap_or_default() { Sign::Negative } else { Sign::Positive };
    Some(Change { aspect: row.choice("aspect", ASPECTS)?, sign })
}
