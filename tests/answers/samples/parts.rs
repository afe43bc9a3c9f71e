//! The facts that samples are made of.

use endograph::answer::{Answer, EvidenceItem, Glossary, GraphStamp, PathRole, PathRow, Rows, Step};
use endograph::graph::{Aspect, Sign};
use indexmap::{IndexMap, indexmap};

pub const GUIDE: &str = "002_4a1b1d3dea330228.txt";
pub const REVIEW: &str = "000_c0201375db8216a5.txt";

pub fn answer(statement: &str, rows: Rows) -> Answer {
    Answer {
        statement: statement.to_owned(),
        rows,
        complete: true,
        notes: Vec::new(),
        glossary: Glossary::default(),
        graph: GraphStamp { name: "hpg".to_owned(), version: "1.0.0".to_owned() },
    }
}

pub fn evidence(source: &str, section: &str, certainty: &str) -> EvidenceItem {
    EvidenceItem {
        source_name: None,
        source: source.to_owned(),
        section: section.to_owned(),
        reference: None,
        certainty: certainty.to_owned(),
        note: String::new(),
    }
}

pub fn feedback() -> EvidenceItem {
    evidence(REVIEW, "Hypothalamic-pituitary-gonadal axis", "established")
}

pub fn therapy() -> EvidenceItem {
    evidence(GUIDE, "TRT and fertility", "established")
}

pub fn coviello() -> EvidenceItem {
    EvidenceItem {
        reference: Some("Coviello et al.".to_owned()),
        note: "dose-dependent".to_owned(),
        ..evidence(GUIDE, "Gonadotropins", "suggested")
    }
}

pub fn step(from: &str, relation: &str, to: &str, sign: Option<Sign>, evidence: Vec<EvidenceItem>) -> Step {
    Step {
        from: from.to_owned(),
        relation: relation.to_owned(),
        to: to.to_owned(),
        sign,
        aspect: sign.map(|_| Aspect::Abundance),
        via_class: None,
        through: Vec::new(),
        context: IndexMap::new(),
        evidence,
        background: None,
        negated: false,
        quantities: Vec::new(),
        note: String::new(),
    }
}

pub const UP: Option<Sign> = Some(Sign::Positive);

pub const DOWN: Option<Sign> = Some(Sign::Negative);

pub fn documented(from: &str, relation: &str, to: &str, sign: Option<Sign>, background: &str) -> Step {
    Step { background: Some(background.to_owned()), ..step(from, relation, to, sign, vec![therapy()]) }
}

pub fn testosterone_on_lh() -> Step {
    step("circulating testosterone", "inhibits", "LH", DOWN, vec![feedback(), therapy()])
}

pub fn exogenous_on_lh() -> Vec<Step> {
    vec![
        step("exogenous testosterone", "raises", "circulating testosterone", UP, vec![therapy()]),
        testosterone_on_lh(),
    ]
}

pub fn hcg_on_lh() -> Vec<Step> {
    vec![
        Step {
            through: columns(&["LHCG receptor"]),
            ..step("hCG", "stimulates", "Leydig cells", UP, vec![evidence(GUIDE, "Gonadotropins", "established")])
        },
        step("Leydig cells", "produces", "endogenous testosterone", UP, vec![feedback()]),
        step("endogenous testosterone", "feeds", "circulating testosterone", UP, vec![feedback()]),
        testosterone_on_lh(),
    ]
}

pub fn continuous() -> IndexMap<String, String> {
    indexmap! { "dosing".to_owned() => "continuous".to_owned() }
}

pub fn pulsatile() -> IndexMap<String, String> {
    indexmap! { "dosing".to_owned() => "pulsatile".to_owned() }
}

pub fn gonadorelin_down() -> Vec<Step> {
    vec![
        Step {
            context: continuous(),
            ..step("gonadorelin", "causes", "pituitary desensitization", UP, vec![therapy()])
        },
        step("pituitary desensitization", "inhibits", "LH", DOWN, vec![therapy(), feedback()]),
    ]
}

pub fn blocks(receptor: &str) -> Step {
    Step {
        via_class: Some("SERM".to_owned()),
        aspect: Some(Aspect::Activity),
        ..step("clomiphene", "blocks", receptor, DOWN, vec![evidence(GUIDE, "SERMs", "established")])
    }
}

pub fn path(steps: Vec<Step>, net: Option<Sign>, role: Option<PathRole>) -> PathRow {
    let mut entities: Vec<String> = steps.first().map(|step| step.from.clone()).into_iter().collect();
    entities.extend(steps.iter().map(|step| step.to.clone()));
    PathRow { entities, hops: u32::try_from(steps.len()).unwrap_or(u32::MAX), steps, net, role }
}

pub fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
