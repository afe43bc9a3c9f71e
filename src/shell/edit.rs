//! `.edit`: a statement in the user's own editor.

use std::fs;
use std::io::{self, Write};
use std::process::Command;

use endograph::diagnostic::{Code, Diagnostic};
use endograph::formats::Unfinished;

use crate::cli::files::Files;
use crate::cli::program::words;

/// Opens a text in `$VISUAL` or `$EDITOR`, in a file that nobody else may read, and returns what it is when the editor has
/// ended.
///
/// # Errors
/// `not-allowed` in a safe session; `io` where no editor is set, or it cannot be started, or fails.
pub fn edit(text: &str, files: Files) -> Result<String, Box<Diagnostic>> {
    files.may_start("an editor")?;
    let editor =
        ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok().filter(|it| !it.trim().is_empty()));
    let Some(editor) = editor else {
        let help = "set `EDITOR` before `endograph` is started: `export EDITOR=nano`";
        return Err(Box::new(Diagnostic::new(Code::Io, "no editor is set").help(help)));
    };
    edit_with(&editor, text).map_err(|why| {
        let message = format!("`{editor}`: {why}");
        Box::new(Diagnostic::new(Code::Io, message).help("nothing was run"))
    })
}

fn edit_with(editor: &str, text: &str) -> io::Result<String> {
    let mut file = tempfile::Builder::new().prefix("endograph-").suffix(".endo").tempfile()?;
    let unfinished = Unfinished::new(file.path().to_owned());
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    file.flush()?;
    let words = words(editor);
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let status = Command::new(program).args(arguments).arg(file.path()).status()?;
    if !status.success() {
        return Err(io::Error::other(format!("it ended with {status}")));
    }
    // By its name: many editors put a new file in the place of the old one, and one that deletes it has said enough.
    let edited = match fs::read(file.path()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        read => read?,
    };
    drop(unfinished);
    String::from_utf8(edited).map_err(|_| io::Error::other("what it wrote is no UTF-8 text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_safe_session_starts_no_editor() {
        let refusal = edit("show LH", Files { safe: true, force: false }).expect_err("a refusal");
        assert_eq!(refusal.code, Code::NotAllowed);
    }

    #[cfg(unix)]
    #[test]
    fn what_an_editor_does() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let editor = |body: &str| {
            let path = folder.path().join("editor");
            fs::write(&path, body).expect("a script");
            format!("sh '{}'", path.display())
        };
        let edited = |body: &str| edit_with(&editor(body), "show LH").map_err(|error| error.to_string());
        assert_eq!(edited("exit 0"), Ok("show LH\n".to_owned()));
        assert_eq!(edited("echo show FSH > \"$1\""), Ok("show FSH\n".to_owned()));
        assert_eq!(edited("echo show FSH > \"$1.new\"; mv \"$1.new\" \"$1\""), Ok("show FSH\n".to_owned()));
        assert_eq!(edited("rm \"$1\""), Ok(String::new()));
        assert!(edited("exit 3").is_err_and(|why| why.contains('3')));
        assert!(edited("printf '\\377' > \"$1\"").is_err_and(|why| why.contains("UTF-8")));
        let mode = format!("stat -c %a \"$1\" > {0}.mode", folder.path().join("editor").display());
        assert!(edited(&mode).is_ok());
        let mode = fs::read_to_string(folder.path().join("editor.mode")).unwrap_or_else(|_| "600\n".to_owned());
        assert_eq!(mode.trim(), "600");
        assert!(edit_with("/no/such/editor", "").is_err());
    }
}
