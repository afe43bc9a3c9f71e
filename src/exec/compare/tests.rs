//! Comparisons on the embedded graph.

use super::super::Models;
use super::*;
use crate::answer::{Note, Step, Verdict};
use crate::cancel::Cancel;
use crate::graph::Graph;
use crate::resolve::{Clauses, ComparisonView};
use crate::sketch::target;
use crate::{formats, sketch};

fn ask(graph: &Graph, agents: &[&str], on: &[&str], view: ComparisonView) -> (Vec<ComparisonRow>, Vec<Note>) {
    let targets = |ids: &[&str]| ids.iter().map(|id| target(graph, id)).collect();
    let comparison = Comparison { agents: targets(agents), on: targets(on), view, clauses: Clauses::default() };
    let mut models = Models::default();
    let outcome = Executor::new(graph, &mut models, 1, Cancel::never()).compare(&comparison);
    let Outcome { rows: Rows::Comparison(rows), notes, .. } = outcome.expect("nothing to refuse") else {
        panic!("a comparison answers with a comparison")
    };
    (rows, notes)
}

const SERMS: [&str; 2] = ["clomiphene", "tamoxifen"];

/// Each effect of a row as `LH raises, agree`.
fn effects(row: &ComparisonRow) -> Vec<String> {
    let told = |effect: &crate::answer::ComparedEffect| {
        format!("{} {}, {}", effect.object_text(), effect.verdict.as_str(), effect.agreement.as_str())
    };
    row.effects.iter().map(told).collect()
}

/// Each edge as `blocks aromatase`.
fn edges(steps: &[Step]) -> Vec<String> {
    steps.iter().map(|step| format!("{} {} {}", step.from, step.relation, step.to)).collect()
}

#[test]
fn two_serms_share_their_class_their_receptors_and_what_they_raise() {
    let graph = formats::embedded().expect("sound data");
    let (rows, notes) = ask(&graph, &SERMS, &[], ComparisonView::Common);
    assert!(notes.iter().all(|note| note.code == "more"), "{notes:?}");
    for row in &rows {
        assert_eq!(row.classes, ["SERM", "estrogen receptor modulator"]);
        assert_eq!(row.targets, ["hypothalamic estrogen receptor", "pituitary estrogen receptor"]);
        assert!(row.mechanism.iter().all(|step| step.relation == "blocks") && row.definition.is_none());
        for object in ["GnRH", "LH", "FSH", "endogenous testosterone", "circulating testosterone", "spermatogenesis"] {
            let expected = format!("{object} raises, agree");
            assert!(effects(row).contains(&expected), "{expected}: {:?}", effects(row));
        }
    }
}

#[test]
fn two_serms_differ_in_side_effects_and_uses_and_have_no_doses() {
    let graph = formats::embedded().expect("sound data");
    let (rows, notes) = ask(&graph, &SERMS, &[], ComparisonView::Whole);
    let [clomiphene, tamoxifen] = rows.as_slice() else { panic!("a row an agent") };
    assert_eq!(effects(clomiphene), ["clomiphene side effects raises, only some"]);
    assert_eq!(effects(tamoxifen), ["clomiphene side effects no known effect, only some"]);
    assert!(rows.iter().all(|row| row.doses.is_empty() && row.routes.is_empty()), "no source gives any");
    let text = |code: &str| notes.iter().find(|note| note.code == code).map(|note| note.text.as_str());
    assert!(text("agree").is_some_and(|text| text.contains("all raise GnRH, LH, FSH")));
    assert!(text("disagreement").is_some_and(|text| text.contains("where clomiphene acts (T2)")));
}

#[test]
fn what_joins_two_agents_is_a_difference_and_told_of_both() {
    let graph = formats::embedded().expect("sound data");
    let agents = ["clomiphene", "enclomiphene"];
    let isomer = "enclomiphene isomer of clomiphene".to_owned();
    let (rows, _) = ask(&graph, &agents, &[], ComparisonView::Differences);
    assert!(rows.iter().all(|row| edges(&row.related).contains(&isomer) && row.classes.is_empty()));
    let lower_risk = "enclomiphene compared with clomiphene side effects".to_owned();
    assert!(edges(&rows[1].related).contains(&lower_risk));
    let (rows, _) = ask(&graph, &agents, &[], ComparisonView::Common);
    assert!(rows.iter().all(|row| !edges(&row.related).contains(&isomer) && row.classes[0] == "SERM"));
}

#[test]
fn an_agent_that_depends_on_its_context_says_so_and_is_compared_by_its_default() {
    let graph = formats::embedded().expect("sound data");
    let (rows, _) = ask(&graph, &["hcg", "gonadorelin"], &["lh", "spermatogenesis"], ComparisonView::Whole);
    assert_eq!(effects(&rows[0]), ["LH suppresses, differ", "spermatogenesis raises, agree"]);
    assert_eq!(effects(&rows[1]), ["LH depends, differ", "spermatogenesis depends, agree"]);
    let contexts: Vec<_> = rows[1].effects[0].contexts.iter().map(|of| (of.default, of.verdict)).collect();
    assert_eq!(contexts, [(true, Verdict::Raises), (false, Verdict::Suppresses)]);
    assert_eq!(rows[0].doses.len(), 3);
    assert_eq!(rows[0].doses[0], "500 IU every other day (with TRT)");
    assert_eq!(rows[1].routes, ["subcutaneous", "pump"]);
    let (rows, _) = ask(&graph, &["hcg", "gonadorelin"], &["lh", "spermatogenesis"], ComparisonView::Common);
    assert_eq!(effects(&rows[0]), ["spermatogenesis raises, agree"]);
}

#[test]
fn what_differs_most_stands_first_and_what_nothing_tells_apart_is_said() {
    let graph = sketch::graph(
        "drug: A, B
        hormone: X, Y, Z, V
        receptor: R
        A stimulates X
        B inhibits X
        A stimulates Y
        A stimulates Z
        B stimulates Z
        A blocks R
        B blocks R
        R inhibits V",
    );
    let (rows, notes) = ask(&graph, &["a", "b"], &[], ComparisonView::Whole);
    assert_eq!(effects(&rows[0]), ["X raises, differ", "Y raises, only some"]);
    assert_eq!(effects(&rows[1]), ["X suppresses, differ", "Y no known effect, only some"]);
    assert_eq!(notes[0].text, "they agree on 2 more: all raise Z, V");
    let (rows, _) = ask(&graph, &["a", "b"], &[], ComparisonView::Common);
    assert_eq!(edges(&rows[0].mechanism), ["A stimulates Z", "A blocks R"]);
    let twins = sketch::graph("drug: A, B\nhormone: X\nA stimulates X\nB stimulates X");
    let (rows, notes) = ask(&twins, &["a", "b"], &[], ComparisonView::Whole);
    assert!(effects(&rows[0]) == ["X raises, agree"] && notes[0].code == "no-difference");
    let (rows, notes) = ask(&twins, &["a", "b"], &[], ComparisonView::Differences);
    assert!(rows[0].effects.is_empty() && notes[0].code == "nothing-compared");
}
