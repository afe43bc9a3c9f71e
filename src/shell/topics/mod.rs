//! The topics of `.help`: statements, clauses, verbs and the words of answers, each with an example that runs on the open
//! graph.

mod clauses;
mod examples;
mod statements;
#[cfg(test)]
mod tests;
mod verbs;
mod words;

use endograph::diagnostic::suggest;
use endograph::graph::Graph;

pub use examples::{Examples, every as every_example};
pub use statements::STATEMENTS;

/// A topic.
pub struct Topic {
    /// `path`
    pub name: &'static str,
    /// Other words under which it is found.
    pub also: &'static [&'static str],
    /// What it is for and how it is written: a line is a paragraph, wrapped where it is shown.
    pub text: &'static str,
    /// A statement to run as it stands, on the embedded graph.
    pub example: &'static str,
    /// The same for any graph: `{A}` and `{B}` are names that a step joins, `{kinds}` is the plural of a kind, `{verb}` what
    /// A does to B, `{verbs}` the relation by which it does.
    pub elsewhere: &'static str,
}

/// A topic as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is for and how it is written: a line is a paragraph.
    pub text: String,
    /// A statement that runs on the open graph.
    pub example: String,
}

/// Topics that belong together, and what they are called.
pub struct Chapter {
    /// `clauses`
    pub title: &'static str,
    /// In the order shown.
    pub topics: &'static [Topic],
}

/// Every topic but those of the graph's own verbs.
pub const CHAPTERS: [Chapter; 3] = [
    Chapter { title: "statements", topics: STATEMENTS },
    Chapter { title: "clauses", topics: clauses::CLAUSES },
    Chapter { title: "answers", topics: words::WORDS },
];

/// Every topic but those of the graph's own verbs, in the order shown.
pub fn all() -> impl Iterator<Item = &'static Topic> {
    CHAPTERS.iter().flat_map(|chapter| chapter.topics)
}

/// The topic of a word: called so, a verb of the graph, or the only one that begins so.
///
/// # Errors
/// The nearest topics.
pub fn find(word: &str, graph: &Graph) -> Result<Page, Vec<String>> {
    let word = word.trim().trim_start_matches('.').trim_end_matches('?').trim_end();
    let is_word = |name: &str| name.eq_ignore_ascii_case(word);
    let called = all().find(|topic| is_word(topic.name) || topic.also.iter().any(|name| is_word(name)));
    if let Some(topic) = called {
        return Ok(page(topic, graph));
    }
    if let Some(page) = verbs::find(word, graph) {
        return Ok(page);
    }
    let begins = |topic: &&Topic| topic.name.get(..word.len()).is_some_and(is_word);
    let mut matching = all().filter(begins);
    match (matching.next(), matching.next()) {
        (Some(topic), None) if !word.is_empty() => Ok(page(topic, graph)),
        _ => Err(suggest(word, names(graph))),
    }
}

/// Every word that has a topic.
pub fn names(graph: &Graph) -> Vec<String> {
    let words = all().flat_map(|topic| std::iter::once(topic.name).chain(topic.also.iter().copied()));
    let mut names: Vec<String> = words.filter(|word| *word != "?").map(str::to_owned).collect();
    for verb in verbs::names(graph) {
        if !names.contains(&verb) {
            names.push(verb);
        }
    }
    names
}

fn page(topic: &Topic, graph: &Graph) -> Page {
    Page { text: topic.text.to_owned(), example: Examples::of(graph).of_topic(topic) }
}
