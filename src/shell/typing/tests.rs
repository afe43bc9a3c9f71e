//! Completions on the embedded graph, and what holds for the completion of every name.

use std::fmt::Write as _;

use endograph::resolve::{Bindings, resolve};
use endograph::session::Session;
use endograph::syntax::parse_statement;
use proptest::prelude::*;

use super::{Candidate, Completion, Vocabulary, complete, rest_of_name};

fn session() -> Session {
    Session::embedded().expect("the embedded graph is sound")
}

fn candidates(session: &Session, earlier: &str, before: &str) -> Vec<Candidate> {
    let vocabulary = Vocabulary { graph: session.graph(), bound: &["boosters".to_owned()], earlier };
    match complete(before, &vocabulary) {
        Completion::Words { candidates, .. } => candidates,
        Completion::File(_) => panic!("{before} wants a file"),
    }
}

/// The candidates, of which those named must be some, and the others none.
#[track_caller]
fn check(before: &str, some: &[&str], none: &[&str]) {
    let candidates = candidates(&session(), "", before);
    let texts: Vec<&str> = candidates.iter().map(|candidate| candidate.text.trim()).collect();
    assert!(some.iter().all(|text| texts.contains(text)), "{before}: {texts:?}");
    assert!(!none.iter().any(|text| texts.contains(text)), "{before}: {texts:?}");
}

#[test]
fn words_of_the_language() {
    check("", &["?", "path", "simulate", "explain"], &["what"]);
    check("let x = ", &["?", "path"], &["let", "expect"]);
    check("explain ", &["path"], &["explain"]);
    check("? w", &["what", "which", "why", "will"], &["walk"]);
    check("? ", &["what", "how"], &["path"]);
    check("? how ", &["many", "does"], &[]);
    check("path sho", &["shortest"], &["show"]);
    check("path hCG ", &["->", "<-"], &["via", "up"]);
    check("path hCG -> LH v", &["via"], &[]);
    check("path hCG -> LH ", &["via", "LH analog"], &["LHRH"]);
    check("path hCG -> LH via FSH ", &["avoiding", "max", "not through"], &["via", "->", "up"]);
    check("path hCG -> LH not ", &["through"], &[]);
    check("path hCG -> LH net ", &["positive", "negative"], &["max"]);
    check("path hCG -> LH max 3 ", &["min", "given"], &["max"]);
    check("path hCG -> LH including ", &["documented"], &[]);
    check("? does hCG raise LH giv", &["given"], &[]);
    check("? does hCG raise LH ", &["given", "holding", "and"], &["via", "raise"]);
    check("? does hCG raise LH given dosing = continuous ", &["holding"], &["given"]);
    check("simulate hCG ", &["up", "blocked", "set down", "versus", "holding", "show"], &["via", "where"]);
    check("simulate hCG set ", &["up", "down"], &["blocked"]);
    check("simulate hCG up ", &["versus", "holding", "show"], &["up", "via"]);
    check("simulate hCG up versus exogenous testosterone up ", &["show"], &["versus"]);
    check("simulate exogenous testosterone ", &["up"], &["testosterone", "via"]);
    check("loops ", &["through", "negative", "max"], &["holding", "up"]);
    check("loops negative ", &["max"], &["negative", "positive"]);
    check("compare clomiphene, hCG o", &["on"], &["or"]);
    check("compare LH, l", &["LHRH", "LH analog"], &["LH", "luteinising hormone"]);
    check("? what do hCG and gonadorelin ", &["have in common"], &[]);
    check("expect ", &["yes", "contains", "at least", "error"], &["path"]);
    check("expect yes", &["yes"], &[]);
    check("expect yes: ", &["?", "path"], &["expect"]);
    check("expect error unk", &["unknown-name"], &[]);
    check("expect LH ", &["up", "down"], &["yes"]);
    check("list ", &["drugs", "hormones", "kinds", "sources"], &["path"]);
    check("EVID", &["EVIDENCE"], &["evidence"]);
    check("? WHAT D", &["DECREASES", "DOES"], &[]);
    check("evidence hCG ", &["->"], &["<-"]);
    check("show LH # pat", &[], &["path"]);
    check("simulat hCG up; pat", &["path"], &[]);
}

#[test]
fn verbs_fit_their_form_and_the_kinds_at_hand() {
    check("? what sup", &["suppresses", "supports"], &["support", "suppress", "suppressed by"]);
    check("? which drugs sup", &["suppress"], &["suppresses"]);
    check("? which drugs ", &["raise", "block"], &["raises", "measures"]);
    check("? does hCG stim", &["stimulate"], &["stimulates"]);
    check("? does hCG ", &["raise", "mimic"], &["raises", "raised by"]);
    check("? what is bl", &["blocked by"], &["blocks", "block"]);
    check("? is LH suppressed b", &["suppressed by"], &["suppresses"]);
    check("? what raises LH and does not ", &["raise"], &["raises"]);
    check("path hCG -> LH through bl", &["blocks"], &["block", "blocked by"]);
    check("path hCG -> LH rai", &[], &["raise"]);
}

/// The candidates begin with these, in this order.
#[track_caller]
fn check_first(before: &str, first: &[&str], none: &[&str]) {
    let candidates = candidates(&session(), "", before);
    let texts: Vec<&str> = candidates.iter().map(|candidate| candidate.text.trim()).collect();
    assert!(texts.starts_with(first), "{before}: {texts:?}");
    assert!(!none.iter().any(|text| texts.contains(text)), "{before}: {texts:?}");
}

#[test]
fn what_the_open_graph_says_of_the_kinds_at_hand_comes_first() {
    check_first("? does azoospermia ", &["not", "raise"], &["block", "mimic", "treat"]);
    check_first("? what does clomiphene ", &["do", "have in common", "raise"], &["catalyse", "measure"]);
    check_first("? which cells does FSH ", &["do", "have in common", "raise"], &["feed", "catalyse"]);
    check_first("? which enzymes catalyse ", &["aromatization"], &["LH"]);
    check_first("? which drugs block ", &["hypothalamic estrogen receptor", "pituitary estrogen receptor"], &["LH"]);
    check_first("? is clomiphene a ", &["SERM"], &["clomiphene"]);
    check("? is clomiphene a ", &["drug", "hormone", "aromatase inhibitor"], &["drugs"]);
    check("? what is located in ", &["pituitary", "testes"], &["LH", "clomiphene"]);
    check("? does gonadorelin raise LH given dosing of ", &["GnRH", "gonadorelin"], &["LH", "clomiphene"]);
    check_first("compare hCG, ", &["rFSH"], &["hCG"]);
    check("compare hCG, ", &["clomiphene"], &["spermatogenesis"]);
    check("figures ", &["for"], &[]);
    check("figures for ", &["hCG"], &["for"]);
    check("? what raises activity of ", &["LH", "spermatogenesis"], &[]);
    check("simulate hCG up show activity of ", &["LH", "spermatogenesis"], &[]);
    check_first("show fhs", &["FSH"], &["FSH blood test"]);
    check_first("path hGC", &["hCG"], &[]);
}

#[test]
fn names_by_any_synonym_and_with_slips() {
    check("show human chor", &["human chorionic gonadotropin"], &[]);
    check("simulate circulating ", &["circulating testosterone"], &["up"]);
    check("simulate hCG up, clomi", &["clomiphene"], &["compare"]);
    check("path hCG -> spermatogneesis", &["spermatogenesis"], &[]);
    check("show \"exogenous test", &["\"exogenous testosterone\""], &[]);
    check("show et", &["exogenous testosterone"], &[]);
    check("? what raises LH and spermatog", &["spermatogenesis"], &[]);
    check("expect contains {clomi", &["clomiphene"], &[]);
    check("$b", &["$boosters"], &[]);
    check("path $b", &["$boosters"], &[]);
    let human = candidates(&session(), "", "show human chor");
    assert!(human.iter().any(|candidate| candidate.note.contains("hCG")), "{human:?}");
}

#[test]
fn what_is_reachable_comes_first() {
    let session = session();
    let after = |before: &str| -> Vec<String> {
        candidates(&session, "", before).into_iter().map(|candidate| candidate.text).collect()
    };
    let reached = after("path LH -> ");
    assert!(
        reached.iter().any(|text| text == "spermatogenesis") && !reached.iter().any(|text| text == "clomiphene"),
        "{reached:?}"
    );
    let unreached = after("path hCG -> clomi");
    assert_eq!(unreached.first().map(String::as_str), Some("clomiphene"), "offered where nothing else is");
    assert!(after("path hCG -> LH receptor -> ").iter().any(|text| text.contains("Leydig")));
    assert!(after("path hCG ->").iter().all(|text| text.starts_with(' ')), "a space after the arrow");
}

#[test]
fn contexts_and_their_values() {
    check("? does gonadorelin raise LH given ", &["dosing", "sex"], &["site"]);
    check("? does gonadorelin raise LH given dosing = ", &["pulsatile", "continuous"], &["male"]);
    check("? does gonadorelin raise LH given dosing = con", &["continuous"], &["pulsatile"]);
    check("? does gonadorelin raise LH given dosing of gonad", &["gonadorelin"], &[]);
    check("path hCG -> LH where ", &["certainty", "source"], &[]);
    check("path hCG -> LH where certainty = ", &["established", "theoretical"], &[]);
}

#[test]
fn the_whole_entry_counts() {
    let earlier = "path hCG ->\n  LH max 3\n  ";
    let texts: Vec<String> = candidates(&session(), earlier, "").into_iter().map(|candidate| candidate.text).collect();
    assert!(texts.contains(&"via".to_owned()) && !texts.contains(&"max".to_owned()), "{texts:?}");
}

#[test]
fn files_stand_after_to() {
    let session = session();
    let vocabulary = Vocabulary { graph: session.graph(), bound: &[], earlier: "" };
    assert_eq!(complete("draw path hCG -> LH to lo", &vocabulary), Completion::File(23));
}

#[test]
fn hints() {
    let session = session();
    let vocabulary = Vocabulary { graph: session.graph(), bound: &[], earlier: "" };
    let check = |before: &str, expected: Option<&str>| {
        assert_eq!(rest_of_name(before, &vocabulary).as_deref(), expected, "{before}");
    };
    check("show clomi", Some("phene"));
    check("show exogenous testo", Some("sterone"));
    check("path hCG -> spermato", Some("genesis"));
    check("show c", None);
    check("show LH", None);
    check("show ", None);
    check("pat", None);
    check("show xyz", None);
    check("list hor", Some("mones"));
    check("? does tamoxifen ra", Some("ise"));
    check("? what suppr", Some("esses"));
}

/// Where names may stand; what comes after them makes each a whole statement.
const PLACES: &[(&str, &str)] = &[
    ("show ", ""),
    ("path ", " -> LH"),
    ("path LH -> ", " max 3"),
    ("path LH -> FSH avoiding ", ""),
    ("? does ", " raise LH"),
    ("? what raises ", ""),
    ("? what does ", " do"),
    ("? is ", " suppressed by LH"),
    ("simulate ", " up"),
    ("simulate LH up show ", ""),
    ("compare LH, ", ""),
    ("loops through ", " negative"),
    ("evidence ", ""),
];

/// What a name that was completed stands for where it was put.
fn resolves(session: &Session, statement: &str) -> Result<(), String> {
    let parsed = parse_statement(statement).map_err(|error| error.message)?;
    resolve(&parsed, session.graph(), &Bindings::new()).map(drop).map_err(|error| error.message)
}

/// Names that begin with words of the language, or hold some.
const MISLEADING: &[&str] = &[
    "5 alpha reductase",
    "3 shortest loops",
    "all trans retinoic acid",
    "any path marker",
    "shortest arm kinase",
    "stop codon readthrough",
    "growth on glucose",
    "growth with FSH added",
    "up regulator of LH",
    "set point shift",
    "via receptor signal",
    "max response protein",
    "not through gate",
    "net positive charge",
    "given dose marker",
    "positive feedback loop",
    "show gene product",
    "is antigen coated",
    "raises of blood pressure",
    "what remains stable",
    "the blocked channel",
    "activity of renin",
    "LH and FSH ratio",
    "directly acting factor",
    "factor to reach",
    "for all tissues",
    "17 beta estradiol",
];

fn misleading() -> Session {
    let mut table = String::from("subject\tobject\tsign\n");
    for name in MISLEADING {
        let _ = writeln!(table, "{name}\tLH\t+");
    }
    table.push_str("LH\tFSH\t+\n");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("misleading.tsv");
    std::fs::write(&path, table).expect("a table");
    Session::open(&path).expect("a sound graph")
}

#[test]
fn a_number_is_a_count_after_shortest_only() {
    let session = misleading();
    let check = |before: &str, start: usize, text: &str| {
        let found = candidates(&session, "", before);
        let first = found.first().map(|candidate| (candidate.start, candidate.text.as_str()));
        assert_eq!(first, Some((start, text)), "{before}");
    };
    check("path 5 alpha r", 5, "\"5 alpha reductase\"");
    check("path all trans r", 5, "\"all trans retinoic acid\"");
    check("path all 5 al", 9, "\"5 alpha reductase\"");
    check("path shortest 5 17 b", 16, "\"17 beta estradiol\"");
    check("path shortest 5 all trans r", 16, "\"all trans retinoic acid\"");
    check("compare LH, growth on g", 12, "\"growth on glucose\"");
}

#[test]
fn a_name_is_completed_from_where_it_began() {
    let session = misleading();
    for (name, (before, after)) in MISLEADING.iter().flat_map(|name| PLACES.iter().map(move |place| (name, place))) {
        let is_whole =
            |candidate: &&Candidate| candidate.start == before.len() && candidate.text.trim_matches('"') == *name;
        for typed in (1..name.len()).map(|length| &name[..length]).filter(|typed| !typed.ends_with(' ')) {
            let found = candidates(&session, "", &format!("{before}{typed}"));
            let Some(candidate) = found.iter().find(is_whole) else { panic!("{before}{typed}: {found:?}") };
            let statement = format!("{before}{}{after}", candidate.text);
            assert_eq!(resolves(&session, &statement), Ok(()), "{before}{typed}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_completed_name_resolves(entity in any::<prop::sample::Index>(), length in 1_usize..12, place in 0..PLACES.len()) {
        let session = session();
        let entities: Vec<_> = session.graph().entities().collect();
        let spellings: Vec<&str> = entity.get(&entities).spellings().collect();
        let (before, after) = PLACES[place];
        for spelling in spellings {
            let typed: String = spelling.chars().take(length).collect();
            for candidate in candidates(&session, "", &format!("{before}{typed}")) {
                if candidate.goes_on || candidate.note == "kind" || candidate.start != before.len() {
                    continue;
                }
                let statement = format!("{before}{}{after}", candidate.text);
                let outcome = resolves(&session, &statement);
                prop_assert!(outcome.is_ok(), "{statement}: {outcome:?}");
            }
        }
    }

    #[test]
    fn any_text_can_be_completed_coloured_and_hinted(text in "[ -~é→\n]{0,60}") {
        let session = session();
        let vocabulary = Vocabulary { graph: session.graph(), bound: &[], earlier: "" };
        complete(&text, &vocabulary);
        rest_of_name(&text, &vocabulary);
        for cursor in [None, Some(0), Some(text.len())] {
            let coloured = super::coloured(&text, cursor, &vocabulary);
            let plain = anstream::adapter::strip_str(&coloured).to_string();
            prop_assert_eq!(plain, text.clone());
        }
    }

    #[test]
    fn pieces_of_statements_can_be_completed(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        let session = session();
        let vocabulary = Vocabulary { graph: session.graph(), bound: &[], earlier: "" };
        let text = pieces.concat();
        complete(&text, &vocabulary);
        rest_of_name(&text, &vocabulary);
        super::coloured(&text, Some(text.len()), &vocabulary);
    }
}

const PIECES: &[&str] = &[
    "? ",
    "what ",
    "which ",
    "does ",
    "is ",
    "path ",
    "simulate ",
    "loops ",
    "compare ",
    "expect ",
    "let ",
    "= ",
    ": ",
    "{",
    "}",
    "(",
    ")",
    ", ",
    "-> ",
    "hCG ",
    "LH ",
    "\"LH\" ",
    "\"LH",
    "drugs ",
    "raise ",
    "raises ",
    "suppressed by ",
    "given ",
    "dosing ",
    "of ",
    "via ",
    "not ",
    "through ",
    "max ",
    "3 ",
    "and ",
    "or ",
    "set ",
    "up ",
    "versus ",
    "$x ",
    "$",
    "; ",
    "\n",
    "\n  ",
    "# x",
    "draw ",
    "to ",
    "exogenous ",
    "the ",
    "activity of ",
    "directly ",
    "do ",
    "have ",
    "where ",
    "certainty ",
];
