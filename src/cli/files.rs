//! Which files a run may read and write, in one place: nothing is overwritten unless that was asked for, and under
//! `--safe` no file is touched at all.

use std::fs;
use std::io;
use std::path::Path;

use endograph::diagnostic::{Code, Diagnostic, io_reason};

use super::arguments::Options;
use super::output::Output;

/// What a run may do with files after its start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// No file is read or written, and no other program started.
    pub safe: bool,
    /// Files that are there may be replaced.
    pub force: bool,
}

impl Files {
    /// What the command line allows.
    pub const fn new(options: &Options) -> Self {
        Self { safe: options.safe, force: options.force }
    }

    /// What it allows of the files that it names itself: `--safe` is about what comes after the start.
    pub const fn of_command_line(options: &Options) -> Self {
        Self { safe: false, ..Self::new(options) }
    }

    /// The same, and this once files that are there may be replaced.
    #[must_use]
    pub const fn forced(self) -> Self {
        Self { force: true, ..self }
    }

    /// Whether a file may be read.
    ///
    /// # Errors
    /// `not-allowed` under `--safe`.
    pub fn may_read(self, path: &Path) -> Result<(), Box<Diagnostic>> {
        if self.safe { Err(not_allowed(&format!("`{}` is not read", path.display()))) } else { Ok(()) }
    }

    /// Whether a file may be written. Devices and pipes are written in place, so there is nothing to lose.
    ///
    /// # Errors
    /// `not-allowed` under `--safe`; `file-exists` where a file would be replaced and nobody asked for that.
    pub fn may_write(self, path: &Path) -> Result<(), Box<Diagnostic>> {
        if self.safe {
            return Err(not_allowed(&format!("`{}` is not written", path.display())));
        }
        // Not followed: a link that leads nowhere would be replaced too.
        let is_there = fs::symlink_metadata(path).is_ok() && !Output::is_written_in_place(path);
        if is_there && !self.force && !path.is_dir() { Err(exists(path)) } else { Ok(()) }
    }

    /// Whether another program may be started: an editor, a pager.
    ///
    /// # Errors
    /// `not-allowed` under `--safe`.
    pub fn may_start(self, program: &str) -> Result<(), Box<Diagnostic>> {
        if self.safe { Err(not_allowed(&format!("{program} is not started"))) } else { Ok(()) }
    }

    /// A new file to write to, which takes its name only once it is whole ([`Output::finish`]). `-` is standard output.
    ///
    /// # Errors
    /// As [`Self::may_write`]; `io` where nothing can be written there.
    pub fn create(self, path: &Path) -> Result<Output, Box<Diagnostic>> {
        self.may_write(path)?;
        Output::open(path, self.force).map_err(|error| cannot_write(path, &error))
    }

    /// Writes a whole file: a picture, a transcript.
    ///
    /// # Errors
    /// As [`Self::create`]; `io` where the disk is full. Then what stood there stays.
    pub fn write(self, path: &Path, text: &str) -> Result<(), Box<Diagnostic>> {
        let mut output = self.create(path)?;
        output.write(text).and_then(|()| output.finish()).map_err(|error| cannot_write(path, &error))
    }
}

/// What became of a file that could not be written.
pub fn cannot_write(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    match error.kind() {
        // It came while this one was being written.
        io::ErrorKind::AlreadyExists if fs::symlink_metadata(path).is_ok() => exists(path),
        io::ErrorKind::NotFound if missing_folder(path).is_some() => {
            let folder = missing_folder(path).unwrap_or(path).display();
            let message = format!("cannot write `{}`: the folder `{folder}` does not exist", path.display());
            Box::new(Diagnostic::new(Code::Io, message))
        }
        _ => Box::new(Diagnostic::new(Code::Io, format!("cannot write `{}`: {}", path.display(), io_reason(error)))),
    }
}

/// The folder that a file would be in, where there is none of that name.
fn missing_folder(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists())
}

fn exists(path: &Path) -> Box<Diagnostic> {
    let message = format!("`{}` is there already", path.display());
    Box::new(Diagnostic::new(Code::FileExists, message).help("`--force` after the name replaces it"))
}

fn not_allowed(what: &str) -> Box<Diagnostic> {
    let help = "name graphs and files on the command line, or start without `--safe`";
    Box::new(Diagnostic::new(Code::NotAllowed, format!("{what}: this session is `--safe`")).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of a refusal, or nothing.
    fn code(result: Result<(), Box<Diagnostic>>) -> &'static str {
        result.err().map_or("", |refusal| refusal.code.as_str())
    }

    #[test]
    fn what_may_be_written() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("there"), "").expect("a file");
        let check = |files: Files, path: &Path, expected: &str| {
            assert_eq!(code(files.may_write(path)), expected, "{files:?} {}", path.display());
        };
        let (plain, safe) = (Files::default(), Files { safe: true, force: true });
        check(plain, &folder.path().join("new"), "");
        check(plain, &folder.path().join("there"), "file-exists");
        check(plain.forced(), &folder.path().join("there"), "");
        check(safe, &folder.path().join("new"), "not-allowed");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("nowhere", folder.path().join("dangling")).expect("a link");
            check(plain, &folder.path().join("dangling"), "file-exists");
            check(plain, Path::new("/dev/null"), "");
            check(safe, Path::new("/dev/null"), "not-allowed");
        }
    }

    #[test]
    fn a_missing_folder_is_named() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let missing = folder.path().join("missing");
        let refusal = Files::default().create(&missing.join("answers")).expect_err("there is no folder");
        let expected = format!("the folder `{}` does not exist", missing.display());
        assert!(refusal.message.ends_with(&expected), "{}", refusal.message);
    }

    #[test]
    fn what_may_be_read_or_started() {
        let safe = Files { safe: true, force: false };
        assert_eq!(code(Files::default().may_read(Path::new("script.endo"))), "");
        assert_eq!(code(safe.may_read(Path::new("script.endo"))), "not-allowed");
        assert_eq!(code(safe.may_start("an editor")), "not-allowed");
    }

    #[test]
    fn a_file_that_comes_meanwhile_is_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("answers");
        let mut output = Files::default().create(&path).expect("a new file");
        output.write("ours").expect("it is written");
        fs::write(&path, "theirs").expect("a file");
        let late = output.finish().map_err(|error| cannot_write(&path, &error));
        assert_eq!(code(late), "file-exists");
        assert_eq!(fs::read_to_string(&path).expect("the file"), "theirs");
        Files::default().forced().write(&path, "ours").expect("it is replaced");
        assert_eq!(fs::read_to_string(&path).expect("the file"), "ours");
    }
}
