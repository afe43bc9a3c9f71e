//! README.md tells the truth: its transcripts are what the program prints, its statements run, its files are those of
//! `examples`. `ENDOGRAPH_ACCEPT=1` rewrites the transcripts.

use std::path::{Path, PathBuf};

use crate::harness::{Endograph, Outcome};

/// A fenced block.
struct Block {
    /// The line of its fence, from 1.
    line: usize,
    /// `console`, `endo`, `toml`, `rust`, `sh`
    language: String,
    text: String,
}

/// A command of a transcript, and what the README says it prints.
struct Command {
    line: usize,
    /// As it stands, with its `$ `.
    text: String,
    words: Vec<String>,
    output: Vec<String>,
}

/// A line that stands for lines left out.
const LEFT_OUT: &str = "…";

#[test]
fn transcripts_are_what_the_program_prints() {
    let mut text = readme();
    let mut wrong = Vec::new();
    for block in blocks().iter().filter(|block| block.language == "console") {
        let mut mended: Vec<String> = Vec::new();
        let mut status = 0;
        for command in commands(block) {
            let printed = run(&command, &mut status);
            let printed: Vec<&str> = printed.lines().collect();
            let mut expected: Vec<&str> = command.output.iter().map(String::as_str).collect();
            if !matches(&expected, &printed) {
                let (says, prints) = (expected.join("\n"), printed.join("\n"));
                wrong.push(format!("README.md:{}: it says\n{says}\nbut it prints\n{prints}", command.line));
                expected = abridged(&expected, &printed);
            }
            mended.push(command.text);
            mended.extend(expected.into_iter().map(str::to_owned));
        }
        text = text.replacen(&block.text, &(mended.join("\n") + "\n"), 1);
    }
    if std::env::var_os("ENDOGRAPH_ACCEPT").is_some_and(|value| value == "1") {
        std::fs::write(root().join("README.md"), text).expect("README.md can be written");
    } else {
        assert!(wrong.is_empty(), "{}\nENDOGRAPH_ACCEPT=1 takes the new ones.", wrong.join("\n\n"));
    }
}

/// What a command prints, as a terminal shows it; keeps the status for `echo $?`.
fn run(command: &Command, status: &mut i32) -> String {
    match command.words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["echo", "$?"] => status.to_string(),
        ["endograph", ref arguments @ ..] => {
            let outcome = Endograph::new(arguments).folder(&root()).run();
            *status = outcome.status;
            outcome.stdout + &outcome.stderr
        }
        _ => panic!("README.md:{}: the README shows only endograph and its exit status", command.line),
    }
}

#[test]
fn statements_run() {
    let scripts: Vec<Block> = blocks().into_iter().filter(|block| block.language == "endo").collect();
    assert!(!scripts.is_empty(), "the README shows the language");
    for block in scripts {
        let Outcome { status, stderr, .. } = Endograph::new(["run", "-", "--format", "json"]).stdin(block.text).run();
        assert_eq!(status, 0, "the statements at README.md:{} fail:\n{stderr}", block.line);
    }
}

/// A block that begins with the path of a file in a comment is that file.
#[test]
fn files_are_those_of_the_repository() {
    let mut seen = 0;
    for block in blocks() {
        let first = block.text.lines().next().unwrap_or_default();
        let path = first.trim_start_matches(['#', '/', '!', ' ']).strip_prefix("examples/");
        let Some(path) = path.and_then(|rest| rest.split(':').next()) else { continue };
        let file = std::fs::read_to_string(root().join("examples").join(path)).expect("a file of examples");
        assert_eq!(block.text, file, "README.md:{} differs from examples/{path}", block.line);
        seen += 1;
    }
    assert_eq!(seen, 3, "the README shows a graph, a script and a program");
}

#[test]
fn the_first_screen_names_both_commands_and_the_disclaimer() {
    let text = readme();
    let screen: Vec<&str> = text.lines().take(60).collect();
    for needed in ["cargo run --release", "cargo test"] {
        assert!(screen.contains(&needed), "`{needed}` stands on a line of its own among the first 60");
    }
    assert!(screen.join(" ").contains("not medical advice"));
}

#[test]
fn the_parts_of_a_transcript_are_found() {
    let block = Block {
        line: 10,
        language: String::from("console"),
        text: String::from("$ endograph -c 'show LH\nstats' -q\nLH\n…\nend\n$ echo $?\n0\n"),
    };
    let commands = commands(&block);
    assert_eq!(commands[0].words, ["endograph", "-c", "show LH\nstats", "-q"]);
    assert_eq!(commands[0].output, ["LH", "…", "end"]);
    assert_eq!((commands[1].line, commands[1].words.join(" ")), (16, String::from("echo $?")));
}

#[test]
fn lines_left_out_match_any_lines() {
    let check = |expected: &[&str], printed: &[&str], same: bool| {
        assert_eq!(matches(expected, printed), same, "{expected:?} {printed:?}");
    };
    check(&["a", "…", "d"], &["a", "b", "c", "d"], true);
    check(&["a", "…"], &["a"], true);
    check(&["…", "b"], &["a"], false);
    check(&["a"], &["a", "b"], false);
    check(&["a", "…", "c", "…", "e"], &["a", "c", "b", "c", "d", "e"], true);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).expect("README.md")
}

fn blocks() -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut inside = false;
    for (position, line) in readme().lines().enumerate() {
        match line.strip_prefix("```") {
            Some(_) if inside => inside = false,
            Some(language) => {
                inside = true;
                blocks.push(Block { line: position + 1, language: language.to_owned(), text: String::new() });
            }
            None if inside => {
                if let Some(block) = blocks.last_mut() {
                    block.text.push_str(line);
                    block.text.push('\n');
                }
            }
            None => {}
        }
    }
    assert!(!inside, "a block of the README is not closed");
    blocks
}

/// The commands of a transcript; a quote that is open at the end of a line goes on in the next.
fn commands(block: &Block) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    let mut lines = block.text.lines().enumerate();
    while let Some((position, line)) = lines.next() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => {
                let mut command = command.to_owned();
                while command.matches('\'').count() % 2 == 1 {
                    let (_, more) = lines.next().expect("a closed quote");
                    command = format!("{command}\n{more}");
                }
                commands.push(Command {
                    line: block.line + 1 + position,
                    text: format!("$ {command}"),
                    words: words(&command),
                    output: Vec::new(),
                });
            }
            (None, Some(command)) => command.output.push(line.to_owned()),
            (None, None) => panic!("README.md:{}: a transcript begins with `$ `", block.line),
        }
    }
    for command in &mut commands {
        while command.output.last().is_some_and(String::is_empty) {
            command.output.pop();
        }
    }
    commands
}

/// The words of a command line: single quotes keep blanks.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (position, part) in command.split('\'').enumerate() {
        if position % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// The lines printed, cut as short as the expected ones were.
fn abridged<'a>(expected: &[&'a str], printed: &[&'a str]) -> Vec<&'a str> {
    match expected.iter().position(|line| line.trim() == LEFT_OUT) {
        Some(cut) => printed.iter().take(cut).copied().chain([LEFT_OUT]).collect(),
        None => printed.to_vec(),
    }
}

/// Whether lines are as expected, where [`LEFT_OUT`] stands for any number of lines.
fn matches(expected: &[&str], printed: &[&str]) -> bool {
    match (expected, printed) {
        ([], []) => true,
        ([first, rest @ ..], _) if first.trim() == LEFT_OUT => {
            (0..=printed.len()).any(|skip| matches(rest, &printed[skip..]))
        }
        ([first, rest @ ..], [line, more @ ..]) => first.trim_end() == line.trim_end() && matches(rest, more),
        _ => false,
    }
}
