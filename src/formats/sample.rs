//! Graphs out of texts, and what they hold as text, for the tests of formats.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Fault, Loaded, OpenOptions, open_with};
use crate::graph::{Context, Graph, Sign};

/// The graph of files that stand together in a folder. The first is the one that is opened; the others are there.
pub(super) fn load(files: &[(&str, &str)], options: &OpenOptions) -> Result<Loaded, Vec<Fault>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file in a temporary folder");
    }
    let first: PathBuf = folder.path().join(files[0].0);
    open_with(&[first], options)
}

/// As [`load`], for files without a fault.
pub(super) fn sound(files: &[(&str, &str)]) -> Arc<Graph> {
    match load(files, &OpenOptions::default()) {
        Ok(loaded) => loaded.graph,
        Err(faults) => panic!("{}", told(&faults).join("\n")),
    }
}

/// Each fault without its folder: `model_edges.tsv:3:1 ragged-row this row has 3 fields, the header 4`.
pub(super) fn told(faults: &[Fault]) -> Vec<String> {
    let one = |fault: &Fault| {
        let file = fault.file.name.rsplit('/').next().unwrap_or_default();
        let place = fault.diagnostic.span.map_or_else(String::new, |span| {
            let (line, column) = fault.file.line_and_column(span.start);
            format!(":{line}:{column}")
        });
        format!("{file}{place} {} {}", fault.diagnostic.code, fault.diagnostic.message)
    };
    faults.iter().map(one).collect()
}

/// What is wrong with files, where something is.
pub(super) fn wrong(files: &[(&str, &str)]) -> Vec<String> {
    load(files, &OpenOptions::default()).map_or_else(|faults| told(&faults), |_| Vec::new())
}

/// What is told of files that have no fault.
pub(super) fn warnings(files: &[(&str, &str)]) -> Vec<String> {
    match load(files, &OpenOptions::default()) {
        Ok(loaded) => told(&loaded.warnings),
        Err(faults) => panic!("{}", told(&faults).join("\n")),
    }
}

/// Each edge: `LH stimulates + testosterone {species = human} (object: increased expression) [PMID:1 suggested]`. A
/// denied effect begins with `not`, a listed one with `listed`, a net effect with its background.
pub(super) fn edges(graph: &Graph) -> Vec<String> {
    graph.edge_ids().map(|id| edge(graph, id)).collect()
}

fn edge(graph: &Graph, id: crate::graph::EdgeId) -> String {
    let edge = graph.edge(id);
    let relation = graph.schema.relation(edge.relation);
    let name = |id| graph.entity(id).name.as_str();
    let sign = relation.sign.map_or("0", Sign::as_str);
    let aspect = relation.sign.map_or("", |_| relation.aspect.as_str());
    let mut text = format!("{} {} {sign}{aspect} {}", name(edge.subject), relation.id, name(edge.object));
    if edge.negated {
        text.insert_str(0, "not ");
    }
    if !edge.followed {
        text.insert_str(0, "listed ");
    }
    if let Some(background) = edge.background() {
        text.insert_str(0, &format!("<{background}> "));
    }
    let Context(context) = &edge.context;
    if !context.is_empty() {
        let pairs: Vec<String> = context.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        text.extend([format!(" {{{}}}", pairs.join(", "))]);
    }
    if !edge.note.is_empty() {
        text.extend([format!(" ({})", edge.note)]);
    }
    for evidence in &edge.evidence {
        let parts =
            [&graph.source(evidence.source).name, &evidence.section, evidence.certainty.as_str(), &evidence.note];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty() && *part != "established").collect();
        text.extend([format!(" [{}]", parts.join("; "))]);
    }
    text
}

/// Each entity: `lhb = LHB: gene, also GTP-B (xref HGNC:6584): subunit of LH`.
pub(super) fn entities(graph: &Graph) -> Vec<String> {
    let one = |id| {
        let entity = graph.entity(id);
        let kinds: Vec<&str> = entity.kinds.iter().map(|&kind| graph.schema.kind(kind).id.as_str()).collect();
        let mut text = format!("{} = {}: {}", entity.id, entity.name, kinds.join(" + "));
        for (label, words) in [("also", &entity.synonyms), ("xref", &entity.xrefs)] {
            if !words.is_empty() {
                text.extend([format!(", {label} {}", words.join("|"))]);
            }
        }
        if !entity.definition.is_empty() {
            text.extend([format!(": {}", entity.definition)]);
        }
        text
    };
    graph.entity_ids().map(one).collect()
}
