//! The names of files that complete what was typed.

use std::fs;
use std::path::{Path, PathBuf};

use super::folders::at_home;
use super::typing::Candidate;
use crate::cli::script::is_markdown;

/// What is offered first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By name.
    Names,
    /// What can be run as a script, by name; then the rest.
    ScriptsFirst,
}

/// Files offered at once.
const MOST: usize = 50;

/// The files and folders that begin so, in order, hidden ones only where a dot was typed; a name with a space stands in
/// quotes, and `~/` is the user's home. `start` is where what was typed begins. Also how many more there are.
pub fn complete(start: usize, typed: &str, order: Order) -> (Vec<Candidate>, usize) {
    let bare = typed.trim_start_matches('"');
    let (folder, beginning) = bare.rfind('/').map_or(("", bare), |at| bare.split_at(at + 1));
    let Ok(entries) = fs::read_dir(if folder.is_empty() { PathBuf::from(".") } else { at_home(folder) }) else {
        return (Vec::new(), 0);
    };
    let mut names: Vec<(String, bool)> = entries
        .flatten()
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path().is_dir())))
        .filter(|(name, _)| name.starts_with(beginning) && (beginning.starts_with('.') || !name.starts_with('.')))
        .collect();
    let is_late = |(name, is_folder): &(String, bool)| order == Order::ScriptsFirst && !*is_folder && !is_script(name);
    names.sort_by(|one, other| (is_late(one), one).cmp(&(is_late(other), other)));
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    let candidate = |(name, is_folder): (String, bool)| {
        let (slash, note) = if is_folder { ("/", "folder") } else { ("", "") };
        let path = format!("{folder}{name}{slash}");
        let quoted = typed.starts_with('"') || path.contains(' ');
        let text = match (quoted, is_folder) {
            (false, _) => path,
            (true, true) => format!("\"{path}"), // the path goes on
            (true, false) => format!("\"{path}\""),
        };
        Candidate::name(start, text, note)
    };
    (names.into_iter().map(candidate).collect(), more)
}

/// Whether a file's name says that it holds statements.
fn is_script(name: &str) -> bool {
    let path = Path::new(name);
    is_markdown(path) || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("endo"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        for name in ["a.txt", "an.endo", "all of it.md", "my answers.txt", ".hidden"] {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        fs::create_dir(folder.path().join("graphs")).expect("a folder");
        let at = format!("{}/", folder.path().display());
        let check = |typed: &str, expected: &[&str]| {
            let (candidates, _) = complete(0, &typed.replace("./", &at), Order::ScriptsFirst);
            let texts: Vec<String> = candidates.iter().map(|candidate| candidate.text.replace(&at, "./")).collect();
            assert_eq!(texts, expected, "{typed}");
        };
        check("./a", &["\"./all of it.md\"", "./an.endo", "./a.txt"]);
        check("./g", &["./graphs/"]);
        check("./my", &["\"./my answers.txt\""]);
        check("\"./an", &["\"./an.endo\""]);
        check("./.", &["./.hidden"]);
        check("./nothing", &[]);
        check("./missing/", &[]);
    }
}
