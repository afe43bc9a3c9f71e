//! Relation verbs: edges, classes, both ways of a symmetric relation, and what a source denies.

use super::Small;

const CLASSES: &str = "drug class: SERM, blockers
    drug: clomiphene, anastrozole, placebo
    receptor: receptor
    condition: azoospermia
    clomiphene is a SERM
    SERM is a blockers
    SERM blocks receptor
    clomiphene treats azoospermia
    clomiphene combined with anastrozole
    placebo treats azoospermia | negated = true";

#[test]
fn edges_hold_through_classes() {
    Small::new(CLASSES).check(&[
        ("? is clomiphene a SERM", &["clomiphene on SERM: yes, no known effect"]),
        ("? is clomiphene a blockers", &["clomiphene on blockers: yes, no known effect"]),
        ("? is anastrozole a SERM", &["anastrozole on SERM: no, no known effect"]),
        ("? is clomiphene not a SERM", &["clomiphene on SERM: no, no known effect"]),
        ("? does clomiphene block receptor", &["clomiphene on receptor: yes, suppresses documented"]),
        ("? which drugs block receptor", &["clomiphene"]),
        ("? what is blocked by clomiphene", &["receptor"]),
        ("? which SERMs treat azoospermia", &["clomiphene"]),
        ("? how many drugs block receptor", &["1: clomiphene"]),
        ("list blockers", &["SERM", "clomiphene"]),
    ]);
}

#[test]
fn a_symmetric_relation_holds_both_ways() {
    Small::new(CLASSES).check(&[
        ("? is anastrozole combined with clomiphene", &["anastrozole on clomiphene: yes, no known effect"]),
        ("? is clomiphene combined with anastrozole", &["clomiphene on anastrozole: yes, no known effect"]),
        ("? what is combined with clomiphene", &["anastrozole"]),
    ]);
}

#[test]
fn what_a_source_denies_is_no_edge() {
    Small::new(CLASSES).check(&[
        ("? does placebo treat azoospermia", &["placebo on azoospermia: no, no known effect"]),
        ("? what treats azoospermia", &["clomiphene"]),
        ("? does anastrozole treat azoospermia", &["anastrozole on azoospermia: unknown, no known effect"]),
    ]);
}

#[test]
fn an_edge_of_the_other_sign_answers_no() {
    let mut small = Small::new("drug: drug\nhormone: LH, FSH\ndrug inhibits LH\nLH stimulates FSH");
    small.check(&[
        ("? does drug stimulate LH", &["drug on LH: no, no known effect"]),
        ("? does drug inhibit LH", &["drug on LH: yes, suppresses documented"]),
        ("? does drug inhibit FSH", &["drug on FSH: unknown, no known effect"]),
    ]);
    let net = small.note("? does drug inhibit FSH", "net-effect");
    assert_eq!(net.as_deref(), Some("no such edge, but a net effect: drug suppresses FSH: `? does drug suppress FSH`"));
    assert!(small.note("? what inhibits FSH", "indirect").is_some());
}

#[test]
fn edges_are_found_in_any_context_of_their_subject() {
    Small::new(
        "hormone: GnRH, LH
        GnRH inhibits LH | context = { dosing = \"continuous\" }",
    )
    .check(&[
        ("? what inhibits LH", &["GnRH"]),
        ("? what inhibits LH given dosing = pulsatile", &[]),
        ("? does GnRH inhibit LH", &["GnRH on LH: yes, suppresses documented"]),
    ]);
}
