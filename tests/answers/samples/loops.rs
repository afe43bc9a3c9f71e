//! Feedback loops.

use endograph::answer::{Answer, Cut, Feedback, LoopRow, Note, Rows, Step};

use super::parts::*;

fn row(feedback: Feedback, steps: Vec<Step>, cut_by: Vec<Cut>) -> LoopRow {
    LoopRow {
        entities: steps.iter().map(|step| step.from.clone()).collect(),
        feedback,
        length: u32::try_from(steps.len()).unwrap_or(u32::MAX),
        steps,
        cut_by,
        variants: Vec::new(),
    }
}

fn cut(drug: &str, at: &str, via_class: Option<&str>) -> Cut {
    let by = step(drug, "blocks", at, DOWN, vec![therapy()]);
    Cut { drug: drug.to_owned(), at: at.to_owned(), via_class: via_class.map(str::to_owned), by }
}

pub fn loops() -> Answer {
    let to_blood = || {
        vec![
            step("LH", "stimulates", "Leydig cells", UP, vec![feedback()]),
            step("Leydig cells", "produces", "circulating testosterone", UP, vec![feedback(), therapy()]),
        ]
    };
    let mut pituitary = to_blood();
    pituitary.push(testosterone_on_lh());
    let mut long = vec![step("GnRH", "stimulates", "LH", UP, vec![feedback()])];
    long.extend(to_blood());
    long.push(step("circulating testosterone", "feeds", "estradiol", UP, vec![feedback()]));
    long.push(step("estradiol", "activates", "hypothalamic estrogen receptor", UP, vec![therapy()]));
    long.push(step("hypothalamic estrogen receptor", "inhibits", "GnRH", DOWN, vec![therapy()]));
    let receptor = "hypothalamic estrogen receptor";
    let cuts = vec![
        cut("anastrozole", "estradiol", None),
        cut("SERM", receptor, None),
        cut("clomiphene", receptor, Some("SERM")),
        cut("tamoxifen", receptor, Some("SERM")),
    ];
    let mut long = row(Feedback::Negative, long, cuts);
    long.variants = vec![columns(&["GnRH", "gonadotroph cells", "LH", "Leydig cells", "circulating testosterone"])];
    let upward = vec![
        step("estradiol", "stimulates", "prolactin", UP, vec![feedback()]),
        step("prolactin", "stimulates", "estradiol", UP, vec![feedback()]),
    ];
    let rows = vec![row(Feedback::Positive, upward, Vec::new()), row(Feedback::Negative, pituitary, Vec::new()), long];
    answer("loops", Rows::Loops(rows))
}

pub fn no_loops() -> Answer {
    let mut answer = answer("loops positive", Rows::Loops(Vec::new()));
    answer.notes.push(Note::new("no-loop", "no positive feedback loop; all 5 are negative"));
    answer
}
