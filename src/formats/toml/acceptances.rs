//! Warnings that the curators have explained.

use super::references::References;
use super::row::Row;
use crate::diagnostic::Code;
use crate::formats::log::Log;
use crate::formats::{Acceptance, Location};
use crate::graph::{EntityId, RelationId};

pub(super) fn read(rows: &[Row<'_>], references: &References<'_>, log: &Log<'_>) -> Vec<Acceptance> {
    rows.iter().filter_map(|row| read_acceptance(row, references, log)).collect()
}

fn read_acceptance(row: &Row<'_>, references: &References<'_>, log: &Log<'_>) -> Option<Acceptance> {
    row.only(&["code", "entity", "subject", "relation", "object", "reason"]);
    let word = row.required("code");
    let code = word.and_then(|word| {
        let code = Code::of(word.value);
        if code.is_none() {
            log.report(word.place, Code::WrongValue, format!("no warning has the code `{}`", word.value), |fault| {
                fault.suggest(log.nearest(word.value, Code::ALL.iter().map(|code| code.as_str())))
            });
        }
        code
    });
    if !["entity", "subject", "object"].iter().any(|key| row.has(key)) {
        log.report(row.place, Code::MissingKey, "nothing says what is accepted", |fault| {
            fault.help("name the `entity`, or the `subject` or `object` of the edges")
        });
    }
    let entity = |key: &str| -> Option<Option<EntityId>> {
        row.text(key).map_or(Some(None), |id| references.entity(id).map(Some))
    };
    let relation: Option<Option<RelationId>> =
        row.text("relation").map_or(Some(None), |id| references.relation(id).map(Some));
    let (of, subject, object) = (entity("entity"), entity("subject"), entity("object"));
    let reason = row.required("reason");
    let place = word.map_or(row.place, |word| word.place);
    Some(Acceptance {
        code: code?,
        entity: of?,
        subject: subject?,
        relation: relation?,
        object: object?,
        reason: reason?.value.to_owned(),
        location: Location { file: log.file(place)?, span: place.span },
    })
}
