//! The shell: reads a line, runs it, prints the answer, until Ctrl-D.

mod banner;
mod command_words;
mod commands;
mod editor;
mod files;
mod helper;
mod history;
mod input;
mod keys;
mod paragraph;
mod topics;
mod typing;

use std::io;
use std::path::PathBuf;

use endograph::diagnostic::{Code, Diagnostic, Source};

use crate::cli::batch::{Script, Summary};
use crate::cli::console::{Console, line_at, part_errors, picture, say};
use crate::cli::graphs;
use crate::cli::interrupt::{Interrupt, Second};
use crate::cli::output::Output;
use crate::cli::runner::{Outcome, Runner};
use crate::cli::{Options, Status, open_session, script};
use editor::{Editor, Entry};
use endograph::syntax::parse_script;
use input::Piece;

/// What a user has before them: an open graph, settings, and where answers go.
pub struct Shell {
    runner: Runner,
    options: Options,
    /// The stream to return to after `.once`.
    after_once: Option<Output>,
    /// The graph was changed: completion must learn its names.
    graph_changed: bool,
}

/// Whether the shell stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next prompt.
    Stay,
    /// The end.
    Leave,
}

/// Opens the shell on the graph that the options name.
///
/// # Errors
/// Where the terminal cannot be written.
pub fn run(options: Options) -> io::Result<Status> {
    let Some(session) = open_session(&options) else { return Ok(Status::Unreadable) };
    let output = match Output::open(options.output.as_deref()) {
        Ok(output) => output,
        Err(error) => {
            picture(&Diagnostic::new(Code::Io, format!("cannot write answers: {error}")), None);
            return Ok(Status::Unreadable);
        }
    };
    let console = Console::new(&options, output);
    let runner = Runner::new(session, console, Interrupt::listen(Second::Waits), options.timeout);
    if !options.quiet {
        Output::Standard.write(&banner::text(runner.session.graph()))?;
    }
    let mut shell = Shell { runner, options, after_once: None, graph_changed: true };
    shell.read_until_end()?;
    shell.runner.console.output.finish()?;
    Ok(Status::Success)
}

impl Shell {
    fn read_until_end(&mut self) -> io::Result<()> {
        let mut editor = Editor::new().map_err(io::Error::other)?;
        loop {
            if std::mem::take(&mut self.graph_changed) {
                editor.learn_graph(self.runner.session.shared_graph());
            }
            editor.learn_bound_names(self.runner.session.bound_names());
            match editor.read() {
                Entry::Text(text) => {
                    if self.enter(&text)? == Flow::Leave {
                        return Ok(());
                    }
                }
                Entry::Cleared => {}
                Entry::Idle => say("Ctrl-D to leave"),
                Entry::End => return Ok(()),
                Entry::Broken(error) => return Err(error),
            }
        }
    }

    /// Runs what was entered: statements and commands, one by one.
    fn enter(&mut self, text: &str) -> io::Result<Flow> {
        self.runner.interrupt.reset();
        part_errors();
        for piece in input::pieces(text) {
            match piece {
                Piece::Command(line) => {
                    if commands::run(self, line)? == Flow::Leave {
                        return Ok(Flow::Leave);
                    }
                }
                Piece::Statements(text) => self.statements(text)?,
            }
            if self.runner.interrupt.pressed() {
                break;
            }
        }
        Ok(Flow::Stay)
    }

    fn statements(&mut self, text: &str) -> io::Result<()> {
        let source = Source::new("shell", text);
        for parsed in parse_script(source.text()) {
            match parsed {
                Ok(statement) => {
                    if let Outcome::Failed(diagnostic) = self.runner.run(&statement, &source)? {
                        picture(&diagnostic, Some(&source));
                    }
                    self.end_once()?;
                }
                Err(fault) => self.runner.console.error(&fault, line_at(&source, fault.span), Some(&source))?,
            }
            if self.runner.interrupt.pressed() {
                break;
            }
        }
        Ok(())
    }

    /// `.read`: the same rules as a batch run, without its exit. Its summary is what was asked for, so it is never quiet.
    fn read_script(&mut self, path: &str) -> io::Result<()> {
        let sources = match script::from_file(&PathBuf::from(path)) {
            Ok(source) => vec![source],
            Err(fault) => {
                picture(&fault, None);
                return Ok(());
            }
        };
        match Script::parse(&sources) {
            Ok(script) => script.run(&mut self.runner, self.options.keep_going, Summary::Always).map(|_| ()),
            Err(faults) => crate::cli::batch::report_faults(&mut self.runner.console, &faults),
        }
    }

    /// `.graph PATH`: opens another graph; where that fails the present one stays.
    fn open_graph(&mut self, path: &str) {
        let paths = vec![PathBuf::from(path)];
        self.runner.interrupt.reset();
        let cancel = self.runner.interrupt.cancel(None);
        match graphs::open(&paths, &self.options, cancel) {
            Ok(graph) => {
                self.runner.session = graphs::session(graph, &self.options);
                self.options.graph = paths;
                self.graph_changed = true;
                say(&banner::opened(self.runner.session.graph()));
            }
            Err(faults) => graphs::report(&faults),
        }
    }

    /// `.output`, `.once`: sends answers elsewhere. A file that was being written takes its name now.
    fn redirect(&mut self, path: Option<&str>, once: bool) {
        let opened = Output::open(path.map(std::path::Path::new));
        let result = opened.and_then(|output| {
            let before = std::mem::replace(&mut self.runner.console.output, output);
            if once && self.after_once.is_none() {
                self.after_once = Some(before);
                Ok(())
            } else {
                before.finish()
            }
        });
        if let Err(error) = result {
            picture(&Diagnostic::new(Code::Io, format!("cannot write answers: {error}")), None);
        }
    }

    fn end_once(&mut self) -> io::Result<()> {
        match self.after_once.take() {
            Some(before) => std::mem::replace(&mut self.runner.console.output, before).finish(),
            None => Ok(()),
        }
    }
}
