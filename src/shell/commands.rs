//! The dot commands. One row of the registry is all there is to a command: help, completion and running come from it.

use std::io;

use endograph::answer::{Format, printable};
use endograph::diagnostic::{Code, Diagnostic, Source, suggest};

use super::folders::at_home;
use super::{Flow, Shell, banner, help, reading, settings, sitting, tutorial};
use crate::cli::Status;
use crate::cli::console::{picture, say};
use crate::cli::files::Files;
use crate::cli::output::Output;

/// A command of the shell.
pub struct Command {
    /// Without the dot.
    pub name: &'static str,
    /// What may follow.
    pub argument: Argument,
    /// One line.
    pub help: &'static str,
    /// What `.help` says besides: what the argument means, what is so without one.
    pub more: &'static str,
    /// A line to try as it stands.
    pub example: &'static str,
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
    /// A file to write.
    File,
    /// A script to read.
    Script,
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
    /// An exit status, or nothing.
    Status,
}

impl Argument {
    /// What stands for it in a list of commands.
    pub const fn usage(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Switch => "[on|off]",
            Self::Mode => "[FORMAT]",
            Self::File | Self::Script => "FILE",
            Self::FileOrOff => "FILE|off",
            Self::Graph => "[PATH]",
            Self::Topic => "[TOPIC]",
            Self::NumberOrOff => "[N|off]",
            Self::Step => "[N|next|off]",
            Self::Setting => "[NAME [VALUE]]",
            Self::Statement => "[STATEMENT]",
            Self::Status => "[CODE]",
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
    /// A file: scripts first.
    Scripts,
    /// A topic of the open graph, or a command.
    Topics,
    /// What this says of what was typed: how much of it stays, and what may follow, each with a note.
    Told(fn(&str) -> (usize, Words)),
    /// A statement.
    Statement,
}

impl Argument {
    /// Whether it is the name of a file.
    const fn is_file(self) -> bool {
        matches!(self, Self::File | Self::Script | Self::FileOrOff | Self::Graph)
    }

    /// What completes it.
    pub fn choices(self) -> Choices {
        let words = |words: &[&str]| words.iter().map(|word| ((*word).to_owned(), String::new())).collect();
        match self {
            Self::None | Self::Status => Choices::Words(Vec::new()),
            Self::Script => Choices::Scripts,
            Self::Switch => Choices::Words(words(&["on", "off"])),
            Self::Mode => Choices::Words(words(&Format::ALL.map(Format::as_str))),
            Self::File => Choices::Files(Vec::new()),
            Self::FileOrOff => Choices::Files(words(&["off"])),
            Self::Graph => Choices::Files(vec![("hpg".to_owned(), "the embedded graph".to_owned())]),
            Self::NumberOrOff => Choices::Words(words(&["off"])),
            Self::Step => Choices::Words(words(&["next", "off"])),
            Self::Setting => Choices::Told(settings::complete),
            Self::Statement => Choices::Statement,
            Self::Topic => Choices::Topics,
        }
    }
}

/// Every command, in the order of `.help`.
#[rustfmt::skip]
pub const ALL: &[Command] = &[
    Command { name: "help", argument: Argument::Topic, help: "this list, or one topic with an example", run: help::run,
        more: "TOPIC is a statement, a clause, a verb, a word of an answer, or a command. `help TOPIC` and a `?` alone do too.",
        example: ".help path" },
    Command { name: "examples", argument: Argument::None, help: "a statement of every kind to paste", run: help::examples,
        more: "They are made of names of the open graph, and run as they stand.",
        example: ".examples" },
    Command { name: "tutorial", argument: Argument::Step, help: "ten steps through the language, on the HPG graph", run: tutorial::run,
        more: "N is the step to begin with; next goes on, off ends it. Between two steps anything can be typed.",
        example: ".tutorial" },
    Command { name: "next", argument: Argument::None, help: "the next step of the tutorial", run: tutorial::next,
        more: "Where no tutorial is taken, the first.",
        example: ".next" },
    Command { name: "mode", argument: Argument::Mode, help: "how answers are written", run: mode,
        more: "Without FORMAT: how they are written now.",
        example: ".mode tree" },
    Command { name: "last", argument: Argument::None, help: "the last answer again, uncut, as `.mode` now says", run: reading::last,
        more: "A long answer is cut on a terminal and says so; this shows all of it.",
        example: ".last" },
    Command { name: "maxrows", argument: Argument::NumberOrOff, help: "rows shown of a long answer on a terminal", run: reading::most_rows,
        more: "N is a number from 1, off shows every row; without either, how it is now.",
        example: ".maxrows 20" },
    Command { name: "pager", argument: Argument::Switch, help: "show what is longer than the screen in a pager", run: reading::pager,
        more: "q leaves the pager. ENDOGRAPH_PAGER or PAGER names another than less. Without on or off: how it is now.",
        example: ".pager off" },
    Command { name: "ascii", argument: Argument::Switch, help: "draw with plain ASCII", run: reading::ascii,
        more: "For terminals and documents that have no ─▶. Without on or off: how it is now.",
        example: ".ascii on" },
    Command { name: "timer", argument: Argument::Switch, help: "say how long each statement took", run: reading::timer,
        more: "Without on or off: how it is now.",
        example: ".timer on" },
    Command { name: "read", argument: Argument::Script, help: "run a script", run: read,
        more: "FILE holds statements, one a line, and `#` comments; of a Markdown file the code blocks are run, so what `.save` \
               wrote can be run again. It stops at the first statement that fails, unless `.set keep-going on`.",
        example: ".read questions.endo" },
    Command { name: "output", argument: Argument::FileOrOff, help: "write answers to a file; it is whole after `.output off`", run: output,
        more: "FILE is written as `.mode` says. A file that is there stays as it is, unless --force stands after its name.",
        example: ".output answers.txt" },
    Command { name: "once", argument: Argument::File, help: "write the next answer to a file", run: once,
        more: "FILE is written as `.mode` says. A file that is there stays as it is, unless --force stands after its name.",
        example: ".once answer.txt" },
    Command { name: "graph", argument: Argument::Graph, help: "which graph is open, or open another (`hpg`: the embedded one)", run: graph,
        more: "PATH is a file or folder of any format that `endograph --graph` reads. Where it cannot be read the present graph stays.",
        example: ".graph hpg" },
    Command { name: "schema", argument: Argument::None, help: "kinds and relations, with counts", run: schema,
        more: "It is the statement `schema`: what there is in the graph, and the verbs to ask with.",
        example: ".schema" },
    Command { name: "set", argument: Argument::Setting, help: "every setting, or one, or give it a value", run: sitting::set,
        more: "They hold until the shell is left; config.toml keeps them (`endograph man` says where it is).",
        example: ".set timeout 10" },
    Command { name: "show", argument: Argument::None, help: "the open graph, where answers go, and the settings", run: sitting::show,
        more: "All about an entity is the statement `show NAME`, without a dot.",
        example: ".show" },
    Command { name: "edit", argument: Argument::Statement, help: "edit this or the last statement in $VISUAL or $EDITOR, then run it", run: sitting::edit,
        more: "Without STATEMENT it begins with the last one. What the editor leaves is run; an empty file runs nothing.",
        example: ".edit" },
    Command { name: "save", argument: Argument::File, help: "write all questions and answers to a Markdown file, to be run again", run: sitting::save,
        more: "FILE ends in .md; it names the graph and its version, and `.read FILE` or `endograph run FILE` asks it all again. A \
               file that is there stays as it is, unless --force stands after its name.",
        example: ".save transcript.md" },
    Command { name: "version", argument: Argument::None, help: "the versions of program and graph", run: version,
        more: "Both stand in what `.save` writes too.",
        example: ".version" },
    Command { name: "quit", argument: Argument::Status, help: "leave (also Ctrl-D)", run: leave,
        more: "CODE is the exit status, from 0 to 255; without it, 0. `quit` alone needs no dot.",
        example: ".quit" },
    Command { name: "exit", argument: Argument::Status, help: "leave", run: leave,
        more: "CODE is the exit status, from 0 to 255; without it, 0. `exit` alone needs no dot.",
        example: ".exit" },
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
        Ok(command) if command.argument.is_file() && has_open_quote(argument) => {
            complain(format!("the quote of `{argument}` is not closed"))
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

/// Whether a name begins with a quote that does not end.
fn has_open_quote(argument: &str) -> bool {
    let open = |quote: char| argument.strip_prefix(quote).is_some_and(|rest| !rest.contains(quote));
    open('"') || open('\'')
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

fn mode(shell: &mut Shell, name: &str) -> io::Result<Flow> {
    if name.is_empty() {
        return print(&format!("{}\n", shell.runner.console.format.as_str()));
    }
    sitting::give(shell, "mode", name)
}

fn read(shell: &mut Shell, path: &str) -> io::Result<Flow> {
    if path.is_empty() {
        return complain("`.read` wants a file".to_owned());
    }
    shell.read_script(&at_home(path))?;
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
    let path = (!path.is_empty() && path != "off").then(|| at_home(path));
    shell.redirect(path.as_deref(), allowed, false);
    Ok(Flow::Stay)
}

fn once(shell: &mut Shell, path: &str) -> io::Result<Flow> {
    let (path, allowed) = to_write(shell, path);
    if path.is_empty() {
        return complain("`.once` wants a file".to_owned());
    }
    shell.redirect(Some(&at_home(path)), allowed, true);
    Ok(Flow::Stay)
}

fn graph(shell: &mut Shell, path: &str) -> io::Result<Flow> {
    if path.is_empty() {
        return print(&format!("{}\n", banner::opened(shell.runner.session.graph())));
    }
    shell.open_graph(&at_home(path));
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

fn leave(shell: &mut Shell, code: &str) -> io::Result<Flow> {
    match code.parse() {
        _ if code.is_empty() => {}
        Ok(code) => shell.status = Status::Chosen(code),
        Err(_) => return complain(format!("`{code}` is no exit status: it is a whole number from 0 to 255")),
    }
    say("");
    Ok(Flow::Leave)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_teaches() {
        for command in ALL {
            let example = command.example.strip_prefix('.').unwrap_or_default();
            let (name, argument) = example.split_once(' ').unwrap_or((example, ""));
            assert_eq!(name, command.name, "an example of its own");
            assert!(argument.is_empty() || command.argument != Argument::None, "{}", command.example);
            assert!(command.more.ends_with(['.', ')']), "{}", command.name);
        }
    }

    #[test]
    fn quotes_that_do_not_end() {
        let check = |argument: &str, expected: bool| assert_eq!(has_open_quote(argument), expected, "{argument}");
        check("\"q.md", true);
        check("'q.md", true);
        check("\"q.md\"", false);
        check("\"my q.md\" --force", false);
        check("q\".md", false);
        check("\"it's.md\"", false);
        check("", false);
    }
}
