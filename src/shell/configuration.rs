//! `config.toml`: settings that hold whenever the shell is opened. What the command line says goes before it.

use std::ops::Range;

use endograph::diagnostic::{Code, Diagnostic, Source, Span};
use toml::de::{DeTable, DeValue};

use super::settings::{self, Settings};

/// Sets what a configuration file says, but for the settings that were given already, and returns what is wrong with it.
/// What is right is set whatever else is wrong.
pub fn apply(source: &Source, given: &[&str], settings: &mut Settings) -> Vec<Diagnostic> {
    let (document, errors) = DeTable::parse_recoverable(source.text());
    if !errors.is_empty() {
        let end = source.text().len();
        let place = |error: &toml::de::Error| span(error.span().unwrap_or(end..end));
        let fault = |error: &toml::de::Error| Diagnostic::at(Code::Toml, place(error), error.message().to_lowercase());
        return errors.iter().map(fault).collect();
    }
    let mut faults = Vec::new();
    for (key, value) in document.get_ref() {
        let setting = match settings::find(key.get_ref()) {
            Ok(setting) => setting,
            Err(unknown) => {
                faults.push(Diagnostic { span: Some(span(key.span())), ..unknown });
                continue;
            }
        };
        let place = span(value.span());
        match plain(value.get_ref()) {
            Some(_) if given.contains(&setting.name) => {}
            Some(value) => {
                let refused = setting.set(settings, &value).err();
                faults.extend(refused.map(|refusal| Diagnostic { span: Some(place), ..refusal }));
            }
            None => {
                let message = format!("`{}` is one value, no list or table", setting.name);
                faults.push(Diagnostic::at(Code::WrongType, place, message));
            }
        }
    }
    faults.sort_by_key(|fault| fault.span.map(|span| span.start));
    faults
}

const fn span(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

/// A value as `.set` takes it.
fn plain(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(integer) => Some(integer.to_string()),
        DeValue::Float(float) => Some(float.to_string()),
        DeValue::Boolean(switch) => Some(switch.to_string()),
        DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is set of some settings, and what is wrong: code, place, message and suggestions.
    #[track_caller]
    fn check(text: &str, given: &[&str], names: &[(&str, &str)], wrong: &[&str]) {
        let mut settings = Settings::default();
        let source = Source::new("config.toml", text);
        let faults = apply(&source, given, &mut settings);
        for (name, expected) in names {
            let setting = settings::find(name).expect("a setting");
            assert_eq!((setting.get)(&settings), *expected, "{name} after {text}");
        }
        let told: Vec<String> = faults
            .iter()
            .map(|fault| {
                let place = fault.span.map(|span| source.place(span.start).to_string()).unwrap_or_default();
                format!("{place} {fault} {:?}", fault.suggestions)
            })
            .collect();
        assert_eq!(told.len(), wrong.len(), "{text}: {told:?}");
        for (told, expected) in told.iter().zip(wrong) {
            assert!(told.contains(expected), "{text}: {told}");
        }
    }

    #[test]
    fn what_a_file_sets() {
        check("", &[], &[("mode", "table")], &[]);
        check(
            "mode = \"json\"\ntimer = true\nseed = 7\n",
            &[],
            &[("mode", "json"), ("timer", "on"), ("seed", "7")],
            &[],
        );
        check("timer = \"on\"\ntimeout = 2.5\n", &[], &[("timer", "on"), ("timeout", "2.5")], &[]);
        check("memory-limit = \"2G\"\nthreads = \"all\"\n", &[], &[("memory-limit", "2G"), ("threads", "all")], &[]);
        check("mode = \"json\"\nseed = 7\n", &["mode"], &[("mode", "table"), ("seed", "7")], &[]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_the_rest_is_set() {
        check(
            "tiemr = true\nseed = 7\n",
            &[],
            &[("seed", "7")],
            &["1:1 unknown-key: no setting is called `tiemr` [\"timer\""],
        );
        check("seed = \"x\"\nmode = 3\n", &[], &[], &["1:8 wrong-value: `seed` cannot be `x`", "2:8 wrong-value"]);
        check("[mode]\nx = 1\n", &[], &[], &["wrong-type: `mode` is one value"]);
        check("seed = [1]\n", &[], &[], &["1:8 wrong-type"]);
        check("seed = \n", &[], &[("seed", "1")], &["toml"]);
        check("seed = 1\nseed = 2\n", &[], &[], &["2:1 toml"]);
    }
}
