//! What the relations of rows mean: by the mapping file, by the vocabulary, or by the stated sign alone.

use super::ledger::{Ledger, Weight, grouped};
use super::mapping::{Mapped, Mapping, Meant, Own};
use super::sign::StatedSign;
use super::uses::{Use, Uses};
use super::verbs::VerbForms;
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::names::VerbForm;
use crate::graph::reserved::is_reserved;
use crate::graph::{
    Aspect, EFFECT_VERBS, Named, Names, Namespace, Relation, RelationId, Role, Schema, Sign, UseMeaning, Verb, fold,
};

/// The relations of rows that name none.
const POSITIVE: &str = "stimulates";
const NEGATIVE: &str = "inhibits";
const ACTIVATING: &str = "activates";
const BLOCKING: &str = "blocks";
const UNSIGNED: &str = "related to";

/// The vocabulary for entities of any kind: a quantity may be an enzyme or a reaction, the files do not say.
pub(super) fn for_any_kind(mut vocabulary: Schema) -> Schema {
    for relation in vocabulary.relations.values_mut() {
        relation.subjects.clear();
        relation.objects.clear();
    }
    vocabulary
}

/// Reads every use, of which `counts` tells the rows, adding to the schema the relations that it lacks. What has no
/// meaning is a fault.
pub(super) fn settle(
    uses: &Uses,
    counts: &[u64],
    mapping: &Mapping,
    schema: &mut Schema,
    ledger: &mut Ledger,
) -> Vec<Option<UseMeaning>> {
    let known = Names::of_vocabulary(schema);
    let mut settling = Settling { uses, mapping, known, schema, ledger, rows: 0 };
    let counts = counts.iter().copied().chain(std::iter::repeat(0));
    let read = |(used, rows)| {
        settling.rows = rows;
        settling.read(used)
    };
    uses.iter().zip(counts).map(read).collect()
}

struct Settling<'a> {
    uses: &'a Uses,
    mapping: &'a Mapping,
    /// The verbs of the vocabulary.
    known: Names,
    schema: &'a mut Schema,
    ledger: &'a mut Ledger,
    /// How many rows have the use that is being read.
    rows: u64,
}

impl Settling<'_> {
    fn read(&mut self, used: &Use) -> Option<UseMeaning> {
        let written = used.written.as_str();
        if written.is_empty() {
            return Some(self.by_sign(used, used.sign.sign()));
        }
        if let Some(mapped) = self.mapping.of(written) {
            return self.mapped(used, mapped);
        }
        let word = self.mapping.without_prefix(written);
        if let Some(direction) = direction_of(word) {
            return self.effect(used, direction);
        }
        match self.relation_called(word) {
            Some((relation, reversed)) => self.of_vocabulary(used, relation, reversed),
            None => self.unknown(used),
        }
    }

    /// The relation of rows that only state a sign.
    fn by_sign(&mut self, used: &Use, sign: Option<Sign>) -> UseMeaning {
        let aspect = used.aspect.unwrap_or(Aspect::Abundance);
        let relation = match (sign, aspect) {
            (Some(Sign::Positive), Aspect::Abundance) => self.own(&VerbForms::of(POSITIVE), sign, aspect),
            (Some(Sign::Negative), Aspect::Abundance) => self.own(&VerbForms::of(NEGATIVE), sign, aspect),
            (Some(Sign::Positive), Aspect::Activity) => self.own(&VerbForms::of(ACTIVATING), sign, aspect),
            (Some(Sign::Negative), Aspect::Activity) => self.own(&VerbForms::of(BLOCKING), sign, aspect),
            (None, _) => self.related(),
        };
        self.reading(relation, false, &used.written)
    }

    fn related(&mut self) -> RelationId {
        let verb = Verb { base: format!("be {UNSIGNED}"), third: format!("is {UNSIGNED}"), passive: String::new() };
        self.add(UNSIGNED, None, Aspect::Activity, verb)
    }

    fn mapped(&mut self, used: &Use, mapped: &Mapped) -> Option<UseMeaning> {
        let (sign, written) = (self.sign_of(&mapped.meant), used.written.as_str());
        match used.sign {
            StatedSign::Unsigned if sign.is_some() => return Some(self.by_sign(used, None)),
            StatedSign::Signed(stated) if sign != Some(stated) => return self.contradiction(used, sign),
            _ => {}
        }
        let relation = match &mapped.meant {
            Meant::As(relation) => {
                if !mapped.reversed {
                    self.add_alias(*relation, self.mapping.without_prefix(written));
                }
                *relation
            }
            Meant::Own(own) if own.by_its_word && is_reserved(&fold(written)) => {
                return Some(self.by_sign(used, sign));
            }
            Meant::Own(own) => self.of_mapping(own, used, mapped.reversed),
        };
        Some(self.reading(relation, mapped.reversed, written))
    }

    fn sign_of(&self, meant: &Meant) -> Option<Sign> {
        match meant {
            Meant::As(relation) => self.schema.relation(*relation).sign,
            Meant::Own(own) => own.sign,
        }
    }

    /// The relation that a mapping file describes; one of the vocabulary that has its verb and its sign is the same.
    fn of_mapping(&mut self, own: &Own, used: &Use, reversed: bool) -> RelationId {
        let by_word = || VerbForms::of(self.mapping.without_prefix(&used.written));
        let forms = if own.by_its_word && !reversed { by_word() } else { own.forms.clone() };
        if let Some((known, false)) = self.relation_called(&forms.third)
            && self.schema.relation(known).sign == own.sign
        {
            return known;
        }
        let count = self.schema.relations.len();
        let id = self.own(&forms, own.sign, used.aspect.unwrap_or(own.aspect));
        if let Some((name, relation)) = self.schema.relations.get_index_mut(id.index())
            && id.index() >= count
        {
            relation.symmetric = own.symmetric;
            relation.role = own.role;
            if !own.inverse.is_empty() {
                relation.inverse.clone_from(&own.inverse);
            } else if own.symmetric {
                relation.inverse.clone_from(name);
            }
        }
        id
    }

    /// `raises`, `lowers`, `affects`, `+`: words of the language, which no relation may be called by.
    fn effect(&mut self, used: &Use, direction: StatedSign) -> Option<UseMeaning> {
        let stated = if used.sign == StatedSign::ByRelation { direction } else { used.sign };
        match (stated, direction) {
            (StatedSign::Signed(stated), StatedSign::Signed(meant)) if stated != meant => {
                self.contradiction(used, Some(meant))
            }
            _ => Some(self.by_sign(used, stated.sign())),
        }
    }

    /// A relation of the vocabulary. The sign column goes before its sign: `causes` with `-` is no `causes`.
    fn of_vocabulary(&mut self, used: &Use, relation: RelationId, reversed: bool) -> Option<UseMeaning> {
        let written = used.written.as_str();
        let Relation { sign, aspect, .. } = *self.schema.relation(relation);
        match used.sign {
            StatedSign::Unsigned if sign.is_some() => Some(self.by_sign(used, None)),
            StatedSign::Signed(stated) if sign != Some(stated) => {
                let id = &self.schema.relation(relation).id;
                if reversed || id == POSITIVE || id == NEGATIVE {
                    return self.contradiction(used, sign);
                }
                let aspect = used.aspect.unwrap_or(Aspect::Abundance);
                let relation = self.own(&VerbForms::of(written).signed(stated), Some(stated), aspect);
                Some(self.reading(relation, false, written))
            }
            _ if !reversed && sign.is_some() && used.aspect.is_some_and(|stated| stated != aspect) => {
                Some(self.of_other_aspect(used, relation))
            }
            _ => Some(self.reading(relation, reversed, written)),
        }
    }

    /// A relation of the vocabulary that rows say of the other aspect of the object.
    fn of_other_aspect(&mut self, used: &Use, relation: RelationId) -> UseMeaning {
        let Relation { id, sign, .. } = self.schema.relation(relation);
        let sign = *sign;
        if id == POSITIVE || id == NEGATIVE {
            return self.by_sign(used, sign);
        }
        let relation = self.own(&VerbForms::of(&used.written), sign, used.aspect.unwrap_or(Aspect::Abundance));
        self.reading(relation, false, &used.written)
    }

    /// A relation that only the files know: it has the sign of its rows.
    fn unknown(&mut self, used: &Use) -> Option<UseMeaning> {
        let written = used.written.as_str();
        let occurs = |sign| self.uses.uses(written, sign);
        let (positive, negative) = (occurs(Sign::Positive), occurs(Sign::Negative));
        let forms = VerbForms::of(written);
        match used.sign {
            StatedSign::ByRelation => {
                self.report_unknown(used);
                return None;
            }
            StatedSign::Unsigned if positive || negative => return Some(self.by_sign(used, None)),
            sign if is_reserved(&fold(written)) => return Some(self.by_sign(used, sign.sign())),
            _ => {}
        }
        let sign = used.sign.sign();
        let forms = match sign {
            Some(sign) if positive && negative => forms.signed(sign),
            _ => forms,
        };
        let relation = self.own(&forms, sign, used.aspect.unwrap_or(Aspect::Abundance));
        Some(self.reading(relation, false, written))
    }

    fn reading(&self, relation: RelationId, reversed: bool, written: &str) -> UseMeaning {
        let word = self.mapping.without_prefix(written);
        let folded = fold(word);
        let meant = self.schema.relation(relation);
        let own = meant.verbs.first().into_iter().flat_map(|verb| [&verb.base, &verb.third, &verb.passive]);
        let called = own.chain([&meant.id, &meant.inverse]).any(|name| folded == fold(name));
        let note = if word.is_empty() || called { String::new() } else { format!("stated as `{word}`") };
        UseMeaning { relation, reversed, note }
    }

    /// The relation that the vocabulary calls so, and whether it is read from the object.
    fn relation_called(&self, written: &str) -> Option<(RelationId, bool)> {
        let words = written.replace('_', " ");
        self.known.lookup(Namespace::Verbs, &words).into_iter().find_map(|named| match named {
            Named::Verb(relation, form) => Some((relation, matches!(form, VerbForm::Passive | VerbForm::Inverse))),
            Named::Entity(_) | Named::Variant(_) | Named::Kind(_) => None,
        })
    }

    /// The relation of these forms; one that the schema has with another sign keeps its name, and this gets an adverb; one
    /// that it has of another aspect keeps it too, and this names its own.
    fn own(&mut self, forms: &VerbForms, sign: Option<Sign>, aspect: Aspect) -> RelationId {
        let known = self.schema.relations.get(&forms.third).map(|known| (known.sign, known.aspect));
        match (known, sign) {
            (Some((of_sign, _)), Some(sign)) if of_sign != Some(sign) => {
                self.own(&forms.clone().signed(sign), Some(sign), aspect)
            }
            (Some((Some(_), _)), None) => self.related(),
            (Some((_, of_aspect)), Some(_)) if of_aspect != aspect => {
                self.own(&forms.clone().of_aspect(aspect), sign, aspect)
            }
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

    fn contradiction(&mut self, used: &Use, meant: Option<Sign>) -> Option<UseMeaning> {
        let stated = used.sign.sign().map_or("0", Sign::as_str);
        let meant = meant.map_or("0", Sign::as_str);
        let message = format!("`{}` means `{meant}`, the sign column says `{stated}`", used.written);
        let fault = Diagnostic::new(Code::WrongValue, message);
        self.ledger.count(used.first.file, Weight::Row, used.first.place(), self.rows, fault, |fault| {
            fault.label(format!("so in {}", rows(self.rows))).help("correct the one or the other")
        });
        None
    }

    fn report_unknown(&mut self, used: &Use) {
        let written = &used.written;
        let message = format!("nothing says what `{written}` means ({})", rows(self.rows));
        let known = self.schema.relations.values().flat_map(|relation| relation.verbs.iter());
        let near = self.ledger.nearest(written, known.map(|verb| verb.third.as_str()));
        let into = self.mapping.file.as_str();
        let fault = Diagnostic::new(Code::UnknownRelation, message);
        self.ledger.count(used.first.file, Weight::Row, used.first.place(), self.rows, fault, |fault| {
            fault
                .help(format!("add a `sign` column, or put these lines with the right sign into `{into}`:"))
                .help(format!("[relation.{}]", toml::Value::String(written.clone())))
                .help("sign = \"+\" or \"-\"")
                .help("aspect = \"abundance\"")
                .suggest(near)
        });
    }
}

/// `1 row`, `2,000 rows`
fn rows(count: u64) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{} rows", grouped(count)) }
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
