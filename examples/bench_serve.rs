//! Answers path questions over a line protocol, so that a benchmark can time the library beside others.
//!
//! Takes an edge list (columns source, relation, target, sign) or a snapshot as its last argument, prints `ready`, a tab and
//! the seconds that loading took, and then answers each line `operation⇥source⇥target⇥edges` with `value⇥seconds`.
//!
//! | operation | value |
//! |---|---|
//! | `shortest` | edges of the shortest path, -1 where there is none |
//! | `allshortest` | number of shortest paths |
//! | `simple`, `trail` | number of simple paths, of trails, of at most so many edges |
//! | `reach` | nodes at most so many edges away, the source left out |
//! | `neg` | nodes at the end of a walk of at most so many signed edges whose product is negative, the source left out |
//! | `cycles` | number of cycles of at most so many edges through the source |
//! | `first20` | number of simple paths of at most so many edges, after the first 20 were looked at |
//! | `k20` | number of the 20 shortest simple paths that there are |
//! | `stream` | number of simple paths of at most so many edges, each handed over |
//! | `text` | the same, each written as a line of names that nobody reads |

use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::io::{self, BufRead, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use endograph::cancel::Cancel;
use endograph::formats;
use endograph::search::{
    self, Budget, Direction, Labels, Mode, Node, Passage, PathGraph, PathQuery, Selection, Targets,
};
use fixedbitset::FixedBitSet;

/// A graph and the names of its nodes.
struct Loaded {
    names: HashMap<String, Node>,
    /// By node.
    called: Vec<String>,
    graph: PathGraph,
}

/// A line of names. Those that the path before began with too are not written again.
#[derive(Default)]
struct Line {
    nodes: Vec<Node>,
    text: String,
    /// Where the text of each node ends.
    ends: Vec<usize>,
}

impl Line {
    fn set(&mut self, nodes: &[Node], called: &[String]) {
        let same = nodes.iter().zip(&self.nodes).take_while(|(node, before)| node == before).count();
        self.text.truncate(same.checked_sub(1).map_or(0, |last| self.ends[last]));
        self.ends.truncate(same);
        self.nodes.truncate(same);
        for &node in &nodes[same..] {
            if !self.text.is_empty() {
                self.text.push_str(" -> ");
            }
            self.text.push_str(&called[node.0 as usize]);
            self.nodes.push(node);
            self.ends.push(self.text.len());
        }
    }
}

/// Opens an edge list or a snapshot, and searches its edges as they lie.
fn load(path: &str) -> Result<Loaded, Box<dyn Error>> {
    let graph = formats::open(Path::new(path)).map_err(|mut faults| faults.swap_remove(0))?;
    let called: Vec<String> = graph.entity_ids().map(|id| graph.entity(id).name.clone()).collect();
    let names = called.iter().cloned().zip((0..).map(Node)).collect();
    let adjacency = &graph.adjacency;
    let paths = PathGraph::new(adjacency.outgoing_rows().clone(), adjacency.incoming_rows().clone());
    Ok(Loaded { names, called, graph: paths })
}

/// One line of the protocol.
struct Request<'a> {
    operation: &'a str,
    source: Node,
    target: Node,
    edges: usize,
}

impl Loaded {
    fn request<'a>(&self, line: &'a str) -> Option<Request<'a>> {
        let mut fields = line.split('\t');
        let operation = fields.next()?;
        let source = *self.names.get(fields.next()?)?;
        let target = self.names.get(fields.next()?).copied().unwrap_or(source);
        Some(Request { operation, source, target, edges: fields.next()?.trim().parse().ok()? })
    }

    fn answer(&self, request: &Request) -> Result<i128, Box<dyn Error>> {
        let cancel = Cancel::never();
        let budget = &mut Budget::unlimited(&cancel);
        let between = PathQuery::new(vec![request.source], Targets::Nodes(vec![request.target]));
        let bounded = PathQuery { max_hops: Some(request.edges), ..between.clone() };
        let avoid = FixedBitSet::new();
        let onward = Passage { direction: Direction::Forward, labels: &Labels::ALL, avoid: &avoid };
        let graph = &self.graph;
        let number = match request.operation {
            "shortest" => search::distance(graph, &between, budget)?.map_or(-1, |hops| hops as i128),
            "allshortest" => {
                let shortest = PathQuery { selection: Selection::AllShortest, ..between };
                search::count(graph, &shortest, budget)?.total().try_into()?
            }
            "simple" => search::count(graph, &bounded, budget)?.total().try_into()?,
            "trail" => {
                let trails = PathQuery { mode: Mode::Trail, ends_at_first_target: false, ..bounded };
                search::count(graph, &trails, budget)?.total().try_into()?
            }
            "cycles" => {
                let cycles = PathQuery { mode: Mode::Cycle, ..bounded };
                search::count(graph, &cycles, budget)?.total().try_into()?
            }
            "reach" => {
                let from = [request.source];
                search::count_reached(graph, onward, &from, Some(request.edges), budget)? as i128
            }
            "neg" => {
                let from = [request.source];
                search::count_reached_signed(graph, onward, &from, Some(request.edges), budget)?.negative as i128
            }
            "first20" => {
                let first = PathQuery { limit: Some(20), ..bounded.clone() };
                black_box(search::find(graph, &first, budget)?);
                search::count(graph, &bounded, budget)?.total().try_into()?
            }
            "k20" => {
                let first = PathQuery { selection: Selection::Shortest(20), ..between };
                search::find(graph, &first, budget)?.paths.len() as i128
            }
            "stream" => {
                let mut count = 0;
                search::stream(graph, &bounded, budget, |path| {
                    count += i128::from(!black_box(path.nodes).is_empty());
                    ControlFlow::Continue(())
                })?;
                count
            }
            "text" => {
                let (mut count, mut line) = (0, Line::default());
                let mut out = BufWriter::with_capacity(1 << 16, io::sink());
                search::stream(graph, &bounded, budget, |path| {
                    line.set(path.nodes, &self.called);
                    count += i128::from(writeln!(out, "{}", line.text).is_ok());
                    ControlFlow::Continue(())
                })?;
                count
            }
            other => return Err(format!("no operation {other}").into()),
        };
        Ok(number)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let path = std::env::args().next_back().ok_or("which table of edges?")?;
    let loaded = load(&path)?;
    let mut out = io::stdout().lock();
    writeln!(out, "ready\t{:.6}", start.elapsed().as_secs_f64())?;
    out.flush()?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        let start = Instant::now();
        let value = loaded.request(&line).map_or(Ok(-9), |request| loaded.answer(&request))?;
        writeln!(out, "{value}\t{:.9}", start.elapsed().as_secs_f64())?;
        out.flush()?;
    }
    Ok(())
}
