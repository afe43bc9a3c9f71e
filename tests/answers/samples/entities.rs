//! Lists of entities.

use endograph::answer::{Answer, DirectnessWord, Effect, EntityRow, Note, Rows, Step, Verdict, VerdictCertainty};
use endograph::graph::Group;
use serde_json::json;

use super::parts::*;

pub fn entity(name: &str, id: &str, kind: &str, group: Group) -> EntityRow {
    EntityRow {
        entity: name.to_owned(),
        id: id.to_owned(),
        entity_kind: kind.to_owned(),
        group,
        via_class: None,
        effect: None,
        effects: Vec::new(),
        edges: Vec::new(),
        definition: None,
    }
}

pub fn effect(object: &str, verdict: Verdict, certainty: VerdictCertainty, mechanism: Vec<Step>) -> Effect {
    let direct = mechanism.len() == 1;
    Effect {
        object: object.to_owned(),
        verdict,
        certainty: Some(certainty),
        likelihood: match (certainty, verdict) {
            (VerdictCertainty::Likely, Verdict::Suppresses) => Some([0.0234, 0.067]),
            (VerdictCertainty::Likely, _) => Some([0.912, 0.974]),
            _ => None,
        },
        directness: if direct { DirectnessWord::Direct } else { DirectnessWord::Indirect },
        hops: u32::try_from(mechanism.len()).ok(),
        documented: Vec::new(),
        contexts: Vec::new(),
        members: Vec::new(),
        mechanism,
    }
}

pub fn effects() -> Answer {
    let suppresses = |certainty, mechanism| effect("LH", Verdict::Suppresses, certainty, mechanism);
    let exogenous = Effect {
        documented: vec![documented("exogenous testosterone", "lowers", "LH", DOWN, "untreated")],
        ..suppresses(VerdictCertainty::Determined, exogenous_on_lh())
    };
    let member = |name: &str, id: &str| EntityRow {
        via_class: Some("exogenous testosterone".to_owned()),
        effect: Some(exogenous.clone()),
        ..entity(name, id, "drug", Group::Drug)
    };
    let gonadorelin =
        Effect { contexts: vec![continuous()], ..suppresses(VerdictCertainty::Determined, gonadorelin_down()) };
    let rows = vec![
        EntityRow {
            effect: Some(suppresses(VerdictCertainty::Determined, vec![testosterone_on_lh()])),
            ..entity("circulating testosterone", "circulating-testosterone", "hormone", Group::Hormone)
        },
        EntityRow {
            effect: Some(exogenous.clone()),
            ..entity("exogenous testosterone", "exogenous-testosterone", "drug class", Group::Drug)
        },
        EntityRow { effect: Some(gonadorelin), ..entity("gonadorelin", "gonadorelin", "drug", Group::Drug) },
        EntityRow {
            effect: Some(suppresses(VerdictCertainty::Likely, hcg_on_lh())),
            ..entity("hCG", "hcg", "drug", Group::Drug)
        },
        member("testosterone cypionate", "testosterone-cypionate"),
        member("testosterone enanthate", "testosterone-enanthate"),
    ];
    let mut answer = answer("? what suppresses LH", Rows::Entities(rows));
    answer.notes.push(
        Note::new("mixed", "2 more act on LH with mixed sign: tamoxifen, anastrozole")
            .with(json!({"entities": ["tamoxifen", "anastrozole"]})),
    );
    answer
}

pub fn two_conditions() -> Answer {
    let first = effect(
        "circulating testosterone",
        Verdict::Raises,
        VerdictCertainty::Determined,
        hcg_on_lh().into_iter().take(3).collect(),
    );
    let second = Effect {
        documented: vec![documented("hCG", "preserves", "spermatogenesis", UP, "on TRT")],
        ..effect(
            "spermatogenesis",
            Verdict::Raises,
            VerdictCertainty::Likely,
            vec![
                hcg_on_lh().swap_remove(0),
                step("Leydig cells", "produces", "intratesticular testosterone", UP, vec![feedback()]),
                step("intratesticular testosterone", "supports", "spermatogenesis", UP, vec![coviello()]),
            ],
        )
    };
    let row = EntityRow {
        effect: Some(first.clone()),
        effects: vec![first, second],
        ..entity("hCG", "hcg", "drug", Group::Drug)
    };
    answer("? which drugs raise testosterone and do not suppress spermatogenesis", Rows::Entities(vec![row]))
}

pub fn edges() -> Answer {
    let serm = |receptor| Step { from: "SERM".to_owned(), via_class: None, ..blocks(receptor) };
    let row = |name: &str, id: &str, kind: &str, class: Option<&str>, edges| EntityRow {
        via_class: class.map(str::to_owned),
        edges,
        ..entity(name, id, kind, Group::Drug)
    };
    let both = ["hypothalamic estrogen receptor", "pituitary estrogen receptor"];
    let rows = vec![
        row("clomiphene", "clomiphene", "drug", None, both.map(blocks).to_vec()),
        row("SERM", "serm", "drug class", None, both.map(serm).to_vec()),
        row("tamoxifen", "tamoxifen", "drug", Some("SERM"), both.map(serm).to_vec()),
    ];
    answer("? what blocks the estrogen receptor", Rows::Entities(rows))
}

pub fn names() -> Answer {
    let row = |name: &str, id: &str, kind: &str, definition: &str| EntityRow {
        definition: Some(definition.to_owned()),
        ..entity(name, id, kind, Group::Hormone)
    };
    let rows = vec![
        row("FSH", "fsh", "hormone", "follicle-stimulating hormone, of the pituitary: acts on Sertoli cells"),
        row("GnRH", "gnrh", "hormone", "gonadotropin-releasing hormone, secreted in pulses by the hypothalamus"),
        row("hCG", "hcg", "drug", "human chorionic gonadotropin, an analogue of LH"),
    ];
    answer("list hormones", Rows::Entities(rows))
}

pub fn odd_names() -> Answer {
    let row = |name: &str, definition: &str| EntityRow {
        definition: Some(definition.to_owned()),
        ..entity(name, "odd", "drug", Group::Drug)
    };
    let rows = vec![
        row("a|pipe", "says \"quoted\", with commas"),
        row("tab\there\nand a line", "back\\slash"),
        row("睾酮 testosterone", "CJK names are two columns wide"),
        row("\u{1b}[31mred\u{7}", "an \u{202e}escape\u{9b}2J"),
        row(&"long ".repeat(40), "200 characters"),
        row("*bold* _it_ snake_case <b> & `x`", "Markdown and HTML"),
    ];
    answer("find odd", Rows::Entities(rows))
}
