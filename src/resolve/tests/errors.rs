//! What cannot be read: the code, the very words under the caret, suggestions, and the mended statement.

use super::{EMBEDDED, bindings, check, error_told, read};
use crate::resolve::expected;
use crate::syntax::{StatementKind, parse_statement};

#[test]
fn unknown_names() {
    check(
        &EMBEDDED,
        &[
            ("? what raises nobody", "unknown-name at `nobody`"),
            ("? does nobody raise LH", "unknown-name at `nobody`"),
            ("? does LH raise nobody at all", "unknown-name at `nobody at all`"),
            ("? what raises the nobody", "unknown-name at `nobody`"),
            ("? what raises activity of nobody", "unknown-name at `nobody`"),
            ("? what raises activity of activity of LH", "unknown-name at `activity of LH`"),
            ("? what is suppressed by nobody", "unknown-name at `nobody`"),
            ("? what raises {LH, nobody}", "unknown-name at `nobody`"),
            ("? what is nobody", "unknown-name at `nobody`"),
            ("? what does nobody do", "unknown-name at `nobody`"),
            ("? what raises clomiphine", "unknown-name at `clomiphine`: clomiphene => ? what raises clomiphene"),
            ("? what raises testosteron", "unknown-name at `testosteron`: testosterone => ? what raises testosterone"),
            ("path nobody -> LH", "unknown-name at `nobody`"),
            ("path LH -> nobody", "unknown-name at `nobody`"),
            ("path LH -> FSH via nobody", "unknown-name at `nobody`"),
            ("path LH -> FSH avoiding nobody", "unknown-name at `nobody`"),
            ("? what raises LH holding nobody", "unknown-name at `nobody`"),
            ("? what raises LH given dosing of nobody = pulsatile", "unknown-name at `nobody`"),
            ("show nobody", "unknown-name at `nobody`"),
            ("evidence LH -> nobody", "unknown-name at `nobody`"),
            ("figures for nobody", "unknown-name at `nobody`"),
            ("? what do the documents disagree on about nobody", "unknown-name at `nobody`"),
            ("show drugs", "unknown-name at `drugs`"),
            ("? what raises LH FSH", "unknown-name at `LH FSH`"),
        ],
    );
}

#[test]
fn unknown_verbs() {
    check(
        &EMBEDDED,
        &[
            ("? what supresses LH", "unknown-verb at `supresses`: suppresses, suppress => ? what suppresses LH"),
            ("? does clomiphene rais LH", "unknown-verb at `rais`: raise, raises => ? does clomiphene raise LH"),
            ("? is LH supressed by hCG", "unknown-verb at `supressed by`: suppressed by => ? is LH suppressed by hCG"),
            ("? does LH LH", "unknown-verb at `LH`"),
            ("path LH -> FSH through supresses", "unknown-verb at `supresses`: suppresses, suppress"),
            (
                "path LH -> FSH through anythng",
                "unknown-verb at `anythng`: anything => path LH -> FSH through anything",
            ),
            (
                "path LH -> FSH through stimulatse",
                "unknown-verb at `stimulatse`: stimulates => path LH -> FSH through stimulates",
            ),
        ],
    );
}

#[test]
fn slips() {
    check(
        &EMBEDDED,
        &[
            (
                "? does clomifen supress LH hormon",
                "unknown-name at `clomifen`: clomifene => ? does clomifene suppress LH",
            ),
            (
                "? which drugs raise testostrone and do not supress spermatogenisis",
                "unknown-name at `testostrone`: testosterone => \
                 ? which drugs raise testosterone and not suppress spermatogenesis",
            ),
            (
                "? does exogenus testosterone rais LH",
                "unknown-name at `exogenus testosterone`: exogenous testosterone => \
                 ? does exogenous testosterone raise LH",
            ),
            ("? how does hcg effect LH", "unknown-verb at `effect`: affect => ? how does hcg affect LH"),
            (
                "path clomifen -> spermatogenisis",
                "unknown-name at `clomifen`: clomifene => path clomifene -> spermatogenesis",
            ),
            (
                "simulate clomifen up, hgc up show FHS",
                "unknown-name at `clomifen`: clomifene => simulate clomifene up, hCG up show FSH",
            ),
            (
                "compare clomifen with tamoxifin",
                "unknown-name at `clomifen`: clomifene => compare clomifene, tamoxifen",
            ),
            ("? what raises LH levels", "unknown-name at `LH levels` => ? what raises LH"),
            ("? what raises the hormone LH", "unknown-name at `the hormone LH` => ? what raises the LH"),
            ("? what suppresses GnRH release", "incomplete at `release` => ? what suppresses GnRH"),
            ("? does nobody supress LH", "unknown-name at `nobody supress LH`"),
            ("show my hCG", "unknown-name at `my hCG`: hCG"),
            ("? does T4 raise LH", "unknown-name at `T4`: TC, TE, T"),
        ],
    );
}

#[test]
fn unknown_kinds_contexts_and_fields() {
    check(
        &EMBEDDED,
        &[
            ("? which gadgets raise LH", "unknown-kind at `gadgets`"),
            ("? which hormnes raise LH", "unknown-kind at `hormnes`: hormones => ? which hormones raise LH"),
            ("list gadgets", "unknown-kind at `gadgets`"),
            ("? what raises LH given mood = good", "unknown-context at `mood`"),
            ("? what raises LH given dosng = pulsatile", "unknown-context at `dosng`: dosing"),
            ("? what raises LH given dosing = daily", "unknown-context at `daily`"),
            ("? what raises LH given dosing = pulsatil", "unknown-context at `pulsatil`: pulsatile"),
            ("path LH -> FSH where colour = red", "unknown-field at `colour`"),
            ("path LH -> FSH where certanty = established", "unknown-field at `certanty`: certainty"),
        ],
    );
}

#[test]
fn missing_words() {
    check(
        &EMBEDDED,
        &[
            ("? does LH", "incomplete at ``"),
            ("? does LH raise", "incomplete at ``"),
            ("? what raises", "incomplete at ``"),
            ("? what raises activity of", "incomplete at ``"),
            ("? what does LH", "incomplete at ``"),
            ("? is LH", "incomplete at ``"),
            ("? is clomiphene a", "incomplete at ``"),
            ("? which drugs", "incomplete at ``"),
            ("? which raise LH", "incomplete at `raise`"),
            ("? how many drugs", "incomplete at ``"),
            ("? does raise LH", "incomplete at `raise`"),
            ("? which drugs raise LH and lower", "incomplete at ``"),
            ("? why does hCG", "incomplete at ``"),
            ("? does hCG raise LH raise FSH", "incomplete at `raise`"),
        ],
    );
}

#[test]
fn a_not_that_joins_nothing() {
    check(
        &EMBEDDED,
        &[
            ("? what raises LH not FSH", "syntax at `not` => ? what raises LH but not FSH"),
            ("? which drugs raise LH not FSH", "syntax at `not` => ? which drugs raise LH but not FSH"),
            ("? does hCG raise LH not FSH", "syntax at `not` => ? does hCG raise LH but not FSH"),
            ("? what raises LH not nobody", "unknown-name at `LH not nobody`"),
        ],
    );
}

#[test]
fn what_makes_no_sense() {
    check(
        &EMBEDDED,
        &[
            ("$nobody", "unbound-name at `$nobody`"),
            ("? which $booster raise LH", "unbound-name at `$booster`: $boosters"),
            ("? what raises LH given site = testis", "not-applicable at `site`"),
            ("? what raises LH given sex of GnRH = male", "not-applicable at `GnRH`"),
            ("? what raises LH given dosing of {LH, FSH} = pulsatile", "not-applicable at `{LH, FSH}`"),
        ],
    );
}

#[test]
fn scenarios() {
    check(
        &EMBEDDED,
        &[
            ("simulate nobody up", "unknown-name at `nobody`"),
            ("simulate hgc up", "unknown-name at `hgc`: hCG => simulate hCG up"),
            ("simulate hCG up show nobody", "unknown-name at `nobody`"),
            ("simulate hCG up holding nobody", "unknown-name at `nobody`"),
            ("simulate hCG up versus nobody up", "unknown-name at `nobody`"),
            ("simulate stop nobody", "unknown-name at `nobody`"),
            ("simulate $nobody up", "unbound-name at `$nobody`"),
            ("simulate hCG", "incomplete at ``"),
            ("simulate hCG increased", "syntax at `increased` => simulate hCG up"),
            ("simulate hCG raised, LH up", "syntax at `raised` => simulate hCG up, LH up"),
            ("simulate LH lowered versus LH up", "syntax at `lowered` => simulate LH down versus LH up"),
            ("simulate LH fixed up", "syntax at `fixed up` => simulate LH set up"),
            ("simulate hCG blokced", "syntax at `blokced` => simulate hCG blocked"),
            ("simulate hCG sideways", "syntax at `sideways`"),
            (
                "simulate blocking the estrogen receptor",
                "syntax at `blocking` => simulate the estrogen receptor blocked",
            ),
            ("simulate hCG up FSH up", "syntax at `FSH` => simulate hCG up, FSH up"),
            ("simulate hCG set up FSH up", "syntax at `FSH` => simulate hCG set up, FSH up"),
            ("simulate hCG up hodling LH", "syntax at `hodling`: holding => simulate hCG up holding LH"),
            ("simulate hCG up verses LH up", "syntax at `verses`: versus => simulate hCG up versus LH up"),
            ("simulate hCG up compared with LH up", "syntax at `compared with` => simulate hCG up versus LH up"),
            ("simulate hCG up, LH up, hCG down", "clause-conflict at `hCG down`"),
            ("simulate LH up, hCG up holding LH", "clause-conflict at `LH`"),
            ("simulate hCG up versus LH up holding LH", "clause-conflict at `LH`"),
            ("simulate drugs up", "not-applicable at `drugs`"),
            ("simulate activity of LH up", "not-applicable at `LH`"),
            ("compare clomiphene", "incomplete at ``"),
            ("compare clomiphene, clomiphene", "clause-conflict at `clomiphene`"),
            ("compare clomiphene, nobody", "unknown-name at `nobody`"),
            ("compare clomiphene, hCG on nobody", "unknown-name at `nobody`"),
            ("loops through nobody", "unknown-name at `nobody`"),
            ("? how do hCG and nobody differ", "unknown-name at `nobody`"),
        ],
    );
}

#[test]
fn expectations() {
    for (text, told) in [
        ("expect {LH, FSH}: ? what raises LH", "Set([LH, FSH])"),
        ("expect contains {$boosters}: ? what raises LH", "Contains([HPG axis, endocrine system])"),
        ("expect lacks {continuous GnRH}: ? what raises LH", "Lacks([GnRH (dosing = continuous)])"),
        ("expect likely no: ? does LH raise FSH", "Answer(No, Some(Likely))"),
        ("expect unknown: ? does LH raise FSH", "Answer(Unknown, None)"),
        ("expect empty: ? what raises LH", "Empty"),
        ("expect 3: ? what raises LH", "Count(3)"),
        ("expect at least 3: ? what raises LH", "AtLeast(3)"),
        ("expect net -: path hCG -> LH", "Net(Negative)"),
        ("expect error unknown-name: ? what raises nobody", "Error(\"unknown-name\")"),
        ("expect error nothing: ? what raises LH", "syntax at `nothing`"),
        ("expect error unknown-nam: ? what raises LH", "syntax at `unknown-nam`: unknown-name, unknown-key"),
        ("expect mixed: simulate LH up", "Answer(Mixed, None)"),
        ("expect nobody up: simulate LH up", "unknown-name at `nobody`"),
        ("expect LH down, likely testosterone none: simulate LH up", "LH Down; likely circulating testosterone None"),
        ("expect {nobody}: ? what raises LH", "unknown-name at `nobody`"),
    ] {
        let statement = parse_statement(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let StatementKind::Expect { expectation, .. } = &statement.kind else { panic!("{text} expects nothing") };
        let got = match expected(expectation, &EMBEDDED, &bindings(&EMBEDDED)) {
            Ok(expected) => told_expectation(&expected),
            Err(error) => error_told(text, &error),
        };
        assert_eq!(got, told, "{text}");
    }
}

fn told_expectation(expected: &crate::resolve::Expected) -> String {
    use crate::resolve::Expected;
    let (word, mentions) = match expected {
        Expected::Set(mentions) => ("Set", mentions),
        Expected::Contains(mentions) => ("Contains", mentions),
        Expected::Lacks(mentions) => ("Lacks", mentions),
        Expected::Changes(changes) => {
            let told = changes.iter().map(|(target, change, certainty)| {
                let names: Vec<String> =
                    target.mentions.iter().map(|one| super::described::mention(one, &EMBEDDED)).collect();
                let sure = certainty.map_or(String::new(), |certainty| format!("{certainty:?} ").to_lowercase());
                format!("{sure}{} {change:?}", names.join(", "))
            });
            return told.collect::<Vec<_>>().join("; ");
        }
        other => return format!("{other:?}"),
    };
    let names: Vec<String> = mentions.iter().map(|one| super::described::mention(one, &EMBEDDED)).collect();
    format!("{word}([{}])", names.join(", "))
}

/// Five thousand words take no longer than ten, and no deeper a stack.
#[test]
fn long_phrases_are_refused_at_once() {
    for words in ["very ", "LH ", "the ", "activity of ", "raises ", "is a ", "directly "] {
        let text = format!("? what raises {}", words.repeat(5_000));
        let told = read(&text, &EMBEDDED);
        assert!(told.starts_with("unknown-") || told.starts_with("incomplete"), "{words}: {told:.200}");
    }
}
