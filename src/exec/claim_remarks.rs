//! Remarks beside a verdict: what contradicts it, why there is none, what other pools do.

use serde_json::json;

use crate::answer::{Note, Verdict, VerdictCertainty, VerdictRow, YesNo};
use crate::graph::{Aspect, Context, EntityId, Role, Sign};
use crate::resolve::{Asked, Claim, Clauses, NamedAs};

use super::claims::{base, word};
use super::combine::verdict_of;
use super::finding::{Aim, Finding};
use super::model::parts;
use super::remarks;
use super::{Executor, Stopped};

impl Executor<'_> {
    pub(super) fn remark_on(
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
        if finding.aspect == Aspect::Abundance && finding.sign() != Some(Sign::Positive) {
            notes.extend(remarks::counted_apart(self.graph, &[finding.case.subject], finding.object));
        }
        if finding.documented.is_empty() {
            notes.extend(self.stated_of_component(finding));
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

    /// Where nothing is stated of a therapy: what is stated of what it gives.
    fn stated_of_component(&mut self, finding: &Finding) -> Option<Note> {
        let graph = self.graph;
        let subject = finding.case.subject;
        let links = graph.adjacency.outgoing(subject).into_iter();
        let administered = links.filter(|link| graph.schema.relation(link.relation()).role == Role::Administration);
        let components: Vec<EntityId> = administered.map(|link| link.entity).collect();
        let documented = &self.model(&finding.case.setting).expansion.documented;
        let effect = documented.iter().find(|effect| {
            components.contains(&effect.subject)
                && (effect.object, effect.aspect) == (finding.object, finding.aspect)
                && !graph.edge(effect.edge).negated
        })?;
        let name = |entity: EntityId| &graph.entity(entity).name;
        let (component, object) = (name(effect.subject), name(effect.object));
        let relation = graph.schema.relation(effect.relation).verbs.first()?;
        let text = format!(
            "stated is: {component}, which {} gives, {} {object}: `? does {component} {} {object}`",
            name(subject),
            relation.third,
            relation.base,
        );
        Some(Note::new("component", text).with(json!({ "component": component })))
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
        let moved = model.mechanism.leads_to(finding.object);
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
    pub(super) fn other_pools(
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
}

fn open_mechanism_note(finding: &Finding) -> Note {
    let text = match finding.derivation.outcome {
        crate::causal::Outcome::NoPath => "documented; the graph holds no mechanism for it",
        _ => "documented; the mechanism in the graph does not decide it",
    };
    Note::new("mechanism-open", text)
}
