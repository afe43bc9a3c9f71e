//! A sitting at the shell: settings, files, safety, what is kept. The shell wants a terminal, which `script` gives it; what
//! is to be entered stands in a start-up script. Without `script` these tests say that they were skipped.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::harness::{BINARY, Endograph, isolate};

/// A home with a shell in it.
struct Sitting {
    home: TempDir,
    environment: Vec<(&'static str, String)>,
}

impl Sitting {
    fn new() -> Self {
        Self { home: TempDir::new().expect("a temporary folder"), environment: Vec::new() }
    }

    /// The same with a file in its home.
    fn file(self, name: &str, contents: &str) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, contents).expect("a file");
        self
    }

    /// The same with a variable.
    fn env(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.home.path().join(name)
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Enters lines, leaves, and returns what the terminal showed.
    fn enter(&self, arguments: &str, lines: &str) -> Option<String> {
        fs::write(self.path("lines.endo"), format!("{lines}\n.quit\n")).expect("a file");
        self.run(&format!("--init lines.endo --quiet {arguments}"))
    }

    /// Runs the shell, whose input is at its end, and returns what the terminal showed; none without `script`.
    fn run(&self, arguments: &str) -> Option<String> {
        let mut command = Command::new("script");
        isolate(&mut command, self.home.path());
        command.args(["-qec", &format!("'{BINARY}' {arguments}"), "/dev/null"]).current_dir(self.home.path());
        for name in ["VISUAL", "EDITOR"] {
            command.env_remove(name);
        }
        command.env("NO_COLOR", "1").envs(self.environment.iter().map(|(name, value)| (name, value)));
        match command.stdin(Stdio::null()).output() {
            Ok(output) if cfg!(target_os = "linux") => {
                Some(String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n"))
            }
            _ => {
                eprintln!("skipped: there is no `script` here");
                None
            }
        }
    }
}

/// Enters lines in a home and looks for texts on the screen.
#[track_caller]
fn check(sitting: &Sitting, arguments: &str, lines: &str, shown: &[&str], not_shown: &[&str]) {
    let Some(screen) = sitting.enter(arguments, lines) else { return };
    for text in shown {
        assert!(screen.contains(text), "{lines}: `{text}` is missing:\n{screen}");
    }
    for text in not_shown {
        assert!(!screen.contains(text), "{lines}: `{text}` stands there:\n{screen}");
    }
}

#[test]
fn settings_are_listed_shown_and_set() {
    let sitting = Sitting::new();
    check(&sitting, "", ".set", &["mode", "table", "history-size", "10000", "seed of the press model"], &[]);
    check(&sitting, "--seed 7", ".set seed\n.show", &["seed 7", "usually 1", "graph", "hpg", "standard output"], &[]);
    check(&sitting, "", ".set seed 9\n.set seed\n.set timer=on\n.show", &["seed 9", "timer         on"], &[]);
    check(&sitting, "", ".set mode csv\n.mode\nlist glands", &["csv", "entity,"], &[]);
    check(&sitting, "", ".set sede 9", &["error[unknown-key]", "no setting is called `sede`", "`seed`"], &[]);
    check(&sitting, "", ".set seed x", &["error[wrong-value]", "`seed` cannot be `x`"], &[]);
    check(&sitting, "", ".timer maybe\n.mode jsn", &["`on` or `off`", "no format is called `jsn`"], &[]);
    check(
        &sitting,
        "",
        ".set timeout 0.000001\n? why does exogenous testosterone suppress spermatogenesis",
        &["timed-out"],
        &[],
    );
}

#[test]
fn the_configuration_holds_for_the_shell_only() {
    let sitting = Sitting::new()
        .file("config/endograph/config.toml", "mode = \"csv\"\nseed = 7\n")
        .file("config/endograph/init.endo", "let glands = list glands\n.timer on\nlist $glands\nshow Nobody\n.quit\n");
    let Some(screen) = sitting.run("") else { return };
    for part in ["not medical advice", "entity,", "testes", " ms", "init.endo:4:6", "unknown-name"] {
        assert!(screen.contains(part), "{part}:\n{screen}");
    }
    assert!(!screen.contains("bound"), "confirmations are left out:\n{screen}");
    check(&sitting, "", ".set seed\n.mode", &["seed 7", "csv"], &["testes"]);
    check(&sitting, "--seed 3 --format json", ".set seed\n.mode", &["seed 3", "json"], &[]);
    let config = sitting.path("config");
    let batch = |arguments: &[&str]| {
        Endograph::new(arguments.iter().copied()).env("XDG_CONFIG_HOME", &config.display().to_string()).run()
    };
    let outcome = batch(&["-c", "list glands"]);
    outcome.check(0, &["testes"], &[]);
    assert!(!outcome.stdout.contains("entity,"), "{outcome:?}");
    batch(&["--init", "x.endo", "-c", "list glands"]).check(2, &[], &["`--init` is for the shell"]);
    batch(&["--init", "x.endo", "--no-init"]).check(2, &[], &["--no-init"]);
}

#[test]
fn what_is_wrong_with_the_configuration_is_told_at_its_place() {
    let sitting =
        Sitting::new().file("config/endograph/config.toml", "colors = \"never\"\nseed = \"x\"\nmode = \"csv\"\n");
    let parts = ["config.toml:1:1", "unknown-key", "`color`", "config.toml:2:8", "wrong-value", "mode          csv"];
    check(&sitting, "", ".show", &parts, &[]);
    let sitting = Sitting::new().file("config/endograph/config.toml", "seed =\n");
    check(&sitting, "", ".show", &["error[toml]", "config.toml:1", "seed          1"], &[]);
    let Some(screen) = sitting.run("--init missing.endo") else { return };
    assert!(screen.contains("missing.endo") && screen.contains("cannot be read"), "{screen}");
}

#[test]
fn no_file_is_overwritten_without_saying_so() {
    let sitting = Sitting::new().file("there.md", "as it was").file("there", "as it was");
    for line in [".output there", ".once there", "show LH\n.save there.md", "draw show LH to \"there.svg\""] {
        let sitting =
            Sitting::new().file("there.md", "as it was").file("there", "as it was").file("there.svg", "as it was");
        check(&sitting, "", line, &["error[file-exists]", "is there already", "--force"], &[]);
        for name in ["there", "there.md", "there.svg"] {
            assert_eq!(sitting.text(name), "as it was", "{line}");
        }
    }
    check(&sitting, "", ".output there --force\nshow LH\n.output off", &[], &["error", "luteinizing"]);
    assert!(sitting.text("there").contains("luteinizing"));
    check(&sitting, "", ".set force on\n.once there\nshow FSH\nshow LH", &["luteinizing"], &["error", "follicle"]);
    assert!(sitting.text("there").contains("follicle"));
    check(
        &sitting,
        "--force",
        "show LH\n.save there.md",
        &["1 question and its answer, written to there.md"],
        &["error"],
    );
    check(&sitting, "", ".once /dev/null\nshow LH\nshow FSH", &["follicle"], &["error", "luteinizing"]);
    check(&sitting, "", ".output /dev/stdout\nshow LH", &["luteinizing"], &["error"]);
}

#[test]
fn an_output_loses_no_answer_and_empties_no_file() {
    let home = || Sitting::new().file("keep.txt", "as it was");
    let sitting = home();
    check(&sitting, "", ".output a.txt\nshow LH\n.once b.txt", &[], &["error", "luteinizing"]);
    assert!(sitting.text("a.txt").contains("luteinizing") && !sitting.path("b.txt").exists());
    let sitting = home();
    check(&sitting, "", ".once a.txt\n.output b.txt\nshow LH\nshow FSH", &[], &["error", "luteinizing"]);
    assert!(sitting.text("b.txt").contains("follicle") && !sitting.path("a.txt").exists());
    let sitting = home();
    check(&sitting, "--force", ".once keep.txt\nshow Nobody", &["unknown-name"], &[]);
    assert_eq!(sitting.text("keep.txt"), "as it was");
    check(&sitting, "--force", ".once keep.txt\nshow Nobody\nshow LH\nshow FSH", &["follicle"], &["luteinizing"]);
    assert!(sitting.text("keep.txt").contains("luteinizing"));
    check(&sitting, "", ".once missing/x", &["the folder `missing` does not exist"], &[".tmp"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_does_not_end_the_session() {
    let lines = ".output /dev/full\nshow LH\nshow FSH\n.once /dev/full\nshow LH\nshow GnRH";
    check(
        &Sitting::new(),
        "",
        lines,
        &["error[io]", "answers go to standard output", "follicle", "gonadotropin-rel"],
        &["luteinizing"],
    );
}

#[test]
fn all_blocks_of_a_start_up_script_are_run() {
    let sitting = Sitting::new().file("x.md", "```endo\nshow LH\n```\n\n```endo\nshow Nobody\nshow FSH\n.quit\n```\n");
    let Some(screen) = sitting.run("--init x.md --quiet") else { return };
    for part in ["luteinizing", "x.md:6:6", "follicle"] {
        assert!(screen.contains(part), "{part}:\n{screen}");
    }
}

#[test]
fn a_safe_session_touches_no_file_and_starts_no_program() {
    let sitting = Sitting::new()
        .file("script.endo", "show LH\n")
        .file("graph.tsv", "subject\tobject\tsign\na\tb\t+\n")
        .env("EDITOR", "touch edited;");
    for line in [
        ".read script.endo",
        ".output answers",
        ".once answers",
        "show FSH\n.save answers.md",
        ".save answers.md",
        ".edit show LH",
        ".graph graph.tsv",
        "draw path hCG -> LH to \"answers.svg\"",
    ] {
        check(&sitting, "--safe", line, &["error[not-allowed]", "this session is `--safe`"], &["luteinizing"]);
        check(&sitting, "", &format!(".set safe on\n{line}"), &["error[not-allowed]"], &["luteinizing"]);
    }
    check(&sitting, "--safe", ".set safe off", &["a session that is safe stays so"], &[]);
    check(&sitting, "--safe", ".graph hpg\nshow LH", &["luteinizing"], &["error"]);
    check(&sitting, "--safe --graph graph.tsv", "show a", &["a"], &["error"]);
    for name in ["answers", "answers.md", "answers.svg", "edited", "state/endograph/history"] {
        assert!(!sitting.path(name).exists(), "{name}");
    }
    Endograph::new(["--safe", "-c", "draw path hCG -> LH to \"x.svg\""]).run().check(3, &[], &["not-allowed"]);
    Endograph::new(["--safe", "--output", "x", "-c", "show LH"]).run().check(0, &[], &[]);
}

#[test]
fn an_editor_gives_back_what_is_run() {
    let edited = |body: &str| Sitting::new().file("editor", body).env("EDITOR", "sh editor");
    let to_fsh = "sed s/LH/FSH/ \"$1\" > new; cp new \"$1\"\n";
    check(&edited(to_fsh), "", "show LH\n.edit", &["luteinizing", "show FSH", "follicle"], &["error"]);
    check(&edited(to_fsh), "", ".edit show LH", &["show FSH", "follicle"], &["luteinizing", "error"]);
    check(&edited("exit 3"), "", "show LH\n.edit", &["error[io]", "3", "nothing was run"], &[]);
    check(&edited(": > \"$1\""), "", "show LH\n.edit", &["nothing to run"], &["error"]);
    check(&Sitting::new(), "", ".edit show LH", &["no editor is set", "EDITOR"], &["luteinizing"]);
    check(
        &Sitting::new().env("VISUAL", "/no/such/editor"),
        "",
        ".edit show LH",
        &["error[io]", "/no/such/editor"],
        &[],
    );
}

/// The fenced blocks of a language, without their fences.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(information) = line.strip_prefix("```") {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            if information.split(' ').next() == Some(language) {
                blocks.push(inside.join("\n"));
            }
        }
    }
    blocks
}

#[test]
fn a_transcript_runs_again_to_the_same_answers() {
    let thyroid = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/thyroid.toml");
    let sitting = Sitting::new().file("thyroid.toml", &fs::read_to_string(thyroid).expect("an example"));
    let lines = "let boosters = ? which drugs raise testosterone\n\
                 .mode json\n\
                 ? which $boosters suppress spermatogenesis\n\
                 show Nobody\n\
                 show LH show\n\
                 .set seed 7\n\
                 ? does TRT suppress spermatogenesis\n\
                 expect yes: ? does clomiphene raise LH\n\
                 .graph thyroid.toml\n\
                 ? does methimazole raise TSH\n\
                 .save transcript.md";
    let Some(screen) = sitting.enter("", lines) else { return };
    assert!(screen.contains("5 questions and answers (left out: 2 that failed), written to transcript.md"), "{screen}");
    let text = sitting.text("transcript.md");
    for part in [
        "endograph run transcript.md\nendograph run transcript.md --graph thyroid.toml\n",
        "## hpg 1.0.0",
        "## thyroid 1.0.0",
        "```endo graph=hpg version=1.0.0 seed=7\n",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    let answers = blocks(&text, "text");
    let rerun = |arguments: &[&str]| {
        let outcome = Endograph::new(arguments.iter().copied()).folder(sitting.home.path()).run();
        assert_eq!(outcome.status, 0, "{outcome:?}");
        outcome
    };
    let of_hpg = rerun(&["run", "transcript.md"]);
    assert_eq!(of_hpg.stdout, answers[..4].join("\n\n") + "\n");
    assert!(of_hpg.stderr.contains("1 of 5 statements were asked of `thyroid`"), "{of_hpg:?}");
    let of_thyroid = rerun(&["run", "transcript.md", "--graph", "thyroid.toml", "--quiet"]);
    assert_eq!(of_thyroid.stdout, answers[4..].join("\n\n") + "\n");
    assert_eq!(of_thyroid.stderr, "");
    check(&sitting, "", ".read transcript.md", &["statements were asked of `thyroid`", "TRT"], &["error"]);
    check(&sitting, "", ".save transcript", &["`.save` writes Markdown: `.save transcript.md`"], &[]);
    check(&sitting, "", ".save new.md", &["error[not-applicable]", "nothing has been asked yet"], &[]);
}

#[test]
fn markdown_that_cannot_be_run() {
    let run = |text: &str| Endograph::new(["run", "x.md"]).file("x.md", text).run();
    run("# nothing\n").check(2, &[], &["holds no statements to run", "```endo"]);
    run("a\n\n```endo\nshow LH\nshow Nobody\n```\n").check(1, &["luteinizing"], &["x.md:5:6", "unknown-name"]);
    run("```endo\nshow LH)\n```\n").check(2, &[], &["x.md:2:"]);
    run("```endo graph=other\nshow LH\n```\n").check(
        2,
        &[],
        &["everything here was asked of `other`, and `hpg` is open"],
    );
    run("```endo graph=hpg version=0.1\nshow LH\n```\n").check(
        0,
        &["luteinizing"],
        &["asked of hpg 0.1; this is hpg 1.0.0"],
    );
    let two = "```endo graph=hpg version=0.1\nshow FSH\n```\n```endo graph=hpg version=1.0.0\nshow LH\n```\n";
    run(two).check(0, &["luteinizing"], &["1 of 2 statements were asked of `hpg 0.1`, and are left out"]);
    let twins = two.replace("version=0.1", "version=1.0.0 size=1+2");
    run(&twins).check(0, &["luteinizing"], &["1 of 2 statements were asked of `hpg 1.0.0`, and are left out"]);
    run("~~~ENDO\nno\n~~~\n```endo\nshow LH").check(0, &["luteinizing"], &[]);
}

#[test]
fn commands_of_the_shell_are_none_of_a_script() {
    Endograph::new(["run", "-"]).stdin("show LH\n.mode json\n").run().check(
        2,
        &[],
        &["`.mode` is a command of the shell"],
    );
    let sitting = Sitting::new().file("script.endo", "show LH\n.quit\n");
    check(&sitting, "", ".read script.endo", &["`.quit` is a command of the shell"], &["luteinizing"]);
    for line in ["!ls", ".shell ls", ".system ls", ".!ls"] {
        check(&Sitting::new().file("seen.txt", ""), "", line, &["error"], &["seen.txt"]);
    }
}

#[test]
fn a_home_is_not_needed() {
    let sitting = Sitting::new();
    fs::write(sitting.path("lines.endo"), "show LH\n.quit\n").expect("a file");
    let unset = format!("unset HOME XDG_STATE_HOME XDG_CONFIG_HOME; '{BINARY}' --init lines.endo");
    let Some(screen) = sitting.run(&format!("--version; {unset}")) else { return };
    assert!(screen.contains("luteinizing") && !screen.contains("history") && !screen.contains("panicked"), "{screen}");
}
