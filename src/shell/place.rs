//! What kind of word belongs where the cursor is, judged by the words before it.

use endograph::graph::Namespace;

/// What is expected at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A statement begins.
    Statement,
    /// A question begins: after `?`.
    Question,
    /// A kind: after `list`, `which`.
    Kind,
    /// A verb: after `through`, `what`.
    Verb,
    /// A name: after `show`, `via`, a comma.
    Name,
    /// A name that a path from this one may end in: after its arrow.
    After(String),
    /// Anything that goes on: names, verbs, kinds, clauses.
    Anything,
}

const STATEMENTS: &[&str] = &[
    "?",
    "path",
    "show",
    "list",
    "find",
    "evidence",
    "figures for",
    "schema",
    "stats",
    "let",
    "expect",
    "explain",
    "profile",
];
const QUESTIONS: &[&str] = &["what", "which", "does", "is", "how", "how many", "why does"];
const VERBS: &[&str] = &["raises", "suppresses", "affects", "is", "does", "do", "not"];
const PATHS: &[&str] = &["all", "any", "shortest", "all shortest", "trail", "walk", "anything"];
const CLAUSES: &[&str] = &[
    "and",
    "or",
    "but not",
    "raise",
    "suppress",
    "affect",
    "via",
    "avoiding",
    "through",
    "not through",
    "max",
    "min",
    "net positive",
    "net negative",
    "given",
    "holding",
    "where",
    "limit",
    "including documented",
];

impl Place {
    /// The place after a text.
    pub fn of(before: &str) -> Self {
        let statement = before.rfind(['\n', ';', ':']).map_or(before, |at| &before[at + 1..]);
        let text = statement.trim_end();
        if text.is_empty() {
            return Self::Statement;
        }
        if text.ends_with('?') {
            return Self::Question;
        }
        if let Some(origin) = text.strip_suffix("->") {
            return Self::After(last_name(origin));
        }
        if text.ends_with(['-', '>', ',', '{', '(']) {
            return Self::Name;
        }
        match text.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase().as_str() {
            "=" | "explain" | "profile" => Self::Statement,
            "list" | "which" | "many" => Self::Kind,
            "through" | "what" => Self::Verb,
            "path" | "show" | "evidence" | "for" | "via" | "avoiding" | "holding" | "does" | "of" | "shortest" => {
                Self::Name
            }
            _ => Self::Anything,
        }
    }

    /// Where words are looked up.
    pub const fn namespaces(&self) -> &'static [Namespace] {
        match self {
            Self::Statement | Self::Question => &[],
            Self::Kind => &[Namespace::Kinds],
            Self::Verb => &[Namespace::Verbs],
            Self::Name | Self::After(_) => &[Namespace::Names, Namespace::Kinds],
            Self::Anything => &[Namespace::Names, Namespace::Verbs, Namespace::Kinds],
        }
    }

    /// Keywords that belong here.
    pub const fn keywords(&self) -> &'static [&'static str] {
        match self {
            Self::Statement => STATEMENTS,
            Self::Question => QUESTIONS,
            Self::Kind => &[],
            Self::Verb => VERBS,
            Self::Name | Self::After(_) => PATHS,
            Self::Anything => CLAUSES,
        }
    }

    /// Whether everything is worth offering before a letter is typed.
    pub const fn lists_all(&self) -> bool {
        matches!(self, Self::Kind | Self::Verb)
    }
}

/// The name before an arrow: what stands after the last keyword, arrow or comma.
fn last_name(before: &str) -> String {
    let name = before.rsplit(['>', ',', '}']).next().unwrap_or_default();
    let keyword = |word: &&str| {
        ["path", "all", "any", "shortest", "trail", "walk", "evidence"].contains(&word.to_lowercase().as_str())
    };
    let words: Vec<&str> = name.split_whitespace().skip_while(keyword).collect();
    words.join(" ").trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let check = |before: &str, expected: Place| assert_eq!(Place::of(before), expected, "{before}");
        check("", Place::Statement);
        check("show LH; ", Place::Statement);
        check("let boosters = ", Place::Statement);
        check("expect yes: ", Place::Statement);
        check("? ", Place::Question);
        check("? which ", Place::Kind);
        check("list ", Place::Kind);
        check("? what ", Place::Verb);
        check("path all ", Place::Anything);
        check("path ", Place::Name);
        check("path hCG -> LH via ", Place::Name);
        check("path hCG -> ", Place::After("hCG".to_owned()));
        check("path shortest exogenous testosterone ->", Place::After("exogenous testosterone".to_owned()));
        check("path A -> \"B c\" -> ", Place::After("B c".to_owned()));
        check("path A <- ", Place::Name);
        check("? does hCG ", Place::Anything);
    }
}
