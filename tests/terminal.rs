//! The shell on a terminal, driven through tmux. Without tmux these tests say that they were skipped.

mod reading;

use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::{BINARY, isolate};

const PROMPT: &str = "endograph>";

/// How long the screen may take to show something, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with its own tmux server, which ends with it.
struct Terminal {
    home: TempDir,
    server: String,
}

impl Terminal {
    /// A terminal that runs a shell command, where `endograph` is the binary; none without tmux.
    fn open(command: &str) -> Option<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        if Command::new("tmux").arg("-V").output().is_err() {
            eprintln!("skipped: tmux is not installed");
            return None;
        }
        let server = format!("endograph-test-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let terminal = Self { home: TempDir::new().expect("a temporary folder"), server };
        terminal.run(command);
        Some(terminal)
    }

    /// Starts a command in a fresh window, in the same home.
    fn run(&self, command: &str) {
        let command = format!("{}; echo status $?; sleep 60", command.replace("endograph", &format!("'{BINARY}'")));
        let started = self.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "60", &command]);
        assert!(started.status.success(), "{}", String::from_utf8_lossy(&started.stderr));
    }

    fn tmux(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        isolate(&mut command, self.home.path());
        command.env("TMUX_TMPDIR", self.home.path()).env_remove("TMUX").current_dir(self.home.path());
        command.args(["-L", &self.server]).args(arguments).output().expect("tmux runs")
    }

    /// Types a text as it stands.
    fn enter(&self, text: &str) {
        self.tmux(&["send-keys", "-l", text]);
        self.press("Enter");
    }

    /// Presses a key: `Enter`, `C-c`, `Tab`.
    fn press(&self, key: &str) {
        self.tmux(&["send-keys", key]);
    }

    fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p", "-S", "-"]).stdout).trim_end().to_owned()
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    fn wait(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let started = Instant::now();
        loop {
            let screen = self.screen();
            if wanted(&screen) {
                return screen;
            }
            assert!(started.elapsed() < PATIENCE, "waited in vain for {what}:\n{screen}");
            sleep(Duration::from_millis(50));
        }
    }

    /// Waits until the screen holds a text.
    #[track_caller]
    fn shows(&self, text: &str) -> String {
        self.wait(&format!("`{text}`"), |screen| screen.contains(text))
    }

    /// Waits until the last line is an empty prompt.
    #[track_caller]
    fn is_ready(&self) -> String {
        self.wait("a prompt", |screen| screen.trim_end().ends_with(PROMPT))
    }

    fn home(&self) -> &Path {
        self.home.path()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

/// A terminal with the shell ready.
fn shell() -> Option<Terminal> {
    let terminal = Terminal::open("endograph")?;
    terminal.is_ready();
    Some(terminal)
}

#[test]
fn the_first_screen_says_what_is_open_and_what_to_try() {
    let Some(terminal) = shell() else { return };
    let screen = terminal.screen();
    for part in [
        "hpg",
        "entities",
        "edges",
        "? what suppresses LH",
        "path hCG -> spermatogenesis",
        ".help",
        "not medical advice",
    ] {
        assert!(screen.contains(part), "{part}:\n{screen}");
    }
}

#[test]
fn a_failing_statement_does_not_end_the_session() {
    let Some(terminal) = shell() else { return };
    terminal.enter("show Nobody");
    terminal.shows("unknown-name");
    terminal.enter("show");
    terminal.shows("error[incomplete]");
    terminal.is_ready();
    terminal.enter("? does hCG raise testosterone");
    terminal.shows("raises");
    terminal.enter("# only a comment");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.shows("status 0");
}

#[test]
fn unfinished_statements_go_on_in_the_next_line() {
    let Some(terminal) = shell() else { return };
    terminal.enter("path hCG ->");
    terminal.shows("      ...");
    terminal.press("Enter");
    terminal.shows("`->` wants something after it; Ctrl-C clears");
    terminal.enter("spermatogenesis");
    terminal.shows("Leydig");
    terminal.is_ready();
}

#[test]
fn ctrl_c_clears_a_line_and_hints_on_an_empty_one() {
    let Some(terminal) = shell() else { return };
    terminal.tmux(&["send-keys", "-l", "show Nobody"]);
    terminal.shows("show Nobody");
    terminal.press("C-c");
    let screen = terminal.is_ready();
    assert!(!screen.contains("Ctrl-D to leave") && !screen.contains("unknown-name"), "{screen}");
    terminal.press("C-c");
    terminal.shows("Ctrl-D to leave");
    terminal.enter("path hCG ->");
    terminal.shows("      ...");
    terminal.press("C-c");
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
}

#[test]
fn ctrl_c_stops_a_running_statement_and_keeps_the_session() {
    let Some(terminal) = shell() else { return };
    terminal.enter(".output answers");
    for times in 1..=2 {
        terminal.is_ready();
        terminal.enter("path all anything -> anything max 12");
        sleep(Duration::from_millis(300));
        terminal.press("C-c");
        terminal.wait("`interrupted`", |screen| screen.matches("interrupted").count() == times);
        terminal.is_ready();
    }
    terminal.enter(".output off");
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
}

#[test]
fn words_that_leave() {
    for word in ["quit", "exit", ".quit", ".exit", ".q"] {
        let Some(terminal) = shell() else { return };
        terminal.enter(word);
        terminal.shows("status 0");
    }
}

#[test]
fn history_is_kept_between_sessions_and_private() {
    let Some(terminal) = Terminal::open("endograph; endograph") else { return };
    terminal.is_ready();
    terminal.enter("show LH");
    terminal.shows("luteinizing hormone");
    terminal.enter(" show FSH");
    terminal.shows("follicle");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.wait("the second session", |screen| screen.matches("not medical advice").count() == 2);
    terminal.is_ready();
    terminal.press("Up");
    terminal.wait("the last statement", |screen| screen.trim_end().ends_with("endograph> show LH"));
    let file = terminal.home().join("state/endograph/history");
    let history = std::fs::read_to_string(&file).expect("a history file");
    assert!(history.contains("show LH") && !history.contains("FSH"), "{history}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file).expect("a history file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn tab_completes() {
    let Some(terminal) = shell() else { return };
    let completes = |typed: &str, expected: &str| {
        terminal.tmux(&["send-keys", "-l", typed]);
        terminal.press("Tab");
        terminal.shows(expected);
        terminal.press("C-c");
        terminal.is_ready();
    };
    completes("evi", "evidence");
    completes("show exogenous test", "show exogenous testosterone");
    completes(".mode mark", ".mode markdown");
    completes(".tim", ".timer");
}

#[test]
fn a_pasted_block_runs_line_by_line() {
    let Some(terminal) = shell() else { return };
    terminal.tmux(&["set-buffer", "show LH\n.mode json\nshow Nobody\nlist glands\n"]);
    terminal.tmux(&["paste-buffer", "-p"]);
    terminal.press("Enter");
    let screen = terminal.shows("\"kind\":\"entities\"");
    assert!(screen.contains("luteinizing hormone") && screen.contains("unknown-name"), "{screen}");
}

#[test]
fn commands() {
    let Some(terminal) = shell() else { return };
    let answers = |line: &str, expected: &str| {
        terminal.enter(line);
        terminal.shows(expected);
        terminal.is_ready();
        terminal.tmux(&["send-keys", "C-l"]);
        terminal.tmux(&["clear-history"]);
    };
    answers(".help", ".timer on|off");
    answers("help", "Topics");
    answers(".help path", "select others");
    answers(".help mode", "how answers are written");
    answers(".mode", "table");
    answers(".mode yaml", "no format is called `yaml`");
    answers(".tmier on", ".timer");
    answers(".timer maybe", "`on` or `off`");
    answers(".quit now", "takes no argument");
    answers(".graph", "hpg");
    answers(".graph missing.toml", "missing.toml");
    answers(".show", "standard output");
    answers(".version", env!("CARGO_PKG_VERSION"));
    answers(".schema", "stimulates");
    answers(".examples", "expect yes:");
    std::fs::write(terminal.home().join("script.endo"), "show LH\nshow Nobody\n").expect("a script");
    answers(".read script.endo", "unknown-name");
    answers(".read missing.endo", "cannot be read");
    std::fs::write(terminal.home().join("checks.endo"), "expect yes: ? does hCG raise testosterone\n")
        .expect("a script");
    answers(".read checks.endo", "1 of 1 expectation held");
    answers(".once answer", PROMPT);
    answers("show LH", PROMPT);
    answers("show FSH", "follicle");
    assert!(std::fs::read_to_string(terminal.home().join("answer")).expect("the file").contains("luteinizing"));
}

#[test]
fn a_dumb_terminal_works() {
    let Some(terminal) = Terminal::open("TERM=dumb endograph") else { return };
    terminal.is_ready();
    terminal.enter("show LH");
    let screen = terminal.shows("luteinizing hormone");
    assert!(!screen.contains("[0m"), "{screen}");
    terminal.is_ready();
    terminal.press("C-d");
    terminal.shows("status 0");
}

#[test]
fn redirected_streams_open_no_shell() {
    let Some(terminal) = Terminal::open("echo 'show LH' | endograph") else { return };
    let screen = terminal.shows("status 0");
    assert!(screen.contains("luteinizing hormone") && !screen.contains(PROMPT), "{screen}");
}
