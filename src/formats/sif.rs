//! SIF, the simple interaction format: `a rel b c d` on a line, between tabs or blanks; and Hetionet's `.sif`, a table with
//! the columns source, metaedge and target.

use std::io;

use super::edge_list;
use super::input::{Input, Line, Lines};
use super::intake::{EdgeRecord, EntityRecord, Intake, Place};
use super::streamed::START;
use crate::diagnostic::Code;

const ENDING: &str = "sif";

/// The mapping that says what metaedges mean.
const HETIONET: &str = "hetionet";

/// Whether a file is SIF, by its ending.
pub(super) fn recognises(ending: &str, _start: &[u8]) -> bool {
    ending == ENDING
}

/// Takes the edges of a file in. A node that stands alone on its line is an entity without edges.
pub(super) fn read(mut input: Input, intake: &mut Intake) -> io::Result<()> {
    let start = input.peek(START)?;
    if has_header(&start) {
        intake.imply(HETIONET);
        return edge_list::read(input, intake);
    }
    intake.nodes_may_follow();
    // As Cytoscape has it: where a tab stands anywhere, blanks belong to names.
    let mut has_tabs = start.contains(&b'\t');
    let mut lines = Lines::new(input);
    while let Some((number, line)) = lines.next()? {
        match line {
            Line::Text(text) => {
                has_tabs |= text.contains('\t');
                take(number, text, has_tabs, intake);
            }
            wrong => wrong.report(number, intake),
        }
    }
    Ok(())
}

/// Whether the first line names columns, as in Hetionet's own files.
fn has_header(start: &[u8]) -> bool {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    line.to_ascii_lowercase().starts_with(b"source\tmetaedge\ttarget")
}

/// Whether a nodes file is one of Hetionet's: `Gene::9021`, a name, a kind.
pub(super) fn recognises_nodes(start: &[u8]) -> bool {
    let mut lines = start.split(|byte| *byte == b'\n');
    let header = lines.next().unwrap_or_default().trim_ascii().to_ascii_lowercase();
    let id = lines.next().unwrap_or_default().split(|byte| *byte == b'\t').next().unwrap_or_default();
    header == b"id\tname\tkind" && id.windows(2).any(|marks| marks == b"::")
}

/// Says of the words of Hetionet what they mean.
pub(super) fn imply(intake: &mut Intake) {
    intake.imply(HETIONET);
}

fn take(number: u64, text: &str, has_tabs: bool, intake: &mut Intake) {
    let fields: Vec<&str> = if has_tabs {
        text.split('\t').map(str::trim).filter(|field| !field.is_empty()).collect()
    } else {
        text.split_whitespace().collect()
    };
    let place = Place::line(number, text);
    match fields.as_slice() {
        [] => {}
        [alone] => intake.entity(&EntityRecord { id: alone, place, ..EntityRecord::default() }),
        [_, _] => intake.report(place, Code::RaggedRow, "this line has a relation without a target", |fault| {
            fault.help("write `source relation target …`, all with tabs or all with blanks between them")
        }),
        [subject, relation, objects @ ..] => {
            for object in objects {
                intake.edge(&EdgeRecord { subject, relation, object, place, ..EdgeRecord::default() });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::formats::{OpenOptions, TextFile, open_texts, sample};

    fn edges(text: &str) -> Vec<String> {
        let mapping = "[relation.pp]\nsign = \"+\"\n[relation.GiG]\nsign = \"0\"\n";
        let files = [TextFile::new("net.sif", text), TextFile::new("net.mapping.toml", mapping)];
        match open_texts(&files, &OpenOptions::default()) {
            Err(faults) => faults.iter().map(ToString::to_string).collect(),
            Ok(loaded) => {
                let graph = &loaded.graph;
                let name = |id| graph.entity(id).name.as_str();
                let edges = graph.edges().map(|edge| {
                    let line = &edge.evidence[0].section;
                    format!(
                        "{} {} {} {line}",
                        name(edge.subject),
                        graph.schema.relation(edge.relation).id,
                        name(edge.object)
                    )
                });
                edges.chain([format!("{} entities", graph.entity_count())]).collect()
            }
        }
    }

    #[test]
    fn lines_of_a_network() {
        for (text, expected) in [
            ("a pp b c\nd\n", &["a pp b line 1", "a pp c line 1", "4 entities"][..]),
            ("a b\tpp\tc d\r\n\r\nc d\tpp\ta b\r\n", &["a b pp c d line 1", "c d pp a b line 3", "2 entities"]),
            ("a b\tpp\tc d\ne f\n", &["a b pp c d line 1", "3 entities"]),
            ("e f\na b\tpp\tc d\n", &["a b pp c d line 2", "3 entities"]),
            ("a pp b\na pp\n", &["net.sif:2:1: this line has a relation without a target [ragged-row]"]),
            ("source\tmetaedge\ttarget\nGene::9\tGiG\tGene::8\n", &["Gene::9 GiG Gene::8 line 2", "2 entities"]),
        ] {
            assert_eq!(edges(text), expected, "{text}");
        }
    }

    #[test]
    fn the_nodes_of_hetnet_stand_beside_it() {
        let edges = "source\tmetaedge\ttarget\nCompound::DB1\tCbG\tGene::9\n";
        let nodes = "id\tname\tkind\nGene::9\tNAT1\tGene\nCompound::DB1\tcaffeine\tCompound\n";
        let known = ["compound-db1 = caffeine: drug", "gene-9 = NAT1: gene"];
        for (edges_name, nodes_name) in
            [("hetionet-v1.0-edges.sif", "hetionet-v1.0-nodes.tsv"), ("net.sif", "net.nodes.tsv")]
        {
            let graph = sample::sound(&[(edges_name, edges), (nodes_name, nodes)]);
            let mut told: Vec<String> = sample::entities(&graph);
            for entity in &mut told {
                entity.truncate(entity.find(", also").unwrap_or(entity.len()));
            }
            told.sort();
            assert_eq!(told, known, "{edges_name}");
            assert_eq!(graph.name, edges_name.trim_end_matches("-edges.sif").trim_end_matches(".sif"));
        }
    }
}
