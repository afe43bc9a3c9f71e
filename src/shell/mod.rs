//! The shell: reads a line, runs it, prints the answer, until Ctrl-D.

mod banner;
mod colours;
mod commands;
mod completion;
mod editor;
mod helper;
mod history;
mod input;
mod paragraph;
mod place;
mod reachable;
mod reading;
mod topics;
mod tutorial;

use std::io;
use std::path::{Path, PathBuf};

use endograph::diagnostic::Source;

use crate::cli::batch::{Script, Summary};
use crate::cli::console::{Console, line_at, part_errors, picture, say};
use crate::cli::files::{Files, cannot_write};
use crate::cli::graphs;
use crate::cli::interrupt::{Interrupt, Second};
use crate::cli::output::Output;
use crate::cli::pager::Pager;
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
    /// The step of the tutorial, from 0, while one is taken.
    tutorial: Option<usize>,
}

/// Rows shown of a long answer where nothing else was asked for.
const MOST_ROWS: usize = 100;

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
    let output = match Output::of(&options) {
        Ok(output) => output,
        Err(status) => return Ok(status),
    };
    let mut console = Console::new(&options, output);
    console.pager = Pager::wanted(&options);
    console.most_rows = Some(MOST_ROWS);
    let runner = Runner::new(session, console, Interrupt::listen(Second::Waits), options.limits());
    if !options.quiet {
        Output::Standard.write(&banner::text(runner.session.graph()))?;
    }
    let mut shell = Shell { runner, options, after_once: None, graph_changed: true, tutorial: None };
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

    /// What may be done with files now.
    fn files(&self) -> Files {
        Files::new(&self.options)
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
                    tutorial::notice(self, &statement)?;
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
        let path = Path::new(path);
        let sources = match self.files().may_read(path).and_then(|()| script::from_file(path)) {
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
        if let (false, Err(refusal)) = (graphs::is_embedded(Path::new(path)), self.files().may_read(Path::new(path))) {
            return picture(&refusal, None);
        }
        self.runner.interrupt.reset();
        let cancel = self.runner.interrupt.cancel(self.options.limits());
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
    fn redirect(&mut self, path: Option<&Path>, allowed: Files, once: bool) {
        let output = match path.map_or(Ok(Output::Standard), |path| allowed.create(path)) {
            Ok(output) => output,
            Err(refusal) => return picture(&refusal, None),
        };
        let before = std::mem::replace(&mut self.runner.console.output, output);
        if once && self.after_once.is_none() {
            self.after_once = Some(before);
        } else {
            let name = before.name();
            if let Err(error) = before.finish() {
                picture(&cannot_write(Path::new(&name), &error), None);
            }
        }
    }

    fn end_once(&mut self) -> io::Result<()> {
        match self.after_once.take() {
            Some(before) => std::mem::replace(&mut self.runner.console.output, before).finish(),
            None => Ok(()),
        }
    }
}
