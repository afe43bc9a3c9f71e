//! Models of others with their published responses: what the causal core makes of them. Where each model and response
//! comes from stands in its row and in `README.md` here.

mod model;
mod response;
mod score;

use endograph::graph::Sign;

use model::Model;
use response::Change;
use score::Score;

/// The textbook models that are joined in `physiology`.
const JOINED: [&str; 13] = [
    "male-axis",
    "thyroid",
    "glucose",
    "renin",
    "calcium",
    "cortisol",
    "baroreflex",
    "water",
    "breathing",
    "erythropoiesis",
    "growth",
    "appetite",
    "prolactin",
];

/// Those that stand alone.
const ALONE: [&str; 5] =
    ["snowshoe-hare-chain", "snowshoe-hare-omnivory", "snowshoe-hare-mutual", "gastric-acid", "female-axis"];

#[test]
fn published_responses_hold() {
    let scores: Vec<Score> = ALONE.into_iter().chain(JOINED).map(|name| Score::of(&Model::read(name))).collect();
    let all: Score = scores.into_iter().sum();
    assert!(all.holds() && all.decides(9, 10), "{}", all.report("textbook models"));
}

/// One component of some 130 variables.
#[test]
fn published_responses_hold_in_the_joined_map() {
    let score = Score::of(&Model::read("physiology"));
    assert!(score.holds() && score.decides(3, 4), "{}", score.report("physiology"));
}

/// Pairs of a model between which the joined map adds nothing.
fn pairs_untouched_by_joining<'a>(part: &'a Model, whole: &Model) -> Vec<(&'a str, Change, &'a str)> {
    let shared: Vec<&str> = part.variables().filter(|name| whole.has(name)).collect();
    let pairs = shared.iter().flat_map(|&source| shared.iter().map(move |&target| (source, target)));
    let untouched = pairs.filter(|&(source, target)| {
        let between = part.between(source, target);
        source != target && !between.is_empty() && between == whole.between(source, target)
    });
    untouched.map(|(source, target)| (source, Change::Set(Sign::Positive), target)).collect()
}

#[test]
fn every_part_is_in_the_joined_map() {
    let whole = Model::read("physiology");
    let mut untouched = 0;
    for name in JOINED {
        let part = Model::read(name);
        assert_eq!(part.edges_missing_in(&whole), Vec::<String>::new(), "{name}");
        untouched += pairs_untouched_by_joining(&part, &whole).len();
    }
    assert!(untouched >= 100, "only {untouched} pairs to compare");
    assert!((200..=240).contains(&whole.variables().count()));
}

#[test]
fn joining_changes_no_verdict_where_it_adds_no_path() {
    let whole = Model::read("physiology");
    for name in JOINED {
        let part = Model::read(name);
        let pairs = pairs_untouched_by_joining(&part, &whole);
        let (alone, joined) = (part.derive(pairs.iter().copied()), whole.derive(pairs.iter().copied()));
        for ((pair, alone), joined) in pairs.iter().zip(&alone).zip(&joined) {
            assert_eq!(alone.outcome, joined.outcome, "{name}: {pair:?}");
        }
    }
}
