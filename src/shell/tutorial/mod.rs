//! `.tutorial`: ten steps through the language. A step says what to type; whatever is typed is run as ever, and where it is
//! what the step asks for, the step then says what to notice.

mod steps;
#[cfg(test)]
mod tests;

use std::io;

use endograph::graph::Graph;
use endograph::resolve::{Bindings, resolve};
use endograph::syntax::{Statement, parse_statement};

use super::commands::{complain, print};
use super::help::tell;
use super::{Flow, Shell, helper, paragraph};
use steps::{STEPS, Step};

/// `.tutorial`, `.tutorial 4`, `.tutorial next`, `.tutorial off`.
pub fn run(shell: &mut Shell, argument: &str) -> io::Result<Flow> {
    match (argument.to_lowercase().as_str(), argument.parse::<usize>()) {
        ("", _) => take(shell, shell.tutorial.unwrap_or(0)),
        ("next", _) => next(shell, ""),
        ("off", _) => {
            shell.tutorial = None;
            Ok(Flow::Stay)
        }
        (_, Ok(number)) if (1..=STEPS.len()).contains(&number) => take(shell, number - 1),
        _ => complain(format!("`.tutorial` wants a step from 1 to {}, `next`, `off`, or nothing", STEPS.len())),
    }
}

/// `.next`: the step after this one.
pub fn next(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    match shell.tutorial {
        None => take(shell, 0),
        Some(place) if place + 1 < STEPS.len() => take(shell, place + 1),
        Some(_) => {
            shell.tutorial = None;
            tell(shell, "That was the last step. `.tutorial 1` begins again; `.help` lists what else there is.", 0)
        }
    }
}

/// Shows a step.
fn take(shell: &mut Shell, place: usize) -> io::Result<Flow> {
    let Some(step) = STEPS.get(place) else { return Ok(Flow::Stay) };
    if !knows(shell.runner.session.graph(), step) {
        return tell(shell, "The tutorial is about the HPG graph, and another one is open. `.graph hpg` opens it.", 0);
    }
    shell.tutorial = Some(place);
    tell(shell, &format!("\nStep {} of {}: {}\n\n{}\n\nType:", place + 1, STEPS.len(), step.title, step.text), 0)?;
    // What is broken off is indented, so that the lines can be pasted as they stand.
    print(&(paragraph::wrap(&format!("  {}", step.statement), paragraph::width(), 4) + "\n\n"))
}

/// Whether the tutorial is about this graph. A graph so large that its names are looked up only later is another.
pub fn can_run(graph: &Graph) -> bool {
    helper::has_names_at_once(graph) && STEPS.iter().all(|step| knows(graph, step))
}

/// Whether a graph knows the names of a step.
fn knows(graph: &Graph, step: &Step) -> bool {
    let knows = |statement: Statement| resolve(&statement, graph, &Bindings::new()).is_ok();
    parse_statement(step.statement).is_ok_and(knows)
}

/// After a statement: what to notice in its answer, where it is the one that the present step asks for.
///
/// # Errors
/// Where standard output cannot be written.
pub fn notice(shell: &Shell, statement: &Statement) -> io::Result<()> {
    let Some(step) = shell.tutorial.and_then(|place| STEPS.get(place)) else { return Ok(()) };
    let is_asked = |asked: Statement| asked.to_string().eq_ignore_ascii_case(&statement.to_string());
    if !parse_statement(step.statement).is_ok_and(is_asked) {
        return Ok(());
    }
    tell(shell, &format!("\nNotice: {}", step.notice), 0)?;
    let is_last = shell.tutorial == Some(STEPS.len() - 1);
    tell(shell, if is_last { "" } else { "`.next` goes on; try what you like before that.\n" }, 0).map(drop)
}
