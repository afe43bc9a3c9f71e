//! Everything about an entity.

use indexmap::IndexMap;

use super::super::arrows::{qualifiers, relation_text};
use super::super::markup::{Markup, Meaning};
use super::super::row::{EntityCard, Step};
use super::entities::list;
use super::page::Page;
use crate::graph::Sign;

pub(super) fn write(page: &mut Page, cards: &[EntityCard]) {
    for card in cards {
        page.blank();
        title(page, card);
        for (word, names) in [
            ("also called", &card.synonyms),
            ("is a", &card.classes),
            ("members", &card.members),
            ("pools", &card.pools),
            ("identifiers", &card.xrefs),
        ] {
            field(page, word, list(names));
        }
        for (key, values) in &card.contexts {
            field(page, key, Markup::of(Meaning::Plain, &values.join(", ")));
        }
        edges(page, "does", &card.outgoing, relation_text, |step| &step.to);
        edges(page, "undergoes", &card.incoming, relation_to_it, |step| &step.from);
        figures(page, &card.figures);
    }
}

fn title(page: &mut Page, card: &EntityCard) {
    let title = Markup::of(Meaning::Heading, &card.entity)
        .with(Meaning::Plain, "  ")
        .with(Meaning::Muted, &card.entity_kinds.join(", "));
    page.prose(0, 2, title);
    if !card.definition.is_empty() {
        page.prose(2, 0, Markup::of(Meaning::Plain, &card.definition));
    }
}

fn field(page: &mut Page, word: &str, value: Markup) {
    if value.is_empty() {
        return;
    }
    let mut line = Markup::of(Meaning::Muted, word).with(Meaning::Plain, ": ");
    line.append(value);
    page.prose(2, 4, line);
}

/// `inhibits it, pituitary`
fn relation_to_it(step: &Step) -> String {
    let absent = if step.negated { "stated absent: " } else { "" };
    format!("{absent}{} it{}", step.relation, qualifiers(step))
}

/// Edges by relation, in the order of their first mention: the names at the other end, each with its sources.
fn edges(
    page: &mut Page,
    heading: &str,
    steps: &[Step],
    relation: impl Fn(&Step) -> String,
    other: impl Fn(&Step) -> &String,
) {
    if steps.is_empty() {
        return;
    }
    page.heading(heading);
    let mut groups: IndexMap<(String, Option<Sign>), Vec<&Step>> = IndexMap::new();
    for step in steps {
        groups.entry((relation(step), step.sign)).or_default().push(step);
    }
    for ((relation, sign), steps) in groups {
        let mut line = Markup::new();
        match sign {
            Some(sign) => line.push(Meaning::Sign(sign), &format!("{sign} ")),
            None => line.plain("  "),
        }
        line.push(Meaning::Relation, &relation);
        for (place, step) in steps.into_iter().enumerate() {
            line.plain(if place == 0 { ": " } else { ", " });
            line.push(Meaning::Name, other(step));
            line.append(page.cite(&step.evidence));
        }
        page.prose(2, 4, line);
    }
}

fn figures(page: &mut Page, figures: &[String]) {
    if figures.is_empty() {
        return;
    }
    page.heading("figures");
    for figure in figures {
        page.prose(2, 4, Markup::of(Meaning::Plain, figure));
    }
}
