//! Paths: their roles, their clauses, stated effects as steps, and how close it came where there is none.

use super::{Small, rows};

#[test]
fn a_path_with_the_other_sign_is_damping_in_a_loop() {
    // What is driven limits its own driver, so the driver is moved a little back.
    Small::new(
        "drug: drug
        hormone: LH, testosterone
        drug stimulates LH
        LH stimulates testosterone
        testosterone inhibits LH",
    )
    .check(&[
        ("path drug -> testosterone", &["+ drug > LH > testosterone, supporting"]),
        ("path testosterone -> LH", &["- testosterone > LH, supporting"]),
    ]);
    Small::new(
        "drug: blocker
        hormone: LH, testosterone, estradiol
        blocker inhibits estradiol
        estradiol inhibits LH
        blocker inhibits LH | strength = \"weak\"
        LH stimulates testosterone
        testosterone inhibits LH",
    )
    .check(&[(
        "path blocker -> testosterone",
        &["- blocker > LH > testosterone, opposing", "+ blocker > estradiol > LH > testosterone, supporting"],
    )]);
}

#[test]
fn a_path_that_leaves_a_reaction_by_what_it_consumes_is_sparing() {
    Small::new(
        "enzyme: aromatase
        reaction: aromatization
        hormone: testosterone, estradiol, LH
        drug: anastrozole
        anastrozole blocks aromatase
        aromatase catalyses aromatization
        testosterone feeds aromatization
        aromatization consumes testosterone | strength = \"weak\"
        aromatization produces estradiol
        estradiol inhibits LH
        testosterone inhibits LH | strength = \"weak\"",
    )
    .check(&[(
        "path anastrozole -> LH",
        &[
            "- anastrozole > aromatase > aromatization > testosterone > LH, sparing",
            "+ anastrozole > aromatase > aromatization > estradiol > LH, supporting",
        ],
    )]);
}

#[test]
fn nothing_damps_an_undecided_effect() {
    Small::new(
        "drug: drug
        hormone: up, down, LH
        drug stimulates up
        drug stimulates down
        up stimulates LH
        down inhibits LH",
    )
    .check(&[("path drug -> LH", &["+ drug > up > LH, supporting", "- drug > down > LH, opposing"])]);
}

const DETOUR: &str = "drug: drug
    hormone: LH, FSH, inner
    drug stimulates LH
    drug stimulates inner
    inner inhibits FSH
    LH stimulates FSH | evidence = [{ source = \"book\", certainty = \"suggested\" }]";

#[test]
fn clauses_choose_among_paths() {
    let mut small = Small::new(DETOUR);
    let (by_hormone, by_inner) = ("+ drug > LH > FSH, supporting", "- drug > inner > FSH, opposing");
    small.check(&[
        ("path drug -> FSH via LH", &[by_hormone]),
        ("path drug -> FSH avoiding LH", &[by_inner]),
        ("path drug -> FSH net negative", &[by_inner]),
        ("path drug -> FSH net positive", &[by_hormone]),
        ("path drug -> FSH through stimulates", &[by_hormone]),
        ("path drug -> FSH not through stimulates", &[]),
        ("path drug -> FSH not through inhibits", &[by_hormone]),
        ("path drug -> FSH where certainty = established", &[by_inner]),
        ("path drug -> FSH where certainty <> established", &[]),
        ("path drug -> LH -> FSH", &[by_hormone]),
        ("path FSH <- drug via inner", &[by_inner]),
        ("path drug -> FSH max 1", &[]),
        ("path drug -> FSH min 3", &[]),
        ("path all drug -> FSH limit 1", &[by_hormone]),
        ("path FSH <-> LH max 1", &["? FSH > LH, no role"]),
    ]);
}

#[test]
fn where_there_is_none_it_says_how_close_it_came() {
    let mut small = Small::new(DETOUR);
    for (statement, code, text) in [
        ("path FSH -> drug", "nearest", "no path; nearest from FSH: nothing; nearest to drug: nothing"),
        ("path drug -> FSH avoiding LH, inner", "relaxation", "there is one that touches LH"),
        ("path drug -> LH net negative", "relaxation", "there is one whose net sign is +"),
        ("path drug -> FSH max 1", "relaxation", "there is one of more than 1 edges"),
        ("path drug -> LH via FSH", "relaxation", "there is one that does not go via FSH"),
        ("path drug -> LH through inhibits", "relaxation", "there is one through other relations"),
        ("path FSH -> LH", "relaxation", "there is one that ignores the direction of the arrows: write `<->`"),
        ("path drug -> LH where certainty = theoretical", "relaxation", "there is one on other evidence"),
    ] {
        assert_eq!(
            small.ask(statement).notes.iter().find(|note| note.code == code).map(|note| note.text.as_str()),
            Some(text),
            "{statement}"
        );
        assert!(rows(&small.ask(statement)).is_empty(), "{statement}");
    }
}

const STATED: &str = "drug: drug
    hormone: LH, FSH, lone
    drug stimulates LH
    LH stimulates FSH
    drug inhibits FSH | directness = \"documented\"
    drug stimulates lone | directness = \"documented\"";

#[test]
fn stated_effects_are_steps_only_where_no_mechanism_is_and_never_to_get_round() {
    let mut small = Small::new(STATED);
    small.check(&[
        ("path drug -> FSH", &["+ drug > LH > FSH, supporting"]),
        ("path drug -> lone", &["+ drug > lone, supporting"]),
        ("path drug -> FSH avoiding LH", &[]),
        ("path drug -> FSH avoiding LH including documented", &[]),
        ("path drug -> lone avoiding LH", &[]),
    ]);
    assert!(small.note("path drug -> lone", "documented-steps").is_some());
    assert!(small.note("path drug -> FSH", "documented-steps").is_none());
    assert!(small.note("path drug -> FSH avoiding LH including documented", "documented-left-out").is_some());
    assert_eq!(rows(&small.ask("path drug -> FSH including documented")).len(), 2);
}

#[test]
fn a_path_read_backwards_has_the_role_of_the_pair_it_joins() {
    Small::new("drug: drug\nhormone: LH\ndrug blocks LH").check(&[
        ("path drug -> activity of LH", &["- drug > LH, supporting"]),
        ("path activity of LH <- drug", &["- drug > LH, supporting"]),
    ]);
}

#[test]
fn grains_of_one_mechanism_are_one_family() {
    let mut small = Small::new(
        "hormone: LH
        receptor: receptor
        cell: cells
        LH activates receptor
        receptor stimulates cells
        LH stimulates cells | through = [\"receptor\"]",
    );
    small.check(&[
        ("path LH -> cells", &["+ LH > cells, supporting"]),
        ("path all LH -> cells", &["+ LH > cells, supporting", "+ LH > receptor > cells, supporting"]),
    ]);
}

#[test]
fn a_class_or_umbrella_in_via_and_avoiding_means_any_of_its_own() {
    Small::new(
        "hormone: LH, circulating, exogenous, FSH, other
        [[entity]]
        id = \"testosterone\"
        name = \"testosterone\"
        kind = \"hormone\"
        pools = [\"circulating\", \"exogenous\"]

        LH stimulates exogenous
        exogenous stimulates FSH
        LH stimulates other
        other stimulates FSH",
    )
    .check(&[
        ("path LH -> FSH via testosterone", &["+ LH > exogenous > FSH, supporting"]),
        ("path LH -> FSH avoiding testosterone", &["+ LH > other > FSH, supporting"]),
    ]);
}
