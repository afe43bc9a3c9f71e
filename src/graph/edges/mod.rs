//! The edges of a graph: whole records of a small one, columns and encoded records of a large one.

mod alike;
mod citations;
mod details;
mod label;
mod lines;
mod packed;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use super::storage::{Bounds, Column, Label};
use super::{Edge, EdgeId, EntityId, RelationId, Schema};

use self::details::Manner;

pub use details::EdgeDetails;
pub use lines::Lines;
pub use packed::{PackedDetails, PackedEdges, UseMeaning};

/// Edges, in the order of the files. Ends and labels are columns; the rest is decoded when it is first looked at.
#[derive(Clone, Debug, Default)]
pub struct Edges {
    subjects: Column<u32>,
    objects: Column<u32>,
    labels: Column<Label>,
    /// Whether each is what it says for its subject alone, whatever the setting.
    regular: bool,
    records: EdgeRecords,
}

/// What is said of edges beyond their ends and labels.
#[derive(Clone, Debug)]
enum EdgeRecords {
    /// All of it, ready.
    Whole(Arc<Vec<Edge>>),
    /// Encoded.
    Packed(Arc<PackedDetails>),
}

impl Default for EdgeRecords {
    fn default() -> Self {
        Self::Whole(Arc::default())
    }
}

impl Edges {
    /// Edges whose records are ready.
    pub(super) fn whole(edges: Vec<Edge>, schema: &Schema, has_abundance: impl Fn(EntityId) -> bool) -> Self {
        let label = |edge: &Edge| label::of(schema, edge.relation, has_abundance(edge.object), Manner::of(edge));
        Self {
            subjects: edges.iter().map(|edge| edge.subject.0).collect::<Vec<_>>().into(),
            objects: edges.iter().map(|edge| edge.object.0).collect::<Vec<_>>().into(),
            labels: edges.iter().map(label).collect::<Vec<_>>().into(),
            regular: edges.iter().all(|edge| label::is_regular(edge, schema)),
            records: EdgeRecords::Whole(Arc::new(edges)),
        }
    }

    /// Edges that were pushed one by one, now that it is known what the uses of their relations mean: every use has a
    /// meaning. O(edges), in place.
    pub(super) fn packed(
        mut pushed: PackedEdges,
        meanings: &[UseMeaning],
        schema: &Schema,
        has_abundance: impl Fn(EntityId) -> bool,
    ) -> Self {
        let regular = pushed.are_regular(schema);
        let (remarks, remark_texts) = pushed.remarks(meanings);
        let count = pushed.len();
        // Few relations and many edges: what most edges are labelled with is made once.
        let plain_label = |relation| [false, true].map(|abundant| label::of(schema, relation, abundant, Manner::PLAIN));
        let plain_labels: Vec<[Label; 2]> = meanings.iter().map(|meaning| plain_label(meaning.relation)).collect();
        for edge in 0..count {
            let used = pushed.uses[edge].relation().index();
            let meaning = &meanings[used];
            if meaning.reversed {
                let PackedEdges { subjects, objects, .. } = &mut pushed;
                std::mem::swap(&mut subjects[edge], &mut objects[edge]);
            }
            let abundant = has_abundance(EntityId(pushed.objects[edge]));
            let manner = pushed.manner(edge);
            pushed.uses[edge] = if manner == Manner::PLAIN {
                plain_labels[used][usize::from(abundant)]
            } else {
                label::of(schema, meaning.relation, abundant, manner)
            };
        }
        Self {
            subjects: std::mem::take(&mut pushed.subjects).into(),
            objects: std::mem::take(&mut pushed.objects).into(),
            labels: std::mem::take(&mut pushed.uses).into(),
            regular,
            records: EdgeRecords::Packed(Arc::new(pushed.into_details(count, remarks, remark_texts))),
        }
    }

    /// Edges of these columns; none where lengths disagree.
    pub(super) fn from_columns(
        subjects: Column<u32>,
        objects: Column<u32>,
        labels: Column<Label>,
        regular: bool,
        details: PackedDetails,
    ) -> Option<Self> {
        let count = labels.len();
        let fit = subjects.len() == count && objects.len() == count && details.fit(count);
        let records = EdgeRecords::Packed(Arc::new(details));
        fit.then_some(Self { subjects, objects, labels, regular, records })
    }

    /// What is said of the edges beyond their ends and labels, where that is packed.
    pub(super) fn packed_details(&self) -> Option<&PackedDetails> {
        match &self.records {
            EdgeRecords::Whole(_) => None,
            EdgeRecords::Packed(details) => Some(details),
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether each edge is what it says for its subject alone, whatever the setting: none is optional, a short form, or
    /// bound to a context.
    pub(super) fn are_regular(&self) -> bool {
        self.regular
    }

    /// How many records of details there are that differ.
    #[cfg(test)]
    fn distinct_details(&self) -> usize {
        match &self.records {
            EdgeRecords::Whole(edges) => edges.len(),
            EdgeRecords::Packed(packed) => packed.records.len(),
        }
    }

    /// Who acts, by edge.
    pub fn subjects(&self) -> &Column<u32> {
        &self.subjects
    }

    /// On whom, by edge.
    pub fn objects(&self) -> &Column<u32> {
        &self.objects
    }

    /// What the edges say, by edge.
    pub fn labels(&self) -> &Column<Label> {
        &self.labels
    }

    pub(super) fn subject(&self, id: EdgeId, bounds: &Bounds) -> EntityId {
        end(&self.subjects, id, bounds)
    }

    pub(super) fn object(&self, id: EdgeId, bounds: &Bounds) -> EntityId {
        end(&self.objects, id, bounds)
    }

    pub(super) fn label(&self, id: EdgeId, bounds: &Bounds) -> Label {
        let found = self.labels.as_slice().get(id.index());
        if found.is_none() {
            bounds.note_damage();
        }
        found.map_or(Label::default(), |&label| bounds.label(label))
    }

    /// An edge, decoded at the first look.
    pub(super) fn get(&self, id: EdgeId, bounds: &Bounds) -> &Edge {
        match &self.records {
            EdgeRecords::Whole(edges) => &edges[id.index()],
            EdgeRecords::Packed(packed) => {
                // An id that does not exist comes from damaged rows only: the first edge stands for it.
                let id = if bounds.holds_edge(id) { id } else { EdgeId::default() };
                packed.decoded.get(id.index(), || self.decode(packed, id, bounds)).unwrap_or_else(|| no_edge())
            }
        }
    }

    /// An edge, decoded anew where it is packed.
    pub(super) fn read(&self, id: EdgeId, bounds: &Bounds) -> Cow<'_, Edge> {
        match &self.records {
            EdgeRecords::Packed(packed) if bounds.holds_edge(id) => Cow::Owned(self.decode(packed, id, bounds)),
            EdgeRecords::Whole(_) | EdgeRecords::Packed(_) => Cow::Borrowed(self.get(id, bounds)),
        }
    }

    fn decode(&self, packed: &PackedDetails, id: EdgeId, bounds: &Bounds) -> Edge {
        let relation = self.label(id, bounds).relation();
        packed.read(id, bounds).into_edge(self.subject(id, bounds), relation, self.object(id, bounds))
    }
}

fn end(ends: &Column<u32>, id: EdgeId, bounds: &Bounds) -> EntityId {
    let Some(&end) = ends.as_slice().get(id.index()) else {
        bounds.note_damage();
        return EntityId::default();
    };
    bounds.entity(end)
}

/// What stands for an edge of a graph without edges.
fn no_edge() -> &'static Edge {
    static NONE: std::sync::LazyLock<Edge> = std::sync::LazyLock::new(|| {
        EdgeDetails::default().into_edge(EntityId::default(), RelationId::default(), EntityId::default())
    });
    &NONE
}
