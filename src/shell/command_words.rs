//! What completes a dot command: its name, and what its argument may be.

use super::commands::{self, Choices};
use super::files;
use super::typing::Candidate;

/// The candidates for the text before the cursor, which begins with a dot, and how many more there are. A safe session is not
/// told which files there are.
pub fn complete(before: &str, safe: bool) -> (Vec<Candidate>, usize) {
    let typed = before.strip_prefix('.').unwrap_or(before);
    let Some((name, argument)) = typed.split_once(char::is_whitespace) else {
        let matching = commands::ALL.iter().filter(|command| command.name.starts_with(&typed.to_lowercase()));
        let candidates = matching.map(|command| {
            let text = format!(".{}", command.name);
            match command.argument.choices() {
                Choices::Words(words) if words.is_empty() => Candidate::name(0, text, command.help),
                _ => Candidate::word(0, text, command.help),
            }
        });
        return (candidates.collect(), 0);
    };
    let argument = argument.trim_start();
    let start = before.len() - argument.len();
    let among = |words: Vec<(String, String)>| -> Vec<Candidate> {
        let matching = words.into_iter().filter(|(word, _)| word.to_lowercase().starts_with(&argument.to_lowercase()));
        matching.map(|(word, note)| Candidate::name(start, word, note)).collect()
    };
    match commands::find(name).map(|command| command.argument.choices()) {
        Ok(Choices::Words(words)) => (among(words), 0),
        Ok(Choices::Files(words)) if safe => (among(words), 0),
        Ok(Choices::Files(words)) => {
            let (files, more) = files::complete(start, argument);
            (among(words).into_iter().chain(files).collect(), more)
        }
        Ok(Choices::Told(tell)) => {
            let (kept, words) = tell(argument);
            (words.into_iter().map(|(word, note)| Candidate::name(start + kept, word, note)).collect(), 0)
        }
        Ok(Choices::Statement) | Err(_) => (Vec::new(), 0),
    }
}

/// Where the statement begins that a command takes.
pub fn statement_start(before: &str) -> Option<usize> {
    let (name, argument) = before.strip_prefix('.')?.split_once(char::is_whitespace)?;
    let takes = commands::find(name).is_ok_and(|command| matches!(command.argument.choices(), Choices::Statement));
    takes.then(|| before.len() - argument.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_and_their_arguments() {
        let check = |before: &str, some: &[&str]| {
            let (candidates, _) = complete(before, false);
            let texts: Vec<&str> = candidates.iter().map(|candidate| candidate.text.as_str()).collect();
            assert!(some.iter().all(|text| texts.contains(text)), "{before}: {texts:?}");
            assert_eq!(candidates.is_empty(), some.is_empty(), "{before}: {texts:?}");
        };
        check(".", &[".help", ".quit"]);
        check(".REA", &[".read"]);
        check(".timer ", &["on", "off"]);
        check(".mode mark", &["markdown"]);
        check(".help pa", &["path"]);
        check(".output o", &["off"]);
        check(".graph h", &["hpg"]);
        check(".read missing/", &[]);
        check(".set time", &["timeout"]);
        check(".quit ", &[]);
        check(".nothing ", &[]);
    }

    #[test]
    fn a_safe_session_is_told_of_no_files() {
        let texts = |safe: bool| -> Vec<String> {
            complete(".graph ", safe).0.into_iter().map(|candidate| candidate.text).collect()
        };
        assert_eq!(texts(true), ["hpg"]);
        assert!(texts(false).len() > 1, "tests run in a folder that is not empty");
    }
}
