//! The format `tree`: answers whose paths are folded. The others are told as in `table`.

use super::super::markup::{Markup, Meaning};
use super::super::prediction::PredictionRow;
use super::super::row::{EntityRow, PathRow, Rows, Verdict, VerdictRow};
use super::page::Page;
use super::tree::{Chain, Tree};
use super::{entities, paths, prediction, verdict};

/// Writes the rows as trees; false where the answer has none.
pub(super) fn write(page: &mut Page, rows: &Rows) -> bool {
    match rows {
        Rows::Paths(rows) => write_paths(page, rows),
        Rows::Verdicts(rows) if rows.iter().all(has_tree) => rows.iter().for_each(|row| write_verdict(page, row)),
        Rows::Entities(rows) if rows.iter().any(|row| chain_of(row).is_some()) => write_entities(page, rows),
        Rows::Predictions(rows) if rows.iter().any(|row| !row.mechanism.is_empty()) => write_predictions(page, rows),
        _ => return false,
    }
    true
}

fn write_paths(page: &mut Page, rows: &[PathRow]) {
    let chain = |(index, row)| of_path(row, paths::facts(row, index));
    Tree::of(rows.iter().enumerate().map(chain).collect()).draw(page);
}

fn of_path(row: &PathRow, facts: Markup) -> Chain<'_> {
    let start = row.entities.first().or(row.steps.first().map(|step| &step.from)).map_or("", String::as_str);
    Chain { before: "", start, steps: &row.steps, remarks: vec![facts] }
}

fn has_tree(row: &VerdictRow) -> bool {
    row.verdict != Verdict::Depends && !row.supporting.is_empty()
}

fn write_verdict(page: &mut Page, row: &VerdictRow) {
    verdict::write_headline(page, row);
    page.heading("by");
    let all = row.supporting.iter().chain(&row.opposing);
    let chain = |(index, path)| of_path(path, paths::facts(path, index));
    Tree::of(all.enumerate().map(chain).collect()).draw(page);
    verdict::write_weakest(page, row);
    verdict::write_stated(page, row);
}

fn chain_of(row: &EntityRow) -> Option<&super::super::row::Effect> {
    row.effect.as_ref().filter(|effect| row.effects.len() <= 1 && !effect.mechanism.is_empty())
}

fn write_entities(page: &mut Page, rows: &[EntityRow]) {
    let mut chains = Vec::new();
    let mut others = Vec::new();
    for folded in entities::fold(rows) {
        match chain_of(folded.row) {
            Some(effect) => {
                let start = effect.mechanism.first().map_or("", |step| step.from.as_str());
                let remarks = entities::remarks(page, &folded);
                chains.push(Chain { before: "", start, steps: &effect.mechanism, remarks });
            }
            None => others.push(folded.row.clone()),
        }
    }
    Tree::of(chains).draw(page);
    if !others.is_empty() {
        page.blank();
        entities::write(page, &others);
    }
}

fn write_predictions(page: &mut Page, rows: &[PredictionRow]) {
    let mut chains = Vec::new();
    let mut others = Vec::new();
    for row in rows {
        let told = prediction::chains(row);
        if told.iter().all(|told| told.steps.is_empty()) {
            others.push(row.clone());
            continue;
        }
        for told in told.into_iter().filter(|told| !told.steps.is_empty()) {
            let start = told.steps.first().map_or("", |step| step.from.as_str());
            let mut remark = Markup::new();
            if !told.word.is_empty() {
                remark.push(Meaning::Muted, told.word);
            }
            remark.append(prediction::in_short(page, row));
            let before = if told.turned { "less" } else { "" };
            chains.push(Chain { before, start, steps: told.steps, remarks: vec![remark] });
        }
    }
    Tree::of(chains).draw(page);
    if !others.is_empty() {
        page.blank();
        prediction::write(page, &others);
    }
}
