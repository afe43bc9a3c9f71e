//! Where the shell's history lives.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Entries kept.
pub const SIZE: usize = 10_000;

/// `$ENDOGRAPH_HISTORY`, or `endograph/history` in the state folder. None where the variable is set but empty, or
/// nobody has a home.
pub fn path() -> Option<PathBuf> {
    choose(std::env::var_os("ENDOGRAPH_HISTORY"), || {
        let folders = Xdg::new().ok()?;
        Some(folders.state_dir().unwrap_or_else(|| folders.data_dir()).join("endograph").join("history"))
    })
}

fn choose(variable: Option<OsString>, default: impl FnOnce() -> Option<PathBuf>) -> Option<PathBuf> {
    match variable {
        Some(path) if path.is_empty() => None,
        Some(path) => Some(PathBuf::from(path)),
        None => default(),
    }
}

/// Creates the file's folder and the file itself, readable by nobody else.
///
/// # Errors
/// Where that is not allowed.
pub fn create_private(path: &PathBuf) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
