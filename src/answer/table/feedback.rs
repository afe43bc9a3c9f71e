//! Feedback loops: numbered, each with its sign, its chain back to where it starts, other tellings and the drugs that cut it.

use indexmap::IndexMap;

use super::super::feedback::{Cut, LoopRow};
use super::super::markup::{Markup, Meaning};
use super::super::words::counted;
use super::entities::list;
use super::page::Page;

pub(super) fn write(page: &mut Page, rows: &[LoopRow]) {
    let digits = rows.len().to_string().len();
    let some_are_cut = rows.iter().any(|row| !row.cut_by.is_empty());
    for (index, row) in rows.iter().enumerate() {
        let number = format!("{:>digits$}. ", index + 1);
        let line = Markup::of(Meaning::Number, &number)
            .with(Meaning::Keyword, row.feedback.as_str())
            .with(Meaning::Plain, ", ")
            .with(Meaning::Plain, &counted(row.steps.len(), "step", "steps"));
        page.prose(0, digits + 4, line);
        let indent = digits + 2;
        let chain = page.chain(&row.steps);
        page.prose(indent, 2, chain);
        for variant in &row.variants {
            page.prose(indent, 2, other_telling(row, variant));
        }
        if some_are_cut {
            let line = cuts(page, &row.cut_by);
            page.prose(indent, 2, line);
        }
    }
}

/// `also by way of pituitary desensitization, pituitary sensitivity`
fn other_telling(row: &LoopRow, variant: &[String]) -> Markup {
    let others: Vec<&String> = variant.iter().filter(|name| !row.entities.contains(name)).collect();
    let mut line = Markup::of(Meaning::Muted, if others.is_empty() { "also told as " } else { "also by way of " });
    line.append(if others.is_empty() { list(variant) } else { list(&others) });
    line
}

/// `cut at aromatization by aromatase inhibitor (anastrozole) [3]; at …`
fn cuts(page: &mut Page, cuts: &[Cut]) -> Markup {
    if cuts.is_empty() {
        return Markup::of(Meaning::Muted, "no drug in this graph cuts it");
    }
    let mut places: IndexMap<&str, Vec<&Cut>> = IndexMap::new();
    for cut in cuts {
        places.entry(&cut.at).or_default().push(cut);
    }
    let mut line = Markup::of(Meaning::Muted, "cut ");
    for (number, (at, cuts)) in places.into_iter().enumerate() {
        line.plain(if number == 0 { "at " } else { "; at " });
        line.push(Meaning::Name, at);
        line.plain(" by ");
        let listed = |name: &str| cuts.iter().any(|cut| cut.drug == name);
        // A member stands under its class.
        let (folded, alone): (Vec<&Cut>, Vec<&Cut>) = cuts
            .iter()
            .partition(|cut| cut.via_class.as_deref().is_some_and(|class| class != cut.drug && listed(class)));
        for (number, cut) in alone.into_iter().enumerate() {
            if number > 0 {
                line.plain(", ");
            }
            line.push(Meaning::Name, &cut.drug);
            let members: Vec<&Cut> =
                folded.iter().filter(|member| member.via_class.as_deref() == Some(&cut.drug)).copied().collect();
            if !members.is_empty() {
                line.plain(" (");
                line.append(list(&members.iter().map(|member| member.drug.as_str()).collect::<Vec<_>>()));
                line.plain(")");
            }
            let evidence: Vec<_> =
                std::iter::once(cut).chain(members).flat_map(|cut| cut.by.evidence.iter().cloned()).collect();
            line.append(page.cite(&evidence));
        }
    }
    line
}
