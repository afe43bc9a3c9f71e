//! How long the causal core takes where feedback is large and nothing but sampling decides. See `benches/README.md`.

use std::time::Instant;

use endograph::cancel::Cancel;
use endograph::causal::{
    CausalStep, Derivation, Ensemble, EntityTraits, InfluenceGraph, Options, Progress, Question, Sampled, Scenario,
};
use endograph::graph::{Aspect, EntityId, Sign, Strength};

#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../tests/models/model.rs"]
mod model;
#[expect(dead_code, reason = "the tests use more of it")]
#[path = "../tests/models/response.rs"]
mod response;

use model::Model;
use response::Response;

/// Every how many of the responses of the joined map one is asked alone.
const EVERY: usize = 25;

fn main() {
    joined_map();
    synthetic_graph();
}

fn joined_map() {
    let model = Model::read("physiology");
    let start = Instant::now();
    let all = model.derive(model.responses.iter().map(Response::asked));
    println!("joined physiology map, {} responses at once: {:.1} s", all.len(), start.elapsed().as_secs_f64());
    let mut times: Vec<f64> = Vec::new();
    for response in model.responses.iter().step_by(EVERY) {
        let start = Instant::now();
        model.derive([response.asked()]);
        times.push(start.elapsed().as_secs_f64());
    }
    times.sort_unstable_by(f64::total_cmp);
    let (median, longest) = (times[times.len() / 2], times[times.len() - 1]);
    println!("each alone: median {median:.2} s, longest {longest:.2} s");
    print_worlds(&all);
}

/// What the answer that took most worlds rests on.
fn print_worlds(answers: &[Derivation]) {
    let most = answers.iter().max_by_key(|answer| answer.worlds.iter().map(|count| count.tried).sum::<u32>());
    for count in most.iter().flat_map(|answer| &answer.worlds) {
        println!(
            "  {:<18} {:>6} tried {:>6} kept {:>6} used",
            format!("{:?}", count.prior),
            count.tried,
            count.kept,
            count.used
        );
    }
}

const COMPONENT: u32 = 200;
const ENTITIES: u32 = 2_000;
const INFLUENCES: usize = 3_000;

fn synthetic_graph() {
    let graph = synthetic();
    let mut ensemble = Ensemble::new(graph, Vec::new(), Options::default());
    let largest = ensemble.condensation().components().iter().map(|component| component.nodes.len()).max();
    println!("synthetic graph, largest component {}:", largest.unwrap_or(0));
    ensemble.observe(Progress::new(|Sampled { prior, kept, wanted }| {
        if kept % 50 == 0 {
            eprintln!("  {prior:?}: {kept} of {wanted} worlds");
        }
    }));
    let node = |entity| ensemble.graph().source_node(EntityId(entity)).expect("the entity is in a step");
    let scenario = Scenario::press(node(COMPONENT), Sign::Positive);
    let question = |target| Question::new(scenario.clone(), target);
    let one = [question(node(COMPONENT / 2))];
    let many: Vec<Question> = ensemble.graph().nodes().map(question).collect();
    for (what, questions) in [("one target", one.as_slice()), ("every target", many.as_slice())] {
        let start = Instant::now();
        let answers = ensemble.clone().derive_all(questions, &Cancel::never()).expect("nothing cancels it");
        let decided = answers.iter().filter(|answer| answer.outcome.sign().is_some()).count();
        println!("{what}: {:.1} s, {decided} of {} decided", start.elapsed().as_secs_f64(), answers.len());
        print_worlds(&answers);
    }
}

/// A ring with chords; before and behind it, influences that lead from lower to higher numbers only.
fn synthetic() -> InfluenceGraph {
    let mut random = Random(7);
    let mut steps: Vec<CausalStep> =
        (0..COMPONENT).map(|node| step(&mut random, node, (node + 1) % COMPONENT)).collect();
    for _ in 0..COMPONENT / 2 {
        let (from, to) = (random.below(COMPONENT), random.below(COMPONENT));
        if from != to {
            steps.push(step(&mut random, from, to));
        }
    }
    let behind = COMPONENT + (ENTITIES - COMPONENT) / 2;
    // The first entity outside acts on the component, so that it has something to answer.
    steps.push(step(&mut random, COMPONENT, 0));
    while steps.len() < INFLUENCES {
        let outside = COMPONENT + random.below(ENTITIES - COMPONENT);
        let other = random.below(ENTITIES);
        let inner = other < COMPONENT;
        let (from, to) = match (inner, outside < behind) {
            (true, true) => (outside, other),
            (true, false) => (other, outside),
            (false, _) => (outside.min(other), outside.max(other)),
        };
        if from != to {
            steps.push(step(&mut random, from, to));
        }
    }
    let traits: Vec<EntityTraits> =
        (0..u64::from(ENTITIES)).map(|key| EntityTraits { key, ..EntityTraits::default() }).collect();
    InfluenceGraph::build(&traits, &steps)
}

fn step(random: &mut Random, subject: u32, object: u32) -> CausalStep {
    CausalStep {
        subject: EntityId(subject),
        object: EntityId(object),
        aspect: Aspect::Activity,
        sign: if random.below(2) == 0 { Sign::Negative } else { Sign::Positive },
        strength: Strength::Medium,
        consumption: false,
    }
}

/// A linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = self.0 >> 32;
        u32::try_from((high * u64::from(limit)) >> 32).expect("less than the limit")
    }
}
