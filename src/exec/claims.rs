//! `? does …`, `? is …`, `? how …`, `? why …`: the verdict on a subject and an object.

use crate::answer::{
    ContextVerdict, Hedged, Note, PathRow, Rows, Verdict, VerdictCertainty, VerdictRow, Weakest, YesNo,
};
use crate::graph::{Aspect, EntityId, ExpandedEdge, Sign};
use crate::resolve::{AskMeaning, Asked, Claim, Clauses, Mention, Target};

use super::finding::{Aim, Case, Finding};
use super::mechanism::EdgePath;
use super::relations::uppermost;
use super::remarks;
use super::select::effect_instances;
use super::step::{edges_of, name_in, path_row, role, step, steps};
use super::weakest::{hedged, weakest};
use super::{Executor, Outcome, Stopped};

/// How many families of paths `how` and `why` show of each sign.
const TOLD: usize = 3;

/// How many members are asked of a class of which nothing is known as such.
const MEMBERS: usize = 24;

/// The mechanisms of a verdict.
#[derive(Default)]
struct Told {
    /// With its sign, the surest first.
    supporting: Vec<PathRow>,
    /// Of the other sign.
    opposing: Vec<PathRow>,
    /// The weakest evidence of the first.
    weakest: Option<Weakest>,
    /// What no source states as established of what a verdict rests on that the mechanism decides.
    hedged: Option<Hedged>,
}

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
        let complete = notes.iter().all(|note| note.code != remarks::CUT);
        Ok(Outcome { notes, complete, ..Outcome::new(Rows::Verdicts(rows)) })
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
        for target in [&claim.subject, &claim.object] {
            if target.mentions.is_empty() {
                notes.push(Note::new("empty", format!("{} is empty", target.text)));
            }
        }
        for subject in &claim.subject.mentions {
            let mut of_subject = self.on_objects(subject, &objects, claim, clauses)?;
            if !of_subject.iter().any(|findings| is_known(findings)) && !self.is_denied(&of_subject) {
                let of_members = self.of_members(subject, &objects, claim, clauses)?;
                notes.extend(remarks::members_unasked(self.graph, subject.entity, MEMBERS));
                if !of_members.is_empty() {
                    notes.push(remarks::told_of_members(self.graph, subject.entity));
                    of_subject = of_members;
                }
            }
            for findings in of_subject {
                let row = self.verdict_row(asked, claim, direction, &findings, clauses)?;
                self.remark_on(asked, claim, &findings, &row, clauses, notes);
                rows.push(row);
            }
            if objects == [subject.entity] {
                let text = format!("`{}` and `{}` are the same", claim.subject.text, claim.object.text);
                notes.push(Note::new("same-entity", text));
            }
        }
        self.other_pools(claim, clauses, rows, notes)
    }

    /// What a subject does to objects: to those of which anything is known, for a class stands for them; to the first where
    /// nothing is.
    fn on_objects(
        &mut self,
        subject: &Mention,
        objects: &[EntityId],
        claim: &Claim,
        clauses: &Clauses,
    ) -> Result<Vec<Vec<Finding>>, Stopped> {
        let mut found = Vec::new();
        for &object in objects.iter().filter(|&&object| object != subject.entity) {
            let aspect = self.aspect(object, &claim.object);
            let cases = self.cases(subject.entity, &subject.context, clauses);
            found.push(self.findings(&cases, &Aim { object, aspect }, clauses)?);
        }
        if found.iter().any(|findings| is_known(findings)) {
            found.retain(|findings| is_known(findings));
        } else {
            found.truncate(1);
        }
        Ok(found)
    }

    /// Whether a source states that there is no such effect.
    fn is_denied(&mut self, found: &[Vec<Finding>]) -> bool {
        found.iter().flatten().any(|finding| {
            finding.documented.iter().any(|effect| self.graph.edge(effect.edge).negated)
                || !self.stated_absences(finding).is_empty()
        })
    }

    /// What the members of a class do, of those of which anything is known. A large class has only its first asked.
    fn of_members(
        &mut self,
        class: &Mention,
        objects: &[EntityId],
        claim: &Claim,
        clauses: &Clauses,
    ) -> Result<Vec<Vec<Finding>>, Stopped> {
        let mut known = Vec::new();
        for entity in self.graph.stands_for(class.entity).into_iter().take(MEMBERS) {
            let member = Mention { entity, context: class.context.clone() };
            known.extend(
                self.on_objects(&member, objects, claim, clauses)?.into_iter().filter(|findings| is_known(findings)),
            );
        }
        let subjects: Vec<EntityId> = known.iter().flatten().map(|finding: &Finding| finding.case.subject).collect();
        let uppermost = uppermost(self.graph, &subjects);
        known.retain(|findings| findings.iter().any(|finding| uppermost.contains(&finding.case.subject)));
        Ok(known)
    }

    fn verdict_row(
        &mut self,
        asked: Asked,
        claim: &Claim,
        direction: Option<Sign>,
        findings: &[Finding],
        clauses: &Clauses,
    ) -> Result<VerdictRow, Stopped> {
        let graph = self.graph;
        let first = &findings[0];
        let depends = findings.iter().any(|found| found.verdict() != first.verdict());
        let verdict = if depends { Verdict::Depends } else { first.verdict() };
        let told = if asked == Asked::Whether { 1 } else { TOLD };
        let Told { supporting, opposing, weakest, hedged } = self.told_paths(first, told, clauses);
        let direct = !claim.ask.directly || supporting.iter().any(|path| path.hops == 1);
        let mut absent: Vec<ExpandedEdge> = Vec::new();
        let mut denied = true;
        for found in findings {
            let here = if verdict == Verdict::NoKnownEffect { self.stated_absences(found) } else { Vec::new() };
            let is_denial = |effect: &ExpandedEdge| graph.edge(effect.edge).negated && effect.sign == direction;
            // What is denied in one context is open in the others.
            denied &= found.documented.iter().chain(&here).any(is_denial);
            absent.extend(here);
        }
        let documented = each_edge_once(findings.iter().flat_map(|found| &found.documented).chain(&absent));
        let answer = match yes_or_no(verdict, direction, direct) {
            YesNo::Unknown if denied && direction.is_some() => YesNo::No,
            answer => answer,
        };
        let explained = asked != Asked::Whether && !depends;
        let settled_by = if explained { self.settling(first, clauses)? } else { None };
        Ok(VerdictRow {
            subject: self.subject_name(first),
            asked: claim.ask.third.clone(),
            edge_asked: false,
            negated: claim.negated,
            object: graph.entity(first.object).name.clone(),
            aspect: first.aspect,
            aspect_named: claim.object.aspect.is_some(),
            verdict,
            answer: if claim.negated { negated(answer) } else { answer },
            certainty: if depends { findings.iter().filter_map(Finding::certainty).max() } else { first.certainty() },
            theoretical: first.judgement.theoretical,
            likelihood: first.likelihood(),
            reason: if depends { None } else { first.reason.clone() },
            hedged: hedged.filter(|_| !depends),
            caveat: None,
            settled_by,
            supporting,
            weakest: weakest.filter(|_| explained),
            opposing,
            documented: documented.into_iter().map(|effect| step(graph, effect)).collect(),
            contexts: if depends { self.context_verdicts(findings) } else { Vec::new() },
        })
    }

    /// The steps from the subject to the aspect of the object that sources state to be absent.
    fn stated_absences(&mut self, finding: &Finding) -> Vec<ExpandedEdge> {
        let graph = self.graph;
        let listed = self.model(&finding.case.setting).expansion.listed.iter();
        let between = listed.filter(|edge| edge.subject == finding.case.subject && edge.object == finding.object);
        let denied = |edge: &&ExpandedEdge| {
            edge.sign.is_some() && edge.aspect == finding.aspect && graph.edge(edge.edge).negated
        };
        between.filter(denied).cloned().collect()
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
    fn told_paths(&mut self, finding: &Finding, count: usize, clauses: &Clauses) -> Told {
        let (graph, cancel) = (self.graph, self.cancel.clone());
        let model = self.model(&finding.case.setting);
        let mechanism = &model.mechanism;
        let held: Vec<_> = clauses.holding.iter().map(|&entity| mechanism.top(entity)).collect();
        let ends = (mechanism.top(finding.case.subject), mechanism.target(finding.object, Some(finding.aspect)));
        let verdict = finding.sign();
        let paths = |sign: Sign| -> Vec<EdgePath> {
            let found = mechanism.surest(graph, ends, sign, count, &held, &cancel);
            // What only relieves a condition is told where nothing else speaks for the verdict.
            let lone = found.acting.is_empty() && verdict == Some(sign);
            if lone { found.relieving } else { found.acting }
        };
        if finding.verdict() == Verdict::NoKnownEffect {
            return Told::default();
        }
        let row = |path: &EdgePath, sign: Sign| {
            let edges = edges_of(model, path);
            let role = role(graph, model, &edges, sign, verdict);
            path_row(graph, &edges, Some(sign), Some(role))
        };
        let sign = verdict.unwrap_or(Sign::Positive);
        let (supporting, opposing) = (paths(sign), paths(-sign));
        let first = supporting.first().filter(|_| verdict.is_some()).map(|path| edges_of(model, path));
        let is_sure = finding.certainty().is_some_and(VerdictCertainty::is_derived);
        Told {
            weakest: first.as_ref().and_then(|edges| weakest(graph, edges)),
            hedged: first.as_ref().filter(|_| is_sure).and_then(|edges| hedged(graph, edges)),
            supporting: supporting.iter().map(|path| row(path, sign)).collect(),
            opposing: opposing.iter().map(|path| row(path, -sign)).collect(),
        }
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

/// Whether an effect is known in any case.
fn is_known(findings: &[Finding]) -> bool {
    findings.iter().any(|found| found.verdict() != Verdict::NoKnownEffect)
}

/// Effects without those that state an edge again: one holds in several contexts.
fn each_edge_once<'e>(effects: impl Iterator<Item = &'e ExpandedEdge>) -> Vec<&'e ExpandedEdge> {
    let mut each: Vec<&ExpandedEdge> = Vec::new();
    for effect in effects {
        if !each.iter().any(|known| known.edge == effect.edge) {
            each.push(effect);
        }
    }
    each
}

/// Whether what is asked is so. Nothing known is neither yes nor no.
const fn yes_or_no(verdict: Verdict, direction: Option<Sign>, direct: bool) -> YesNo {
    match (verdict, direction) {
        (Verdict::Mixed, _) => YesNo::Mixed,
        (Verdict::Depends, _) => YesNo::Depends,
        (Verdict::NoKnownEffect, _) => YesNo::Unknown,
        (Verdict::Raises, Some(Sign::Negative)) | (Verdict::Suppresses, Some(Sign::Positive)) => YesNo::No,
        (Verdict::Raises | Verdict::Suppresses, _) if direct => YesNo::Yes,
        (Verdict::Raises | Verdict::Suppresses, _) => YesNo::No,
    }
}

pub(super) const fn negated(answer: YesNo) -> YesNo {
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

pub(super) const fn base(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Raises => "raise",
        Verdict::Suppresses => "suppress",
        _ => "affect",
    }
}
