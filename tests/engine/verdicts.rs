//! Verdicts on one pair: pools, classes, levels held, relief of conditions, and what is only documented.

use super::{Small, rows};

const POOLS: &str = "hormone: circulating, intratesticular, LH
    process: spermatogenesis
    [[entity]]
    id = \"testosterone\"
    name = \"testosterone\"
    kind = \"hormone\"
    pools = [\"circulating\", \"intratesticular\"]

    circulating inhibits LH
    LH stimulates intratesticular
    intratesticular stimulates spermatogenesis";

#[test]
fn an_umbrella_is_read_as_its_default_pool_and_names_the_others() {
    let mut small = Small::new(POOLS);
    let question = "? does testosterone raise spermatogenesis";
    small.check(&[(question, &["circulating on spermatogenesis: no, suppresses determined"])]);
    assert_eq!(
        small.note(question, "default-pool").as_deref(),
        Some("`testosterone` is read as circulating; other pools: intratesticular")
    );
    assert_eq!(
        small.note(question, "other-pool").as_deref(),
        Some("intratesticular raises spermatogenesis: `? does intratesticular raise spermatogenesis`")
    );
}

#[test]
fn what_is_held_passes_nothing_on() {
    let mut small = Small::new(POOLS);
    small.check(&[
        (
            "? does circulating suppress intratesticular",
            &["circulating on intratesticular: yes, suppresses determined"],
        ),
        (
            "? does circulating suppress intratesticular holding LH",
            &["circulating on intratesticular: unknown, no known effect"],
        ),
        ("? what suppresses spermatogenesis", &["circulating: suppresses determined indirect"]),
        ("? what suppresses spermatogenesis holding LH", &[]),
    ]);
    let note = small.note("? does circulating suppress intratesticular holding LH", "no-path");
    assert_eq!(note.as_deref(), Some("no path from circulating to intratesticular that leaves LH alone"));
}

#[test]
fn the_activity_of_what_is_held_still_moves() {
    Small::new(
        "drug: hCG
        hormone: LH, testosterone
        hCG mimics LH
        LH stimulates testosterone",
    )
    .check(&[
        ("? does hCG raise testosterone holding LH", &["hCG on testosterone: yes, raises determined"]),
        ("? does hCG raise LH", &["hCG on LH: unknown, no known effect"]),
        ("? does hCG raise activity of LH", &["hCG on LH: yes, raises determined"]),
    ]);
}

#[test]
fn the_relief_of_a_condition_acts_only_in_those_who_have_it() {
    let mut small = Small::new(
        "drug: drug
        condition: varicocele
        hormone: LH
        drug inhibits varicocele
        varicocele inhibits LH",
    );
    small.check(&[
        ("? does drug suppress varicocele", &["drug on varicocele: yes, suppresses determined"]),
        ("? does varicocele suppress LH", &["varicocele on LH: yes, suppresses determined"]),
        ("? does drug raise LH", &["drug on LH: unknown, no known effect"]),
        ("path drug -> LH", &["+ drug > varicocele > LH, supporting"]),
    ]);
    assert!(small.note("? does drug raise LH", "only-relief").is_some());
    assert!(small.note("path drug -> LH", "relief").is_some());
}

#[test]
fn what_is_documented_stands_beside_what_is_derived() {
    let mut small = Small::new(
        "drug: agreed, alone, against, denied, supposed
        hormone: LH
        agreed stimulates LH
        agreed stimulates LH | directness = \"documented\"
        alone stimulates LH | directness = \"documented\"
        against stimulates LH
        against inhibits LH | directness = \"documented\"; background = \"on TRT\"
        denied stimulates LH | directness = \"documented\"; negated = true
        supposed stimulates LH | directness = \"documented\"; evidence = [{ source = \"book\", certainty = \"theoretical\" }]",
    );
    small.check(&[
        ("? does agreed raise LH", &["agreed on LH: yes, raises determined"]),
        ("? does alone raise LH", &["alone on LH: yes, raises documented"]),
        ("? does against raise LH", &["against on LH: mixed, mixed ambiguous"]),
        ("? does denied raise LH", &["denied on LH: no, no known effect"]),
        ("? does denied not raise LH", &["denied on LH: yes, no known effect"]),
        ("? does denied suppress LH", &["denied on LH: unknown, no known effect"]),
        ("? does supposed raise LH", &["supposed on LH: yes, raises ambiguous in theory"]),
    ]);
    assert!(small.note("? does against raise LH", "conflict").is_some());
    assert!(small.note("? does alone raise LH", "mechanism-open").is_some());
}

#[test]
fn a_class_as_object_means_any_member() {
    Small::new(
        "drug: drug
        receptor: pituitary receptor, brain receptor
        [[entity]]
        id = \"receptor\"
        name = \"any receptor\"
        kind = \"receptor\"

        pituitary_receptor is a receptor
        brain_receptor is a receptor
        drug blocks brain_receptor",
    )
    .check(&[
        ("? does drug suppress any receptor", &["drug on brain receptor: yes, suppresses determined"]),
        ("? what blocks any receptor", &["drug"]),
        ("? does drug suppress pituitary receptor", &["drug on pituitary receptor: unknown, no known effect"]),
    ]);
}

#[test]
fn why_says_where_its_premise_is_wrong() {
    let mut small = Small::new("drug: drug\nhormone: LH\ndrug inhibits LH");
    assert!(small.note("? why does drug raise LH", "premise").is_some());
    assert!(small.note("? why does drug suppress LH", "premise").is_none());
    assert!(small.note("? why does drug not suppress LH", "premise").is_some());
    assert!(small.note("? why does drug not raise LH", "premise").is_none());
}

#[test]
fn directly_wants_one_step() {
    let mut small = Small::new("drug: drug\nhormone: LH, FSH\ndrug stimulates LH\nLH stimulates FSH");
    small.check(&[
        ("? does drug directly raise LH", &["drug on LH: yes, raises determined"]),
        ("? does drug directly raise FSH", &["drug on FSH: no, raises determined"]),
        ("? what directly raises FSH", &["LH: raises determined direct"]),
    ]);
    assert!(small.note("? does drug directly raise FSH", "indirect").is_some());
}

#[test]
fn what_something_does_leaves_itself_out() {
    let mut small = Small::new("drug: drug\nhormone: LH, FSH\ndrug stimulates LH\nLH inhibits FSH\nFSH stimulates LH");
    let answer = small.ask("? what does LH do");
    assert!(rows(&answer).iter().all(|row| !row.starts_with("LH")), "{:?}", rows(&answer));
}
