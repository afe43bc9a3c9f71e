//! Statements that are stopped at some moment: what was decided by then is told, marked as cut, and nothing is made up.

use std::sync::atomic::{AtomicU64, Ordering};

use endograph::answer::Rows;
use endograph::cancel::Cancel;
use endograph::syntax::parse_statement;

use super::Small;

/// How often the token was polled: a meter that is asked at each poll stops a statement at the same place on any machine.
static POLLS: AtomicU64 = AtomicU64::new(0);

fn poll() -> u64 {
    POLLS.fetch_add(1, Ordering::Relaxed)
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

fn rows(rows: &Rows) -> Vec<String> {
    let Rows::Entities(rows) = rows else { panic!("no entities") };
    rows.iter().map(|row| serde_json::to_string(row).expect("a row")).collect()
}

#[test]
fn what_was_decided_before_a_statement_is_stopped_is_told() {
    for text in ["? what suppresses testosterone", "? what affects LH", "? what does agonist do"] {
        let whole = Small::new(AXIS).try_ask(text).expect("nothing stops it");
        let whole_rows = rows(&whole.rows);
        let mut cut = 0;
        for polls in 0.. {
            POLLS.store(0, Ordering::Relaxed);
            let cancel = Cancel::never().with_memory(polls, poll);
            match Small::new(AXIS).0.execute(&parse_statement(text).expect("a statement"), &cancel) {
                Err(stopped) => assert_eq!(stopped.code.to_string(), "out-of-memory", "{text}, {polls} polls"),
                Ok(answer) if answer.complete => {
                    assert_eq!(rows(&answer.rows), whole_rows, "{text}, {polls} polls");
                    break;
                }
                Ok(answer) => {
                    let told = rows(&answer.rows);
                    assert!(told.iter().all(|row| whole_rows.contains(row)), "{text}, {polls} polls: {told:?}");
                    assert!(answer.notes.iter().any(|note| note.code == "cut"), "{text}, {polls} polls");
                    cut += 1;
                }
            }
        }
        assert!(cut > 0, "{text}: never cut");
    }
}
