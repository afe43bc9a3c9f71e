//! The history file: private to its user, and whole when several shells write it at once.
//!
//! A line is an entry, with its line breaks written as `\n` and backslashes doubled; the first line is `#V2`. An entry is
//! appended under a lock on the file. Where the file has grown too long, a new one takes its place, also under the lock: who
//! waited for the lock of the old one then finds that another file has the name, and begins again.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use endograph::formats::WholeFile;

use super::folders;

/// Entries kept, where nothing else is set.
pub const USUAL_SIZE: usize = 10_000;

/// The first line.
const VERSION: &str = "#V2";

/// How long another shell may hold the lock, which it needs for a moment only.
const PATIENCE: usize = 100;
const MOMENT: Duration = Duration::from_millis(10);

/// A history file.
#[derive(Debug)]
pub struct HistoryFile {
    path: PathBuf,
}

impl HistoryFile {
    /// The one at `$ENDOGRAPH_HISTORY`, or `history` in the state folder. None where the variable is set but empty, or names
    /// a device, or nobody has a home: nothing is kept then.
    pub fn of_user() -> Option<Self> {
        let path = choose(std::env::var_os("ENDOGRAPH_HISTORY"), || Some(folders::state()?.join("history")))?;
        let is_other = fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
        (!is_other).then_some(Self { path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The last entries, oldest first; the file is made where there is none.
    ///
    /// # Errors
    /// Where it cannot be read or made.
    pub fn last(&self, size: usize) -> io::Result<Vec<String>> {
        let mut entries = parse(&read(&mut self.open()?)?);
        entries.drain(..entries.len().saturating_sub(size));
        Ok(entries)
    }

    /// Appends an entry. Once there are a tenth more entries than `size`, only the last `size` are kept.
    ///
    /// # Errors
    /// Where the file cannot be written, or another shell holds it for a second.
    pub fn append(&self, entry: &str, size: usize) -> io::Result<()> {
        let mut file = self.locked()?;
        let written = read(&mut file)?;
        let lines = written.split(|byte| *byte == b'\n').count();
        if written.starts_with(VERSION.as_bytes()) && lines <= size.saturating_add(size / 10) {
            let ends_well = written.ends_with(b"\n"); // not where a crash tore the last line
            let line = format!("{}{}\n", if ends_well { "" } else { "\n" }, escaped(entry));
            return file.write_all(line.as_bytes());
        }
        let mut entries = parse(&written);
        entries.push(entry.to_owned());
        entries.drain(..entries.len().saturating_sub(size));
        self.replace(&entries)
    }

    /// Puts a new file in the place of the locked one.
    fn replace(&self, entries: &[String]) -> io::Result<()> {
        let mut file = WholeFile::create(&self.path)?; // with the permissions of the one it replaces
        let lines = entries.iter().fold(format!("{VERSION}\n"), |text, entry| text + &escaped(entry) + "\n");
        file.write_all(lines.as_bytes())?;
        file.finish()
    }

    /// The file, locked, and still the one of that name.
    fn locked(&self) -> io::Result<File> {
        for _ in 0..PATIENCE {
            let file = self.open()?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &self.path) => return Ok(file),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => sleep(MOMENT),
                // A file system without locks: what is appended in one piece stays in one piece mostly.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(file),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Err(io::Error::other("another shell holds it"))
    }

    /// Opens the file, makes it and its folder where they are missing, and lets nobody else read it.
    fn open(&self) -> io::Result<File> {
        make_private_folder(self.path.parent().unwrap_or(Path::new("")))?;
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&self.path)?;
        make_private(&file)?;
        Ok(file)
    }
}

fn choose(variable: Option<OsString>, default: impl FnOnce() -> Option<PathBuf>) -> Option<PathBuf> {
    match variable {
        Some(path) if path.is_empty() => None,
        Some(path) => Some(PathBuf::from(path)),
        None => default(),
    }
}

fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes from others what an earlier program may have given them.
#[cfg(unix)]
fn make_private(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;

    const OF_OTHERS: u32 = 0o077;
    let of_others = file.metadata()?.permissions().mode() & OF_OTHERS;
    if of_others == 0 { Ok(()) } else { file.set_permissions(PermissionsExt::from_mode(0o600)) }
}

#[cfg(not(unix))]
fn make_private(_: &File) -> io::Result<()> {
    Ok(())
}

/// Whether an open file is the one that has this name now.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let identity = |metadata: &fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(open), Ok(named)) if identity(&open) == identity(&named))
}

/// An open file cannot lose its name there.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

fn read(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The entries of a file. What is no text in it is shown as such, and lost to nobody else.
fn parse(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let (escapes, lines) = match text.strip_prefix(VERSION) {
        Some(rest) => (true, rest),
        None => (false, text.as_ref()),
    };
    let entries = lines.lines().filter(|line| !line.is_empty());
    entries.map(|line| if escapes { unescaped(line) } else { line.to_owned() }).collect()
}

fn escaped(entry: &str) -> String {
    entry.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "")
}

fn unescaped(line: &str) -> String {
    let mut entry = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => entry.push('\n'),
                Some('\\') | None => entry.push('\\'),
                Some(other) => entry.extend(['\\', other]),
            },
            (letter, false) => entry.push(letter),
        }
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history(folder: &tempfile::TempDir) -> HistoryFile {
        HistoryFile { path: folder.path().join("state/endograph/history") }
    }

    #[test]
    fn the_variable_wins_and_empty_disables() {
        let check = |variable: Option<&str>, expected: Option<&str>| {
            let path = choose(variable.map(OsString::from), || Some(PathBuf::from("default")));
            assert_eq!(path, expected.map(PathBuf::from), "{variable:?}");
        };
        check(None, Some("default"));
        check(Some("mine"), Some("mine"));
        check(Some(""), None);
    }

    #[test]
    fn entries_come_back_as_they_were() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let history = history(&folder);
        let entries = ["show LH", "path hCG ->\n  spermatogenesis", r"find C:\new \\ \n", "show « é »", "#V2"];
        for entry in entries {
            history.append(entry, 100).expect("it is written");
        }
        assert_eq!(history.last(100).expect("a history"), entries);
        assert_eq!(history.last(2).expect("a history"), ["show « é »", "#V2"]);
    }

    #[test]
    fn a_damaged_file_still_takes_entries() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let check = |before: &[u8], expected: &[&str]| {
            let history = HistoryFile { path: folder.path().join("history") };
            fs::write(history.path(), before).expect("a file");
            history.append("show LH", 100).expect("it is written");
            assert_eq!(history.last(100).expect("a history"), expected);
        };
        check(b"", &["show LH"]);
        check(b"#V2\nshow FS", &["show FS", "show LH"]); // torn by a crash
        check(b"#V2\nshow \xff\n", &["show \u{fffd}", "show LH"]);
        check(b"of an older version\n\\n\n", &["of an older version", "\\n", "show LH"]);
    }

    #[test]
    fn only_the_last_entries_are_kept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let history = history(&folder);
        for number in 0..40 {
            history.append(&number.to_string(), 10).expect("it is written");
        }
        let kept = history.last(usize::MAX).expect("a history");
        assert!(kept.len() >= 10 && kept.len() <= 12, "{kept:?}");
        assert_eq!(kept.last().map(String::as_str), Some("39"));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_read_it() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().expect("a temporary folder");
        let history = history(&folder);
        let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
        history.append("show LH", 1).expect("it is written");
        assert_eq!((mode(history.path()), mode(&folder.path().join("state/endograph"))), (0o600, 0o700));
        fs::set_permissions(history.path(), fs::Permissions::from_mode(0o644)).expect("permissions");
        history.append("show FSH", 1).expect("it is written");
        history.append("show LH", 1).expect("it is written, in a new file");
        assert_eq!(mode(history.path()), 0o600);
    }

    /// The test is its own second process: told so by a variable, it only writes.
    #[test]
    fn two_processes_lose_nothing() {
        const VARIABLE: &str = "ENDOGRAPH_HISTORY_OF_TEST";
        const ENTRIES: usize = 60;
        if let Ok(told) = std::env::var(VARIABLE) {
            let (size, path) = told.split_once(' ').expect("a size and a path");
            let history = HistoryFile { path: PathBuf::from(path) };
            for number in 0..ENTRIES {
                let entry = format!("{} {number}\n  in two lines", std::process::id());
                history.append(&entry, size.parse().expect("a size")).expect("it is written");
            }
            return;
        }
        for size in [1000, 10] {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let history = history(&folder);
            let processes: Vec<_> = (0..2)
                .map(|_| {
                    std::process::Command::new(std::env::current_exe().expect("this program"))
                        .args(["--exact", "shell::history::tests::two_processes_lose_nothing"])
                        .env(VARIABLE, format!("{size} {}", history.path().display()))
                        .stdout(std::process::Stdio::null())
                        .spawn()
                        .expect("a process")
                })
                .collect();
            let ids: Vec<u32> = processes.iter().map(std::process::Child::id).collect();
            for mut process in processes {
                assert!(process.wait().expect("it ends").success());
            }
            let kept = history.last(usize::MAX).expect("a history");
            let whole = |id: u32, number: usize| kept.contains(&format!("{id} {number}\n  in two lines"));
            if size > 2 * ENTRIES {
                assert_eq!(kept.len(), 2 * ENTRIES);
                assert!(ids.iter().all(|id| (0..ENTRIES).all(|number| whole(*id, number))), "{kept:?}");
            } else {
                assert!(kept.len() >= size && kept.len() <= size + 2, "{kept:?}");
                assert!(ids.iter().any(|id| whole(*id, ENTRIES - 1)), "{kept:?}");
            }
        }
    }
}
