//! Where the records of every streamed format come in.
//!
//! A reader of a format pushes what it finds into one [`Intake`], record by record: entities, edges, and what is wrong.
//! The intake looks names up, counts how relations are used, and keeps a few numbers a row; what a relation means is
//! decided at the end, when the signs of all its rows are known.
//!
//! ```text
//! intake.begin("model.tsv");                          // which file is read
//! intake.entity(&EntityRecord { id: …, name: …, .. });
//! intake.edge(&EdgeRecord { subject: …, relation: …, object: …, .. });
//! intake.fault(place, Code::RaggedRow, "…");          // the row is left out, or refuses the graph
//! intake.finish()                                     // the graph and its warnings, or every fault
//! ```

mod contexts;
mod entities;
mod finish;
mod identifiers;
mod interner;
mod kinds;
mod ledger;
mod mapping;
mod meaning;
mod place;
mod record;
mod relations;
mod sign;
mod sources;
mod strictness;
mod uses;
mod verbs;

use rustc_hash::FxHashMap;

use self::entities::{About, Added, Entities, Meaning};
use self::ledger::{Ledger, Weight};
use self::mapping::{MappedKind, Mapping};
use self::meaning::RelationMeaning;
use self::sources::Sources;
use self::uses::Uses;
use super::TextFile;
use super::input::{self, Meter};
use super::options::{Advance, OpenOptions, Stage};
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::{
    Context, Directness, EdgeDetails, EntityId, Evidence, KindId, Names, PackedEdges, Schema, SourceId, fold,
};

pub(in crate::formats) use entities::one_line;
pub(in crate::formats) use interner::Interner;
pub use mapping::COLUMNS;
pub(in crate::formats) use mapping::OWN_PREFIX;
pub use place::Place;
pub use record::{EdgeRecord, EntityRecord, EvidenceRecord};
pub(in crate::formats) use sign::KNOWN as KNOWN_SIGNS;
pub use sign::StatedSign;
pub use strictness::Strictness;
pub(in crate::formats) use uses::UseId;

/// After how many records it is asked whether to go on, and told how far reading has come.
const PULSE: u64 = 4096;

/// Takes records in and makes a graph of them.
pub struct Intake {
    options: OpenOptions,
    schema: Schema,
    mapping: Mapping,
    /// The ready mappings that formats imply.
    implied: Vec<String>,
    /// The verbs of the vocabulary.
    known_verbs: Names,
    /// What words for relations mean, as far as readers have asked.
    meanings: FxHashMap<String, Option<RelationMeaning>>,
    /// The kinds that files name, by their very words.
    kinds: FxHashMap<String, Option<KindId>>,
    quantity: KindId,
    entities: Entities,
    /// Whether some file says which entities there are, so that an edge to any other is a fault.
    nodes_declare: bool,
    nodes_anywhere: bool,
    uses: Uses,
    sources: Sources,
    edges: PackedEdges,
    /// How many edges each use has.
    counts: Vec<u64>,
    /// The current file as a source, once an edge rests on it.
    file: Option<SourceId>,
    /// The line of the last edge of the current file.
    last_line: Option<u64>,
    ledger: Ledger,
    stems: Vec<String>,
    advance: Advance,
    meter: Meter,
    records: u64,
}

impl Intake {
    /// An intake for graphs whose files use the kinds and relations of a vocabulary without saying what they mean.
    pub fn new(options: &OpenOptions, vocabulary: Schema) -> Self {
        let mut schema = relations::for_any_kind(vocabulary);
        let quantity = kinds::quantity(&mut schema);
        Self {
            options: options.clone(),
            mapping: Mapping::default(),
            implied: Vec::new(),
            known_verbs: Names::of_vocabulary(&schema),
            meanings: FxHashMap::default(),
            schema,
            kinds: FxHashMap::default(),
            quantity,
            entities: Entities::default(),
            nodes_declare: false,
            nodes_anywhere: false,
            uses: Uses::default(),
            sources: Sources::default(),
            edges: PackedEdges::default(),
            counts: Vec::new(),
            file: None,
            last_line: None,
            ledger: Ledger::default(),
            stems: Vec::new(),
            advance: Advance::default(),
            meter: Meter::default(),
            records: 0,
        }
    }

    /// The file that is read from now on: places are places in it, and rows that cite nothing cite it. Faults are told in
    /// the order in which files first began.
    pub fn begin(&mut self, file: &str) {
        self.ledger.begin(file);
        (self.file, self.last_line) = (None, None);
    }

    /// Takes in what a mapping file says of relations and columns. Its faults refuse the graph in either mode.
    pub fn map(&mut self, file: &TextFile) {
        self.ledger.begin(&file.name);
        let faults = self.mapping.read(file, &self.schema);
        self.ledger.extend(faults, Weight::Whole);
    }

    /// Names the mapping file to put more into, where none is read.
    pub fn mapping_would_be(&mut self, file: impl Into<String>) {
        if self.mapping.file.is_empty() {
            self.mapping.file = file.into();
        }
    }

    /// What the options, or else a mapping file, call a column of a table.
    pub fn column(&self, column: &str) -> Option<&str> {
        let given = self.options.columns.iter().find(|(name, _)| name == column);
        given.map(|(_, title)| title.as_str()).or_else(|| self.mapping.column(column))
    }

    /// Adds to the name of the graph: the stem of a file with edges, say.
    pub fn name(&mut self, stem: &str) {
        self.stems.push(stem.to_owned());
    }

    /// Says that the file's entities may stand after or among its edges. Then an edge may name what no record declares:
    /// it is an entity that nothing more is known of.
    pub fn nodes_may_follow(&mut self) {
        self.nodes_anywhere = true;
    }

    /// Takes an entity in. An id that another entity has is a fault; a name that another has is told, and edges must
    /// then use ids.
    pub fn entity(&mut self, record: &EntityRecord<'_>) {
        self.pulse();
        let (id, name) = (one_line(record.id), one_line(record.name));
        let name = if name.is_empty() { id.clone() } else { name };
        let key = if id.is_empty() { name.clone() } else { id.clone() };
        if fold(&name).is_empty() {
            self.nameless(&name, record.place);
            return;
        }
        let mut kinds: Vec<KindId> = Vec::with_capacity(record.kinds.len());
        for kind in record.kinds {
            kinds.extend(self.kind(kind, record.place).filter(|kind| !kinds.contains(kind)));
        }
        let synonyms = record.synonyms.iter().map(|synonym| one_line(synonym));
        let synonyms = synonyms.filter(|synonym| !fold(synonym).is_empty() && *synonym != name).collect();
        let xrefs = record.xrefs.iter().map(|&xref| xref.to_owned()).collect();
        // They may be declared further down.
        let pools = record.pools.iter().filter_map(|pool| self.entities.named(pool).0.entity()).collect();
        let about = About { name, kinds, synonyms, xrefs, definition: one_line(record.definition), pools };
        self.nodes_declare = true;
        match self.entities.describe(&key, about) {
            Added::New(shared) => {
                for name in shared {
                    let message = format!("`{name}` is the name of something else too");
                    let help = "edges and questions must call them by their ids";
                    self.ledger
                        .add(Weight::Remark, record.place, Code::DuplicateName, message, |fault| fault.help(help));
                }
            }
            Added::Taken => {
                let code = if id.is_empty() { Code::DuplicateName } else { Code::DuplicateId };
                self.fault(record.place, code, format!("`{key}` stands for something else already"));
            }
        }
    }

    /// Takes an edge in.
    pub fn edge(&mut self, record: &EdgeRecord<'_>) {
        self.pulse();
        let (subject, object) = (self.named(record.subject, record.place), self.named(record.object, record.place));
        let relation = one_line(record.relation);
        if relation.is_empty() && record.sign == StatedSign::ByRelation {
            self.report(record.place, Code::WrongValue, "no relation is given", |fault| {
                fault.help("name one, or state a sign")
            });
            return;
        }
        let (Some(subject), Some(object)) = (subject, object) else {
            return;
        };
        let file = self.ledger.current();
        let used = self.uses.id(&relation, record.sign, record.aspect, file, record.place);
        self.push_detailed(subject, used, object, record);
    }

    /// Notes a fault: what is there at the place is left out, and in strict mode the graph is refused.
    pub fn fault(&mut self, place: Place<'_>, code: Code, message: impl Into<String>) {
        self.report(place, code, message, |fault| fault);
    }

    /// Notes a fault as [`Self::fault`] does, with a label, help or suggestions.
    pub fn report(
        &mut self,
        place: Place<'_>,
        code: Code,
        message: impl Into<String>,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        self.ledger.add(Weight::Row, place, code, message, complete);
    }

    /// Notes that a line holds bytes that are no text.
    pub fn not_text(&mut self, place: Place<'_>) {
        self.report(place, Code::NotText, "this is no UTF-8 text", |fault| {
            fault.help("save the file as UTF-8, without NUL bytes")
        });
    }

    /// Notes that a line is longer than is read.
    pub fn too_long(&mut self, place: Place<'_>) {
        self.report(place, Code::TooLong, "this line is longer than is read (64 MB)", |fault| {
            fault.help("is this one record a line? in a table, a quote that opens in this line may never be closed")
        });
    }

    /// Notes that a file holds a value which is longer than is read, and is read no further.
    pub fn value_too_long(&mut self, place: Place<'_>) {
        self.refuse(place, Code::TooLong, "one value here is longer than is read (64 MB)", |fault| {
            fault.help("is the file whole? a quote or an element that opens here may never be closed")
        });
    }

    /// Notes what should be known of the graph and refuses it in neither mode.
    pub fn remark(&mut self, place: Place<'_>, code: Code, message: impl Into<String>) {
        self.ledger.add(Weight::Remark, place, code, message, |fault| fault);
    }

    /// Notes a fault that leaves no graph, whatever the mode: a table without the columns that it needs.
    pub fn refuse(
        &mut self,
        place: Place<'_>,
        code: Code,
        message: impl Into<String>,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        self.ledger.add(Weight::Whole, place, code, message, complete);
    }

    /// Notes why a file is read no further. What was read of it is kept where only its end is missing and faults are
    /// forgiven.
    pub(in crate::formats) fn unreadable(&mut self, error: &std::io::Error) {
        let cut_short = error.kind() == std::io::ErrorKind::UnexpectedEof;
        let weight = if cut_short { Weight::Cut } else { Weight::Whole };
        let fault = input::explained(error);
        let last = self.last_line;
        self.ledger.add(weight, Place::default(), fault.code, fault.message, |plain| {
            let plain = fault.help.into_iter().fold(plain, Diagnostic::help);
            match last {
                Some(line) if cut_short => plain.help(format!("the last good line is {}", ledger::grouped(line))),
                _ => plain,
            }
        });
    }

    /// Notes that the current file is of no known format.
    pub(in crate::formats) fn unknown_format(&mut self, known: &[&str]) {
        let known = format!("known formats: TOML, {}", known.join(", "));
        self.refuse(Place::default(), Code::Io, "this file is of no known format", |fault| fault.help(known));
    }

    /// Has progress told by what a meter counts, out of a number of bytes.
    pub(in crate::formats) fn meter(&mut self, meter: &Meter, total: u64) {
        self.meter = meter.clone();
        self.advance.total = total;
        self.tell(Stage::Reading);
    }

    /// Whether reading should go on. Inputs ask it themselves; this is for long work between two reads.
    ///
    /// # Errors
    /// Once the options' token is cancelled.
    pub fn check(&self) -> std::io::Result<()> {
        input::stopped(&self.options.cancel)
    }

    /// Counts a record, and tells from time to time how far reading has come.
    fn pulse(&mut self) {
        self.records += 1;
        if self.records.is_multiple_of(PULSE) {
            self.tell(Stage::Reading);
        }
    }

    fn tell(&self, stage: Stage) {
        let bytes = self.meter.bytes();
        self.options.progress.tell(Advance { bytes, rows: self.records, stage, ..self.advance });
    }

    /// The entity that a row names; a fault where it names none.
    pub(in crate::formats) fn named(&mut self, spelling: &str, place: Place<'_>) -> Option<EntityId> {
        let (meaning, new) = self.entities.named(spelling);
        match meaning {
            Meaning::Id(id) | Meaning::Name(id) => {
                if new && self.nodes_declare && !self.nodes_anywhere {
                    self.undeclared(spelling, place);
                }
                Some(id)
            }
            Meaning::Shared => {
                let message = format!("several entities are called `{spelling}`");
                self.report(place, Code::Ambiguous, message, |fault| {
                    fault.help("name the one that is meant by its id")
                });
                None
            }
            Meaning::Nothing => {
                self.nameless(&one_line(spelling), place);
                None
            }
        }
    }
}

impl Intake {
    /// What an edge says besides its ends and relation; none where that is faulty.
    fn details(&mut self, record: &EdgeRecord<'_>) -> Option<EdgeDetails> {
        let mut context = Context::default();
        for (key, value) in record.context.iter().map(|(key, value)| (key.trim(), value.trim())) {
            if !self.allows(key, value, record.place) {
                return None;
            }
            // Several values of one key are one value, so that none is lost.
            let said = context.0.entry(key.to_owned()).or_default();
            if said.is_empty() {
                value.clone_into(said);
            } else if !said.split(", ").any(|known| known == value) {
                said.push_str(", ");
                said.push_str(value);
            }
        }
        let evidence = record.evidence.iter().map(|cited| Evidence {
            source: self.sources.called(cited.source),
            section: cited.section.to_owned(),
            reference: None,
            certainty: cited.certainty,
            note: cited.note.to_owned(),
        });
        let evidence = evidence.collect();
        let note = record.note.to_owned();
        let directness = record
            .background
            .map_or(Directness::Direct, |background| Directness::Documented { background: background.to_owned() });
        let through = record.through.iter().map(|inner| self.named(inner, record.place));
        let through = through.collect::<Option<Vec<_>>>()?;
        Some(EdgeDetails {
            directness,
            negated: record.negated,
            followed: !record.listed,
            optional: record.optional,
            through,
            strength: record.strength,
            context,
            evidence,
            note,
            ..EdgeDetails::default()
        })
    }

    /// The kind that a file calls so; a fault where nothing can be called so.
    fn kind(&mut self, name: &str, place: Place<'_>) -> Option<KindId> {
        if name.trim().is_empty() {
            return None;
        }
        if let Some(&known) = self.kinds.get(name) {
            return known;
        }
        let kind = match self.mapping.kind(name) {
            Some(MappedKind::General) => None,
            Some(mapped) => kinds::mapped(&mut self.schema, mapped),
            None => {
                let word = self.mapping.without_prefix(name).trim();
                let kind = kinds::called(&mut self.schema, word);
                if kind.is_none() {
                    let message = format!("no kind can be called `{name}`: it is a word of the language");
                    self.mend(place, Code::WrongValue, message, |fault| fault);
                    return None;
                }
                kind
            }
        };
        self.kinds.insert(name.to_owned(), kind);
        kind
    }

    /// Whether a kind can be called so; else a fault.
    pub(in crate::formats) fn allows_kind<'t>(&mut self, name: &str, place: impl FnOnce() -> Place<'t>) -> bool {
        self.kinds.contains_key(name) || self.kind(name, place()).is_some() || self.kinds.contains_key(name)
    }

    /// The use of a relation word, where a row had it already.
    pub(in crate::formats) fn known_use(&self, written: &str, sign: StatedSign) -> Option<UseId> {
        self.uses.known(written, sign, None)
    }

    /// The use of a relation word; `place` is kept if this is its first row.
    pub(in crate::formats) fn used(&mut self, written: &str, sign: StatedSign, place: Place<'_>) -> UseId {
        self.uses.id(written, sign, None, self.ledger.current(), place)
    }

    /// Takes an edge in that says nothing besides its ends and its relation.
    pub(in crate::formats) fn push(&mut self, subject: EntityId, used: UseId, object: EntityId, line: u64) {
        self.add(subject, used, object, None, line);
    }

    /// Takes an edge in with what its record says besides its ends and its relation.
    pub(in crate::formats) fn push_detailed(
        &mut self,
        subject: EntityId,
        used: UseId,
        object: EntityId,
        record: &EdgeRecord<'_>,
    ) {
        if let Some(details) = self.details(record) {
            let details = (details != EdgeDetails::default()).then_some(details);
            self.add(subject, used, object, details.as_ref(), record.place.line);
        }
    }

    fn add(&mut self, subject: EntityId, used: UseId, object: EntityId, details: Option<&EdgeDetails>, line: u64) {
        if self.file.is_none() && details.is_none_or(|details| details.evidence.is_empty()) {
            let file = self.sources.called(without_folder(self.ledger.file_name(self.ledger.current())));
            self.edges.begin_file(file);
            self.file = Some(file);
        }
        self.edges.push(subject, used.0, object, details, line);
        self.last_line = Some(line);
        if self.counts.len() <= used.0 as usize {
            self.counts.resize(used.0 as usize + 1, 0);
        }
        if let Some(count) = self.counts.get_mut(used.0 as usize) {
            *count += 1;
        }
    }

    /// How many threads may read.
    pub(in crate::formats) fn threads(&self) -> usize {
        match self.options.threads {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            threads => threads,
        }
    }

    /// Tells how far reading has come after some rows.
    ///
    /// # Errors
    /// Once the options' token is cancelled.
    pub(in crate::formats) fn pulse_rows(&mut self, rows: u64) -> std::io::Result<()> {
        self.records += rows;
        self.tell(Stage::Reading);
        input::stopped(&self.options.cancel)
    }

    fn nameless(&mut self, name: &str, place: Place<'_>) {
        let message = if name.is_empty() {
            "a name is missing".to_owned()
        } else {
            format!("`{name}` holds no letter to call it by")
        };
        self.fault(place, Code::WrongValue, message);
    }

    fn undeclared(&mut self, spelling: &str, place: Place<'_>) {
        let message = format!("no node is declared as `{spelling}`");
        self.mend(place, Code::UnknownName, message, |fault| {
            fault.help("add it to the nodes, or read with `--lenient`: then the edge declares it")
        });
    }

    /// Notes a fault that costs no row where faults are forgiven.
    fn mend(
        &mut self,
        place: Place<'_>,
        code: Code,
        message: impl Into<String>,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let weight = match self.options.strictness {
            Strictness::Strict => Weight::Row,
            Strictness::Lenient => Weight::Remark,
        };
        self.ledger.add(weight, place, code, message, complete);
    }
}

fn without_folder(file: &str) -> &str {
    std::path::Path::new(file).file_name().and_then(std::ffi::OsStr::to_str).unwrap_or(file)
}
