//! What can be asked, and what it is read as.

use super::{EMBEDDED, check};

#[test]
fn questions_for_entities() {
    check(
        &EMBEDDED,
        &[
            ("? what suppresses LH", "which anything: ? - LH"),
            ("? what SUPPRESSES luteinizing hormone", "which anything: ? - LH"),
            ("? what lowers the LH", "which anything: ? - LH"),
            ("? what can affect LH", "which anything: ? ± LH"),
            ("? what directly raises LH", "which anything: ? directly + LH"),
            ("? what raises LH directly", "which anything: ? directly + LH"),
            ("? what is suppressed by hCG", "which anything: hCG - ?"),
            ("? what is LH suppressed by", "which anything: ? - LH"),
            ("? what does hCG mimic", "which anything: hCG [mimics] ?"),
            ("? what does hCG raise", "which anything: hCG + ?"),
            ("? what is blocked by clomiphene", "which anything: clomiphene [blocks] ?"),
            ("? what stimulates Leydig cells", "which anything: ? [stimulates] Leydig cells"),
            ("? what treats azoospermia", "which anything: ? [treats] azoospermia"),
            ("? what is a SERM", "card of SERM"),
            ("? what raises activity of LH", "which anything: ? + activity of LH"),
            ("? what raises the level of the LH", "which anything: ? + abundance of LH"),
            ("? which drugs raise testosterone", "which any drug: ? + testosterone as circulating testosterone"),
            ("? which SERMs raise LH", "which SERM: ? + LH"),
            ("? which $boosters raise LH", "which {HPG axis, endocrine system}: ? + LH"),
            ("? which cells does FSH stimulate", "which any cell: FSH [stimulates] ?"),
            ("? how many drugs block the estrogen receptor", "number of any drug: ? [blocks] estrogen receptor"),
            ("? what raises {LH, FSH}", "which anything: ? + {LH, FSH}"),
            ("? what raises hormones", "which anything: ? + any hormone"),
            ("? what raises anything", "which anything: ? + anything"),
        ],
    );
}

#[test]
fn conditions() {
    check(
        &EMBEDDED,
        &[
            ("? which drugs raise LH and FSH", "which any drug: (? + LH and ? + FSH)"),
            ("? which drugs raise LH or lower FSH", "which any drug: (? + LH or ? - FSH)"),
            ("? which drugs raise LH and do not suppress FSH", "which any drug: (? + LH and not ? - FSH)"),
            ("? which drugs raise LH but not FSH", "which any drug: (? + LH and not ? + FSH)"),
            ("? what raises LH and FSH or lowers GnRH", "which anything: ((? + LH and ? + FSH) or ? - GnRH)"),
            ("? what raises LH and (FSH or GnRH)", "which anything: (? + LH and (? + FSH or ? + GnRH))"),
            ("? which drugs do not raise LH", "which any drug: not ? + LH"),
            ("? which drugs (raise LH or raise FSH)", "which any drug: (? + LH or ? + FSH)"),
            ("? what raises (LH or FSH)", "which anything: (? + LH or ? + FSH)"),
            ("? what is suppressed by hCG and raised by LH", "which anything: (hCG - ? and LH + ?)"),
            ("? what is suppressed by hCG and TRT", "which anything: (hCG - ? and TRT - ?)"),
        ],
    );
}

#[test]
fn claims() {
    check(
        &EMBEDDED,
        &[
            ("? does clomiphene raise LH", "whether clomiphene + LH"),
            ("? do SERMs raise LH", "whether SERM + LH"),
            ("? does hCG not raise LH", "whether not hCG + LH"),
            ("? doesn't hCG raise LH", "whether not hCG + LH"),
            ("? does hCG raise LH and FSH", "whether hCG + LH; hCG + FSH"),
            ("? does hCG raise LH and lower FSH", "whether hCG + LH; hCG - FSH"),
            ("? does testosterone raise LH", "whether testosterone as circulating testosterone + LH"),
            ("? does continuous GnRH raise LH", "whether GnRH (dosing = continuous) + LH"),
            ("? is LH suppressed by hCG", "whether hCG - LH"),
            ("? is clomiphene a SERM", "whether clomiphene [is a] SERM"),
            ("? is hCG used for azoospermia", "whether hCG [treats] azoospermia"),
            ("? does hCG directly raise LH", "whether hCG directly + LH"),
            ("? does hCG raise activity of LH", "whether hCG + activity of LH"),
            ("? how does hCG affect spermatogenesis", "how hCG ± spermatogenesis"),
            ("? why does hCG suppress LH", "why hCG - LH"),
            ("? why is LH suppressed by hCG", "why hCG - LH"),
            ("? why does hCG not raise FSH", "why not hCG + FSH"),
            ("? why doesn't hCG raise FSH", "why not hCG + FSH"),
        ],
    );
}

#[test]
fn questions_about_one_thing() {
    check(
        &EMBEDDED,
        &[
            ("? what does gonadorelin do", "effects of gonadorelin"),
            ("? what is gonadorelin", "card of gonadorelin"),
            ("? what is continuous gonadorelin", "card of gonadorelin (dosing = continuous)"),
            ("? what is testosterone", "card of testosterone as circulating testosterone"),
            ("? what do the documents disagree on", "disagreements"),
            ("? what do the documents disagree on about gonadorelin", "disagreements about gonadorelin"),
        ],
    );
}

#[test]
fn clauses_of_questions() {
    check(
        &EMBEDDED,
        &[
            (
                "? does gonadorelin suppress LH given dosing = continuous",
                "whether gonadorelin - LH; given dosing = continuous",
            ),
            (
                "? does TRT raise LH given dosing of GnRH = Continuous",
                "whether TRT + LH; given dosing = continuous of GnRH",
            ),
            ("? what raises LH given sex = female", "which anything: ? + LH; given everywhere sex = female"),
            (
                "? which drugs raise spermatogenesis holding LH, FSH",
                "which any drug: ? + spermatogenesis; holding LH, FSH",
            ),
            ("? what raises LH limit 3", "which anything: ? + LH; limit 3"),
        ],
    );
}

#[test]
fn paths() {
    check(
        &EMBEDDED,
        &[
            ("path hcg -> spermatogenesis", "Families hCG -> spermatogenesis"),
            ("path all hcg -> spermatogenesis max 6", "All hCG -> spermatogenesis; max 6"),
            ("path any hcg -> LH", "Any hCG -> LH"),
            ("path all shortest hcg -> LH", "AllShortest hCG -> LH"),
            ("path shortest hcg -> LH", "Shortest(None) hCG -> LH"),
            (
                "path shortest 3 clomiphene -> spermatogenesis via LH avoiding FSH",
                "Shortest(Some(3)) clomiphene -> spermatogenesis; via LH; avoiding FSH",
            ),
            ("path trail LH -> FSH max 4", "trail Families LH -> FSH; max 4"),
            ("path walk LH -> FSH max 4 min 2", "walk Families LH -> FSH; min 2; max 4"),
            (
                "path drug -> spermatogenesis net positive through blocks, inhibits",
                "Families any drug -> spermatogenesis; through blocks, inhibits; net +",
            ),
            ("path LH -> FSH not through mimics", "Families LH -> FSH; not through mimics"),
            ("path LH -> FSH through stimulated by, is a", "Families LH -> FSH; through stimulates, is a"),
            (
                "path exogenous testosterone -> LH -> spermatogenesis",
                "Families exogenous testosterone -> LH -> spermatogenesis",
            ),
            ("path LH <- anything max 2", "Families LH <- anything; max 2"),
            ("path hCG <-> anastrozole", "Families hCG <-> anastrozole"),
            ("path {LH, FSH} -> SERMs", "Families {LH, FSH} -> SERM"),
            ("path $boosters -> LH limit 1", "Families {HPG axis, endocrine system} -> LH; limit 1"),
            (
                "path LH -> FSH where certainty = established, section <> \"a b\"",
                "Families LH -> FSH; Certainty is `established`; Section is not `a b`",
            ),
            ("path LH -> FSH including documented", "Families LH -> FSH; including documented"),
        ],
    );
}

#[test]
fn looking_around() {
    check(
        &EMBEDDED,
        &[
            ("show LH", "show LH"),
            ("show testosterone", "show testosterone as 5 entities"),
            ("list drugs", "list any drug"),
            ("list SERMs", "list SERM"),
            ("list kinds", "list all kinds"),
            ("list relations", "list all relations"),
            ("list verbs", "list all relations"),
            ("list sources", "list all sources"),
            ("list entities", "list anything"),
            ("find estro", "find `estro`"),
            ("evidence testosterone -> LH", "evidence of testosterone as 5 entities on LH"),
            ("evidence LH", "evidence of LH"),
            ("figures for hCG", "figures for hCG"),
            ("schema", "schema"),
            ("stats", "stats"),
            ("$boosters", "bound {HPG axis, endocrine system}"),
            ("let raisers = ? what raises LH", "raisers := which anything: ? + LH"),
            ("explain ? does hCG raise LH", "explain whether hCG + LH"),
            ("profile path hCG -> LH", "profile Families hCG -> LH"),
            ("expect yes: ? does hCG raise LH", "whether hCG + LH"),
        ],
    );
}

#[test]
fn what_if() {
    check(
        &EMBEDDED,
        &[
            (
                "simulate exogenous testosterone up, hCG up versus exogenous testosterone up holding LH, FSH \
                 show spermatogenesis, activity of LH max 3 limit 2",
                "simulate exogenous testosterone [up], hCG [up] versus exogenous testosterone [up]; \
                 show spermatogenesis, activity of LH; holding LH, FSH; max 3; limit 2",
            ),
            (
                "simulate hCG up holding FSH versus clomiphene up show testosterone, hormones",
                "simulate hCG [up] versus clomiphene [up]; show testosterone as circulating testosterone, any hormone; \
                 holding FSH",
            ),
            (
                "simulate GnRH receptor blocked and LH removed, E2 set up and FSH set down",
                "simulate GnRH receptor [blocked], LH [removed], estradiol [set up], FSH [set down]",
            ),
            ("simulate {hCG, FSH} up", "simulate hCG [up], FSH [up]"),
            ("simulate $boosters down", "simulate HPG axis [down], endocrine system [down]"),
            ("simulate continuous GnRH up", "simulate GnRH (dosing = continuous) [up]"),
            ("simulate testosterone up", "simulate testosterone as circulating testosterone [up]"),
            ("simulate rescue protocol up", "simulate rescue protocol [up]"),
            ("simulate rescue protocol", "simulate rescue protocol [up]"),
            ("simulate stop TRT", "simulate stopping TRT [up]"),
            ("simulate stop hCG, stopping LH", "simulate hCG [removed], LH [removed]"),
            (
                "simulate hCG up show SERMs given dosing = continuous",
                "simulate hCG [up]; show {4 entities}; given dosing = continuous",
            ),
            ("let x = simulate hCG up", "x := simulate hCG [up]"),
            ("explain simulate hCG up", "explain simulate hCG [up]"),
        ],
    );
}

#[test]
fn feedback_loops() {
    check(
        &EMBEDDED,
        &[
            ("loops", "loops"),
            (
                "loops through LH, testosterone max 8 min 3 negative avoiding FSH given dosing = continuous limit 5",
                "loops - through LH, testosterone as circulating testosterone; given dosing = continuous; \
                 avoiding FSH; min 3; max 8; limit 5",
            ),
            ("? is there a positive feedback loop", "loops +"),
            ("? which feedback loops pass through LH", "loops through LH"),
        ],
    );
}

#[test]
fn comparisons() {
    check(
        &EMBEDDED,
        &[
            (
                "compare clomiphene with tamoxifen, hCG on LH, testosterone holding FSH",
                "compare Whole clomiphene, tamoxifen, hCG on LH, testosterone as circulating testosterone; holding FSH",
            ),
            ("compare SERMs on hormones", "compare Whole tamoxifen, clomiphene, enclomiphene on any hormone"),
            ("compare SERMs with anastrozole", "compare Whole SERM, anastrozole"),
            (
                "compare continuous GnRH with pulsatile GnRH",
                "compare Whole GnRH (dosing = continuous), GnRH (dosing = pulsatile)",
            ),
            ("compare {hCG, LH}, $boosters", "compare Whole hCG, LH, HPG axis, endocrine system"),
            ("? what do hCG and LH have in common", "compare Common hCG, LH"),
            (
                "? how does hCG differ from LH given dosing = continuous",
                "compare Differences hCG, LH; given dosing = continuous",
            ),
        ],
    );
}
