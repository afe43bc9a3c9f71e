//! Every frame and every clause: what is written, and the tree that it gives.

use super::check;

#[test]
fn questions() {
    check("? what suppresses LH", "What [suppresses LH]");
    check("? what is suppressed by hCG", "WhatIs [suppressed by hCG]");
    check(
        "? which drugs raise testosterone and do not suppress spermatogenesis",
        "Which And([drugs raise testosterone] Not([suppress spermatogenesis]))",
    );
    check(
        "? which drugs raise spermatogenesis holding LH, FSH",
        "Which [drugs raise spermatogenesis] | Holding [LH] [FSH]",
    );
    check("? what does hCG mimic", "WhatDoes [hCG mimic]");
    check("? what is blocked by clomiphene", "WhatIs [blocked by clomiphene]");
    check("? does clomiphene raise LH", "Does [clomiphene raise LH]");
    check("? does LH do do not raise FSH", "Does Led([LH do] Not([raise FSH]))");
    check("? can clomiphene raise LH", "Does [clomiphene raise LH]");
    check("? Will clomiphene not raise LH", "Does Led([clomiphene] Not([raise LH]))");
    check("? how could clomiphene raise LH", "How [clomiphene raise LH]");
    check("? is LH suppressed by hCG?", "Is [LH suppressed by hCG]");
    check(
        "? does gonadorelin suppress LH given dosing = continuous",
        "Does [gonadorelin suppress LH] | Given dosing=[continuous]",
    );
    check("? how does hCG affect spermatogenesis", "How [hCG affect spermatogenesis]");
    check(
        "? why does exogenous testosterone suppress spermatogenesis",
        "WhyDoes [exogenous testosterone suppress spermatogenesis] not -",
    );
    check("? what does gonadorelin do", "WhatDoes [gonadorelin do]");
    check("? what is gonadorelin", "WhatIs [gonadorelin]");
    check("? is clomiphene a SERM", "Is [clomiphene a SERM]");
    check("? which cells does FSH stimulate", "WhichDoes [cells] [FSH stimulate]");
    check("? how many drugs block the estrogen receptor", "HowMany [drugs block the estrogen receptor]");
    check("? what treats azoospermia", "What [treats azoospermia]");
    check("? what raises activity of LH", "What [raises activity of LH]");
    check("? why does hCG not raise FSH", "WhyDoes [hCG] not [raise FSH]");
    check("? why does hCG do do not raise FSH", "WhyDoes [hCG] not [raise FSH]");
    check("? why doesn't hCG raise FSH", "WhyDoes - not [hCG raise FSH]");
    check("? what do the documents disagree on", "Disagreements -");
    check("? what do the sources disagree on about gonadorelin", "Disagreements [gonadorelin]");
    check("? what do hCG, LH and gonadorelin have in common", "Common [hCG] [LH] [gonadorelin]");
    check("? how do hCG and gonadorelin differ", "Differ [hCG] [gonadorelin]");
    check("? how does hCG differ from gonadorelin", "Differ [hCG] [gonadorelin]");
    check("? which drugs do not suppress LH", "Which Led([drugs] Not([suppress LH]))");
    check(
        "? which drugs (raise LH or raise FSH) but not suppress testosterone",
        "Which And(Led([drugs] Or([raise LH] [raise FSH])) Not([suppress testosterone]))",
    );
    check("? which hormones are not suppressed by hCG", "Which Led([hormones are] Not([suppressed by hCG]))");
    check("? what does not suppress LH", "What Not([suppress LH])");
    check("? what doesn't suppress LH and FSH or raises X", "What Or(And(Not([suppress LH]) [FSH]) [raises X])");
    check("? doesn't hCG raise LH", "Does Not([hCG raise LH])");
    check("? is LH not suppressed by hCG", "Is Led([LH] Not([suppressed by hCG]))");
    check("? what raises (LH or FSH) max 2, limit 3", "What Led([raises] Or([LH] [FSH])) | Max(2) | Limit(3)");
    check("? what raises via LH", "What [raises] | Via [LH]");
    check("? which drugs", "Which [drugs]");
    check("? which drugs raise LH and hCG not raise FSH", "Which And([drugs raise LH] Led([hCG] Not([raise FSH])))");
    check("? what are not raised by LH, FSH", "WhatIs And(Not([raised by LH]) [FSH])");
    check("? why isn't LH raised by hCG", "WhyIs - not [LH raised by hCG]");
}

#[test]
fn paths() {
    check("path hcg -> spermatogenesis", "Path Families Simple [hcg] -> [spermatogenesis]");
    check("path all hcg -> spermatogenesis max 6", "Path All Simple [hcg] -> [spermatogenesis] | Max(6)");
    check(
        "path shortest 3 clomiphene -> spermatogenesis via LH avoiding FSH",
        "Path Shortest(Some(3)) Simple [clomiphene] -> [spermatogenesis] | Via [LH] | Avoiding [FSH]",
    );
    check(
        "path drug -> spermatogenesis net positive through blocks, inhibits",
        "Path Families Simple [drug] -> [spermatogenesis] | Net(Positive) | Through [blocks] [inhibits]",
    );
    check(
        "path exogenous testosterone -> LH -> spermatogenesis",
        "Path Families Simple [exogenous testosterone] -> [LH] -> [spermatogenesis]",
    );
    check("path LH <- anything max 2", "Path Families Simple [LH] <- ANYTHING | Max(2)");
    check("path hCG <-> anastrozole", "Path Families Simple [hCG] <-> [anastrozole]");
    check("path all walk LH->FSH max 4", "Path All Walk [LH] -> [FSH] | Max(4)");
    check("path Ca2+->x not through mimics", "Path Families Simple [Ca2+] -> [x] | NotThrough [mimics]");
    check(
        "path LH<-x given dosing of GnRH = continuous, sex=male where certainty <> theoretical including documented",
        "Path Families Simple [LH] <- [x] | Given dosing of [GnRH]=[continuous] sex=[male] | Where certainty<>[theoretical] | IncludingDocumented",
    );
    check("path a<->b via LH and FSH net -", "Path Families Simple [a] <-> [b] | Via [LH] [FSH] | Net(Negative)");
    check(
        r#"path {LH, FSH} → $boosters via "max""#,
        r#"Path Families Simple [{[LH] [FSH]}] -> [$boosters] | Via ["max"]"#,
    );
    check("path trail all a -> b max 3", "Path All Trail [a] -> [b] | Max(3)");
}

#[test]
fn what_if() {
    check("simulate hCG up", "Simulate [hCG]:up");
    check(
        "simulate exogenous testosterone up, hCG blocked and E2 set up, FSH Set Down, LH removed and X down",
        "Simulate [exogenous testosterone]:up [hCG]:blocked [E2]:set up [FSH]:set down [LH]:removed [X]:down",
    );
    check("simulate A up holding LH versus B up show X", "Simulate [A]:up Versus [B]:up | Holding [LH] | Show [X]");
    check("simulate A up, versus B down, show X", "Simulate [A]:up Versus [B]:down | Show [X]");
    check("simulate A up VS. B up", "Simulate [A]:up Versus [B]:up");
    check(
        "simulate A up show hormones, activity of LH and X limit 3 given dosing of LH = continuous max 4",
        "Simulate [A]:up | Show [hormones] [activity of LH] [X] | Limit(3) | Given dosing of [LH]=[continuous] | Max(4)",
    );
    check("simulate start up up, up set down", "Simulate [start up]:up [up]:set down");
    check("simulate catch up cells blocked", "Simulate [catch up cells]:blocked");
    check(r#"simulate "versus" up show "show""#, r#"Simulate ["versus"]:up | Show ["show"]"#);
    check(r#"simulate "catch up""#, r#"Simulate ["catch up"]:-"#);
    check("simulate stop TRT, rescue protocol", "Simulate [stop TRT]:- [rescue protocol]:-");
    check(r#"simulate "set" up"#, r#"Simulate ["set"]:up"#);
    check("simulate $x up, {LH, FSH} down", "Simulate [$x]:up [{[LH] [FSH]}]:down");
    check("let x = simulate A up", "Let x = Simulate [A]:up");
    check("explain simulate A up", "Explain Simulate [A]:up");
    check("profile simulate stop A versus A up", "Profile Simulate [stop A]:- Versus [A]:up");
}

#[test]
fn feedback_loops() {
    check("loops", "Loops");
    check("loops through LH max 8 negative", "Loops | Via [LH] | Max(8) | Feedback(Negative)");
    check("loops via LH Negative", "Loops | Via [LH] | Feedback(Negative)");
    check(
        "loops positive, through LH, negative regulator and FSH min 3 limit 5 avoiding X given dosing = continuous",
        "Loops | Feedback(Positive) | Via [LH] [negative regulator] [FSH] | Min(3) | Limit(5) | Avoiding [X] | \
         Given dosing=[continuous]",
    );
    check("? which feedback loops pass through LH", "Loops | Via [LH]");
    check("? which negative loops are there max 4?", "Loops | Feedback(Negative) | Max(4)");
    check("? is there a positive feedback loop", "Loops | Feedback(Positive)");
    check("? is there a positive feedback loop in this system?", "Loops | Feedback(Positive)");
    check("? which feedback loops does testosterone take part in", "Loops | Via [testosterone]");
    check("? what negative loops are LH and FSH part of max 8", "Loops | Feedback(Negative) | Via [LH] [FSH] | Max(8)");
    check("? which feedback loops contain Leydig cells negative?", "Loops | Via [Leydig cells] | Feedback(Negative)");
    check("? which feedback loops involve LH, FSH in this system", "Loops | Via [LH] [FSH]");
    check("? which loops run through LH avoiding FSH", "Loops | Via [LH] | Avoiding [FSH]");
    check("? what feedback loops are there in this system", "Loops");
    check("? are there any feedback loops through LH", "Loops | Via [LH]");
}

#[test]
fn comparing() {
    check("compare clomiphene and tamoxifen", "Compare [clomiphene] [tamoxifen]");
    check("compare clomiphene with tamoxifen on LH, FSH", "Compare [clomiphene] [tamoxifen] | On [LH] [FSH]");
    check("compare a, b versus c and d, vs e", "Compare [a] [b] [c] [d] [e]");
    check(
        "compare drugs holding LH on FSH given dosing = continuous",
        "Compare [drugs] | Holding [LH] | On [FSH] | Given dosing=[continuous]",
    );
    check(r#"compare "a on b" with c"#, r#"Compare ["a on b"] [c]"#);
}

#[test]
fn looking() {
    check("$boosters", "Result boosters");
    check("show LH", "Show [LH]");
    check("evidence testosterone -> LH", "Evidence [testosterone] [LH]");
    check("evidence LH <- testosterone", "Evidence [testosterone] [LH]");
    check("figures for hCG", "Figures [hCG]");
    check("schema", "Schema");
    check("stats", "Stats");
}

#[test]
fn scripts() {
    check("let boosters = ? which drugs raise testosterone", "Let boosters = Which [drugs raise testosterone]");
    check("draw path a -> b to x.svg", "Draw [x.svg]: Path Families Simple [a] -> [b]");
    check("DRAW show to TO ./to/x.svg # to c", "Draw [./to/x.svg]: Show [to]");
    check("draw show LH # like to y.svg\n to \"a b.svg\"", "Draw [a b.svg]: Show [LH]");
    check("draw show LH to lh.svg --force", "Draw [lh.svg] anew: Show [LH]");
    check("draw show LH to \"a b.svg\"  --force # to c", "Draw [a b.svg] anew: Show [LH]");
    check("explain path a -> b", "Explain Path Families Simple [a] -> [b]");
    check("profile ? what raises LH", "Profile What [raises LH]");
    check("expect yes: ? does clomiphene raise LH", "Expect yes: Does [clomiphene raise LH]");
    check(
        "expect {clomiphene, tamoxifen}: ? which drugs block the estrogen receptor",
        "Expect Set [clomiphene] [tamoxifen]: Which [drugs block the estrogen receptor]",
    );
    check("expect no known effect: ? does x raise y", "Expect unknown: Does [x raise y]");
    check("expect likely yes: ? does x raise y", "Expect likely yes: Does [x raise y]");
    check("expect net -: path a -> b", "Expect Net(Negative): Path Families Simple [a] -> [b]");
    check("expect at least 3: list drugs", "Expect AtLeast(3): List [drugs]");
    check("expect 4: list drugs", "Expect Count(4): List [drugs]");
    check("expect empty: list drugs", "Expect Empty: List [drugs]");
    check(
        "expect LH down, spermatogenesis down: ? what raises x",
        "Expect [LH]:down [spermatogenesis]:down: What [raises x]",
    );
    check(
        "expect likely LH down and determined X up cells Down, {A, B} none: simulate C up",
        "Expect likely [LH]:down determined [X up cells]:down [{[A] [B]}]:none: Simulate [C]:up",
    );
    check("expect LH ambiguous: simulate C up", "Expect [LH]:ambiguous: Simulate [C]:up");
    check("expect likely down: simulate C up", "Expect [likely]:down: Simulate [C]:up");
    check("expect mixed: simulate C up show X", "Expect mixed: Simulate [C]:up | Show [X]");
    check("expect ambiguous: simulate C up show X", "Expect mixed: Simulate [C]:up | Show [X]");
    check("expect 4: loops", "Expect Count(4): Loops");
    check("expect empty: loops positive", "Expect Empty: Loops | Feedback(Positive)");
    check("expect none: loops positive", "Expect Empty: Loops | Feedback(Positive)");
    check("expect error unknown-name: show LHH", "Expect Error unknown-name: Show [LHH]");
    check(r#"expect error unclosed-quote: show "LH"#, r#"Expect Error unclosed-quote: !unclosed-quote `show "LH`"#);
    check("expect lacks {LH}: list drugs", "Expect Lacks [LH]: List [drugs]");
}
