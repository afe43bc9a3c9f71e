//! Graphs at the scale of Hetionet and beyond, from a fixed seed: its kinds, its relations and how many edges each has,
//! wired at random with a few nodes of very high degree. The same size gives the same bytes.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// A relation: its name, its ends, its sign, and how many edges it has in Hetionet 1.0 (Himmelstein et al. 2017, eLife 6).
struct Relation {
    name: &'static str,
    source: usize,
    target: usize,
    sign: &'static str,
    edges: u64,
}

/// The kinds of Hetionet, with how many nodes each has.
const KINDS: [(&str, u64); 11] = [
    ("Gene", 20_945),
    ("Disease", 137),
    ("Compound", 1_552),
    ("Anatomy", 402),
    ("Biological Process", 11_381),
    ("Cellular Component", 1_391),
    ("Molecular Function", 2_884),
    ("Pathway", 1_822),
    ("Pharmacologic Class", 345),
    ("Side Effect", 5_734),
    ("Symptom", 438),
];

const fn relation(name: &'static str, source: usize, target: usize, sign: &'static str, edges: u64) -> Relation {
    Relation { name, source, target, sign, edges }
}

const RELATIONS: [Relation; 24] = [
    relation("AdG", 3, 0, "-1", 102_240),
    relation("AeG", 3, 0, "", 526_407),
    relation("AuG", 3, 0, "1", 97_848),
    relation("CbG", 2, 0, "", 11_571),
    relation("CcSE", 2, 9, "", 138_944),
    relation("CdG", 2, 0, "-1", 21_102),
    relation("CpD", 2, 1, "-1", 390),
    relation("CrC", 2, 2, "", 6_486),
    relation("CtD", 2, 1, "-1", 755),
    relation("CuG", 2, 0, "1", 18_756),
    relation("DaG", 1, 0, "", 12_623),
    relation("DdG", 1, 0, "-1", 7_623),
    relation("DlA", 1, 3, "", 3_602),
    relation("DpS", 1, 10, "1", 3_357),
    relation("DrD", 1, 1, "", 543),
    relation("DuG", 1, 0, "1", 7_731),
    relation("GcG", 0, 0, "", 61_690),
    relation("GiG", 0, 0, "", 147_164),
    relation("GpBP", 0, 4, "", 559_504),
    relation("GpCC", 0, 5, "", 73_566),
    relation("GpMF", 0, 6, "", 97_222),
    relation("GpPW", 0, 7, "", 84_372),
    relation("Gr>G", 0, 0, "1", 265_672),
    relation("PCiC", 8, 2, "", 1_029),
];

/// Writes an edge list of `scale` times Hetionet's size, with a header: source, relation, target, sign. Holds the targets of
/// one node at a time.
pub fn write(path: &Path, scale: u64) -> io::Result<()> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    writeln!(file, "source\trelation\ttarget\tsign")?;
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for relation in &RELATIONS {
        write_relation(&mut file, relation, scale, &mut random)?;
    }
    file.flush()
}

fn write_relation(file: &mut impl Write, relation: &Relation, scale: u64, random: &mut Random) -> io::Result<()> {
    let (source_kind, sources) = KINDS[relation.source];
    let (target_kind, targets) = KINDS[relation.target];
    let (sources, targets, edges) = (sources * scale, targets * scale, relation.edges * scale);
    let mut written = 0;
    let mut chosen: Vec<u64> = Vec::new();
    for source in 0..sources {
        // Degrees fall with the rank of a node as in a graph with hubs, and add up to what the relation has.
        let upto = cumulative(source + 1, sources, edges);
        chosen.clear();
        for _ in written..upto {
            chosen.push(skewed(random, targets));
        }
        written = upto;
        chosen.sort_unstable();
        chosen.dedup();
        for &target in &chosen {
            if relation.source != relation.target || source != target {
                let Relation { name, sign, .. } = relation;
                writeln!(file, "{source_kind}::{source}\t{name}\t{target_kind}::{target}\t{sign}")?;
            }
        }
    }
    Ok(())
}

/// How many edges the first `rank` of `nodes` sources have together: the square root of their share, so that the first
/// hundredth has a tenth of all edges.
fn cumulative(rank: u64, nodes: u64, edges: u64) -> u64 {
    let share = u128::from(rank) * u128::from(edges) * u128::from(edges) / u128::from(nodes.max(1));
    u64::try_from(share.isqrt()).unwrap_or(edges).min(edges)
}

/// A node of so many, low numbers more often: the product of two even draws.
fn skewed(random: &mut Random, nodes: u64) -> u64 {
    let upto = random.below(nodes) + 1;
    random.below(upto)
}

/// Steele, Lea & Flood 2014 (`SplitMix64`): the same numbers everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }
}
