//! Whether a source states an edge: yes-or-no questions with a relation verb.

use indexmap::IndexMap;
use rustc_hash::FxHashSet;
use serde_json::json;

use crate::answer::{Note, Verdict, VerdictCertainty, VerdictRow, YesNo};
use crate::graph::{Aspect, Context, EntityId, ExpandedEdge, Expansion, Graph, Relation, RelationId, Role};
use crate::resolve::{Claim, Clauses, NamedAs, Side, Target};

use super::claims::{base, negated, word};
use super::combine::verdict_of;
use super::finding::{Aim, Finding};
use super::model::parts;
use super::relations::{
    asked_context, belongs, edge_instances, edges_between, edges_by_side, holds_in, listing, uppermost,
};
use super::remarks;
use super::step::{name_in, path_row, step};
use super::{Executor, Stopped};

impl Executor<'_> {
    pub(super) fn relation_claim(
        &mut self,
        claim: &Claim,
        relation: RelationId,
        clauses: &Clauses,
        rows: &mut Vec<VerdictRow>,
        notes: &mut Vec<Note>,
    ) -> Result<(), Stopped> {
        let graph = self.graph;
        let expansion = listing(graph, clauses, &self.cancel)?;
        let objects = edge_instances(graph, &claim.object, relation);
        for subject in self.spoken_of(claim, relation, &expansion, &objects, notes) {
            let context = asked_context(graph, &claim.subject, subject, clauses);
            let mut edges: Vec<&ExpandedEdge> = edges_between(&expansion, graph, relation, subject, &objects).collect();
            edges.retain(|edge| holds_in(graph, edge, &context));
            if claim.ask.directly {
                edges.retain(|edge| graph.edge(edge.edge).is_direct());
            }
            let membership = graph.schema.relation(relation).role == Role::Membership
                && belongs(graph, subject, &claim.object, &objects);
            let opposite =
                edges.is_empty() && self.stated_otherwise(&expansion.steps, subject, &objects, relation, &context);
            let stated_absent = !edges.is_empty() && edges.iter().all(|edge| graph.edge(edge.edge).negated);
            let answer = match (edges.is_empty(), membership, opposite || stated_absent) {
                (_, _, true) => YesNo::No,
                (false, ..) | (_, true, _) => YesNo::Yes,
                _ if graph.schema.relation(relation).role == Role::Membership => YesNo::No,
                _ => YesNo::Unknown,
            };
            let row = self.relation_row(claim, subject, &context, relation, &edges, answer);
            if answer == YesNo::Unknown || answer == YesNo::No {
                // An edge is looked up on an umbrella, an effect on one of its pools.
                let pool = claim.subject.mentions.first().map(|mention| mention.entity);
                let acting = if graph.entity(subject).pools.is_empty() { subject } else { pool.unwrap_or(subject) };
                notes.extend(self.net_effect_note(claim, acting, &context, relation, clauses)?);
            }
            if answer == YesNo::Unknown {
                notes.extend(self.parts_with_edge(&expansion, subject, relation, &objects, claim));
                notes.extend(stated_of_therapy(graph, &expansion, subject, relation, &objects, claim));
            }
            rows.push(row);
        }
        Ok(())
    }

    /// The subjects; in the place of a class or umbrella of which no source says anything of the kind, those of its members
    /// and pools of which one does. O(E + m) for E edges and m members.
    fn spoken_of(
        &self,
        claim: &Claim,
        relation: RelationId,
        expansion: &Expansion,
        objects: &[EntityId],
        notes: &mut Vec<Note>,
    ) -> Vec<EntityId> {
        let graph = self.graph;
        let subjects = instances_of_subject(graph, &claim.subject);
        let Relation { sign, role, .. } = graph.schema.relation(relation);
        if *role == Role::Membership {
            return subjects;
        }
        let stated = edges_by_side(expansion, graph, relation, Side::Subject, objects);
        let opposite = |edge: &&ExpandedEdge| sign.is_some() && edge.sign == sign.map(|sign| -sign);
        let opposite = expansion.steps.iter().filter(|edge| objects.contains(&edge.object)).filter(opposite);
        let mut speaking: FxHashSet<EntityId> = opposite.map(|edge| edge.subject).collect();
        speaking.extend(stated.keys());
        let mut told = Vec::new();
        for subject in subjects {
            let members: Vec<EntityId> =
                graph.stands_for(subject).into_iter().filter(|member| speaking.contains(member)).collect();
            if speaking.contains(&subject) || members.is_empty() {
                told.push(subject);
            } else {
                notes.push(remarks::told_of_members(graph, subject));
                told.extend(uppermost(graph, &members));
            }
        }
        told
    }

    /// Which parts of the subject the edge is told of.
    fn parts_with_edge(
        &self,
        expansion: &Expansion,
        subject: EntityId,
        relation: RelationId,
        objects: &[EntityId],
        claim: &Claim,
    ) -> Option<Note> {
        let graph = self.graph;
        let told = |&part: &EntityId| edges_between(expansion, graph, relation, part, objects).next().is_some();
        let parts: Vec<String> =
            parts(graph, subject).into_iter().filter(told).map(|id| graph.entity(id).name.clone()).collect();
        let verb = if parts.len() == 1 {
            &claim.ask.third
        } else {
            graph.schema.relation(relation).verbs.first().map(|verb| &verb.base)?
        };
        let text = format!("of its parts, {} {verb} {}", parts.join(", "), claim.object.text);
        (!parts.is_empty()).then(|| Note::new("parts", text).with(json!({ "parts": parts })))
    }

    fn relation_row(
        &self,
        claim: &Claim,
        subject: EntityId,
        context: &IndexMap<String, String>,
        relation: RelationId,
        edges: &[&ExpandedEdge],
        stated: YesNo,
    ) -> VerdictRow {
        let graph = self.graph;
        let sign = graph.schema.relation(relation).sign.filter(|_| !edges.is_empty() && stated == YesNo::Yes);
        // A kind stands for all its entities, so it is named as the question names it.
        let named = !matches!(claim.object.named, NamedAs::Kind(_) | NamedAs::Anything | NamedAs::Several);
        let object = claim.object.mentions.first().map(|mention| mention.entity).filter(|_| named);
        let (steps, documented): (Vec<&ExpandedEdge>, Vec<&ExpandedEdge>) =
            edges.iter().partition(|edge| graph.edge(edge.edge).is_direct());
        VerdictRow {
            subject: name_in(graph, subject, context),
            asked: if claim.ask.directly { format!("directly {}", claim.ask.third) } else { claim.ask.third.clone() },
            edge_asked: true,
            negated: claim.negated,
            object: match (object, claim.object.named) {
                (Some(id), _) => graph.entity(id).name.clone(),
                (None, NamedAs::Kind(kind)) => graph.schema.kind(kind).id.clone(),
                (None, _) => claim.object.text.clone(),
            },
            aspect: edges.first().map_or(Aspect::Activity, |edge| edge.aspect),
            aspect_named: false,
            verdict: sign.map_or(Verdict::NoKnownEffect, verdict_of),
            answer: if claim.negated { negated(stated) } else { stated },
            certainty: sign.map(|_| VerdictCertainty::Documented),
            theoretical: false,
            likelihood: None,
            reason: None,
            hedged: None,
            caveat: None,
            settled_by: None,
            supporting: steps.iter().map(|edge| path_row(graph, &[*edge], edge.sign, None)).collect(),
            weakest: None,
            opposing: Vec::new(),
            documented: documented.into_iter().map(|edge| step(graph, edge)).collect(),
            contexts: Vec::new(),
        }
    }

    /// Whether a step of the opposite sign joins the two.
    fn stated_otherwise(
        &self,
        edges: &[ExpandedEdge],
        subject: EntityId,
        objects: &[EntityId],
        relation: RelationId,
        context: &IndexMap<String, String>,
    ) -> bool {
        let sign = self.graph.schema.relation(relation).sign;
        edges.iter().any(|edge| {
            edge.subject == subject
                && objects.contains(&edge.object)
                && holds_in(self.graph, edge, context)
                && sign.is_some()
                && edge.sign == sign.map(|sign| -sign)
        })
    }

    fn net_effect_note(
        &mut self,
        claim: &Claim,
        subject: EntityId,
        asked: &IndexMap<String, String>,
        relation: RelationId,
        clauses: &Clauses,
    ) -> Result<Option<Note>, Stopped> {
        let graph = self.graph;
        let Some(object) = claim.object.mentions.first().map(|mention| mention.entity) else { return Ok(None) };
        if graph.schema.relation(relation).sign.is_none() || object == subject {
            return Ok(None);
        }
        let cases = self.cases(subject, &Context(asked.clone()), clauses);
        let aspect = self.aspect(object, &claim.object);
        let findings = self.findings(&cases, &Aim { object, aspect }, clauses)?;
        let verdict = findings.first().map_or(Verdict::NoKnownEffect, Finding::verdict);
        let object = &graph.entity(object).name;
        let name = name_in(graph, subject, asked);
        let given: Vec<String> = asked.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        let given = if given.is_empty() { String::new() } else { format!(" given {}", given.join(", ")) };
        Ok(findings.first().and_then(Finding::sign).map(|_| {
            let text = format!(
                "no such edge, but a net effect: {name} {} {object}: `? does {} {} {object}{given}`",
                word(verdict),
                graph.entity(subject).name,
                base(verdict)
            );
            Note::new("net-effect", text)
        }))
    }
}

/// What gives the subject, or a pool of it, of which the edge is told: `TRT treats hypogonadism, and administers exogenous
/// testosterone`.
fn stated_of_therapy(
    graph: &Graph,
    expansion: &Expansion,
    subject: EntityId,
    relation: RelationId,
    objects: &[EntityId],
    claim: &Claim,
) -> Option<Note> {
    let pools = graph.entity(subject).pools.iter().copied();
    let components: Vec<EntityId> = pools.chain([subject]).collect();
    let therapies = components.iter().flat_map(|&component| {
        let links = graph.adjacency.incoming(component).into_iter().filter(|link| !link.label.is_negated());
        let administering = links.filter(|link| graph.schema.relation(link.relation()).role == Role::Administration);
        administering.map(move |link| (link.entity, component))
    });
    let told = |&(therapy, _): &(EntityId, EntityId)| {
        let mut edges = edges_between(expansion, graph, relation, therapy, objects);
        edges.any(|edge| !graph.edge(edge.edge).negated)
    };
    let (therapy, component) = therapies.into_iter().find(told)?;
    let (therapy, component) = (&graph.entity(therapy).name, &graph.entity(component).name);
    let (third, base) = (&claim.ask.third, &graph.schema.relation(relation).verbs.first()?.base);
    let object = &claim.object.text;
    let text =
        format!("stated is: {therapy}, which gives {component}, {third} {object}: `? does {therapy} {base} {object}`");
    Some(Note::new("therapy", text).with(json!({ "therapy": therapy, "component": component })))
}

fn instances_of_subject(graph: &Graph, target: &Target) -> Vec<EntityId> {
    match target.named {
        NamedAs::Umbrella(umbrella) => vec![umbrella],
        _ => target
            .mentions
            .iter()
            .map(|mention| mention.entity)
            .filter(|id| id.index() < graph.entity_count())
            .collect(),
    }
}
