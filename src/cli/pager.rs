//! A pager for answers longer than the screen.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::Command;
use std::thread;

use super::arguments::Options;
use super::program::words;
use super::screen;

/// What `less` needs: colours come through, the answer stays on the screen, Ctrl-C leaves.
const LESS: &str = "-FRXK";

/// What `less` says at the foot of each screenful; a backslash keeps a colon from being read as its own sign.
const PROMPT: &str = "-Psspace\\: more   b\\: back   q\\: to the prompt";

/// The same on a narrow screen, where `less` would show the end of it only.
const SHORT_PROMPT: &str = "-Psspace\\: more   q\\: prompt";

/// Columns from which on the prompt is shown whole.
const ROOM: usize = 50;

/// Whether long answers are shown in a pager.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pager {
    /// Whether they are wanted there.
    pub on: bool,
}

impl Pager {
    /// A pager unless the command line wants none, or no other program started.
    pub const fn wanted(options: &Options) -> Self {
        Self { on: !options.no_pager && !options.safe }
    }

    /// Shows a text that is longer than the screen in the pager; false where it is not longer, or there is no pager.
    ///
    /// A pager that is left before its end is no error; one that fails before it has read anything has shown nothing.
    pub fn shows(self, text: &str) -> bool {
        let stdout = io::stdout();
        if !self.on || !stdout.is_terminal() || screen::is_dumb() || screen::fits(text) {
            return false;
        }
        command().is_some_and(|command| page(command, text).unwrap_or(false))
    }
}

/// `$ENDOGRAPH_PAGER`, else `$PAGER`, else `less`. An empty variable, or `cat`, is none.
fn command() -> Option<Command> {
    let chosen = ["ENDOGRAPH_PAGER", "PAGER"].into_iter().find_map(|name| env::var(name).ok());
    let mut command = if let Some(line) = chosen {
        named(&line)?
    } else {
        let mut less = Command::new("less");
        let is_narrow = screen::size().is_some_and(|(width, _)| width < ROOM);
        less.arg(if is_narrow { SHORT_PROMPT } else { PROMPT });
        less
    };
    // No key of `less` starts a shell or an editor, or writes a file: the shell has no way to either.
    command.env("LESSSECURE", "1");
    if env::var_os("LESS").is_none() {
        command.env("LESS", LESS);
    }
    Some(command)
}

/// A program and its arguments. No shell reads them.
fn named(line: &str) -> Option<Command> {
    let words = words(line);
    let (program, arguments) = words.split_first().filter(|(program, _)| *program != "cat")?;
    let mut command = Command::new(program);
    command.args(arguments);
    Some(command)
}

/// Has a pager read a text; false where it failed and read none of it.
fn page(mut command: Command, text: &str) -> io::Result<bool> {
    let (mut unread, mut input) = io::pipe()?;
    let mut pager = command.stdin(unread.try_clone()?).spawn()?;
    drop(command); // it holds an end of the pipe
    thread::scope(move |scope| {
        // Whoever leaves the pager closes the pipe: they have seen enough.
        scope.spawn(move || drop(input.write_all(text.as_bytes())));
        if pager.wait()?.success() {
            return Ok(true);
        }
        let left = io::copy(&mut unread, &mut io::sink())?;
        Ok(usize::try_from(left).is_ok_and(|left| left < text.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pagers_are_programs_with_arguments() {
        let check = |line: &str, expected: Option<(&str, &[&str])>| {
            let command = named(line);
            let found = command.as_ref().map(|command| {
                (
                    command.get_program().to_str().unwrap(),
                    command.get_args().map(|word| word.to_str().unwrap()).collect(),
                )
            });
            assert_eq!(found, expected.map(|(program, words)| (program, words.to_vec())), "{line}");
        };
        check("less -R", Some(("less", &["-R"])));
        check("  most  ", Some(("most", &[])));
        check("less; rm x", Some(("less;", &["rm", "x"])));
        check("'/opt/my pager' -R", Some(("/opt/my pager", &["-R"])));
        check("cat", None);
        check(" ", None);
        check("", None);
    }

    #[cfg(unix)]
    #[test]
    fn a_pager_that_reads_nothing_shows_nothing() {
        let long = "a line\n".repeat(50_000); // more than a pipe holds
        let check = |line: &str, expected: Option<bool>| {
            for text in ["a line\n", &long] {
                assert_eq!(page(named(line).expect("a program"), text).ok(), expected, "{line}");
            }
        };
        check("true", Some(true)); // left at once
        check("grep -q line", Some(true));
        check("grep -q nothing", Some(true)); // it fails, but has read
        check("false", Some(false));
        check("env no-such-program", Some(false));
        check("no-such-program", None);
    }
}
