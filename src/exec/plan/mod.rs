//! `explain …`: what a statement will do; for verdicts, what the answer rests on.

mod paths;
mod rows;
mod worlds;

use fixedbitset::FixedBitSet;

use crate::answer::{Rows, VerdictCertainty};
use crate::causal::NodeId;
use crate::graph::{EntityId, Setting};
use crate::resolve::{Claim, Clauses, Form, Question, Resolved, Simulation};

use super::finding::{Aim, Case, base_setting, held};
use super::simulate::{Predicted, fixed};
use super::step::context_text;
use super::{Executor, Outcome, Stopped};

pub(in crate::exec) use paths::Foreseen;
use rows::Plan;
use worlds::fact_text;

impl Executor<'_> {
    pub(super) fn explain(&mut self, profile: bool, statement: &Resolved) -> Result<Outcome, Stopped> {
        let mut plan = Plan::default();
        match statement {
            Resolved::Question(Question { form: Form::Claims { claims, .. }, clauses }) => {
                for claim in claims {
                    self.explain_claim(claim, clauses, &mut plan)?;
                }
            }
            Resolved::Simulate(simulation) => self.explain_simulation(simulation, &mut plan)?,
            _ => {
                plan.row("statement", family(statement));
                if let Some(clauses) = sampled(statement) {
                    self.explain_model(&base_setting(clauses), &clauses.holding, &mut plan)?;
                }
            }
        }
        match statement {
            Resolved::Loops(question) => {
                let model = self.ready_model(&base_setting(&question.clauses))?;
                plan.structure(model, &[]);
            }
            Resolved::Path(question) => return self.explain_paths(profile, question, plan),
            _ => {}
        }
        if profile {
            let outcome = self.run(statement)?;
            plan.row("rows", outcome.rows.count());
            plan.row("complete", outcome.complete);
        }
        Ok(Outcome::new(Rows::Plan(plan.into_table())))
    }

    fn explain_claim(&mut self, claim: &Claim, clauses: &Clauses, plan: &mut Plan) -> Result<(), Stopped> {
        let (Some(subject), Some(object)) = (claim.subject.mentions.first(), claim.object.mentions.first()) else {
            return Ok(());
        };
        let aim = Aim { object: object.entity, aspect: self.aspect(object.entity, &claim.object) };
        for case in self.cases(subject.entity, &subject.context, clauses) {
            self.explain_case(&case, &aim, clauses, plan)?;
        }
        Ok(())
    }

    /// What the verdict on one pair in one context rests on.
    fn explain_case(&mut self, case: &Case, aim: &Aim, clauses: &Clauses, plan: &mut Plan) -> Result<(), Stopped> {
        let (graph, seed, cancel) = (self.graph, self.seed, self.cancel.clone());
        let findings = self.findings(std::slice::from_ref(case), aim, clauses)?;
        let Some(finding) = findings.first() else { return Ok(()) };
        let settling = self.settling(finding, clauses)?;
        let model = self.model(&case.setting);
        let name = |id: EntityId| &graph.entity(id).name;
        plan.row("pair", format!("{} on {} of {}", name(case.subject), aim.aspect, name(aim.object)));
        if !case.context.is_empty() {
            plan.row("context", context_text(&case.context));
        }
        plan.model(model, &held(model, clauses), seed);
        let own = model.own_facts(graph, case.subject, aim.object);
        let left_out = own.ones().filter_map(|fact| fact_text(graph, model, fact)).collect();
        plan.list("facts left out, about this pair", left_out);
        plan.derivation(&finding.derivation);
        if let Some(reason) = &finding.reason {
            plan.row("less sure because", reason.as_str());
        }
        if let Some(settling) = settling {
            plan.row("best settled by whether", settling.condition());
        }
        plan.facts(graph, model, Some(&finding.derivation), &own, &cancel)
    }

    /// What a scenario's predictions rest on, and what they are.
    fn explain_simulation(&mut self, simulation: &Simulation, plan: &mut Plan) -> Result<(), Stopped> {
        let scene = self.scene(simulation);
        plan.row("scenario", simulation.scenario.text.as_str());
        if let Some(versus) = &simulation.versus {
            plan.row("versus", versus.text.as_str());
        }
        for setting in std::iter::once(&scene.setting).chain(&scene.apart) {
            self.explain_model(setting, &fixed(simulation), plan)?;
        }
        let predicted = self.predicted(simulation, &scene)?;
        for Predicted { row, derivations, .. } in predicted {
            let certainty = row.certainty.filter(|certainty| *certainty != VerdictCertainty::Ambiguous);
            let certainty = certainty.map_or(String::new(), |certainty| format!(", {}", certainty.as_str()));
            let item = format!("prediction: {} of {}", row.aspect, row.entity);
            plan.row(item, format!("{}{certainty}", row.change.as_str()));
            if !simulation.show.is_empty() {
                for derivation in &derivations {
                    plan.derivation(derivation);
                }
            }
            if let Some(settling) = row.settled_by {
                plan.row("best settled by whether", settling.condition());
            }
        }
        Ok(())
    }

    /// The model that a statement asks, with some entities' levels fixed, and its worlds against the facts.
    fn explain_model(&mut self, setting: &Setting, fixed: &[EntityId], plan: &mut Plan) -> Result<(), Stopped> {
        let (graph, seed, cancel) = (self.graph, self.seed, self.cancel.clone());
        let model = self.model(setting);
        let removed: Vec<NodeId> = fixed.iter().filter_map(|&entity| model.source(entity)).collect();
        plan.model(model, &removed, seed);
        if model.ensemble.facts().is_empty() {
            plan.row("worlds", "each question has its own, of the part of the graph that it moves");
        }
        let none = FixedBitSet::with_capacity(model.ensemble.facts().len());
        plan.facts(graph, model, None, &none, &cancel)
    }
}

/// The clauses of a statement that derives net effects of many pairs.
const fn sampled(statement: &Resolved) -> Option<&Clauses> {
    match statement {
        Resolved::Question(Question { form: Form::Select { .. } | Form::Effects(_), clauses }) => Some(clauses),
        Resolved::Compare(comparison) => Some(&comparison.clauses),
        _ => None,
    }
}

const fn family(statement: &Resolved) -> &'static str {
    match statement {
        Resolved::Question(_) => "question",
        Resolved::Path(_) => "path search",
        Resolved::Loops(_) => "feedback loops",
        Resolved::Compare(_) => "comparison",
        Resolved::Let { .. } => "let",
        _ => "look-up",
    }
}
