//! Sets: conditions of three values, folding under classes, order, limits, counts and results.

use proptest::prelude::*;

use super::{Small, rows};

/// Three drugs that raise, lower and do not move each of two hormones; what is undecided goes to a note.
const AGENTS: &str = "drug: up, down, torn, idle
    hormone: LH, FSH, inner
    up stimulates LH
    up stimulates FSH
    down inhibits LH
    down stimulates FSH
    torn stimulates inner
    inner stimulates LH
    torn inhibits LH
    torn stimulates FSH
    idle acts at LH";

#[test]
fn negated_conditions_hold_for_the_opposite_and_for_nothing_known_but_never_for_mixed() {
    let mut small = Small::new(AGENTS);
    let names = |answer| -> Vec<String> {
        let rows: Vec<String> = rows(&answer);
        rows.iter().map(|row| row.split(':').next().unwrap_or_default().to_owned()).collect()
    };
    for (statement, expected) in [
        // What `torn` does by other ways is open, so its stated step stands.
        ("? which drugs raise FSH and do not raise LH", vec!["down", "torn"]),
        ("? which drugs do not raise LH", vec!["down", "torn", "idle"]),
        ("? which drugs raise LH or raise FSH", vec!["up", "down", "torn"]),
        ("? which drugs raise LH and FSH", vec!["up"]),
        ("? which drugs raise LH but not FSH", vec![]),
    ] {
        let mut got = names(small.ask(statement));
        got.sort_by_key(|name| ["up", "down", "torn", "idle"].iter().position(|known| known == name));
        assert_eq!(got, expected, "{statement}");
    }
}

#[test]
fn members_fold_under_their_class_only_where_all_they_do_is_inherited() {
    Small::new(
        "drug class: SERM
        drug: clomiphene, tamoxifen
        hormone: LH
        clomiphene is a SERM
        tamoxifen is a SERM
        SERM stimulates LH
        tamoxifen stimulates LH",
    )
    .check(&[(
        "? what raises LH",
        &[
            "clomiphene: raises determined direct, via SERM",
            "SERM: raises determined direct",
            "tamoxifen: raises determined direct",
        ],
    )]);
}

#[test]
fn rows_stand_in_one_order() {
    Small::new(
        "cell: machine
        condition: illness
        protocol: scheme
        drug: zeta, alpha
        hormone: signal, far
        hormone: target
        machine stimulates target
        illness stimulates target
        scheme administers target
        zeta stimulates target
        alpha stimulates target
        signal stimulates target
        far stimulates signal",
    )
    .check(&[(
        "? what raises target",
        &[
            "signal: raises determined direct",
            "alpha: raises determined direct",
            "zeta: raises determined direct",
            "scheme: raises determined direct",
            "illness: raises determined direct",
            "machine: raises determined direct",
            "far: raises determined indirect",
        ],
    )]);
}

#[test]
fn a_limit_cuts_and_says_so() {
    let mut small = Small::new(AGENTS);
    let answer = small.ask("? which drugs raise FSH limit 2");
    assert_eq!((rows(&answer).len(), answer.complete), (2, false));
    assert_eq!(small.note("? which drugs raise FSH limit 2", "cut").as_deref(), Some("2 of 3 rows shown"));
    assert!(small.ask("? which drugs raise FSH limit 3").complete);
}

#[test]
fn what_is_undecided_is_counted_and_named() {
    let mut small = Small::new(AGENTS);
    let note = small.note("? which drugs raise LH", "mixed");
    assert_eq!(note.as_deref(), None, "a stated step stands where the net effect is open");
    let mut small = Small::new(
        "drug: torn
        hormone: one, other, target
        torn stimulates one
        torn stimulates other
        one stimulates target
        other inhibits target",
    );
    let note = small.note("? which drugs raise target", "mixed");
    assert_eq!(note.as_deref(), Some("1 undecided by the signs, so not listed: torn"));
    small.check(&[("? which drugs raise target", &[]), ("? which drugs do not raise target", &[])]);
}

#[test]
fn counts_and_results() {
    let mut small = Small::new(AGENTS);
    small.check(&[
        ("? how many drugs raise FSH", &["3: down, torn, up"]),
        ("let raisers = ? which drugs raise FSH", &["$raisers, 3 entities"]),
        ("? how many $raisers suppress LH", &["2: down, torn"]),
        ("let none = ? which drugs suppress FSH", &["$none, 0 entities"]),
        ("? which $none raise LH", &[]),
        ("$none", &[]),
    ]);
    // A result stays as it was bound.
    small.check(&[("let none = ? which $raisers raise FSH", &["$none, 3 entities"])]);
}

/// What a candidate does to one of the hormones.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Held {
    Yes,
    No,
    Undecided,
}

#[derive(Clone, Debug)]
enum Tree {
    Raises(usize),
    Not(Box<Tree>),
    And(Box<Tree>, Box<Tree>),
    Or(Box<Tree>, Box<Tree>),
}

impl Tree {
    /// Kleene's tables, written out.
    fn value(&self, values: [Held; 3]) -> Held {
        use Held::{No, Undecided, Yes};
        match self {
            Self::Raises(hormone) => values[*hormone],
            Self::Not(inner) => match inner.value(values) {
                Yes => No,
                No => Yes,
                Undecided => Undecided,
            },
            Self::And(one, other) => match (one.value(values), other.value(values)) {
                (No, _) | (_, No) => No,
                (Yes, Yes) => Yes,
                _ => Undecided,
            },
            Self::Or(one, other) => match (one.value(values), other.value(values)) {
                (Yes, _) | (_, Yes) => Yes,
                (No, No) => No,
                _ => Undecided,
            },
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Raises(hormone) => format!("raise H{hormone}"),
            Self::Not(inner) => format!("not ({})", inner.text()),
            Self::And(one, other) => format!("(({}) and ({}))", one.text(), other.text()),
            Self::Or(one, other) => format!("(({}) or ({}))", one.text(), other.text()),
        }
    }
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = (0..3_usize).prop_map(Tree::Raises);
    leaf.prop_recursive(3, 8, 2, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            inner.prop_map(|inner| Tree::Not(Box::new(inner))),
            pair.clone().prop_map(|(one, other)| Tree::And(Box::new(one), Box::new(other))),
            pair.prop_map(|(one, other)| Tree::Or(Box::new(one), Box::new(other))),
        ]
    })
}

fn held() -> impl Strategy<Value = Held> {
    prop_oneof![Just(Held::Yes), Just(Held::No), Just(Held::Undecided)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// A drug that raises, lowers or moves undecidedly each of three hormones satisfies a condition as Kleene says.
    #[test]
    fn conditions_have_three_values(tree in tree(), values in [held(), held(), held()]) {
        let mut sketch = String::from("drug: agent\nhormone: H0, H1, H2, one, other\n");
        for (hormone, value) in values.iter().enumerate() {
            sketch.extend([match value {
                Held::Yes => format!("agent stimulates H{hormone}\n"),
                Held::No => format!("agent inhibits H{hormone}\n"),
                Held::Undecided => format!(
                    "agent stimulates one | context = {{ site = \"H{hormone}\" }}\n
                    agent stimulates other | context = {{ site = \"H{hormone}\" }}\n
                    one stimulates H{hormone}\nother inhibits H{hormone}\n"
                ),
            }]);
        }
        let mut small = Small::new(&sketch);
        let statement = format!("? which drugs ({})", tree.text());
        let answer = small.ask(&statement);
        let undecided = answer.notes.iter().any(|note| note.code == "mixed");
        let got = match (rows(&answer).len(), undecided) {
            (1, false) => Held::Yes,
            (0, true) => Held::Undecided,
            (0, false) => Held::No,
            other => panic!("{statement}: {other:?}"),
        };
        prop_assert_eq!(got, tree.value(values), "{}", statement);
    }
}
