//! How many edges cite each source, counted without decoding an edge.

use super::packed::PackedDetails;
use super::{EdgeRecords, Edges};
use crate::graph::storage::Bounds;
use crate::graph::{EdgeId, Evidence, SourceId};

impl Edges {
    /// For each source, how many edges cite it, as the place or as the study that is named there. O(edges + details).
    pub(in crate::graph) fn citations(&self, bounds: &Bounds) -> Vec<usize> {
        let mut counts = vec![0; bounds.sources];
        let mut add = |source: SourceId, edges: usize| {
            if bounds.holds_source(source) {
                counts[source.index()] += edges;
            }
        };
        match &self.records {
            EdgeRecords::Whole(edges) => {
                edges.iter().flat_map(|edge| cited(&edge.evidence)).for_each(|source| add(source, 1));
            }
            EdgeRecords::Packed(packed) => packed.citations(self.len(), bounds, add),
        }
        counts
    }
}

impl PackedDetails {
    fn citations(&self, edges: usize, bounds: &Bounds, mut add: impl FnMut(SourceId, usize)) {
        let of_record: Vec<Vec<SourceId>> =
            (0..self.records.len()).map(|position| cited(&self.records.read(position, bounds).evidence)).collect();
        for edge in (0..edges).map(EdgeId::from_index) {
            match self.own(edge).and_then(|own| of_record.get(own)) {
                Some(sources) if !sources.is_empty() => sources.iter().for_each(|&source| add(source, 1)),
                _ => self.lines.file(edge).into_iter().for_each(|file| add(file, 1)),
            }
        }
    }
}

/// Each source once.
fn cited(evidence: &[Evidence]) -> Vec<SourceId> {
    let mut sources: Vec<SourceId> =
        evidence.iter().flat_map(|item| [Some(item.source), item.reference]).flatten().collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}
