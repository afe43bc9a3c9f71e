//! From the tree back to text: canonical, on one line. Parsing it gives the same tree up to spans.

mod clause;
mod condition;
mod phrase;
mod picture;
mod question;
mod script;
mod simulate;

use std::fmt::{self, Display, Formatter};

pub use phrase::{in_quotes, is_bare};
pub(super) use picture::file_text;

use super::tree::{Arrow, Endpoint, PathStatement, Repeat, Selection, Statement, StatementKind};

impl Display for Statement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl Display for StatementKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question(question) => write!(f, "? {question}"),
            Self::Path(path) => path.fmt(f),
            Self::Simulate(simulate) => simulate.fmt(f),
            Self::Loops(loops) => loops.fmt(f),
            Self::Compare(compare) => compare.fmt(f),
            Self::Show(phrase) => write!(f, "show {phrase}"),
            Self::List(phrase) => write!(f, "list {phrase}"),
            Self::Find(phrase) => write!(f, "find {phrase}"),
            Self::Evidence { from, to: None } => write!(f, "evidence {from}"),
            Self::Evidence { from, to: Some(to) } => write!(f, "evidence {from} -> {to}"),
            Self::Figures(phrase) => write!(f, "figures for {phrase}"),
            Self::Schema => f.write_str("schema"),
            Self::Stats => f.write_str("stats"),
            Self::Let { name, value } => write!(f, "let {} = {value}", name.text),
            Self::Result(name) => write!(f, "${}", name.text),
            Self::Expect { expectation, statement, text } => match statement.as_ref() {
                Ok(statement) => write!(f, "expect {expectation}: {statement}"),
                Err(_) => write!(f, "expect {expectation}: {text}"),
            },
            Self::Draw { query, file, replacing } => {
                write!(f, "draw {query} to {}{}", file_text(file), if *replacing { " --force" } else { "" })
            }
            Self::Explain { profile: false, statement } => write!(f, "explain {statement}"),
            Self::Explain { profile: true, statement } => write!(f, "profile {statement}"),
        }
    }
}

impl Display for PathStatement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("path")?;
        match self.selection {
            Selection::Families => {}
            Selection::All => f.write_str(" all")?,
            Selection::Any => f.write_str(" any")?,
            Selection::AllShortest => f.write_str(" all shortest")?,
            Selection::Shortest(None) => f.write_str(" shortest")?,
            Selection::Shortest(Some(number)) => write!(f, " shortest {number}")?,
        }
        match self.repeat {
            Repeat::Simple => {}
            Repeat::Trail => f.write_str(" trail")?,
            Repeat::Walk => f.write_str(" walk")?,
        }
        for (index, endpoint) in self.endpoints.iter().enumerate() {
            if index > 0 {
                write!(f, " {}", self.arrow)?;
            }
            write!(f, " {endpoint}")?;
        }
        clause::write_clauses(f, &self.clauses)
    }
}

impl Display for Endpoint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phrase(phrase) => phrase.fmt(f),
            Self::Anything(_) => f.write_str("anything"),
        }
    }
}

impl Display for Arrow {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Right => "->",
            Self::Left => "<-",
            Self::Both => "<->",
        })
    }
}
