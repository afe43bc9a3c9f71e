//! Loops of the embedded graph, against what its sources and the mapping say, and of small edge lists.

use super::super::Models;
use super::*;
use crate::answer::Note;
use crate::cancel::Cancel;
use crate::resolve::Clauses;
use crate::sketch::target;
use crate::{formats, sketch};

/// What a question asks for, by ids.
#[derive(Default)]
struct Asked<'a> {
    through: &'a [&'a str],
    avoiding: &'a [&'a str],
    feedback: Option<Sign>,
    max: Option<usize>,
    limit: Option<usize>,
}

fn ask(graph: &Graph, asked: &Asked<'_>) -> (Vec<LoopRow>, Vec<Note>, bool) {
    let targets = |ids: &[&str]| ids.iter().map(|id| target(graph, id)).collect();
    let clauses =
        Clauses { avoiding: targets(asked.avoiding), max: asked.max, limit: asked.limit, ..Clauses::default() };
    let question = LoopQuestion { through: targets(asked.through), feedback: asked.feedback, clauses };
    let mut models = Models::default();
    let outcome = Executor::new(graph, &mut models, 1, Cancel::never()).loops(&question);
    let Outcome { rows: Rows::Loops(rows), notes, complete, .. } = outcome.expect("nothing to refuse") else {
        panic!("loops answer with loops")
    };
    (rows, notes, complete)
}

/// The graph of an edge list: `A+>B, B->A`.
fn edge_list(list: &str) -> Graph {
    let mut names: Vec<&str> = list.split([',', ' ', '+', '-', '>']).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    let edges = list.replace("+>", " stimulates ").replace("->", " inhibits ").replace(", ", "\n");
    sketch::graph(&format!("quantity: {}\n{edges}", names.join(", ")))
}

/// Each loop as its sign and its entities.
fn told(rows: &[LoopRow]) -> Vec<String> {
    rows.iter().map(|row| format!("{} {}", row.feedback.as_str(), row.entities.join(" > "))).collect()
}

const TO_BLOOD: &str =
    "LH > LHCG receptor > Leydig cells > steroidogenesis > endogenous testosterone > circulating testosterone";
const TO_LH: &str = "GnRH > GnRH receptor > gonadotroph cells";
const TO_ESTRADIOL: &str = "aromatization > estradiol";

#[test]
fn the_axis_has_its_four_loops_and_the_one_of_the_substrate() {
    let graph = formats::embedded().expect("sound data");
    let (rows, notes, complete) = ask(&graph, &Asked::default());
    let expected = [
        String::from("negative circulating testosterone > aromatization"),
        format!("negative {TO_BLOOD}"),
        format!("negative {TO_LH} > {TO_BLOOD}"),
        format!("negative {TO_BLOOD} > {TO_ESTRADIOL} > pituitary estrogen receptor"),
        format!("negative {TO_LH} > {TO_BLOOD} > {TO_ESTRADIOL} > hypothalamic estrogen receptor"),
    ];
    assert_eq!(told(&rows), expected);
    assert!(complete && notes.is_empty());
    for row in &rows {
        assert_eq!(row.length as usize, row.steps.len());
        let next = row.steps.iter().cycle().skip(1);
        assert!(row.steps.iter().zip(next).all(|(step, next)| step.to == next.from), "{:?}", row.entities);
    }
}

#[test]
fn sensitivity_is_another_telling_of_the_way_to_lh() {
    let graph = formats::embedded().expect("sound data");
    let by_sensitivity =
        ["GnRH > GnRH receptor > pituitary sensitivity", "GnRH > pituitary desensitization > pituitary sensitivity"];
    let (rows, ..) = ask(&graph, &Asked { through: &["gnrh"], ..Asked::default() });
    let variants: Vec<Vec<String>> =
        rows.iter().map(|row| row.variants.iter().map(|names| names.join(" > ")).collect()).collect();
    let back = format!("{TO_BLOOD} > {TO_ESTRADIOL} > hypothalamic estrogen receptor");
    let told = |rest: &str| by_sensitivity.map(|way| format!("{way} > {rest}")).to_vec();
    assert_eq!(variants, [told(TO_BLOOD), told(&back)]);
    let (rows, ..) = ask(&graph, &Asked { through: &["pituitary-desensitization"], ..Asked::default() });
    assert!(rows.len() == 2 && rows.iter().all(|row| row.entities[1] == "pituitary desensitization"));
}

#[test]
fn clauses_narrow_the_loops() {
    let graph = formats::embedded().expect("sound data");
    let count = |asked: Asked<'_>| ask(&graph, &asked).0.len();
    assert_eq!(count(Asked { through: &["lh"], ..Asked::default() }), 4);
    assert_eq!(count(Asked { through: &["gonadotropins"], ..Asked::default() }), 4, "a class is any of its members");
    assert_eq!(count(Asked { through: &["lh", "estradiol"], ..Asked::default() }), 2);
    assert_eq!(count(Asked { through: &["lh"], avoiding: &["estrogen-receptor"], ..Asked::default() }), 2);
    assert_eq!(count(Asked { through: &["lh"], max: Some(8), ..Asked::default() }), 4, "told in short forms");
    assert_eq!(count(Asked { max: Some(5), ..Asked::default() }), 3);
    assert_eq!(count(Asked { feedback: Some(Sign::Negative), ..Asked::default() }), 5);
    let (rows, notes, complete) = ask(&graph, &Asked { limit: Some(2), ..Asked::default() });
    assert!(rows.len() == 2 && !complete && notes[0].code == "cut");
}

#[test]
fn there_is_no_positive_loop_and_none_through_fsh() {
    let graph = formats::embedded().expect("sound data");
    for (asked, expected) in [
        (Asked { feedback: Some(Sign::Positive), ..Asked::default() }, "no positive feedback loop; all 5 are negative"),
        (Asked { through: &["fsh"], ..Asked::default() }, "no feedback loop through FSH"),
        (
            Asked { through: &["lh"], max: Some(3), ..Asked::default() },
            "no feedback loop through LH of at most 3 edges",
        ),
    ] {
        let (rows, notes, complete) = ask(&graph, &asked);
        assert!(rows.is_empty() && complete);
        assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), [expected]);
    }
}

#[test]
fn drugs_cut_the_loops_of_estradiol_only() {
    let graph = formats::embedded().expect("sound data");
    let (rows, ..) = ask(&graph, &Asked { through: &["lh"], ..Asked::default() });
    let cuts: Vec<Vec<String>> =
        rows.iter().map(|row| row.cut_by.iter().map(|cut| format!("{} at {}", cut.drug, cut.at)).collect()).collect();
    let of_estradiol = |site: &str| {
        let inhibitors = ["aromatase inhibitor", "anastrozole"].map(|drug| format!("{drug} at aromatization"));
        let modulators = ["SERM", "clomiphene", "enclomiphene", "tamoxifen"]
            .map(|drug| format!("{drug} at {site} estrogen receptor"));
        inhibitors.into_iter().chain(modulators).collect::<Vec<_>>()
    };
    assert_eq!(cuts, [Vec::new(), Vec::new(), of_estradiol("pituitary"), of_estradiol("hypothalamic")]);
    let classes: Vec<_> = rows[3].cut_by.iter().map(|cut| cut.via_class.as_deref()).collect();
    let serm = Some("SERM");
    assert_eq!(classes, [None, Some("aromatase inhibitor"), None, serm, serm, serm]);
}

#[test]
fn every_cycle_of_an_edge_list_is_a_row() {
    for (list, expected) in [
        ("A+>B, B+>C", &[][..]),
        ("A+>A", &["positive A"]),
        ("A+>B, B->A", &["negative A > B"]),
        ("A+>B, B+>C, C->A, B->A, C+>C", &["positive C", "negative A > B", "negative A > B > C"]),
        ("C+>D, D+>C, A+>B, B+>A", &["positive A > B", "positive C > D"]),
        // Two ways from one to the other are two loops where nothing is said of grain.
        ("A+>X, X+>B, A+>Y, Y+>B, B->A", &["negative A > X > B", "negative A > Y > B"]),
    ] {
        let graph = edge_list(list);
        let (rows, notes, complete) = ask(&graph, &Asked::default());
        assert_eq!(told(&rows), expected, "{list}");
        assert_eq!(notes.iter().any(|note| note.code == "no-loop"), expected.is_empty());
        assert!(complete);
    }
}

#[test]
fn too_many_loops_are_searched_up_to_some_length_and_it_says_so() {
    let names: Vec<String> = (0..14).map(|number| format!("N{number}")).collect();
    let edges: Vec<String> = names
        .iter()
        .flat_map(|from| names.iter().filter(move |to| *to != from).map(move |to| format!("{from}+>{to}")))
        .collect();
    let graph = edge_list(&edges.join(", "));
    let (rows, notes, complete) = ask(&graph, &Asked::default());
    assert!(!complete && notes.iter().any(|note| note.code == "cut"));
    // All loops of a complete graph up to 4 edges: 14 * 13 / 2, 14 * 13 * 12 / 3, 14 * 13 * 12 * 11 / 4.
    assert_eq!(rows.len(), 91 + 728 + 6006);
    let (rows, _, complete) = ask(&graph, &Asked { max: Some(3), ..Asked::default() });
    assert!(complete && rows.len() == 91 + 728);
}
