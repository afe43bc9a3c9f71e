//! Draws diagnostics. Only this file knows the crate that draws excerpts.

use annotate_snippets::{AnnotationKind, Element, Level, Renderer, Snippet};

use super::excerpt::{excerpt, harmless};
use super::{Diagnostic, Place, Severity, Source};

/// A diagnostic as text for people, without a newline at its end.
///
/// With a source, shows the line with a caret under the very words; lines are cut to a window round them. Control
/// characters of the source never come through. `color` adds ANSI colours.
///
/// ```
/// use endograph::diagnostic::{Source, render};
/// use endograph::syntax::parse_statement;
///
/// let source = Source::new("first.eg", "path hcg - > LH");
/// let error = parse_statement(source.text()).unwrap_err();
/// assert_eq!(render(&error, Some(&source), false), "\
/// error[broken-arrow]: `- >` is no arrow
///  --> first.eg:1:10
///   |
/// 1 | path hcg - > LH
///   |          ^^^ write `->`
///   |
///   = try: path hcg -> LH");
/// ```
pub fn render(diagnostic: &Diagnostic, source: Option<&Source>, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let message = on_one_line(&diagnostic.message);
    let title = level(diagnostic.severity).primary_title(message).id(diagnostic.code.as_str());
    let picture = source.zip(diagnostic.span).map(|(source, span)| (source, excerpt(source, span)));
    let notes = notes(diagnostic);
    let label = on_one_line(&diagnostic.label);
    let name = source.map(|source| on_one_line(source.name())).unwrap_or_default();

    let mut elements: Vec<Element> = Vec::new();
    if let Some((_, excerpt)) = &picture {
        let label = Some(label.as_str()).filter(|label| !label.is_empty());
        let caret = AnnotationKind::Primary.span(excerpt.span.start..excerpt.span.end).label(label);
        let snippet = Snippet::source(excerpt.text.as_str()).path(name.as_str()).line_start(excerpt.line).fold(false);
        elements.push(snippet.annotation(caret).into());
    }
    elements.extend(notes.iter().map(|(level, text)| Level::NOTE.with_name(*level).message(text.as_str()).into()));
    let drawn = renderer.render(&[title.elements(elements)]);
    match &picture {
        Some((source, excerpt)) => with_true_place(&drawn, &name, source.place(excerpt.start), excerpt.shown_place()),
        None if notes.is_empty() => drawn,
        None => without_gutter(&drawn),
    }
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

/// The crate sets notes off from an excerpt by an empty line, even where there is none: the second line.
fn without_gutter(drawn: &str) -> String {
    let lines: Vec<&str> = drawn.lines().enumerate().filter(|(index, _)| *index != 1).map(|(_, line)| line).collect();
    lines.join("\n")
}

/// The crate counts columns in the excerpt, of which the start may have been cut.
fn with_true_place(drawn: &str, name: &str, place: Place, shown: Place) -> String {
    if place == shown {
        return drawn.to_owned();
    }
    drawn.replacen(&format!("{name}:{shown}"), &format!("{name}:{place}"), 1)
}

/// The lines below the excerpt, each with the word that opens it.
fn notes(diagnostic: &Diagnostic) -> Vec<(&'static str, String)> {
    let help = diagnostic.help.iter().map(|help| ("help", on_one_line(help)));
    let suggestions = did_you_mean(&diagnostic.suggestions).map(|text| ("help", text));
    let mended = diagnostic.mended.as_ref().map(|mended| ("try", on_one_line(mended)));
    help.chain(suggestions).chain(mended).collect()
}

/// "did you mean `LH`, `FSH`?"
fn did_you_mean(suggestions: &[String]) -> Option<String> {
    let quoted: Vec<String> = suggestions.iter().map(|name| format!("`{}`", on_one_line(name))).collect();
    (!quoted.is_empty()).then(|| format!("did you mean {}?", quoted.join(", ")))
}

fn on_one_line(text: &str) -> String {
    text.chars().map(|character| if character == '\n' { ' ' } else { harmless(character) }).collect()
}
