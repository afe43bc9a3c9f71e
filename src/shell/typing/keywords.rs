//! Words of the language that may come next, each with a word on what it is for.

use endograph::graph::Graph;
use endograph::syntax::{Role, keywords, question_words};

use super::clauses::Family;
use super::reading::Want;
use super::walk::{Asked, Frame, Lead, Slot, Walk};

/// A word of the language, and what it is for.
pub type Word = (&'static str, &'static str);

/// What statements are for.
const STATEMENTS: &[Word] = &[
    ("?", "a question in plain English"),
    ("path", "how one thing leads to another"),
    ("simulate", "what becomes of the system if …"),
    ("loops", "feedback loops"),
    ("compare", "agents side by side"),
    ("show", "all about one entity"),
    ("list", "all of a kind"),
    ("find", "names that hold a text"),
    ("evidence", "what the sources say"),
    ("figures", "doses, times, ratios"),
    ("schema", "kinds and relations"),
    ("stats", "how large the graph is"),
    ("let", "keep a result under a name"),
    ("expect", "check an answer"),
    ("explain", "how it would be answered"),
    ("profile", "how it was answered"),
    ("draw", "a picture of the answer"),
];

/// Statements that hold no other, but may not stand inside one.
const OUTERMOST: &[&str] = &["let", "expect", "explain", "profile", "draw"];

const EXPECTED: &[Word] = &[
    ("yes", "answer"),
    ("no", "answer"),
    ("mixed", "answer"),
    ("depends", "answer"),
    ("unknown", "answer"),
    ("no known effect", "answer"),
    ("likely", "certainty"),
    ("determined", "certainty"),
    ("documented", "certainty"),
    ("ambiguous", "certainty"),
    ("contains", "these among others"),
    ("lacks", "none of these"),
    ("empty", "no rows"),
    ("at least", "so many rows"),
    ("net", "the sign of a path"),
    ("error", "an error of this code"),
];

const CHANGES: &[Word] = &[("up", "change"), ("down", "change"), ("ambiguous", "change"), ("none", "change")];
const ACTIONS: &[Word] = &[
    ("up", "more of it"),
    ("down", "less of it"),
    ("blocked", "less of what it does"),
    ("removed", "gone"),
    ("set up", "held higher"),
    ("set down", "held lower"),
];
const SELECTIONS: &[Word] = &[
    ("all", "every path"),
    ("any", "one path"),
    ("shortest", "the shortest"),
    ("all shortest", "all that are shortest"),
    ("trail", "no edge twice"),
    ("walk", "anything twice"),
    ("anything", "from or to anywhere"),
];
const ARROWS: &[Word] = &[("->", "to"), ("<-", "from"), ("<->", "either way")];
const SIGNS: &[Word] = &[("positive", ""), ("negative", "")];
const LISTINGS: &[Word] = &[("kinds", ""), ("relations", ""), ("sources", ""), ("entities", "")];
const JOINTS: &[Word] = &[("and", ""), ("or", ""), ("but not", "")];

/// The words that may stand where the walk ends, where a phrase wants this next, or is whole.
pub fn fitting(walk: &Walk, next: Option<Want>, whole: bool) -> Vec<Word> {
    let begins = walk.from == walk.tokens.len();
    let mut words = match walk.slot {
        Slot::Statement => return statements(walk),
        Slot::Wanted(wanted) => wanted.iter().map(|&word| (word, "")).collect(),
        Slot::Expected => expected(walk),
        Slot::Frame(frame) => framed(frame),
        Slot::Asked(asked) => asked_words(walk, asked, next, whole),
        Slot::Listing if begins => LISTINGS.to_vec(),
        Slot::Sign => SIGNS.to_vec(),
        Slot::Relations if walk.wants_through() => vec![("through", "by none of these relations")],
        Slot::Target if begins && walk.family == Family::Path => {
            let first = walk.origin.is_none() && walk.clauses.is_empty();
            SELECTIONS.iter().filter(|(word, _)| first || *word == "anything").copied().collect()
        }
        Slot::Name if begins && walk.word(walk.from.wrapping_sub(1)).eq_ignore_ascii_case("figures") => {
            vec![("for", "an agent")]
        }
        Slot::Target | Slot::Name if whole => after_name(walk),
        Slot::Follow | Slot::Relations | Slot::Value | Slot::FieldValue if !begins || walk.slot == Slot::Follow => {
            followers(walk)
        }
        _ => Vec::new(),
    };
    let done = whole || walk.slot == Slot::Follow;
    if walk.is_drawn && done && walk.slot != Slot::File {
        words.push(("to", "the file of the picture"));
    }
    words
}

fn statements(walk: &Walk) -> Vec<Word> {
    let known = |word: &str| word == "?" || keywords(Role::Statement).any(|keyword| keyword == word);
    let fits = |word: &str| known(word) && !(walk.is_inner && OUTERMOST.contains(&word));
    let described = STATEMENTS.iter().copied().filter(|(word, _)| fits(word));
    let new = keywords(Role::Statement).filter(|word| STATEMENTS.iter().all(|(known, _)| known != word) && fits(word));
    described.chain(new.map(|word| (word, ""))).collect()
}

fn framed(frame: Frame) -> Vec<Word> {
    let words: Vec<&'static str> = match frame {
        Frame::Start => question_words().to_vec(),
        Frame::What => vec!["is", "does", "do"],
        Frame::How => vec!["many", "does", "do", "can"],
        Frame::Why => vec!["does", "is", "doesn't", "isn't"],
    };
    words.into_iter().map(|word| (word, "")).collect()
}

fn asked_words(walk: &Walk, asked: Asked, next: Option<Want>, whole: bool) -> Vec<Word> {
    let begins = walk.from == walk.tokens.len();
    if whole {
        let joints = if asked.last { &[][..] } else { JOINTS };
        return joints.iter().copied().chain(followers(walk)).collect();
    }
    match (next, asked) {
        (Some(Want::Verb(_)), Asked { last: true, .. }) if !begins => vec![("do", ""), ("have in common", "")],
        (Some(Want::Verb(_)), Asked { lead: Lead::Kind, .. }) if !begins => {
            vec![("do not", ""), ("does", ""), ("do", "")]
        }
        (Some(Want::Verb(_)), Asked { lead: Lead::Name, .. }) if !begins => vec![("not", "")],
        (Some(_), Asked { again: true, .. }) if begins => vec![("not", ""), ("does not", "")],
        (Some(_), Asked { lead: Lead::Kind, .. }) if begins => vec![("feedback loops", "")],
        (Some(_), Asked { last: true, .. }) if begins => vec![("the documents disagree on", "")],
        _ => Vec::new(),
    }
}

fn after_name(walk: &Walk) -> Vec<Word> {
    let in_clause = !walk.clauses.is_empty();
    let versus = walk.clauses.last().is_some_and(|clause| ["versus", "vs"].contains(clause));
    let own: &[Word] = match walk.family {
        Family::Path if !in_clause => ARROWS,
        Family::Evidence if walk.origin.is_none() => &ARROWS[..1],
        Family::Simulate if !in_clause || versus => ACTIONS,
        _ => &[],
    };
    let followers = if walk.family == Family::Path && walk.origin.is_none() { Vec::new() } else { followers(walk) };
    own.iter().copied().chain(followers).collect()
}

/// The clauses that are still open.
fn followers(walk: &Walk) -> Vec<Word> {
    let given = |word: &str| {
        let same = |clause: &&str| *clause == word || ([*clause, word].iter().all(|word| CONTRASTS.contains(word)));
        walk.clauses.iter().any(same)
    };
    let signs = ["negative", "positive"];
    let excluded = |word: &str| {
        let signed = signs.contains(&word) && walk.clauses.iter().any(|clause| signs.contains(clause));
        let versus = walk.family == Family::Compare && CONTRASTS.contains(&word) && given("on");
        signed || versus || (word == "vs")
    };
    let repeated = |word: &str| walk.family == Family::Compare && word == "with" && !given("on");
    let open = walk
        .family
        .clauses()
        .iter()
        .filter(|clause| !excluded(clause.word) && (!given(clause.word) || repeated(clause.word)));
    open.map(|clause| (clause.word, clause.note)).collect()
}

/// Words that set one thing against another.
const CONTRASTS: &[&str] = &["versus", "vs", "with"];

fn expected(walk: &Walk) -> Vec<Word> {
    let word = |back: usize| walk.tokens.len().checked_sub(back).map(|index| walk.word(index).to_lowercase());
    match word(1).as_deref() {
        Some("expect") => EXPECTED.to_vec(),
        Some("net") => SIGNS.to_vec(),
        Some("likely" | "determined" | "documented") => EXPECTED[..6].to_vec(),
        Some("at") => vec![("least", "")],
        Some("contains" | "lacks") => vec![("{", "names")],
        Some("," | "and") => EXPECTED.iter().filter(|(_, note)| *note == "certainty").copied().collect(),
        Some(last) if EXPECTED[..6].iter().any(|(word, _)| word.ends_with(last)) || last == "empty" => vec![(":", "")],
        Some("up" | "down" | "none" | "positive" | "negative" | "}") => vec![(":", "")],
        Some(last) if last.bytes().all(|byte| byte.is_ascii_digit()) => vec![(":", "")],
        _ => CHANGES.to_vec(),
    }
}

/// The plural words of the graph's kinds.
pub fn kinds(graph: &Graph) -> impl Iterator<Item = &str> {
    graph.schema.kinds.values().map(|kind| if kind.plural.is_empty() { kind.id.as_str() } else { kind.plural.as_str() })
}
