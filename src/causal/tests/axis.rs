//! A miniature hypothalamic-pituitary-gonadal axis with known verdicts.

use fixedbitset::FixedBitSet;

use super::super::{
    CausalStep, Derivation, Ensemble, EntityTraits, Fact, InfluenceGraph, NodeId, Options, Outcome, Press, Question,
    Scenario, Undetermined,
};
use super::oracle;
use crate::graph::{Aspect, EntityId, Sign, Strength};

/// The entities: those with an abundance of their own, then those with an activity only, then conditions.
const ENTITIES: &[(&str, EntityTraits)] = &[
    ("GnRH", QUANTITY),
    ("LH", QUANTITY),
    ("FSH", QUANTITY),
    ("testosterone", QUANTITY),
    ("estradiol", QUANTITY),
    ("exogenous testosterone", QUANTITY),
    ("hCG", QUANTITY),
    ("clomiphene", QUANTITY),
    ("anastrozole", QUANTITY),
    ("LHCG receptor", MACHINERY),
    ("Leydig cells", MACHINERY),
    ("Sertoli cells", MACHINERY),
    ("spermatogenesis", MACHINERY),
    ("hypothalamic AR", MACHINERY),
    ("pituitary AR", MACHINERY),
    ("aromatase", MACHINERY),
    ("aromatization", MACHINERY),
    ("hypothalamic ER", MACHINERY),
    ("pituitary ER", MACHINERY),
    ("gynecomastia", CONDITION),
    ("distress", CONDITION),
    ("bystander", MACHINERY),
];
const QUANTITY: EntityTraits = EntityTraits { key: 0, abundance: true, absent_at_rest: false };
const MACHINERY: EntityTraits = EntityTraits { key: 0, abundance: false, absent_at_rest: false };
const CONDITION: EntityTraits = EntityTraits { key: 0, abundance: false, absent_at_rest: true };

/// `A > B` stimulates, `A - B` inhibits, `A * B` mimics (raises the activity), `A ~ B` consumes, weakly.
const STEPS: &[(&str, char, &str)] = &[
    ("GnRH", '>', "LH"),
    ("GnRH", '>', "FSH"),
    ("LH", '>', "LHCG receptor"),
    ("LHCG receptor", '>', "Leydig cells"),
    ("Leydig cells", '>', "testosterone"),
    ("FSH", '>', "Sertoli cells"),
    ("Sertoli cells", '>', "spermatogenesis"),
    ("testosterone", '>', "Sertoli cells"),
    ("testosterone", '>', "hypothalamic AR"),
    ("testosterone", '>', "pituitary AR"),
    ("hypothalamic AR", '-', "GnRH"),
    ("pituitary AR", '-', "LH"),
    ("pituitary AR", '-', "FSH"),
    ("testosterone", '>', "aromatization"),
    ("aromatase", '>', "aromatization"),
    ("aromatization", '~', "testosterone"),
    ("aromatization", '>', "estradiol"),
    ("estradiol", '>', "hypothalamic ER"),
    ("estradiol", '>', "pituitary ER"),
    ("hypothalamic ER", '-', "GnRH"),
    ("pituitary ER", '-', "LH"),
    ("pituitary ER", '-', "FSH"),
    ("exogenous testosterone", '>', "testosterone"),
    ("hCG", '*', "LH"),
    ("clomiphene", '-', "hypothalamic ER"),
    ("clomiphene", '-', "pituitary ER"),
    ("anastrozole", '-', "aromatase"),
    ("estradiol", '>', "gynecomastia"),
    ("gynecomastia", '>', "distress"),
];

fn entity(name: &str) -> EntityId {
    let position = ENTITIES.iter().position(|&(entity, _)| entity == name);
    EntityId::from_index(position.unwrap_or_else(|| panic!("no entity {name}")))
}

pub fn axis() -> InfluenceGraph {
    let traits = (0..).zip(ENTITIES).map(|(key, &(_, traits))| EntityTraits { key, ..traits });
    let traits: Vec<EntityTraits> = traits.collect();
    let step = |&(subject, verb, object): &(&str, char, &str)| CausalStep {
        subject: entity(subject),
        object: entity(object),
        aspect: if verb == '*' { Aspect::Activity } else { Aspect::Abundance },
        sign: if matches!(verb, '-' | '~') { Sign::Negative } else { Sign::Positive },
        strength: if verb == '~' { Strength::Weak } else { Strength::Medium },
        consumption: verb == '~',
    };
    InfluenceGraph::build(&traits, &STEPS.iter().map(step).collect::<Vec<_>>())
}

/// The node that a question about an entity means, or that of `activity of …`.
pub fn node(graph: &InfluenceGraph, name: &str) -> NodeId {
    let (name, aspect) = match name.strip_prefix("activity of ") {
        Some(name) => (name, Aspect::Activity),
        None => (name, Aspect::Abundance),
    };
    graph.node_of(entity(name), aspect).unwrap_or_else(|| panic!("{name} is in no step"))
}

fn derive(ensemble: &mut Ensemble, scenario: &Scenario, target: &str) -> Derivation {
    let target = node(ensemble.graph(), target);
    super::derive(ensemble, Question::new(scenario.clone(), target))
}

fn press_up(ensemble: &mut Ensemble, source: &str, target: &str) -> Derivation {
    let scenario = Scenario::press(node(ensemble.graph(), source), Sign::Positive);
    derive(ensemble, &scenario, target)
}

const UP: Sign = Sign::Positive;
const DOWN: Sign = Sign::Negative;

#[test]
fn single_presses() {
    let mut ensemble = Ensemble::new(axis(), Vec::new(), Options::default());
    let cases = [
        ("hCG", "LH", Outcome::Determined(DOWN)),
        ("hCG", "activity of LH", Outcome::Determined(UP)),
        ("hCG", "testosterone", Outcome::Determined(UP)),
        ("hCG", "GnRH", Outcome::Determined(DOWN)),
        ("exogenous testosterone", "LH", Outcome::Determined(DOWN)),
        ("exogenous testosterone", "FSH", Outcome::Determined(DOWN)),
        ("exogenous testosterone", "testosterone", Outcome::Determined(UP)),
        ("testosterone", "LH", Outcome::Determined(DOWN)),
        ("clomiphene", "LH", Outcome::Determined(UP)),
        ("clomiphene", "testosterone", Outcome::Determined(UP)),
        ("clomiphene", "spermatogenesis", Outcome::Likely(UP)),
        ("anastrozole", "estradiol", Outcome::Determined(DOWN)),
        ("anastrozole", "GnRH", Outcome::Ambiguous),
        ("LH", "LH", Outcome::Determined(UP)),
        ("LH", "hCG", Outcome::NoPath),
        ("hCG", "distress", Outcome::Determined(UP)),
        // The relief of a condition that nobody has changes nothing.
        ("clomiphene", "anastrozole", Outcome::NoPath),
    ];
    for (source, target, expected) in cases {
        let found = press_up(&mut ensemble, source, target);
        assert_eq!(found.outcome, expected, "{source} on {target}: {found:?}");
        let (low, high) = found.likelihood.unwrap_or((0.5, 0.5));
        assert!((0.0..=1.0).contains(&low) && low <= high && high <= 1.0, "{source} on {target}: {found:?}");
    }
}

#[test]
fn counting_paths_would_be_wrong() {
    // One positive path, by the hypothalamic receptor; by the pituitary one two negative ones, which feedback weakens.
    let graph = axis();
    let (from, to) = (node(&graph, "clomiphene"), node(&graph, "GnRH"));
    let paths = oracle::simple_paths(&graph, &Scenario::default(), from, to, &[]);
    let negative = paths.iter().filter(|path| graph.path_sign(path) == DOWN).count();
    assert_eq!((paths.len(), negative), (3, 2));
    let mut ensemble = Ensemble::new(graph, Vec::new(), Options::default());
    let found = press_up(&mut ensemble, "clomiphene", "GnRH");
    assert!(found.likelihood.is_some_and(|(low, _)| low > 0.75), "{found:?}");
}

#[test]
fn conditions_absent_at_rest() {
    let mut ensemble = Ensemble::new(axis(), Vec::new(), Options::default());
    let graph = axis();
    let down = |name: &str| Scenario::press(node(&graph, name), DOWN);
    // Less estradiol makes gynecomastia less likely, but distress does not come from what is not there.
    assert_eq!(derive(&mut ensemble, &down("estradiol"), "gynecomastia").outcome, Outcome::Determined(DOWN));
    assert_eq!(derive(&mut ensemble, &down("estradiol"), "distress").outcome, Outcome::NoPath);
    // Whoever asks about relieving the condition itself speaks of someone who has it.
    assert_eq!(derive(&mut ensemble, &down("gynecomastia"), "distress").outcome, Outcome::Determined(DOWN));
}

#[test]
fn scenarios() {
    let mut ensemble = Ensemble::new(axis(), Vec::new(), Options::default());
    let graph = axis();
    let at = |name: &str| node(&graph, name);
    let up = |name: &str| Press { node: at(name), sign: UP };

    let held = Scenario { presses: vec![up("hCG")], clamped: vec![at("LH"), at("FSH")], forced: vec![] };
    assert_eq!(derive(&mut ensemble, &held, "LH").outcome, Outcome::NoPath, "held");
    assert_eq!(derive(&mut ensemble, &held, "activity of LH").outcome, Outcome::Determined(UP));
    assert_eq!(derive(&mut ensemble, &held, "spermatogenesis").outcome, Outcome::Determined(UP));

    let forced = Scenario { forced: vec![(at("testosterone"), UP)], ..Scenario::default() };
    assert_eq!(derive(&mut ensemble, &forced, "LH").outcome, Outcome::Determined(DOWN));
    assert_eq!(derive(&mut ensemble, &forced, "testosterone").outcome, Outcome::Determined(UP));

    let both = Scenario { presses: vec![up("exogenous testosterone"), up("hCG")], ..Scenario::default() };
    assert_eq!(derive(&mut ensemble, &both, "LH").outcome, Outcome::Determined(DOWN));
    let sperm = derive(&mut ensemble, &both, "spermatogenesis");
    assert_eq!(sperm.undetermined, Some(Undetermined::MixedTerms));
}

fn fact(graph: &InfluenceGraph, source: &str, target: &str, sign: Sign) -> Fact {
    Fact { press: Press { node: node(graph, source), sign: UP }, target: node(graph, target), sign }
}

#[test]
fn facts_calibrate_but_not_their_own_question() {
    let graph = axis();
    let facts = vec![fact(&graph, "anastrozole", "LH", UP), fact(&graph, "anastrozole", "FSH", UP)];
    let mut taught = Ensemble::new(graph.clone(), facts, Options::default());
    let scenario = Scenario::press(node(&graph, "anastrozole"), UP);
    let low = |ensemble: &mut Ensemble, target: &str, excluded: &[usize]| {
        let excluded: FixedBitSet = excluded.iter().copied().collect();
        let target = node(&graph, target);
        let found = super::derive(ensemble, Question { excluded, ..Question::new(scenario.clone(), target) });
        assert!(found.calibrated);
        found.likelihood.expect("sampled").0
    };
    let untaught = low(&mut taught, "GnRH", &[0, 1]);
    let both = low(&mut taught, "GnRH", &[]);
    assert!(both > untaught, "{both} {untaught}");
}

#[test]
fn facts_that_cannot_hold_are_named() {
    let graph = axis();
    let facts = vec![
        fact(&graph, "anastrozole", "LH", UP),
        fact(&graph, "hCG", "LH", UP), // against every world
        fact(&graph, "hCG", "testosterone", UP),
    ];
    let mut ensemble = Ensemble::new(graph, facts, Options::default());
    for (source, target, expected) in [
        ("exogenous testosterone", "LH", Outcome::Likely(DOWN)), // determined, but nothing is better than likely now
        ("clomiphene", "spermatogenesis", Outcome::Likely(UP)),
    ] {
        let found = press_up(&mut ensemble, source, target);
        assert_eq!(found.outcome, expected, "{source} on {target}");
        assert!(!found.calibrated);
        assert_eq!(found.conflicts, [1], "{source} on {target}");
    }
}

#[test]
fn systems_without_a_steady_state() {
    // Everything stimulates everything: it runs away in nearly every world.
    let pairs = (0..14).flat_map(|a| (0..14).filter(move |&b| a != b).map(move |b| (a, UP, b)));
    let steps: Vec<_> = pairs.chain([(0, DOWN, 4)]).collect();
    let graph = super::bare_graph(14, &steps);
    let mut ensemble = Ensemble::new(graph, Vec::new(), Options::default());
    let scenario = Scenario::press(NodeId(1), UP);
    let found = super::derive(&mut ensemble, Question::new(scenario, NodeId(4)));
    assert_eq!(found.outcome, Outcome::NoStableWorld, "{found:?}");
}

#[test]
fn a_component_too_large_to_solve_is_said_so() {
    let options = Options { component_limit: 3, ..Options::default() };
    let mut ensemble = Ensemble::new(axis(), Vec::new(), options);
    assert_eq!(press_up(&mut ensemble, "clomiphene", "GnRH").outcome, Outcome::TooLarge);
    assert_eq!(press_up(&mut ensemble, "hCG", "LH").outcome, Outcome::Determined(DOWN));
}
