//! Contexts that a question fixes and that change nothing: an answer must say so, or it seems to be about them.

use serde_json::json;

use crate::answer::{Note, Rows, Step, told_steps, verdict_steps};
use crate::graph::{EntityId, Graph};
use crate::resolve::{AskMeaning, Clauses, Form, Resolved, Side};

use super::model::components;

/// Remarks on the contexts of a statement that nothing in its answer distinguishes.
/// Where there are verdicts, each says so itself of what it shows.
pub(super) fn remarks(graph: &Graph, statement: &Resolved, rows: &mut Rows) -> Vec<Note> {
    let Some(clauses) = clauses(statement) else { return Vec::new() };
    let mut notes = Vec::new();
    if let Rows::Verdicts(rows) = rows {
        for row in rows {
            let shown: Vec<&Step> = verdict_steps(row).collect();
            let caveats = of_whole_graph(graph, clauses, &shown).into_iter().map(|note| note.text);
            row.caveat = caveats.reduce(|one, other| format!("{one}; {other}"));
        }
    } else {
        notes.extend(of_whole_graph(graph, clauses, &told_steps(rows).collect::<Vec<_>>()));
    }
    notes.extend(of_entities(graph, clauses, &subjects(statement)));
    notes
}

fn clauses(statement: &Resolved) -> Option<&Clauses> {
    match statement {
        Resolved::Question(question) => Some(&question.clauses),
        Resolved::Simulate(simulation) => Some(&simulation.clauses),
        Resolved::Path(path) => Some(&path.clauses),
        _ => None,
    }
}

/// Whose effects a statement asks for, where it names them.
fn subjects(statement: &Resolved) -> Vec<EntityId> {
    let targets = match statement {
        Resolved::Question(question) => match &question.form {
            Form::Claims { claims, .. } => claims.iter().map(|claim| &claim.subject).collect(),
            Form::Effects(subject) => vec![subject],
            Form::Select { condition, .. } => {
                let of_named = condition.predicates().into_iter().filter(|predicate| {
                    predicate.candidate == Side::Object && matches!(predicate.ask.meaning, AskMeaning::Effect(_))
                });
                of_named.map(|predicate| &predicate.other).collect()
            }
            _ => Vec::new(),
        },
        Resolved::Simulate(simulation) => {
            let versus = simulation.versus.iter().flat_map(|versus| &versus.list);
            simulation.scenario.list.iter().chain(versus).map(|one| &one.target).collect()
        }
        _ => Vec::new(),
    };
    targets.into_iter().flat_map(|target| &target.mentions).map(|mention| mention.entity).collect()
}

/// Keys of the whole graph: where no step of the answer is stated for the value, the answer is that of the default.
fn of_whole_graph(graph: &Graph, clauses: &Clauses, shown: &[&Step]) -> Vec<Note> {
    let mut notes = Vec::new();
    for (key, value) in &clauses.graph_context.0 {
        let default = graph.schema.contexts.get(key).and_then(|declared| declared.default.as_deref());
        if shown.is_empty() || shown.iter().any(|step| step.context.get(key) == Some(value)) {
            continue;
        }
        let Some(default) = default.filter(|default| default != value) else { continue };
        let text = format!(
            "no step shown here is stated for {key} = {value}; where the graph does not say, it speaks of {key} = {default}"
        );
        notes.push(Note::new("other-context", text).with(json!({ "key": key, "value": value, "stated": default })));
    }
    notes
}

/// Keys of entities: those by which nothing that is said of the entity differs.
fn of_entities(graph: &Graph, clauses: &Clauses, subjects: &[EntityId]) -> Vec<Note> {
    let name = |entity: EntityId| graph.entity(entity).name.as_str();
    let differs = |entity: EntityId, key: &str| {
        let mut all = std::iter::once(entity).chain(components(graph, entity));
        all.any(|entity| graph.subject_contexts(entity).contains_key(key))
    };
    let ignored = |key: &String, value: &String, of: &str, names: Vec<&str>| {
        let text = format!(
            "nothing said of {} differs by {key}, so `given {key}{of} = {value}` changes nothing",
            names.join(", ")
        );
        Note::new("ignored-context", text).with(json!({ "key": key, "value": value, "entities": names }))
    };
    let mut notes = Vec::new();
    for (key, value) in &clauses.subject_context.0 {
        if !subjects.is_empty() && !subjects.iter().any(|&entity| differs(entity, key)) {
            notes.push(ignored(key, value, "", subjects.iter().map(|&entity| name(entity)).collect()));
        }
    }
    for (entity, context) in &clauses.entity_contexts {
        for (key, value) in context.0.iter().filter(|(key, _)| !differs(*entity, key)) {
            notes.push(ignored(key, value, &format!(" of {}", name(*entity)), vec![name(*entity)]));
        }
    }
    notes
}
