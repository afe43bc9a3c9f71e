//! What a mapping file says of a relation.

use std::sync::Arc;

use crate::diagnostic::Code;
use crate::formats::intake::verbs::VerbForms;
use crate::formats::toml::{ROLES, Row};
use crate::formats::words::ASPECTS;
use crate::graph::reserved::is_reserved;
use crate::graph::{Aspect, Named, Names, Namespace, RelationId, Role, Schema, Sign, VerbForm, fold};

/// The key of a relation that is another one read from its object.
pub(super) const INVERSE_OF: &str = "inverse-of";

const SIGNS: &[(&str, Option<Sign>)] = &[("+", Some(Sign::Positive)), ("-", Some(Sign::Negative)), ("0", None)];

/// What a word for a relation stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::formats::intake) struct Mapped {
    pub(in crate::formats::intake) meant: Meant,
    /// The row's subject is the edge's object: `stimulated by`.
    pub(in crate::formats::intake) reversed: bool,
}

/// The relation that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::formats::intake) enum Meant {
    /// One of the vocabulary.
    As(RelationId),
    /// One that only the mapping file knows.
    Own(Arc<Own>),
}

/// A relation that only the mapping file knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::formats::intake) struct Own {
    pub(in crate::formats::intake) sign: Option<Sign>,
    pub(in crate::formats::intake) aspect: Aspect,
    pub(in crate::formats::intake) forms: VerbForms,
    /// Whether the verb is the file's word, and not one that reads better.
    pub(in crate::formats::intake) by_its_word: bool,
    /// Empty where none is given.
    pub(in crate::formats::intake) inverse: String,
    pub(in crate::formats::intake) symmetric: bool,
    pub(in crate::formats::intake) role: Role,
}

/// Reads what is said of a word.
pub(super) fn read(row: &Row<'_>, word: &str, vocabulary: &Schema, known: &Names) -> Option<Mapped> {
    row.only(&["as", "sign", "aspect", "verb", "passive", "inverse", "symmetric", "role", INVERSE_OF]);
    if row.has("as") { read_as(row, vocabulary, known) } else { read_own(row, word) }
}

/// Reads a relation that is another one of the file, or of another file, read from its object.
pub(super) fn read_inverse(row: &Row<'_>, mapped: impl FnOnce(&str) -> Option<Mapped>) -> Option<Mapped> {
    row.only(&[INVERSE_OF]);
    let name = row.text(INVERSE_OF)?;
    let found = mapped(name.value);
    if found.is_none() {
        let message = format!("no relation `{}` is mapped", name.value);
        row.log.add(name.place, Code::UnknownRelation, message);
    }
    found.map(|mapped| Mapped { reversed: !mapped.reversed, ..mapped })
}

fn read_as(row: &Row<'_>, vocabulary: &Schema, known: &Names) -> Option<Mapped> {
    let name = row.text("as")?;
    for key in ["sign", "aspect", "verb", "passive", "inverse", "symmetric", "role"] {
        if row.has(key) {
            let message = format!("a relation `as` another has its `{key}`");
            row.log.add(row.place, Code::WrongValue, message);
        }
    }
    let by_verb = || {
        known.lookup(Namespace::Verbs, name.value).iter().find_map(|named| match named {
            Named::Verb(relation, form) => Some((*relation, matches!(form, VerbForm::Passive | VerbForm::Inverse))),
            Named::Entity(_) | Named::Variant(_) | Named::Kind(_) => None,
        })
    };
    let found = vocabulary.relation_id(name.value).map(|relation| (relation, false)).or_else(by_verb);
    if found.is_none() {
        let message = format!("no relation is called `{}`", name.value);
        row.log.report(name.place, Code::UnknownRelation, message, |fault| {
            fault.suggest(row.log.nearest(name.value, vocabulary.relations.keys().map(String::as_str)))
        });
    }
    found.map(|(relation, reversed)| Mapped { meant: Meant::As(relation), reversed })
}

fn read_own(row: &Row<'_>, word: &str) -> Option<Mapped> {
    if !row.has("verb") {
        row.must_have("sign");
    }
    let sign = if row.has("sign") { row.choice("sign", SIGNS)? } else { None };
    let mut forms = row.text("verb").map_or_else(|| VerbForms::of(word), |verb| VerbForms::of(verb.value));
    if row.has("passive") {
        forms.passive = row.string("passive");
    }
    if let Some(verb) = row.text("verb")
        && is_reserved(&fold(verb.value))
    {
        row.log.add(verb.place, Code::ReservedVerb, format!("`{}` is a word of the language", verb.value));
        return None;
    }
    let own = Own {
        sign,
        aspect: row.choice("aspect", ASPECTS).unwrap_or(Aspect::Abundance),
        by_its_word: !row.has("verb") && !row.has("passive"),
        forms,
        inverse: row.string("inverse"),
        symmetric: row.flag("symmetric").unwrap_or_default(),
        role: row.choice("role", ROLES).unwrap_or_default(),
    };
    Some(Mapped { meant: Meant::Own(Arc::new(own)), reversed: false })
}
