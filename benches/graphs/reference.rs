//! The naive reference: rows of neighbours, breadth-first and depth-first search as in a textbook, nothing of endograph's
//! own. It is the yardstick that is always at hand, and the second opinion on every count.

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::time::Instant;

/// What has not been reached.
const FAR: u32 = u32::MAX;

/// A directed multigraph.
pub struct Reference {
    names: Vec<String>,
    numbers: HashMap<String, u32>,
    out: Vec<Vec<(u32, i8)>>,
    into: Vec<Vec<(u32, i8)>>,
}

impl Reference {
    /// Reads an edge list with the columns source, relation, target, sign.
    pub fn load(path: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(path)?;
        let mut graph = Self { names: Vec::new(), numbers: HashMap::new(), out: Vec::new(), into: Vec::new() };
        for line in text.lines().skip(1) {
            let mut fields = line.split('\t');
            let (Some(source), Some(_), Some(target)) = (fields.next(), fields.next(), fields.next()) else { continue };
            let sign = fields.next().and_then(|sign| sign.parse().ok()).unwrap_or(0);
            let (from, to) = (graph.number(source), graph.number(target));
            graph.out[from as usize].push((to, sign));
            graph.into[to as usize].push((from, sign));
        }
        Ok(graph)
    }

    fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = u32::try_from(self.names.len()).expect("fewer than 2^32 nodes");
        self.numbers.insert(name.to_owned(), number);
        self.names.push(name.to_owned());
        self.out.push(Vec::new());
        self.into.push(Vec::new());
        number
    }

    /// Connected pairs at least two steps apart, from a fixed seed.
    pub fn pairs(&self, wanted: usize) -> Vec<(String, String)> {
        let mut state = 7_u64;
        let mut draw = |bound: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap_or(0) % bound
        };
        let mut pairs = Vec::new();
        while pairs.len() < wanted {
            let source = draw(self.names.len());
            let distances = breadth_first(&self.out, number_of(source), FAR);
            let far: Vec<usize> =
                (0..distances.len()).filter(|&node| distances[node] != FAR && distances[node] >= 2).collect();
            if !far.is_empty() {
                pairs.push((self.names[source].clone(), self.names[far[draw(far.len())]].clone()));
            }
        }
        pairs
    }

    /// The node with the most edges.
    pub fn busiest(&self) -> String {
        let degree = |node: &usize| self.out[*node].len() + self.into[*node].len();
        (0..self.names.len()).max_by_key(degree).map(|node| self.names[node].clone()).unwrap_or_default()
    }

    /// Answers lines `operation, source, target, bound` with `value, seconds`, until the input ends.
    pub fn serve(&self, loaded: f64) -> io::Result<()> {
        let mut out = io::stdout().lock();
        writeln!(out, "ready\t{loaded}")?;
        out.flush()?;
        for line in io::stdin().lock().lines() {
            let line = line?;
            let fields: Vec<&str> = line.split('\t').collect();
            let [operation, source, target, bound] = fields[..] else { continue };
            let start = Instant::now();
            let value = self.answer(operation, source, target, bound.parse().unwrap_or(0));
            writeln!(out, "{value}\t{:.9}", start.elapsed().as_secs_f64())?;
            out.flush()?;
        }
        Ok(())
    }

    fn answer(&self, operation: &str, source: &str, target: &str, bound: u32) -> i64 {
        let Some(&from) = self.numbers.get(source) else { return -9 };
        let to = self.numbers.get(target).copied().unwrap_or(from);
        match operation {
            "shortest" => match breadth_first(&self.out, from, FAR)[to as usize] {
                FAR => -1,
                distance => i64::from(distance),
            },
            "allshortest" => self.all_shortest(from, to),
            "simple" => {
                let remaining = breadth_first(&self.into, to, bound);
                let mut on_path = vec![false; self.names.len()];
                on_path[from as usize] = true;
                self.simple(from, to, bound, &remaining, &mut on_path)
            }
            "reach" => {
                let reached = breadth_first(&self.out, from, bound);
                count(reached.iter().filter(|&&distance| distance != FAR)) - 1
            }
            "neg" => self.negative(from, bound),
            _ => -9,
        }
    }

    fn all_shortest(&self, from: u32, to: u32) -> i64 {
        let distances = breadth_first(&self.out, from, FAR);
        if distances[to as usize] == FAR {
            return 0;
        }
        let mut ways = HashMap::from([(to, 1)]);
        for level in (0..distances[to as usize]).rev() {
            let mut before: HashMap<u32, i64> = HashMap::new();
            for (&node, &paths) in &ways {
                for &(previous, _) in &self.into[node as usize] {
                    if distances[previous as usize] == level {
                        *before.entry(previous).or_insert(0) += paths;
                    }
                }
            }
            ways = before;
        }
        ways[&from]
    }

    fn simple(&self, node: u32, to: u32, left: u32, remaining: &[u32], on_path: &mut [bool]) -> i64 {
        let mut paths = 0;
        for &(next, _) in &self.out[node as usize] {
            if next == to {
                paths += 1;
            } else if left > 1 && remaining[next as usize] < left && !on_path[next as usize] {
                on_path[next as usize] = true;
                paths += self.simple(next, to, left - 1, remaining, on_path);
                on_path[next as usize] = false;
            }
        }
        paths
    }

    /// Nodes at the end of a walk of signed edges whose product is negative.
    fn negative(&self, from: u32, bound: u32) -> i64 {
        let mut seen = vec![[false; 2]; self.names.len()];
        seen[from as usize][0] = true;
        let mut front = vec![(from, 0)];
        for _ in 0..bound {
            let mut further = Vec::new();
            for &(node, parity) in &front {
                for &(next, sign) in self.out[node as usize].iter().filter(|(_, sign)| *sign != 0) {
                    let parity = parity ^ usize::from(sign < 0);
                    if !seen[next as usize][parity] {
                        seen[next as usize][parity] = true;
                        further.push((next, parity));
                    }
                }
            }
            front = further;
        }
        count(seen.iter().enumerate().filter(|(node, signs)| signs[1] && *node != from as usize))
    }
}

fn breadth_first(rows: &[Vec<(u32, i8)>], from: u32, bound: u32) -> Vec<u32> {
    let mut distances = vec![FAR; rows.len()];
    distances[from as usize] = 0;
    let mut queue = vec![from];
    let mut next = 0;
    while let Some(&node) = queue.get(next) {
        next += 1;
        let distance = distances[node as usize];
        if distance >= bound {
            break;
        }
        for &(neighbour, _) in &rows[node as usize] {
            if distances[neighbour as usize] == FAR {
                distances[neighbour as usize] = distance + 1;
                queue.push(neighbour);
            }
        }
    }
    distances
}

fn number_of(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(FAR)
}

fn count<T>(items: impl Iterator<Item = T>) -> i64 {
    i64::try_from(items.count()).unwrap_or(i64::MAX)
}
