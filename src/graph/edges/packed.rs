//! Edges as columns and encoded records, pushed one by one.

use rustc_hash::FxHashMap;

use super::details::{EdgeDetails, Manner};
use super::lines::{LineWriter, Lines};
use crate::graph::storage::{Bounds, Cells, Column, Label, RecordWriter, Records, encode};
use crate::graph::{ContextScope, Edge, EdgeId, EntityId, RelationId, Schema, SourceId};

/// What is said of packed edges beyond their ends and labels.
#[derive(Debug)]
pub struct PackedDetails {
    /// For each edge the position of its details, from 1; 0: it has none of its own. Empty: no edge has any.
    pub(in crate::graph) details: Column<u32>,
    pub(in crate::graph) records: Records<EdgeDetails>,
    /// For each edge the position of what is remarked of its relation, from 1; 0: nothing. Empty: of no edge anything.
    pub(in crate::graph) remarks: Column<u32>,
    pub(in crate::graph) remark_texts: Vec<String>,
    pub(in crate::graph) lines: Lines,
    pub(in crate::graph) decoded: Cells<Edge>,
}

impl PackedDetails {
    /// Whether the columns speak of so many edges.
    pub(super) fn fit(&self, edges: usize) -> bool {
        let fits = |column: &Column<u32>| column.is_empty() || column.len() == edges;
        fits(&self.details) && fits(&self.remarks)
    }

    /// Whether every record is one, every number has what it stands for, and runs of lines follow each other.
    /// O(edges + records).
    pub(in crate::graph) fn are_sound(&self, bounds: &Bounds) -> bool {
        (0..self.records.len()).for_each(|position| {
            self.records.read(position, bounds);
        });
        let most = |column: &Column<u32>| column.iter().max().map_or(0, |&most| most as usize);
        most(&self.details) <= self.records.len()
            && most(&self.remarks) <= self.remark_texts.len()
            && self.lines.are_sound(bounds)
            && !bounds.is_damaged()
    }

    /// The position of an edge's own details.
    pub(super) fn own(&self, edge: EdgeId) -> Option<usize> {
        (*self.details.as_slice().get(edge.index())? as usize).checked_sub(1)
    }

    /// An edge's own details, decoded anew.
    pub(super) fn own_details(&self, edge: EdgeId, bounds: &Bounds) -> Option<EdgeDetails> {
        self.own(edge).map(|position| self.records.read(position, bounds))
    }

    /// What is remarked of an edge's relation.
    pub(super) fn remark(&self, edge: EdgeId, bounds: &Bounds) -> Option<&str> {
        let position = (*self.remarks.as_slice().get(edge.index())? as usize).checked_sub(1)?;
        let remark = self.remark_texts.get(position);
        if remark.is_none() {
            bounds.note_damage();
        }
        remark.map(String::as_str)
    }

    /// What is said of an edge, decoded anew.
    pub(in crate::graph) fn read(&self, edge: EdgeId, bounds: &Bounds) -> EdgeDetails {
        let mut details = self.own_details(edge, bounds).unwrap_or_default();
        if let Some(remark) = self.remark(edge, bounds) {
            if !details.note.is_empty() {
                details.note.push_str("; ");
            }
            details.note.push_str(remark);
        }
        if details.evidence.is_empty() {
            let evidence = self.lines.evidence(edge).filter(|evidence| bounds.holds_source(evidence.source));
            if evidence.is_none() {
                bounds.note_damage();
            }
            details.evidence.extend(evidence);
        }
        details
    }
}

/// What the rows of one use of a relation turned out to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseMeaning {
    /// The relation.
    pub relation: RelationId,
    /// The row's subject is the edge's object: `stimulated by`.
    pub reversed: bool,
    /// What is remarked of each of its edges; empty: nothing.
    pub note: String,
}

/// How many details that differ are remembered, to keep what is said again and again once.
const REMEMBERED: usize = 1 << 20;

/// Edges that are pushed as they are read: twelve bytes each, and what is said of them as encoded records, the same only
/// once. Their relations are told at the end, because what a word means may depend on all its rows.
#[derive(Debug, Default)]
pub struct PackedEdges {
    pub(super) subjects: Vec<u32>,
    pub(super) objects: Vec<u32>,
    /// The use of a relation of each edge, in the place of its label.
    pub(super) uses: Vec<Label>,
    pub(super) details: Vec<u32>,
    records: RecordWriter,
    manners: Vec<Manner>,
    /// Records by their hashes.
    known: FxHashMap<u64, u32>,
    scratch: Vec<u8>,
    pub(super) lines: LineWriter,
    file: SourceId,
    /// Whether an edge is optional or a short form.
    irregular: bool,
    /// The context keys that edges have.
    context_keys: Vec<String>,
}

impl PackedEdges {
    /// The source that the edges pushed from now on are read from: what they rest on where they cite nothing.
    pub fn begin_file(&mut self, file: SourceId) {
        self.file = file;
    }

    /// How many edges there are so far.
    pub fn len(&self) -> usize {
        self.subjects.len()
    }

    /// Whether there is none so far.
    pub fn is_empty(&self) -> bool {
        self.subjects.is_empty()
    }

    /// Adds an edge of a use of a relation (a number below 2^25, which a meaning is given for at the end), which stands at
    /// a line of the file. O(1), and O(bytes) in what is said of it.
    pub fn push(
        &mut self,
        subject: EntityId,
        used: u32,
        object: EntityId,
        details: Option<&EdgeDetails>,
        line: u64,
    ) -> EdgeId {
        let edge = EdgeId::from_index(self.len());
        self.subjects.push(subject.0);
        self.objects.push(object.0);
        self.uses.push(Label::new(RelationId(used), None));
        let own = details.map_or(0, |details| self.record(details));
        if own > 0 || !self.details.is_empty() {
            self.details.resize(edge.index(), 0);
            self.details.push(own);
        }
        if details.is_none_or(|details| details.evidence.is_empty()) {
            self.lines.push(edge, self.file, line);
        }
        edge
    }

    /// The position, from 1, of a record of these details: an earlier one, or a new one.
    fn record(&mut self, details: &EdgeDetails) -> u32 {
        let mut bytes = std::mem::take(&mut self.scratch);
        bytes.clear();
        encode(details, &mut bytes);
        let hash = xxhash_rust::xxh3::xxh3_64(&bytes);
        let known = self.known.get(&hash).copied();
        let position = match known.filter(|&known| self.records.bytes_of(known as usize) == Some(&bytes)) {
            Some(known) => known,
            None => self.add_record(details, &bytes, hash),
        };
        self.scratch = bytes;
        position + 1
    }

    fn add_record(&mut self, details: &EdgeDetails, bytes: &[u8], hash: u64) -> u32 {
        let position = EdgeId::from_index(self.records.len()).0;
        self.records.push_encoded(bytes);
        self.manners.push(details.manner());
        self.irregular |= details.optional || !details.through.is_empty();
        for key in details.context.0.keys() {
            if !self.context_keys.contains(key) {
                self.context_keys.push(key.clone());
            }
        }
        if self.known.len() < REMEMBERED {
            self.known.insert(hash, position);
        }
        position
    }

    /// Whether each edge is what it says for its subject alone, whatever the setting.
    pub(super) fn are_regular(&self, schema: &Schema) -> bool {
        let binds =
            |key: &String| schema.contexts.get(key).is_some_and(|declared| declared.scope != ContextScope::Annotation);
        !self.irregular && !self.context_keys.iter().any(binds)
    }

    /// How an edge is stated.
    pub(super) fn manner(&self, edge: usize) -> Manner {
        let own = self.details.get(edge).and_then(|&own| (own as usize).checked_sub(1));
        own.and_then(|own| self.manners.get(own)).copied().unwrap_or(Manner::PLAIN)
    }

    /// What is remarked of the edges of each use, for each edge. Reads the uses before labels take their place.
    pub(super) fn remarks(&self, meanings: &[UseMeaning]) -> (Vec<u32>, Vec<String>) {
        let mut texts: Vec<String> = Vec::new();
        let mut remark_of = |meaning: &UseMeaning| {
            if meaning.note.is_empty() {
                return 0;
            }
            let known = texts.iter().position(|text| *text == meaning.note).unwrap_or_else(|| {
                texts.push(meaning.note.clone());
                texts.len() - 1
            });
            EdgeId::from_index(known + 1).0
        };
        let of_use: Vec<u32> = meanings.iter().map(&mut remark_of).collect();
        if texts.is_empty() {
            return (Vec::new(), texts);
        }
        let remark = |used: &Label| of_use.get(used.relation().index()).copied().unwrap_or(0);
        (self.uses.iter().map(remark).collect(), texts)
    }

    /// The details of so many edges, once labels are made.
    pub(super) fn into_details(self, count: usize, remarks: Vec<u32>, remark_texts: Vec<String>) -> PackedDetails {
        let mut details = self.details;
        if !details.is_empty() {
            details.resize(count, 0);
        }
        PackedDetails {
            details: details.into(),
            records: self.records.finish(),
            remarks: remarks.into(),
            remark_texts,
            lines: self.lines.finish(),
            decoded: Cells::new(count),
        }
    }
}
