//! Remarks on a simulation: what a name was read as, which context was taken, what would tell more.

use indexmap::IndexSet;
use rustc_hash::FxHashSet;
use serde_json::json;

use crate::answer::{Change, Note};
use crate::graph::{EntityId, Graph, Group, Role, Sign};
use crate::resolve::{Intervention, Simulation};
use crate::syntax::Action;

use super::super::Executor;
use super::super::finding::Case;
use super::super::model::parts;
use super::super::remarks;
use super::super::step::context_text;
use super::Predicted;
use super::disputed;
use super::play::Play;
use super::removal::Gone;
use super::scene::Scene;
use super::stage::Act;

impl Executor<'_> {
    pub(super) fn notes(
        &mut self,
        simulation: &Simulation,
        scene: &Scene,
        play: &Play,
        predicted: &[Predicted],
    ) -> Vec<Note> {
        let graph = self.graph;
        let done = || interventions(simulation);
        let mut notes = remarks::readings(graph, done().map(|one| &one.target).chain(&simulation.show));
        notes.extend(remarks::bound(graph, &simulation.clauses));
        notes.extend(scene.defaults.iter().filter_map(|case| self.default_context(case)));
        if scene.apart.is_some() {
            notes.push(Note::new("apart", "the scenarios need different contexts, so each is solved for itself"));
        }
        notes.extend(goes_too(graph, play));
        notes.extend(self.without_steps(simulation, scene, play, predicted));
        notes.extend(self.left_out(simulation));
        notes.extend(self.one_node(simulation));
        let acts = play.stages().flat_map(|stage| &stage.acts);
        let given: Vec<EntityId> = acts.filter(|act| act.sign() == Sign::Positive).map(|act| act.entity).collect();
        let shown = predicted.iter().filter(|one| one.row.change != Change::Up).map(|one| one.object);
        notes.extend(shown.filter_map(|object| remarks::counted_apart(graph, &given, object)));
        if !simulation.show.is_empty() && predicted.is_empty() {
            notes.push(Note::new("nothing-watched", "`show` names nothing that this graph holds"));
        }
        notes.extend(versus(simulation, predicted));
        notes.extend(disagreements(graph, simulation, predicted));
        notes
    }

    /// That an entity was taken in its default context, and which others there are.
    fn default_context(&self, case: &Case) -> Option<Note> {
        let graph = self.graph;
        let name = &graph.entity(case.subject).name;
        let mut others: Vec<String> = Vec::new();
        for (key, values) in graph.subject_contexts(case.subject) {
            let taken = case.context.get(key).map(String::as_str);
            // What is only ever done in one way is not taken to be done in another.
            if !taken.is_some_and(|taken| graph.states_context(case.subject, key, taken)) {
                continue;
            }
            others.extend(
                values
                    .into_iter()
                    .filter(|value| Some(*value) != taken)
                    .map(|value| format!("`given {key} = {value}`")),
            );
        }
        let taken = context_text(&case.context);
        let text = format!("{name} is taken as {taken}; {} asks for the other", others.join(", "));
        (!others.is_empty())
            .then(|| Note::new("default-context", text).with(json!({ "entity": name, "context": case.context })))
    }

    /// Entities to which something is done, and from which nothing leads on; classes of whose members more is known.
    fn without_steps(
        &mut self,
        simulation: &Simulation,
        scene: &Scene,
        play: &Play,
        predicted: &[Predicted],
    ) -> Option<Note> {
        let graph = self.graph;
        let edges = self.model(&scene.setting).mechanism.edges();
        let acting: FxHashSet<EntityId> = edges.iter().map(|edge| edge.subject).collect();
        let acting_members = |class: EntityId| {
            graph.stands_for(class).into_iter().filter(|member| acting.contains(member)).collect::<Vec<_>>()
        };
        let takes_something =
            |entity: EntityId| play.stages().any(|stage| stage.following().any(|(_, gone)| gone.cause() == entity));
        let is_still = predicted.iter().all(|one| one.row.change == Change::None);
        let acted_on = interventions(simulation).filter_map(Intervention::mention).map(|mention| mention.entity);
        let mute = acted_on.filter(|&entity| {
            let leads_nowhere = !acting.contains(&entity) || is_still && !acting_members(entity).is_empty();
            leads_nowhere && !takes_something(entity)
        });
        let mute: Vec<EntityId> = mute.collect();
        let name = |id: EntityId| graph.entity(id).name.as_str();
        let names: Vec<&str> = mute.iter().map(|&entity| name(entity)).collect();
        let parts: Vec<&str> = mute.iter().flat_map(|&entity| parts(graph, entity)).map(name).collect();
        let members: IndexSet<&str> = mute.iter().flat_map(|&entity| acting_members(entity)).map(name).collect();
        let members: Vec<&str> = members.into_iter().collect();
        let told = |of: &str, names: &[&str]| format!("; what is known is told of its {of}: {}", names.join(", "));
        let hint = match (parts.as_slice(), members.as_slice()) {
            ([], []) => String::new(),
            ([], members) => told("members", members),
            (parts, _) => told("parts", parts),
        };
        let text = if mute.iter().any(|entity| acting.contains(entity)) {
            format!("nothing follows from {} as such{hint}", names.join(", "))
        } else {
            format!("no mechanism step starts at {}, so nothing follows{hint}", names.join(", "))
        };
        (!mute.is_empty()).then(|| {
            Note::new("no-mechanism", text).with(json!({ "entities": names, "parts": parts, "members": members }))
        })
    }

    /// Components of a therapy that are not given unless they are named.
    fn left_out(&self, simulation: &Simulation) -> Option<Note> {
        let graph = self.graph;
        let named: Vec<EntityId> =
            interventions(simulation).filter_map(Intervention::mention).map(|mention| mention.entity).collect();
        let links = named.iter().flat_map(|&entity| graph.adjacency.outgoing(entity));
        let optional = links.filter(|link| {
            graph.schema.relation(link.relation()).role == Role::Administration && graph.edge(link.edge).optional
        });
        let mut left_out: Vec<String> = Vec::new();
        for link in optional.filter(|link| !named.contains(&link.entity)) {
            let name = graph.entity(link.entity).name.clone();
            if !left_out.contains(&name) {
                left_out.push(name);
            }
        }
        (!left_out.is_empty()).then(|| {
            let text = format!("optional, so given only where named: {}", left_out.join(", "));
            Note::new("optional", text).with(json!({ "entities": left_out }))
        })
    }
}

impl Executor<'_> {
    /// That blocking is no more than lowering where amount and activity are one.
    fn one_node(&self, simulation: &Simulation) -> Option<Note> {
        let graph = self.graph;
        let one = |entity: &EntityId| {
            let kind = graph.schema.kind(graph.entity(*entity).kind());
            kind.group == Group::Hormone && !kind.abundance
        };
        let blocked = interventions(simulation).filter(|one| one.action == Action::Blocked);
        let entities = blocked.filter_map(Intervention::mention).map(|mention| mention.entity).filter(one);
        let names: Vec<&str> = entities.map(|entity| graph.entity(entity).name.as_str()).collect();
        (!names.is_empty()).then(|| {
            let text = format!("amount and activity of {} are one here, so `blocked` is `down`", names.join(", "));
            Note::new("one-node", text).with(json!({ "entities": names }))
        })
    }
}

/// What goes with what is removed, what that leaves idle, and what is blocked with its class.
fn goes_too(graph: &Graph, play: &Play) -> impl Iterator<Item = Note> {
    let told = [
        ((Action::Removed, false), "removed-too", "what is removed takes with it"),
        ((Action::Removed, true), "idle", "what is removed leaves idle, for nothing activates it any more"),
        ((Action::Blocked, false), "blocked-too", "what is blocked stands for"),
    ];
    told.into_iter().filter_map(|(wanted, code, what)| {
        // What is idle on one side only is so because of what is not done there.
        let is_told = |act: &&Act| !wanted.1 || play.stages().all(|stage| stage.does(act));
        let acts = play.stages().flat_map(|stage| &stage.acts).filter(is_told);
        let same =
            acts.filter(|act| act.follows.is_some_and(|why| (act.action, matches!(why, Gone::Idle(_))) == wanted));
        let names: IndexSet<&str> = same.map(|act| graph.entity(act.entity).name.as_str()).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let text = format!("{what}: {}", names.join(", "));
        (!names.is_empty()).then(|| Note::new(code, text).with(json!({ "entities": names })))
    })
}

/// Where several things together leave something open: how to ask what one of them adds.
fn versus(simulation: &Simulation, predicted: &[Predicted]) -> Option<Note> {
    let list = &simulation.scenario.list;
    let open = predicted.iter().any(|one| one.row.change == Change::Ambiguous);
    if simulation.versus.is_some() || list.len() < 2 || !open {
        return None;
    }
    let (added, rest) = list.split_last()?;
    let told = |one: &Intervention| format!("{} {}", one.target.text, one.action.as_str());
    let rest: Vec<String> = rest.iter().map(told).collect();
    let text = format!(
        "how much of each is given is not known, so together they leave much open; with `versus {}` the answer is what {} adds",
        rest.join(", "),
        added.target.text,
    );
    Some(Note::new("versus", text))
}

fn interventions(simulation: &Simulation) -> impl Iterator<Item = &Intervention> {
    let versus = simulation.versus.iter().flat_map(|versus| &versus.list);
    simulation.scenario.list.iter().chain(versus)
}

/// What the sources disagree on of what is done: of two things that are given, or of one and what becomes of another.
fn disagreements(graph: &Graph, simulation: &Simulation, predicted: &[Predicted]) -> Option<Note> {
    let given = disputed::given(graph, simulation);
    remarks::disagreements(graph, |matter| {
        let concerned = disputed::concerned(graph, matter, &given);
        let shown = matter.about.iter().any(|&entity| predicted.iter().any(|one| one.object == entity));
        concerned > 1 || concerned == 1 && shown
    })
}
