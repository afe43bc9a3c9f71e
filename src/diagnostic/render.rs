//! Draws diagnostics. Only this file knows the crate that draws excerpts.

use annotate_snippets::{AnnotationKind, Element, Level, Renderer, Snippet};

use super::excerpt::{excerpt, harmless};
use super::wrapping::wrapped;
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
    render_within(diagnostic, source, color, usize::MAX)
}

/// The same on a terminal of so many columns: messages are broken at spaces, and of a line there is so much round the place
/// as fits. The mended statement stays on its line, to be copied.
pub fn render_within(diagnostic: &Diagnostic, source: Option<&Source>, color: bool, width: usize) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let opening = format!("{}[{}]: ", diagnostic.severity.as_str(), diagnostic.code.as_str()).len();
    let message = on_one_line(&diagnostic.message);
    let message = wrapped(&message, width.saturating_sub(opening), width.saturating_sub(HANG.len()));
    let title = level(diagnostic.severity).primary_title(&message).id(diagnostic.code.as_str());
    let picture = source.zip(diagnostic.span).map(|(source, span)| (source, excerpt(source, span, width)));
    let gutter = picture.as_ref().map_or(1, |(_, excerpt)| excerpt.gutter());
    let label = on_one_line(&diagnostic.label);
    let has_room = picture.as_ref().is_none_or(|(_, excerpt)| excerpt.has_room_for(&label, width));
    let notes = notes(diagnostic, if has_room { None } else { Some(label.as_str()) }, width.saturating_sub(gutter));
    let name = source.map(|source| on_one_line(source.name())).unwrap_or_default();

    let mut elements: Vec<Element> = Vec::new();
    if let Some((_, excerpt)) = &picture {
        let label = Some(label.as_str()).filter(|label| has_room && !label.is_empty());
        let caret = AnnotationKind::Primary.span(excerpt.span.start..excerpt.span.end).label(label);
        let snippet = Snippet::source(excerpt.text.as_str()).path(name.as_str()).line_start(excerpt.line).fold(false);
        elements.push(snippet.annotation(caret).into());
    }
    elements.extend(notes.iter().map(|(level, text)| Level::NOTE.with_name(*level).message(text.as_str()).into()));
    let drawn = renderer.render(&[title.elements(elements)]);
    // The crate sets what is broken off below the message, where a narrow terminal has no room.
    let drawn = drawn.replacen(&" ".repeat(opening), HANG, message.matches('\n').count());
    match &picture {
        Some((source, excerpt)) => with_true_place(&drawn, &name, source.place(excerpt.start), excerpt.shown_place()),
        None if notes.is_empty() => drawn,
        None => without_gutter(&drawn, message.split('\n').count()),
    }
}

/// What stands before a line that is broken off the message.
const HANG: &str = "  ";

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

/// The crate sets notes off from an excerpt by an empty line, even where there is none: after the lines of the message.
fn without_gutter(drawn: &str, message_lines: usize) -> String {
    let lines = drawn.lines().enumerate().filter(|(index, _)| *index != message_lines);
    let lines: Vec<&str> = lines.map(|(_, line)| line).collect();
    lines.join("\n")
}

/// The crate counts columns in the excerpt, of which the start may have been cut.
fn with_true_place(drawn: &str, name: &str, place: Place, shown: Place) -> String {
    if place == shown {
        return drawn.to_owned();
    }
    drawn.replacen(&format!("{name}:{shown}"), &format!("{name}:{place}"), 1)
}

/// The lines below the excerpt, each with the word that opens it: what had no room beside the place, help, the mended
/// statement.
fn notes(diagnostic: &Diagnostic, label: Option<&str>, width: usize) -> Vec<(&'static str, String)> {
    let here = label.map(|label| ("here", label.to_owned()));
    let help = diagnostic.help.iter().map(|help| ("help", on_one_line(help)));
    let suggestions = did_you_mean(&diagnostic.suggestions).map(|text| ("help", text));
    let broken = |(word, text): (&'static str, String)| {
        let width = width.saturating_sub(" = : ".len() + word.len());
        (word, wrapped(&text, width, width))
    };
    let mended = diagnostic.mended.as_ref().map(|mended| ("try", on_one_line(mended)));
    here.into_iter().chain(help).chain(suggestions).map(broken).chain(mended).collect()
}

/// "did you mean `LH`, `FSH`?"
fn did_you_mean(suggestions: &[String]) -> Option<String> {
    let quoted: Vec<String> = suggestions.iter().map(|name| format!("`{}`", on_one_line(name))).collect();
    (!quoted.is_empty()).then(|| format!("did you mean {}?", quoted.join(", ")))
}

fn on_one_line(text: &str) -> String {
    text.chars().map(|character| if character == '\n' { ' ' } else { harmless(character) }).collect()
}
