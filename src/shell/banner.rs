//! The first screen.

use endograph::answer::printable;
use endograph::graph::Graph;

use super::paragraph;

/// Statements to paste, right for the embedded graph.
pub const EXAMPLES: [&str; 3] = [
    "? what suppresses LH",
    "? why does exogenous testosterone suppress spermatogenesis",
    "path hCG -> spermatogenesis",
];

/// What graph is open, what to try, how to get help, in lines of so many columns.
pub fn text(graph: &Graph, width: usize) -> String {
    let text = format!(
        "endograph {}: {}\n\nTry:  {}\n\nNew here? .tutorial takes ten steps. .help lists commands and topics; Ctrl-D leaves.\n\
         This is not medical advice.",
        env!("CARGO_PKG_VERSION"),
        opened(graph),
        EXAMPLES.join("\n      "),
    );
    paragraph::wrap(&text, width, 2) + "\n\n"
}

/// The open graph in one line.
pub fn opened(graph: &Graph) -> String {
    let title = if graph.title.is_empty() { String::new() } else { format!(", {}", graph.title) };
    let version = if graph.version.is_empty() { String::new() } else { format!(" {}", graph.version) };
    let called = format!("{}{version}{title}", graph.name);
    format!("{} ({} entities, {} edges)", printable(&called), graph.entity_count(), graph.edge_count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_acts_on_no_terminal() {
        let mut graph = Graph::default();
        graph.name = "thyroid\u{1b}]0;x\u{7}".into();
        graph.title = "a\nb \u{202e}c".into();
        let shown = opened(&graph);
        assert!(shown.starts_with("thyroid\\u{1b}]0;x\\u{7}") && shown.contains("a b \\u{202e}c"), "{shown}");
    }
}
