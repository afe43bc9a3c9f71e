//! Expectations: each once met and once not.

use super::Small;

const GRAPH: &str = "drug: up, down
    hormone: LH, FSH
    up stimulates LH
    LH stimulates FSH
    down inhibits LH";

#[test]
fn expectations_hold_or_say_what_came() {
    let mut small = Small::new(GRAPH);
    for (expectation, statement, met) in [
        ("yes", "? does up raise LH", true),
        ("no", "? does up raise LH", false),
        ("determined yes", "? does up raise LH", true),
        ("likely yes", "? does up raise LH", false),
        ("unknown", "? does LH raise up", true),
        ("mixed", "? does LH raise up", false),
        ("depends", "? does up raise LH", false),
        ("yes", "? what raises LH", false),
        ("{up}", "? which drugs raise LH", true),
        ("{up, down}", "? which drugs raise LH", false),
        ("{up}", "? which drugs affect LH", false),
        ("contains {up}", "? which drugs affect LH", true),
        ("contains {up, LH}", "? which drugs affect LH", false),
        ("lacks {LH}", "? which drugs affect LH", true),
        ("lacks {up}", "? which drugs affect LH", false),
        ("empty", "? what raises up", true),
        ("empty", "? what raises LH", false),
        ("at least 2", "? what affects LH", true),
        ("at least 3", "? what affects LH", false),
        ("2", "? what affects LH", true),
        ("1", "? what affects LH", false),
        ("2", "? how many drugs affect LH", true),
        ("net +", "path up -> FSH", true),
        ("net -", "path up -> FSH", false),
        ("net +", "path FSH -> up", false),
        ("net -", "path down -> FSH", true),
        ("error unknown-name", "? what raises nobody", true),
        ("error unknown-verb", "? what raises nobody", false),
        ("error unknown-name", "? what raises LH", false),
        ("error unclosed-quote", "? what raises \"LH", true),
    ] {
        let text = format!("expect {expectation}: {statement}");
        let got = small.try_ask(&text).map(|_| ()).map_err(|error| error.code.as_str());
        assert_eq!(got, if met { Ok(()) } else { Err("expectation-failed") }, "{text}");
    }
}

#[test]
fn a_failed_expectation_shows_both_sides() {
    let mut small = Small::new(GRAPH);
    for (text, message) in [
        ("expect no: ? does up raise LH", "expected no, got determined yes for up on LH"),
        ("expect {down}: ? which drugs raise LH", "expected exactly down, got no down, up besides"),
        ("expect empty: ? which drugs raise LH", "expected no row, got 1 row"),
        ("expect net -: path up -> LH", "expected net -, got net + of up -> LH"),
    ] {
        let error = small.try_ask(text).expect_err(text);
        assert_eq!(error.message, message, "{text}");
    }
}

#[test]
fn an_error_of_the_statement_itself_is_no_failed_expectation() {
    let mut small = Small::new(GRAPH);
    let error = small.try_ask("expect yes: ? does nobody raise LH").expect_err("an unknown name");
    assert_eq!(error.code.as_str(), "unknown-name");
}
