//! What scenarios do.

use endograph::answer::{Answer, Change, Note, PredictionRow, Rows, Step, VerdictCertainty};
use endograph::graph::{Aspect, Group};

use super::parts::*;

fn row(entity: &str, change: Change, certainty: Option<VerdictCertainty>) -> PredictionRow {
    PredictionRow {
        scenario: "exogenous testosterone up, hCG up".to_owned(),
        presses: Vec::new(),
        lost_with: Vec::new(),
        versus: None,
        entity: entity.to_owned(),
        id: entity.to_lowercase().replace(' ', "-"),
        entity_kind: "hormone".to_owned(),
        group: Group::Hormone,
        aspect: Aspect::Abundance,
        aspect_named: false,
        change,
        certainty,
        likelihood: None,
        mechanism: Vec::new(),
        counter: Vec::new(),
        documented: Vec::new(),
        reason: None,
        unknown: false,
        hedged: None,
        settled_by: None,
    }
}

fn on_lh() -> Vec<Step> {
    vec![
        step("exogenous testosterone", "stimulates", "circulating testosterone", UP, vec![therapy()]),
        testosterone_on_lh(),
    ]
}

pub fn scenario() -> Answer {
    let ambiguous = Some(VerdictCertainty::Ambiguous);
    let lh = PredictionRow {
        likelihood: Some([0.0, 0.0]),
        mechanism: on_lh(),
        documented: vec![documented("exogenous testosterone", "inhibits", "LH", DOWN, "untreated")],
        ..row("LH", Change::Down, Some(VerdictCertainty::Determined))
    };
    let activity = PredictionRow {
        aspect: Aspect::Activity,
        aspect_named: true,
        likelihood: Some([0.912, 0.974]),
        mechanism: vec![step("hCG", "mimics", "LH", UP, vec![therapy()])],
        counter: on_lh(),
        ..row("LH", Change::Up, Some(VerdictCertainty::Likely))
    };
    let testicular = PredictionRow {
        likelihood: Some([0.31, 0.89]),
        documented: vec![
            documented("hCG", "stimulates", "intratesticular testosterone", UP, "on TRT"),
            documented("exogenous testosterone", "inhibits", "intratesticular testosterone", DOWN, "untreated"),
        ],
        reason: Some("stated of hCG on TRT; the mechanism in the graph does not decide it".to_owned()),
        ..row("intratesticular testosterone", Change::Up, Some(VerdictCertainty::Documented))
    };
    let open = PredictionRow {
        entity_kind: "process".to_owned(),
        group: Group::Machinery,
        aspect: Aspect::Activity,
        likelihood: Some([0.15, 0.88]),
        mechanism: vec![step("hCG", "stimulates", "Leydig cells", UP, vec![therapy()])],
        counter: on_lh(),
        reason: Some("alone, exogenous testosterone lowers it, hCG raises it; which does more is not known".to_owned()),
        ..row("spermatogenesis", Change::Ambiguous, ambiguous)
    };
    let still = PredictionRow {
        entity_kind: "condition".to_owned(),
        group: Group::Condition,
        aspect: Aspect::Activity,
        reason: Some("nothing that is done reaches it".to_owned()),
        ..row("obesity", Change::None, None)
    };
    let mut answer = answer(
        "simulate exogenous testosterone up, hCG up show LH, activity of LH",
        Rows::Predictions(vec![lh, activity, testicular, open, still]),
    );
    answer.notes.push(Note::new("versus", "how much of each is given is not known"));
    answer
}

pub fn nothing_moves() -> Answer {
    answer("simulate hCG up versus hCG up", Rows::Predictions(Vec::new()))
}
