//! The texts of a run: code on the command line, files, standard input.

use std::io::{self, Read};
use std::path::Path;

use endograph::diagnostic::{Code, Diagnostic, Source};

use endograph::syntax::decode;

/// The pieces given with `-c`.
pub fn from_command_line(pieces: &[String]) -> Vec<Source> {
    let name = |position: usize| if pieces.len() == 1 { "-c".to_owned() } else { format!("-c {}", position + 1) };
    pieces.iter().enumerate().map(|(position, text)| Source::new(name(position), text)).collect()
}

/// A script file; `-` is standard input.
///
/// # Errors
/// A file that cannot be read (`io`) or holds no text (`not-text`).
pub fn from_file(path: &Path) -> Result<Source, Box<Diagnostic>> {
    if path == Path::new("-") {
        return from_standard_input();
    }
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| unreadable(&name, &error))?;
    text(name, &bytes)
}

/// All of standard input.
///
/// # Errors
/// Where it cannot be read (`io`) or holds no text (`not-text`).
pub fn from_standard_input() -> Result<Source, Box<Diagnostic>> {
    let name = "standard input".to_owned();
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|error| unreadable(&name, &error))?;
    text(name, &bytes)
}

fn text(name: String, bytes: &[u8]) -> Result<Source, Box<Diagnostic>> {
    match decode(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(mut diagnostic) => {
            diagnostic.message = format!("`{name}` is no script: {}", diagnostic.message);
            Err(Box::new(diagnostic))
        }
    }
}

fn unreadable(name: &str, error: &io::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::Io, format!("`{name}`: cannot be read: {error}")))
}
