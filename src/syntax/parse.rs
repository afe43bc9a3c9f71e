//! From a script's text to its statements.

use pest::Parser;

use super::fault::{Edit, Fault};
use super::keyword::{self, Role};
use super::lexeme::lexemes;
use super::lower;
use super::mistake;
use super::node::Node;
use super::parser::{GrammarParser, Rule};
use super::refusal;
use super::scan::{LONGEST_LINE, Stretch, stretches};
use super::tree::Statement;
use crate::diagnostic::{Code, Diagnostic, Span};

/// Bytes of the longest statement that is read, over all its lines.
const LONGEST_STATEMENT: usize = 1_000_000;

/// The statements of a script, in order; each that does not parse gives its own error. Spans are of the whole text.
///
/// Time is linear in the length of the text.
pub fn parse_script(text: &str) -> Vec<Result<Statement, Diagnostic>> {
    stretches(text).into_iter().map(|stretch| read_stretch(text, &stretch)).collect()
}

/// The one statement of a text.
///
/// # Errors
/// What is wrong with it, at its place; [`Code::Incomplete`] for a text without statement, and [`Code::Syntax`] for
/// one with several.
pub fn parse_statement(text: &str) -> Result<Statement, Diagnostic> {
    let stretches = stretches(text);
    match stretches.as_slice() {
        [only] => read_stretch(text, only),
        [] => Err(Diagnostic::at(Code::Incomplete, Span::new(0, text.len()), "there is no statement here")),
        [first, second, ..] => {
            read_stretch(text, first)?;
            let (Stretch::Statement(span) | Stretch::LongLine(span)) = second;
            Err(Diagnostic::at(Code::Syntax, *span, "one statement is wanted, and here a second begins"))
        }
    }
}

fn read_stretch(text: &str, stretch: &Stretch) -> Result<Statement, Diagnostic> {
    match *stretch {
        Stretch::LongLine(span) => Err(too_long("line", span, LONGEST_LINE)),
        Stretch::Statement(span) if span.end - span.start > LONGEST_STATEMENT => {
            Err(too_long("statement", span, LONGEST_STATEMENT))
        }
        Stretch::Statement(span) => {
            let statement = text.get(span.start..span.end).unwrap_or_default();
            read(statement, span.start).map_err(|fault| mended(fault, statement))
        }
    }
}

fn too_long(what: &str, span: Span, most: usize) -> Diagnostic {
    let length = span.end - span.start;
    Diagnostic::at(
        Code::TooLong,
        Span::new(span.start, span.start),
        format!("this {what} has {length} bytes, and at most {most} are read"),
    )
    .label("begins here")
}

/// Parses what follows the colon of `expect`, which begins at `offset` of the script.
pub(super) fn expected(text: &str, offset: usize) -> Result<Statement, Diagnostic> {
    let first = lexemes(text).into_iter().find(|lexeme| !lexeme.is_space());
    if let Some(first) = first.filter(|first| first.text(text).eq_ignore_ascii_case("expect")) {
        return Err(Diagnostic::at(Code::Syntax, first.span.shifted(offset), "an expectation cannot expect another"));
    }
    if let Some(first) = first.filter(|first| first.text(text).eq_ignore_ascii_case("draw")) {
        let message = "an expectation is about an answer, and `draw` writes a file";
        let help = "leave `draw` and `to FILE` away";
        return Err(Diagnostic::at(Code::Syntax, first.span.shifted(offset), message).help(help));
    }
    read(text, offset).map_err(|fault| mended(fault, text))
}

/// Parses what stands between `draw` and `to`, which begins at `offset` of the script.
pub(super) fn drawn(text: &str, offset: usize) -> Result<Statement, Diagnostic> {
    const NOT_DRAWN: [&str; 5] = ["let", "expect", "explain", "profile", "draw"];
    let first = lexemes(text).into_iter().find(|lexeme| !lexeme.is_space());
    let refused = first.filter(|first| NOT_DRAWN.iter().any(|word| first.text(text).eq_ignore_ascii_case(word)));
    if let Some(first) = refused {
        let message = format!("`{}` begins nothing that `draw` takes", first.text(text));
        return Err(Diagnostic::at(Code::Syntax, first.span.shifted(offset), message)
            .label("cannot stand here")
            .help("`draw` takes a question, a path, a scenario, loops, a comparison or a look-up"));
    }
    read(text, offset).map_err(|mut fault| {
        // `draw LH to lh.svg`
        let name = first.filter(|first| keyword::find(first.text(text), &[Role::Statement]).is_none());
        if let Some(name) = name.filter(|_| fault.edits.is_empty()) {
            fault.edits.push(Edit::insert(name.span.start, "show "));
        }
        mended(fault, text)
    })
}

/// Parses one statement that begins at `offset` of the script.
fn read(text: &str, offset: usize) -> Result<Statement, Fault> {
    mistake::check(text, offset)?;
    let mut pairs =
        GrammarParser::parse(Rule::statement, text).map_err(|error| refusal::explain(text, offset, &error))?;
    match pairs.next() {
        Some(pair) => Ok(lower::statement(&Node::new(pair, offset))?),
        None => Err(Diagnostic::at(Code::Incomplete, Span::new(offset, offset), "there is no statement here").into()),
    }
}

/// The error, with the statement as it should read where exactly one of the proposals makes it one.
fn mended(fault: Fault, text: &str) -> Diagnostic {
    let mut statements = Vec::new();
    for edit in &fault.edits {
        if let Some(statement) = edit.apply(text).and_then(|text| read(&text, 0).ok()) {
            let printed = statement.to_string();
            if !statements.contains(&printed) {
                statements.push(printed);
            }
        }
    }
    match <[String; 1]>::try_from(statements) {
        Ok([only]) => fault.diagnostic.mended(only),
        Err(_) => fault.diagnostic,
    }
}

/// A statement's text without its line ends and comments.
pub(super) fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for lexeme in lexemes(text) {
        if !lexeme.is_space() {
            line.push_str(lexeme.text(text));
        } else if lexeme.rule != Rule::comment && !line.ends_with(' ') && !line.is_empty() {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}
