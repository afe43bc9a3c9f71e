//! Names that look like the language, on graphs of a few lines.

use super::check;
use crate::sketch;

#[test]
fn two_readings_are_an_error_and_quotes_choose() {
    let graph = sketch::graph("hormone: factor, factor blocks, agent, block agent");
    check(
        &graph,
        &[
            ("? does factor blocks block agent", "ambiguous at `factor blocks block agent`"),
            ("? does \"factor blocks\" block agent", "whether factor blocks [blocks] agent"),
            ("? does factor blocks \"block agent\"", "whether factor [blocks] block agent"),
            ("? does factor block agent", "whether factor [blocks] agent"),
            ("show factor blocks", "show factor blocks"),
        ],
    );
}

#[test]
fn quotes_protect_names_that_are_words_of_the_language() {
    let graph = sketch::graph("hormone: LH, path, holding pattern, raise, what is, A or B, the end");
    check(
        &graph,
        &[
            ("show \"path\"", "show path"),
            ("? what raises \"holding pattern\"", "which anything: ? + holding pattern"),
            ("? does \"raise\" raise LH", "whether raise + LH"),
            ("? does raise raise LH", "whether raise + LH"),
            ("path \"what is\" -> \"A or B\" via \"path\"", "Families what is -> A or B; via path"),
            ("? what raises {\"A or B\", LH}", "which anything: ? + {A or B, LH}"),
            ("? what raises \"the end\"", "which anything: ? + the end"),
        ],
    );
}

#[test]
fn the_longest_name_wins() {
    let graph = sketch::graph("hormone: GnRH\nreceptor: GnRH receptor\ncell: cells");
    check(
        &graph,
        &[
            ("? what raises GnRH receptor", "which anything: ? + GnRH receptor"),
            ("? does gnrh-receptor stimulate cells", "whether GnRH receptor [stimulates] cells"),
            ("? what raises GnRH receptors", "which anything: ? + GnRH receptor"),
        ],
    );
}

#[test]
fn a_name_that_two_things_have_is_ambiguous() {
    let graph = sketch::graph(
        "hormone: LH, FSH
        [[variant]]
        name = \"pulsed\"
        entity = \"lh\"
        context = { dosing = \"pulsatile\" }
        ",
    );
    check(&graph, &[("show pulsed", "show LH (dosing = pulsatile)"), ("show LH FSH", "unknown-name at `LH FSH`")]);
}
