//! The names of files that complete what was typed.

use std::fs;
use std::path::Path;

use super::typing::Candidate;

/// Files offered at once.
const MOST: usize = 50;

/// The files and folders that begin so, in order, hidden ones only where a dot was typed; a name with a space stands in
/// quotes. `start` is where what was typed begins. Also how many more there are.
pub fn complete(start: usize, typed: &str) -> (Vec<Candidate>, usize) {
    let bare = typed.trim_start_matches('"');
    let (folder, beginning) = bare.rfind('/').map_or(("", bare), |at| bare.split_at(at + 1));
    let Ok(entries) = fs::read_dir(if folder.is_empty() { Path::new(".") } else { Path::new(folder) }) else {
        return (Vec::new(), 0);
    };
    let mut names: Vec<(String, bool)> = entries
        .flatten()
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path().is_dir())))
        .filter(|(name, _)| name.starts_with(beginning) && (beginning.starts_with('.') || !name.starts_with('.')))
        .collect();
    names.sort();
    let more = names.len().saturating_sub(MOST);
    names.truncate(MOST);
    let quoted = typed.starts_with('"') || names.iter().any(|(name, _)| format!("{folder}{name}").contains(' '));
    let candidate = |(name, is_folder): (String, bool)| {
        let (slash, note) = if is_folder { ("/", "folder") } else { ("", "") };
        let path = format!("{folder}{name}{slash}");
        let text = match (quoted, is_folder) {
            (false, _) => path,
            (true, true) => format!("\"{path}"), // the path goes on
            (true, false) => format!("\"{path}\""),
        };
        Candidate::name(start, text, note)
    };
    (names.into_iter().map(candidate).collect(), more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_folders() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        for name in ["a.endo", "my answers.txt", ".hidden"] {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        fs::create_dir(folder.path().join("graphs")).expect("a folder");
        let at = format!("{}/", folder.path().display());
        let check = |typed: &str, expected: &[&str]| {
            let (candidates, _) = complete(0, &typed.replace("./", &at));
            let texts: Vec<String> = candidates.iter().map(|candidate| candidate.text.replace(&at, "./")).collect();
            assert_eq!(texts, expected, "{typed}");
        };
        check("./a", &["./a.endo"]);
        check("./g", &["./graphs/"]);
        check("./my", &["\"./my answers.txt\""]);
        check("\"./a", &["\"./a.endo\""]);
        check("./.", &["./.hidden"]);
        check("./nothing", &[]);
        check("./missing/", &[]);
    }
}
