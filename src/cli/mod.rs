//! The command line: arguments in, exit status out.

mod arguments;
pub mod batch;
mod build;
mod check;
pub mod console;
mod convert;
mod expectations;
pub mod files;
pub mod graphs;
pub mod interrupt;
pub mod output;
pub mod pager;
pub mod progress;
pub mod runner;
pub mod screen;
pub mod script;
mod status;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory, Parser};
use endograph::cancel::Cancel;
use endograph::diagnostic::{Code, Diagnostic, Source};
use endograph::session::Session;

use crate::shell;
pub use arguments::Options;
use arguments::{Arguments, Command};
use batch::{Script, Summary};
use console::{Console, picture};
use interrupt::{Interrupt, Second};
use output::Output;
use pager::Pager;
use runner::Runner;
pub use status::Status;

/// The program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    set_colour(arguments.options.color);
    match dispatch(arguments) {
        Ok(status) => status.into(),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Success.into(),
        Err(error) => {
            picture(&Diagnostic::new(Code::Io, format!("cannot write: {error}")), None);
            Status::Unreadable.into()
        }
    }
}

fn dispatch(arguments: Arguments) -> io::Result<Status> {
    let Arguments { code, command, options } = arguments;
    if !code.is_empty() && command.is_some() {
        let message = "`-c` and a command cannot be used together";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    match command {
        None if !code.is_empty() => run_batch(&options, &script::from_command_line(&code), Pager::wanted(&options)),
        None if io::stdin().is_terminal() && io::stdout().is_terminal() => shell::run(options),
        None => run_texts(&options, vec![script::from_standard_input()]),
        Some(Command::Run { files }) => run_texts(&options, files.iter().map(|file| script::from_file(file)).collect()),
        Some(Command::Check { path, deny }) => check::run(&options, &path, &deny),
        Some(Command::Build { inputs, snapshot }) => build(&options, &inputs, snapshot),
        Some(Command::Convert { from_path, to_path, from, to, strict }) => {
            let paths = convert::Paths { from: &from_path, to: &to_path };
            Ok(convert::run(&options, paths, convert::Wish { from, to, strict }))
        }
        Some(Command::Completions { shell }) => completions(shell),
        Some(Command::Man) => man(),
    }
}

/// Runs texts once all of them could be read.
fn run_texts(options: &Options, texts: Vec<Result<Source, Box<Diagnostic>>>) -> io::Result<Status> {
    let mut sources = Vec::new();
    let mut status = Status::Success;
    let mut console = Console::new(options, Output::Standard);
    for text in texts {
        match text {
            Ok(source) => sources.push(source),
            Err(fault) => {
                console.error(&fault, "", None)?;
                status = status.or(if fault.code == Code::Io { Status::Unreadable } else { Status::Usage });
            }
        }
    }
    if status == Status::Success { run_batch(options, &sources, Pager::default()) } else { Ok(status) }
}

fn run_batch(options: &Options, sources: &[Source], pager: Pager) -> io::Result<Status> {
    let mut console = Console::new(options, Output::Standard);
    console.pager = pager;
    let script = match Script::parse(sources) {
        Ok(script) => script,
        Err(faults) => {
            batch::report_faults(&mut console, &faults)?;
            return Ok(Status::Usage);
        }
    };
    console.output = match Output::of(options) {
        Ok(output) => output,
        Err(status) => return Ok(status),
    };
    let Some(session) = open_session(options) else { return Ok(Status::Unreadable) };
    let interrupt = Interrupt::listen(Second::Ends);
    let mut runner = Runner::new(session, console, interrupt, options.limits());
    let summary = if options.quiet { Summary::OnFailure } else { Summary::Always };
    let status = script.run(&mut runner, options.keep_going, summary)?;
    if status == Status::Success || (options.keep_going && status != Status::Interrupted) {
        runner.console.output.finish()?;
    }
    Ok(status)
}

/// A session on the graph that the options name; without one, its faults stand on standard error.
pub fn open_session(options: &Options) -> Option<Session> {
    match graphs::open(&options.graph, options, Cancel::never()) {
        Ok(graph) => Some(graphs::session(graph, options)),
        Err(faults) => {
            graphs::report(&faults);
            None
        }
    }
}

/// Builds a snapshot; `--output` names it too, since that is what the word means everywhere else.
fn build(options: &Options, inputs: &[PathBuf], output: Option<PathBuf>) -> io::Result<Status> {
    let Some(output) = output.or_else(|| options.output.clone()) else {
        let message = "the snapshot needs a name: `-o graph.endo`";
        Arguments::command().error(ErrorKind::MissingRequiredArgument, message).exit();
    };
    build::run(options, inputs, &output)
}

fn set_colour(choice: ColorChoice) {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

fn completions(shell: clap_complete::Shell) -> io::Result<Status> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "endograph", &mut text);
    print_generated(&text)
}

fn man() -> io::Result<Status> {
    let mut text = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut text)?;
    print_generated(&text)
}

fn print_generated(text: &[u8]) -> io::Result<Status> {
    Output::Standard.write(&String::from_utf8_lossy(text))?;
    Ok(Status::Success)
}
