//! Runs resolved statements. Knows no terminal and no text of the language but the verbs it prints.

mod claim_remarks;
mod claims;
mod combine;
mod compare;
mod contexts;
mod counting;
mod effects;
mod expect;
mod finding;
mod focus;
mod glossary;
mod hint;
mod looking;
mod loops;
mod mechanism;
mod merit;
mod model;
mod open_sites;
mod paths;
mod plan;
mod progress;
mod relation_claims;
mod relations;
mod remarks;
mod select;
mod settling;
mod simulate;
mod step;
mod support;
mod tempered;
mod truth;
mod watched;
mod weakest;
mod within;

use std::sync::Arc;
use std::time::Duration;

use indexmap::IndexMap;

use crate::answer::{Answer, GraphStamp, NoPicture, Note, Rows};
use crate::cancel::{Cancel, Cancelled, Cause};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::graph::{Expansion, Graph, Setting};
use crate::resolve::{Form, Mention, Question, Resolved};
use crate::search::{Budget, PathGraph};

use model::{Making, Model};

pub use expect::{Shortfall, check};
pub use focus::{Focus, focus};
pub use progress::Progress;
pub use support::{Chain, Support};

/// Models made so far, by setting: questions of one session share them.
#[derive(Default)]
pub struct Models {
    by_setting: IndexMap<Setting, Model>,
    progress: Progress,
    /// The longest chains looked at, where these are bounded.
    longest: Option<usize>,
    /// Whether they are models of a part of a graph.
    is_of_part: bool,
    /// The graph as it lies, to search for paths in, with the working memory of searches.
    whole: Option<Arc<PathGraph>>,
}

impl Models {
    /// Models of a part of a graph in which chains of at most so many steps are looked at.
    pub fn of_part(longest: Option<usize>) -> Self {
        Self { longest, is_of_part: true, ..Self::default() }
    }

    /// The graph as it lies, to search for paths in.
    fn whole(&mut self, graph: &Graph) -> Arc<PathGraph> {
        let rows = || (graph.adjacency.outgoing_rows().clone(), graph.adjacency.incoming_rows().clone());
        let made = self.whole.get_or_insert_with(|| {
            let (outgoing, incoming) = rows();
            Arc::new(PathGraph::new(outgoing, incoming))
        });
        Arc::clone(made)
    }

    /// The model of a setting, not to be used once cancelled.
    fn make(&self, graph: &Graph, setting: &Setting, expansion: Expansion, seed: u64, cancel: &Cancel) -> Model {
        let making = Making { seed, longest: self.longest, is_of_part: self.is_of_part };
        let mut model = Model::new(graph, setting, expansion, making, cancel);
        model.ensemble.observe(self.progress.sampling.clone());
        model
    }

    /// Tells someone how far statements have come, from now on.
    pub fn observe(&mut self, progress: &Progress) {
        self.progress = progress.clone();
        for model in self.by_setting.values_mut() {
            model.ensemble.observe(progress.sampling.clone());
        }
    }
}

/// Runs statements on one graph.
pub struct Executor<'a> {
    graph: &'a Graph,
    models: &'a mut Models,
    seed: u64,
    cancel: Cancel,
    threads: usize,
    /// Why the search was stopped, where what it had found by then is still to be told.
    cut_short: Option<Cause>,
}

/// How long telling what was found may take, once a search was stopped.
const TELLING: Duration = Duration::from_millis(40);

/// An answer, and the entities it selects where it is a set.
pub struct Outcome {
    /// The rows.
    pub rows: Rows,
    /// Remarks.
    pub notes: Vec<Note>,
    /// Whether nothing was cut.
    pub complete: bool,
    /// What `let` binds.
    pub mentions: Vec<Mention>,
}

impl Outcome {
    fn new(rows: Rows) -> Self {
        Self { rows, notes: Vec::new(), complete: true, mentions: Vec::new() }
    }
}

/// Why a statement has no answer.
#[derive(Debug)]
pub enum Stopped {
    /// Cancelled, or out of time.
    Cancelled,
    /// Something about it makes no sense on this graph.
    Refused(Box<Diagnostic>),
}

impl From<Cancelled> for Stopped {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<Diagnostic> for Stopped {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Refused(Box::new(diagnostic))
    }
}

impl<'a> Executor<'a> {
    /// An executor on a graph. `seed` seeds the press model.
    pub fn new(graph: &'a Graph, models: &'a mut Models, seed: u64, cancel: Cancel) -> Self {
        Self { graph, models, seed, cancel, threads: 0, cut_short: None }
    }

    /// With so many threads at most; 0, as by default, is as many as there are cores. Answers do not depend on it.
    #[must_use]
    pub fn with_threads(self, threads: usize) -> Self {
        Self { threads, ..self }
    }

    /// A budget for one search.
    fn budget(&self, expansions: u64) -> Budget<'_> {
        Budget::new(&self.cancel, expansions).with_threads(self.threads).telling(&self.models.progress.searching)
    }

    /// A search was stopped and has found something: from now on there is only a moment, to tell it.
    fn cut_short(&mut self) {
        only_tell(&mut self.cut_short, &mut self.cancel);
    }

    /// Runs a statement; `let` and `expect` are the session's business and answer with what they hold.
    ///
    /// # Errors
    /// A statement that makes no sense on this graph, or a cancelled one.
    pub fn run(&mut self, statement: &Resolved) -> Result<Outcome, Stopped> {
        let mut outcome = self.outcome(statement)?;
        outcome.notes.extend(contexts::remarks(self.graph, statement, &mut outcome.rows));
        Ok(outcome)
    }

    fn outcome(&mut self, statement: &Resolved) -> Result<Outcome, Stopped> {
        match statement {
            Resolved::Question(question) => self.question(question),
            Resolved::Path(path) => self.paths(path),
            Resolved::Simulate(simulation) => self.simulate(simulation),
            Resolved::Loops(question) => self.loops(question),
            Resolved::Compare(comparison) => self.compare(comparison),
            Resolved::Show(target) => self.show(target),
            Resolved::List(listing) => self.list(listing),
            Resolved::Find(text) => self.find(text),
            Resolved::Evidence { from, to } => self.evidence(from, to.as_ref()),
            Resolved::Figures(target) => Ok(self.figures(target)),
            Resolved::Schema => self.schema(),
            Resolved::Stats => self.stats(),
            Resolved::Bound(target) => self.bound(target),
            Resolved::Let { value, .. } => self.run(value),
            Resolved::Draw { statement, .. } => self.run(statement),
            Resolved::Explain { profile, statement } => self.explain(*profile, statement),
        }
    }

    fn question(&mut self, question: &Question) -> Result<Outcome, Stopped> {
        match &question.form {
            Form::Select { among, condition, count } => {
                self.select(among.as_ref(), condition, *count, &question.clauses)
            }
            Form::Claims { asked, claims } => self.claims(*asked, claims, &question.clauses),
            Form::Effects(subject) => self.effects(subject, &question.clauses),
            Form::Card(target) => self.show(target),
            Form::Disagreements(about) => Ok(self.disagreements(about.as_ref())),
        }
    }

    /// The model of a setting, made at its first use, as long as nothing stops that.
    fn ready_model(&mut self, setting: &Setting) -> Result<&mut Model, Cancelled> {
        if !self.models.by_setting.contains_key(setting) {
            let expansion = Expansion::within(self.graph, setting, &self.cancel)?;
            let model = self.models.make(self.graph, setting, expansion, self.seed, &self.cancel);
            self.cancel.check()?;
            self.models.by_setting.insert(setting.clone(), model);
        }
        Ok(self.model(setting))
    }

    /// The model of a setting; made here where nobody has had it made ready, which nothing stops then.
    fn model(&mut self, setting: &Setting) -> &mut Model {
        if !self.models.by_setting.contains_key(setting) {
            let expansion = Expansion::new(self.graph, setting);
            let model = self.models.make(self.graph, setting, expansion, self.seed, &Cancel::never());
            self.models.by_setting.insert(setting.clone(), model);
        }
        &mut self.models.by_setting[setting]
    }
}

/// From now on there is only a moment, to tell what was found.
fn only_tell(cut_short: &mut Option<Cause>, cancel: &mut Cancel) {
    if cut_short.is_none() {
        *cut_short = cancel.cause();
        *cancel = Cancel::with_deadline(TELLING);
    }
}

/// The name and version that every answer carries.
pub fn stamp(graph: &Graph) -> GraphStamp {
    GraphStamp { name: graph.name.clone(), version: graph.version.clone() }
}

/// The answer of a statement, printed as it stands in its tree.
pub fn answer(graph: &Graph, statement: String, outcome: Outcome) -> Answer {
    let Outcome { rows, notes, complete, .. } = outcome;
    let glossary = glossary::glossary(graph, &rows);
    Answer { statement, rows, complete, notes, graph: stamp(graph), glossary }
}

/// The error of an answer that cannot be drawn.
pub fn no_picture(why: NoPicture, span: Span) -> Diagnostic {
    Diagnostic::at(Code::NoPicture, span, why.to_string())
        .label("has no picture")
        .help("drawn are verdicts, paths, loops, scenarios, comparisons, effects and `show`")
}

/// The error of a stopped statement.
pub fn stopped(stopped: Stopped, cancel: &Cancel) -> Diagnostic {
    match stopped {
        Stopped::Refused(diagnostic) => *diagnostic,
        Stopped::Cancelled => Diagnostic::stopped(cancel.cause().unwrap_or(Cause::Asked), None),
    }
}
