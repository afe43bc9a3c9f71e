//! `explain …`: what a statement will do; for verdicts, what the answer rests on.

use serde_json::{Value, json};

use crate::answer::{Rows, Table};
use crate::causal::{Derivation, Outcome, Prior, Undetermined};
use crate::resolve::{Claim, Clauses, Form, Question, Resolved};

use super::expect::count;
use super::finding::Aim;
use super::{Executor, Stopped};

impl Executor<'_> {
    pub(super) fn explain(&mut self, profile: bool, statement: &Resolved) -> Result<super::Outcome, Stopped> {
        let mut rows: Vec<(String, Value)> = Vec::new();
        if let Resolved::Question(Question { form: Form::Claims { claims, .. }, clauses }) = statement {
            for claim in claims {
                self.explain_claim(claim, clauses, &mut rows)?;
            }
        } else {
            rows.push(("statement".to_owned(), json!(family(statement))));
        }
        if profile {
            let outcome = self.run(statement)?;
            rows.push(("rows".to_owned(), json!(count(&outcome.rows))));
            rows.push(("complete".to_owned(), json!(outcome.complete)));
        }
        let rows = rows.into_iter().map(|(item, value)| vec![json!(item), value]).collect();
        Ok(super::Outcome::new(Rows::Plan(Table { columns: vec!["item".to_owned(), "value".to_owned()], rows })))
    }

    fn explain_claim(
        &mut self,
        claim: &Claim,
        clauses: &Clauses,
        rows: &mut Vec<(String, Value)>,
    ) -> Result<(), Stopped> {
        let graph = self.graph;
        let (Some(subject), Some(object)) = (claim.subject.mentions.first(), claim.object.mentions.first()) else {
            return Ok(());
        };
        let aspect = self.aspect(object.entity, &claim.object);
        for case in self.cases(subject.entity, &subject.context, clauses) {
            let findings =
                self.findings(std::slice::from_ref(&case), &Aim { object: object.entity, aspect }, clauses)?;
            let Some(finding) = findings.first() else { continue };
            let (seed, model) = (self.seed, self.model(&case.setting));
            let condensation = model.ensemble.condensation();
            let sizes: Vec<usize> = condensation
                .components()
                .iter()
                .filter(|component| component.cyclic)
                .map(|component| component.nodes.len())
                .collect();
            let own = model.own_facts(graph, subject.entity, object.entity).count_ones(..);
            let (facts, nodes) = (model.ensemble.facts().len(), model.ensemble.graph().node_count());
            let mut row = |item: &str, value: Value| rows.push((item.to_owned(), value));
            row(
                "pair",
                json!(format!(
                    "{} on {} of {}",
                    graph.entity(subject.entity).name,
                    aspect,
                    graph.entity(object.entity).name
                )),
            );
            if !case.context.is_empty() {
                row("context", json!(super::step::context_text(&case.context)));
            }
            row("influence nodes", json!(nodes));
            row("sizes of components with feedback", json!(sizes));
            row("calibrating facts", json!(facts));
            row("facts left out, about this pair", json!(own));
            row("seed", json!(seed));
            explain_derivation(&finding.derivation, &mut row);
        }
        Ok(())
    }
}

fn explain_derivation(derivation: &Derivation, row: &mut impl FnMut(&str, Value)) {
    row("derived", json!(outcome_text(derivation.outcome)));
    if let Some(reason) = &derivation.undetermined {
        row("not determined because", json!(reason_text(*reason)));
    }
    for count in &derivation.worlds {
        let prior = match count.prior {
            Prior::Uniform => "uniform (0, 1]",
            Prior::VariedLimitation => "uniform, self-limitation uniform (0.25, 1]",
            Prior::LogUniform => "log-uniform 0.01 to 1",
        };
        row(prior, json!(format!("{} worlds tried, {} stable, {} used", count.tried, count.kept, count.used)));
    }
    if let Some((low, high)) = derivation.likelihood {
        row("share of worlds in which the object rises", json!([low, high]));
    }
    row("calibrated", json!(derivation.calibrated));
}

fn outcome_text(outcome: Outcome) -> String {
    match outcome {
        Outcome::NoPath => "no path".to_owned(),
        Outcome::Determined(sign) => format!("determined {sign}"),
        Outcome::Likely(sign) => format!("likely {sign}"),
        Outcome::Ambiguous => "ambiguous".to_owned(),
        Outcome::TooLarge => "a component is too large to sample".to_owned(),
        Outcome::NoStableWorld => "no stable world found".to_owned(),
    }
}

const fn reason_text(reason: Undetermined) -> &'static str {
    match reason {
        Undetermined::MixedTerms => "its terms have both signs",
        Undetermined::TermBudget => "it has more terms than are examined",
        Undetermined::MayVanish => "every term passes a condition that may not appear",
    }
}

const fn family(statement: &Resolved) -> &'static str {
    match statement {
        Resolved::Question(_) => "question",
        Resolved::Path(_) => "path search",
        Resolved::Let { .. } => "let",
        _ => "look-up",
    }
}
