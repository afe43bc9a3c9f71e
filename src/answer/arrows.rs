//! Mechanisms as arrows: `hCG ─[stimulates]─▶ Leydig cells ─[produces]─▶ testosterone ─[inhibits]─┤ LH`.

use super::citations::Citations;
use super::glyphs::Glyphs;
use super::markup::{Markup, Meaning};
use super::row::{PathRow, Step};
use super::words::context_values;
use crate::graph::UNTREATED;

/// What a step's brackets hold: the relation and its [`qualifiers`].
pub(super) fn relation_text(step: &Step) -> String {
    let absent = if step.negated { "stated absent: " } else { "" };
    format!("{absent}{}{}", step.relation, qualifiers(step))
}

/// What it is short for, the class whose edge it is, where it holds, whether it is a stated net effect and of whom that is
/// said: `, through LHCG receptor, as SERM, pituitary, documented on TRT`.
pub(super) fn qualifiers(step: &Step) -> String {
    let class = step.via_class.as_ref().map(|class| format!("as {class}"));
    let context = Some(context_values(&step.context)).filter(|context| !context.is_empty());
    let background = step.background.as_deref().map(|background| match background {
        UNTREATED => String::from("documented"),
        background => format!("documented {background}"),
    });
    let mut text = String::new();
    let through = Some(step.through.join(", ")).filter(|through| !through.is_empty());
    let through = through.map(|through| format!("through {through}"));
    for qualifier in through.into_iter().chain(class).chain(context).chain(background) {
        text.push_str(", ");
        text.push_str(&qualifier);
    }
    text
}

/// One arrow with a space on either side.
fn arrow(step: &Step, back: bool, glyphs: Glyphs) -> Markup {
    let [open, close] = if back { glyphs.arrow_back(step.sign) } else { glyphs.arrow(step.sign) };
    let shaft = Meaning::Arrow(step.sign);
    Markup::of(Meaning::Plain, " ")
        .with(shaft, open)
        .with(Meaning::Relation, &relation_text(step))
        .with(shaft, close)
        .with(Meaning::Plain, " ")
}

/// A chain of steps as one line, with the numbers of its sources where they are kept.
pub(super) fn chain(steps: &[Step], glyphs: Glyphs, citations: Option<&mut Citations>) -> Markup {
    let start = steps.first().map_or("", |step| step.from.as_str());
    chain_from(start, steps, glyphs, citations)
}

/// A path as one line. Steps that it takes against their direction point back.
pub(super) fn path(row: &PathRow, glyphs: Glyphs, citations: Option<&mut Citations>) -> Markup {
    match row.entities.first() {
        Some(start) => chain_from(start, &row.steps, glyphs, citations),
        None => chain(&row.steps, glyphs, citations),
    }
}

fn chain_from(start: &str, steps: &[Step], glyphs: Glyphs, mut citations: Option<&mut Citations>) -> Markup {
    let mut line = Markup::of(Meaning::Name, start);
    steps.iter().fold(start, |here, step| extend(&mut line, here, step, glyphs, citations.as_deref_mut()));
    line
}

/// Adds a step to a line that has come to an entity, and says where it leads. A step that it takes against its direction
/// points back. On an empty line the arrow stands first.
pub(super) fn extend<'step>(
    line: &mut Markup,
    here: &str,
    step: &'step Step,
    glyphs: Glyphs,
    citations: Option<&mut Citations>,
) -> &'step str {
    let back = step.to == here && step.from != here;
    if !back && step.from != here {
        line.plain("; ");
        line.push(Meaning::Name, &step.from);
    }
    let there = if back { &step.from } else { &step.to };
    if line.is_empty() {
        let arrow = arrow(step, back, glyphs);
        arrow.fragments().iter().skip(1).for_each(|fragment| line.push(fragment.meaning, &fragment.text));
    } else {
        line.append(arrow(step, back, glyphs));
    }
    line.push(Meaning::Name, there);
    if let Some(citations) = citations {
        line.append(citations.cite(&step.evidence));
    }
    there
}

/// One edge, without the name it starts from where that is the entity the row is about.
pub(super) fn edge_of(entity: &str, step: &Step, glyphs: Glyphs, citations: &mut Citations) -> Markup {
    if step.from != entity {
        return chain(std::slice::from_ref(step), glyphs, Some(citations));
    }
    let mut line = Markup::new();
    for fragment in arrow(step, false, glyphs).fragments().iter().skip(1) {
        line.push(fragment.meaning, &fragment.text);
    }
    line.push(Meaning::Name, &step.to);
    line.append(citations.cite(&step.evidence));
    line
}

/// An edge as a sentence: `hCG preserves spermatogenesis, on TRT`.
pub(super) fn sentence(step: &Step) -> Markup {
    let mut line = Markup::new();
    if step.negated {
        line.push(Meaning::Certainty, "stated absent: ");
    }
    line.push(Meaning::Name, &step.from);
    line.plain(" ");
    line.push(Meaning::Relation, &step.relation);
    line.plain(" ");
    line.push(Meaning::Name, &step.to);
    if let Some(class) = &step.via_class {
        line.plain(", as ");
        line.push(Meaning::Name, class);
    }
    if !step.context.is_empty() {
        line.plain(&format!(", {}", context_values(&step.context)));
    }
    if let Some(background) = step.background.as_deref().filter(|background| *background != UNTREATED) {
        line.plain(&format!(", {background}"));
    }
    line
}
