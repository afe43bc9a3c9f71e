//! What completes a dot command: its name, and what its argument may be.

use endograph::graph::Graph;

use super::commands::{self, Choices, Words};
use super::files::{self, Order};
use super::topics;
use super::typing::Candidate;

/// The candidates for the text before the cursor, a command, and how many more there are. A safe session is not told which
/// files there are.
pub fn complete(before: &str, graph: &Graph, safe: bool) -> (Vec<Candidate>, usize) {
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
        Ok(Choices::Topics) => (among(topics(graph)), 0),
        Ok(Choices::Scripts) if !safe => files::complete(start, argument, Order::ScriptsFirst),
        Ok(Choices::Files(words)) if safe => (among(words), 0),
        Ok(Choices::Files(words)) => {
            let (files, more) = files::complete(start, argument, Order::Names);
            (among(words).into_iter().chain(files).collect(), more)
        }
        Ok(Choices::Told(tell)) => {
            let (kept, words) = tell(argument);
            (words.into_iter().map(|(word, note)| Candidate::name(start + kept, word, note)).collect(), 0)
        }
        Ok(Choices::Statement | Choices::Scripts) | Err(_) => (Vec::new(), 0),
    }
}

/// What `.help` may be asked about: topics, verbs of the open graph, commands.
fn topics(graph: &Graph) -> Words {
    let named = topics::names(graph).into_iter().map(|name| (name, "topic".to_owned()));
    let mut words: Words = named.collect();
    let commands = commands::ALL.iter().filter(|command| topics::find(command.name, graph).is_err());
    words.extend(commands.map(|command| (command.name.to_owned(), "command".to_owned())));
    words
}

/// Where the statement begins that a command takes.
pub fn statement_start(before: &str) -> Option<usize> {
    let (name, argument) = before.strip_prefix('.')?.split_once(char::is_whitespace)?;
    let takes = commands::find(name).is_ok_and(|command| matches!(command.argument.choices(), Choices::Statement));
    takes.then(|| before.len() - argument.trim_start().len())
}

#[cfg(test)]
mod tests {
    use endograph::session::Session;

    use super::*;

    #[test]
    fn commands_and_their_arguments() {
        let session = Session::embedded().expect("the embedded graph is sound");
        let check = |before: &str, some: &[&str]| {
            let (candidates, _) = complete(before, session.graph(), false);
            let texts: Vec<&str> = candidates.iter().map(|candidate| candidate.text.as_str()).collect();
            assert!(some.iter().all(|text| texts.contains(text)), "{before}: {texts:?}");
            assert_eq!(candidates.is_empty(), some.is_empty(), "{before}: {texts:?}");
        };
        check(".", &[".help", ".quit"]);
        check(".REA", &[".read"]);
        check(".timer ", &["on", "off"]);
        check(".mode mark", &["markdown"]);
        check(".help pa", &["path"]);
        check(".help sup", &["suppress", "supporting"]);
        check("help su", &["suppress"]);
        check(".help mo", &["mode"]);
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
            complete(".graph ", &Graph::default(), safe).0.into_iter().map(|candidate| candidate.text).collect()
        };
        assert_eq!(texts(true), ["hpg"]);
        assert!(texts(false).len() > 1, "tests run in a folder that is not empty");
    }
}
