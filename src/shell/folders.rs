//! Where a user's own files are, by the rules of the XDG base directories.

use std::ffi::OsStr;
use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// The folder of settings and start-up script; none where nobody has a home.
pub fn configuration() -> Option<PathBuf> {
    of("XDG_CONFIG_HOME", Xdg::config_dir)
}

/// The folder of the history; none where nobody has a home.
pub fn state() -> Option<PathBuf> {
    of("XDG_STATE_HOME", |folders| folders.state_dir().unwrap_or_else(|| folders.data_dir()))
}

/// Without the variable, and without a home, there is no folder. The home that the system's table of users knows is not
/// asked for: whoever unset HOME does not want it used.
fn of(variable: &str, folder: impl Fn(&Xdg) -> PathBuf) -> Option<PathBuf> {
    if cfg!(unix) && !is_set("HOME") && !is_set(variable) {
        return None;
    }
    let folder = folder(&Xdg::new().ok()?);
    folder.is_absolute().then(|| folder.join("endograph"))
}

/// A path as it was typed: `~/` at its beginning is the home of the user, where they have one.
pub fn at_home(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) if is_set("HOME") || !cfg!(unix) => home.join(rest),
        _ => PathBuf::from(path),
    }
}

fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| value.as_os_str() != OsStr::new(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn home_is_what_stands_before_the_first_slash() {
        let home = std::env::home_dir().filter(|_| is_set("HOME") || !cfg!(unix));
        let at = |rest: &str| home.as_ref().map_or(PathBuf::from("~/a.md"), |home| home.join(rest));
        assert_eq!(at_home("~/a.md"), at("a.md"));
        for path in ["a.md", "~", "~a/b", "a/~/b", ""] {
            assert_eq!(at_home(path), PathBuf::from(path), "{path}");
        }
    }
}
