//! A terminal in tmux, and what its screen shows.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::{BINARY, isolate};

pub const PROMPT: &str = "endograph>";

/// How long the screen may take to show something, on a machine that is busy.
const PATIENCE: Duration = Duration::from_mins(2);

/// How often starting is tried again, and after how long.
const STARTS: u32 = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// A terminal with its own tmux server, which ends with it.
pub struct Terminal {
    home: TempDir,
    server: String,
}

impl Terminal {
    /// A terminal that runs a shell command, where `endograph` is the binary; none without tmux.
    pub fn open(command: &str) -> Option<Self> {
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
    pub fn run(&self, command: &str) {
        let command = format!("{}; echo status $?; sleep 60", command.replace("endograph", &format!("'{BINARY}'")));
        let start = || self.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "60", &command]);
        let mut started = start();
        // A server that is just ending takes no session.
        for _ in 0..STARTS {
            if started.status.success() {
                return;
            }
            sleep(PAUSE);
            started = start();
        }
        panic!("{}", String::from_utf8_lossy(&started.stderr));
    }

    pub fn tmux(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("tmux");
        isolate(&mut command, self.home.path());
        command.env("TMUX_TMPDIR", self.home.path()).env_remove("TMUX").current_dir(self.home.path());
        command.args(["-L", &self.server]).args(arguments).output().expect("tmux runs")
    }

    /// Types a text as it stands.
    pub fn enter(&self, text: &str) {
        self.tmux(&["send-keys", "-l", text]);
        self.press("Enter");
    }

    /// Types a text and does not run it.
    pub fn type_in(&self, text: &str) {
        self.tmux(&["send-keys", "-l", text]);
    }

    /// Waits until the last line is a prompt with this after it.
    #[track_caller]
    pub fn reads(&self, line: &str) -> String {
        self.wait(&format!("the line `{line}`"), |screen| last_line(screen) == format!("{PROMPT} {line}"))
    }

    /// Throws away what is typed.
    #[track_caller]
    pub fn clear(&self) {
        self.press("C-c");
        self.is_ready();
        self.wipe();
    }

    /// Leaves nothing but the prompt on the screen.
    #[track_caller]
    pub fn wipe(&self) {
        self.press("C-l");
        let visible = || String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p"]).stdout).trim_end().to_owned();
        self.wait("a clear screen", |_| visible() == PROMPT);
        self.tmux(&["clear-history"]);
    }

    /// The screen, each line whole however the terminal wrapped it.
    pub fn unwrapped(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p", "-J", "-S", "-"]).stdout).trim_end().to_owned()
    }

    /// The screen with its escapes.
    pub fn coloured(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p", "-e"]).stdout).trim_end().to_owned()
    }

    /// Waits until the screen with its escapes is as wanted.
    #[track_caller]
    pub fn is_coloured(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        wait_for(what, || self.coloured(), wanted)
    }

    /// Presses a key: `Enter`, `C-c`, `Tab`.
    pub fn press(&self, key: &str) {
        self.tmux(&["send-keys", key]);
    }

    pub fn screen(&self) -> String {
        String::from_utf8_lossy(&self.tmux(&["capture-pane", "-p", "-S", "-"]).stdout).trim_end().to_owned()
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn wait(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        wait_for(what, || self.screen(), wanted)
    }

    /// Waits until the screen holds a text.
    #[track_caller]
    pub fn shows(&self, text: &str) -> String {
        self.wait(&format!("`{text}`"), |screen| screen.contains(text))
    }

    /// Waits until the last line is an empty prompt.
    #[track_caller]
    pub fn is_ready(&self) -> String {
        self.wait("a prompt", |screen| screen.trim_end().ends_with(PROMPT))
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

/// A terminal with the shell ready.
pub fn shell() -> Option<Terminal> {
    let terminal = Terminal::open("endograph")?;
    terminal.is_ready();
    Some(terminal)
}

fn last_line(screen: &str) -> &str {
    screen.trim_end().lines().last().unwrap_or_default().trim_end()
}

/// Reads until what is read is as wanted.
#[track_caller]
fn wait_for(what: &str, read: impl Fn() -> String, wanted: impl Fn(&str) -> bool) -> String {
    let started = Instant::now();
    loop {
        let screen = read();
        if wanted(&screen) {
            return screen;
        }
        assert!(started.elapsed() < PATIENCE, "waited in vain for {what}:\n{}", screen.replace('\x1b', "\\e"));
        sleep(Duration::from_millis(50));
    }
}
