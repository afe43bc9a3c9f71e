//! The command line's definition. Help, man page and shell completions all come from it.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ColorChoice, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

use endograph::answer::Format;
use endograph::diagnostic::Code;
use endograph::formats::intake::COLUMNS;
use endograph::formats::write::Format as GraphFormat;
use endograph::lint;

use super::interrupt::Limits;

const ABOUT: &str = "A knowledge-graph query engine for mechanisms: who acts on whom, with which sign, by which route, on \
what evidence. Not medical advice.";

/// Commands to begin with.
pub const EXAMPLES: &[(&str, &str)] = &[
    ("endograph", "open the shell on the embedded HPG graph"),
    ("endograph -c '? what suppresses LH'", "ask one question"),
    ("endograph run checks.endo --graph my-graph.toml", "run a script on a graph of your own"),
];

/// What the exit status says.
pub const EXIT_STATUS: &[(&str, &str)] = &[
    ("0", "all went well"),
    (
        "1",
        "a statement or an expectation failed, a checked graph has faults or denied warnings, or\n       \
         `convert --strict` would lose something",
    ),
    ("2", "wrong usage or script syntax"),
    ("3", "a file or graph cannot be read, or an output file not written"),
    ("124", "timed out"),
    ("130", "interrupted"),
];

fn after_help() -> String {
    let lines = |rows: &[(&str, &str)], width: usize| {
        let lines: Vec<String> = rows.iter().map(|(term, meaning)| format!("  {term:width$}  {meaning}")).collect();
        lines.join("\n")
    };
    format!("Examples:\n{}\n\nExit status:\n{}", lines(EXAMPLES, 47), lines(EXIT_STATUS, 3))
}

/// What was asked of the program.
#[derive(Debug, Parser)]
#[command(name = "endograph", version, about = ABOUT, after_help = after_help(), max_term_width = 100)]
pub struct Arguments {
    /// Run these statements (repeatable: all pieces are one script, in order)
    #[arg(short = 'c', value_name = "CODE")]
    pub code: Vec<String>,

    /// What to do; without it: the shell, or the script on standard input
    #[command(subcommand)]
    pub command: Option<Command>,

    /// How to do it
    #[command(flatten)]
    pub options: Options,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run scripts, in order, as one
    Run {
        /// Script files; `-` is standard input
        #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
        files: Vec<PathBuf>,
    },
    /// List every fault of a graph, and what looks wrong with its meaning, with its place
    Check {
        /// A graph file or folder; `hpg` is the embedded graph. Of a snapshot, whether it is still what was written
        #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
        path: PathBuf,

        /// Fail on `warnings`, or on those of one code (repeatable); warnings that the graph explains never fail
        #[arg(long, value_name = "warnings|CODE", value_parser = deny_values(), hide_possible_values = true)]
        deny: Vec<Deny>,
    },
    /// Write a graph as one snapshot, which opens in no time, whatever its size
    Build {
        /// Graph files or folders, read together; `hpg` is the embedded graph
        #[arg(required = true, value_name = "INPUT", value_hint = ValueHint::AnyPath)]
        inputs: Vec<PathBuf>,

        /// The snapshot: written whole or not at all, in the place of what has that name
        #[arg(short = 'o', value_name = "FILE", value_hint = ValueHint::FilePath)]
        snapshot: Option<PathBuf>,
    },
    /// Write a graph in another format; what that cannot hold is said
    Convert {
        /// A graph file or folder; `hpg` is the embedded graph
        #[arg(value_name = "FROM", value_hint = ValueHint::AnyPath)]
        from_path: PathBuf,

        /// The file to write, a folder, or `-` for standard output; `.gz` compresses
        #[arg(value_name = "TO", value_hint = ValueHint::AnyPath)]
        to_path: PathBuf,

        /// The format of FROM, where its name does not tell
        #[arg(long, value_name = "FORMAT", value_parser = graph_format_values())]
        from: Option<GraphFormat>,

        /// The format of TO, where its name does not tell
        #[arg(long, value_name = "FORMAT", value_parser = graph_format_values())]
        to: Option<GraphFormat>,

        /// Write nothing where the format cannot hold all of the graph
        #[arg(long)]
        strict: bool,
    },
    /// Print completions for a shell
    Completions {
        /// For which shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the man page
    Man,
}

/// Which warnings a check fails on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deny {
    /// All of them.
    Warnings,
    /// Those of one code.
    Code(Code),
}

/// Options that hold for every command.
#[derive(Clone, Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Options {
    /// The graph: a file or folder (repeatable: read together); `hpg` is the embedded one [default: hpg]
    #[arg(long, global = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub graph: Vec<PathBuf>,

    /// Leave faulty rows of a graph out, and tell how many; without it one fault refuses the graph
    #[arg(long, global = true)]
    pub lenient: bool,

    /// What a column of an edge list is called, as in `--column subject=gene` (repeatable)
    #[arg(long, global = true, value_name = "COLUMN=TITLE", value_parser = column)]
    pub column: Vec<(String, String)>,

    /// What the words of a graph's files mean: a mapping file, or a ready one: bel, biolink, drugmechdb, hetionet, ontology,
    /// signor (repeatable)
    #[arg(long, global = true, value_name = "NAME|PATH", value_hint = ValueHint::FilePath)]
    pub mapping: Vec<String>,

    /// How answers are written
    #[arg(long, global = true, value_name = "FORMAT", default_value = "table", value_parser = format_values())]
    pub format: Format,

    /// Write answers to a file, whole or not at all; `-` is standard output
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Replace files that are there; without it they are never overwritten
    #[arg(long, global = true)]
    pub force: bool,

    /// No statement and no command of the shell may read or write a file, or start another program
    #[arg(long, global = true)]
    pub safe: bool,

    /// Stop a statement after so many seconds
    #[arg(long, global = true, value_name = "SECONDS", value_parser = seconds)]
    pub timeout: Option<Duration>,

    /// Memory that one statement may use: bytes, or with K, M, G
    #[arg(long, global = true, value_name = "SIZE", value_parser = bytes)]
    pub memory_limit: Option<u64>,

    /// Start the shell with this script instead of `init.endo` in the configuration folder
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "no_init")]
    pub init: Option<PathBuf>,

    /// Start the shell without `config.toml` and `init.endo`
    #[arg(long)]
    pub no_init: bool,

    /// Seed of the press model: same graph, statement and seed, same answer
    #[arg(long, global = true, value_name = "NUMBER", default_value_t = 1)]
    pub seed: u64,

    /// Threads that one statement may use; changes no answer
    #[arg(long, global = true, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,

    /// Print to standard error how long each statement took
    #[arg(long, global = true)]
    pub timer: bool,

    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = ColorChoice::Auto)]
    pub color: ColorChoice,

    /// Draw answers with plain ASCII
    #[arg(long, global = true)]
    pub ascii: bool,

    /// Never show long answers in a pager
    #[arg(long, global = true)]
    pub no_pager: bool,

    /// No banner, no confirmations, no summaries: answers and errors only
    #[arg(long, short, global = true)]
    pub quiet: bool,

    /// Go on after a statement that failed; the exit status still says so
    #[arg(long, global = true)]
    pub keep_going: bool,
}

impl Options {
    /// What one statement may take.
    pub fn limits(&self) -> Limits {
        Limits { time: self.timeout, memory: self.memory_limit }
    }
}

fn format_values() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser as _;
    clap::builder::PossibleValuesParser::new(Format::ALL.iter().map(|format| format.as_str()))
        .try_map(|name| name.parse::<Format>())
}

fn graph_format_values() -> impl clap::builder::TypedValueParser<Value = GraphFormat> {
    use clap::builder::TypedValueParser as _;
    clap::builder::PossibleValuesParser::new(GraphFormat::ALL.iter().map(|format| format.as_str()))
        .try_map(|name| name.parse::<GraphFormat>())
}

fn deny_values() -> impl clap::builder::TypedValueParser<Value = Deny> {
    use clap::builder::TypedValueParser as _;
    let words = std::iter::once("warnings").chain(lint::codes().map(Code::as_str));
    clap::builder::PossibleValuesParser::new(words).map(|word| Code::of(&word).map_or(Deny::Warnings, Deny::Code))
}

fn column(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(column, title)| COLUMNS.contains(column) && !title.is_empty());
    pair.map(|(column, title)| (column.to_owned(), title.to_owned()))
        .ok_or_else(|| format!("expected `COLUMN=TITLE`, where COLUMN is one of {}", COLUMNS.join(", ")))
}

/// A time limit.
///
/// # Errors
/// What is expected.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let wanted = "a number of seconds above 0";
    let number: f64 = text.parse().map_err(|_| format!("expected {wanted}"))?;
    match Duration::try_from_secs_f64(number) {
        Ok(duration) if !duration.is_zero() => Ok(duration),
        _ => Err(format!("expected {wanted}")),
    }
}

/// A size: `512M`.
///
/// # Errors
/// What is expected.
pub fn bytes(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let unit: u64 = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "K" | "KB" | "KIB" => 1 << 10,
        "M" | "MB" | "MIB" => 1 << 20,
        "G" | "GB" | "GIB" => 1 << 30,
        _ => return Err("expected a size such as 512M or 2G".to_owned()),
    };
    let number: u64 = digits.parse().map_err(|_| "expected a size such as 512M or 2G".to_owned())?;
    number
        .checked_mul(unit)
        .filter(|size| *size > 0)
        .ok_or_else(|| "expected a size above 0 that fits 64 bits".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn sizes() {
        let check = |text: &str, expected: Option<u64>| assert_eq!(bytes(text).ok(), expected, "{text}");
        check("1024", Some(1024));
        check("512M", Some(512 << 20));
        check("2gib", Some(2 << 30));
        check("0", None);
        check("", None);
        check("-1", None);
        check("2T", None);
        check("99999999999G", None);
        check("µ", None);
    }

    #[test]
    fn columns() {
        let check = |text: &str, expected: Option<(&str, &str)>| {
            let expected = expected.map(|(column, title)| (column.to_owned(), title.to_owned()));
            assert_eq!(column(text).ok(), expected, "{text}");
        };
        check("subject=regulator gene", Some(("subject", "regulator gene")));
        check("sign=a=b", Some(("sign", "a=b")));
        check("subjekt=x", None);
        check("subject=", None);
        check("subject", None);
    }

    #[test]
    fn time_limits() {
        let check = |text: &str, expected: Option<u64>| {
            assert_eq!(seconds(text).ok(), expected.map(Duration::from_millis), "{text}");
        };
        check("2", Some(2000));
        check("0.5", Some(500));
        check("0", None);
        check("-1", None);
        check("NaN", None);
        check("inf", None);
        check("1e300", None);
        check("soon", None);
    }
}
