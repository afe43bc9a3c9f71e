//! Paths: numbered, one line each where it fits.

use super::super::markup::{Markup, Meaning};
use super::super::row::PathRow;
use super::page::Page;
use super::verdict::net;

pub(super) fn write(page: &mut Page, rows: &[PathRow]) {
    let digits = rows.len().to_string().len();
    for (index, row) in rows.iter().enumerate() {
        let number = format!("{:>digits$}. ", index + 1);
        let mut line = Markup::of(Meaning::Number, &number);
        line.append(page.path(row));
        page.prose(0, digits + 4, line);
        page.prose(digits + 2, 2, role_and_net(row));
    }
}

/// `2. net +, 3 steps, supporting`, to stand where a path ends.
pub(super) fn facts(row: &PathRow, index: usize) -> Markup {
    Markup::of(Meaning::Number, &format!("{}. ", index + 1)).joined(role_and_net(row))
}

fn role_and_net(row: &PathRow) -> Markup {
    let mut facts = net(row);
    if let Some(role) = row.role {
        facts.plain(", ");
        facts.push(Meaning::Keyword, role.as_str());
    }
    facts
}
