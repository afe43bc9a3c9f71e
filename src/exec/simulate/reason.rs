//! Why a prediction is open, or what stands behind it, in words.

use crate::answer::{Change, VerdictCertainty};
use crate::causal::Outcome;
use crate::graph::{EntityId, Graph, Sign};

use super::play::Level;
use super::predict::{Alone, Prediction, Still, pulls_both_ways};
use super::removal::Gone;

/// The words where any are needed.
pub(super) fn reason(graph: &Graph, prediction: &Prediction) -> Option<String> {
    match (prediction.level, prediction.change) {
        (Level::Forced, _) | (Level::Free, Change::None) if prediction.gone.is_some() => {
            return prediction.gone.map(|gone| lost(graph, gone));
        }
        (Level::Forced, _) => return Some(String::from("its level is fixed")),
        (Level::Held, Change::None) => return Some(String::from("its level is held")),
        _ => {}
    }
    match prediction.change {
        Change::None => prediction.still.map(|still| unmoved(still).to_owned()),
        Change::Ambiguous => Some(open(graph, prediction)),
        Change::Up | Change::Down if prediction.certainty == Some(VerdictCertainty::Documented) => {
            let open = match prediction.derivation.outcome {
                Outcome::NoPath => "the graph holds no mechanism for it",
                _ => "the mechanism in the graph does not decide it",
            };
            let against = prediction.stated_against.as_ref();
            let against = against.map_or_else(String::new, |rest| {
                format!(", so perhaps against {rest} alone and not the untreated state")
            });
            Some(format!("stated of {}{against}; {open}", listed(&prediction.stated_of)))
        }
        Change::Up | Change::Down if prediction.tempered.is_some() => prediction.tempered.clone(),
        Change::Up | Change::Down => {
            undecidable(prediction.derivation.outcome).map(|why| format!("{why}; all paths found agree"))
        }
    }
}

const fn unmoved(still: Still) -> &'static str {
    match still {
        Still::OnlyRelief => {
            "every path relieves a condition that the untreated state does not have: it acts only in those who have it"
        }
        Still::Same => "both scenarios do the same to it",
        Still::NoPath => "no path is known from what is done to it",
        Still::NotModelled => "not modelled: no mechanism step in the graph leads to it",
    }
}

fn open(graph: &Graph, prediction: &Prediction) -> String {
    if prediction.conflict {
        return String::from("what is derived contradicts what is documented");
    }
    if let Some(why) = &prediction.open {
        return why.clone();
    }
    if let Some(why) = undecidable(prediction.derivation.outcome) {
        return format!("{why}, and paths of both signs lead here");
    }
    let is_one_sided = prediction.mechanism.is_none() || prediction.counter.is_none();
    by_act(graph, &prediction.alone).unwrap_or_else(|| {
        String::from(if is_one_sided {
            "it moves only where a condition on the way appears, which is open"
        } else {
            "what raises it and what lowers it are of unknown strength"
        })
    })
}

const fn undecidable(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::TooLarge => Some("the feedback between is too large to sample"),
        Outcome::NoStableWorld => Some("no stable state was found"),
        _ => None,
    }
}

/// `alone, exogenous testosterone lowers it, hCG raises it; which is stronger is not known`
fn by_act(graph: &Graph, alone: &[Alone]) -> Option<String> {
    let names = |wanted: fn(Outcome) -> bool| -> Vec<String> {
        let acts = alone.iter().filter(|act| wanted(act.outcome));
        let told = |act: &Alone| {
            let name = &graph.entity(act.entity).name;
            if act.sign == Sign::Negative { format!("less {name}") } else { name.clone() }
        };
        acts.map(told).collect()
    };
    let lower = names(|outcome| outcome.sign() == Some(Sign::Negative));
    let raise = names(|outcome| outcome.sign() == Some(Sign::Positive));
    let open = names(|outcome| outcome.sign().is_none() && outcome != Outcome::NoPath);
    let clauses = [
        (lower, ["lowers", "lower"], "it"),
        (raise, ["raises", "raise"], "it"),
        (open, ["leaves", "leave"], "it open"),
    ];
    let clauses: Vec<String> = clauses
        .into_iter()
        .filter(|(who, ..)| !who.is_empty())
        .map(|(who, [one, several], what)| {
            format!("{} {} {what}", listed(&who), if who.len() == 1 { one } else { several })
        })
        .collect();
    let end = if pulls_both_ways(alone) { "; which does more is not known" } else { "" };
    (!clauses.is_empty()).then(|| format!("alone, {}{end}", clauses.join(", ")))
}

/// Why something is gone.
fn lost(graph: &Graph, gone: Gone) -> String {
    let name = |entity: EntityId| &graph.entity(entity).name;
    match gone {
        Gone::With(whole) => format!("it goes with {}", name(whole)),
        Gone::Unmade(last) => format!("without {}, nothing is left that makes it", name(last)),
        Gone::Without(needed) => format!("it cannot do without {}", name(needed)),
        Gone::Idle(last) => format!("without {}, nothing is left that activates it", name(last)),
    }
}

/// `A, B and C`
fn listed(names: &[String]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        names => names.concat(),
    }
}
