//! What was probably meant where no command has the name that was typed: a graph, a script or a statement.

use std::path::Path;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use endograph::formats::snapshot::begins_as_snapshot;
use endograph::formats::write::Format;
use endograph::syntax::{Role, keywords};

use super::script::is_markdown;

/// The ending of BEL, which is read and not written.
const BEL: &str = "json";

/// An error of the command line, with the command that does what was probably meant.
pub fn explained(mut error: clap::Error) -> clap::Error {
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand)
        && let Some(command) = meant(word)
    {
        error.remove(ContextKind::SuggestedSubcommand);
        let tip = StyledStr::from(command);
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    }
    error
}

/// `foo.toml` is a graph: `endograph --graph foo.toml`. A snapshot and a script share their ending, and only the file tells.
fn meant(word: &str) -> Option<String> {
    let path = Path::new(word);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let quoted = if word.contains(char::is_whitespace) { format!("'{word}'") } else { word.to_owned() };
    if is_markdown(path) {
        return Some(format!("to run the statements of a file: `endograph run {quoted}`"));
    }
    if path.is_dir() || has_ending_of_graphs(path) || ending == BEL || begins_as_snapshot(path) {
        return Some(format!("to open a graph: `endograph --graph {quoted}`"));
    }
    if ending == "endo" || path.is_file() {
        return Some(format!("to run the statements of a file: `endograph run {quoted}`"));
    }
    let first = word.split_whitespace().next().unwrap_or_default();
    if first.starts_with('?') || keywords(Role::Statement).any(|keyword| keyword.eq_ignore_ascii_case(first)) {
        return Some(String::from("to ask or run a statement: `endograph -c '? what suppresses LH'`"));
    }
    None
}

/// Whether a file's name tells a format that is read as a graph; a drawing in DOT is only written.
fn has_ending_of_graphs(path: &Path) -> bool {
    Format::of(path).is_some_and(|format| format != Format::Dot)
}
