//! What kind of word belongs where the cursor is, judged by the words before it.

use endograph::graph::{Namespace, VerbForm};
use endograph::syntax::{Action, Role, clauses_of, keywords, question_words};

/// What is expected at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A statement begins.
    Statement,
    /// A question begins: after `?`.
    Question,
    /// A kind: after `list`, `which`.
    Kind,
    /// A verb in this form: after `what`, `through`.
    Verb(VerbForm),
    /// A name: after `show`, `via`, a comma.
    Name,
    /// A name that a path from this one may end in: after its arrow.
    After(String),
    /// What goes on in `simulate`, `loops` or `compare`: names, what is done, their own clauses.
    Within(Family),
    /// Anything that goes on: names, kinds, clauses, and in a question verbs in this form.
    Anything(Option<VerbForm>),
}

/// The statements whose words are their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// `simulate`
    Simulate,
    /// `loops`
    Loops,
    /// `compare`
    Compare,
}

impl Family {
    /// The family of a statement, whatever stands before its first word: `let x =`, `explain`.
    fn of(statement: &str) -> Option<Self> {
        let statement = match statement.split_once('=') {
            Some((binding, value)) if binding.trim_start().to_lowercase().starts_with("let ") => value,
            _ => statement,
        };
        let mut words = statement.split_whitespace().map(str::to_lowercase);
        let first = words.find(|word| !["explain", "profile", "draw"].contains(&word.as_str()))?;
        match first.as_str() {
            "simulate" => Some(Self::Simulate),
            "loops" => Some(Self::Loops),
            "compare" => Some(Self::Compare),
            _ => None,
        }
    }

    /// Whether a name comes after this word.
    fn names_after(self, word: &str) -> bool {
        match self {
            Self::Simulate => ["simulate", "stop", "versus", "vs", "show", "holding", "and", "of"].contains(&word),
            Self::Loops => ["through", "via", "avoiding", "of"].contains(&word),
            Self::Compare => ["compare", "with", "versus", "vs", "on", "holding", "and", "of"].contains(&word),
        }
    }

    fn keywords(self) -> Vec<&'static str> {
        let (before, statement): (Vec<&str>, &str) = match self {
            Self::Simulate => {
                (Action::ALL.map(Action::as_str).into_iter().chain(["versus", "and"]).collect(), "simulate")
            }
            Self::Loops => (Vec::new(), "loops"),
            Self::Compare => (vec!["with", "and"], "compare"),
        };
        before.into_iter().chain(clauses_of(statement).iter().copied()).collect()
    }
}

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
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
        if let Some(family) = Family::of(statement).filter(|_| last != "=") {
            return if family.names_after(&last) { Self::Name } else { Self::Within(family) };
        }
        match last.as_str() {
            "=" | "explain" | "profile" | "draw" => Self::Statement,
            "list" | "which" | "many" => Self::Kind,
            "through" | "what" => Self::Verb(VerbForm::Third),
            "not" => verb_form(text).map_or(Self::Anything(None), |form| Self::Verb(after_not(form))),
            "path" | "show" | "evidence" | "for" | "via" | "avoiding" | "holding" | "does" | "of" | "shortest" => {
                Self::Name
            }
            _ => Self::Anything(verb_form(text)),
        }
    }

    /// Where words are looked up.
    pub const fn namespaces(&self) -> &'static [Namespace] {
        match self {
            Self::Statement | Self::Question => &[],
            Self::Kind => &[Namespace::Kinds],
            Self::Verb(_) => &[Namespace::Verbs],
            Self::Name | Self::After(_) | Self::Within(_) | Self::Anything(None) => {
                &[Namespace::Names, Namespace::Kinds]
            }
            Self::Anything(Some(_)) => &[Namespace::Names, Namespace::Verbs, Namespace::Kinds],
        }
    }

    /// The form that a verb has here, where one may stand.
    pub const fn verb_form(&self) -> Option<VerbForm> {
        match self {
            Self::Verb(form) => Some(*form),
            Self::Anything(form) => *form,
            _ => None,
        }
    }

    /// Words of the language that belong here.
    pub fn keywords(&self) -> Vec<&'static str> {
        match self {
            Self::Statement => std::iter::once("?").chain(keywords(Role::Statement)).collect(),
            Self::Question => question_words().to_vec(),
            Self::Kind => Vec::new(),
            Self::Verb(VerbForm::Third) => vec!["is", "does", "do"],
            Self::Verb(_) => vec!["not"],
            Self::Name | Self::After(_) => keywords(Role::Selection).collect(),
            Self::Within(family) => family.keywords(),
            Self::Anything(_) => keywords(Role::Joining).chain(keywords(Role::Clause)).collect(),
        }
    }

    /// Whether everything is worth offering before a letter is typed.
    pub const fn lists_all(&self) -> bool {
        matches!(self, Self::Kind | Self::Verb(_))
    }
}

/// The form of verbs in the question that a text ends with: `what raises`, `which drugs raise`, `what is raised by`.
fn verb_form(text: &str) -> Option<VerbForm> {
    let (_, question) = text.rsplit_once('?')?;
    let mut words = question.split_whitespace().map(str::to_lowercase);
    let (first, second) = (words.next()?, words.next().unwrap_or_default());
    let is = |word: &str| ["is", "are", "isn't", "aren't"].contains(&word);
    let helps = |word: &str| ["does", "do", "can", "could", "will", "would", "may", "might"].contains(&word);
    Some(match first.as_str() {
        "is" | "are" | "isn't" | "aren't" => VerbForm::Passive,
        "what" | "why" if is(&second) => VerbForm::Passive,
        "what" if !helps(&second) => VerbForm::Third,
        _ => VerbForm::Base,
    })
}

/// `what raises LH and does not raise`: only a passive stays what it is.
fn after_not(form: VerbForm) -> VerbForm {
    if form == VerbForm::Passive { form } else { VerbForm::Base }
}

/// The name before an arrow: what stands after the last keyword, arrow or comma.
fn last_name(before: &str) -> String {
    let name = before.rsplit(['>', ',', '}']).next().unwrap_or_default();
    let keyword = |word: &&str| {
        let mut opening = ["path", "evidence"].into_iter().chain(keywords(Role::Selection));
        opening.any(|keyword| keyword.eq_ignore_ascii_case(word))
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
        check("? what ", Place::Verb(VerbForm::Third));
        check("? what does hCG ", Place::Anything(Some(VerbForm::Base)));
        check("? which drugs ", Place::Anything(Some(VerbForm::Base)));
        check("? what is ", Place::Anything(Some(VerbForm::Passive)));
        check("? what raises LH and does not ", Place::Verb(VerbForm::Base));
        check("? is LH ", Place::Anything(Some(VerbForm::Passive)));
        check("path hCG -> LH through ", Place::Verb(VerbForm::Third));
        check("path all ", Place::Anything(None));
        check("path ", Place::Name);
        check("path hCG -> LH via ", Place::Name);
        check("path hCG -> ", Place::After("hCG".to_owned()));
        check("path shortest exogenous testosterone ->", Place::After("exogenous testosterone".to_owned()));
        check("path A -> \"B c\" -> ", Place::After("B c".to_owned()));
        check("path A <- ", Place::Name);
        check("? does hCG ", Place::Anything(Some(VerbForm::Base)));
        check("simulate ", Place::Name);
        check("simulate hCG ", Place::Within(Family::Simulate));
        check("expect LH down: simulate hCG up versus ", Place::Name);
        check("explain simulate hCG up show ", Place::Name);
        check("let x = simulate hCG ", Place::Within(Family::Simulate));
        check("simulate hCG up given dosing = continuous ", Place::Within(Family::Simulate));
        check("simulate hCG up, ", Place::Name);
        check("loops ", Place::Within(Family::Loops));
        check("loops through ", Place::Name);
        check("compare clomiphene with ", Place::Name);
        check("compare clomiphene, hCG on ", Place::Name);
        check("compare clomiphene ", Place::Within(Family::Compare));
    }
}
