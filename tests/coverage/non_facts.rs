//! What the documents do not say, and so must not be in the graph.

use endograph::graph::{Aspect, EntityId, Expansion, Namespace, Setting, Sign};

use super::{GRAPH, entity};

/// Effects that nobody states: who, which way, on what.
const NEVER: [(&str, Sign, &str); 22] = [
    ("hcg", Sign::Positive, "lh"),
    ("hcg", Sign::Positive, "fsh"),
    ("hcg", Sign::Negative, "hpg-axis-suppression"),
    ("serm", Sign::Negative, "estradiol"),
    ("clomiphene", Sign::Negative, "estradiol"),
    ("enclomiphene", Sign::Negative, "estradiol"),
    ("tamoxifen", Sign::Negative, "estradiol"),
    ("testosterone", Sign::Positive, "spermatogenesis"),
    ("circulating-testosterone", Sign::Positive, "spermatogenesis"),
    ("exogenous-testosterone", Sign::Positive, "spermatogenesis"),
    ("exogenous-testosterone", Sign::Positive, "intratesticular-testosterone"),
    ("circulating-testosterone", Sign::Positive, "intratesticular-testosterone"),
    ("intratesticular-testosterone", Sign::Positive, "circulating-testosterone"),
    ("trt", Sign::Positive, "intratesticular-testosterone"),
    ("trt", Sign::Positive, "spermatogenesis"),
    ("anastrozole", Sign::Positive, "pituitary"),
    ("anastrozole", Sign::Positive, "anterior-pituitary"),
    ("anastrozole", Sign::Positive, "gonadotroph-cells"),
    ("gonadorelin", Sign::Positive, "gnrh"),
    ("gonadorelin", Sign::Positive, "hypothalamus"),
    ("rfsh", Sign::Positive, "fsh"),
    ("rfsh", Sign::Positive, "lh"),
];

/// Substances that neither document names.
const ABSENT: [&str; 10] = [
    "inhibin",
    "prolactin",
    "SHBG",
    "sex hormone-binding globulin",
    "DHT",
    "dihydrotestosterone",
    "letrozole",
    "sildenafil",
    "tadalafil",
    "progesterone",
];

/// What an entity's effects move: its amount, or its only node.
fn outer_aspect(id: EntityId) -> Aspect {
    if GRAPH.has_abundance(id) { Aspect::Abundance } else { Aspect::Activity }
}

#[test]
fn what_nobody_states_is_no_effect() {
    let everywhere = Setting { any_entity_context: true, ..Setting::default() };
    let expansion = Expansion::new(&GRAPH, &everywhere);
    for (subject, sign, object) in NEVER {
        let (from, to) = (entity(subject), entity(object));
        let stated = expansion.steps.iter().chain(&expansion.documented).find(|edge| {
            let ends = edge.subject == from && edge.object == to && edge.aspect == outer_aspect(to);
            ends && edge.sign == Some(sign) && !GRAPH.edge(edge.edge).negated
        });
        assert!(stated.is_none(), "{subject} {sign} {object}: {stated:?}");
    }
}

#[test]
fn continuous_dosing_has_no_first_flare() {
    for (agent, hormone) in [("gnrh", "lh"), ("gnrh", "fsh"), ("gonadorelin", "lh"), ("gonadorelin", "fsh")] {
        let continuous = Setting::default().with_entity(entity(agent), "dosing", "continuous");
        let expansion = Expansion::new(&GRAPH, &continuous);
        let flare = expansion.steps.iter().chain(&expansion.documented).find(|edge| {
            edge.subject == entity(agent) && edge.object == entity(hormone) && edge.sign == Some(Sign::Positive)
        });
        assert!(flare.is_none(), "{agent} {hormone}: {flare:?}");
    }
}

#[test]
fn anastrozole_alone_preserves_nothing_on_trt() {
    for object in ["spermatogenesis", "male-fertility", "semen-parameters", "sperm-count"] {
        let stated = GRAPH.edges().find(|edge| {
            edge.subject == entity("anastrozole")
                && edge.object == entity(object)
                && edge.background() == Some("on TRT")
        });
        assert!(stated.is_none(), "{object}: {stated:?}");
    }
}

#[test]
fn absent_substances_are_unknown() {
    for name in ABSENT {
        assert_eq!(GRAPH.names().lookup(Namespace::Names, name), [], "{name}");
    }
}
