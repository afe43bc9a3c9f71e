//! Contexts: verdicts that depend, what is given, and rows that hold in one context.

use super::Small;

const DOSES: &str = "hormone: GnRH, LH, FSH
    drug: agonist
    GnRH stimulates LH | context = { dosing = \"pulsatile\" }
    GnRH inhibits LH | context = { dosing = \"continuous\" }
    GnRH stimulates FSH
    agonist stimulates GnRH";

#[test]
fn verdicts_depend_on_the_subjects_context_until_it_is_given() {
    Small::new(DOSES).check(&[
        ("? does GnRH raise LH", &["GnRH on LH: depends, depends determined; pulsatile raises; continuous suppresses"]),
        ("? does GnRH raise LH given dosing = pulsatile", &["GnRH (pulsatile) on LH: yes, raises determined"]),
        ("? does GnRH raise LH given dosing = continuous", &["GnRH (continuous) on LH: no, suppresses determined"]),
        ("? does GnRH raise FSH", &["GnRH on FSH: yes, raises determined"]),
    ]);
}

#[test]
fn what_is_given_binds_to_the_subject_or_to_a_named_entity() {
    Small::new(DOSES).check(&[
        ("? does agonist raise LH", &["agonist on LH: yes, raises determined"]),
        ("? does agonist raise LH given dosing = continuous", &["agonist on LH: yes, raises determined"]),
        ("? does agonist raise LH given dosing of GnRH = continuous", &["agonist on LH: no, suppresses determined"]),
    ]);
}

#[test]
fn rows_name_the_context_in_which_they_hold() {
    Small::new(DOSES).check(&[
        ("? what raises LH", &["GnRH (pulsatile): raises determined direct", "agonist: raises determined indirect"]),
        ("? what suppresses LH", &["GnRH (continuous): suppresses determined direct"]),
        ("? what raises FSH", &["GnRH: raises determined direct", "agonist: raises determined indirect"]),
        // Both conditions of a row hold in one context.
        ("? what raises FSH and suppresses LH", &["GnRH (continuous): raises determined direct"]),
        ("? what raises FSH but does not raise LH", &["GnRH (continuous): raises determined direct"]),
    ]);
}

#[test]
fn a_variant_is_its_entity_in_a_context() {
    let mut small = Small::new(&format!(
        "{DOSES}
        [[variant]]
        name = \"continuous GnRH\"
        entity = \"gnrh\"
        context = {{ dosing = \"continuous\" }}
        "
    ));
    small.check(&[
        ("? does continuous GnRH raise LH", &["GnRH (continuous) on LH: no, suppresses determined"]),
        ("let hormones = ? what suppresses LH", &["$hormones, 1 entity"]),
        ("expect {continuous GnRH}: $hormones", &["$hormones"]),
    ]);
}

#[test]
fn a_context_of_the_graph_holds_for_every_edge() {
    Small::new(
        "gland: ovaries, testes
        hormone: testosterone
        ovaries produces testosterone | context = { sex = \"female\" }
        testes produces testosterone | context = { sex = \"male\" }",
    )
    .check(&[
        ("? what raises testosterone", &["testes: raises determined direct"]),
        ("? what raises testosterone given sex = female", &["ovaries: raises determined direct"]),
    ]);
}
