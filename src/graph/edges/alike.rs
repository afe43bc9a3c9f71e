//! Edges that say the same become one edge with the evidence of all; edges of some uses are left out.

use fixedbitset::FixedBitSet;
use indexmap::IndexSet;
use rustc_hash::FxHashMap;

use super::details::EdgeDetails;
use super::lines::LineWriter;
use super::packed::{PackedDetails, PackedEdges, UseMeaning};
use super::{EdgeRecords, Edges};
use crate::graph::Directness;
use crate::graph::storage::{Bounds, Entry, Rows};
use crate::graph::{EdgeId, EntityId, RelationId};

impl PackedEdges {
    /// Only the edges of those uses that are kept, in their order. O(edges), in place.
    #[must_use]
    pub fn retaining(mut self, is_kept: impl Fn(u32) -> bool) -> Self {
        let lines = std::mem::take(&mut self.lines).finish();
        let mut kept_lines = LineWriter::default();
        let mut kept = 0;
        for edge in 0..self.len() {
            if !is_kept(self.uses[edge].relation().0) {
                continue;
            }
            self.subjects[kept] = self.subjects[edge];
            self.objects[kept] = self.objects[edge];
            self.uses[kept] = self.uses[edge];
            if let Some(&details) = self.details.get(edge) {
                self.details[kept] = details;
            }
            if let Some((file, line)) = lines.at(EdgeId::from_index(edge)) {
                kept_lines.push(EdgeId::from_index(kept), file, line);
            }
            kept += 1;
        }
        self.subjects.truncate(kept);
        self.objects.truncate(kept);
        self.uses.truncate(kept);
        self.details.truncate(kept);
        self.lines = kept_lines;
        self
    }
}

/// Which edges say the same as an earlier one.
#[derive(Debug, Default)]
struct Alike {
    /// The later ones of each first.
    later: FxHashMap<EdgeId, Vec<EdgeId>>,
    all_later: FixedBitSet,
}

impl Edges {
    /// The edges anew, where some say the same as others: same ends, same label, same context. None where all differ.
    /// `outgoing` are their rows by subject. O(edges), and O(bytes) in what is said of edges between the same two.
    pub(in crate::graph) fn joined(&self, outgoing: &Rows, bounds: &Bounds) -> Option<(PackedEdges, Vec<UseMeaning>)> {
        let EdgeRecords::Packed(packed) = &self.records else {
            return None;
        };
        let alike = Alike::of(packed, outgoing, bounds);
        if alike.later.is_empty() {
            return None;
        }
        let mut edges = PackedEdges::default();
        let mut uses: IndexSet<(RelationId, String)> = IndexSet::new();
        for position in 0..self.len() {
            let edge = EdgeId::from_index(position);
            if alike.all_later.contains(position) {
                continue;
            }
            let (details, remark) = match alike.later.get(&edge) {
                Some(later) => (Some(joined(packed, edge, later, bounds)), ""),
                None => (packed.own_details(edge, bounds), packed.remark(edge, bounds).unwrap_or_default()),
            };
            let relation = self.label(edge, bounds).relation();
            let (number, _) = uses.insert_full((relation, remark.to_owned()));
            let (file, line) = packed.lines.at(edge).unwrap_or_default();
            edges.begin_file(file);
            let (subject, object) = (self.subject(edge, bounds), self.object(edge, bounds));
            edges.push(subject, EntityId::from_index(number).0, object, details.as_ref(), line);
        }
        let meaning = |(relation, note)| UseMeaning { relation, reversed: false, note };
        Some((edges, uses.into_iter().map(meaning).collect()))
    }
}

impl Alike {
    fn of(packed: &PackedDetails, outgoing: &Rows, bounds: &Bounds) -> Self {
        let mut alike = Self { later: FxHashMap::default(), all_later: FixedBitSet::with_capacity(bounds.edges) };
        let (neighbours, labels, edges) = (outgoing.neighbours(), outgoing.labels(), outgoing.edges());
        let mut parallel: Vec<Entry> = Vec::new();
        for node in 0..EntityId::from_index(outgoing.node_count()).0 {
            let row = outgoing.range(node);
            let mut begin = row.start;
            while begin < row.end {
                let same = neighbours[begin..row.end].iter().take_while(|other| **other == neighbours[begin]).count();
                if same > 1 {
                    let entry = |at| Entry { neighbour: neighbours[at], label: labels[at], edge: edges[at] };
                    parallel.clear();
                    parallel.extend((begin..begin + same).map(entry));
                    alike.among(&mut parallel, packed, bounds);
                }
                begin += same;
            }
        }
        alike
    }

    /// Looks through the edges from one entity to another.
    fn among(&mut self, parallel: &mut [Entry], packed: &PackedDetails, bounds: &Bounds) {
        parallel.sort_unstable_by_key(|entry| (entry.label, entry.edge));
        for same in parallel.chunk_by(|one, other| one.label == other.label).filter(|same| same.len() > 1) {
            let mut firsts: FxHashMap<Identity, EdgeId> = FxHashMap::default();
            for edge in same.iter().map(|entry| EdgeId(entry.edge)) {
                let identity = packed.own_details(edge, bounds).map_or_else(Identity::default, Identity::of);
                let first = *firsts.entry(identity).or_insert(edge);
                if first != edge {
                    self.later.entry(first).or_default().push(edge);
                    self.all_later.insert(edge.index());
                }
            }
        }
    }
}

/// What tells edges of the same ends and relation apart: where they hold, and of which state a net effect is said.
#[derive(Default, PartialEq, Eq, Hash)]
struct Identity {
    context: Vec<(String, String)>,
    background: Option<String>,
    optional: bool,
    through: Vec<EntityId>,
}

impl Identity {
    fn of(details: EdgeDetails) -> Self {
        let background = match details.directness {
            Directness::Direct => None,
            Directness::Documented { background } => Some(background),
        };
        let mut context: Vec<(String, String)> = details.context.into();
        context.sort_unstable();
        Self { context, background, optional: details.optional, through: details.through }
    }
}

/// What is said of an edge and of others that say the same.
fn joined(packed: &PackedDetails, first: EdgeId, later: &[EdgeId], bounds: &Bounds) -> EdgeDetails {
    let mut all = packed.read(first, bounds);
    for &edge in later {
        let more = packed.read(edge, bounds);
        for evidence in more.evidence {
            if !all.evidence.contains(&evidence) {
                all.evidence.push(evidence);
            }
        }
        if !more.note.is_empty() && !all.note.split("; ").any(|note| note == more.note) {
            if !all.note.is_empty() {
                all.note.push_str("; ");
            }
            all.note.push_str(&more.note);
        }
    }
    all
}
