//! The man page: the command line, the commands of the shell, files, environment, exit status.

use std::io;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, italic, roman};

use super::arguments::{EXAMPLES, EXIT_STATUS};
use crate::shell::commands;

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
    let of_shell = commands::ALL.iter().map(|command| {
        (format!(".{} {}", command.name, command.argument.usage()).trim_end().to_owned(), command.help.to_owned())
    });
    listed("COMMANDS OF THE SHELL", &of_shell.collect::<Vec<_>>()).to_writer(&mut page)?;
    listed("FILES", FILES).to_writer(&mut page)?;
    listed("ENVIRONMENT", ENVIRONMENT).to_writer(&mut page)?;
    listed("EXIT STATUS", EXIT_STATUS).to_writer(&mut page)?;
    let examples: Vec<(&str, &str)> = EXAMPLES.iter().map(|(command, help)| (*command, *help)).collect();
    listed("EXAMPLES", &examples).to_writer(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// `endograph convert FROM TO`, and what it is for.
fn subcommands(program: &Command) -> Vec<(String, String)> {
    let usage = |command: &Command| {
        let arguments = command.get_positionals().map(|argument| {
            let name = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
            let more = if argument.get_num_args().is_some_and(|count| count.max_values() > 1) { "..." } else { "" };
            format!(" {name}{more}")
        });
        format!("endograph {}{}", command.get_name(), arguments.collect::<String>())
    };
    program
        .get_subcommands()
        .map(|command| (usage(command), command.get_about().map(ToString::to_string).unwrap_or_default()))
        .collect()
}

/// A section of terms, each with what it means.
fn listed<Text: AsRef<str>>(title: &str, terms: &[(Text, Text)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (term, meaning) in terms {
        let (first, rest) = term.as_ref().split_once(' ').unwrap_or((term.as_ref(), ""));
        roff.control("TP", []);
        roff.text([bold(first), roman(" "), italic(rest)]);
        roff.text([roman(meaning.as_ref().split_whitespace().collect::<Vec<_>>().join(" "))]);
    }
    roff
}
