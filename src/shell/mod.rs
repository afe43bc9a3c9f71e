//! The shell: reads a line, runs it, prints the answer, until Ctrl-D.

mod banner;
mod command_words;
pub mod commands;
mod configuration;
mod edit;
mod editor;
mod files;
mod folders;
mod helper;
mod history;
mod input;
mod keys;
mod paragraph;
mod question;
mod reading;
mod redirection;
mod settings;
mod sitting;
mod startup;
mod topics;
mod tutorial;
mod typing;

use std::io;
use std::path::{Path, PathBuf};

use endograph::diagnostic::{Diagnostic, Place, Source};

use crate::cli::batch::{Script, Summary, report_faults};
use crate::cli::console::{Console, is_ascii, line_at, part_errors, picture, say};
use crate::cli::files::Files;
use crate::cli::graphs;
use crate::cli::interrupt::{Interrupt, Manner};
use crate::cli::output::Output;
use crate::cli::pager::Pager;
use crate::cli::record::Record;
use crate::cli::runner::{Outcome, Runner};
use crate::cli::{Options, Status, open_session, script, set_colour};
use editor::{Editor, Entry};
use endograph::syntax::{Statement, parse_script};
use input::Piece;
use settings::Settings;

/// What a user has before them: an open graph, settings, and where answers go.
pub struct Shell {
    runner: Runner,
    settings: Settings,
    /// Entries that the history file keeps, as it was set before any `.set`.
    history_file_size: usize,
    /// The stream to return to after `.once`.
    after_once: Option<Output>,
    /// The graph was changed: completion must learn its names.
    graph_changed: bool,
    /// The statements entered last, for `.edit`.
    last: String,
    /// What was entered elsewhere than at the prompt, for the history.
    edited: Vec<String>,
    /// The step of the tutorial, from 0, while one is taken.
    tutorial: Option<usize>,
    /// A start-up script is run: what it sets is not confirmed.
    starting: bool,
}

/// Whether the shell stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The next prompt.
    Stay,
    /// The end.
    Leave,
}

/// Opens the shell on the graph that the options name. `given` are the options that stood on the command line.
///
/// # Errors
/// Where the terminal cannot be written.
pub fn run(options: Options, given: &[String], interrupt: Interrupt) -> io::Result<Status> {
    let settings = startup::settings(options, given);
    set_colour(settings.options.color);
    let scripts = match startup::scripts(&settings.options) {
        Ok(scripts) => scripts,
        Err(fault) => {
            picture(&fault, None);
            return Ok(Status::Unreadable);
        }
    };
    let output = match Output::of(&settings.options) {
        Ok(output) => output,
        Err(status) => return Ok(status),
    };
    let session = match open_session(&settings.options, &interrupt) {
        Ok(session) => session,
        Err(status) => return Ok(status),
    };
    interrupt.change_to(Manner::OnlyAsks);
    let mut console = Console::new(&settings.options, output);
    console.pager = Pager::wanted(&settings.options);
    console.most_rows = settings.most_rows;
    let mut runner = Runner::new(session, console, interrupt, settings.options.limits());
    let mut record = Record::read_with(&settings.options);
    record.open(runner.session.graph(), &settings.options.graph);
    runner.record = Some(record);
    if !settings.options.quiet {
        Output::Standard.write(&banner::text(runner.session.graph(), paragraph::width()))?;
    }
    let (last, edited) = (String::new(), Vec::new());
    let history_file_size = settings.history_size;
    let mut shell = Shell {
        runner,
        settings,
        history_file_size,
        after_once: None,
        graph_changed: true,
        last,
        edited,
        tutorial: None,
        starting: false,
    };
    let ended = shell.begin_with(&scripts).and_then(|flow| match flow {
        Flow::Stay => shell.read_until_end(),
        Flow::Leave => Ok(()),
    });
    let status = if shell.finish_output() { Status::Success } else { Status::Unreadable };
    ended.map(|()| status)
}

impl Shell {
    fn read_until_end(&mut self) -> io::Result<()> {
        let mut editor = Editor::new(&self.settings, self.history_file_size).map_err(io::Error::other)?;
        loop {
            editor.follow(&self.settings).map_err(io::Error::other)?;
            for entry in self.edited.drain(..) {
                editor.remember(&entry);
            }
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
        Files::new(&self.settings.options)
    }

    /// Has the settings take effect.
    fn apply_settings(&mut self) {
        let Self { runner, settings, .. } = self;
        let options = &settings.options;
        runner.console.format = options.format;
        runner.console.timer = options.timer;
        runner.console.quiet = options.quiet || self.starting;
        runner.console.pager = Pager::wanted(options);
        runner.console.most_rows = settings.most_rows;
        runner.console.ascii = is_ascii(options);
        runner.console.files = Files::new(options);
        runner.limits = options.limits();
        graphs::apply(runner.session.options_mut(), options);
        set_colour(options.color);
    }

    /// Runs the start-up scripts, without their confirmations.
    fn begin_with(&mut self, scripts: &[Source]) -> io::Result<Flow> {
        self.starting = true;
        let mut flow = Flow::Stay;
        for script in scripts {
            self.apply_settings();
            flow = self.enter_from(script)?;
            self.last.clear();
            if flow == Flow::Leave {
                break;
            }
        }
        self.starting = false;
        self.apply_settings();
        Ok(flow)
    }

    fn enter(&mut self, text: &str) -> io::Result<Flow> {
        self.enter_from(&Source::new("shell", text))
    }

    /// Runs what was entered: statements and commands, one by one.
    fn enter_from(&mut self, source: &Source) -> io::Result<Flow> {
        self.runner.interrupt.reset();
        part_errors();
        let before = source.place(0).line - 1; // of a Markdown file, the lines before the block
        for (line, piece) in input::pieces(source.text()) {
            let done = match piece {
                Piece::Command(line) => commands::run(self, line),
                Piece::Statements(text) => {
                    text.trim().clone_into(&mut self.last);
                    let begins = Place { line: before + line, column: 1 };
                    self.statements(&Source::new(source.name(), text).beginning_at(begins)).map(|()| Flow::Stay)
                }
            };
            if done.or_else(|error| self.give_up_output(error).map(|()| Flow::Stay))? == Flow::Leave {
                return Ok(Flow::Leave);
            }
            if self.runner.interrupt.pressed() {
                break;
            }
        }
        Ok(Flow::Stay)
    }

    fn statements(&mut self, source: &Source) -> io::Result<()> {
        for parsed in parse_script(source.text()) {
            if let Err(error) = self.statement(parsed, source) {
                self.give_up_output(error)?;
            }
            if self.runner.interrupt.pressed() {
                break;
            }
        }
        Ok(())
    }

    fn statement(&mut self, parsed: Result<Statement, Diagnostic>, source: &Source) -> io::Result<()> {
        if let (Err(_), Some(question)) = (&parsed, question::with_mark(source.text())) {
            say(&format!("read as `{question}`"));
            return self.statements(&Source::new(source.name(), question));
        }
        match parsed {
            Ok(statement) => {
                let outcome = self.runner.run(&statement, source)?;
                if let Outcome::Failed(diagnostic) = &outcome {
                    picture(diagnostic, Some(source));
                }
                self.end_once(!matches!(outcome, Outcome::Failed(_)));
                tutorial::notice(self, &statement)
            }
            Err(fault) => {
                self.runner.note_failure();
                let fault = commands::with_dot(fault, source.text());
                self.runner.console.error(&fault, line_at(source, fault.span), Some(source))?;
                self.end_once(false);
                Ok(())
            }
        }
    }

    /// `.read`: the same rules as a batch run, without its exit. Its summary is what was asked for, so it is never quiet.
    fn read_script(&mut self, path: &str) -> io::Result<()> {
        let path = Path::new(path);
        let texts = match self.files().may_read(path).and_then(|()| script::from_file(path)) {
            Ok(texts) => texts,
            Err(fault) => {
                picture(&fault, None);
                return Ok(());
            }
        };
        let mut script = match Script::parse(&texts) {
            Ok(script) => script,
            Err(faults) => return report_faults(&mut self.runner.console, &faults),
        };
        match script.keep_those_of(self.runner.session.graph()) {
            Ok(remarks) => remarks.iter().for_each(|remark| picture(remark, None)),
            Err(fault) => {
                picture(&fault, None);
                return Ok(());
            }
        }
        script.run(&mut self.runner, self.settings.options.keep_going, Summary::Always)?;
        self.end_once(true);
        Ok(())
    }

    /// `.graph PATH`: opens another graph; where that fails the present one stays.
    fn open_graph(&mut self, path: &str) {
        let paths = vec![PathBuf::from(path)];
        if let (false, Err(refusal)) = (graphs::is_embedded(Path::new(path)), self.files().may_read(Path::new(path))) {
            return picture(&refusal, None);
        }
        self.runner.interrupt.reset();
        let cancel = self.runner.interrupt.cancel(self.runner.limits);
        match graphs::open(&paths, &self.settings.options, &cancel) {
            Ok(graph) => {
                self.runner.session = graphs::session(graph, &self.settings.options);
                if let Some(record) = &mut self.runner.record {
                    record.open(self.runner.session.graph(), &paths);
                }
                self.settings.options.graph = paths;
                self.graph_changed = true;
                say(&banner::opened(self.runner.session.graph()));
            }
            Err(faults) => graphs::report(&faults),
        }
    }

    /// Says what a command has done, unless nobody wants to know.
    fn confirm(&self, text: &str) {
        if !self.runner.console.quiet {
            say(text);
        }
    }
}
