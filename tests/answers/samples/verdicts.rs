//! Verdicts.

use endograph::answer::{
    Answer, ContextVerdict, Note, PathRole, Rows, Settling, Step, Verdict, VerdictCertainty, VerdictRow, Weakest, YesNo,
};
use endograph::graph::{Aspect, Sign};

use super::parts::*;

pub fn verdict(subject: &str, asked: &str, object: &str, verdict: Verdict, answer: YesNo) -> VerdictRow {
    VerdictRow {
        subject: subject.to_owned(),
        asked: asked.to_owned(),
        edge_asked: false,
        negated: false,
        object: object.to_owned(),
        aspect: Aspect::Abundance,
        aspect_named: false,
        verdict,
        answer,
        certainty: None,
        theoretical: false,
        likelihood: None,
        reason: None,
        hedged: None,
        caveat: None,
        settled_by: None,
        supporting: Vec::new(),
        weakest: None,
        opposing: Vec::new(),
        documented: Vec::new(),
        contexts: Vec::new(),
    }
}

pub fn verdict_no() -> Answer {
    let weakest = hcg_on_lh().into_iter().take(3).collect();
    let row = VerdictRow {
        certainty: Some(VerdictCertainty::Likely),
        likelihood: Some([0.0234, 0.067]),
        supporting: vec![path(hcg_on_lh(), DOWN, Some(PathRole::Supporting))],
        weakest: Some(Weakest { steps: weakest, certainty: "established".to_owned(), sources: 1 }),
        opposing: vec![path(
            vec![
                step("hCG", "mimics", "LH", UP, vec![evidence(GUIDE, "Gonadotropins", "established")]),
                step("LH", "stimulates", "GnRH", UP, vec![evidence(GUIDE, "Gonadotropins", "theoretical")]),
            ],
            UP,
            Some(PathRole::Damping),
        )],
        ..verdict("hCG", "raises", "LH", Verdict::Suppresses, YesNo::No)
    };
    let mut answer = answer("? does hCG raise LH", Rows::Verdicts(vec![row]));
    answer.notes.push(Note::new("mimics", "hCG mimics LH: it raises the activity of LH, not its amount"));
    answer
}

pub fn verdict_depends() -> Answer {
    let raised = vec![step("gonadorelin", "stimulates", "LH", UP, vec![therapy()])];
    let contexts = vec![
        ContextVerdict {
            context: pulsatile(),
            default: true,
            verdict: Verdict::Raises,
            certainty: Some(VerdictCertainty::Determined),
            likelihood: None,
            mechanism: raised,
        },
        ContextVerdict {
            context: continuous(),
            default: false,
            verdict: Verdict::Suppresses,
            certainty: Some(VerdictCertainty::Likely),
            likelihood: Some([0.01, 0.01]),
            mechanism: gonadorelin_down(),
        },
    ];
    let row = VerdictRow {
        certainty: Some(VerdictCertainty::Determined),
        contexts,
        ..verdict("gonadorelin", "suppresses", "LH", Verdict::Depends, YesNo::Depends)
    };
    answer("? does gonadorelin suppress LH", Rows::Verdicts(vec![row]))
}

pub fn verdict_documented() -> Answer {
    let kept = Step {
        evidence: vec![coviello()],
        quantities: vec!["+26 % over baseline at 500 IU every other day".to_owned()],
        ..documented("hCG", "preserves", "spermatogenesis", UP, "on TRT")
    };
    let row = VerdictRow {
        aspect: Aspect::Activity,
        aspect_named: false,
        certainty: Some(VerdictCertainty::Documented),
        documented: vec![kept],
        ..verdict("hCG", "affects", "spermatogenesis", Verdict::Raises, YesNo::Yes)
    };
    answer("? how does hCG affect spermatogenesis given state = \"on TRT\"", Rows::Verdicts(vec![row]))
}

pub fn verdict_mixed() -> Answer {
    let row = VerdictRow {
        certainty: Some(VerdictCertainty::Ambiguous),
        likelihood: Some([0.31, 0.714]),
        settled_by: Some(Settling {
            stronger: step("a", "stimulates", "b", UP, vec![feedback()]),
            weaker: step("c", "feeds", "b", UP, vec![feedback()]),
            sign: Sign::Positive,
            share: [0.91, 0.951],
            otherwise: [0.2, 0.24],
        }),
        supporting: vec![path(vec![step("a", "stimulates", "b", UP, vec![feedback()])], UP, None)],
        opposing: vec![path(
            vec![step("a", "consumes", "c", DOWN, vec![feedback()]), step("c", "feeds", "b", UP, vec![feedback()])],
            DOWN,
            Some(PathRole::Opposing),
        )],
        ..verdict("a", "raises", "b", Verdict::Mixed, YesNo::Mixed)
    };
    let mut answer = answer("? does a raise b", Rows::Verdicts(vec![row]));
    answer.complete = false;
    answer.notes.push(Note::new("cut", "stopped after 250 worlds: the time limit of 5 s was reached"));
    answer
}

pub fn verdict_relation() -> Answer {
    let row = VerdictRow {
        aspect: Aspect::Activity,
        aspect_named: false,
        supporting: vec![path(vec![blocks("pituitary estrogen receptor")], DOWN, Some(PathRole::Supporting))],
        ..verdict("clomiphene", "blocks", "estrogen receptor", Verdict::Suppresses, YesNo::Yes)
    };
    answer("? does clomiphene block the estrogen receptor", Rows::Verdicts(vec![row]))
}

pub fn verdict_unknown() -> Answer {
    let row = verdict("obesity", "raises", "FSH receptor", Verdict::NoKnownEffect, YesNo::Unknown);
    answer("? does obesity raise the FSH receptor", Rows::Verdicts(vec![row]))
}

pub fn verdict_absent() -> Answer {
    let finding = Step { negated: true, ..documented("hCG", "stimulates", "FSH", UP, "untreated") };
    let row =
        VerdictRow { documented: vec![finding], ..verdict("hCG", "raises", "FSH", Verdict::NoKnownEffect, YesNo::No) };
    answer("? does hCG raise FSH", Rows::Verdicts(vec![row]))
}
