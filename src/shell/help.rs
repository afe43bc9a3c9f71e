//! `.help` and `.examples`. Help is never paged: whoever reads it types the next statement, and that must not land in a pager.

use std::fmt::Write as _;
use std::io;

use endograph::diagnostic::{Code, Diagnostic};

use super::commands::{self, Argument, Choices, Command, print};
use super::{Flow, Shell, paragraph, settings, topics, tutorial};
use crate::cli::console::{picture, say};
use crate::cli::interrupt::Limits;
use crate::cli::waiting;

/// Where the second column of `.help` begins.
const HANG: usize = 27;

/// Where the topics of a chapter begin.
const TOPICS_HANG: usize = 14;

/// Below this width there is no room for a second column.
const NARROW: usize = 60;

/// The commands of each line of the overview, and what they are for: one that stands alone says so itself.
const LINES: &[(&[&str], &str)] = &[
    (&["help"], ""),
    (&["examples"], ""),
    (&["tutorial", "next"], "ten steps through the language, on the HPG graph"),
    (&["mode"], ""),
    (&["last", "maxrows", "pager"], "a long answer: whole, cut to some rows, in a pager"),
    (&["ascii", "timer"], "draw with plain ASCII; time each statement"),
    (&["edit"], "a statement in $VISUAL or $EDITOR, then run it"),
    (&["read"], ""),
    (&["save"], "all questions and answers, to be run again"),
    (&["output", "once"], "write answers, or only the next, to a file"),
    (&["graph"], "which graph is open, or open another"),
    (&["schema", "version"], "what the open graph holds; its version"),
    (&["set", "show"], "change a setting; show them all"),
    (&["quit", "exit"], "leave (also Ctrl-D)"),
];

/// `.help`, `.help TOPIC`
pub fn run(shell: &mut Shell, topic: &str) -> io::Result<Flow> {
    if topic.is_empty() {
        return tell(shell, &overview(shell), HANG);
    }
    let (named, command) = (topic.trim_start_matches('.'), topic.starts_with('.'));
    if let Some(command) = commands::find(named).ok().filter(|_| command) {
        return tell(shell, &page(command), 0);
    }
    match (topics::find(topic, shell.runner.session.graph()), commands::find(topic)) {
        (Ok(page), command) => {
            let dotted = command.ok().filter(|command| command.name.eq_ignore_ascii_case(topic));
            let also = dotted.map(|it| format!("\n\n`.help .{0}` is about the command `.{0}`.", it.name));
            tell(shell, &format!("{}\n\n  {}{}", page.text, page.example, also.unwrap_or_default()), 0)
        }
        (Err(_), Ok(command)) => tell(shell, &page(command), 0),
        (Err(nearest), Err(_)) => {
            let message = format!("no topic is called `{topic}`");
            picture(&Diagnostic::new(Code::Syntax, message).suggest(nearest).help("`.help` lists them"), None);
            Ok(Flow::Stay)
        }
    }
}

/// An example of each statement, clause and word; a statement that serves several topics stands once.
pub fn examples(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    let graph = shell.runner.session.shared_graph();
    let cancel = shell.runner.interrupt.cancel(Limits::default());
    let Some(text) = waiting::wait(&cancel, move || topics::every_example(&graph))? else {
        say("interrupted");
        return Ok(Flow::Stay);
    };
    print(&text)
}

/// Prints a text of the shell, wrapped to the terminal.
pub fn tell(shell: &Shell, text: &str, hang: usize) -> io::Result<Flow> {
    let width = paragraph::width();
    let hang = if width < NARROW { hang.min(2) } else { hang };
    print(&(shell.runner.console.drawn(&paragraph::wrap(text, width, hang)) + "\n"))
}

fn overview(shell: &Shell) -> String {
    let mut text = String::from("Commands (`.help .mode` tells what one takes)\n");
    for (names, what) in LINES {
        let _ = match names {
            [name] => writeln!(text, "  {}", line(name, what)),
            names => writeln!(text, "  {:<24} {what}", format!(".{}", names.join(" ."))),
        };
    }
    text.push_str("Topics (`.help path`, `help suppress`: each with an example that runs)\n");
    for chapter in &topics::CHAPTERS {
        let names: Vec<&str> = chapter.topics.iter().map(|topic| topic.name).collect();
        let listed = format!("  {:<12}{}", chapter.title, names.join(", "));
        let _ = writeln!(text, "{}", paragraph::wrap(&listed, paragraph::width(), TOPICS_HANG));
    }
    let _ = writeln!(text, "  {:<12}raise, suppress, affect and those of `schema`: stimulate, block, …", "verbs");
    if tutorial::can_run(shell.runner.session.graph()) {
        text.push_str("New here? `.tutorial` takes ten steps; `.examples` lists statements to paste.");
    } else {
        text.push_str("New here? `.examples` lists statements to paste.");
    }
    text
}

/// A command that stands alone in a line of the overview.
fn line(name: &str, what: &str) -> String {
    let command = commands::ALL.iter().find(|command| command.name == name);
    let usage = command.map(usage).unwrap_or_default();
    format!("{usage:<24} {}", if what.is_empty() { command.map_or("", |command| command.help) } else { what })
}

/// `.mode [FORMAT]`
pub fn usage(command: &Command) -> String {
    format!(".{} {}", command.name, command.argument.usage()).trim_end().to_owned()
}

/// What a command does, what its argument may be, and an example.
fn page(command: &Command) -> String {
    let values = values(command.argument);
    let gap = if values.is_empty() { "" } else { "\n" };
    format!("{}: {}.\n{}{gap}{values}\n\n  {}", usage(command), command.help, command.more, command.example)
}

/// The values of an argument, where they can be told.
pub fn values(argument: Argument) -> String {
    match (argument, argument.choices()) {
        (Argument::Mode, Choices::Words(words)) => {
            let formats: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
            format!("FORMAT is one of {}.", formats.join(", "))
        }
        (Argument::Setting, _) => {
            let width = settings::ALL.iter().map(|setting| setting.name.len()).max().unwrap_or(0);
            let line = |setting: &settings::Setting| format!("  {:width$}  {}", setting.name, setting.usage());
            format!("NAME, and what VALUE may be:\n{}", settings::ALL.iter().map(line).collect::<Vec<_>>().join("\n"))
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_overview_has_every_command_once() {
        let mut listed: Vec<&str> = LINES.iter().flat_map(|(names, _)| names.iter().copied()).collect();
        let mut all: Vec<&str> = commands::ALL.iter().map(|command| command.name).collect();
        listed.sort_unstable();
        all.sort_unstable();
        assert_eq!(listed, all);
    }

    #[test]
    fn pages_of_commands_name_every_value() {
        let check = |name: &str, parts: &[&str]| {
            let page = page(commands::find(name).expect("a command"));
            assert!(parts.iter().all(|part| page.contains(part)), "{page}");
        };
        check("mode", &["how answers are written", "table, ", "json", "html", "\n  .mode tree"]);
        check("set", &["timeout", "SECONDS|none", "on|off", "\n  .set timeout 10"]);
        check("quit", &["0 to 255"]);
    }
}
