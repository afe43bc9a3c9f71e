//! Who acts on what by a step of its own: for each target of the fact list, exactly these.
//!
//! The sets are those of the list, but for what the mapping changed: the doses of GnRH and gonadorelin are contexts, TRT
//! acts through what it gives, estradiol is made by a reaction, "endogenous testosterone" of spermatogenesis means the
//! testicular pool, obesity acts on aromatase, and the steps that the README lists as added are there.

use endograph::graph::{Expansion, Setting, Sign};

use super::{GRAPH, entity};

/// A target, and who produces, raises and lowers it by a step.
const SETS: [(&str, &str, &str, &str); 19] = [
    ("gnrh", "hypothalamus, gnrh-neurons", "", "hypothalamic-estrogen-receptor, estradiol, circulating-testosterone"),
    (
        "lh",
        "gonadotroph-cells, anterior-pituitary",
        "gnrh, pituitary-sensitivity, gonadorelin",
        "pituitary-estrogen-receptor, estradiol, circulating-testosterone, pituitary-desensitization",
    ),
    (
        "fsh",
        "gonadotroph-cells, anterior-pituitary",
        "gnrh, pituitary-sensitivity, gonadorelin",
        "pituitary-estrogen-receptor, estradiol, circulating-testosterone, pituitary-desensitization",
    ),
    ("leydig-cells", "", "lhcg-receptor, lh, hcg", ""),
    ("sertoli-cells", "", "fsh, rfsh", ""),
    ("endogenous-testosterone", "leydig-cells, steroidogenesis", "", ""),
    ("intratesticular-testosterone", "leydig-cells, steroidogenesis", "abp", ""),
    ("circulating-testosterone", "", "endogenous-testosterone, exogenous-testosterone", "aromatization"),
    ("estradiol", "aromatization", "", ""),
    ("hypothalamic-estrogen-receptor", "", "estradiol", "tamoxifen, clomiphene, enclomiphene, serm"),
    ("pituitary-estrogen-receptor", "", "estradiol", "tamoxifen, clomiphene, enclomiphene, serm"),
    ("aromatase", "", "obesity", "anastrozole, aromatase-inhibitor"),
    ("lhcg-receptor", "", "lh, hcg", ""),
    ("gnrh-receptor", "", "gnrh, gonadorelin", "gnrh-receptor-downregulation"),
    (
        "spermatogenesis",
        "",
        "sertoli-cells, sertoli-cell-function, intratesticular-testosterone",
        "low-testosterone-to-estradiol-ratio",
    ),
    ("semen-parameters", "", "spermatogenesis", ""),
    ("male-fertility", "", "spermatogenesis", ""),
    ("sperm-count", "", "spermatogenesis", ""),
    ("pituitary-desensitization", "", "continuous-gnrh-agonist-therapy", "gnrh"),
];

/// The same in continuous dosing of GnRH and gonadorelin.
const CONTINUOUS: [(&str, &str, &str, &str); 3] = [
    (
        "lh",
        "gonadotroph-cells, anterior-pituitary",
        "pituitary-sensitivity",
        "pituitary-estrogen-receptor, estradiol, circulating-testosterone, pituitary-desensitization",
    ),
    ("gnrh-receptor", "", "", "gnrh-receptor-downregulation"),
    ("pituitary-desensitization", "", "continuous-gnrh-agonist-therapy, gnrh, gonadorelin", ""),
];

/// Who moves a target by a step that is its own, in alphabetical order. Mimicry and administration are left out.
fn movers(expansion: &Expansion, target: &str, sign: Sign, produces: bool) -> String {
    let mut movers: Vec<&str> = expansion
        .steps
        .iter()
        .filter(|step| step.object == entity(target) && step.sign == Some(sign) && step.via_class.is_none())
        .filter(|step| {
            let relation = GRAPH.schema.relation(step.relation).id.as_str();
            relation != "mimics" && relation != "administers" && (relation == "produces") == produces
        })
        .map(|step| GRAPH.entity(step.subject).id.as_str())
        .collect();
    movers.sort_unstable();
    movers.dedup();
    movers.join(", ")
}

fn sorted(names: &str) -> String {
    let mut names: Vec<&str> = names.split(", ").collect();
    names.sort_unstable();
    names.join(", ")
}

#[track_caller]
fn check(setting: &Setting, sets: &[(&str, &str, &str, &str)]) {
    let expansion = Expansion::new(&GRAPH, setting);
    for (target, producers, raised_by, lowered_by) in sets {
        assert_eq!(movers(&expansion, target, Sign::Positive, true), sorted(producers), "who produces {target}");
        assert_eq!(movers(&expansion, target, Sign::Positive, false), sorted(raised_by), "who raises {target}");
        assert_eq!(movers(&expansion, target, Sign::Negative, false), sorted(lowered_by), "who lowers {target}");
    }
}

#[test]
fn direct_effects_are_exactly_these() {
    check(&Setting::default(), &SETS);
}

#[test]
fn continuous_dosing_has_other_direct_effects() {
    let continuous = Setting::default().with_entity(entity("gnrh"), "dosing", "continuous").with_entity(
        entity("gonadorelin"),
        "dosing",
        "continuous",
    );
    check(&continuous, &CONTINUOUS);
}

#[test]
fn women_have_other_glands() {
    let expansion = Expansion::new(&GRAPH, &Setting::default().with_graph("sex", "female"));
    let producers = movers(&expansion, "endogenous-testosterone", Sign::Positive, true);
    assert_eq!(producers, "adrenal-glands, leydig-cells, ovaries, steroidogenesis");
}

#[test]
fn every_short_form_has_its_chain() {
    let everywhere = Setting { any_entity_context: true, ..Setting::default() };
    let expansion = Expansion::new(&GRAPH, &everywhere);
    // A class of receptors stands for one that the graph does not name, and of which no step is told.
    let ends_in_a_class = |id| {
        let last = GRAPH.edge(id).through.last();
        last.is_none_or(|&inner| !GRAPH.adjacency.members(inner).is_empty())
    };
    let short = GRAPH.edge_ids().filter(|&id| !ends_in_a_class(id));
    for id in short {
        let (edge, name) = (GRAPH.edge(id), super::described(GRAPH.edge(id)));
        let step = expansion.steps.iter().find(|step| step.edge == id && step.via_class.is_none());
        assert!(step.is_some_and(|step| step.coarse), "{name} has no chain of its sign");
        assert!(edge.is_direct(), "{name} is short for a chain, but is no step");
    }
}
