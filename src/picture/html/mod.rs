//! A page that stands alone: the drawing to move, zoom, search and click, and on paper all that stands behind it. It asks no
//! network for anything.

use std::fmt::Write as _;

use super::markup::escaped;
use super::{Drawing, svg};

#[cfg(test)]
mod tests;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A drawing as a page. What is told of nodes and arrows is part of the page itself: without its script the page shows it
/// below the drawing, and so it is printed.
pub(super) fn page(drawing: &Drawing) -> String {
    let picture = svg(drawing);
    // A page begins where the picture does, not with a declaration of XML.
    let picture = picture.find("<svg").and_then(|start| picture.get(start..)).unwrap_or_default();
    let (title, records) = (escaped(&drawing.title), records(drawing));
    let parts =
        [("title", title.as_str()), ("style", STYLE), ("picture", picture), ("records", &records), ("script", SCRIPT)];
    filled(PAGE, &parts)
}

/// A template with each part in its place. Parts are not looked into: a name may hold what looks like a place.
fn filled(template: &str, parts: &[(&str, &str)]) -> String {
    let mut page = String::with_capacity(template.len() + parts.iter().map(|(_, part)| part.len()).sum::<usize>());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        page.push_str(before);
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        page.push_str(parts.iter().find(|(known, _)| *known == name).map_or("", |(_, part)| part));
        rest = after;
    }
    page.push_str(rest);
    page
}

/// What is told of each node and arrow.
fn records(drawing: &Drawing) -> String {
    let mut text = String::from("<h2>Nodes</h2>\n");
    for (place, node) in drawing.nodes.iter().enumerate() {
        let _ = writeln!(
            text,
            "<article id=\"about-node-{place}\" data-about=\"node\" data-place=\"{place}\">\n<h3>{}</h3>",
            escaped(&node.caption())
        );
        if !node.kind.is_empty() {
            let _ = writeln!(text, "<p class=\"kind\">{}</p>", escaped(&node.kind));
        }
        lines(&mut text, &node.details);
    }
    text.push_str("<h2>Arrows</h2>\n");
    for (place, arrow) in drawing.arrows.iter().enumerate() {
        let name = |place: usize| drawing.nodes.get(place).map_or("", |node| node.name.as_str());
        let heading = format!("{} – {} → {}", name(arrow.from), arrow.label, name(arrow.to));
        let (from, to) = (arrow.from, arrow.to);
        let _ = writeln!(
            text,
            "<article id=\"about-arrow-{place}\" data-about=\"arrow\" data-place=\"{place}\" data-from=\"{from}\" data-to=\"{to}\">\n<h3>{}</h3>",
            escaped(&heading)
        );
        lines(&mut text, &arrow.details);
    }
    text
}

/// The details as a list, and the end of the record.
fn lines(text: &mut String, details: &[String]) {
    if !details.is_empty() {
        text.push_str("<ul>\n");
        for line in details {
            let _ = writeln!(text, "<li>{}</li>", escaped(line));
        }
        text.push_str("</ul>\n");
    }
    text.push_str("</article>\n");
}
