//! What the tutorial claims is what the program answers.

use endograph::answer::{Format, Style, render};
use endograph::session::Session;

use super::steps::STEPS;

/// What the answer to each step must hold for its notice to be true.
const CLAIMS: [&[&str]; 10] = [
    &["does", "undergoes", "luteinizing hormone", "+ stimulates", "- inhibits", "sources"],
    &[
        "direct",
        "indirect",
        "estradiol",
        "exogenous testosterone ─[stimulates]─▶ circulating testosterone",
        "determined",
    ],
    &["No: hCG suppresses LH.", "Leydig cells", "net -, 4 steps: Leydig cells up", "LH down"],
    &["Yes: hCG raises activity of LH.", "mimics"],
    &["inhibits LH", "also exogenous testosterone", "]─┤ FSH", "]─┤ GnRH", "documented", "weaker than another"],
    &["1. hCG", "net +, 3 steps, supporting", "net -, 6 steps, damping"],
    &["Depends on dosing", "pulsatile (default): raises", "continuous: suppresses"],
    &[
        "hCG",
        "anastrozole",
        "clomiphene",
        "tamoxifen",
        "gonadorelin (pulsatile)",
        "`testosterone` is read as circulating testosterone",
    ],
    &["intratesticular testosterone", "up, likely", "documented on TRT"],
    &["clomiphene", "tamoxifen", "LH", "raises", "agree"],
];

#[test]
fn every_step_answers_what_it_says() {
    let mut session = Session::embedded().expect("the embedded graph is sound");
    for (step, claims) in STEPS.iter().zip(CLAIMS) {
        let answer = session.ask(step.statement).unwrap_or_else(|error| panic!("{}: {error}", step.statement));
        let text = render(&answer, Format::Table, Style::default());
        for claim in claims {
            assert!(text.contains(claim), "{}: no `{claim}` in\n{text}", step.statement);
        }
    }
}

#[test]
fn what_is_not_there_is_not_there() {
    let mut session = Session::embedded().expect("the embedded graph is sound");
    let mut text =
        |statement: &str| render(&session.ask(statement).expect("a statement"), Format::Table, Style::default());
    assert!(!text(STEPS[7].statement).contains("exogenous testosterone  "), "testosterone itself suppresses");
    assert!(!text(STEPS[9].statement).contains("differ"), "both agree");
}

#[test]
fn steps_are_short() {
    for step in &STEPS {
        for text in [step.text, step.notice] {
            let sentences = text.matches(['.', '?']).count();
            assert!(text.len() < 400 && sentences <= 6, "{}: {text}", step.title);
        }
    }
}
