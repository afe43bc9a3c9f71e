//! The commonest mistakes, found in the tokens before the grammar sees them, each with its own words.

use super::destination;
use super::fault::{Edit, Fault};
use super::keyword::{Role, STOP, find, keywords};
use super::lexeme::{Lexeme, lexemes, partners};
use super::parser::Rule;
use crate::diagnostic::{Code, Diagnostic, Span, suggest};

/// How deep brackets may stand.
const DEEPEST: usize = 64;

/// The words that a question may begin with, in a fixed order.
pub fn question_words() -> &'static [&'static str] {
    QUESTION_WORDS
}

const QUESTION_WORDS: &[&str] = &[
    "what", "which", "how", "why", "does", "do", "is", "are", "can", "could", "will", "would", "may", "might",
    "doesn't", "don't", "isn't", "aren't",
];

/// Commands that the shell takes without their dot.
const SHELL_WORDS: &[&str] = &["help", "quit", "exit"];

/// Commands of the shell, and what does the same in a script or beside it.
const SCRIPTS_SAY: &[(&[&str], &str)] = &[
    (
        &["help", "examples", "tutorial", "next"],
        "`endograph` alone opens the shell, where it works; in a script `schema` lists the verbs, and `endograph man` is \
         the manual",
    ),
    (&["mode"], "for a script it is an option: `--format json`"),
    (&["output", "once"], "for a script it is an option: `--output FILE`; `draw … to FILE` writes a picture"),
    (&["read"], "several scripts are run as one: `endograph run FIRST SECOND`"),
    (&["graph"], "for a script it is an option: `--graph PATH`"),
    (&["timer"], "for a script it is an option: `--timer`"),
    (&["ascii"], "for a script it is an option: `--ascii`"),
    (&["pager", "maxrows", "last"], "a script needs none: its answers are written whole"),
    (&["schema"], "in a script it has no dot: `schema`"),
    (&["version"], "`endograph --version` tells the program's, `stats` the graph's"),
    (&["quit", "exit"], "a script needs none: it ends with its last line"),
    (&["set"], "for a script these are options, which `endograph --help` lists: `--timeout 30`"),
];

/// Looks for mistakes in one statement that begins at `offset` of the script.
pub(super) fn check(text: &str, offset: usize) -> Result<(), Fault> {
    let mut lexemes: Vec<Lexeme> = lexemes(text).into_iter().filter(|lexeme| !lexeme.is_space()).collect();
    lexemes.truncate(destination::of(text, &lexemes).unwrap_or(lexemes.len()));
    let lexemes = without_expected(text, &lexemes);
    let checks = [
        shell_command,
        unclosed_quote,
        broken_arrow,
        too_deep,
        unbalanced_bracket,
        unknown_character,
        unknown_statement,
    ];
    match checks.iter().find_map(|check| check(text, lexemes)) {
        Some(mut fault) => {
            fault.diagnostic.span = fault.diagnostic.span.map(|span| span.shifted(offset));
            Err(fault)
        }
        None => Ok(()),
    }
}

/// What `expect` expects is checked on its own.
fn without_expected<'lexemes>(text: &str, lexemes: &'lexemes [Lexeme]) -> &'lexemes [Lexeme] {
    let expects = lexemes.first().is_some_and(|first| first.text(text).eq_ignore_ascii_case("expect"));
    match lexemes.iter().position(|lexeme| lexeme.rule == Rule::colon) {
        Some(colon) if expects => lexemes.get(..=colon).unwrap_or(lexemes),
        _ => lexemes,
    }
}

/// `.mode json`, `help`: what the shell takes before it reads statements.
fn shell_command(text: &str, lexemes: &[Lexeme]) -> Option<Fault> {
    let (first, rest) = lexemes.split_first()?;
    let is = |word: &str| first.text(text).eq_ignore_ascii_case(word);
    let bare = (rest.is_empty() && SHELL_WORDS.iter().any(|word| is(word))) || is("help");
    let dotted = rest.first().filter(|word| first.text(text) == "." && word.span.start == first.span.end);
    let span = if bare { first.span } else { first.span.to(dotted?.span) };
    let written = text.get(span.start..span.end)?;
    let diagnostic = Diagnostic::at(Code::Syntax, span, format!("`{written}` is a command of the shell"))
        .label("no statement")
        .help(instead_of_command(written.trim_start_matches('.')));
    Some(diagnostic.into())
}

/// What does in a script what a command does in the shell.
fn instead_of_command(command: &str) -> &'static str {
    let is = |word: &str| command.eq_ignore_ascii_case(word);
    match SCRIPTS_SAY.iter().find(|(commands, _)| commands.iter().any(|word| is(word))) {
        Some((_, instead)) => instead,
        None => "`endograph` alone opens the shell; scripts take options instead, which `endograph --help` lists",
    }
}

fn unclosed_quote(text: &str, lexemes: &[Lexeme]) -> Option<Fault> {
    let quote = lexemes.iter().find(|lexeme| lexeme.rule == Rule::unclosed_quote)?;
    let opening = quote.text(text).chars().next()?;
    let closing = if opening == '“' { "”" } else { "\"" };
    let span = Span::new(quote.span.start, quote.span.start + opening.len_utf8());
    let diagnostic = Diagnostic::at(Code::UnclosedQuote, span, "this quote is not closed")
        .label(format!("`{closing}` is missing before the end of the line"));
    Some(Fault::with(diagnostic, [Edit::insert(quote.span.end, closing)]))
}

fn broken_arrow(text: &str, lexemes: &[Lexeme]) -> Option<Fault> {
    let broken = lexemes.iter().find(|lexeme| lexeme.rule == Rule::broken_arrow)?;
    let written = broken.text(text);
    let arrow = match (written.starts_with('<'), written.ends_with('>')) {
        (true, true) => "<->",
        (true, false) => "<-",
        _ => "->",
    };
    let diagnostic = Diagnostic::at(Code::BrokenArrow, broken.span, format!("`{written}` is no arrow"))
        .label(format!("write `{arrow}`"));
    Some(Fault::with(diagnostic, [Edit::replace(broken.span, arrow)]))
}

fn too_deep(_: &str, lexemes: &[Lexeme]) -> Option<Fault> {
    let mut depth = 0_usize;
    for lexeme in lexemes {
        if lexeme.closes() {
            depth = depth.saturating_sub(1);
        } else if lexeme.closing().is_some() {
            depth += 1;
        }
        if depth > DEEPEST {
            let message = format!("brackets stand more than {DEEPEST} deep");
            return Some(Diagnostic::at(Code::TooDeep, lexeme.span, message).label("too deep").into());
        }
    }
    None
}

fn unbalanced_bracket(text: &str, lexemes: &[Lexeme]) -> Option<Fault> {
    let partners = partners(lexemes);
    let (lexeme, _) = lexemes
        .iter()
        .zip(&partners)
        .find(|(lexeme, partner)| partner.is_none() && (lexeme.closes() || lexeme.closing().is_some()))?;
    let bracket = lexeme.text(text);
    let Some(closing) = lexeme.closing().and_then(super::keyword::mark) else {
        let diagnostic =
            Diagnostic::at(Code::UnbalancedBracket, lexeme.span, format!("this `{bracket}` closes no bracket"))
                .label("nothing to close");
        return Some(Fault::with(diagnostic, [Edit::replace(lexeme.span, "")]));
    };
    let diagnostic = Diagnostic::at(Code::UnbalancedBracket, lexeme.span, format!("this `{bracket}` is not closed"))
        .label(format!("`{closing}` is missing"));
    Some(Fault::with(diagnostic, [Edit::insert(text.len(), closing)]))
}

fn unknown_character(text: &str, lexemes: &[Lexeme]) -> Option<Fault> {
    let unknown = lexemes.iter().find(|lexeme| lexeme.rule == Rule::unknown)?;
    let character = unknown.text(text).chars().next()?;
    if character == '#' {
        let diagnostic = Diagnostic::at(Code::Syntax, unknown.span, "`#` begins a comment only after white space")
            .label("put a space before it, or quotes round the name");
        return Some(Fault::with(diagnostic, [Edit::insert(unknown.span.start, " ")]));
    }
    let shown = if character.is_control() { character.escape_default().to_string() } else { character.to_string() };
    let diagnostic = Diagnostic::at(Code::Syntax, unknown.span, format!("`{shown}` means nothing here"))
        .label("unexpected")
        .help("names with such characters need quotes: `\"…\"`");
    Some(diagnostic.into())
}

fn unknown_statement(text: &str, lexemes: &[Lexeme]) -> Option<Fault> {
    let first = lexemes.first()?;
    let word = first.text(text);
    if matches!(first.rule, Rule::question_mark | Rule::result) || find(word, &[Role::Statement]).is_some() {
        return None;
    }
    if begins_question(word) {
        let diagnostic = Diagnostic::at(Code::Syntax, first.span, "a question begins with `?`").label("`?` is missing");
        return Some(Fault::with(diagnostic, [Edit::insert(first.span.start, "? ")]));
    }
    let diagnostic = Diagnostic::at(Code::Syntax, first.span, format!("`{word}` begins no statement"))
        .label("unexpected")
        .help(statement_beginnings());
    if first.rule != Rule::word {
        return Some(diagnostic.into());
    }
    let suggestions = suggest(word, keywords(Role::Statement));
    let mut edits: Vec<Edit> = suggestions.iter().map(|known| Edit::replace(first.span, known)).collect();
    if lexemes.iter().any(|lexeme| lexeme.rule == Rule::arrow) && suggestions.is_empty() {
        edits.push(Edit::insert(first.span.start, "path "));
    }
    let is_name = suggestions.is_empty() && lexemes.len() <= 3 && lexemes.iter().all(|it| it.rule == Rule::word);
    let diagnostic = match text.trim() {
        stopped if is_name && STOP.iter().any(|stop| word.eq_ignore_ascii_case(stop)) => {
            diagnostic.help(format!("`simulate {stopped}` tells what follows"))
        }
        name if is_name => diagnostic.help(format!(
            "`show {name}` tells about one entity; `simulate A removed` tells what follows where A is gone, `simulate A up` where there is more of it"
        )),
        _ => diagnostic,
    };
    Some(Fault::with(diagnostic.suggest(suggestions), edits))
}

/// Whether a word begins a frame, so that only the `?` is missing.
pub(super) fn begins_question(word: &str) -> bool {
    let word = word.replace('’', "'");
    QUESTION_WORDS.iter().any(|question| question.eq_ignore_ascii_case(&word))
}

/// "statements begin with `?`, `path`, …"
pub(super) fn statement_beginnings() -> String {
    let words: Vec<String> = keywords(Role::Statement).map(|word| format!("`{word}`")).collect();
    format!("statements begin with `?`, {}", words.join(", "))
}
