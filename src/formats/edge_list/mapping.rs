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

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::DeTable;

use super::Part;
use crate::diagnostic::Code;
use crate::formats::TextFile;
use crate::formats::log::{Log, Place};
use crate::formats::toml::Row;
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

/// Relations by their folded names.
pub(super) struct Mapping {
    relations: FxHashMap<String, Mapped>,
    /// The file to put more into: one that is there, or the one that would be read beside the edge list.
    pub(super) file: String,
}

impl Mapping {
    /// Reads mapping files together. `beside` is an edge list.
    pub(super) fn read<'f>(
        files: impl Iterator<Item = (usize, &'f Arc<TextFile>)>,
        beside: Option<&Path>,
        vocabulary: &Schema,
        log: &Log<'_>,
    ) -> Self {
        let file = beside.map(Part::mapping_beside).unwrap_or_default();
        let mut mapping = Self { relations: FxHashMap::default(), file: file.display().to_string() };
        for (position, file) in files {
            mapping.file.clone_from(&file.name);
            let (document, errors) = DeTable::parse_recoverable(&file.text);
            for error in errors {
                let span = error.span().unwrap_or(file.text.len()..file.text.len());
                log.add(Place::new(position, span), Code::Toml, error.message().to_lowercase());
            }
            mapping.add(position, &document, vocabulary, log);
        }
        mapping
    }

    fn add<'a>(&mut self, file: usize, document: &'a Spanned<DeTable<'a>>, vocabulary: &Schema, log: &'a Log<'a>) {
        let top = Row::new(document.get_ref(), Place::new(file, 0..0), log);
        top.only(&["relation"]);
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
