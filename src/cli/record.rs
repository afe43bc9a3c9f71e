//! What was asked in a session and what came of it, for its transcript.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use endograph::answer::{self, Answer, Format, Style};
use endograph::graph::Graph;

use super::arguments::Options;
use super::graphs::is_embedded;
use super::markdown;
use super::script::{LANGUAGE, size_of};

/// Every question of a session, by the graph that it was asked of.
#[derive(Debug, Default)]
pub struct Record {
    sections: Vec<Section>,
    /// What the command line said of how graphs are read: ` --lenient`.
    reading: String,
    /// Statements that failed.
    pub failed: usize,
    /// Statements that were stopped before they were done.
    pub stopped: usize,
}

/// What was asked between opening one graph and the next.
#[derive(Debug)]
struct Section {
    /// Where the graph is; empty for the embedded one.
    paths: Vec<PathBuf>,
    name: String,
    version: String,
    title: String,
    /// How large it is, which tells it from others of that name and version.
    size: String,
    questions: Vec<Question>,
}

#[derive(Debug)]
struct Question {
    text: String,
    seed: u64,
    answer: Kept,
}

/// What is kept of an answer. A session may last for days, and answers may have millions of rows.
#[derive(Debug)]
enum Kept {
    /// All of it.
    Whole(Arc<Answer>),
    /// Its first [`MOST_ROWS`] rows, as they are written, with a line that says how many there were.
    Beginning(String),
}

/// Rows of an answer that a transcript holds.
const MOST_ROWS: usize = 1_000;

impl Kept {
    fn of(answer: Arc<Answer>) -> Self {
        let rows = answer.rows.count();
        if rows <= MOST_ROWS {
            return Self::Whole(answer);
        }
        let style = Style { rows: Some(MOST_ROWS), ..Style::default() };
        let text = answer::render(&answer, Format::Table, style);
        let lines: Vec<&str> = text.lines().filter(|line| !line.contains("`.last` shows all")).collect();
        Self::Beginning(format!("{}\n… the first {MOST_ROWS} of {rows} rows\n", lines.join("\n").trim_end()))
    }

    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Whole(answer) => Cow::Owned(answer::render(answer, Format::Table, Style::default())),
            Self::Beginning(text) => Cow::Borrowed(text),
        }
    }
}

impl Record {
    /// A record of graphs that are read as the options say.
    pub fn read_with(options: &Options) -> Self {
        let lenient = if options.lenient { " --lenient" } else { "" };
        let columns = options.column.iter().map(|(column, title)| shell_word(&format!("{column}={title}")));
        let columns = columns.map(|column| format!(" --column {column}"));
        let mappings = options.mapping.iter().map(|mapping| format!(" --mapping {}", shell_word(mapping)));
        Self { reading: columns.chain(mappings).fold(lenient.to_owned(), |text, more| text + &more), ..Self::default() }
    }

    /// A graph was opened; what is asked from now on is asked of it.
    pub fn open(&mut self, graph: &Graph, paths: &[PathBuf]) {
        self.sections.push(Section {
            paths: paths.iter().filter(|path| !is_embedded(path)).cloned().collect(),
            name: graph.name.clone(),
            version: graph.version.clone(),
            title: graph.title.clone(),
            size: size_of(graph),
            questions: Vec::new(),
        });
    }

    /// A statement was answered.
    pub fn note(&mut self, text: &str, seed: u64, answer: Arc<Answer>) {
        if let Some(section) = self.sections.last_mut() {
            section.questions.push(Question { text: text.to_owned(), seed, answer: Kept::of(answer) });
        }
    }

    /// How many statements were answered.
    pub fn count(&self) -> usize {
        self.sections.iter().map(|section| section.questions.len()).sum()
    }

    /// `12 questions and answers (left out: 2 that failed, 1 that stopped early)`
    pub fn summary(&self) -> String {
        let plural = if self.count() == 1 { "question and its answer" } else { "questions and answers" };
        let left_out = [(self.failed, "failed"), (self.stopped, "stopped early")];
        let left_out: Vec<String> =
            left_out.iter().filter(|(count, _)| *count > 0).map(|(count, how)| format!("{count} that {how}")).collect();
        let left_out =
            if left_out.is_empty() { String::new() } else { format!(" (left out: {})", left_out.join(", ")) };
        format!("{} {plural}{left_out}", self.count())
    }

    /// The transcript as Markdown, which `endograph run` runs again. `file` is what it will be called. It holds nothing that
    /// another session that asks the same would not write: no date, no times, no width of a terminal.
    pub fn transcript(&self, file: &str) -> String {
        let sections = || self.sections.iter().filter(|section| !section.questions.is_empty());
        let mut runs: Vec<String> = Vec::new();
        for run in sections().map(|section| section.run(file, &self.reading)) {
            if !runs.contains(&run) {
                runs.push(run);
            }
        }
        let mut text = format!(
            "# Questions and answers\n\nAsked with endograph {}. To ask them again:\n\n{}",
            env!("CARGO_PKG_VERSION"),
            markdown::fenced("sh", &runs.join("\n")),
        );
        for section in sections() {
            let is_twin = |other: &Section| {
                (&other.name, &other.version) == (&section.name, &section.version) && other.size != section.size
            };
            section.write(sections().any(is_twin), &mut text);
        }
        text
    }
}

impl Section {
    /// `endograph run transcript.md --graph thyroid.toml`
    fn run(&self, file: &str, reading: &str) -> String {
        let graphs = self.paths.iter().map(|path| format!(" --graph {}", shell_word(&path.display().to_string())));
        let reading = if self.paths.is_empty() { "" } else { reading };
        format!("endograph run {}{}{reading}", shell_word(file), graphs.collect::<String>())
    }

    /// Its questions and answers; with its size where another graph of the transcript is called just so.
    fn write(&self, has_twin: bool, text: &mut String) {
        let called: Vec<&str> =
            [&self.name, &self.version].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
        let title = if self.title.is_empty() { String::new() } else { format!(", {}", self.title) };
        let _ = writeln!(text, "\n## {}", answer::in_markdown(&format!("{}{title}", called.join(" "))));
        let size = if has_twin { format!(" size={}", self.size) } else { String::new() };
        for question in &self.questions {
            let information = format!(
                "{LANGUAGE} graph={} version={} seed={}{size}",
                markdown::information_value(&markdown::information_name(&self.name)),
                markdown::information_value(&markdown::information_name(&self.version)),
                question.seed,
            );
            text.push('\n');
            text.push_str(&markdown::fenced(&information, &question.text));
            text.push('\n');
            text.push_str(&markdown::fenced("text", &question.answer.text()));
        }
    }
}

/// A word as a shell takes it.
fn shell_word(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "-_./:+,@%".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use endograph::answer::Rows;
    use endograph::session::Session;

    use super::*;

    fn record(paths: &[PathBuf], questions: &[&str]) -> Record {
        let mut session = Session::embedded().expect("the embedded graph is sound");
        let mut record = Record::default();
        record.open(session.graph(), paths);
        for question in questions {
            record.note(question, 1, session.ask(question).expect("a statement that is right").into());
        }
        record
    }

    #[test]
    fn what_a_transcript_holds() {
        let text = record(&[], &["show LH", "let boosters = list drugs"]).transcript("supplement.md");
        for part in [
            "endograph run supplement.md\n",
            "\n## hpg 1.0.0",
            "```endo graph=hpg version=1.0.0 seed=1\nshow LH\n```\n",
            "luteinizing hormone",
            "let boosters = list drugs",
        ] {
            assert!(text.contains(part), "{part}:\n{text}");
        }
        let blocks = markdown::blocks(&text);
        let languages: Vec<&str> = blocks.iter().map(markdown::Block::language).collect();
        assert_eq!(languages, ["sh", "endo", "text", "endo", "text"]);
    }

    #[test]
    fn of_a_long_answer_the_beginning_is_kept() {
        let mut session = Session::embedded().expect("the embedded graph is sound");
        let mut answer = session.ask("list drugs").expect("a list");
        let Rows::Entities(rows) = &mut answer.rows else { panic!("entities") };
        let drug = rows.first().cloned().expect("a drug");
        for (count, told) in [(MOST_ROWS, None), (MOST_ROWS + 500, Some("\n… the first 1000 of 1500 rows\n```"))] {
            let Rows::Entities(rows) = &mut answer.rows else { panic!("entities") };
            *rows = vec![drug.clone(); count];
            let mut record = Record::default();
            record.open(session.graph(), &[]);
            record.note("list drugs", 1, answer.clone().into());
            let text = record.transcript("long.md");
            assert_eq!(text.matches(&format!("\n{}", drug.entity)).count(), MOST_ROWS);
            assert_eq!(told.is_some_and(|told| text.contains(told)), told.is_some());
            assert!(!text.contains(".last"));
        }
    }

    #[test]
    fn graphs_of_one_name_are_told_apart_by_their_size() {
        let mut record = record(&["hpg.toml".into()], &["show LH"]);
        assert!(!record.transcript("two.md").contains("size="));
        let mut twin = Session::open(Path::new("examples/renin.tsv")).expect("a sound graph").graph().clone();
        "hpg".clone_into(&mut twin.name);
        "1.0.0".clone_into(&mut twin.version);
        record.open(&twin, &["twin.tsv".into()]);
        record.note("show renin", 1, Session::embedded().expect("sound").ask("show LH").expect("a card").into());
        let text = record.transcript("two.md");
        assert!(text.contains("version=1.0.0 seed=1 size=6+7\nshow renin"), "{text}");
        assert_eq!(text.matches(" size=").count(), 2, "{text}");
    }

    #[test]
    fn several_graphs_are_told_apart_and_those_not_asked_left_out() {
        let mut record = record(&["my graph.toml".into()], &["show LH"]);
        let session = Session::embedded().expect("the embedded graph is sound");
        record.open(session.graph(), &["other.toml".into()]);
        let text = record.transcript("a b.md");
        assert!(
            text.contains("endograph run 'a b.md' --graph 'my graph.toml'\n") && !text.contains("other.toml"),
            "{text}"
        );
        assert_eq!(record.count(), 1);
    }
}
