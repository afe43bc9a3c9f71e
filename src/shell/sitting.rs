//! Commands about the sitting itself: `.set`, `.show`, `.edit`, `.save`.

use std::io;

use endograph::answer::printable;
use endograph::diagnostic::{Code, Diagnostic};

use super::commands::{complain, to_write, unquoted};
use super::folders::at_home;
use super::help::tell;
use super::{Flow, Shell, banner, edit as editing, settings};
use crate::cli::console::{picture, say};
use crate::cli::output::Output;
use crate::cli::script::is_markdown;

/// `.set`, `.set NAME`, `.set NAME VALUE`.
pub fn set(shell: &mut Shell, argument: &str) -> io::Result<Flow> {
    let (name, value) = argument.split_once([' ', '\t', '=']).unwrap_or((argument, ""));
    let value = unquoted(value.trim_start_matches([' ', '\t', '=']));
    if name.is_empty() {
        let (settings, last_column) = settings::listed(&shell.settings);
        return tell(shell, settings.trim_end(), last_column);
    }
    if !value.is_empty() {
        return give(shell, name, value);
    }
    match settings::find(name) {
        Ok(setting) => tell(shell, setting.told(&shell.settings).trim_end(), 2),
        Err(unknown) => {
            picture(&unknown, None);
            Ok(Flow::Stay)
        }
    }
}

/// Gives a setting a value.
#[expect(clippy::unnecessary_wraps, reason = "it ends a handler, and handlers may fail")]
pub fn give(shell: &mut Shell, name: &str, value: &str) -> io::Result<Flow> {
    let set = settings::find(name).and_then(|setting| setting.set(&mut shell.settings, value).map(|()| setting));
    match set {
        Ok(setting) => {
            shell.apply_settings();
            shell.confirm(&format!("{} {}", setting.name, (setting.get)(&shell.settings)));
        }
        Err(refusal) => picture(&refusal, None),
    }
    Ok(Flow::Stay)
}

/// `.show`
pub fn show(shell: &mut Shell, _: &str) -> io::Result<Flow> {
    let mut rows = vec![
        ("graph", banner::opened(shell.runner.session.graph())),
        ("output", printable(&shell.runner.console.output.name()).into_owned()),
    ];
    rows.extend(settings::ALL.iter().map(|setting| (setting.name, (setting.get)(&shell.settings))));
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let lines: Vec<String> = rows.iter().map(|(name, value)| format!("{name:width$}  {value}")).collect();
    tell(shell, &lines.join("\n"), width + 2)
}

/// `.edit`, `.edit STATEMENT`: what the editor leaves is run, and kept in the history.
pub fn edit(shell: &mut Shell, statement: &str) -> io::Result<Flow> {
    let text = if statement.is_empty() { shell.last.as_str() } else { statement };
    let edited = match editing::edit(text, shell.files()) {
        Ok(edited) => edited,
        Err(refusal) => {
            picture(&refusal, None);
            return Ok(Flow::Stay);
        }
    };
    let edited = edited.trim_end();
    if edited.trim().is_empty() {
        say("nothing to run");
        return Ok(Flow::Stay);
    }
    say(edited);
    shell.edited.push(edited.to_owned());
    shell.enter(edited)
}

/// `.save FILE`
pub fn save(shell: &mut Shell, argument: &str) -> io::Result<Flow> {
    let (path, files) = to_write(shell, argument);
    if path.is_empty() {
        return complain("`.save` wants a file: `.save transcript.md`".to_owned());
    }
    let path = at_home(path);
    let path = path.as_path();
    if let (true, Err(refusal)) = (files.safe, files.may_write(path)) {
        picture(&refusal, None);
        return Ok(Flow::Stay);
    }
    if !is_markdown(path) && !Output::is_written_in_place(path) {
        return complain(format!("`.save` writes Markdown: `.save {}`", path.with_extension("md").display()));
    }
    let Some(record) = shell.runner.record.as_ref().filter(|record| record.count() > 0) else {
        picture(&Diagnostic::new(Code::NotApplicable, "nothing has been asked yet"), None);
        return Ok(Flow::Stay);
    };
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    match files.write(path, &record.transcript(&name)) {
        Ok(()) => say(&format!("{}, written to {}", record.summary(), path.display())),
        Err(refusal) => picture(&refusal, None),
    }
    Ok(Flow::Stay)
}
