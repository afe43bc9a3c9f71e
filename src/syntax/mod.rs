//! Text to tree. Knows no graph.
//!
//! ```
//! use endograph::syntax::parse_statement;
//!
//! let statement = parse_statement("path hcg->LH max 3 # back to the pituitary").unwrap();
//! assert_eq!(statement.to_string(), "path hcg -> LH max 3");
//! ```
//!
//! A script goes through these stages: [`decode`] makes text of bytes; the scanner splits it into statements; each is
//! searched for the commonest mistakes, parsed by the grammar, and lowered to the [`Statement`] of the tree.

mod completeness;
mod decode;
mod destination;
mod fault;
mod keyword;
mod lexeme;
mod lower;
mod misplaced_clause;
mod misread_question;
mod mistake;
mod node;
mod parse;
mod parser;
mod print;
mod references;
mod refusal;
mod scan;
mod slip;
mod spanless;
#[cfg(test)]
mod tests;
mod token;
mod tree;
mod vocabulary;

pub use completeness::{Completeness, Unfinished, completeness, unfinished};
pub use decode::decode;
pub use keyword::{Keyword, Role, STOP, all_keywords, clauses_of, keywords};
pub use mistake::question_words;
pub use parse::{parse_script, parse_statement};
pub use print::{in_quotes, is_bare};
pub use references::result_names;
pub use scan::{LONGEST_LINE, statement_starts};
pub use token::{Token, TokenKind, tokens};
pub use tree::*;
