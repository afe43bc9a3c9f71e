//! A compact picture of a tree for tests: one line, no spans.

use std::fmt::Debug;

use crate::syntax::tree::*;

/// `Path Families Simple [hcg -> LH] Max(3)`
pub fn statement(statement: &Statement) -> String {
    match &statement.kind {
        StatementKind::Question(question) => format!("{}{}", form(&question.form), clauses(&question.clauses)),
        StatementKind::Path(path) => self::path(path),
        StatementKind::Simulate(simulate) => {
            let side = |side: &[Intervention]| {
                let action = |one: &Intervention| one.action.map_or("-", Action::as_str);
                let each = side.iter().map(|one| format!("{}:{}", phrase(&one.phrase), action(one)));
                each.collect::<Vec<_>>().join(" ")
            };
            let versus = simulate.versus.as_deref().map_or(String::new(), |versus| format!(" Versus {}", side(versus)));
            format!("Simulate {}{versus}{}", side(&simulate.scenario), clauses(&simulate.clauses))
        }
        StatementKind::Loops(loops) => format!("Loops{}", clauses(&loops.clauses)),
        StatementKind::Compare(compare) => format!("Compare {}{}", phrases(&compare.agents), clauses(&compare.clauses)),
        StatementKind::Show(words) => format!("Show {}", phrase(words)),
        StatementKind::List(words) => format!("List {}", phrase(words)),
        StatementKind::Find(words) => format!("Find {}", phrase(words)),
        StatementKind::Figures(words) => format!("Figures {}", phrase(words)),
        StatementKind::Evidence { from, to } => format!("Evidence {} {}", phrase(from), optional(to.as_ref())),
        StatementKind::Schema => "Schema".to_owned(),
        StatementKind::Stats => "Stats".to_owned(),
        StatementKind::Result(name) => format!("Result {}", name.text),
        StatementKind::Let { name, value } => format!("Let {} = {}", name.text, self::statement(value)),
        StatementKind::Draw { query, file, replacing } => {
            format!("Draw [{}]{}: {}", file.text, if *replacing { " anew" } else { "" }, self::statement(query))
        }
        StatementKind::Explain { profile, statement } => {
            format!("{} {}", if *profile { "Profile" } else { "Explain" }, self::statement(statement))
        }
        StatementKind::Expect { expectation, statement, text } => {
            let inner = match statement.as_ref() {
                Ok(statement) => self::statement(statement),
                Err(error) => format!("!{} `{text}`", error.code),
            };
            format!("Expect {}: {inner}", self::expectation(expectation))
        }
    }
}

fn path(path: &PathStatement) -> String {
    let ends: Vec<String> = path
        .endpoints
        .iter()
        .map(|endpoint| match endpoint {
            Endpoint::Phrase(words) => phrase(words),
            Endpoint::Anything(_) => "ANYTHING".to_owned(),
        })
        .collect();
    let arrow = format!(" {} ", path.arrow);
    format!("Path {:?} {:?} {}{}", path.selection, path.repeat, ends.join(&arrow), clauses(&path.clauses))
}

fn form(form: &QuestionForm) -> String {
    match form {
        QuestionForm::What(condition) => format!("What {}", self::condition(condition)),
        QuestionForm::Which(condition) => format!("Which {}", self::condition(condition)),
        QuestionForm::HowMany(condition) => format!("HowMany {}", self::condition(condition)),
        QuestionForm::WhatDoes(words) => format!("WhatDoes {}", phrase(words)),
        QuestionForm::WhatIs(condition) => format!("WhatIs {}", self::condition(condition)),
        QuestionForm::WhichDoes { kind, rest } => format!("WhichDoes {} {}", phrase(kind), phrase(rest)),
        QuestionForm::Does(condition) => format!("Does {}", self::condition(condition)),
        QuestionForm::Is(condition) => format!("Is {}", self::condition(condition)),
        QuestionForm::How(words) => format!("How {}", phrase(words)),
        QuestionForm::Why { passive, before, after_not } => {
            let verb = if *passive { "WhyIs" } else { "WhyDoes" };
            format!("{verb} {} not {}", optional(before.as_ref()), optional(after_not.as_ref()))
        }
        QuestionForm::Disagreements { about } => format!("Disagreements {}", optional(about.as_ref())),
        QuestionForm::Common(names) => format!("Common {}", phrases(names)),
        QuestionForm::Differ(names) => format!("Differ {}", phrases(names)),
    }
}

fn condition(condition: &Condition) -> String {
    let all = |members: &[Condition]| members.iter().map(self::condition).collect::<Vec<_>>().join(" ");
    match condition {
        Condition::Is(words) => phrase(words),
        Condition::Not(inner) => format!("Not({})", self::condition(inner)),
        Condition::And(members) => format!("And({})", all(members)),
        Condition::Or(members) => format!("Or({})", all(members)),
        Condition::Led { lead, condition } => format!("Led({} {})", phrase(lead), self::condition(condition)),
    }
}

fn clauses(clauses: &[Clause]) -> String {
    clauses.iter().map(|clause| [" | ".to_owned(), self::clause(&clause.kind)].concat()).collect()
}

fn clause(clause: &ClauseKind) -> String {
    match clause {
        ClauseKind::Given(settings) => {
            let settings = settings.iter().map(|Setting { key, of, value }| match of {
                Some(of) => format!("{} of {}={}", word(key), phrase(of), phrase(value)),
                None => format!("{}={}", word(key), phrase(value)),
            });
            format!("Given {}", settings.collect::<Vec<_>>().join(" "))
        }
        ClauseKind::Where(comparisons) => {
            let comparisons = comparisons.iter().map(|Comparison { field, equal, value }| {
                format!("{}{}{}", word(field), if *equal { "=" } else { "<>" }, phrase(value))
            });
            format!("Where {}", comparisons.collect::<Vec<_>>().join(" "))
        }
        ClauseKind::Holding(members) => format!("Holding {}", phrases(members)),
        ClauseKind::Via(members) => format!("Via {}", phrases(members)),
        ClauseKind::Show(members) => format!("Show {}", phrases(members)),
        ClauseKind::On(members) => format!("On {}", phrases(members)),
        ClauseKind::Avoiding(members) => format!("Avoiding {}", phrases(members)),
        ClauseKind::Through { negated, relations } => {
            format!("{} {}", if *negated { "NotThrough" } else { "Through" }, phrases(relations))
        }
        other => plain(other),
    }
}

fn expectation(expectation: &Expectation) -> String {
    match expectation {
        Expectation::Answer { certainty, answer } => {
            certainty.iter().chain([answer]).map(word).collect::<Vec<_>>().join(" ")
        }
        Expectation::Set(members) => format!("Set {}", phrases(members)),
        Expectation::Contains(members) => format!("Contains {}", phrases(members)),
        Expectation::Lacks(members) => format!("Lacks {}", phrases(members)),
        Expectation::Error(code) => format!("Error {}", word(code)),
        Expectation::Changes(changes) => {
            let certainty = |change: &ExpectedChange| {
                change.certainty.as_ref().map_or(String::new(), |certainty| word(certainty) + " ")
            };
            let changes = changes
                .iter()
                .map(|change| format!("{}{}:{}", certainty(change), phrase(&change.phrase), word(&change.change)));
            changes.collect::<Vec<_>>().join(" ")
        }
        other => plain(other),
    }
}

fn plain(value: &impl Debug) -> String {
    format!("{value:?}")
}

fn optional(words: Option<&Phrase>) -> String {
    words.map_or_else(|| "-".to_owned(), phrase)
}

fn phrases(members: &[Phrase]) -> String {
    members.iter().map(phrase).collect::<Vec<_>>().join(" ")
}

fn phrase(words: &Phrase) -> String {
    let items = words.items.iter().map(|item| match item {
        Item::Word(word) => self::word(word),
        Item::Result(name) => format!("${}", name.text),
        Item::Set(members, _) => format!("{{{}}}", phrases(members)),
    });
    format!("[{}]", items.collect::<Vec<_>>().join(" "))
}

fn word(word: &Word) -> String {
    if word.quoted { format!("\"{}\"", word.text) } else { word.text.clone() }
}
