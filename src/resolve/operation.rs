//! Operations that are asked for by what they take out: `simulate testes removed` for a castration.

use crate::graph::Namespace;

use super::Scope;

/// What an operation is called, and names of what it takes out, as graphs may have them.
const OPERATIONS: &[(&str, &[&str])] = &[
    ("castration", &["testes", "testis"]),
    ("orchiectomy", &["testes", "testis"]),
    ("orchidectomy", &["testes", "testis"]),
    ("oophorectomy", &["ovaries", "ovary"]),
    ("ovariectomy", &["ovaries", "ovary"]),
    ("hypophysectomy", &["pituitary", "pituitary gland"]),
    ("adrenalectomy", &["adrenal glands", "adrenal gland"]),
    ("thyroidectomy", &["thyroid", "thyroid gland"]),
    ("pancreatectomy", &["pancreas"]),
];

impl Scope<'_> {
    /// `testes`, for a name that is no entity but an operation on one that the graph holds.
    pub(super) fn taken_out(&self, name: &str) -> Option<&'static str> {
        let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
        let (_, removed) = OPERATIONS.iter().find(|(operation, _)| words.iter().any(|word| word == operation))?;
        let known = |name: &&&str| !self.graph.names().lookup(Namespace::Names, name).is_empty();
        removed.iter().find(known).copied()
    }
}
