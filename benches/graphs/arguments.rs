//! What the benchmark is told.

use std::path::{Path, PathBuf};

/// The command line.
pub struct Arguments {
    /// Generated graphs, as multiples of Hetionet's size.
    pub scales: Vec<u64>,
    /// Where real graphs are: `*.edges.tsv` with their `*.pairs.tsv`.
    pub folder: Option<PathBuf>,
    /// Where the peers' adapters are: a folder with `bench.py`.
    pub adapters: Option<PathBuf>,
    /// Which peers.
    pub peers: Vec<String>,
    /// The Python that has them.
    pub python: String,
    /// How long one question of one peer may take, over all pairs.
    pub seconds: f64,
    /// Answer as the naive reference, on this edge list.
    pub serve_reference: Option<PathBuf>,
    /// `cargo test` only wants to know that it compiles.
    pub only_compile: bool,
}

const USAGE: &str = "cargo bench --bench graphs -- [--scale 1,9,45] [--folder GRAPHS] [--adapters BENCH --peers networkx,igraph \
[--python PYTHON]] [--seconds 20]";

impl Arguments {
    /// Reads the command line; an unknown word ends the program with its usage.
    pub fn read() -> Self {
        let mut arguments = Self {
            scales: vec![1],
            folder: None,
            adapters: None,
            peers: Vec::new(),
            python: "python3".to_owned(),
            seconds: 20.0,
            serve_reference: None,
            only_compile: false,
        };
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let mut value = || words.next().unwrap_or_else(|| usage());
            match word.as_str() {
                "--scale" => arguments.scales = value().split(',').filter_map(|scale| scale.parse().ok()).collect(),
                "--folder" => arguments.folder = Some(value().into()),
                "--adapters" => arguments.adapters = Some(value().into()),
                "--peers" => arguments.peers = value().split(',').map(str::to_owned).collect(),
                "--python" => arguments.python = value(),
                "--seconds" => arguments.seconds = value().parse().unwrap_or_else(|_| usage()),
                "--serve-reference" => arguments.serve_reference = Some(value().into()),
                "--test" => arguments.only_compile = true,
                "--bench" => {} // what cargo itself adds
                _ => usage(),
            }
        }
        arguments
    }

    /// Where generated graphs and snapshots are kept between runs.
    pub fn store() -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("graphs")
    }
}

fn usage() -> ! {
    eprintln!("{USAGE}");
    std::process::exit(2)
}
