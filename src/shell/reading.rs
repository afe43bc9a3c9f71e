//! The commands that say how answers are read: `.last`, `.maxrows`, `.pager`, `.ascii`.

use std::io;

use super::commands::{complain, print, switched};
use super::{Flow, Shell};
use crate::cli::console::picture;

/// `.last`: the last answer, all of it, in the format of now.
pub fn last(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    if !shell.runner.print_last()? {
        return complain("there is no answer yet".to_owned());
    }
    shell.end_once()?;
    Ok(Flow::Stay)
}

/// `.maxrows 40`, `.maxrows off`.
pub fn most_rows(shell: &mut Shell, number: &str) -> io::Result<Flow> {
    let rows = &mut shell.runner.console.most_rows;
    match (number.to_lowercase().as_str(), number.parse()) {
        ("", _) => return print(&rows.map_or("off\n".to_owned(), |rows| format!("{rows}\n"))),
        ("off", _) => *rows = None,
        (_, Ok(number)) if number > 0 => *rows = Some(number),
        _ => return complain("`.maxrows` wants a number of rows above 0, or `off`".to_owned()),
    }
    Ok(Flow::Stay)
}

/// `.pager on`, unless no other program may be started.
pub fn pager(shell: &mut Shell, switch: &str) -> io::Result<Flow> {
    if let (true, Err(refusal)) = (switch.eq_ignore_ascii_case("on"), shell.files().may_start("a pager")) {
        picture(&refusal, None);
        return Ok(Flow::Stay);
    }
    switched("pager", switch, &mut shell.runner.console.pager.on)
}

/// `.ascii on`.
pub fn ascii(shell: &mut Shell, switch: &str) -> io::Result<Flow> {
    switched("ascii", switch, &mut shell.runner.console.ascii)
}
