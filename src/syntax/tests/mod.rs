//! Tests of the whole way from text to tree and back.

mod errors;
mod frames;
mod limits;
mod properties;
mod scripts;
mod sketch;
mod tokens;

use super::parse_statement;

/// A statement gives this tree, and its canonical text gives it again.
fn check(input: &str, expected: &str) {
    match parse_statement(input) {
        Ok(statement) => {
            assert_eq!(sketch::statement(&statement), expected, "{input}");
            check_round_trip(input);
        }
        Err(error) => panic!("{input}: {error:?}"),
    }
}

/// Parse, print, parse: the same tree up to spans, and printing it again the same text.
fn check_round_trip(input: &str) {
    let Ok(statement) = parse_statement(input) else { return };
    let printed = statement.to_string();
    match parse_statement(&printed) {
        Ok(again) => {
            assert_eq!(again.to_string(), printed, "{input}");
            assert_eq!(again.without_spans(), statement.without_spans(), "{input} printed as {printed}");
        }
        Err(error) => panic!("{input} printed as {printed}: {error:?}"),
    }
}
