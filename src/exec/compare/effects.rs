//! The net effects of agents on one object, side by side.

use crate::answer::{Agreement, ComparedEffect, ContextVerdict, Verdict};
use crate::graph::{EntityId, ExpandedEdge, Graph};

use super::super::Executor;
use super::super::finding::{Aim, Finding};
use super::super::model::Model;
use super::super::step::{edges_of, step, steps};
use super::agent::Agent;
use super::agreement::agreement;

/// What the agents do to one object.
pub(super) struct Respect {
    pub object: EntityId,
    pub agreement: Agreement,
    /// By agent, one finding a context, the default first.
    findings: Vec<Vec<Finding>>,
}

impl Respect {
    /// How many agents have a decided effect.
    pub fn decided(&self) -> usize {
        self.defaults().filter(|finding| finding.sign().is_some()).count()
    }

    /// How many agents have an effect that some source states.
    pub fn stated(&self) -> usize {
        self.findings.iter().filter(|findings| findings.iter().any(|finding| !finding.documented.is_empty())).count()
    }

    /// Whether the agents differ: not where all do the same, nor where it is open for all alike.
    pub fn differs(&self) -> bool {
        self.agreement != Agreement::Agree && !self.defaults().all(|finding| finding.verdict() == Verdict::Mixed)
    }

    /// What all agents do, where they agree.
    pub fn shared(&self) -> Option<Verdict> {
        let first = self.defaults().next()?.verdict();
        (self.agreement == Agreement::Agree).then_some(first)
    }

    /// Whether any agent does anything to it.
    pub fn is_touched(&self) -> bool {
        self.findings.iter().flatten().any(|finding| finding.verdict() != Verdict::NoKnownEffect)
    }

    /// Whether what an agent does depends on its context.
    pub fn depends(&self, agent: usize) -> bool {
        let findings = self.findings.get(agent).map(Vec::as_slice).unwrap_or_default();
        findings.windows(2).any(|pair| matches!(pair, [one, other] if one.verdict() != other.verdict()))
    }

    /// The fewest steps by which an agent moves it.
    pub fn nearest(&self) -> u32 {
        let paths = self.defaults().filter_map(|finding| finding.supporting.as_ref());
        paths.map(super::super::mechanism::EdgePath::hops).min().unwrap_or(u32::MAX)
    }

    fn defaults(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter_map(|findings| findings.first())
    }
}

impl Executor<'_> {
    /// What the agents do to each of these, in their order; once the statement is stopped, to those on which everything was
    /// found by then.
    pub(super) fn respects(
        &mut self,
        agents: &[Agent],
        aims: &[Aim],
        clauses: &crate::resolve::Clauses,
    ) -> Vec<Respect> {
        let mut pairs = Vec::new();
        for aim in aims {
            pairs.extend(agents.iter().flat_map(|agent| &agent.cases).map(|case| (case, aim.clone())));
        }
        let mut found = self.findings_so_far(&pairs, clauses).into_iter();
        let respect = |aim: &Aim| {
            let of_agents: Vec<Option<Vec<Finding>>> =
                agents.iter().map(|agent| found.by_ref().take(agent.cases.len()).collect()).collect();
            let findings = of_agents.into_iter().collect::<Option<Vec<Vec<Finding>>>>()?;
            let verdicts: Vec<Verdict> =
                findings.iter().filter_map(|findings: &Vec<Finding>| Some(findings.first()?.verdict())).collect();
            Some(Respect { object: aim.object, agreement: agreement(&verdicts), findings })
        };
        aims.iter().filter_map(respect).collect()
    }

    /// The cell of one agent.
    pub(super) fn compared(&mut self, respect: &Respect, agent: usize) -> Option<ComparedEffect> {
        let graph = self.graph;
        let findings = respect.findings.get(agent)?;
        let first = findings.first()?;
        let depends = findings.iter().any(|finding| finding.verdict() != first.verdict());
        let mut documented: Vec<&ExpandedEdge> = Vec::new();
        for effect in findings.iter().flat_map(|finding| &finding.documented) {
            if !documented.iter().any(|known| known.edge == effect.edge) {
                documented.push(effect);
            }
        }
        let certainty = if depends { findings.iter().filter_map(Finding::certainty).max() } else { first.certainty() };
        Some(ComparedEffect {
            object: graph.entity(first.object).name.clone(),
            aspect: first.aspect,
            aspect_named: first.aspect != self.natural_aspect(first.object),
            verdict: if depends { Verdict::Depends } else { first.verdict() },
            certainty,
            likelihood: if depends { None } else { first.likelihood() },
            documented: documented.into_iter().map(|effect| step(graph, effect)).collect(),
            mechanism: mechanism(graph, self.model(&first.case.setting), first),
            contexts: if depends { self.by_context(findings) } else { Vec::new() },
            agreement: respect.agreement,
        })
    }

    fn by_context(&mut self, findings: &[Finding]) -> Vec<ContextVerdict> {
        let graph = self.graph;
        let verdict = |finding: &Finding| ContextVerdict {
            context: finding.case.context.clone(),
            default: finding.case.default,
            verdict: finding.verdict(),
            certainty: finding.certainty(),
            likelihood: finding.likelihood(),
            mechanism: mechanism(graph, self.model(&finding.case.setting), finding),
        };
        findings.iter().map(verdict).collect()
    }
}

fn mechanism(graph: &Graph, model: &Model, finding: &Finding) -> Vec<crate::answer::Step> {
    finding.supporting.as_ref().map(|path| steps(graph, &edges_of(model, path))).unwrap_or_default()
}
