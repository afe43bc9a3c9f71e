//! The settings of a session, in one table: `.set`, `.show`, the configuration file and completion all come from it.

use std::fmt::Write as _;

use clap::{ColorChoice, Parser, ValueEnum};
use endograph::answer::{Format, UnknownFormat};
use endograph::diagnostic::{Code, Diagnostic, suggest};

use super::history;
use crate::cli::arguments::{self, Arguments, Options};

/// What can be set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the command line can say too.
    pub options: Options,
    /// How many entries the history keeps; 0 for none.
    pub history_size: usize,
    /// Rows shown of a long answer on a terminal; none: all.
    pub most_rows: Option<usize>,
}

/// Rows shown where nothing else was asked for.
const USUAL_ROWS: usize = 100;

impl Settings {
    /// The options of the command line, and what else there is as it usually is.
    pub const fn new(options: Options) -> Self {
        Self { options, history_size: history::USUAL_SIZE, most_rows: Some(USUAL_ROWS) }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::new(Arguments::parse_from(["endograph"]).options)
    }
}

/// One row of the table.
pub struct Setting {
    /// `history-size`
    pub name: &'static str,
    /// What it may be.
    pub values: Values,
    /// One line.
    pub help: &'static str,
    /// How it is now, as it would be set.
    pub get: fn(&Settings) -> String,
    /// Sets it, or says what is wrong with the value.
    set: fn(&mut Settings, &str) -> Result<(), String>,
}

/// What a setting may be.
#[derive(Clone, Copy)]
pub enum Values {
    /// `on` or `off`.
    Switch,
    /// One of some words.
    Words(fn() -> Vec<String>),
    /// Something else: `SECONDS|none`.
    Other(&'static str),
}

impl Values {
    /// The words that may stand here.
    pub fn words(self) -> Vec<String> {
        match self {
            Self::Switch => vec!["on".to_owned(), "off".to_owned()],
            Self::Words(words) => words(),
            Self::Other(usage) => {
                let words = usage.split('|').filter(|word| word.chars().all(char::is_lowercase));
                words.map(str::to_owned).collect()
            }
        }
    }

    fn usage(self) -> String {
        match self {
            Self::Other(usage) => usage.to_owned(),
            Self::Switch | Self::Words(_) => self.words().join("|"),
        }
    }
}

/// Every setting, in the order of `.set`. An option of the command line has the same name, but for `mode` (`--format`).
#[rustfmt::skip]
pub const ALL: &[Setting] = &[
    Setting { name: "mode", values: Values::Words(formats), help: "how answers are written",
        get: |now| now.options.format.as_str().to_owned(),
        set: |now, value| format(value).map(|format| now.options.format = format) },
    Setting { name: "maxrows", values: Values::Other("NUMBER|off"), help: "rows shown of a long answer on a terminal; `.last` shows all",
        get: |now| now.most_rows.map_or("off".to_owned(), |rows| rows.to_string()),
        set: |now, value| or_word(value, "off", rows).map(|rows| now.most_rows = rows) },
    Setting { name: "pager", values: Values::Switch, help: "show what is longer than the screen in a pager",
        get: |now| on_off(!now.options.no_pager), set: |now, value| switch(value).map(|on| now.options.no_pager = !on) },
    Setting { name: "ascii", values: Values::Switch, help: "draw answers with plain ASCII",
        get: |now| on_off(now.options.ascii), set: |now, value| switch(value).map(|on| now.options.ascii = on) },
    Setting { name: "timer", values: Values::Switch, help: "say how long each statement took",
        get: |now| on_off(now.options.timer), set: |now, value| switch(value).map(|on| now.options.timer = on) },
    Setting { name: "timeout", values: Values::Other("SECONDS|none"), help: "how long one statement may take",
        get: |now| now.options.timeout.map_or("none".to_owned(), |limit| limit.as_secs_f64().to_string()),
        set: |now, value| or_word(value, "none", arguments::seconds).map(|limit| now.options.timeout = limit) },
    Setting { name: "memory-limit", values: Values::Other("SIZE|none"), help: "memory that one statement may use: 512M, 2G",
        get: |now| now.options.memory_limit.map_or("none".to_owned(), size),
        set: |now, value| or_word(value, "none", arguments::bytes).map(|limit| now.options.memory_limit = limit) },
    Setting { name: "threads", values: Values::Other("NUMBER|all"), help: "threads that one statement may use; changes no answer",
        get: |now| now.options.threads.map_or("all".to_owned(), |threads| threads.to_string()),
        set: |now, value| or_word(value, "all", threads).map(|threads| now.options.threads = threads) },
    Setting { name: "seed", values: Values::Other("NUMBER"), help: "seed of the press model: same graph, statement and seed, same answer",
        get: |now| now.options.seed.to_string(), set: |now, value| number(value).map(|seed| now.options.seed = seed) },
    Setting { name: "color", values: Values::Words(colours), help: "when to use colour",
        get: |now| now.options.color.to_string(),
        set: |now, value| colour(value).map(|choice| now.options.color = choice) },
    Setting { name: "quiet", values: Values::Switch, help: "answers and errors only: no confirmations, no summaries",
        get: |now| on_off(now.options.quiet), set: |now, value| switch(value).map(|on| now.options.quiet = on) },
    Setting { name: "keep-going", values: Values::Switch, help: "`.read` goes on after a statement that failed",
        get: |now| on_off(now.options.keep_going), set: |now, value| switch(value).map(|on| now.options.keep_going = on) },
    Setting { name: "lenient", values: Values::Switch, help: "`.graph` leaves faulty rows out, and tells how many",
        get: |now| on_off(now.options.lenient), set: |now, value| switch(value).map(|on| now.options.lenient = on) },
    Setting { name: "force", values: Values::Switch, help: "files that are there may be replaced",
        get: |now| on_off(now.options.force), set: |now, value| switch(value).map(|on| now.options.force = on) },
    Setting { name: "safe", values: Values::Switch, help: "no file is read or written, no other program started; stays on",
        get: |now| on_off(now.options.safe), set: stay_safe },
    Setting { name: "history-size", values: Values::Other("NUMBER"), help: "entries that the history keeps; 0 for none",
        get: |now| now.history_size.to_string(), set: |now, value| number(value).map(|size| now.history_size = size) },
];

/// The setting called so.
///
/// # Errors
/// `unknown-key`, with the nearest names.
pub fn find(name: &str) -> Result<&'static Setting, Diagnostic> {
    let name = if name.eq_ignore_ascii_case("colour") { "color" } else { name }; // as people spell it
    let found = ALL.iter().find(|setting| setting.name.eq_ignore_ascii_case(name));
    found.ok_or_else(|| {
        let near = suggest(name, ALL.iter().map(|setting| setting.name));
        let unknown = Diagnostic::new(Code::UnknownKey, format!("no setting is called `{name}`")).suggest(near);
        unknown.help("`.set` lists the settings")
    })
}

impl Setting {
    /// Sets it.
    ///
    /// # Errors
    /// `wrong-value`, with what it may be.
    pub fn set(&self, settings: &mut Settings, value: &str) -> Result<(), Diagnostic> {
        (self.set)(settings, value).map_err(|why| {
            // A word that is known but refused, as `off` of a safe session, is no better the second time.
            let is_known = self.values.words().iter().any(|word| word.eq_ignore_ascii_case(value));
            let near = if is_known { Vec::new() } else { suggest(value, self.values.words()) };
            Diagnostic::new(Code::WrongValue, format!("`{}` cannot be `{value}`: {why}", self.name)).suggest(near)
        })
    }

    /// What it may be: `on|off`.
    pub fn usage(&self) -> String {
        self.values.usage()
    }

    /// The option of the command line that says the same, where there is one.
    pub fn option(&self) -> String {
        match self.name {
            "mode" => "format".to_owned(),
            "pager" => "no_pager".to_owned(),
            name => name.replace('-', "_"),
        }
    }

    /// How it is now, what it is for, how it is set, and how it usually is.
    pub fn told(&self, settings: &Settings) -> String {
        let (now, usual) = ((self.get)(settings), (self.get)(&Settings::default()));
        let usage = self.values.usage();
        format!("{name} {now}\n  {}\n  .set {name} {usage}; usually {usual}\n", self.help, name = self.name)
    }
}

/// All settings: name, value, how it usually is, and what it is for; and where that last column begins.
pub fn listed(settings: &Settings) -> (String, usize) {
    let usual = Settings::default();
    let name_width = ALL.iter().map(|setting| setting.name.len()).max().unwrap_or(0);
    let values: Vec<(String, String)> = ALL.iter().map(|it| ((it.get)(settings), (it.get)(&usual))).collect();
    let width = |of: fn(&(String, String)) -> &String| values.iter().map(|pair| of(pair).chars().count()).max();
    let now_width = width(|pair| &pair.0).unwrap_or(0).max("now".len());
    let usual_width = width(|pair| &pair.1).unwrap_or(0).max("usually".len());
    let mut text = format!("{:name_width$}  {:now_width$}  {:usual_width$}\n", "", "now", "usually");
    for (setting, (now, usual)) in ALL.iter().zip(&values) {
        let _ =
            writeln!(text, "{:name_width$}  {now:now_width$}  {usual:usual_width$}  {}", setting.name, setting.help);
    }
    (text, name_width + now_width + usual_width + 6)
}

/// What may come after `.set`: where the word that is being typed begins, and what completes it, with a word on each.
pub fn complete(typed: &str) -> (usize, Vec<(String, String)>) {
    let begins = |word: &str, typed: &str| word.get(..typed.len()).is_some_and(|it| it.eq_ignore_ascii_case(typed));
    match typed.split_once(char::is_whitespace) {
        None => {
            let matching = ALL.iter().filter(|setting| begins(setting.name, typed));
            (0, matching.map(|setting| (setting.name.to_owned(), setting.values.usage())).collect())
        }
        Some((name, value)) => {
            let words = find(name).map(|setting| setting.values.words()).unwrap_or_default();
            let matching = words.into_iter().filter(|word| begins(word, value.trim_start()));
            (typed.len() - value.trim_start().len(), matching.map(|word| (word, String::new())).collect())
        }
    }
}

fn formats() -> Vec<String> {
    Format::ALL.iter().map(|format| format.as_str().to_owned()).collect()
}

fn colours() -> Vec<String> {
    ColorChoice::value_variants().iter().map(ColorChoice::to_string).collect()
}

fn format(value: &str) -> Result<Format, String> {
    value.parse().map_err(|unknown: UnknownFormat| unknown.to_string())
}

fn colour(value: &str) -> Result<ColorChoice, String> {
    ColorChoice::from_str(value, true).map_err(|_| format!("expected one of {}", colours().join(", ")))
}

fn on_off(switch: bool) -> String {
    (if switch { "on" } else { "off" }).to_owned()
}

fn switch(value: &str) -> Result<bool, String> {
    match value.to_ascii_lowercase().as_str() {
        "on" | "true" | "yes" => Ok(true),
        "off" | "false" | "no" => Ok(false),
        _ => Err("expected `on` or `off`".to_owned()),
    }
}

fn number<N: std::str::FromStr>(value: &str) -> Result<N, String> {
    value.parse().map_err(|_| "expected a whole number from 0".to_owned())
}

fn rows(value: &str) -> Result<usize, String> {
    let rows = value.parse().ok().filter(|rows| *rows > 0);
    rows.ok_or_else(|| "expected a whole number from 1, or `off`".to_owned())
}

fn threads(value: &str) -> Result<u16, String> {
    let threads = value.parse().ok().filter(|threads| *threads > 0);
    threads.ok_or_else(|| "expected a whole number from 1, or `all`".to_owned())
}

/// A value, or the word that stands for none.
fn or_word<T>(value: &str, none: &str, parse: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if value.eq_ignore_ascii_case(none) { Ok(None) } else { parse(value).map(Some) }
}

/// `2G`, `1536M`: the largest unit that tells it exactly.
fn size(bytes: u64) -> String {
    let units = [(30, "G"), (20, "M"), (10, "K")];
    let unit = units.iter().find(|(shift, _)| bytes.is_multiple_of(1 << shift));
    unit.map_or(bytes.to_string(), |(shift, unit)| format!("{}{unit}", bytes >> shift))
}

/// Whoever made a session safe can rely on it.
fn stay_safe(settings: &mut Settings, value: &str) -> Result<(), String> {
    let on = switch(value)?;
    if settings.options.safe && !on {
        return Err("a session that is safe stays so".to_owned());
    }
    settings.options.safe = on;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_were_set() {
        let check = |name: &str, value: &str, expected: &str| {
            let mut settings = Settings::default();
            let setting = find(name).expect("a setting");
            setting.set(&mut settings, value).expect("a value of it");
            assert_eq!((setting.get)(&settings), expected, "{name} {value}");
            setting.set(&mut settings, expected).expect("what is shown can be set");
            assert_eq!((setting.get)(&settings), expected, "{name} {expected}");
        };
        check("mode", "json", "json");
        check("MODE", "markdown", "markdown");
        check("timer", "On", "on");
        check("timer", "true", "on");
        check("timeout", "2.5", "2.5");
        check("timeout", "none", "none");
        check("memory-limit", "2g", "2G");
        check("memory-limit", "1536M", "1536M");
        check("memory-limit", "1000", "1000");
        check("threads", "2", "2");
        check("threads", "all", "all");
        check("seed", "18446744073709551615", "18446744073709551615");
        check("color", "never", "never");
        check("colour", "never", "never");
        check("safe", "on", "on");
        check("history-size", "0", "0");
    }

    #[test]
    fn every_setting_can_be_set_to_its_usual_value_and_to_every_word_it_offers() {
        for setting in ALL {
            let mut settings = Settings::default();
            let usual = (setting.get)(&settings);
            assert!(setting.set(&mut settings, &usual).is_ok(), "{}", setting.name);
            for word in setting.values.words() {
                assert!(setting.set(&mut Settings::default(), &word).is_ok(), "{} {word}", setting.name);
            }
        }
    }

    #[test]
    fn what_completes_a_setting() {
        let check = |typed: &str, start: usize, expected: &[&str]| {
            let (at, words) = complete(typed);
            let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            assert_eq!((at, words.as_slice()), (start, expected), "{typed}");
        };
        check("time", 0, &["timer", "timeout"]);
        check("timer ", 6, &["on", "off"]);
        check("mode ma", 5, &["markdown"]);
        check("timeout  n", 9, &["none"]);
        check("nothing x", 8, &[]);
    }

    #[test]
    fn what_cannot_be_set() {
        let check = |name: &str, value: &str, expected: &str| {
            let mut settings = Settings::default();
            settings.options.safe = true;
            let refusal = find(name).and_then(|setting| setting.set(&mut settings, value));
            let refusal = refusal.expect_err("a refusal");
            let text = format!("{refusal} {:?}", refusal.suggestions);
            assert!(text.contains(expected), "{name} {value}: {text}");
        };
        check("coler", "never", "unknown-key: no setting is called `coler` [\"color\"]");
        check("mode", "jsn", "wrong-value: `mode` cannot be `jsn`");
        check("mode", "jsn", "[\"json\"");
        check("timer", "maybe", "expected `on` or `off`");
        check("timeout", "0", "a number of seconds above 0");
        check("threads", "0", "from 1");
        check("seed", "-1", "from 0");
        check("safe", "off", "a session that is safe stays so []");
    }
}
