//! Runs the binary away from everything that belongs to the user who runs the tests.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The binary under test.
pub const BINARY: &str = env!("CARGO_BIN_EXE_endograph");

/// One run of the program to be.
#[must_use = "nothing runs before `.run()`"]
pub struct Endograph {
    command: Command,
    input: Vec<u8>,
    home: TempDir,
}

/// What a run left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit status; -1 where a signal ended it.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Endograph {
    /// A run with these arguments, without input.
    pub fn new(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        let home = TempDir::new().expect("a temporary folder");
        let mut command = Command::new(BINARY);
        command.args(arguments).current_dir(home.path());
        isolate(&mut command, home.path());
        Self { command, input: Vec::new(), home }
    }

    /// The same with standard input.
    pub fn stdin(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    /// The same with a variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// The same in a folder; without it the run stands in a new one of its own.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// The same with a file in its own folder.
    pub fn file(self, name: &str, contents: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.home.path().join(name), contents).expect("a file in a temporary folder");
        self
    }

    /// Runs it.
    pub fn run(self) -> Outcome {
        self.run_and_keep().0
    }

    /// Runs it and keeps its folder, to look into.
    pub fn run_and_keep(mut self) -> (Outcome, TempDir) {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the binary runs");
        let mut stdin = child.stdin.take().expect("its input is a pipe");
        let input = self.input;
        // A program that reads nothing may be gone before all of its input is written.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().expect("the binary ends");
        writer.join().expect("the writer ends");
        let outcome = Outcome {
            status: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).expect("answers are text"),
            stderr: String::from_utf8(output.stderr).expect("messages are text"),
        };
        (outcome, self.home)
    }
}

impl Outcome {
    /// Fails the test unless the run ended so.
    #[track_caller]
    pub fn check(&self, status: i32, stdout_holds: &[&str], stderr_holds: &[&str]) {
        let missing = |text: &str, parts: &[&str]| parts.iter().any(|part| !text.contains(part));
        let wrong = self.status != status || missing(&self.stdout, stdout_holds) || missing(&self.stderr, stderr_holds);
        assert!(
            !wrong,
            "expected status {status}, stdout with {stdout_holds:?}, stderr with {stderr_holds:?}, got\n{self:#?}"
        );
    }
}

/// Hides the user's own settings from a command.
pub fn isolate(command: &mut Command, home: &Path) {
    command.env("HOME", home);
    for folder in ["CONFIG", "STATE", "DATA", "CACHE"] {
        command.env(format!("XDG_{folder}_HOME"), home.join(folder.to_lowercase()));
    }
    for name in [
        "NO_COLOR",
        "PAGER",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "COLORTERM",
        "COLUMNS",
        "ENDOGRAPH_HISTORY",
        "RUST_BACKTRACE",
    ] {
        command.env_remove(name);
    }
    command.env("ENDOGRAPH_PAGER", "").env("TERM", "xterm-256color").env("LC_ALL", "C.UTF-8");
}

/// A path beside the tests' sources.
pub fn tests_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}
