//! The commands that say how answers are read: `.last`, `.maxrows`, `.pager`, `.ascii`, `.timer`.

use std::io;

use super::commands::complain;
use super::{Flow, Shell, sitting};
use crate::cli::console::picture;
use crate::cli::runner::Outcome;

/// `.last`: the last answer, all of it, in the format of now.
pub fn last(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    match shell.runner.print_last()? {
        None => return complain("there is no answer yet".to_owned()),
        Some(Outcome::Failed(diagnostic)) => picture(&diagnostic, None),
        Some(Outcome::Answered | Outcome::Cut(_)) => {}
    }
    shell.end_once(true);
    Ok(Flow::Stay)
}

/// `.maxrows 40`, `.maxrows off`; without a number, how many.
pub fn most_rows(shell: &mut Shell, number: &str) -> io::Result<Flow> {
    set_or_tell(shell, "maxrows", number)
}

/// `.pager on`, unless no other program may be started.
pub fn pager(shell: &mut Shell, switch: &str) -> io::Result<Flow> {
    if let (true, Err(refusal)) = (switch.eq_ignore_ascii_case("on"), shell.files().may_start("a pager")) {
        picture(&refusal, None);
        return Ok(Flow::Stay);
    }
    set_or_tell(shell, "pager", switch)
}

/// `.ascii on`.
pub fn ascii(shell: &mut Shell, switch: &str) -> io::Result<Flow> {
    set_or_tell(shell, "ascii", switch)
}

/// `.timer on`.
pub fn timer(shell: &mut Shell, switch: &str) -> io::Result<Flow> {
    set_or_tell(shell, "timer", switch)
}

fn set_or_tell(shell: &mut Shell, name: &str, value: &str) -> io::Result<Flow> {
    if value.is_empty() { sitting::set(shell, name) } else { sitting::give(shell, name, value) }
}
