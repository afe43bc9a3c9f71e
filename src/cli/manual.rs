//! The man page: the command line, the language, the commands of the shell, files, environment, exit status.

use std::io;

use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::arguments::{EXAMPLES, EXIT_STATUS};
use crate::shell::topics::{self, Topic};
use crate::shell::{commands, help};

/// What the program reads and writes besides graphs and scripts, without being told to.
const FILES: &[(&str, &str)] = &[
    ("$XDG_CONFIG_HOME/endograph/config.toml", "settings of the shell (`.set` lists them)"),
    ("$XDG_CONFIG_HOME/endograph/init.endo", "statements and commands that the shell begins with"),
    ("$XDG_STATE_HOME/endograph/history", "what was entered in the shell"),
];

/// What the program asks its environment.
const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "ENDOGRAPH_PAGER, PAGER",
        "the program that shows what is longer than the screen; empty, or cat, for none; otherwise less",
    ),
    ("ENDOGRAPH_HISTORY", "the file of the history; empty for none"),
    ("VISUAL, EDITOR", "the editor of `.edit`"),
    ("NO_COLOR, CLICOLOR_FORCE", "no colour, or colour everywhere"),
    ("TERM", "dumb: plain ASCII, no colour, no pager"),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME", "where the files above are; otherwise ~/.config and ~/.local/state"),
];

/// The page, as troff.
///
/// # Errors
/// None: it is written to memory.
pub fn page(program: &Command) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let man = Man::new(program.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    listed("COMMANDS", &subcommands(program)).to_writer(&mut page)?;
    man.render_options_section(&mut page)?;
    for chapter in &topics::CHAPTERS {
        let of_chapter: Vec<(String, String)> = chapter.topics.iter().map(topic).collect();
        listed(&chapter.title.to_uppercase(), &of_chapter).to_writer(&mut page)?;
    }
    let of_shell: Vec<(String, String)> = commands::ALL.iter().map(of_shell).collect();
    listed("COMMANDS OF THE SHELL", &of_shell).to_writer(&mut page)?;
    listed("FILES", FILES).to_writer(&mut page)?;
    listed("ENVIRONMENT", ENVIRONMENT).to_writer(&mut page)?;
    listed("EXIT STATUS", EXIT_STATUS).to_writer(&mut page)?;
    let examples: Vec<(&str, &str)> = EXAMPLES.iter().map(|(command, help)| (*command, *help)).collect();
    listed("EXAMPLES", &examples).to_writer(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// A topic of the language, with what `.help` says of it and its example.
fn topic(topic: &Topic) -> (String, String) {
    (topic.name.to_owned(), format!("{}\n{}", topic.text, topic.example))
}

/// A command of the shell, with what `.help` says of it and its example.
fn of_shell(command: &commands::Command) -> (String, String) {
    let values = help::values(command.argument);
    let text = format!("{}. {}\n{values}\n{}", command.help, command.more, command.example);
    (help::usage(command), text)
}

/// `endograph convert FROM TO`, what it is for, and the arguments that it alone takes.
fn subcommands(program: &Command) -> Vec<(String, String)> {
    let usage = |command: &Command| {
        let arguments = command.get_positionals().map(|argument| {
            let name = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
            let more = if argument.get_num_args().is_some_and(|count| count.max_values() > 1) { "..." } else { "" };
            format!(" {name}{more}")
        });
        format!("endograph {}{}", command.get_name(), arguments.collect::<String>())
    };
    let told = |command: &Command| {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        std::iter::once(about).chain(command.get_arguments().map(argument_told)).collect::<Vec<_>>().join("\n")
    };
    program.get_subcommands().map(|command| (usage(command), told(command))).collect()
}

/// `--seed NUMBER: seed of the press model`, `FILE: a script`
fn argument_told(argument: &Arg) -> String {
    let names =
        [argument.get_short().map(|short| format!("-{short}")), argument.get_long().map(|long| format!("--{long}"))];
    let names: Vec<String> = names.into_iter().flatten().collect();
    let value = argument.get_value_names().and_then(|names| names.first());
    let value = value.filter(|_| argument.get_action().takes_values()).map(ToString::to_string);
    let term: Vec<String> = Some(names.join(", ")).filter(|names| !names.is_empty()).into_iter().chain(value).collect();
    format!("{}: {}", term.join(" "), argument.get_help().map(ToString::to_string).unwrap_or_default())
}

/// A section of terms, each with what it means: a line is a paragraph.
fn listed<Text: AsRef<str>>(title: &str, terms: &[(Text, Text)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (term, meaning) in terms {
        let (first, rest) = term.as_ref().split_once(' ').unwrap_or((term.as_ref(), ""));
        roff.control("TP", []);
        roff.text([bold(first), roman(" "), italic(rest)]);
        for (position, line) in meaning.as_ref().lines().filter(|line| !line.trim().is_empty()).enumerate() {
            if position > 0 {
                roff.control("br", []);
            }
            roff.text([roman(line.split_whitespace().collect::<Vec<_>>().join(" "))]);
        }
    }
    roff
}
