//! `? does …`, `? is …`, `? how …`, `? why …`: the verdict on a subject and an object.

use indexmap::IndexMap;
use serde_json::json;

use crate::answer::{ContextVerdict, Note, PathRow, Rows, Verdict, VerdictCertainty, VerdictRow, YesNo};
use crate::graph::{Aspect, Context, EntityId, ExpandedEdge, Expansion, Graph, RelationId, Role, Sign};
use crate::resolve::{AskMeaning, Asked, Claim, Clauses, NamedAs, Target};

use super::combine::verdict_of;
use super::finding::{Aim, Case, Finding};
use super::model::parts;
use super::relations::{asked_context, belongs, edge_instances, edges_between, holds_in, listing};
use super::remarks;
use super::select::effect_instances;
use super::step::{edges_of, name_in, path_row, role, step, steps};
use super::{Executor, Outcome, Stopped};

/// How many families of paths `how` and `why` show of each sign.
const TOLD: usize = 3;

impl Executor<'_> {
    pub(super) fn claims(&mut self, asked: Asked, claims: &[Claim], clauses: &Clauses) -> Result<Outcome, Stopped> {
        let mut rows = Vec::new();
        // An edge is looked up on an umbrella and its pools alike; only an effect is read as one pool's.
        let effects = claims.iter().filter(|claim| matches!(claim.ask.meaning, AskMeaning::Effect(_)));
        let targets = effects.flat_map(|claim| [&claim.subject, &claim.object]);
        let mut notes = remarks::readings(self.graph, targets);
        if claims.iter().any(|claim| matches!(claim.ask.meaning, AskMeaning::Effect(_))) {
            notes.extend(remarks::bound(self.graph, clauses));
        }
        for claim in claims {
            match claim.ask.meaning {
                AskMeaning::Effect(direction) => {
                    self.effect_claim(asked, claim, direction, clauses, &mut rows, &mut notes)?;
                }
                AskMeaning::Relation(relation) => {
                    self.relation_claim(claim, relation, clauses, &mut rows, &mut notes)?;
                }
            }
        }
        Ok(Outcome { notes, ..Outcome::new(Rows::Verdicts(rows)) })
    }

    fn effect_claim(
        &mut self,
        asked: Asked,
        claim: &Claim,
        direction: Option<Sign>,
        clauses: &Clauses,
        rows: &mut Vec<VerdictRow>,
        notes: &mut Vec<Note>,
    ) -> Result<(), Stopped> {
        let objects = effect_instances(self.graph, &claim.object);
        for subject in &claim.subject.mentions {
            let mut of_subject = Vec::new();
            for &object in objects.iter().filter(|&&object| object != subject.entity) {
                let aspect = self.aspect(object, &claim.object);
                let cases = self.cases(subject.entity, &subject.context, clauses);
                of_subject.push(self.findings(&cases, &Aim { object, aspect }, clauses)?);
            }
            // A class stands for those of its members on which anything is known, and for itself where nothing is.
            let known =
                |findings: &Vec<Finding>| findings.iter().any(|found| found.verdict() != Verdict::NoKnownEffect);
            if of_subject.iter().any(known) {
                of_subject.retain(known);
            } else {
                of_subject.truncate(1);
            }
            for findings in of_subject {
                let row = self.verdict_row(asked, claim, direction, &findings, clauses);
                self.remark_on(asked, claim, &findings, &row, clauses, notes);
                rows.push(row);
            }
            if claim.subject.mentions.len() == 1
                && subject.entity == claim.object.mentions.first().map_or(subject.entity, |m| m.entity)
                && rows.is_empty()
            {
                notes.push(Note::new(
                    "same-entity",
                    format!("`{}` and `{}` are the same", claim.subject.text, claim.object.text),
                ));
            }
        }
        self.other_pools(claim, clauses, rows, notes)
    }

    fn verdict_row(
        &mut self,
        asked: Asked,
        claim: &Claim,
        direction: Option<Sign>,
        findings: &[Finding],
        clauses: &Clauses,
    ) -> VerdictRow {
        let graph = self.graph;
        let first = &findings[0];
        let depends = findings.iter().any(|found| found.verdict() != first.verdict());
        let verdict = if depends { Verdict::Depends } else { first.verdict() };
        let told = if asked == Asked::Whether { 1 } else { TOLD };
        let (supporting, opposing) = self.told_paths(first, told, clauses);
        let direct = !claim.ask.directly || supporting.iter().any(|path| path.hops == 1);
        let mut documented: Vec<&ExpandedEdge> = Vec::new();
        for effect in findings.iter().flat_map(|found| &found.documented) {
            if !documented.iter().any(|known| known.edge == effect.edge) {
                documented.push(effect);
            }
        }
        VerdictRow {
            subject: self.subject_name(first),
            asked: claim.ask.third.clone(),
            edge_asked: false,
            object: graph.entity(first.object).name.clone(),
            aspect: first.aspect,
            aspect_named: claim.object.aspect.is_some(),
            verdict,
            answer: yes_or_no(verdict, direction, direct, claim.negated),
            certainty: if depends { findings.iter().filter_map(Finding::certainty).max() } else { first.certainty() },
            theoretical: first.judgement.theoretical,
            likelihood: first.likelihood(),
            supporting,
            opposing,
            documented: documented.into_iter().map(|effect| step(graph, effect)).collect(),
            contexts: if depends { self.context_verdicts(findings) } else { Vec::new() },
        }
    }

    /// The subject, with the context that the question or its name fixed.
    fn subject_name(&self, finding: &Finding) -> String {
        let Case { subject, context, fixed, .. } = &finding.case;
        if *fixed { name_in(self.graph, *subject, context) } else { self.graph.entity(*subject).name.clone() }
    }

    fn context_verdicts(&mut self, findings: &[Finding]) -> Vec<ContextVerdict> {
        let graph = self.graph;
        findings
            .iter()
            .map(|found| {
                let model = self.model(&found.case.setting);
                ContextVerdict {
                    context: found.case.context.clone(),
                    default: found.case.default,
                    verdict: found.verdict(),
                    certainty: found.certainty(),
                    likelihood: found.likelihood(),
                    mechanism: found
                        .supporting
                        .as_ref()
                        .map(|path| steps(graph, &edges_of(model, path)))
                        .unwrap_or_default(),
                }
            })
            .collect()
    }

    /// The best paths with the verdict's sign, and the best of the other.
    fn told_paths(&mut self, finding: &Finding, count: usize, clauses: &Clauses) -> (Vec<PathRow>, Vec<PathRow>) {
        let (graph, cancel) = (self.graph, self.cancel.clone());
        let model = self.model(&finding.case.setting);
        let mechanism = &model.mechanism;
        let held: Vec<_> = clauses.holding.iter().map(|&entity| mechanism.top(entity)).collect();
        let (from, to) = (mechanism.top(finding.case.subject), mechanism.target(finding.object, Some(finding.aspect)));
        let verdict = finding.sign();
        let rows = |sign: Sign| -> Vec<PathRow> {
            let found = mechanism.best(from, to, sign, count, &held, &cancel);
            // What only relieves a condition is told where nothing else speaks for the verdict.
            let lone = found.acting.is_empty() && verdict == Some(sign);
            let told = if lone { &found.relieving } else { &found.acting };
            told.iter()
                .map(|path| {
                    let edges = edges_of(model, path);
                    let role = role(graph, model, &edges, sign, verdict);
                    path_row(graph, &edges, Some(sign), Some(role))
                })
                .collect()
        };
        if finding.verdict() == Verdict::NoKnownEffect {
            return (Vec::new(), Vec::new());
        }
        let supporting = verdict.unwrap_or(Sign::Positive);
        (rows(supporting), rows(-supporting))
    }

    fn remark_on(
        &mut self,
        asked: Asked,
        claim: &Claim,
        findings: &[Finding],
        row: &VerdictRow,
        clauses: &Clauses,
        notes: &mut Vec<Note>,
    ) {
        let finding = &findings[0];
        if finding.judgement.conflict {
            notes.push(self.conflict_note(finding));
        } else if row.certainty == Some(VerdictCertainty::Documented) {
            notes.push(open_mechanism_note(finding));
        }
        if finding.verdict() == Verdict::NoKnownEffect {
            notes.push(self.absence_note(finding, clauses));
        }
        if !finding.derivation.calibrated {
            notes.push(self.calibration_note(finding));
        }
        if claim.ask.directly
            && row.supporting.iter().all(|path| path.hops != 1)
            && row.verdict != Verdict::NoKnownEffect
        {
            notes.push(Note::new(
                "indirect",
                format!("{} {} {} only indirectly", row.subject, word(row.verdict), row.object),
            ));
        }
        let premise = match (asked, row.answer) {
            (Asked::Why, YesNo::No) | (Asked::WhyNot, YesNo::Yes) => Some(format!(
                "the question assumes what is not so: {} {} {}",
                row.subject,
                word(row.verdict),
                row.object
            )),
            _ => None,
        };
        notes.extend(premise.map(|text| Note::new("premise", text)));
    }

    fn conflict_note(&self, finding: &Finding) -> Note {
        let stated: Vec<&str> =
            finding.documented.iter().filter_map(|effect| self.graph.edge(effect.edge).background()).collect();
        let derived = finding.derivation.outcome.sign().map_or("undecided", |sign| word(verdict_of(sign)));
        let backgrounds = stated.join(", ");
        Note::new(
            "conflict",
            format!(
                "what is derived against the untreated state ({derived}) contradicts what is documented (said of: {backgrounds})"
            ),
        )
        .with(json!({ "derived": derived, "backgrounds": stated }))
    }

    /// Why nothing is known: no path at all, only the relief of a condition, or a held level in between.
    fn absence_note(&mut self, finding: &Finding, clauses: &Clauses) -> Note {
        let graph = self.graph;
        let (subject, object) = (&graph.entity(finding.case.subject).name, &graph.entity(finding.object).name);
        if finding.blocked {
            return Note::new(
                "only-relief",
                format!(
                    "every path from {subject} to {object} relieves a condition that the untreated state does not have: it acts only in those who have it"
                ),
            );
        }
        if !clauses.holding.is_empty() {
            let held: Vec<&str> = clauses.holding.iter().map(|&id| graph.entity(id).name.as_str()).collect();
            return Note::new(
                "no-path",
                format!("no path from {subject} to {object} that leaves {} alone", held.join(", ")),
            );
        }
        let model = self.model(&finding.case.setting);
        let acts = model.mechanism.edges().iter().any(|edge| edge.subject == finding.case.subject);
        let moved = model.mechanism.edges().iter().any(|edge| edge.object == finding.object);
        let reason = match (acts, moved) {
            (false, _) => format!("no mechanism step starts at {subject}"),
            (true, false) => format!("no mechanism step ends at {object}"),
            (true, true) => format!("no chain of mechanism steps leads from {subject} to {object}"),
        };
        let parts: Vec<&str> =
            parts(graph, finding.case.subject).into_iter().map(|id| graph.entity(id).name.as_str()).collect();
        let hint = if parts.is_empty() {
            format!("`path {subject} -> {object}` shows how close it comes")
        } else {
            format!("what is known is told of its parts: {}", parts.join(", "))
        };
        Note::new("no-path", format!("{reason}; no source states an effect; {hint}"))
    }

    fn calibration_note(&mut self, finding: &Finding) -> Note {
        let graph = self.graph;
        let model = self.model(&finding.case.setting);
        let facts: Vec<String> = finding
            .derivation
            .conflicts
            .iter()
            .filter_map(|&position| model.fact(position))
            .map(|(subject, object)| format!("{} on {}", graph.entity(subject).name, graph.entity(object).name))
            .collect();
        Note::new(
            "uncalibrated",
            format!("too few worlds agree with the known facts; in conflict: {}", facts.join(", ")),
        )
        .with(json!({ "facts": facts }))
    }

    /// Where a subject was read as the default pool of an umbrella: which other pools answer otherwise.
    fn other_pools(
        &mut self,
        claim: &Claim,
        clauses: &Clauses,
        rows: &[VerdictRow],
        notes: &mut Vec<Note>,
    ) -> Result<(), Stopped> {
        let graph = self.graph;
        let (NamedAs::Umbrella(umbrella), Some(row)) = (claim.subject.named, rows.last()) else { return Ok(()) };
        let Some(object) = claim.object.mentions.first().map(|mention| mention.entity) else { return Ok(()) };
        let aspect = self.aspect(object, &claim.object);
        for &pool in graph.entity(umbrella).pools.iter().skip(1).filter(|&&pool| pool != object) {
            let cases = self.cases(pool, &Context::default(), clauses);
            let findings = self.findings(&cases, &Aim { object, aspect }, clauses)?;
            let Some(finding) = findings.first() else { continue };
            if finding.sign().is_some() && finding.verdict() != row.verdict {
                let (name, verb) = (&graph.entity(pool).name, word(finding.verdict()));
                let text =
                    format!("{name} {verb} {}: `? does {name} {} {}`", row.object, base(finding.verdict()), row.object);
                notes.push(Note::new("other-pool", text).with(json!({ "pool": name, "verdict": verb })));
            }
        }
        Ok(())
    }

    fn relation_claim(
        &mut self,
        claim: &Claim,
        relation: RelationId,
        clauses: &Clauses,
        rows: &mut Vec<VerdictRow>,
        notes: &mut Vec<Note>,
    ) -> Result<(), Stopped> {
        let graph = self.graph;
        let expansion = listing(graph, clauses);
        let objects = edge_instances(graph, &claim.object, relation);
        for subject in instances_of_subject(graph, &claim.subject) {
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
            let answer = if claim.negated { negated(answer) } else { answer };
            let row = self.relation_row(claim, subject, &context, relation, &edges, answer);
            if answer == YesNo::Unknown || answer == YesNo::No {
                notes.extend(self.net_effect_note(claim, subject, &context, relation, clauses)?);
            }
            if answer == YesNo::Unknown {
                notes.extend(self.parts_with_edge(&expansion, subject, relation, &objects, claim));
            }
            rows.push(row);
        }
        Ok(())
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
        answer: YesNo,
    ) -> VerdictRow {
        let graph = self.graph;
        let sign = graph.schema.relation(relation).sign.filter(|_| !edges.is_empty() && answer == YesNo::Yes);
        // A kind stands for all its entities, so it is named as the question names it.
        let named = !matches!(claim.object.named, NamedAs::Kind(_) | NamedAs::Anything | NamedAs::Several);
        let object = claim.object.mentions.first().map(|mention| mention.entity).filter(|_| named);
        let (steps, documented): (Vec<&ExpandedEdge>, Vec<&ExpandedEdge>) =
            edges.iter().partition(|edge| graph.edge(edge.edge).is_direct());
        VerdictRow {
            subject: name_in(graph, subject, context),
            asked: if claim.ask.directly { format!("directly {}", claim.ask.third) } else { claim.ask.third.clone() },
            edge_asked: true,
            object: match (object, claim.object.named) {
                (Some(id), _) => graph.entity(id).name.clone(),
                (None, NamedAs::Kind(kind)) => graph.schema.kind(kind).id.clone(),
                (None, _) => claim.object.text.clone(),
            },
            aspect: edges.first().map_or(Aspect::Activity, |edge| edge.aspect),
            aspect_named: false,
            verdict: sign.map_or(Verdict::NoKnownEffect, verdict_of),
            answer,
            certainty: sign.map(|_| VerdictCertainty::Documented),
            theoretical: false,
            likelihood: None,
            supporting: steps.iter().map(|edge| path_row(graph, &[*edge], edge.sign, None)).collect(),
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

    /// The aspect of an object that an effect is asked on: the one that was named, else its abundance where it has one.
    pub(super) fn aspect(&self, object: EntityId, target: &Target) -> Aspect {
        match target.aspect {
            Some(Aspect::Activity) => Aspect::Activity,
            _ => self.natural_aspect(object),
        }
    }

    /// The aspect that an effect is on where none is named: the abundance where there is one.
    pub(super) fn natural_aspect(&self, object: EntityId) -> Aspect {
        if self.graph.has_abundance(object) { Aspect::Abundance } else { Aspect::Activity }
    }
}

fn instances_of_subject(graph: &Graph, target: &Target) -> Vec<EntityId> {
    match target.named {
        NamedAs::Umbrella(umbrella) => vec![umbrella],
        _ => target
            .mentions
            .iter()
            .map(|mention| mention.entity)
            .filter(|id| id.index() < graph.entities.len())
            .collect(),
    }
}

fn open_mechanism_note(finding: &Finding) -> Note {
    let text = match finding.derivation.outcome {
        crate::causal::Outcome::NoPath => "documented; the graph holds no mechanism for it",
        _ => "documented; the mechanism in the graph does not decide it",
    };
    Note::new("mechanism-open", text)
}

fn yes_or_no(verdict: Verdict, direction: Option<Sign>, direct: bool, negated_claim: bool) -> YesNo {
    let answer = match (verdict, direction) {
        (Verdict::Mixed, _) => YesNo::Mixed,
        (Verdict::Depends, _) => YesNo::Depends,
        (Verdict::NoKnownEffect, _) => YesNo::Unknown,
        (Verdict::Raises, Some(Sign::Negative)) | (Verdict::Suppresses, Some(Sign::Positive)) => YesNo::No,
        (Verdict::Raises | Verdict::Suppresses, _) => {
            if direct {
                YesNo::Yes
            } else {
                YesNo::No
            }
        }
    };
    if negated_claim { negated(answer) } else { answer }
}

const fn negated(answer: YesNo) -> YesNo {
    match answer {
        YesNo::Yes => YesNo::No,
        YesNo::No => YesNo::Yes,
        other => other,
    }
}

/// The verb of a verdict, third person.
pub(super) const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Raises => "raises",
        Verdict::Suppresses => "suppresses",
        Verdict::Depends | Verdict::Mixed => "affects",
        Verdict::NoKnownEffect => "has no known effect on",
    }
}

const fn base(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Raises => "raise",
        Verdict::Suppresses => "suppress",
        _ => "affect",
    }
}
