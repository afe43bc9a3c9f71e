//! The grammar's parser, generated from the files in `grammar/`.

use pest_derive::Parser;

/// Parses by the rules of `grammar/`.
#[derive(Parser)]
#[grammar = "../grammar/tokens.pest"]
#[grammar = "../grammar/phrases.pest"]
#[grammar = "../grammar/clauses.pest"]
#[grammar = "../grammar/questions.pest"]
#[grammar = "../grammar/paths.pest"]
#[grammar = "../grammar/whatif.pest"]
#[grammar = "../grammar/loops.pest"]
#[grammar = "../grammar/comparing.pest"]
#[grammar = "../grammar/looking.pest"]
#[grammar = "../grammar/pictures.pest"]
#[grammar = "../grammar/scripts.pest"]
pub(super) struct GrammarParser;
