//! A session: an open graph, its settings and the results bound in it. What the library offers to programs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::answer::{self, Answer, OkRow, PictureRow, Rows};
use crate::cancel::Cancel;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::exec::{self, Executor, Focus, Models, Outcome, Progress, Stopped};
use crate::formats::{self, Fault};
use crate::graph::Graph;
use crate::resolve::{self, Bindings, Resolved};
use crate::syntax::{Expectation, Statement, StatementKind, parse_statement, result_names};

/// An open graph and what has been bound so far.
pub struct Session {
    graph: Arc<Graph>,
    options: Options,
    bindings: Arc<Bindings>,
    models: Models,
    /// The seed that the models were made with.
    seeded: u64,
}

/// How a session works. How long a statement may take, and how much memory, is said by its token ([`Cancel`]).
#[derive(Clone, Debug)]
pub struct Options {
    /// Seeds the press model. Same graph, same statement, same seed: the same bytes.
    pub seed: u64,
    /// Threads that one statement may use, 0 for as many as there are cores; changes no answer.
    pub threads: usize,
    /// Who is told how far a statement has come.
    pub progress: Progress,
}

impl Default for Options {
    fn default() -> Self {
        Self { seed: 1, threads: 0, progress: Progress::default() }
    }
}

/// Where a graph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GraphLocation {
    /// `hpg`: the one in the binary.
    Embedded,
    /// A file or a folder.
    Path(PathBuf),
}

impl Session {
    /// A session on a graph.
    pub fn new(graph: Arc<Graph>, options: Options) -> Self {
        let seeded = options.seed;
        Self { graph, options, bindings: Arc::default(), models: Models::default(), seeded }
    }

    /// A session on the embedded graph of the male HPG axis.
    ///
    /// # Errors
    /// The faults of the embedded data; there are none in a binary that passed its tests.
    pub fn embedded() -> Result<Self, Vec<Fault>> {
        Ok(Self::new(formats::embedded()?, Options::default()))
    }

    /// A session on the graph in a file or folder.
    ///
    /// # Errors
    /// Every fault of its files.
    pub fn open(path: &Path) -> Result<Self, Vec<Fault>> {
        Ok(Self::new(Arc::new(formats::open(path)?), Options::default()))
    }

    /// The same graph with the same settings and results, ready to answer while this session is busy elsewhere: what is
    /// asked of it first is made ready anew.
    #[must_use]
    pub fn without_models(&self) -> Self {
        let (graph, options, bindings) = (Arc::clone(&self.graph), self.options.clone(), Arc::clone(&self.bindings));
        Self { bindings, ..Self::new(graph, options) }
    }

    /// The open graph.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The open graph, to keep beside the session.
    pub fn shared_graph(&self) -> Arc<Graph> {
        Arc::clone(&self.graph)
    }

    /// The settings, to change between statements.
    pub fn options_mut(&mut self) -> &mut Options {
        &mut self.options
    }

    /// Names bound so far, without `$`, in order.
    pub fn bound_names(&self) -> Vec<String> {
        self.bindings.keys().cloned().collect()
    }

    /// The results that no `let` before them binds, known before anything runs: each with the position of its statement.
    pub fn unbound<'s>(&self, statements: impl IntoIterator<Item = &'s Statement>) -> Vec<(usize, Diagnostic)> {
        let mut known = self.bound_names();
        let mut faults = Vec::new();
        for (position, statement) in statements.into_iter().enumerate() {
            for (name, span) in result_names(statement) {
                if !known.contains(&name) {
                    faults.push((position, unbound(&name, span, &known)));
                }
            }
            if let StatementKind::Let { name, .. } = &statement.kind {
                known.push(name.text.clone());
            }
        }
        faults
    }

    /// Asks one statement in the language's own words.
    ///
    /// # Errors
    /// What is wrong with it, at its place in the text.
    ///
    /// ```
    /// use endograph::session::Session;
    ///
    /// let mut session = Session::embedded().expect("the embedded graph is sound");
    /// let answer = session.ask("? does clomiphene raise LH")?;
    /// assert_eq!(answer.graph.name, "hpg");
    /// # Ok::<(), endograph::diagnostic::Diagnostic>(())
    /// ```
    pub fn ask(&mut self, statement: &str) -> Result<Answer, Diagnostic> {
        self.execute(&parse_statement(statement)?, &Cancel::never())
    }

    /// Runs one statement.
    ///
    /// # Errors
    /// What is wrong with it, at its place in the script; a failed expectation; a time-out; a damaged snapshot.
    pub fn execute(&mut self, statement: &Statement, cancel: &Cancel) -> Result<Answer, Diagnostic> {
        let answered = self.answer(statement, cancel);
        // Whatever was read of a damaged graph, neither an answer nor another error is to be trusted.
        if self.graph.is_damaged() { Err(damaged(statement.span)) } else { answered }
    }

    fn answer(&mut self, statement: &Statement, cancel: &Cancel) -> Result<Answer, Diagnostic> {
        if let StatementKind::Expect { expectation, statement: inner, text } = &statement.kind {
            return self.expect(statement, expectation, inner.as_ref().as_ref(), text, cancel);
        }
        let resolved = resolve::resolve(statement, &self.graph, &self.bindings)?;
        if let StatementKind::Draw { query, .. } = &statement.kind {
            return self.draw(statement, query, resolved, cancel);
        }
        let outcome = self.run(&resolved, cancel)?;
        if let Resolved::Let { name, .. } = resolved {
            whole(outcome.complete, cancel)?;
            return Ok(self.bind(statement, name, outcome));
        }
        Ok(exec::answer(&self.graph, statement.to_string(), outcome))
    }

    fn run(&mut self, resolved: &Resolved, cancel: &Cancel) -> Result<Outcome, Diagnostic> {
        if self.seeded != self.options.seed {
            self.models = Models::default();
            self.seeded = self.options.seed;
        }
        let focus = exec::focus(&self.graph, resolved, cancel);
        let outcome = focus.and_then(|focus| {
            if let Some(focus) = focus {
                return self.run_focused(focus, cancel);
            }
            self.models.observe(&self.options.progress);
            Executor::new(&self.graph, &mut self.models, self.seeded, cancel.clone())
                .with_threads(self.options.threads)
                .run(resolved)
        });
        outcome.map_err(|stopped| exec::stopped(stopped, cancel))
    }

    /// Runs a statement on the part of a large graph that it looks at.
    fn run_focused(&self, focus: Focus, cancel: &Cancel) -> Result<Outcome, Stopped> {
        let Focus { part, statement, longest, notes } = focus;
        let mut models = Models::of_part(longest);
        models.observe(&self.options.progress);
        let mut outcome = Executor::new(&part.graph, &mut models, self.seeded, cancel.clone())
            .with_threads(self.options.threads)
            .run(&statement)?;
        outcome.mentions.retain_mut(|mention| match part.outer(mention.entity) {
            Some(entity) => {
                mention.entity = entity;
                true
            }
            None => false,
        });
        outcome.notes.extend(notes);
        Ok(outcome)
    }

    /// Makes the picture that whoever asked for it writes to its file.
    fn draw(
        &mut self,
        statement: &Statement,
        query: &Statement,
        resolved: Resolved,
        cancel: &Cancel,
    ) -> Result<Answer, Diagnostic> {
        let Resolved::Draw { statement: drawn, file, format } = resolved else {
            return Err(Diagnostic::new(Code::NotApplicable, "nothing is drawn"));
        };
        let outcome = self.run(&drawn, cancel)?;
        let answer = exec::answer(&self.graph, query.to_string(), outcome);
        let drawing = answer::drawing(&answer).map_err(|why| exec::no_picture(why, query.span))?;
        let rows = Rows::Picture(PictureRow::new(file, format, drawing));
        let outcome = Outcome { rows, notes: answer.notes, complete: answer.complete, mentions: Vec::new() };
        Ok(exec::answer(&self.graph, statement.to_string(), outcome))
    }

    fn bind(&mut self, statement: &Statement, name: String, outcome: Outcome) -> Answer {
        let count = outcome.mentions.len();
        let what = format!("${name}, {count} {}", if count == 1 { "entity" } else { "entities" });
        Arc::make_mut(&mut self.bindings).insert(name, outcome.mentions);
        let rows = Rows::Ok(OkRow { done: "bound".to_owned(), what });
        let outcome = Outcome { rows, notes: outcome.notes, complete: outcome.complete, mentions: Vec::new() };
        exec::answer(&self.graph, statement.to_string(), outcome)
    }

    fn expect(
        &mut self,
        statement: &Statement,
        expectation: &Expectation,
        inner: Result<&Statement, &Diagnostic>,
        text: &str,
        cancel: &Cancel,
    ) -> Result<Answer, Diagnostic> {
        let expected = resolve::expected(expectation, &self.graph, &self.bindings)?;
        let answered = inner.map_err(Clone::clone).and_then(|inner| self.execute(inner, cancel));
        let failed = |expected: &str, got: &str| {
            Diagnostic::at(Code::ExpectationFailed, statement.span, format!("expected {expected}, got {got}"))
                .label(text.to_owned())
        };
        match (&expected, answered) {
            (resolve::Expected::Error(code), Err(error)) if error.code.as_str() == code => {}
            (resolve::Expected::Error(code), Err(error)) => {
                return Err(failed(&format!("error {code}"), &format!("error {}: {}", error.code, error.message)));
            }
            (_, Err(error)) => return Err(error),
            (_, Ok(answer)) => {
                whole(answer.complete, cancel)?;
                exec::check(&expected, &answer, &self.graph)
                    .map_err(|shortfall| failed(&shortfall.expected, &shortfall.got))?;
            }
        }
        let rows = Rows::Ok(OkRow { done: "held".to_owned(), what: text.to_owned() });
        Ok(exec::answer(
            &self.graph,
            statement.to_string(),
            Outcome { rows, notes: Vec::new(), complete: true, mentions: Vec::new() },
        ))
    }
}

/// Refuses what was found by the time that a statement was stopped where only the whole will do: as a result that is kept, or
/// as what an expectation is held to. A limit that was asked for is no such cut.
fn whole(complete: bool, cancel: &Cancel) -> Result<(), Diagnostic> {
    if complete || !cancel.is_cancelled() { Ok(()) } else { Err(exec::stopped(Stopped::Cancelled, cancel)) }
}

fn damaged(span: Span) -> Diagnostic {
    Diagnostic::at(Code::Damaged, span, "the snapshot is damaged: no answer of it is to be trusted")
        .label("met something that no sound graph holds")
        .help("`endograph check FILE` tells which part; `endograph build` makes it anew")
}

fn unbound(name: &str, span: Span, known: &[String]) -> Diagnostic {
    Diagnostic::at(Code::UnboundName, span, format!("`${name}` is not bound"))
        .label("no `let` before this binds it")
        .suggest(crate::diagnostic::suggest(name, known).into_iter().map(|name| format!("${name}")))
}
