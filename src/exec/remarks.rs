//! Remarks that answers make: what a name was read as, what was left out and why.

use indexmap::IndexSet;
use serde_json::json;

use crate::answer::Note;
use crate::cancel::Cause;
use crate::diagnostic::listed;
use crate::graph::{Aspect, Disagreement, EntityId, Graph, Group, Link, Sign};
use crate::resolve::{Clauses, NamedAs, Target};

use super::within::longest_chain;

/// How many names a remark lists.
const LISTED: usize = 12;

/// That an umbrella was read as its default pool, and which others there are.
pub(super) fn default_pool(graph: &Graph, target: &Target) -> Option<Note> {
    let NamedAs::Umbrella(umbrella) = target.named else { return None };
    let name = |id: EntityId| graph.entity(id).name.clone();
    let read = target.mentions.first()?.entity;
    let others = graph.entity(umbrella).pools.iter().filter(|&&pool| pool != read);
    let others: Vec<String> = others.map(|&pool| name(pool)).collect();
    let text = format!("`{}` is read as {}; other pools: {}", target.text, name(read), others.join(", "));
    let data = json!({ "named": name(umbrella), "read": name(read), "others": others });
    Some(Note::new("default-pool", text).with(data))
}

/// The remarks on what each of these targets was read as, each once.
pub(super) fn readings<'t>(graph: &Graph, targets: impl IntoIterator<Item = &'t Target>) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for note in targets.into_iter().filter_map(|target| default_pool(graph, target)) {
        if !notes.iter().any(|known| known.text == note.text) {
            notes.push(note);
        }
    }
    notes
}

/// A remark that counts entities and names the first of them.
pub(super) fn counted(code: &str, names: &[String], what: &str) -> Note {
    Note::new(code, format!("{} {what}: {}", names.len(), listed(names, LISTED))).with(json!({ "entities": names }))
}

/// The code of a remark that an answer is not whole.
pub(super) const CUT: &str = "cut";

/// That a class has more members than are asked what they do.
pub(super) fn members_unasked(graph: &Graph, class: EntityId, most: usize) -> Option<Note> {
    let members = graph.stands_for(class).len();
    let name = &graph.entity(class).name;
    let text = format!("of the {members} members of {name} the first {most} are looked at");
    (members > most).then(|| Note::new(CUT, text).with(json!({ "examined": most, "of": members })))
}

/// That what is told is of the members of a class, or the pools of an umbrella.
pub(super) fn told_of_members(graph: &Graph, class: EntityId) -> Note {
    let class = graph.entity(class);
    let members = if class.pools.is_empty() { "members" } else { "pools" };
    let text = format!("no source says so of {} as such; this is told of its {members}", class.name);
    Note::new("members", text).with(json!({ "class": class.name }))
}

/// That one of the agents acts as an entity does and is not counted as it: injected FSH is no FSH of the body's own.
pub(super) fn counted_apart(graph: &Graph, agents: &[EntityId], object: EntityId) -> Option<Note> {
    let stands_in = |link: &Link| {
        let relation = graph.schema.relation(link.relation());
        let is_drug = graph.schema.kind(graph.entity(link.entity).kind()).group == Group::Drug;
        let acts_alike = (relation.sign, relation.aspect) == (Some(Sign::Positive), Aspect::Activity);
        is_drug && acts_alike && !link.label.is_negated()
    };
    let links = graph.adjacency.incoming(object).into_iter();
    let agents: IndexSet<&str> = links
        .filter(|link| graph.has_abundance(object) && agents.contains(&link.entity) && stands_in(link))
        .map(|link| graph.entity(link.entity).name.as_str())
        .collect();
    let object = &graph.entity(object).name;
    let agents: Vec<&str> = agents.into_iter().collect();
    let verb = if agents.len() == 1 { "acts like it and is" } else { "act like it and are" };
    let text = format!("{object} is the body's own here; {} {verb} counted apart", agents.join(", "));
    (!agents.is_empty()).then(|| Note::new("counted-apart", text).with(json!({ "entity": object, "agents": agents })))
}

/// How long the chains are that were looked at, where that is bounded: by `max`, or by the size of the graph.
pub(super) fn bound(graph: &Graph, clauses: &Clauses) -> Option<Note> {
    let longest = longest_chain(graph, clauses)?;
    let why = if clauses.max.is_some() { "" } else { ", on a graph of this size; `max` asks for longer ones" };
    let text = format!("chains of at most {longest} steps are looked at{why}");
    Some(Note::new("bound", text).with(json!({ "max": longest })))
}

/// That a limit cut the answer.
pub(super) fn cut(shown: usize, found: usize, what: &str) -> Note {
    Note::new("cut", format!("{shown} of {found} {what} shown")).with(json!({ "shown": shown, "found": found }))
}

/// That a statement was stopped before it was known what does the same indirectly.
pub(super) fn indirectly_unexamined() -> Note {
    Note::new("cut", "there was no time to see what does so indirectly")
}

/// That a statement was stopped before everything was listed.
pub(super) fn unlisted(cause: Cause, listed: usize, of: usize) -> Note {
    let text = format!("{}: {listed} of {of} are listed", cause.as_str());
    Note::new("cut", text).with(json!({ "shown": listed, "found": of }))
}

/// That a simulation was stopped before it was known what would settle what is open.
pub(super) fn unsettled(cause: Cause) -> Note {
    Note::new("cut", format!("{}: what would settle what is open is left out", cause.as_str()))
}

/// That a statement was stopped before all candidates were examined.
pub(super) fn unexamined(cause: Cause, examined: usize, of: usize) -> Note {
    let text = format!("{}: {examined} of {of} candidates are examined, the others may answer too", cause.as_str());
    Note::new("cut", text).with(json!({ "examined": examined, "of": of }))
}

/// The matters on which the sources disagree, those that are wanted here.
pub(super) fn disagreements(graph: &Graph, wanted: impl Fn(&Disagreement) -> bool) -> Option<Note> {
    let about = graph.disagreements.iter().filter(|matter| wanted(matter));
    let matters: Vec<String> = about.map(|matter| format!("{} ({})", matter.matter, matter.id)).collect();
    let text = format!(
        "the sources disagree on {}; `? what do the documents disagree on` says who says what",
        matters.join(", ")
    );
    (!matters.is_empty()).then(|| Note::new("disagreement", text).with(json!({ "matters": matters })))
}
