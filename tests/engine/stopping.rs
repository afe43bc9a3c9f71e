//! Statements that are stopped at some moment: what was decided by then is told, marked as cut, and nothing is made up.

use std::cell::Cell;

use endograph::answer::{PredictionRow, Rows};
use endograph::cancel::Cancel;
use endograph::syntax::parse_statement;

use super::Small;

thread_local! {
    /// How often the token was polled: a meter that is asked at each poll stops a statement at the same place on any machine.
    static POLLS: Cell<u64> = const { Cell::new(0) };
}

fn poll() -> u64 {
    POLLS.with(|count| count.replace(count.get() + 1))
}

const AXIS: &str = "drug: agonist, antagonist, analogue
    hormone: GnRH, LH, testosterone
    cell: Leydig
    agonist stimulates GnRH
    antagonist blocks GnRH
    analogue mimics LH
    GnRH stimulates LH
    LH stimulates Leydig
    Leydig produces testosterone
    testosterone inhibits LH
    testosterone inhibits GnRH";

/// What an answer says, piece by piece: everything of an entity and of a prediction, and of the rest what does not depend on
/// what else was found by then.
fn told(rows: &Rows) -> Vec<String> {
    fn whole<Row: serde::Serialize>(rows: &[Row]) -> Vec<String> {
        rows.iter().map(|row| serde_json::to_string(row).expect("a row")).collect()
    }
    match rows {
        Rows::Entities(rows) => whole(rows),
        // What would settle a prediction is looked for last, and needs no part in it.
        Rows::Predictions(rows) => {
            whole(&rows.iter().map(|row| PredictionRow { settled_by: None, ..row.clone() }).collect::<Vec<_>>())
        }
        Rows::Paths(rows) => rows.iter().map(|row| row.entities.join(" > ")).collect(),
        Rows::Loops(rows) => rows.iter().map(|row| row.entities.join(" > ")).collect(),
        Rows::Comparison(rows) => {
            let effects = rows.iter().flat_map(|row| row.effects.iter().map(move |effect| (&row.agent, effect)));
            effects.map(|(agent, effect)| format!("{agent}: {}", whole(std::slice::from_ref(effect))[0])).collect()
        }
        rows => panic!("no test of {}", rows.kind()),
    }
}

/// The same, and of entities the names alone.
fn named(rows: &Rows) -> Vec<String> {
    match rows {
        Rows::Entities(rows) => rows.iter().map(|row| row.entity.clone()).collect(),
        rows => told(rows),
    }
}

/// Every small number, and of the large ones ever fewer.
fn numbers() -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0), |number| Some(number + 1 + number / 24))
}

/// Stops a statement after more and more polls: what it tells then must be part of what it tells when nothing stops it.
/// How often it told a part.
fn check(text: &str, told: fn(&Rows) -> Vec<String>) -> usize {
    let whole = told(&Small::new(AXIS).try_ask(text).expect("nothing stops it").rows);
    let mut cut = 0;
    for polls in numbers() {
        POLLS.with(|count| count.set(0));
        let cancel = Cancel::never().with_memory(polls, poll);
        match Small::new(AXIS).0.execute(&parse_statement(text).expect("a statement"), &cancel) {
            Err(stopped) => assert_eq!(stopped.code.to_string(), "out-of-memory", "{text}, {polls} polls"),
            Ok(answer) if answer.complete => {
                assert_eq!(told(&answer.rows), whole, "{text}, {polls} polls");
                if !cancel.is_cancelled() {
                    break;
                }
            }
            Ok(answer) => {
                let part = told(&answer.rows);
                assert!(part.iter().all(|row| whole.contains(row)), "{text}, {polls} polls: {part:?}");
                assert!(answer.notes.iter().any(|note| note.code == "cut"), "{text}, {polls} polls");
                cut += 1;
            }
        }
    }
    cut
}

#[test]
fn what_was_decided_before_a_statement_is_stopped_is_told() {
    for text in [
        "? what suppresses testosterone",
        "? what affects LH",
        "simulate agonist up, antagonist up",
        "simulate agonist up versus analogue up show LH, testosterone",
    ] {
        assert!(check(text, told) > 0, "{text}: never cut");
    }
    // Here all is decided at once.
    for text in [
        "? what does agonist do",
        "compare agonist, antagonist, analogue on LH, Leydig, testosterone",
        "path all agonist -> anything",
        "loops",
    ] {
        check(text, told);
    }
}

/// One object on which something acts is enough to list it, whatever it does to the others.
#[test]
fn who_acts_on_any_of_several_is_told_before_all_are_examined() {
    assert!(check("? what affects {LH, Leydig, testosterone}", named) > 0);
}

/// Short work looks at the token before it begins, and not again: nothing of it is told, or all.
#[test]
fn what_only_counts_or_lists_is_stopped_too() {
    for text in ["stats", "list entities", "list kinds", "list relations", "list sources", "schema"] {
        let stopped = Cancel::never();
        stopped.cancel();
        let answered = Small::new(AXIS).0.execute(&parse_statement(text).expect("a statement"), &stopped);
        match answered {
            Err(error) => assert_eq!(error.code.to_string(), "interrupted", "{text}"),
            Ok(answer) => assert!(!answer.complete, "{text}"),
        }
    }
}

/// The roles of paths take a verdict; the paths themselves are all there before it is known.
#[test]
fn paths_that_are_all_told_are_no_part() {
    let text = "path all agonist -> testosterone";
    let whole = Small::new(AXIS).ask(text);
    let mut without_roles = 0;
    for polls in numbers() {
        POLLS.with(|count| count.set(0));
        let cancel = Cancel::never().with_memory(polls, poll);
        let answered = Small::new(AXIS).0.execute(&parse_statement(text).expect("a statement"), &cancel);
        if !cancel.is_cancelled() {
            break;
        }
        let Ok(answer) = answered else { continue };
        let Rows::Paths(rows) = &answer.rows else { panic!("paths answer with paths") };
        if rows.iter().any(|row| row.role.is_none()) && answer.complete {
            assert_eq!(told(&answer.rows), told(&whole.rows), "{polls} polls");
            assert!(answer.notes.iter().any(|note| note.code == "roles"), "{polls} polls");
            without_roles += 1;
        }
    }
    assert!(without_roles > 0, "the roles were always in time");
}
