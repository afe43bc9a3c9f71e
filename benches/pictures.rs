//! How long it takes to lay drawings out and to write them as SVG.

use std::time::Instant;

use endograph::picture::svg;

#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../tests/pictures/sketch.rs"]
mod sketch;

/// How often each drawing is made; the fastest counts.
const TIMES: usize = 5;

fn main() {
    println!("{:>5} {:>6} {:>9} {:>9}", "nodes", "arrows", "ms", "bytes");
    for (nodes, arrows) in [(5, 6), (20, 30), (80, 140), (200, 350)] {
        let drawing = sketch::large(nodes, arrows);
        let mut fastest = f64::INFINITY;
        let mut bytes = 0;
        for _ in 0..TIMES {
            let begun = Instant::now();
            bytes = svg(&drawing).len();
            fastest = fastest.min(begun.elapsed().as_secs_f64());
        }
        println!("{nodes:>5} {arrows:>6} {:>9.1} {bytes:>9}", fastest * 1000.0);
    }
}
