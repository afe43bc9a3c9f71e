//! The plan of a path search: which end is swept first, what each step leaves, estimates beside what came out.

use crate::answer::Rows;
use crate::resolve::PathQuestion;
use crate::search::{End, Figures, Method, Reach};

use super::super::{Executor, Outcome, Stopped};
use super::rows::Plan;

impl Executor<'_> {
    /// What a path search will do: its index is made for that, and its paths are estimated; with `profile` they are also
    /// searched for, and what came out stands beside the estimate.
    pub(super) fn explain_paths(
        &mut self,
        profile: bool,
        question: &PathQuestion,
        mut plan: Plan,
    ) -> Result<Outcome, Stopped> {
        plan.foreseen(&self.foreseen(question)?);
        plan.row("worlds", "none needed: paths have no strengths");
        if profile {
            let (outcome, figures) = self.paths_with_figures(question)?;
            plan.actual(&figures);
            let cut = outcome.notes.iter().find(|note| note.code == "cut");
            plan.row("actually: paths", cut.map_or_else(|| outcome.rows.count().to_string(), |note| note.text.clone()));
            plan.row("rows", outcome.rows.count());
            plan.row("complete", outcome.complete);
        }
        Ok(Outcome::new(Rows::Plan(plan.into_table())))
    }
}

/// What is known of a search before it is made: in what, between what, how it begins.
pub(in crate::exec) struct Foreseen {
    /// Whether it is the graph as it lies.
    pub whole: bool,
    /// How many edges may be taken.
    pub edges: usize,
    /// How many nodes paths start from.
    pub sources: usize,
    /// How many nodes they may end at.
    pub targets: usize,
    /// How the search goes up to its first path.
    pub figures: Figures,
    /// How many walks join the ends, where counting them is no long work.
    pub walks: Option<u128>,
}

impl Plan {
    fn foreseen(&mut self, foreseen: &Foreseen) {
        let place = if foreseen.whole { "the graph as it lies" } else { "the expanded steps" };
        self.row("searched in", place);
        self.row("steps to search", foreseen.edges);
        self.row("from, to", format!("{} and {} nodes", foreseen.sources, foreseen.targets));
        self.figures(&foreseen.figures);
        match foreseen.walks {
            Some(walks) => self.row("paths, estimated", format!("at most {walks}: so many walks join the ends")),
            None => self.row("paths, estimated", "not known: even counting walks is long work"),
        }
    }

    fn figures(&mut self, figures: &Figures) {
        if let Some(first) = figures.first {
            self.row(
                "swept first",
                match first {
                    End::Sources => "from the sources, where fewer edges are to be looked at",
                    End::Targets => "from the targets, where fewer edges are to be looked at",
                },
            );
        }
        self.sweeps("", figures);
        if figures.narrowed_from > 0 {
            let (rows, from, to) = (figures.narrowed_rows, figures.narrowed_from, figures.narrowed_to);
            self.row("index", format!("{to} of the {from} edges of {rows} nodes can lie on a path"));
        }
        self.row("method", method(figures.method));
    }

    /// The sweeps from both ends; the general search makes none of its own.
    fn sweeps(&mut self, when: &str, figures: &Figures) {
        for (end, swept) in [("sources", figures.from_sources), ("targets", figures.to_targets)] {
            if swept != Reach::default() {
                self.row(format!("{when}sweep from the {end}"), reach(swept));
            }
        }
    }

    fn actual(&mut self, figures: &Figures) {
        self.sweeps("actually: ", figures);
        self.row("actually: method", method(figures.method));
    }
}

fn reach(reach: Reach) -> String {
    format!("{} steps, {} nodes reached, {} edges looked at", reach.hops, reach.nodes, reach.arcs)
}

const fn method(method: Method) -> &'static str {
    match method {
        Method::None => "none needed",
        Method::Distances => "distances alone",
        Method::DepthFirst => "depth first along the index, one length after another",
        Method::Join => "halves joined in the middle",
        Method::General => "the general search: node by node, with what is asked of each path",
    }
}
