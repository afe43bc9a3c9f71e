//! Every dose and schedule that the documents give, and no other.

use endograph::graph::Quantity;

use super::{GRAPH, entity};

/// A figure on one line: `500 IU, every other day, with TRT`.
fn told(figure: &Quantity) -> String {
    let amount = figure.low.map(|low| format!("{low} {}", figure.unit)).unwrap_or_default();
    let parts = [amount.as_str(), &figure.frequency, &figure.route, &figure.setting];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[track_caller]
fn check(id: &str, measure: &str, expected: &[&str]) {
    let entity = entity(id);
    let of_entity = GRAPH.figures.iter().filter(|figure| figure.about.first() == Some(&entity));
    let told: Vec<String> = of_entity.filter(|figure| figure.measure == measure).map(told).collect();
    assert_eq!(told, expected, "{measure} of {id}");
}

#[test]
fn doses_and_schedules() {
    check(
        "hcg",
        "dose",
        &[
            "500 IU, every other day, with TRT",
            "twice weekly, subcutaneous, with weekly testosterone cypionate",
            "3000 IU, every other day, after stopping TRT",
        ],
    );
    check("testosterone-enanthate", "dose", &["200 mg, weekly, with low-dose hCG"]);
    check("testosterone-cypionate", "dose", &["weekly, intramuscular, with hCG twice weekly"]);
    check(
        "gonadorelin",
        "dose",
        &[
            "small, frequent doses, subcutaneous, pulsatile dosing",
            "frequent doses, or by pump, pump, pulsatile dosing",
        ],
    );
    check("rfsh", "dose", &["injection, optional in rescue"]);
    check("nasal-testosterone-gel", "dose", &["nasal"]);
    for without in ["clomiphene", "enclomiphene", "tamoxifen", "anastrozole"] {
        check(without, "dose", &[]);
    }
}

#[test]
fn the_cited_study_stands_behind_its_figures() {
    let coviello = GRAPH.sources().position(|source| source.id == "coviello").expect("the study is a source");
    let cited: Vec<&str> = GRAPH
        .figures
        .iter()
        .filter(|figure| {
            figure.evidence.iter().any(|item| item.reference.is_some_and(|reference| reference.index() == coviello))
        })
        .map(|figure| figure.text.as_str())
        .collect();
    assert_eq!(cited, ["500 IU every other day", "200 mg weekly", "+26 % over baseline"]);
}

#[test]
fn ratios_and_recovery_times() {
    check(
        "intratesticular-testosterone",
        "concentration ratio",
        &["100 fold, intratesticular over circulating testosterone"],
    );
    let recovery = GRAPH.figures.iter().filter(|figure| figure.measure == "recovery time");
    let told: Vec<&str> = recovery.map(|figure| figure.text.as_str()).collect();
    assert_eq!(told, ["3-6 months", "6-12 months", "2+ years", "several months to over a year", "several months"]);
}
