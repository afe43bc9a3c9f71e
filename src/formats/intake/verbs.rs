//! The verb forms of a relation that only its name is known of.

use crate::graph::{Aspect, Sign, Verb};

/// The three forms of a word that was read as a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VerbForms {
    pub(super) base: String,
    pub(super) third: String,
    /// Empty where none can be made: of several words, or of a word that is no verb.
    pub(super) passive: String,
}

impl VerbForms {
    /// `regulates`: regulate, regulates, regulated by. `strongly binds`: strongly bind, strongly binds, strongly binded by.
    /// `binds to`: bind to, binds to. `is near`: be near, is near. `expression`: the word itself.
    pub(super) fn of(written: &str) -> Self {
        let words: Vec<&str> = written.split(is_blank).filter(|word| !word.is_empty()).collect();
        let third = words.join(" ");
        let verb = words.iter().position(|word| !word.ends_with(ADVERB));
        let Some((verb, base)) = verb.and_then(|verb| Some((verb, base_of(words.get(verb)?)?))) else {
            return Self { base: third.clone(), third, passive: String::new() };
        };
        let with = |form: &str| {
            let form = words.iter().enumerate().map(|(position, word)| if position == verb { form } else { word });
            form.collect::<Vec<_>>().join(" ")
        };
        let regular = verb + 1 == words.len() && !COPULAS.iter().any(|(third, _)| *third == words[verb]);
        let passive = if regular { format!("{} by", with(&participle(&base))) } else { String::new() };
        Self { base: with(&base), passive, third }
    }

    /// With an adverb before it: `positively regulates`.
    pub(super) fn signed(self, sign: Sign) -> Self {
        let adverb = match sign {
            Sign::Positive => "positively",
            Sign::Negative => "negatively",
        };
        let with = |form: String| if form.is_empty() { form } else { format!("{adverb} {form}") };
        Self { base: with(self.base), third: with(self.third), passive: with(self.passive) }
    }

    /// With the aspect of the object behind it: `regulates activity of`.
    pub(super) fn of_aspect(self, aspect: Aspect) -> Self {
        let with = |form: String| format!("{form} {aspect} of");
        Self { base: with(self.base), third: with(self.third), passive: String::new() }
    }

    /// The forms as a schema has them.
    pub(super) fn into_verb(self) -> Verb {
        Verb { base: self.base, third: self.third, passive: self.passive }
    }
}

/// How the words before a verb end.
const ADVERB: &str = "ly";

/// Third persons and base forms that follow no rule.
const COPULAS: [(&str, &str); 2] = [("is", "be"), ("has", "have")];

fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '_'
}

/// The base form of a third person; none where the word does not end like one.
fn base_of(third: &str) -> Option<String> {
    if let Some((_, base)) = COPULAS.iter().find(|(irregular, _)| *irregular == third) {
        return Some((*base).to_owned());
    }
    let stem = third.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with(['s', 'i', 'u']))?;
    let sibilant =
        stem.strip_suffix('e').filter(|short| ["ss", "sh", "ch", "x", "zz"].iter().any(|end| short.ends_with(end)));
    Some(match (stem.strip_suffix("ie"), sibilant) {
        (Some(short), _) => format!("{short}y"),
        (None, Some(short)) => short.to_owned(),
        (None, None) => stem.to_owned(),
    })
}

fn participle(base: &str) -> String {
    match (base.strip_suffix('y'), base.ends_with('e')) {
        (Some(short), _) if !short.ends_with(['a', 'e', 'o', 'u']) => format!("{short}ied"),
        (_, true) => format!("{base}d"),
        _ => format!("{base}ed"),
    }
}

#[cfg(test)]
mod tests {
    use super::VerbForms;

    #[test]
    fn forms_are_made_of_the_third_person() {
        for (written, base, third, passive) in [
            ("regulates", "regulate", "regulates", "regulated by"),
            ("up_regulates", "up regulates", "up regulates", ""),
            ("directly", "directly", "directly", ""),
            ("", "", "", ""),
            ("modifies", "modify", "modifies", "modified by"),
            ("represses", "repress", "represses", "repressed by"),
            ("binds to", "bind to", "binds to", ""),
            ("positively_regulates", "positively regulate", "positively regulates", "positively regulated by"),
            ("is near", "be near", "is near", ""),
            ("expression", "expression", "expression", ""),
            ("stress", "stress", "stress", ""),
            ("s", "s", "s", ""),
        ] {
            let expected = VerbForms { base: base.to_owned(), third: third.to_owned(), passive: passive.to_owned() };
            assert_eq!(VerbForms::of(written), expected, "{written}");
        }
    }
}
