//! Words, with the quotes that they need.

use std::fmt::{self, Display, Formatter, Write};

use pest::Parser;

use crate::syntax::parser::{GrammarParser, Rule};
use crate::syntax::tree::{Item, Phrase, Word};

impl Display for Phrase {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, item) in self.items.iter().enumerate() {
            if index > 0 {
                f.write_char(' ')?;
            }
            item.fmt(f)?;
        }
        Ok(())
    }
}

impl Display for Item {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => word.fmt(f),
            Self::Result(name) => write!(f, "${}", name.text),
            Self::Set(members, _) => {
                f.write_char('{')?;
                write_list(f, members)?;
                f.write_char('}')
            }
        }
    }
}

impl Display for Word {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if !self.quoted && is_bare(&self.text) {
            return f.write_str(&self.text);
        }
        f.write_str(&in_quotes(&self.text))
    }
}

/// A name in quotes.
pub fn in_quotes(name: &str) -> String {
    let mut quoted = String::with_capacity(name.len() + 2);
    quoted.push('"');
    for character in name.chars() {
        if matches!(character, '"' | '”' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted + "\""
}

/// Whether a word can stand without quotes wherever a name can stand.
pub fn is_bare(text: &str) -> bool {
    GrammarParser::parse(Rule::bare_word, text)
        .is_ok_and(|mut pairs| pairs.next().is_some_and(|pair| pair.as_str().len() == text.len()))
}

/// `LH, FSH`
pub(super) fn write_list(f: &mut Formatter<'_>, members: &[impl Display]) -> fmt::Result {
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        member.fmt(f)?;
    }
    Ok(())
}
