//! One table a graph.

use std::fmt;
use std::path::Path;
use std::time::Instant;

use super::peer::{Peer, Timed};

/// What has been measured on one graph.
pub struct Table {
    title: String,
    lines: Vec<String>,
    /// The median of endograph's answers to the question at hand.
    own: Option<f64>,
}

impl Table {
    /// An empty table.
    pub fn new(edges: &Path, pairs: usize) -> Self {
        let name = edges.file_name().unwrap_or_default().to_string_lossy();
        Self { title: format!("{name}, {pairs} pairs"), lines: Vec::new(), own: None }
    }

    /// A figure of its own.
    pub fn figure(&mut self, name: &str, figure: &str) {
        self.lines.push(format!("{name:<58} {figure}"));
    }

    /// How long a peer took to load, and how much memory.
    pub fn load(&mut self, peer: &str, seconds: f64, peak: Option<u64>) {
        let peak = peak.map_or_else(String::new, |peak| format!("{peak} MB peak"));
        self.lines.push(format!("load to ready: {peer:<43} {seconds:>9.3} s     {peak}"));
    }

    /// A heading for the answers to come.
    pub fn question(&mut self, title: &str) {
        self.lines.push(format!("\n{title}"));
        self.own = None;
    }

    /// Asks a peer one question of every pair, within so many seconds. `known` are the answers of the first peer.
    pub fn answers(
        &mut self,
        peer: &mut Peer,
        operation: &str,
        bound: u32,
        pairs: &[(String, String)],
        seconds: f64,
        known: &mut Vec<i64>,
    ) {
        let start = Instant::now();
        let mut answers: Vec<Timed> = Vec::new();
        for (source, target) in pairs {
            if start.elapsed().as_secs_f64() > seconds && !answers.is_empty() {
                break;
            }
            let Some(answer) = peer.ask(operation, source, target, bound) else { break };
            answers.push(answer);
        }
        let line =
            if answers.is_empty() { "not expressible".to_owned() } else { self.line(&answers, pairs.len(), known) };
        self.lines.push(format!("  {:<24} {line}", peer.name));
        if known.is_empty() {
            known.extend(answers.iter().map(|answer| answer.value));
        }
    }

    /// How many paths a second a peer enumerates, over as many pairs as it answers within so many seconds.
    pub fn rate(
        &mut self,
        title: &str,
        peer: &mut Peer,
        operation: &str,
        bound: u32,
        pairs: &[(String, String)],
        seconds: f64,
    ) {
        let (mut paths, mut took, mut answered) = (0, 0.0, 0);
        for (source, target) in pairs {
            let Some(answer) = peer.ask(operation, source, target, bound) else { break };
            (paths, took, answered) = (paths + answer.value, took + answer.seconds, answered + 1);
            if took > seconds {
                break;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let rate = paths as f64 / took / 1e6;
        self.figure(title, &format!("{rate:>9.1} million a second: {paths} of {answered} pairs"));
    }

    /// The answer to a question of one node, the median of five.
    pub fn alone(&mut self, title: &str, peer: &mut Peer, operation: &str, bound: u32, node: &str) {
        let answers: Option<Vec<Timed>> = (0..5).map(|_| peer.ask(operation, node, node, bound)).collect();
        if let Some(mut answers) = answers {
            answers.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
            self.figure(title, &format!("{:>9.1} ms: {}", answers[2].seconds * 1e3, answers[2].value));
        }
    }

    fn line(&mut self, answers: &[Timed], pairs: usize, known: &[i64]) -> String {
        let mut times: Vec<f64> = answers.iter().map(|answer| answer.seconds * 1e3).collect();
        times.sort_by(f64::total_cmp);
        let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
        let own = *self.own.get_or_insert(median);
        let differ = answers.iter().zip(known).filter(|(answer, known)| answer.value != **known).count();
        let agreement = if known.is_empty() {
            String::new()
        } else if differ == 0 {
            ", all counts agree".to_owned()
        } else {
            format!(", {differ} counts DIFFER")
        };
        let asked = if answers.len() < pairs { format!(" (first {} pairs)", answers.len()) } else { String::new() };
        let ratio = median / own;
        format!("median {median:>10.4} ms  longest {worst:>10.3} ms  {ratio:>8.1} times endograph's{agreement}{asked}")
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "== {}", self.title)?;
        self.lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
