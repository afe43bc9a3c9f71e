//! Ids: positions in the graph's ordered tables, each its own type.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone,
            Copy,
            Debug,
            Default,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            bytemuck::Pod,
            bytemuck::Zeroable,
            serde::Serialize,
            serde::Deserialize,
        )]
        #[repr(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id at a position.
            ///
            /// # Panics
            /// Where the position does not fit 32 bits: a table never grows that long, loading refuses it.
            pub fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).expect("a table holds fewer than 2^32 rows"))
            }
        }
    };
}

pub(crate) use id;

id!(
    /// An entity, by its position in the entity table.
    EntityId
);
id!(
    /// An edge, by its position in the edge table.
    EdgeId
);
id!(
    /// A kind, by its position in the schema.
    KindId
);
id!(
    /// A relation, by its position in the schema.
    RelationId
);
id!(
    /// A source of evidence: a document or a work.
    SourceId
);
