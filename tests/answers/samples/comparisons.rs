//! Agents side by side.

use endograph::answer::{
    Agreement, Answer, ComparedEffect, ComparisonRow, ContextVerdict, Note, Rows, Step, Verdict, VerdictCertainty,
};
use endograph::graph::Aspect;

use super::parts::*;

fn agent(name: &str, classes: &[&str], mechanism: Vec<Step>, related: Vec<Step>) -> ComparisonRow {
    ComparisonRow {
        agent: name.to_owned(),
        name: name.to_owned(),
        id: name.to_lowercase(),
        entity_kind: "drug".to_owned(),
        definition: Some(format!("what is said of {name} in one line, which may be a long one")),
        classes: columns(classes),
        targets: mechanism.iter().map(|step| step.to.clone()).collect(),
        mechanism,
        routes: Vec::new(),
        doses: Vec::new(),
        related,
        effects: Vec::new(),
    }
}

fn effect(object: &str, verdict: Verdict, agreement: Agreement) -> ComparedEffect {
    let known = verdict != Verdict::NoKnownEffect;
    ComparedEffect {
        object: object.to_owned(),
        aspect: Aspect::Abundance,
        aspect_named: false,
        verdict,
        certainty: known.then_some(VerdictCertainty::Determined),
        likelihood: None,
        documented: Vec::new(),
        mechanism: Vec::new(),
        contexts: Vec::new(),
        agreement,
    }
}

/// Raises when pulsatile, suppresses when continuous.
fn by_dosing(object: &str, agreement: Agreement) -> ComparedEffect {
    let of = |context, default, verdict| ContextVerdict {
        context,
        default,
        verdict,
        certainty: Some(VerdictCertainty::Likely),
        likelihood: Some(if verdict == Verdict::Raises { [0.93, 0.98] } else { [0.0, 0.04] }),
        mechanism: gonadorelin_down(),
    };
    let contexts = vec![of(pulsatile(), true, Verdict::Raises), of(continuous(), false, Verdict::Suppresses)];
    let certainty = Some(VerdictCertainty::Likely);
    ComparedEffect { contexts, certainty, ..effect(object, Verdict::Depends, agreement) }
}

fn hcg() -> ComparisonRow {
    let mechanism = vec![
        step("hCG", "mimics", "LH", UP, vec![therapy()]),
        step("hCG", "stimulates", "Leydig cells", UP, vec![therapy(), feedback()]),
    ];
    let related = vec![
        Step {
            note: "an adjunct".to_owned(),
            ..step("hCG", "treats", "fertility preservation", None, vec![coviello()])
        },
        step("gonadorelin", "alternative to", "hCG", None, vec![therapy()]),
    ];
    let preserved = ComparedEffect {
        documented: vec![documented("hCG", "preserves", "spermatogenesis", UP, "on TRT")],
        certainty: Some(VerdictCertainty::Likely),
        likelihood: Some([0.912, 0.974]),
        aspect: Aspect::Activity,
        ..effect("spermatogenesis", Verdict::Raises, Agreement::Agree)
    };
    ComparisonRow {
        routes: columns(&["subcutaneous"]),
        doses: columns(&["500 IU every other day (with TRT)", "3,000 IU every other day (after stopping TRT)"]),
        effects: vec![
            effect("LH", Verdict::Suppresses, Agreement::Differ),
            ComparedEffect {
                aspect: Aspect::Activity,
                aspect_named: true,
                ..effect("LH", Verdict::Raises, Agreement::Agree)
            },
            preserved,
        ],
        ..agent("hCG", &["LH analog", "gonadotropins"], mechanism, related)
    }
}

fn gonadorelin() -> ComparisonRow {
    let mechanism = vec![
        Step {
            context: continuous(),
            ..step("gonadorelin", "causes", "pituitary desensitization", UP, vec![therapy()])
        },
        Step { context: pulsatile(), ..step("gonadorelin", "mimics", "GnRH", UP, vec![feedback()]) },
    ];
    let related = vec![step("gonadorelin", "alternative to", "hCG", None, vec![therapy()])];
    ComparisonRow {
        effects: vec![
            by_dosing("LH", Agreement::Differ),
            ComparedEffect { aspect: Aspect::Activity, aspect_named: true, ..by_dosing("LH", Agreement::Agree) },
            ComparedEffect { aspect: Aspect::Activity, ..by_dosing("spermatogenesis", Agreement::Agree) },
        ],
        ..agent("gonadorelin", &["GnRH analogue"], mechanism, related)
    }
}

pub fn of_two() -> Answer {
    let mut answer = answer(
        "compare hCG, gonadorelin on LH, activity of LH, spermatogenesis",
        Rows::Comparison(vec![hcg(), gonadorelin()]),
    );
    answer.notes.push(Note::new("disagreement", "the sources disagree on what gonadorelin is (T1)"));
    answer
}

pub fn of_many() -> Answer {
    let serm = |name: &str| ComparisonRow {
        effects: vec![
            effect("LH", Verdict::Raises, Agreement::Agree),
            effect("clomiphene side effects", Verdict::NoKnownEffect, Agreement::OnlySome),
        ],
        ..agent(name, &["SERM"], vec![Step { from: name.to_owned(), ..blocks("estrogen receptor") }], Vec::new())
    };
    let mut clomiphene = serm("clomiphene");
    clomiphene.effects[1] = effect("clomiphene side effects", Verdict::Raises, Agreement::OnlySome);
    let rows = vec![clomiphene, serm("enclomiphene"), serm("tamoxifen"), serm("raloxifene"), serm("toremifene")];
    answer("compare SERMs on LH, clomiphene side effects", Rows::Comparison(rows))
}
