//! Paths against networkx, where that is installed: an oracle that shares no line of code with endograph.

use std::fmt::Write as _;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::Endograph;

const NODES: u64 = 14;
const EDGES: u64 = 60;
const LONGEST: usize = 5;

/// Counts simple paths between pairs, parallel edges apart, and those of net sign minus.
const SCRIPT: &str = r#"
import sys
import networkx as nx
graph = nx.MultiDiGraph()
for line in open(sys.argv[1]).read().splitlines()[1:]:
    source, relation, target, sign = line.split("\t")
    graph.add_edge(source, target, sign=int(sign))
for line in open(sys.argv[2]).read().splitlines():
    source, target = line.split("\t")
    total = negative = 0
    for path in nx.all_simple_edge_paths(graph, source, target, cutoff=int(sys.argv[3])):
        net = 1
        for start, end, key in path:
            net *= graph[start][end][key]["sign"]
        total += 1
        negative += net < 0
    print(total, negative)
"#;

/// A multigraph from a fixed seed; the relation tells parallel edges apart.
fn edges() -> String {
    let mut state = 20_u64;
    let mut draw = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let mut text = String::from("source\trelation\ttarget\tsign\n");
    let mut known = Vec::new();
    for _ in 0..EDGES {
        let (from, to, positive) = (draw(NODES), draw(NODES), draw(2) == 0);
        let (relation, sign) = if positive { ("activates", 1) } else { ("represses", -1) };
        if from != to && !known.contains(&(from, to, positive)) {
            known.push((from, to, positive));
            let _ = writeln!(text, "n{from}\t{relation}\tn{to}\t{sign}");
        }
    }
    text
}

fn rows(folder: &TempDir, statement: &str) -> usize {
    let asked = Endograph::new(["--graph", "net.tsv", "--format", "json", "-c", statement]).folder(folder.path()).run();
    asked.check(0, &[], &[]);
    let answer: Value = serde_json::from_str(&asked.stdout).expect("one answer in JSON");
    answer["rows"].as_array().map_or(0, Vec::len)
}

#[test]
fn networkx_counts_the_same_paths() {
    let has_networkx = Command::new("python3").args(["-c", "import networkx"]).output();
    if !has_networkx.is_ok_and(|run| run.status.success()) {
        eprintln!("skipped: networkx is not installed");
        return;
    }
    let folder = TempDir::new().expect("a temporary folder");
    let pairs: Vec<(u64, u64)> = (0..NODES - 1).map(|node| (node, NODES - 1 - node)).filter(|(a, b)| a != b).collect();
    let lines: Vec<String> = pairs.iter().map(|(from, to)| format!("n{from}\tn{to}\n")).collect();
    for (name, text) in [("net.tsv", edges()), ("pairs.tsv", lines.concat()), ("count.py", SCRIPT.to_owned())] {
        std::fs::write(folder.path().join(name), text).expect("a file in a temporary folder");
    }
    let counted = Command::new("python3")
        .args(["count.py", "net.tsv", "pairs.tsv", &LONGEST.to_string()])
        .current_dir(folder.path())
        .output()
        .expect("python runs");
    let counted = String::from_utf8(counted.stdout).expect("numbers");
    let mut compared = 0;
    for ((from, to), line) in pairs.iter().zip(counted.lines()) {
        let expected: Vec<usize> = line.split(' ').filter_map(|count| count.parse().ok()).collect();
        let all = rows(&folder, &format!("path all n{from} -> n{to} max {LONGEST}"));
        let negative = rows(&folder, &format!("path all n{from} -> n{to} max {LONGEST} net negative"));
        assert_eq!(vec![all, negative], expected, "n{from} -> n{to}");
        compared += usize::from(all > 0);
    }
    assert!(compared > 5, "too few pairs are joined: {compared}");
}
