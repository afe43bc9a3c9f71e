//! The mapping file: what relations mean that the vocabulary does not know.
//!
//! ```toml
//! [relation."positively regulates"]
//! sign = "+"
//! aspect = "activity"
//!
//! [relation.represses]
//! as = "inhibits"
//! ```

use std::sync::Arc;

use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::Code;
use crate::formats::log::{Log, Place};
use crate::formats::toml::Row;
use crate::formats::{Fault, TextFile};
use crate::graph::{Aspect, RelationId, Schema, Sign, fold};

const ASPECTS: &[(&str, Aspect)] = &[("abundance", Aspect::Abundance), ("activity", Aspect::Activity)];
const SIGNS: &[(&str, Option<Sign>)] = &[("+", Some(Sign::Positive)), ("-", Some(Sign::Negative)), ("0", None)];

/// What a mapping file says of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mapped {
    /// It is a relation of the vocabulary.
    As(RelationId),
    /// It is one of its own.
    Own { sign: Option<Sign>, aspect: Aspect },
}

/// Relations by their folded names, and what the columns of tables are called.
#[derive(Debug, Default)]
pub(super) struct Mapping {
    relations: FxHashMap<String, Mapped>,
    columns: IndexMap<String, String>,
    /// The file to put more into: one that is there, or the one that would be read beside the edge list.
    pub(super) file: String,
}

/// The columns that a mapping file may name.
const COLUMNS: &[&str] =
    &["subject", "relation", "object", "sign", "evidence", "context", "id", "name", "kind", "synonyms"];

impl Mapping {
    /// Adds what a mapping file says.
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

    fn add<'a>(&mut self, document: &'a Spanned<DeTable<'a>>, vocabulary: &Schema, log: &'a Log<'a>) {
        let top = Row::new(document.get_ref(), Place::new(0, 0..0), log);
        top.only(&["relation", "columns"]);
        if let Some(columns) = top.row("columns") {
            columns.only(COLUMNS);
            for (column, title) in columns.pairs() {
                self.columns.insert(column.value.to_owned(), title.value.to_owned());
            }
        }
        let Some(relations) = top.row("relation") else {
            return;
        };
        for (name, row) in relations.named_rows() {
            let Some(mapped) = read_relation(&row, vocabulary) else {
                continue;
            };
            let earlier = *self.relations.entry(fold(name.value)).or_insert(mapped);
            if earlier != mapped {
                log.add(name.place, Code::DuplicateId, format!("`{}` is mapped otherwise already", name.value));
            }
        }
    }

    /// What a column is called, where a mapping file says so.
    pub(super) fn column(&self, column: &str) -> Option<&str> {
        self.columns.get(column).map(String::as_str)
    }

    /// What is said of a relation.
    pub(super) fn of(&self, written: &str) -> Option<Mapped> {
        self.relations.get(&fold(written)).copied()
    }
}

fn read_relation(row: &Row<'_>, vocabulary: &Schema) -> Option<Mapped> {
    row.only(&["as", "sign", "aspect"]);
    if let Some(name) = row.text("as") {
        for key in ["sign", "aspect"].into_iter().filter(|key| row.has(key)) {
            let message = format!("a relation `as` another has its `{key}`");
            row.log.add(row.place, Code::WrongValue, message);
        }
        let found = vocabulary.relation_id(name.value);
        if found.is_none() {
            row.log.report(
                name.place,
                Code::UnknownRelation,
                format!("no relation is called `{}`", name.value),
                |fault| fault.suggest(row.log.nearest(name.value, vocabulary.relations.keys().map(String::as_str))),
            );
        }
        return found.map(Mapped::As);
    }
    row.must_have("sign");
    let sign = row.choice("sign", SIGNS);
    let aspect = row.choice("aspect", ASPECTS).unwrap_or(Aspect::Abundance);
    sign.map(|sign| Mapped::Own { sign, aspect })
}
