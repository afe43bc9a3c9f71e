//! The dot commands. One row of the registry is all there is to a command: help, completion and running come from it.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use endograph::answer::{Format, printable};
use endograph::diagnostic::{Code, Diagnostic, Source, Span, suggest};

use super::{Flow, Shell, banner, paragraph, reading, settings, sitting, topics, tutorial};
use crate::cli::console::{picture, say};
use crate::cli::files::Files;
use crate::cli::interrupt::Limits;
use crate::cli::output::Output;
use crate::cli::waiting;

/// A command of the shell.
pub struct Command {
    /// Without the dot.
    pub name: &'static str,
    /// What may follow.
    pub argument: Argument,
    /// One line.
    pub help: &'static str,
    run: fn(&mut Shell, &str) -> io::Result<Flow>,
}

/// What may follow a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Nothing.
    None,
    /// `on` or `off`.
    Switch,
    /// A format of answers.
    Mode,
    /// A file.
    File,
    /// A file, or `off`.
    FileOrOff,
    /// A graph, or nothing.
    Graph,
    /// A topic, or nothing.
    Topic,
    /// A number, or `off`.
    NumberOrOff,
    /// A step of the tutorial, or nothing.
    Step,
    /// A setting and a value, a setting, or nothing.
    Setting,
    /// A statement, or nothing.
    Statement,
}

impl Argument {
    /// What stands for it in a list of commands.
    pub const fn usage(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Switch => "on|off",
            Self::Mode => "[FORMAT]",
            Self::File => "FILE",
            Self::FileOrOff => "FILE|off",
            Self::Graph => "[PATH]",
            Self::Topic => "[TOPIC]",
            Self::NumberOrOff => "[N|off]",
            Self::Step => "[N|next|off]",
            Self::Setting => "[NAME [VALUE]]",
            Self::Statement => "[STATEMENT]",
        }
    }
}

/// Words, each with a note.
pub type Words = Vec<(String, String)>;

/// What completes an argument.
pub enum Choices {
    /// One of these words.
    Words(Words),
    /// A file, or one of these words.
    Files(Words),
    /// What this says of what was typed: how much of it stays, and what may follow, each with a note.
    Told(fn(&str) -> (usize, Words)),
    /// A statement.
    Statement,
}

impl Argument {
    /// What completes it.
    pub fn choices(self) -> Choices {
        let words = |words: &[&str]| words.iter().map(|word| ((*word).to_owned(), String::new())).collect();
        match self {
            Self::None => Choices::Words(Vec::new()),
            Self::Switch => Choices::Words(words(&["on", "off"])),
            Self::Mode => Choices::Words(words(&Format::ALL.map(Format::as_str))),
            Self::File => Choices::Files(Vec::new()),
            Self::FileOrOff => Choices::Files(words(&["off"])),
            Self::Graph => Choices::Files(vec![("hpg".to_owned(), "the embedded graph".to_owned())]),
            Self::NumberOrOff => Choices::Words(words(&["off"])),
            Self::Step => Choices::Words(words(&["next", "off"])),
            Self::Setting => Choices::Told(settings::complete),
            Self::Statement => Choices::Statement,
            Self::Topic => {
                let topics = topics::all().map(|topic| (topic.name.to_owned(), "topic".to_owned()));
                let commands = ALL.iter().map(|command| (command.name.to_owned(), "command".to_owned()));
                Choices::Words(topics.chain(commands).collect())
            }
        }
    }
}

/// Every command, in the order of `.help`.
#[rustfmt::skip]
pub const ALL: &[Command] = &[
    Command { name: "help", argument: Argument::Topic, help: "commands and topics, or one topic with an example", run: help },
    Command { name: "examples", argument: Argument::None, help: "a statement of every kind to paste", run: examples },
    Command { name: "tutorial", argument: Argument::Step, help: "ten steps through the language, on the HPG graph", run: tutorial::run },
    Command { name: "next", argument: Argument::None, help: "the next step of the tutorial", run: tutorial::next },
    Command { name: "mode", argument: Argument::Mode, help: "how answers are written", run: mode },
    Command { name: "last", argument: Argument::None, help: "the last answer again, uncut, as `.mode` now says", run: reading::last },
    Command { name: "maxrows", argument: Argument::NumberOrOff, help: "rows shown of a long answer on a terminal", run: reading::most_rows },
    Command { name: "pager", argument: Argument::Switch, help: "show what is longer than the screen in a pager", run: reading::pager },
    Command { name: "ascii", argument: Argument::Switch, help: "draw with plain ASCII", run: reading::ascii },
    Command { name: "timer", argument: Argument::Switch, help: "say how long each statement took", run: timer },
    Command { name: "read", argument: Argument::File, help: "run a script", run: read },
    Command { name: "output", argument: Argument::FileOrOff, help: "write answers to a file; it is whole after `.output off`", run: output },
    Command { name: "once", argument: Argument::File, help: "write the next answer to a file", run: once },
    Command { name: "graph", argument: Argument::Graph, help: "which graph is open, or open another (`hpg`: the embedded one)", run: graph },
    Command { name: "schema", argument: Argument::None, help: "kinds and relations, with counts", run: schema },
    Command { name: "set", argument: Argument::Setting, help: "every setting, or one, or give it a value", run: sitting::set },
    Command { name: "show", argument: Argument::None, help: "the open graph, where answers go, and the settings", run: sitting::show },
    Command { name: "edit", argument: Argument::Statement, help: "edit this or the last statement in $VISUAL or $EDITOR, then run it", run: sitting::edit },
    Command { name: "save", argument: Argument::File, help: "write all questions and answers to a Markdown file, to be run again", run: sitting::save },
    Command { name: "version", argument: Argument::None, help: "the versions of program and graph", run: version },
    Command { name: "quit", argument: Argument::None, help: "leave (also Ctrl-D)", run: leave },
    Command { name: "exit", argument: Argument::None, help: "leave", run: leave },
];

/// The command called so, or the only one that begins so.
///
/// # Errors
/// The nearest names.
pub fn find(name: &str) -> Result<&'static Command, Vec<String>> {
    let name = name.to_lowercase();
    if let Some(command) = ALL.iter().find(|command| command.name == name) {
        return Ok(command);
    }
    let matching: Vec<&Command> = ALL.iter().filter(|command| command.name.starts_with(&name)).collect();
    match matching.as_slice() {
        [command] if !name.is_empty() => Ok(command),
        [] => Err(nearest(&name)),
        several => Err(several.iter().map(|command| format!(".{}", command.name)).collect()),
    }
}

/// What is wrong with a statement; where it is a command without its dot, what to type instead.
pub fn with_dot(fault: Diagnostic, text: &str) -> Diagnostic {
    // A word further on in a statement is no command.
    let is_first = |span: &Span| {
        text.get(..span.start)
            .is_some_and(|before| before.trim_end().ends_with(['\n', ';']) || before.trim().is_empty())
    };
    let rest = fault.span.filter(is_first).and_then(|span| text.get(span.start..)).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let first = line.split_whitespace().next().unwrap_or_default();
    let is_command = ALL.iter().any(|command| command.name.eq_ignore_ascii_case(first));
    if !is_command || fault.mended.is_some() {
        return fault;
    }
    let help = vec!["commands of the shell begin with a dot; `.help` lists them".to_owned()];
    Diagnostic { help, suggestions: Vec::new(), mended: Some(format!(".{}", line.trim_end())), ..fault }
}

/// Runs a line: `.mode json`, `quit`.
///
/// # Errors
/// Where an answers' stream cannot be written.
pub fn run(shell: &mut Shell, line: &str) -> io::Result<Flow> {
    let line = line.trim().trim_end_matches(';').trim_start_matches('.');
    let (name, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let argument = argument.trim();
    match find(name) {
        Ok(command) if command.argument == Argument::None && !argument.is_empty() => {
            complain(format!("`.{}` takes no argument", command.name))
        }
        Ok(command) => (command.run)(shell, unquoted(argument)),
        Err(nearest) => {
            let message = format!("no command is called `.{name}`");
            picture(&Diagnostic::new(Code::Syntax, message).suggest(nearest).help("`.help` lists the commands"), None);
            Ok(Flow::Stay)
        }
    }
}

fn nearest(name: &str) -> Vec<String> {
    let near = suggest(name, ALL.iter().map(|command| command.name));
    near.into_iter().map(|name| format!(".{name}")).collect()
}

pub(super) fn unquoted(argument: &str) -> &str {
    let inner = |quote| argument.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(argument)
}

#[expect(clippy::unnecessary_wraps, reason = "it ends a handler, and handlers may fail")]
pub(super) fn complain(message: String) -> io::Result<Flow> {
    picture(&Diagnostic::new(Code::Syntax, message), None);
    Ok(Flow::Stay)
}

pub(super) fn print(text: &str) -> io::Result<Flow> {
    Output::Standard.write(text)?;
    Ok(Flow::Stay)
}

fn help(shell: &mut Shell, topic: &str) -> io::Result<Flow> {
    if topic.is_empty() {
        return tell(shell, &overview(), HANG);
    }
    if let Ok(command) = find(topic.trim_start_matches('.'))
        && topic.starts_with('.')
    {
        return tell(shell, &usage(command), HANG - INDENT);
    }
    match (topics::find(topic, shell.runner.session.graph()), find(topic)) {
        (Ok(page), _) => tell(shell, &format!("{}\n\n  {}", page.text, page.example), 0),
        (Err(_), Ok(command)) => tell(shell, &usage(command), HANG - INDENT),
        (Err(nearest), Err(_)) => {
            let message = format!("no topic is called `{topic}`");
            picture(&Diagnostic::new(Code::Syntax, message).suggest(nearest).help("`.help` lists them"), None);
            Ok(Flow::Stay)
        }
    }
}

/// Prints a text of the shell, wrapped to the terminal.
pub(super) fn tell(shell: &Shell, text: &str, hang: usize) -> io::Result<Flow> {
    let hang = if paragraph::width() < NARROW { hang.min(2) } else { hang };
    let text = shell.runner.console.drawn(&paragraph::wrap(text, paragraph::width(), hang)) + "\n";
    if shell.runner.console.pager.shows(&text) { Ok(Flow::Stay) } else { print(&text) }
}

/// Where the second column of `.help` begins.
const HANG: usize = 26;

/// Columns before a command in the list of all.
const INDENT: usize = 2;

/// Below this width there is no room for a second column.
const NARROW: usize = 60;

fn overview() -> String {
    let mut text = String::from("Commands\n");
    for command in ALL {
        let _ = writeln!(text, "  {}", usage(command));
    }
    text.push_str("\nTopics (`.help path`, or `help suppress`: each with an example that runs)\n");
    for chapter in &topics::CHAPTERS {
        let names: Vec<&str> = chapter.topics.iter().map(|topic| topic.name).collect();
        let _ = writeln!(text, "  {:<24}{}", chapter.title, names.join(", "));
    }
    let _ = writeln!(text, "  {:<24}raise, suppress, affect and those of `schema`: stimulate, block, …", "verbs");
    text.push_str("\nNew here? `.tutorial` takes ten steps; `.examples` lists statements to paste.");
    text
}

fn usage(command: &Command) -> String {
    format!("{:<23} {}", format!(".{} {}", command.name, command.argument.usage()), command.help)
}

fn examples(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    let (graph, interrupt) = (shell.runner.session.shared_graph(), &shell.runner.interrupt);
    let cancel = interrupt.cancel(Limits::default());
    let Some(text) = waiting::wait(&cancel, move || topics::every_example(&graph))? else {
        say("interrupted");
        return Ok(Flow::Stay);
    };
    print(&text)
}

fn mode(shell: &mut Shell, name: &str) -> io::Result<Flow> {
    if name.is_empty() {
        return print(&format!("{}\n", shell.runner.console.format.as_str()));
    }
    sitting::give(shell, "mode", name)
}

fn timer(shell: &mut Shell, switch: &str) -> io::Result<Flow> {
    sitting::give(shell, "timer", switch)
}

fn read(shell: &mut Shell, path: &str) -> io::Result<Flow> {
    if path.is_empty() {
        return complain("`.read` wants a file".to_owned());
    }
    shell.read_script(path)?;
    Ok(Flow::Stay)
}

/// A file to write, and whether it may be replaced: `answers.txt --force`.
pub(super) fn to_write<'path>(shell: &Shell, argument: &'path str) -> (&'path str, Files) {
    match argument.strip_suffix("--force") {
        Some(path) if path.is_empty() || path.ends_with(char::is_whitespace) => {
            (unquoted(path.trim_end()), shell.files().forced())
        }
        _ => (argument, shell.files()),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a handler's shape")]
fn output(shell: &mut Shell, path: &str) -> io::Result<Flow> {
    let (path, allowed) = to_write(shell, path);
    shell.redirect((!path.is_empty() && path != "off").then_some(Path::new(path)), allowed, false);
    Ok(Flow::Stay)
}

fn once(shell: &mut Shell, path: &str) -> io::Result<Flow> {
    let (path, allowed) = to_write(shell, path);
    if path.is_empty() {
        return complain("`.once` wants a file".to_owned());
    }
    shell.redirect(Some(Path::new(path)), allowed, true);
    Ok(Flow::Stay)
}

fn graph(shell: &mut Shell, path: &str) -> io::Result<Flow> {
    if path.is_empty() {
        return print(&format!("{}\n", banner::opened(shell.runner.session.graph())));
    }
    shell.open_graph(path);
    Ok(Flow::Stay)
}

fn schema(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    shell.statements(&Source::new("shell", "schema"))?;
    Ok(Flow::Stay)
}

fn version(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    print(&format!(
        "endograph {}\n{} {}\n",
        env!("CARGO_PKG_VERSION"),
        printable(&shell.runner.session.graph().name),
        printable(&shell.runner.session.graph().version)
    ))
}

#[expect(clippy::unnecessary_wraps, reason = "a handler's shape")]
fn leave(_: &mut Shell, _: &str) -> io::Result<Flow> {
    say("");
    Ok(Flow::Leave)
}
