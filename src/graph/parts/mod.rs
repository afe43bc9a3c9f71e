//! A graph taken apart into its columns, and put together again: what a snapshot writes and reads.

mod columns;
mod preamble;
#[cfg(test)]
mod tests;
mod unsound;

use std::sync::{Arc, OnceLock};

use super::edges::{Edges, Lines, PackedDetails};
use super::entities::{Entities, KindTable, StoredEntities};
use super::names::{Catalogue, NameTable};
use super::sources::Sources;
use super::storage::{Bounds, Cells, Column, Lists, Record, Records, Rows};
use super::{Adjacency, Frame, Graph, Hierarchy, Names};

pub use columns::{ColumnReader, ColumnWriter, Columns};
pub use preamble::Preamble;

impl Graph {
    /// Takes the graph apart. Columns of a large graph are shared, not copied; one of whole records is packed first.
    /// Catalogues the names where that is not done yet.
    pub fn to_parts(&self) -> (Preamble, Columns) {
        let (Entities::Packed(entities), Some(details)) = (self.entity_table(), self.edge_table().packed_details())
        else {
            return self.to_packed().to_parts();
        };
        let names = self.names().entities();
        let preamble = Preamble {
            frame: self.frame(),
            kind_lists: entities.kinds().columns().1.to_vec(),
            remarks: details.remark_texts.clone(),
            regular: self.edge_table().are_regular(),
            plain: self.is_plain(),
            longest_name: names.longest,
        };
        let mut columns = Columns::default();
        columns.put_edges(self.edge_table(), details);
        (columns.kinds, (columns.entity_ends, columns.entity_bytes)) =
            (entities.kinds().columns().0.clone(), entities.records().columns());
        (columns.source_ends, columns.source_bytes) = self.source_table().records().columns();
        columns.put_adjacency(&self.adjacency);
        columns.put_names(names);
        (preamble, columns)
    }

    /// Puts a graph together; none where the parts do not fit. What the columns say is checked when they are followed, so
    /// this takes O(preamble), whatever the size of the graph.
    pub fn from_parts(preamble: Preamble, columns: &Columns) -> Option<Self> {
        let schema = &preamble.frame.schema;
        let bounds = Bounds {
            entities: columns.kinds.len(),
            edges: columns.labels.len(),
            sources: columns.source_ends.len(),
            kinds: schema.kinds.len(),
            variants: preamble.frame.variants.len(),
            relations: schema.relations.len(),
            ..Bounds::default()
        };
        let nothing_missing = (bounds.entities == 0 || bounds.kinds > 0)
            && (bounds.edges == 0 || (bounds.entities > 0 && bounds.relations > 0));
        if !nothing_missing || !preamble.is_within(&bounds) {
            return None;
        }
        let adjacency = columns.adjacency(&bounds)?;
        let sources = Sources::Packed(Arc::new(records(&columns.source_ends, &columns.source_bytes)?));
        let kinds = KindTable::new(columns.kinds.clone(), preamble.kind_lists);
        let entities = StoredEntities::new(kinds, records(&columns.entity_ends, &columns.entity_bytes)?)?;
        let names = Names::with_entities(schema, columns.names(preamble.longest_name)?, bounds.clone());
        let edges = columns.edges(preamble.remarks, preamble.regular)?;
        let Frame { name, title, version, schema, variants, figures, disagreements } = preamble.frame;
        Some(Self {
            name,
            title,
            version,
            schema,
            variants,
            figures,
            disagreements,
            adjacency,
            entities: Entities::Packed(Arc::new(entities)),
            edges,
            sources,
            names: OnceLock::from(Arc::new(names)),
            bounds,
            is_plain: preamble.plain,
        })
    }
}

impl Columns {
    fn put_edges(&mut self, edges: &Edges, details: &PackedDetails) {
        (self.subjects, self.objects) = (edges.subjects().clone(), edges.objects().clone());
        self.labels = edges.labels().clone();
        (self.details, self.remarks) = (details.details.clone(), details.remarks.clone());
        (self.detail_ends, self.detail_bytes) = details.records.columns();
        (self.line_firsts, self.lines, self.line_files) = details.lines.columns();
    }

    fn edges(&self, remark_texts: Vec<String>, regular: bool) -> Option<Edges> {
        let details = PackedDetails {
            details: self.details.clone(),
            records: records(&self.detail_ends, &self.detail_bytes)?,
            remarks: self.remarks.clone(),
            remark_texts,
            lines: Lines::from_columns(self.line_firsts.clone(), self.lines.clone(), self.line_files.clone())?,
            decoded: Cells::new(self.labels.len()),
        };
        Edges::from_columns(self.subjects.clone(), self.objects.clone(), self.labels.clone(), regular, details)
    }

    fn put_adjacency(&mut self, adjacency: &Adjacency) {
        let (outgoing, incoming) = (adjacency.outgoing_rows(), adjacency.incoming_rows());
        (self.outgoing_begins, self.outgoing_neighbours, self.outgoing_labels, self.outgoing_edges) =
            outgoing.columns();
        (self.incoming_begins, self.incoming_neighbours, self.incoming_labels, self.incoming_edges) =
            incoming.columns();
        let hierarchy = adjacency.hierarchy();
        (self.class_begins, self.classes) = hierarchy.classes.columns();
        (self.member_begins, self.members) = hierarchy.members.columns();
        (self.umbrella_begins, self.umbrellas) = hierarchy.umbrellas.columns();
    }

    fn adjacency(&self, bounds: &Bounds) -> Option<Adjacency> {
        let outgoing = Rows::from_columns(
            self.outgoing_begins.clone(),
            self.outgoing_neighbours.clone(),
            self.outgoing_labels.clone(),
            self.outgoing_edges.clone(),
        )?;
        let incoming = Rows::from_columns(
            self.incoming_begins.clone(),
            self.incoming_neighbours.clone(),
            self.incoming_labels.clone(),
            self.incoming_edges.clone(),
        )?;
        let hierarchy = Hierarchy {
            classes: Lists::from_columns(self.class_begins.clone(), self.classes.clone()),
            members: Lists::from_columns(self.member_begins.clone(), self.members.clone()),
            umbrellas: Lists::from_columns(self.umbrella_begins.clone(), self.umbrellas.clone()),
        };
        Adjacency::from_rows(outgoing, incoming, hierarchy, bounds)
    }

    fn put_names(&mut self, names: &Catalogue) {
        let columns = |table: &NameTable| {
            let NameTable { text, text_ends, meanings, meaning_ends } = table.clone();
            (text, text_ends, meanings, meaning_ends)
        };
        (self.name_text, self.name_ends, self.name_meanings, self.name_meaning_ends) = columns(&names.exact);
        (self.loose_text, self.loose_ends, self.loose_meanings, self.loose_meaning_ends) = columns(&names.loose);
        (self.spelled_text, self.spelled_ends, self.spelled_meanings, self.spelled_meaning_ends) =
            columns(&names.spelled);
    }

    fn names(&self, longest: usize) -> Option<Catalogue> {
        let exact = NameTable {
            text: self.name_text.clone(),
            text_ends: self.name_ends.clone(),
            meanings: self.name_meanings.clone(),
            meaning_ends: self.name_meaning_ends.clone(),
        };
        let loose = NameTable {
            text: self.loose_text.clone(),
            text_ends: self.loose_ends.clone(),
            meanings: self.loose_meanings.clone(),
            meaning_ends: self.loose_meaning_ends.clone(),
        };
        let spelled = NameTable {
            text: self.spelled_text.clone(),
            text_ends: self.spelled_ends.clone(),
            meanings: self.spelled_meanings.clone(),
            meaning_ends: self.spelled_meaning_ends.clone(),
        };
        let fit = [&exact, &loose, &spelled].iter().all(|table| table.text_ends.len() == table.meaning_ends.len());
        fit.then_some(Catalogue { exact, loose, spelled, loosely: true, longest })
    }
}

/// Records of these columns; none where they end elsewhere.
fn records<T: Record>(ends: &Column<u64>, bytes: &Column<u8>) -> Option<Records<T>> {
    let fit = ends.last().copied().unwrap_or(0) == bytes.len() as u64;
    fit.then(|| Records::new(ends.clone(), bytes.clone()))
}
