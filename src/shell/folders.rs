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
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| value.as_os_str() != OsStr::new(""));
    if cfg!(unix) && !is_set("HOME") && !is_set(variable) {
        return None;
    }
    let folder = folder(&Xdg::new().ok()?);
    folder.is_absolute().then(|| folder.join("endograph"))
}
