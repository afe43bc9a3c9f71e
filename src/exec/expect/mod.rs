//! Whether an answer is the one that was expected.

mod predictions;

use crate::answer::{Answer, EntityRow, Rows, VerdictCertainty, VerdictRow, YesNo};
use crate::graph::{EntityId, Graph};
use crate::resolve::{Expected, Mention};

/// What was wanted and what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// What was wanted.
    pub expected: String,
    /// What came.
    pub got: String,
}

impl Shortfall {
    fn new(expected: impl Into<String>, got: impl Into<String>) -> Self {
        Self { expected: expected.into(), got: got.into() }
    }
}

/// Checks an answer.
///
/// # Errors
/// What was wanted and what came instead.
pub fn check(expected: &Expected, answer: &Answer, graph: &Graph) -> Result<(), Shortfall> {
    match expected {
        Expected::Answer(wanted, certainty) => check_answer(*wanted, *certainty, &answer.rows),
        Expected::Set(wanted) => check_set(wanted, answer, graph),
        Expected::Contains(wanted) => {
            let missing: Vec<&Mention> = wanted.iter().filter(|mention| !holds(answer, graph, mention)).collect();
            if missing.is_empty() {
                Ok(())
            } else {
                Err(Shortfall::new(
                    format!("{} among others", listed(graph, wanted.iter())),
                    format!("no {}", listed(graph, missing.into_iter())),
                ))
            }
        }
        Expected::Lacks(unwanted) => {
            let there: Vec<&Mention> = unwanted.iter().filter(|mention| holds(answer, graph, mention)).collect();
            if there.is_empty() {
                Ok(())
            } else {
                Err(Shortfall::new(
                    format!("none of {}", listed(graph, unwanted.iter())),
                    listed(graph, there.into_iter()),
                ))
            }
        }
        Expected::Empty => match answer.rows.count() {
            0 => Ok(()),
            rows => Err(Shortfall::new("no row", counted(rows))),
        },
        Expected::AtLeast(wanted) => match answer.rows.count() {
            rows if rows >= *wanted => Ok(()),
            rows => Err(Shortfall::new(format!("at least {}", counted(*wanted)), rows.to_string())),
        },
        Expected::Count(wanted) => match answer.rows.count() {
            rows if rows == *wanted => Ok(()),
            rows => Err(Shortfall::new(counted(*wanted), rows.to_string())),
        },
        Expected::Net(sign) => {
            let Rows::Paths(paths) = &answer.rows else {
                return Err(Shortfall::new(format!("net {sign}"), "no paths"));
            };
            // A damping or sparing path is no mechanism of the net effect, so it does not speak against it.
            let supporting: Vec<_> = paths
                .iter()
                .filter(|path| path.role.is_none_or(|role| role == crate::answer::PathRole::Supporting))
                .collect();
            match supporting.iter().find(|path| path.net != Some(*sign)) {
                Some(path) => Err(Shortfall::new(
                    format!("net {sign}"),
                    format!(
                        "net {} of {}",
                        path.net.map_or("none", crate::graph::Sign::as_str),
                        path.entities.join(" -> ")
                    ),
                )),
                None if supporting.is_empty() => Err(Shortfall::new(format!("net {sign}"), "no path")),
                None => Ok(()),
            }
        }
        Expected::Changes(wanted) => match &answer.rows {
            Rows::Predictions(rows) => {
                // A statement is printed with names quoted that hold its words.
                let all_watched = !answer.statement.contains(" show ");
                predictions::check_changes(wanted, rows, graph, all_watched)
            }
            _ => Err(Shortfall::new("changes", "an answer that predicts nothing")),
        },
        Expected::Error(code) => Err(Shortfall::new(format!("error {code}"), "an answer")),
    }
}

fn check_answer(wanted: YesNo, certainty: Option<VerdictCertainty>, rows: &Rows) -> Result<(), Shortfall> {
    if let Rows::Predictions(rows) = rows {
        return predictions::check_answer(wanted, certainty, rows);
    }
    let sure = certainty.map_or(String::new(), |certainty| format!("{} ", certainty.as_str()));
    let expected = format!("{sure}{}", wanted.as_str());
    let Rows::Verdicts(verdicts) = rows else { return Err(Shortfall::new(expected, "an answer that is no verdict")) };
    let wrong =
        |row: &&VerdictRow| row.answer != wanted || certainty.is_some_and(|wanted| row.certainty != Some(wanted));
    match verdicts.iter().find(wrong) {
        None if verdicts.is_empty() => Err(Shortfall::new(expected, "no verdict")),
        None => Ok(()),
        Some(row) => {
            let sure = row.certainty.map_or(String::new(), |certainty| format!("{} ", certainty.as_str()));
            Err(Shortfall::new(
                expected,
                format!("{sure}{} for {} on {}", row.answer.as_str(), row.subject, row.object),
            ))
        }
    }
}

fn check_set(wanted: &[Mention], answer: &Answer, graph: &Graph) -> Result<(), Shortfall> {
    let missing: Vec<&Mention> = wanted.iter().filter(|mention| !holds(answer, graph, mention)).collect();
    let more: Vec<String> = entities(answer, graph)
        .into_iter()
        .filter(|entity| !wanted.iter().any(|mention| mention.entity == *entity))
        .map(|entity| graph.entity(entity).name.clone())
        .collect();
    if missing.is_empty() && more.is_empty() {
        return Ok(());
    }
    let mut got = Vec::new();
    if !missing.is_empty() {
        got.push(format!("no {}", listed(graph, missing.into_iter())));
    }
    if !more.is_empty() {
        got.push(format!("{} besides", more.join(", ")));
    }
    Err(Shortfall::new(format!("exactly {}", listed(graph, wanted.iter())), got.join(", ")))
}

/// Whether an entity is among the rows; in that context, where the mention fixes one.
fn holds(answer: &Answer, graph: &Graph, mention: &Mention) -> bool {
    if mention.context.is_empty() {
        return entities(answer, graph).contains(&mention.entity);
    }
    let Rows::Entities(rows) = &answer.rows else { return false };
    rows.iter().filter(|row| graph.entity_id(&row.id) == Some(mention.entity)).any(|row| {
        let contexts = row.effect.as_ref().map(|effect| effect.contexts.as_slice()).unwrap_or_default();
        contexts.is_empty() || contexts.contains(&mention.context.0)
    })
}

fn entities(answer: &Answer, graph: &Graph) -> Vec<EntityId> {
    let named = |name: &String| graph.entities().position(|entity| entity.name == *name).map(EntityId::from_index);
    match &answer.rows {
        Rows::Entities(rows) => rows.iter().filter_map(|row: &EntityRow| graph.entity_id(&row.id)).collect(),
        Rows::Entity(cards) => cards.iter().filter_map(|card| graph.entity_id(&card.id)).collect(),
        Rows::Count(count) => count.entities.iter().filter_map(named).collect(),
        Rows::Paths(paths) => paths.iter().flat_map(|path| &path.entities).filter_map(named).collect(),
        Rows::Verdicts(rows) => rows.iter().flat_map(|row| [&row.subject, &row.object]).filter_map(named).collect(),
        Rows::Predictions(rows) => rows.iter().filter_map(|row| graph.entity_id(&row.id)).collect(),
        Rows::Loops(rows) => rows.iter().flat_map(|row| &row.entities).filter_map(named).collect(),
        Rows::Comparison(rows) => rows.iter().filter_map(|row| graph.entity_id(&row.id)).collect(),
        Rows::Table(_) | Rows::Plan(_) | Rows::Check(_) | Rows::Picture(_) | Rows::Ok(_) => Vec::new(),
    }
}

/// `1 row`, `3 rows`
fn counted(rows: usize) -> String {
    format!("{rows} {}", if rows == 1 { "row" } else { "rows" })
}

fn listed<'m>(graph: &Graph, mentions: impl Iterator<Item = &'m Mention>) -> String {
    let names: Vec<&str> = mentions.map(|mention| graph.entity(mention.entity).name.as_str()).collect();
    names.join(", ")
}
