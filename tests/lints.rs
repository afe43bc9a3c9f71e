//! What `endograph check` says of the meaning of a graph: a small graph a lint under `tests/graphs/lints/`, with what is
//! said of it, as text and as JSON, beside it.
//!
//! `ENDOGRAPH_ACCEPT=1` rewrites those files.

use std::fs;
use std::path::{Path, PathBuf};

use endograph::cancel::Cancel;
use endograph::formats::load;
use endograph::lint::{self, LINTS};

use crate::harness::{Endograph, tests_folder};
use crate::support::schema;

/// The graphs on which a check fails without being told to, and why.
const FAILING: &[(&str, &str)] = &[
    ("contradicted-effect", "contradictions are errors"),
    ("opposite-signs", "contradictions are errors"),
    ("twin-names", "a TOML graph with such names is refused"),
    ("wrong-acceptance", "the tables are no explanations"),
];

#[test]
fn findings_are_as_written_beside_the_graphs() {
    let accept = std::env::var_os("ENDOGRAPH_ACCEPT").is_some_and(|value| value == "1");
    let mut wrong = Vec::new();
    for folder in folders() {
        for (format, recorded) in [("table", "check.txt"), ("json", "check.json")] {
            let run = Endograph::new(["check", "graph.toml", "--format", format]).folder(&folder).run();
            let name = folder.file_name().expect("a folder's name").to_string_lossy().into_owned();
            let status = i32::from(FAILING.iter().any(|(failing, _)| *failing == name));
            assert_eq!((run.status, run.stderr.as_str()), (status, ""), "{name}");
            if format == "json" {
                schema::assert_valid(run.stdout.trim());
            }
            let recorded = folder.join(recorded);
            if accept {
                fs::write(&recorded, &run.stdout).expect("a file beside the graph");
            } else if fs::read_to_string(&recorded).unwrap_or_default() != run.stdout {
                wrong.push(format!("{}:\n{}", recorded.display(), run.stdout));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nENDOGRAPH_ACCEPT=1 takes the new ones.", wrong.join("\n"));
}

#[test]
fn every_lint_has_a_graph() {
    let names: Vec<String> = folders()
        .iter()
        .map(|folder| folder.file_name().expect("a folder's name").to_string_lossy().into_owned())
        .collect();
    for lint in LINTS {
        assert!(names.iter().any(|name| name == lint.code.as_str()), "no graph shows `{}`", lint.code);
    }
}

#[test]
fn nothing_about_the_embedded_graph_is_unexplained() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph-data");
    let loaded = load(&data).expect("no fault");
    let report = lint::check(&loaded, 1, &Cancel::never()).expect("nothing stops it");
    let open: Vec<String> = report.open().map(|finding| format!("{} [{}]", finding.message, finding.code)).collect();
    assert!(open.is_empty(), "mend the data, or explain in accepted.toml:\n{}", open.join("\n"));
    assert!(report.explained() > 0);
    for path in ["hpg", data.to_str().expect("a path in UTF-8")] {
        let run = Endograph::new(["check", path, "--deny", "warnings"]).run();
        run.check(0, &["no faults", "explained"], &[]);
    }
}

#[test]
fn denied_warnings_fail() {
    let check = |graph: &str, deny: &[&str], status: i32, holds: &str| {
        let deny = deny.iter().flat_map(|code| ["--deny", code]);
        let run = Endograph::new(["check", "graph.toml"].into_iter().chain(deny));
        run.folder(&tests_folder("graphs/lints").join(graph)).run().check(status, &[holds], &[]);
    };
    check("accepted", &[], 0, ": 2 warnings, 2 explained\n");
    check("accepted", &["warnings"], 1, ": 2 warnings (2 denied), 2 explained\n");
    check("accepted", &["stale-acceptance"], 1, ": 2 warnings (1 denied), 2 explained\n");
    check("accepted", &["unreachable", "self-loop"], 0, ": 2 warnings, 2 explained\n");
    check("contradicted-effect", &["theoretical-only"], 1, ": 2 errors, 1 warning (1 denied)\n");
    check("self-loop", &["unreachable", "self-loop"], 1, ": 1 warning (1 denied)\n");
    Endograph::new(["check", "hpg", "--deny", "everything"]).run().check(2, &[], &["everything", "--deny"]);
}

#[test]
fn findings_without_a_place_name_the_file() {
    let list = "subject\tobject\tsign\nLH\tLeydig cells\t+\nlh\tLH\t-\nFSH\tFSH\t-\n";
    let run = |format: &str| Endograph::new(["check", "model.tsv", "--format", format]).file("model.tsv", list).run();
    let twins = "warning[twin-names]: `model.tsv`: `lh` and `LH` differ in spelling only";
    run("table").check(0, &[twins, "warning[self-loop]: `model.tsv`: ", ": 2 warnings\n"], &[]);
    let json = run("json");
    json.check(0, &["\"file\":\"model.tsv\",\"line\":null,\"column\":null"], &[]);
    schema::assert_valid(json.stdout.trim());
}

#[test]
fn findings_come_every_time_the_same() {
    let graph = tests_folder("graphs/lints/contradicted-effect");
    let run = || Endograph::new(["check", "graph.toml", "--format", "csv"]).folder(&graph).run();
    assert_eq!(run(), run());
}

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(tests_folder("graphs/lints")).expect("a folder");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable entry").path()).collect();
    folders.sort();
    folders
}
