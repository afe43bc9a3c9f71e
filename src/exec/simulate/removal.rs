//! What goes with what is removed: its parts, what nothing makes any more, what cannot do without it, receptors that
//! nothing activates any more.

use indexmap::IndexSet;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::graph::{EntityId, ExpandedEdge, Graph, Group, Role, Sign};

use super::super::model::Model;

/// Why something is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    /// It is part of what is gone, or lies there and nowhere else.
    With(EntityId),
    /// Nothing is left of what makes it, or runs it; this was the last.
    Unmade(EntityId),
    /// It cannot do without this.
    Without(EntityId),
    /// Nothing is left that activates it; this was the last.
    Idle(EntityId),
}

impl Gone {
    /// What was lost just before.
    pub const fn cause(self) -> EntityId {
        let (Self::With(cause) | Self::Unmade(cause) | Self::Without(cause) | Self::Idle(cause)) = self;
        cause
    }
}

/// Everything that goes with what is removed, each with its cause, nearest first. What is done to it otherwise stays: of
/// `kept` nothing goes. In a part of a large graph nothing goes for want of what makes it: another maker may lie outside.
/// O(edges of the model + edges of what goes · makers of an entity).
pub(super) fn gone_with(
    graph: &Graph,
    model: &Model,
    removed: &[EntityId],
    kept: &[EntityId],
) -> Vec<(EntityId, Gone)> {
    let surroundings = Surroundings::new(graph, model);
    let mut removal = Removal { surroundings, kept, gone: removed.iter().copied().collect() };
    let mut causes = Vec::new();
    let mut next = 0;
    while let Some(&lost) = removal.gone.get_index(next) {
        next += 1;
        for (entity, cause) in removal.following(lost) {
            if !kept.contains(&entity) && removal.gone.insert(entity) {
                causes.push((entity, cause));
            }
        }
    }
    causes
}

/// Edges by the entity at one end, in their order.
type ByEntity<'m> = FxHashMap<EntityId, Vec<&'m ExpandedEdge>>;

/// What of a model bears on a removal.
struct Surroundings<'m> {
    graph: &'m Graph,
    /// Whether all that makes an entity is known.
    makers_are_known: bool,
    /// Fine mechanism steps.
    by_subject: ByEntity<'m>,
    by_object: ByEntity<'m>,
    /// By what they act on: all that raise it, also in short forms of finer chains, which may lead through what is gone.
    raising: ByEntity<'m>,
    /// By whole or place: what is part of it, or lies there, in the setting of the model.
    inside: ByEntity<'m>,
    /// By entity: where it lies.
    places: ByEntity<'m>,
}

impl<'m> Surroundings<'m> {
    fn new(graph: &'m Graph, model: &'m Model) -> Self {
        let mut surroundings = Self {
            graph,
            makers_are_known: !model.is_of_part,
            by_subject: ByEntity::default(),
            by_object: ByEntity::default(),
            raising: ByEntity::default(),
            inside: ByEntity::default(),
            places: ByEntity::default(),
        };
        for step in model.mechanism.edges() {
            if step.sign == Some(Sign::Positive) {
                surroundings.raising.entry(step.object).or_default().push(step);
            }
            if step.coarse {
                continue;
            }
            surroundings.by_subject.entry(step.subject).or_default().push(step);
            surroundings.by_object.entry(step.object).or_default().push(step);
        }
        // Where a class lies says nothing of the place of a member that has its own.
        let stated = |edge: &&ExpandedEdge| edge.via_class.is_none() && !graph.edge(edge.edge).negated;
        for edge in model.expansion.listed.iter().filter(stated) {
            let role = surroundings.role(edge);
            if role.is_within() {
                surroundings.inside.entry(edge.object).or_default().push(edge);
            }
            if role == Role::Place {
                surroundings.places.entry(edge.subject).or_default().push(edge);
            }
        }
        surroundings
    }

    fn role(&self, edge: &ExpandedEdge) -> Role {
        self.graph.schema.relation(edge.relation).role
    }

    /// Whether some of these are parts of an entity, or lie in it or its parts.
    fn holds_any(&self, whole: EntityId, wanted: &[EntityId]) -> bool {
        let mut passed: FxHashSet<EntityId> = FxHashSet::from_iter([whole]);
        let mut open = vec![whole];
        while let Some(entity) = open.pop() {
            for part in edges(&self.inside, entity).map(|edge| edge.subject) {
                if wanted.contains(&part) && part != whole {
                    return true;
                }
                if passed.insert(part) {
                    open.push(part);
                }
            }
        }
        false
    }
}

fn edges<'s, 'm>(
    by_entity: &'s ByEntity<'m>,
    entity: EntityId,
) -> impl Iterator<Item = &'m ExpandedEdge> + use<'s, 'm> {
    by_entity.get(&entity).into_iter().flatten().copied()
}

/// A removal as far as it has come.
struct Removal<'m> {
    surroundings: Surroundings<'m>,
    kept: &'m [EntityId],
    /// What is removed, then what went with it.
    gone: IndexSet<EntityId>,
}

impl Removal<'_> {
    /// What goes because this does.
    fn following(&self, lost: EntityId) -> Vec<(EntityId, Gone)> {
        let around = &self.surroundings;
        let goes = |edge: &&ExpandedEdge| around.role(edge) == Role::Part || self.has_no_place(edge.subject);
        let inside = edges(&around.inside, lost).filter(goes).map(|edge| (edge.subject, Gone::With(lost)));
        let after = edges(&around.by_subject, lost).filter_map(|step| {
            let cause = match around.role(step) {
                // What needs some member of a class can do without this one.
                Role::Need if step.via_class.is_none() => Gone::Without(lost),
                role @ (Role::Making | Role::Catalysis) if self.is_unmade(step.object, role) => Gone::Unmade(lost),
                _ if step.sign == Some(Sign::Positive) && self.is_idle(step.object) => Gone::Idle(lost),
                _ => return None,
            };
            Some((step.object, cause))
        });
        inside.chain(after).collect()
    }

    /// Whether no place stays in which an entity lies: aromatase stays where the testes go.
    fn has_no_place(&self, entity: EntityId) -> bool {
        edges(&self.surroundings.places, entity).all(|edge| self.gone.contains(&edge.object))
    }

    /// Whether all that makes or runs an entity is gone, and the question itself gives none of it. A whole makes it by its
    /// parts, where one of them does too; a class by its members.
    fn is_unmade(&self, entity: EntityId, role: Role) -> bool {
        let around = &self.surroundings;
        let by_role = edges(&around.by_object, entity).filter(|step| around.role(step) == role);
        let makers: Vec<EntityId> = by_role.map(|step| step.subject).collect();
        around.makers_are_known
            && !self.is_given(entity)
            && makers.iter().all(|&maker| self.is_lost(maker) || around.holds_any(maker, &makers))
    }

    /// Whether a receptor has nothing left that activates it, so that a blocker of it does nothing either. Drugs that the
    /// question does not give are not there.
    fn is_idle(&self, entity: EntityId) -> bool {
        let around = &self.surroundings;
        let graph = around.graph;
        let is_there = |agonist: EntityId| {
            let is_drug = graph.schema.kind(graph.entity(agonist).kind()).group == Group::Drug;
            if is_drug { self.kept.contains(&agonist) && !self.gone.contains(&agonist) } else { !self.is_lost(agonist) }
        };
        let mut agonists = edges(&around.raising, entity).map(|step| step.subject);
        around.makers_are_known
            && graph.schema.kind(graph.entity(entity).kind()).needs_agonist
            && !agonists.any(is_there)
    }

    /// Whether an entity is gone, or every member of it.
    fn is_lost(&self, entity: EntityId) -> bool {
        let adjacency = &self.surroundings.graph.adjacency;
        let (mut open, mut seen) = (vec![entity], FxHashSet::default());
        while let Some(entity) = open.pop() {
            let members = adjacency.direct_members(entity);
            if !self.gone.contains(&entity) {
                if members.is_empty() {
                    return false;
                }
                open.extend(members.iter().copied().filter(|&member| seen.insert(member)));
            }
        }
        true
    }

    /// Whether something that the question acts on or holds adds to the amount of an entity as such: insulin that is injected
    /// needs no cells that make it.
    fn is_given(&self, entity: EntityId) -> bool {
        let around = &self.surroundings;
        let gives = |step: &ExpandedEdge| {
            step.sign == Some(Sign::Positive)
                && !matches!(around.role(step), Role::Making | Role::Catalysis | Role::Need)
                && self.kept.contains(&step.subject)
                && !self.gone.contains(&step.subject)
        };
        edges(&around.by_object, entity).any(gives)
    }
}
