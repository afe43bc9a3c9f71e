//! Nodes to entities.

use super::local;
use super::properties::{NodeProperty, Properties};
use crate::diagnostic::Code;
use crate::formats::intake::{EntityRecord, Intake, Place};

/// Hands a node over; one without an id is a fault.
pub(super) fn push(node: &Properties<'_, NodeProperty>, place: Place<'_>, intake: &mut Intake) {
    let id = node.first(NodeProperty::Id);
    if id.is_empty() {
        intake.fault(place, Code::WrongValue, "a node has no `id`");
        return;
    }
    let own = [NodeProperty::Kind, NodeProperty::Also].map(|property| node.all(property).collect::<Vec<_>>()).concat();
    let list = |property| node.all(property).collect::<Vec<_>>();
    let categories = list(NodeProperty::Category);
    let pools: Vec<&str> = node.all(NodeProperty::Pools).map(local).collect();
    intake.entity(&EntityRecord {
        id: local(id),
        name: node.first(NodeProperty::Name),
        kinds: if own.is_empty() { &categories } else { &own },
        synonyms: &list(NodeProperty::Synonym),
        xrefs: &list(NodeProperty::Xref),
        definition: node.first(NodeProperty::Description),
        pools: &pools,
        place,
    });
}
