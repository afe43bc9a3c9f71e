//! What goes with what is removed, on graphs small enough to be known by heart.

use super::Small;

/// Every expectation must hold.
#[track_caller]
fn check(graph: &str, expectations: &[&str]) {
    let mut small = Small::new(graph);
    for expectation in expectations {
        small.ask(expectation);
    }
}

const MADE: &str = "cell: islets, Leydig
    gland: adrenal
    hormone: insulin, androgen
    drug: injection

    islets produces insulin
    injection stimulates insulin
    Leydig produces androgen
    adrenal produces androgen";

#[test]
fn what_nothing_makes_any_more_is_gone() {
    check(
        MADE,
        &[
            "expect determined insulin down: simulate islets removed show insulin",
            "expect determined androgen down: simulate Leydig removed, adrenal removed show androgen",
        ],
    );
}

#[test]
fn what_is_given_from_outside_needs_no_maker() {
    check(MADE, &["expect insulin ambiguous: simulate islets removed, injection up show insulin"]);
}

#[test]
fn what_needs_a_class_can_do_without_one_member() {
    check(
        "drug class: androgen
        drug: testosterone, DHT
        process: spermatogenesis

        testosterone is a androgen
        DHT is a androgen
        androgen enables spermatogenesis",
        &["expect spermatogenesis ambiguous: simulate DHT removed, testosterone up show spermatogenesis"],
    );
}

#[test]
fn a_class_whose_members_are_gone_makes_nothing() {
    check(
        "cell: glandular, light, dark
        hormone: secretion

        light is a glandular
        dark is a glandular
        glandular produces secretion",
        &[
            "expect determined secretion down: simulate light removed, dark removed show secretion",
            "expect secretion down: simulate light removed show secretion",
        ],
    );
}
