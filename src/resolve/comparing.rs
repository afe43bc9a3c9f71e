//! `compare`, and the questions what agents have in common and how they differ.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::graph::Graph;
use crate::syntax::{Clause, ClauseKind, CompareStatement, Phrase};

use super::phrase::Slot;
use super::{Comparison, ComparisonView, Scope, Target, examples};

impl Scope<'_> {
    pub(super) fn compare(&self, statement: &CompareStatement) -> Result<Comparison, Diagnostic> {
        self.comparison(&statement.agents, &statement.clauses, ComparisonView::Whole)
    }

    /// The comparison of the agents that phrases name.
    pub(super) fn comparison(
        &self,
        phrases: &[Phrase],
        clauses: &[Clause],
        view: ComparisonView,
    ) -> Result<Comparison, Diagnostic> {
        let agents = self.agents(phrases)?;
        let on = clauses.iter().find_map(|clause| match &clause.kind {
            ClauseKind::On(phrases) => Some(phrases.as_slice()),
            _ => None,
        });
        let on = on.unwrap_or_default().iter().map(|phrase| self.watched(phrase)).collect::<Result<_, _>>()?;
        Ok(Comparison { agents, on, view, clauses: self.clauses(clauses)? })
    }

    /// The agents, each once. A class stands for its members where nothing else is named, and for itself beside others.
    fn agents(&self, phrases: &[Phrase]) -> Result<Vec<Target>, Diagnostic> {
        let targets: Vec<Target> =
            phrases.iter().map(|phrase| self.target(phrase, Slot::NameOrKind)).collect::<Result<_, _>>()?;
        let mut agents: Vec<Target> = Vec::new();
        for target in &targets {
            let members = self.members_of(target).filter(|_| targets.len() == 1);
            let several = members.map(|mentions| Target { mentions, named: super::NamedAs::Several, ..target.clone() });
            for agent in self.one_by_one(several.as_ref().unwrap_or(target)) {
                match agents.iter().find(|known| known.mentions == agent.mentions) {
                    Some(_) if phrases.len() > 1 && target.mentions.len() == 1 => return Err(self.with_itself(&agent)),
                    Some(_) => {}
                    None => agents.push(agent),
                }
            }
        }
        if agents.len() < 2 {
            return Err(too_few(&targets, self.graph));
        }
        Ok(agents)
    }

    fn with_itself(&self, agent: &Target) -> Diagnostic {
        let name = agent.mentions.first().map(|mention| self.graph.entity(mention.entity).name.as_str());
        let message = match name.filter(|name| !agent.text.eq_ignore_ascii_case(name)) {
            Some(name) => format!("`{}` is {name}, which would be compared with itself", agent.text),
            None => format!("`{}` is compared with itself", agent.text),
        };
        Diagnostic::at(Code::ClauseConflict, agent.span, message)
            .label("named before")
            .help("take one of them out, or name another agent")
    }
}

fn too_few(targets: &[Target], graph: &Graph) -> Diagnostic {
    let span = targets.iter().map(|target| target.span).reduce(Span::to);
    let end = span.map_or(Span::new(0, 0), |span| Span::new(span.end, span.end));
    let few = Diagnostic::at(Code::Incomplete, end, "a comparison takes two agents or more")
        .label("expected `, ` and a second name");
    match examples::comparison(graph) {
        Some(example) => few.help(example),
        None => few,
    }
}
