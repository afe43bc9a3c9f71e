//! A process that loads an edge list and answers one question a line.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// How questions and answers are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Protocol {
    /// `operation, source, target, bound` answered by `value, seconds`, tab-separated.
    Lines,
    /// The same as JSON: the adapters of `bench.py worker`.
    Json,
}

/// A running peer.
pub struct Peer {
    /// As the table names it.
    pub name: String,
    /// Seconds from the file to the first answer, as the peer says.
    pub load: f64,
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    protocol: Protocol,
}

/// An answer, and the seconds it took inside the peer.
#[derive(Clone, Copy)]
pub struct Timed {
    /// The count or length.
    pub value: i64,
    /// Seconds.
    pub seconds: f64,
}

impl Peer {
    /// Starts a program that takes the edge list as its last argument and speaks lines.
    pub fn lines(name: &str, program: &Path, arguments: &[&str], edges: &Path) -> Option<Self> {
        let mut command = Command::new(program);
        command.args(arguments).arg(edges);
        let mut peer = Self::start(name, command, Protocol::Lines)?;
        let ready = peer.read()?;
        peer.load = ready.trim_end().split('\t').nth(1)?.parse().ok()?;
        Some(peer)
    }

    /// Starts one of the Python adapters.
    pub fn adapter(name: &str, python: &str, bench: &Path, edges: &Path, store: &Path) -> Option<Self> {
        std::fs::create_dir_all(store).ok()?;
        let beside = PathBuf::from(edges.to_string_lossy().replace(".edges.", ".nodes."));
        let nodes = if beside.exists() { beside } else { nodes_of(edges, store).ok()? };
        let mut command = Command::new(python);
        command.args(["-W", "ignore"]).arg(bench.join("bench.py")).args(["worker", "--peer", name]);
        command.arg("--edges").arg(edges).arg("--nodes").arg(nodes).arg("--store").arg(store);
        let mut peer = Self::start(name, command, Protocol::Json)?;
        let ready: Value = serde_json::from_str(&peer.read()?).ok()?;
        peer.load = ready["load_s"].as_f64()?;
        Some(peer)
    }

    fn start(name: &str, mut command: Command, protocol: Protocol) -> Option<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take()?);
        Some(Self { name: name.to_owned(), load: 0.0, child, input, output, protocol })
    }

    fn read(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.output.read_line(&mut line).ok()?;
        (read > 0).then_some(line)
    }

    /// Asks one question; none where the peer cannot answer it.
    pub fn ask(&mut self, operation: &str, source: &str, target: &str, bound: u32) -> Option<Timed> {
        let question = match self.protocol {
            Protocol::Lines => format!("{operation}\t{source}\t{target}\t{bound}"),
            Protocol::Json => {
                let operation = if operation == "simple" { "paths" } else { operation };
                json!([operation, source, target, bound]).to_string()
            }
        };
        writeln!(self.input.as_mut()?, "{question}").ok()?;
        let line = self.read()?;
        match self.protocol {
            Protocol::Lines => {
                let (value, seconds) = line.trim_end().split_once('\t')?;
                Some(Timed { value: value.parse().ok()?, seconds: seconds.parse().ok()? })
            }
            Protocol::Json => {
                let answer: Value = serde_json::from_str(&line).ok()?;
                Some(Timed { value: answer["v"].as_i64()?, seconds: answer["s"].as_f64()? })
            }
        }
    }

    /// The most memory it has used so far, in MB, where the system tells.
    pub fn peak(&self) -> Option<u64> {
        peak(self.child.id())
    }
}

/// Writes the nodes of an edge list, for adapters that want them told.
fn nodes_of(edges: &Path, store: &Path) -> std::io::Result<PathBuf> {
    let text = std::fs::read_to_string(edges)?;
    let mut names = BTreeSet::new();
    for line in text.lines().skip(1) {
        let mut fields = line.split('\t');
        names.extend(fields.next());
        names.extend(fields.nth(1));
    }
    let rows: Vec<String> = names.iter().map(|name| format!("{name}\tnode\t{name}\n")).collect();
    let path = store.join("nodes.tsv");
    std::fs::write(&path, format!("id\tkind\tname\n{}", rows.concat()))?;
    Ok(path)
}

/// The most memory that a process has used so far, in MB, where the system tells.
pub fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.input = None;
        // A peer that has stopped already is no fault here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
