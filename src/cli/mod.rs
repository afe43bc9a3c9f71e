//! The command line: arguments in, exit status out.

pub mod arguments;
pub mod batch;
mod build;
mod check;
pub mod console;
mod convert;
mod endings;
mod expectations;
pub mod files;
pub mod graphs;
pub mod interrupt;
mod manual;
mod markdown;
mod misused;
pub mod output;
pub mod pager;
mod pictures;
mod printing;
pub mod program;
pub mod progress;
pub mod record;
pub mod runner;
pub mod screen;
pub mod script;
mod status;
pub mod waiting;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{ArgMatches, ColorChoice, CommandFactory, FromArgMatches};
use endograph::diagnostic::{Code, Diagnostic, io_reason};
use endograph::session::Session;

use crate::shell;
pub use arguments::Options;
use arguments::{Arguments, Command};
use batch::{Script, Summary};
use console::{Console, picture};
use interrupt::{Interrupt, Manner};
use output::Output;
use pager::Pager;
use runner::Runner;
use script::Text;
pub use status::Status;

/// The program.
pub fn main() -> ExitCode {
    let matches = Arguments::command().try_get_matches().unwrap_or_else(|error| misused::explained(error).exit());
    let arguments = Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    set_colour(arguments.options.color);
    match dispatch(arguments, &given(&matches)) {
        Ok(status) => status.into(),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Success.into(),
        Err(error) => {
            picture(&Diagnostic::new(Code::Io, format!("cannot write: {}", io_reason(&error))), None);
            Status::Unreadable.into()
        }
    }
}

fn dispatch(arguments: Arguments, given: &[String]) -> io::Result<Status> {
    let Arguments { code, command, options } = arguments;
    let interrupt = Interrupt::listen(Manner::Ends);
    endings::listen();
    if !code.is_empty() && command.is_some() {
        let message = "`-c` and a command cannot be used together";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    let is_shell = code.is_empty() && command.is_none() && io::stdin().is_terminal() && io::stdout().is_terminal();
    if options.init.is_some() && !is_shell {
        let message = "`--init` is for the shell; a script says all that it needs";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    match command {
        None if is_shell => shell::run(options, given, interrupt),
        None if !code.is_empty() => {
            run_batch(&options, &script::from_command_line(&code), &interrupt, Pager::wanted(&options))
        }
        None => run_texts(&options, vec![script::from_standard_input()], &interrupt),
        Some(Command::Run { files }) => {
            run_texts(&options, files.iter().map(|file| script::from_file(file)).collect(), &interrupt)
        }
        Some(Command::Check { path, deny }) => check::run(&options, &path, &deny, &interrupt),
        Some(Command::Build { inputs, snapshot }) => build(&options, &inputs, snapshot, &interrupt),
        Some(Command::Convert { from_path, to_path, from, to, strict }) => {
            let paths = convert::Paths { from: &from_path, to: &to_path };
            Ok(convert::run(&options, paths, convert::Wish { from, to, strict }, &interrupt))
        }
        Some(Command::Completions { shell }) => completions(shell),
        Some(Command::Man) => man(),
    }
}

/// Runs texts once all of them could be read.
fn run_texts(
    options: &Options,
    texts: Vec<Result<Vec<Text>, Box<Diagnostic>>>,
    interrupt: &Interrupt,
) -> io::Result<Status> {
    let mut readable = Vec::new();
    let mut status = Status::Success;
    let mut console = Console::new(options, Output::Standard);
    for text in texts {
        match text {
            Ok(texts) => readable.extend(texts),
            Err(fault) => {
                console.error(&fault, "", None)?;
                status = status.or(if fault.code == Code::Io { Status::Unreadable } else { Status::Usage });
            }
        }
    }
    if status == Status::Success { run_batch(options, &readable, interrupt, Pager::default()) } else { Ok(status) }
}

fn run_batch(options: &Options, texts: &[Text], interrupt: &Interrupt, pager: Pager) -> io::Result<Status> {
    let mut console = Console::new(options, Output::Standard);
    console.pager = pager;
    let mut script = match Script::parse(texts) {
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
    let session = match open_session(options, interrupt) {
        Ok(session) => session,
        Err(status) => return Ok(status),
    };
    match script.keep_those_of(session.graph()) {
        Ok(remarks) if options.quiet => drop(remarks),
        Ok(remarks) => remarks.iter().for_each(|remark| picture(remark, None)),
        Err(fault) => {
            picture(&fault, None);
            return Ok(Status::Usage);
        }
    }
    interrupt.change_to(Manner::Asks);
    let mut runner = Runner::new(session, console, interrupt.clone(), options.limits());
    let summary = if options.quiet { Summary::OnFailure } else { Summary::Always };
    let status = script.run(&mut runner, options.keep_going, summary)?;
    // An answer that was cut says so itself, and is worth as much in a file.
    let is_told = status == Status::Success || runner.ended_in_part;
    if is_told || (options.keep_going && status != Status::Interrupted) {
        runner.console.output.finish()?;
    }
    Ok(status)
}

/// A session on the graph that the options name; its faults are told on standard error.
///
/// # Errors
/// The status of a run that ends here.
pub fn open_session(options: &Options, interrupt: &Interrupt) -> Result<Session, Status> {
    match graphs::open(&options.graph, options, &interrupt.cancel(options.limits())) {
        Ok(graph) => Ok(graphs::session(graph, options)),
        Err(faults) => {
            graphs::report(&faults);
            Err(graphs::status(&faults))
        }
    }
}

/// Builds a snapshot; `--output` names it too, since that is what the word means everywhere else.
fn build(options: &Options, inputs: &[PathBuf], output: Option<PathBuf>, interrupt: &Interrupt) -> io::Result<Status> {
    let Some(output) = output.or_else(|| options.output.clone()) else {
        let message = "the snapshot needs a name: `-o graph.endo`";
        Arguments::command().error(ErrorKind::MissingRequiredArgument, message).exit();
    };
    build::run(options, inputs, &output, interrupt)
}

/// The options that stand on the command line, rather than being as they usually are.
fn given(matches: &ArgMatches) -> Vec<String> {
    let ids = matches.ids().map(clap::Id::as_str);
    ids.filter(|id| matches.value_source(id) == Some(ValueSource::CommandLine)).map(str::to_owned).collect()
}

/// Has colour used as wanted from now on. Left to itself, a dumb terminal has none: in a build service (`CI` set)
/// `anstream` would colour every terminal there is.
pub fn set_colour(choice: ColorChoice) {
    let forced = std::env::var_os("CLICOLOR_FORCE").is_some_and(|force| !force.is_empty() && force != "0");
    match choice {
        ColorChoice::Auto if screen::is_dumb() && !forced => anstream::ColorChoice::Never,
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

fn completions(shell: clap_complete::Shell) -> io::Result<Status> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "endograph", &mut text);
    text = match shell {
        clap_complete::Shell::Fish => completed_after_options(&String::from_utf8_lossy(&text)).into_bytes(),
        clap_complete::Shell::Bash => with_options_asked_for(&String::from_utf8_lossy(&text)).into_bytes(),
        _ => text,
    };
    print_generated(&text)
}

/// Bash would offer options where a file or a command is due, and type the `-` that they have in common: they are offered once
/// a `-` is typed.
fn with_options_asked_for(script: &str) -> String {
    const DEEPEST: usize = 9; // words before a command's own
    let offered = "            esac\n            COMPREPLY=( $(compgen -W \"${opts}\" ";
    let script = script.replace(offered, &format!("{offered}-X '-*' "));
    (1..=DEEPEST).fold(script, |script, word| script.replace(&format!(" || ${{COMP_CWORD}} -eq {word} ]]"), " ]]"))
}

/// Fish takes `--format ` for an error as long as its value is missing, and would offer none of its values: no command is
/// there yet, then, and the options that stand before any are offered.
fn completed_after_options(script: &str) -> String {
    let reads_options = "argparse -s (__fish_endograph_global_optspecs) -- $cmd 2>/dev/null\n    or return\n";
    script.replace(reads_options, &reads_options.replace("or return\n", "or return 0\n"))
}

fn man() -> io::Result<Status> {
    print_generated(&manual::page(&Arguments::command())?)
}

fn print_generated(text: &[u8]) -> io::Result<Status> {
    Output::Standard.write(&String::from_utf8_lossy(text))?;
    Ok(Status::Success)
}
