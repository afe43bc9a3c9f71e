//! How the system may end the program: without a half-written file left behind, and with the terminal as it was.

/// Removes unfinished files when the program is asked to end (SIGTERM) or its terminal goes away (SIGHUP), and outlives a
/// file that grows beyond what is allowed (SIGXFSZ): that is an error of writing then, and told.
#[cfg(unix)]
pub fn listen() {
    use std::sync::Arc;

    use signal_hook::consts::{SIGHUP, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;

    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    // What `nohup` protects from stays harmless.
    let ends = [SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
    let (Ok(mut signals), terminal) = (Signals::new(ends), terminal_as_it_is()) else { return };
    std::thread::spawn(move || {
        for signal in &mut signals {
            endograph::formats::remove_unfinished();
            if let Some(terminal) = &terminal {
                let _ = rustix::termios::tcsetattr(std::io::stdin(), rustix::termios::OptionalActions::Now, terminal);
            }
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    });
}

/// Elsewhere the system ends programs in its own way.
#[cfg(not(unix))]
pub fn listen() {}

/// How the terminal was set before a line editor changed it.
#[cfg(unix)]
fn terminal_as_it_is() -> Option<rustix::termios::Termios> {
    rustix::termios::tcgetattr(std::io::stdin()).ok()
}

/// Whether whoever started the program wants a signal ignored; where the system does not tell, nobody does.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    mask >> (signal - 1) & 1 == 1
}
