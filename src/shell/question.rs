//! A question that was typed without its `?`.

use endograph::syntax::{parse_statement, question_words};

/// The question that a line is once `?` stands before it. At the prompt nobody types `what suppresses LH` and means anything
/// else; scripts are read as they are written.
pub(super) fn with_mark(text: &str) -> Option<String> {
    let text = text.trim();
    let first = text.split_whitespace().next()?;
    let asks = question_words().iter().any(|word| word.eq_ignore_ascii_case(first));
    let question = format!("? {}", text.trim_end_matches(['?', ' ']));
    (asks && parse_statement(&question).is_ok()).then_some(question)
}

#[cfg(test)]
mod tests {
    use super::with_mark;

    #[test]
    fn only_a_question_gets_its_mark() {
        for (text, question) in [
            ("what suppresses LH", Some("? what suppresses LH")),
            ("does hCG raise LH?", Some("? does hCG raise LH")),
            ("Which drugs raise LH", Some("? Which drugs raise LH")),
            ("why hCG raises LH", None),
            ("hCG", None),
            ("how", None),
            ("what raises LH\nwhat raises FSH", None),
            ("? what raises LH", None),
            ("", None),
        ] {
            assert_eq!(with_mark(text).as_deref(), question, "{text}");
        }
    }
}
