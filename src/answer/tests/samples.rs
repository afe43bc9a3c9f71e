//! Answers made by hand, as the engine would give them.

use indexmap::{IndexMap, indexmap};
use serde_json::json;

use crate::answer::{
    Answer, ContextVerdict, CountRow, DirectnessWord, Effect, EntityCard, EntityRow, EvidenceItem, GraphStamp, Note,
    OkRow, PathRole, PathRow, Rows, Step, Table, Verdict, VerdictCertainty, VerdictRow, YesNo,
};
use crate::graph::{Aspect, Group, Sign};

const GUIDE: &str = "002_4a1b1d3dea330228.txt";
const REVIEW: &str = "000_c0201375db8216a5.txt";

/// Every sample by the name of its golden file.
pub fn all() -> Vec<(&'static str, Answer)> {
    vec![
        ("effects", effects()),
        ("two-conditions", two_conditions()),
        ("edges", edges()),
        ("names", names()),
        ("nothing", answer("? what raises inhibin", Rows::Entities(Vec::new()))),
        ("verdict-no", verdict_no()),
        ("verdict-depends", verdict_depends()),
        ("verdict-documented", verdict_documented()),
        ("verdict-mixed", verdict_mixed()),
        ("verdict-relation", verdict_relation()),
        ("verdict-unknown", verdict_unknown()),
        ("verdict-absent", verdict_absent()),
        ("paths", paths()),
        ("paths-undirected", paths_undirected()),
        ("no-paths", no_paths()),
        ("card", card()),
        ("count", count()),
        ("table", table()),
        ("plan", plan()),
        ("check", answer("check", Rows::Check(Table { columns: columns(&["code", "place"]), rows: Vec::new() }))),
        ("ok", ok()),
        ("odd-names", odd_names()),
    ]
}

pub fn answer(statement: &str, rows: Rows) -> Answer {
    Answer {
        statement: statement.to_owned(),
        rows,
        complete: true,
        notes: Vec::new(),
        graph: GraphStamp { name: "hpg".to_owned(), version: "1.0.0".to_owned() },
    }
}

fn evidence(source: &str, section: &str, certainty: &str) -> EvidenceItem {
    EvidenceItem {
        source: source.to_owned(),
        section: section.to_owned(),
        reference: None,
        certainty: certainty.to_owned(),
        note: String::new(),
    }
}

fn feedback() -> EvidenceItem {
    evidence(REVIEW, "Hypothalamic-pituitary-gonadal axis", "established")
}

fn therapy() -> EvidenceItem {
    evidence(GUIDE, "TRT and fertility", "established")
}

fn coviello() -> EvidenceItem {
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
        context: IndexMap::new(),
        evidence,
        background: None,
        negated: false,
        quantities: Vec::new(),
        note: String::new(),
    }
}

const UP: Option<Sign> = Some(Sign::Positive);
const DOWN: Option<Sign> = Some(Sign::Negative);

fn documented(from: &str, relation: &str, to: &str, sign: Option<Sign>, background: &str) -> Step {
    Step { background: Some(background.to_owned()), ..step(from, relation, to, sign, vec![therapy()]) }
}

fn testosterone_on_lh() -> Step {
    step("circulating testosterone", "inhibits", "LH", DOWN, vec![feedback(), therapy()])
}

fn exogenous_on_lh() -> Vec<Step> {
    vec![
        step("exogenous testosterone", "raises", "circulating testosterone", UP, vec![therapy()]),
        testosterone_on_lh(),
    ]
}

fn hcg_on_lh() -> Vec<Step> {
    vec![
        step("hCG", "stimulates", "Leydig cells", UP, vec![evidence(GUIDE, "Gonadotropins", "established")]),
        step("Leydig cells", "produces", "endogenous testosterone", UP, vec![feedback()]),
        step("endogenous testosterone", "feeds", "circulating testosterone", UP, vec![feedback()]),
        testosterone_on_lh(),
    ]
}

fn continuous() -> IndexMap<String, String> {
    indexmap! { "dosing".to_owned() => "continuous".to_owned() }
}

fn pulsatile() -> IndexMap<String, String> {
    indexmap! { "dosing".to_owned() => "pulsatile".to_owned() }
}

fn gonadorelin_down() -> Vec<Step> {
    vec![
        Step {
            context: continuous(),
            ..step("gonadorelin", "causes", "pituitary desensitization", UP, vec![therapy()])
        },
        step("pituitary desensitization", "inhibits", "LH", DOWN, vec![therapy(), feedback()]),
    ]
}

fn entity(name: &str, id: &str, kind: &str, group: Group) -> EntityRow {
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

fn effect(object: &str, verdict: Verdict, certainty: VerdictCertainty, mechanism: Vec<Step>) -> Effect {
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

fn effects() -> Answer {
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

fn two_conditions() -> Answer {
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

fn blocks(receptor: &str) -> Step {
    Step {
        via_class: Some("SERM".to_owned()),
        aspect: Some(Aspect::Activity),
        ..step("clomiphene", "blocks", receptor, DOWN, vec![evidence(GUIDE, "SERMs", "established")])
    }
}

fn edges() -> Answer {
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

fn names() -> Answer {
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

fn path(steps: Vec<Step>, net: Option<Sign>, role: Option<PathRole>) -> PathRow {
    let mut entities: Vec<String> = steps.first().map(|step| step.from.clone()).into_iter().collect();
    entities.extend(steps.iter().map(|step| step.to.clone()));
    PathRow { entities, hops: u32::try_from(steps.len()).unwrap_or(u32::MAX), steps, net, role }
}

fn verdict(subject: &str, asked: &str, object: &str, verdict: Verdict, answer: YesNo) -> VerdictRow {
    VerdictRow {
        subject: subject.to_owned(),
        asked: asked.to_owned(),
        object: object.to_owned(),
        aspect: Aspect::Abundance,
        verdict,
        answer,
        certainty: None,
        theoretical: false,
        likelihood: None,
        supporting: Vec::new(),
        opposing: Vec::new(),
        documented: Vec::new(),
        contexts: Vec::new(),
    }
}

fn verdict_no() -> Answer {
    let row = VerdictRow {
        certainty: Some(VerdictCertainty::Likely),
        likelihood: Some([0.0234, 0.067]),
        supporting: vec![path(hcg_on_lh(), DOWN, Some(PathRole::Supporting))],
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

fn verdict_depends() -> Answer {
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

fn verdict_documented() -> Answer {
    let kept = Step {
        evidence: vec![coviello()],
        quantities: vec!["+26 % over baseline at 500 IU every other day".to_owned()],
        ..documented("hCG", "preserves", "spermatogenesis", UP, "on TRT")
    };
    let row = VerdictRow {
        aspect: Aspect::Activity,
        certainty: Some(VerdictCertainty::Documented),
        documented: vec![kept],
        ..verdict("hCG", "affects", "spermatogenesis", Verdict::Raises, YesNo::Yes)
    };
    answer("? how does hCG affect spermatogenesis given state = \"on TRT\"", Rows::Verdicts(vec![row]))
}

fn verdict_mixed() -> Answer {
    let row = VerdictRow {
        certainty: Some(VerdictCertainty::Ambiguous),
        likelihood: Some([0.31, 0.714]),
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

fn verdict_relation() -> Answer {
    let row = VerdictRow {
        aspect: Aspect::Activity,
        supporting: vec![path(vec![blocks("pituitary estrogen receptor")], DOWN, Some(PathRole::Supporting))],
        ..verdict("clomiphene", "blocks", "estrogen receptor", Verdict::Suppresses, YesNo::Yes)
    };
    answer("? does clomiphene block the estrogen receptor", Rows::Verdicts(vec![row]))
}

fn verdict_unknown() -> Answer {
    let row = verdict("obesity", "raises", "FSH receptor", Verdict::NoKnownEffect, YesNo::Unknown);
    answer("? does obesity raise the FSH receptor", Rows::Verdicts(vec![row]))
}

fn verdict_absent() -> Answer {
    let finding = Step { negated: true, ..documented("hCG", "stimulates", "FSH", UP, "untreated") };
    let row =
        VerdictRow { documented: vec![finding], ..verdict("hCG", "raises", "FSH", Verdict::NoKnownEffect, YesNo::No) };
    answer("? does hCG raise FSH", Rows::Verdicts(vec![row]))
}

fn paths() -> Answer {
    let lh = vec![
        step("gonadorelin", "stimulates", "LH", UP, vec![therapy()]),
        step("LH", "stimulates", "Leydig cells", UP, vec![feedback()]),
        step("Leydig cells", "produces", "intratesticular testosterone", UP, vec![feedback(), therapy()]),
        step("intratesticular testosterone", "supports", "spermatogenesis", UP, vec![coviello()]),
    ];
    let fsh = vec![
        step("gonadorelin", "stimulates", "FSH", UP, vec![therapy()]),
        step("FSH", "stimulates", "Sertoli cells", UP, vec![feedback()]),
        step("Sertoli cells", "supports", "spermatogenesis", UP, vec![feedback()]),
    ];
    let stated = vec![documented("gonadorelin", "supports", "spermatogenesis", UP, "on TRT")];
    let rows = vec![
        path(fsh, UP, Some(PathRole::Supporting)),
        path(lh, UP, Some(PathRole::Supporting)),
        path(stated, UP, None),
    ];
    answer("path gonadorelin -> spermatogenesis including documented", Rows::Paths(rows))
}

fn paths_undirected() -> Answer {
    let row = PathRow {
        entities: ["hCG", "Leydig cells", "aromatase", "anastrozole"].map(str::to_owned).to_vec(),
        steps: vec![
            step("hCG", "stimulates", "Leydig cells", UP, vec![feedback()]),
            step("aromatase", "located in", "Leydig cells", None, vec![feedback()]),
            step("anastrozole", "inhibits", "aromatase", DOWN, vec![therapy()]),
        ],
        net: None,
        hops: 3,
        role: None,
    };
    answer("path hCG <-> anastrozole", Rows::Paths(vec![row]))
}

fn no_paths() -> Answer {
    let mut answer = answer("path hCG -> FSH avoiding testosterone", Rows::Paths(Vec::new()));
    answer.notes.push(Note::new("nearest", "from hCG one reaches Leydig cells; FSH is reached from GnRH"));
    answer
}

fn card() -> Answer {
    let card = EntityCard {
        entity: "hCG".to_owned(),
        id: "hcg".to_owned(),
        entity_kinds: columns(&["drug", "hormone"]),
        definition: "human chorionic gonadotropin, an analogue of LH that acts at the LHCG receptor of Leydig cells"
            .to_owned(),
        synonyms: columns(&["human chorionic gonadotropin", "choriogonadotropin"]),
        xrefs: columns(&["CHEBI:5787"]),
        classes: columns(&["gonadotropin"]),
        members: Vec::new(),
        pools: Vec::new(),
        contexts: IndexMap::new(),
        outgoing: vec![
            step("hCG", "mimics", "LH", UP, vec![therapy()]),
            step("hCG", "stimulates", "Leydig cells", UP, vec![therapy(), feedback()]),
            step("hCG", "stimulates", "LHCG receptor", UP, vec![therapy()]),
            step("hCG", "is a", "gonadotropin", None, vec![therapy()]),
        ],
        incoming: vec![step("TRT with low-dose hCG", "administers", "hCG", UP, vec![coviello()])],
        figures: columns(&["dose: 500 IU every other day, with TRT"]),
    };
    answer("show hCG", Rows::Entity(vec![card]))
}

fn count() -> Answer {
    let row = CountRow { count: 3, entities: columns(&["clomiphene", "enclomiphene", "tamoxifen"]) };
    answer("? how many drugs block the estrogen receptor", Rows::Count(row))
}

fn table() -> Answer {
    let table = Table {
        columns: columns(&["kind", "entities", "share", "examples"]),
        rows: vec![
            vec![json!("hormone"), json!(12), json!(0.5), json!(["LH", "FSH"])],
            vec![json!("drug class"), json!(5), json!(null), json!("SERM")],
            vec![json!("condition"), json!(107), json!(12.25), json!(null)],
        ],
    };
    answer("stats", Rows::Table(table))
}

fn plan() -> Answer {
    let table = Table {
        columns: columns(&["step", "estimate"]),
        rows: vec![vec![json!("find paths from hCG"), json!(40)], vec![json!("  prune by distance"), json!(12)]],
    };
    answer("explain path hCG -> LH", Rows::Plan(table))
}

fn ok() -> Answer {
    let row = OkRow { done: "bound".to_owned(), what: "boosters: 6 entities".to_owned() };
    answer("let boosters = ? which drugs raise testosterone", Rows::Ok(row))
}

fn odd_names() -> Answer {
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

pub fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
