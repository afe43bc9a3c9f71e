//! Entities that answer a question: by which mechanism each does, all merged.

use crate::answer::row::{Effect, EntityRow, Verdict};
use crate::answer::words::counted;
use crate::picture::{Movement, Part, Weight};

use super::sketch::Sketch;

pub(super) fn draw<'a>(rows: &'a [EntityRow], statement: &str, sketch: &mut Sketch<'a>) {
    statement.clone_into(&mut sketch.title);
    for row in rows {
        let effects: Vec<&Effect> = row.effect.iter().filter(|_| row.effects.is_empty()).chain(&row.effects).collect();
        for effect in effects {
            draw_effect(row, effect, sketch);
        }
        for edge in &row.edges {
            sketch.draw(std::slice::from_ref(edge), Weight::Plain, None);
        }
        sketch.mark(&row.entity, Part::Centre);
    }
    sketch.terms.centre = "answers the question";
    sketch.remarks.push(counted(rows.len(), "entity answers", "entities answer"));
}

/// The mechanism; what sources state, where there is none.
fn draw_effect<'a>(row: &'a EntityRow, effect: &'a Effect, sketch: &mut Sketch<'a>) {
    if effect.mechanism.is_empty() {
        for stated in &effect.documented {
            sketch.draw(std::slice::from_ref(stated), Weight::Documented, None);
        }
    } else {
        sketch.draw(&effect.mechanism, Weight::Plain, None);
    }
    if row.entity == effect.object {
        return;
    }
    sketch.mark(&effect.object, Part::Target);
    let movement = match effect.verdict {
        Verdict::Raises => Some(Movement::Up),
        Verdict::Suppresses => Some(Movement::Down),
        Verdict::Depends | Verdict::Mixed | Verdict::NoKnownEffect => None,
    };
    sketch.moves(&effect.object, movement);
}
