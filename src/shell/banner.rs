//! The first screen.

use endograph::answer::printable;
use endograph::graph::Graph;

use super::topics::Examples;
use super::{helper, paragraph, tutorial};

/// Statements to paste, and the same for any graph.
const TRY: [(&str, &str); 3] = [
    ("? what suppresses LH", "? what affects {B}"),
    ("? why does exogenous testosterone suppress spermatogenesis", "? why does {A} {verb} {B}"),
    ("path hCG -> spermatogenesis", "path {A} -> {B}"),
];

/// The same for a graph so large that its names are looked up only later: nothing is named.
const NAMELESS: [&str; 3] = ["stats", "schema", "list kinds"];

/// What graph is open, what to try, how to get help, in lines of so many columns.
pub fn text(graph: &Graph, width: usize) -> String {
    let begin =
        if tutorial::can_run(graph) { ".tutorial takes ten steps." } else { ".examples lists statements to paste." };
    let text = format!(
        "endograph {}: {}\n\nTry:  {}\n\nNew here? {begin} .help lists commands and topics; Ctrl-D leaves.\n\
         This is not medical advice.",
        env!("CARGO_PKG_VERSION"),
        opened(graph),
        statements(graph).join("\n      "),
    );
    paragraph::wrap(&text, width, 2) + "\n\n"
}

/// Statements that run on the open graph.
fn statements(graph: &Graph) -> Vec<String> {
    if !helper::has_names_at_once(graph) {
        return NAMELESS.map(str::to_owned).to_vec();
    }
    let examples = Examples::of(graph);
    let mut statements = TRY.map(|(curated, pattern)| examples.either(curated, pattern)).to_vec();
    statements.dedup();
    statements
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
    use endograph::session::Session;

    use super::*;

    #[test]
    fn what_to_try_runs_on_the_open_graph() {
        let check = |session: &Session, parts: &[&str], has_tutorial: bool| {
            let graph = session.graph();
            let shown = text(graph, 100);
            assert!(parts.iter().all(|part| shown.contains(part)), "{shown}");
            assert_eq!(shown.contains(".tutorial"), has_tutorial, "{shown}");
            for statement in statements(graph) {
                assert!(Examples::of(graph).runs(&statement), "{statement}");
            }
        };
        let embedded = Session::embedded().expect("the embedded graph is sound");
        check(&embedded, &["? what suppresses LH", "path hCG -> spermatogenesis"], true);
        let renin = Session::open("examples/renin.tsv".as_ref()).expect("an example");
        check(&renin, &["? what affects angiotensin II", "path renin -> angiotensin II", ".examples"], false);
    }

    #[test]
    fn a_title_acts_on_no_terminal() {
        let mut graph = Graph::default();
        graph.name = "thyroid\u{1b}]0;x\u{7}".into();
        graph.title = "a\nb \u{202e}c".into();
        let shown = opened(&graph);
        assert!(shown.starts_with("thyroid\\u{1b}]0;x\\u{7}") && shown.contains("a b \\u{202e}c"), "{shown}");
    }
}
