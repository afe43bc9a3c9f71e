//! Pictures of answers: which nodes and arrows they have, one file a kind of answer.

mod card;
mod comparison;
mod details;
mod entities;
mod label;
mod loops;
mod names;
mod paths;
mod predictions;
mod room;
mod said;
mod sketch;
#[cfg(test)]
mod tests;
mod verdicts;

use std::borrow::Cow;

use crate::picture::Drawing;

use super::printable::printable;
use super::row::{Answer, Rows};
use super::words::remarks;
use sketch::Sketch;

pub(crate) use names::{names, of_verdict as verdict_steps, told_steps};

/// The most nodes of a picture. What does not fit is left out and told in a remark.
pub const MOST_NODES: usize = 80;

/// The most arrows of a picture, told in the same way. More are a thicket to the eye, and slow to lay out.
pub const MOST_ARROWS: usize = 160;

/// Remarks that stand beside a picture and not in it: what a name was read as is seen in its node, and what is said of other
/// statements belongs to who asks.
const BESIDE: [&str; 2] = ["default-pool", "disagreement"];

/// Why an answer has no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPicture {
    /// It is no answer of steps, whatever its rows: names, a count, a table.
    #[error("{0} has no steps to draw")]
    Kind(
        /// What it is: `a table`.
        &'static str,
    ),
    /// It could have steps, and has none.
    #[error("there is nothing to draw: the answer has no steps")]
    Empty,
}

/// The picture of an answer: its steps as arrows, each once, and what stands beside them. Of the rows of a large answer the
/// first are drawn, up to [`MOST_NODES`] nodes and
/// `MOST_ARROWS` arrows. O(rows).
///
/// # Errors
/// An answer that has no steps.
pub fn drawing(answer: &Answer) -> Result<Drawing, NoPicture> {
    let mut sketch = Sketch::new(&answer.glossary);
    match &answer.rows {
        Rows::Verdicts(rows) => verdicts::draw(rows, &answer.statement, &mut sketch),
        Rows::Paths(rows) => paths::draw(rows, &mut sketch),
        Rows::Loops(rows) => loops::draw(rows, &mut sketch),
        Rows::Entities(rows) => entities::draw(rows, &answer.statement, &mut sketch),
        Rows::Entity(rows) => card::draw(rows, &mut sketch),
        Rows::Predictions(rows) => predictions::draw(rows, &mut sketch),
        Rows::Comparison(rows) => comparison::draw(rows, &mut sketch),
        Rows::Picture(row) => return Ok(row.drawing.clone()),
        Rows::Count(_) => return Err(NoPicture::Kind("a count")),
        Rows::Table(_) | Rows::Check(_) => return Err(NoPicture::Kind("a table")),
        Rows::Plan(_) => return Err(NoPicture::Kind("a plan")),
        Rows::Ok(_) => return Err(NoPicture::Kind("a confirmation")),
    }
    let mut drawing = sketch.finish()?;
    for (word, text) in remarks(answer) {
        // A verdict says by itself that it is derived.
        let is_known = drawing.remarks.iter().any(|known| known == text);
        if !is_known && !answer.notes.iter().any(|note| note.text == text && BESIDE.contains(&note.code.as_str())) {
            drawing.remarks.push(format!("{word}: {text}"));
        }
    }
    drawing.foot = foot(answer, &drawing.title);
    make_printable(&mut drawing);
    Ok(drawing)
}

/// Names come from files, and a file may hold anything.
fn make_printable(drawing: &mut Drawing) {
    let mend = |text: &mut String| {
        if let Cow::Owned(mended) = printable(text) {
            *text = mended;
        }
    };
    [&mut drawing.title, &mut drawing.foot].into_iter().chain(&mut drawing.remarks).for_each(mend);
    for node in &mut drawing.nodes {
        [&mut node.name, &mut node.kind].into_iter().chain(&mut node.details).for_each(mend);
    }
    for arrow in &mut drawing.arrows {
        std::iter::once(&mut arrow.label).chain(&mut arrow.details).for_each(mend);
    }
}

/// `show LH · hpg 1.0.0`; the statement only where it is not the title.
fn foot(answer: &Answer, title: &str) -> String {
    let graph = [&answer.graph.name, &answer.graph.version];
    let graph: Vec<&str> = graph.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let parts = [answer.statement.as_str(), &graph.join(" ")];
    parts.into_iter().filter(|part| !part.is_empty() && *part != title).collect::<Vec<_>>().join(" · ")
}
