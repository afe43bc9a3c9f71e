//! Terms in BEL's own words, for nodes that do not give them.

use serde_json::Value;

use super::node::{Concept, Node};

/// The short forms of functions.
const FUNCTIONS: &[(&str, &str)] = &[
    ("Abundance", "a"),
    ("Protein", "p"),
    ("Gene", "g"),
    ("RNA", "r"),
    ("miRNA", "m"),
    ("Complex", "complex"),
    ("Composite", "composite"),
    ("BiologicalProcess", "bp"),
    ("Pathology", "path"),
    ("Population", "pop"),
    ("Reaction", "rxn"),
];

/// How deep terms may stand in terms.
const DEEPEST: usize = 16;

/// The term of a node: as it is given, or made of its parts; none where there are none.
pub(super) fn of(node: &Node) -> Option<String> {
    written(node, DEEPEST)
}

fn written(node: &Node, depth: usize) -> Option<String> {
    if let Some(bel) = node.bel.as_deref().filter(|bel| !bel.trim().is_empty()) {
        return Some(bel.to_owned());
    }
    let depth = depth.checked_sub(1)?;
    let (_, function) = FUNCTIONS.iter().find(|(name, _)| *name == node.function)?;
    let list = |nodes: &[Node]| nodes.iter().map(|node| written(node, depth)).collect::<Option<Vec<_>>>();
    let mut parts: Vec<String> = node.named().iter().filter_map(name).collect();
    parts.extend(node.fusion.iter().map(|fusion| format!("fus({})", plain(fusion))));
    parts.extend(list(&node.members)?);
    if !node.reactants.is_empty() || !node.products.is_empty() {
        let (reactants, products) = (list(&node.reactants)?.join(", "), list(&node.products)?.join(", "));
        parts.extend([format!("reactants({reactants})"), format!("products({products})")]);
    }
    if parts.is_empty() {
        return None;
    }
    parts.extend(node.variants.iter().map(plain));
    Some(format!("{function}({})", parts.join(", ")))
}

/// `HGNC:GSK3B`, `GO:"apoptotic process"`.
fn name(concept: &Concept) -> Option<String> {
    let name = concept.called()?;
    let is_plain = name.chars().all(|character| character.is_alphanumeric() || character == '_');
    let name = if is_plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\\\"")) };
    Some(if concept.namespace.is_empty() { name } else { format!("{}:{name}", concept.namespace) })
}

/// What a variant or a fusion holds, in its order: `pmod Ph Ser 9`.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => fields.values().map(plain).collect::<Vec<_>>().join(" "),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}
