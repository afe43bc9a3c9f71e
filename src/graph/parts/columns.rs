//! Every column of a graph, each with a number and a name that stay.

use bytemuck::Pod;

use crate::graph::storage::{Column, Label};
use crate::graph::{EntityId, SourceId};

/// Is told of columns, one by one.
pub trait ColumnWriter {
    /// What may go wrong.
    type Error;

    /// Takes a column.
    ///
    /// # Errors
    /// Where it cannot be taken.
    fn column<T: Pod>(&mut self, number: u32, what: &'static str, column: &Column<T>) -> Result<(), Self::Error>;
}

/// Gives columns, one by one.
pub trait ColumnReader {
    /// What may go wrong.
    type Error;

    /// Gives a column.
    ///
    /// # Errors
    /// Where there is none such.
    fn column<T: Pod>(&mut self, number: u32, what: &'static str) -> Result<Column<T>, Self::Error>;
}

macro_rules! columns {
    ($($number:literal $name:ident: $item:ty, $what:literal;)*) => {
        /// Every column of a graph.
        #[derive(Clone, Debug, Default)]
        pub struct Columns {
            $(#[doc = concat!("The ", $what, ".")] pub $name: Column<$item>,)*
        }

        impl Columns {
            /// Tells of every column, in the order of their numbers.
            ///
            /// # Errors
            /// The first that a column meets.
            pub fn write<W: ColumnWriter>(&self, writer: &mut W) -> Result<(), W::Error> {
                $(writer.column($number, $what, &self.$name)?;)*
                Ok(())
            }

            /// Asks for every column, in the order of their numbers.
            ///
            /// # Errors
            /// The first that a column meets.
            pub fn read<R: ColumnReader>(reader: &mut R) -> Result<Self, R::Error> {
                Ok(Self { $($name: reader.column($number, $what)?,)* })
            }
        }
    };
}

// A number is never given to another column: files hold it.
columns! {
    10 subjects: u32, "subjects of edges";
    11 objects: u32, "objects of edges";
    12 labels: Label, "labels of edges";
    13 details: u32, "numbers of details, by edge";
    14 detail_ends: u64, "ends of details";
    15 detail_bytes: u8, "details of edges";
    16 remarks: u32, "numbers of remarks, by edge";
    17 line_firsts: u32, "first edges of runs of lines";
    18 lines: u64, "first lines of runs";
    19 line_files: SourceId, "files of runs of lines";
    30 kinds: u32, "numbers of kinds, by entity";
    31 entity_ends: u64, "ends of entities";
    32 entity_bytes: u8, "entities";
    40 source_ends: u64, "ends of sources";
    41 source_bytes: u8, "sources";
    50 outgoing_begins: u32, "beginnings of rows by subject";
    51 outgoing_neighbours: u32, "objects in rows by subject";
    52 outgoing_labels: Label, "labels in rows by subject";
    53 outgoing_edges: u32, "edges in rows by subject";
    60 incoming_begins: u32, "beginnings of rows by object";
    61 incoming_neighbours: u32, "subjects in rows by object";
    62 incoming_labels: Label, "labels in rows by object";
    63 incoming_edges: u32, "edges in rows by object";
    70 class_begins: u32, "beginnings of lists of classes";
    71 classes: EntityId, "classes of members";
    72 member_begins: u32, "beginnings of lists of members";
    73 members: EntityId, "members of classes";
    74 umbrella_begins: u32, "beginnings of lists of umbrellas";
    75 umbrellas: EntityId, "umbrellas of pools";
    80 name_text: u8, "folded names";
    81 name_ends: u64, "ends of folded names";
    82 name_meanings: u64, "meanings of folded names";
    83 name_meaning_ends: u64, "ends of meanings of folded names";
    84 loose_text: u8, "loosely folded names";
    85 loose_ends: u64, "ends of loosely folded names";
    86 loose_meanings: u64, "meanings of loosely folded names";
    87 loose_meaning_ends: u64, "ends of meanings of loosely folded names";
    88 spelled_text: u8, "spelled names";
    89 spelled_ends: u64, "ends of spelled names";
    90 spelled_meanings: u64, "meanings of spelled names";
    91 spelled_meaning_ends: u64, "ends of meanings of spelled names";
}
