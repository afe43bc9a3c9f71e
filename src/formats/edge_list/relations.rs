//! What the relations of edge lists mean: by the mapping file, by the vocabulary, or by the sign column alone.

use super::mapping::{Mapped, Mapping};
use super::records::counted;
use super::sign::StatedSign;
use super::uses::{Readings, Use, Uses};
use super::verbs::VerbForms;
use crate::diagnostic::Code;
use crate::formats::log::Log;
use crate::graph::names::VerbForm;
use crate::graph::reserved::is_reserved;
use crate::graph::{
    Aspect, EFFECT_VERBS, Named, Names, Namespace, Relation, RelationId, Role, Schema, Sign, Verb, fold,
};

/// What a use of a relation means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) relation: RelationId,
    /// The row's subject is the edge's object: `stimulated by`.
    pub(super) reversed: bool,
    /// The word of the file, where the relation is called otherwise.
    pub(super) note: String,
}

/// The relations of rows that name none.
const POSITIVE: &str = "stimulates";
const NEGATIVE: &str = "inhibits";
const UNSIGNED: &str = "related to";

/// The vocabulary for entities of any kind: a quantity may be an enzyme or a reaction, the files do not say.
pub(super) fn for_any_kind(mut vocabulary: Schema) -> Schema {
    for relation in vocabulary.relations.values_mut() {
        relation.subjects.clear();
        relation.objects.clear();
    }
    vocabulary
}

/// Reads every use, adding to the schema the relations that it lacks. What has no meaning is a fault.
pub(super) fn settle(uses: &Uses, mapping: &Mapping, schema: &mut Schema, log: &Log<'_>) -> Readings<Option<Reading>> {
    let known = Names::of_vocabulary(schema);
    let mut settling = Settling { uses, mapping, known, schema, log };
    uses.iter().map(|used| settling.read(used)).collect()
}

struct Settling<'a, 'l> {
    uses: &'a Uses,
    mapping: &'a Mapping,
    /// The verbs of the vocabulary.
    known: Names,
    schema: &'a mut Schema,
    log: &'a Log<'l>,
}

impl Settling<'_, '_> {
    fn read(&mut self, used: &Use) -> Option<Reading> {
        let written = used.written.as_str();
        if written.is_empty() {
            return Some(self.by_sign(used.sign.sign(), ""));
        }
        if let Some(mapped) = self.mapping.of(written) {
            return self.mapped(used, mapped);
        }
        if let Some(direction) = direction_of(written) {
            return self.effect(used, direction);
        }
        match self.relation_called(written) {
            Some((relation, reversed)) => self.of_vocabulary(used, relation, reversed),
            None => self.unknown(used),
        }
    }

    /// The relation of rows that only state a sign.
    fn by_sign(&mut self, sign: Option<Sign>, written: &str) -> Reading {
        let relation = match sign {
            Some(Sign::Positive) => self.own(&VerbForms::of(POSITIVE), sign, Aspect::Abundance),
            Some(Sign::Negative) => self.own(&VerbForms::of(NEGATIVE), sign, Aspect::Abundance),
            None => self.related(),
        };
        self.reading(relation, false, written)
    }

    fn related(&mut self) -> RelationId {
        let verb = Verb { base: format!("be {UNSIGNED}"), third: format!("is {UNSIGNED}"), passive: String::new() };
        self.add(UNSIGNED, None, Aspect::Activity, verb)
    }

    fn mapped(&mut self, used: &Use, mapped: Mapped) -> Option<Reading> {
        let (sign, written) = (self.sign_of(mapped), used.written.as_str());
        match (used.sign, mapped) {
            (StatedSign::Unsigned, _) if sign.is_some() => Some(self.by_sign(None, written)),
            (StatedSign::Signed(stated), _) if sign != Some(stated) => self.contradiction(used, sign),
            (_, Mapped::As(relation)) => {
                self.add_alias(relation, written);
                Some(self.reading(relation, false, written))
            }
            (_, Mapped::Own { aspect, .. }) if !is_reserved(&fold(written)) => {
                let relation = self.own(&VerbForms::of(written), sign, aspect);
                Some(self.reading(relation, false, written))
            }
            (_, Mapped::Own { .. }) => Some(self.by_sign(sign, written)),
        }
    }

    fn sign_of(&self, mapped: Mapped) -> Option<Sign> {
        match mapped {
            Mapped::As(relation) => self.schema.relation(relation).sign,
            Mapped::Own { sign, .. } => sign,
        }
    }

    /// `raises`, `lowers`, `affects`, `+`: words of the language, which no relation may be called by.
    fn effect(&mut self, used: &Use, direction: StatedSign) -> Option<Reading> {
        let stated = if used.sign == StatedSign::ByRelation { direction } else { used.sign };
        match (stated, direction) {
            (StatedSign::Signed(stated), StatedSign::Signed(meant)) if stated != meant => {
                self.contradiction(used, Some(meant))
            }
            _ => Some(self.by_sign(stated.sign(), &used.written)),
        }
    }

    /// A relation of the vocabulary. The sign column goes before its sign: `causes` with `-` is no `causes`.
    fn of_vocabulary(&mut self, used: &Use, relation: RelationId, reversed: bool) -> Option<Reading> {
        let (written, sign) = (used.written.as_str(), self.schema.relation(relation).sign);
        match used.sign {
            StatedSign::Unsigned if sign.is_some() => Some(self.by_sign(None, written)),
            StatedSign::Signed(stated) if sign != Some(stated) => {
                let id = &self.schema.relation(relation).id;
                if reversed || id == POSITIVE || id == NEGATIVE {
                    return self.contradiction(used, sign);
                }
                let relation = self.own(&VerbForms::of(written).signed(stated), Some(stated), Aspect::Abundance);
                Some(self.reading(relation, false, written))
            }
            _ => Some(self.reading(relation, reversed, written)),
        }
    }

    /// A relation that only the files know: it has the sign of its rows.
    fn unknown(&mut self, used: &Use) -> Option<Reading> {
        let written = used.written.as_str();
        let occurs = |sign| self.uses.uses(written, sign);
        let (positive, negative) = (occurs(Sign::Positive), occurs(Sign::Negative));
        let forms = VerbForms::of(written);
        match used.sign {
            StatedSign::ByRelation => {
                self.report_unknown(used);
                return None;
            }
            StatedSign::Unsigned if positive || negative => return Some(self.by_sign(None, written)),
            sign if is_reserved(&fold(written)) => return Some(self.by_sign(sign.sign(), written)),
            _ => {}
        }
        let sign = used.sign.sign();
        let forms = match sign {
            Some(sign) if positive && negative => forms.signed(sign),
            _ => forms,
        };
        let relation = self.own(&forms, sign, Aspect::Abundance);
        Some(self.reading(relation, false, written))
    }

    fn reading(&self, relation: RelationId, reversed: bool, written: &str) -> Reading {
        let called = self.schema.relation(relation).verbs.first().is_some_and(|verb| {
            let folded = fold(written);
            folded == fold(&verb.base) || folded == fold(&verb.third)
        });
        let note = if written.is_empty() || called { String::new() } else { format!("stated as `{written}`") };
        Reading { relation, reversed, note }
    }

    /// The relation that the vocabulary calls so, and whether it is read from the object.
    fn relation_called(&self, written: &str) -> Option<(RelationId, bool)> {
        let words = written.replace('_', " ");
        self.known.lookup(Namespace::Verbs, &words).into_iter().find_map(|named| match named {
            Named::Verb(relation, form) => Some((relation, matches!(form, VerbForm::Passive | VerbForm::Inverse))),
            Named::Entity(_) | Named::Variant(_) | Named::Kind(_) => None,
        })
    }

    /// The relation of these forms; one that the schema has with another sign keeps its name, and this gets an adverb.
    fn own(&mut self, forms: &VerbForms, sign: Option<Sign>, aspect: Aspect) -> RelationId {
        let taken = self.schema.relations.get(&forms.third).is_some_and(|known| known.sign != sign);
        match sign {
            Some(sign) if taken => self.own(&forms.clone().signed(sign), Some(sign), aspect),
            None if taken => self.related(),
            _ => self.add(&forms.third, sign, aspect, forms.clone().into_verb()),
        }
    }

    fn add(&mut self, id: &str, sign: Option<Sign>, aspect: Aspect, mut verb: Verb) -> RelationId {
        if let Some(known) = self.schema.relation_id(id) {
            return known;
        }
        if is_reserved(&fold(&verb.passive)) || !self.known.lookup(Namespace::Verbs, &verb.passive).is_empty() {
            verb.passive.clear();
        }
        let relation = Relation {
            id: id.to_owned(),
            sign,
            aspect,
            inverse: verb.passive.clone(),
            verbs: vec![verb],
            subjects: Vec::new(),
            objects: Vec::new(),
            inherited: sign.is_some(),
            symmetric: false,
            role: Role::Plain,
        };
        RelationId::from_index(self.schema.relations.insert_full(id.to_owned(), relation).0)
    }

    /// Lets a question use the file's word for a relation.
    fn add_alias(&mut self, relation: RelationId, written: &str) {
        let verb = VerbForms::of(written).into_verb();
        let taken = |form: &String| is_reserved(&fold(form)) || !self.known.lookup(Namespace::Verbs, form).is_empty();
        if [&verb.base, &verb.third, &verb.passive].into_iter().any(taken) {
            return;
        }
        if let Some((_, relation)) = self.schema.relations.get_index_mut(relation.index())
            && !relation.verbs.contains(&verb)
        {
            relation.verbs.push(verb);
        }
    }

    fn contradiction(&self, used: &Use, meant: Option<Sign>) -> Option<Reading> {
        let stated = used.sign.sign().map_or("0", Sign::as_str);
        let meant = meant.map_or("0", Sign::as_str);
        let message = format!("`{}` means `{meant}`, the sign column says `{stated}`", used.written);
        self.log.report(used.first, Code::WrongValue, message, |fault| {
            fault.label(format!("so in {}", counted(used.rows, "row"))).help("correct the one or the other")
        });
        None
    }

    fn report_unknown(&self, used: &Use) {
        let written = &used.written;
        let message = format!("nothing says what `{written}` means ({})", counted(used.rows, "row"));
        let known = self.schema.relations.values().flat_map(|relation| relation.verbs.iter());
        let near = self.log.nearest(written, known.map(|verb| verb.third.as_str()));
        self.log.report(used.first, Code::UnknownRelation, message, |fault| {
            fault
                .help(format!(
                    "add a `sign` column, or put these lines with the right sign into `{}`:",
                    self.mapping.file
                ))
                .help(format!("[relation.{}]", toml::Value::String(written.clone())))
                .help("sign = \"+\" or \"-\"")
                .help("aspect = \"abundance\"")
                .suggest(near)
        });
    }
}

/// What an effect verb in any active form says, or a sign in its place; none where the word is neither.
fn direction_of(written: &str) -> Option<StatedSign> {
    if let Some(sign @ StatedSign::Signed(_)) = StatedSign::read(written) {
        return Some(sign);
    }
    let folded = fold(written);
    let verb = EFFECT_VERBS.iter().find(|verb| folded == verb.base || folded == verb.third)?;
    Some(verb.direction.map_or(StatedSign::Unsigned, StatedSign::Signed))
}
