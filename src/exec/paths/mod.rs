//! `path …`: the paths between two ends, and how close it came where there is none.

mod absence;
mod notes;
mod query;
mod rows;
mod terrain;

use std::ops::ControlFlow;

use crate::answer::{Note, Rows};
use crate::cancel::{Cancelled, let_go};
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::{ExpandedEdge, Expansion, Graph, Setting, Source, fold};
use crate::resolve::{EvidenceField, EvidenceFilter, PathQuestion};
use crate::search::{self, Figures, Mode, PathQuery, Paths, QueryError, Stop, Targets};
use crate::syntax::Selection;

use super::finding::base_setting;
use super::mechanism::{EdgePath, Mechanism};
use super::plan::Foreseen;
use super::remarks;
use super::{Executor, Outcome, Stopped};

use notes::{count_note, relief_note, roles_note, stop_note};
use query::{ends, path_query};
use terrain::Terrain;

pub(super) use terrain::is_asked_of_the_whole;

/// Families that a plain `path` shows at most.
const FAMILIES: usize = 10;
/// Paths looked at before families are told apart.
const UNFOLDED: usize = 20_000;
/// The longest paths looked at, where nothing is said.
const LONGEST_PATH: usize = 12;
/// Steps that one search may look at.
const EFFORT: u64 = 200_000_000;
/// Steps that estimating may look at.
const ESTIMATING: u64 = 5_000_000;
/// Steps that counting what is not shown may look at.
const COUNTING: u64 = 50_000_000;
/// Paths that are looked at once more of a search that was stopped: more than there is time to tell.
const MOST_TOLD_AT_ONCE: usize = 20_000;
/// Entities that a remark on a missing path names.
const NEAREST: usize = 3;

/// What a search found, and how it went about it.
struct Found {
    paths: Paths,
    figures: Figures,
}

impl<'a> Executor<'a> {
    pub(super) fn paths(&mut self, question: &PathQuestion) -> Result<Outcome, Stopped> {
        Ok(self.paths_with_figures(question)?.0)
    }

    /// The answer, and how the search for it went.
    pub(super) fn paths_with_figures(&mut self, question: &PathQuestion) -> Result<(Outcome, Figures), Stopped> {
        let graph = self.graph;
        let (from, to) = ends(question)?;
        // Nobody says what a stated net effect runs through, so it must not serve to get round what is avoided.
        let documented = question.clauses.including_documented && question.clauses.avoiding.is_empty();
        let mut terrain = self.terrain(question, documented)?;
        let mut query = path_query(graph, &terrain, question, from, to);
        let mut found = self.search(&terrain, &query)?;
        let mut notes = remarks::readings(graph, &question.endpoints);
        if question.clauses.including_documented && !documented {
            notes.push(Note::new(
                "documented-left-out",
                "stated net effects are left out: nobody says what they run through, and something is to be avoided",
            ));
        }
        let may_fall_back = question.clauses.avoiding.is_empty() && !terrain.is_whole() && !documented;
        if found.paths.paths.is_empty() && may_fall_back && !self.joined(&terrain, &query)? {
            let with_documented = self.terrain(question, true)?;
            let wider = path_query(graph, &with_documented, question, from, to);
            let documented = self.search(&with_documented, &wider)?;
            if !documented.paths.paths.is_empty() {
                notes.push(Note::new(
                    "documented-steps",
                    "no path of mechanism steps; these take stated net effects as steps, so they are no better than documented",
                ));
                (terrain, query, found) = (with_documented, wider, documented);
            }
        }
        if found.paths.paths.is_empty() && found.paths.extent.stopped.is_none() {
            notes.extend(self.absence(question, &terrain, &query));
        }
        let outcome = self.told(question, &terrain, &query, &found.paths, notes);
        let Found { paths, figures } = found;
        if paths.paths.len() > MOST_TOLD_AT_ONCE {
            let_go(paths);
        }
        Ok((outcome?, figures))
    }

    /// The paths as an answer, with what was cut.
    fn told(
        &mut self,
        question: &PathQuestion,
        terrain: &Terrain,
        query: &PathQuery,
        found: &Paths,
        mut notes: Vec<Note>,
    ) -> Result<Outcome, Stopped> {
        // Of what was found by the time that the search was stopped, no more than can be told at once.
        let most = if self.cut_short.is_some() { MOST_TOLD_AT_ONCE } else { usize::MAX };
        let unfolded = found.paths.iter().take(most).map(|path| terrain.edge_path(path));
        let mut paths: Vec<EdgePath> =
            if question.selection == Selection::Families { terrain.families(unfolded) } else { unfolded.collect() };
        let folded = paths.len();
        if question.selection == Selection::Families {
            paths.truncate(question.clauses.limit.unwrap_or(FAMILIES));
        }
        let setting = self.path_setting(question)?;
        let rows = self.path_rows(question, &setting, terrain, &paths)?;
        paths.truncate(rows.len());
        notes.extend(relief_note(terrain, &paths));
        let complete = found.extent.complete() && folded == rows.len();
        if folded > rows.len() && self.cut_short.is_none() {
            notes.push(remarks::cut(rows.len(), folded, "families of paths"));
        }
        notes.extend(match self.counted(question, terrain, query, found, rows.len())? {
            None if complete => self.cut_short.and_then(|cause| roles_note(&rows, cause)),
            None => stop_note(&found.extent, rows.len(), self.cut_short),
            counted => counted,
        });
        Ok(Outcome { notes, complete, ..Outcome::new(Rows::Paths(rows)) })
    }

    /// What a question is searched in and how its search begins: it is made up to its first path.
    pub(super) fn foreseen(&mut self, question: &PathQuestion) -> Result<Foreseen, Stopped> {
        let (from, to) = ends(question)?;
        let terrain = self.terrain(question, question.clauses.including_documented)?;
        let query = path_query(self.graph, &terrain, question, from, to);
        let mut budget = self.budget(EFFORT);
        search::stream(terrain.graph(), &query, &mut budget, |_| ControlFlow::Break(())).map_err(refused)?;
        self.cancel.check()?;
        Ok(Foreseen {
            whole: terrain.is_whole(),
            edges: terrain.edge_count(),
            sources: query.sources.len(),
            targets: match &query.targets {
                Targets::Any => terrain.graph().node_count(),
                Targets::Nodes(targets) => targets.len(),
            },
            figures: *budget.figures(),
            walks: self.walks(&terrain, query)?,
        })
    }

    /// How many walks of the lengths asked for join the ends: no fewer than there are simple paths, and counted without
    /// following one. None where there is no bound on their length, or counting is long work.
    fn walks(&self, terrain: &Terrain, query: PathQuery) -> Result<Option<u128>, Stopped> {
        let selection = search::Selection::All;
        let walks = PathQuery { mode: Mode::Walk, selection, limit: None, ..query };
        let mut budget = self.budget(ESTIMATING);
        let Ok(count) = search::count(terrain.graph(), &walks, &mut budget) else { return Ok(None) };
        self.cancel.check()?;
        Ok(count.extent.complete().then(|| count.total()))
    }

    /// How many paths there are, where a limit has cut them and counting is no long work.
    fn counted(
        &mut self,
        question: &PathQuestion,
        terrain: &Terrain,
        query: &PathQuery,
        found: &Paths,
        shown: usize,
    ) -> Result<Option<Note>, Stopped> {
        let cut_by_limit = found.extent.stopped == Some(Stop::Limit) && self.cut_short.is_none();
        if question.selection != Selection::All || !cut_by_limit {
            return Ok(None);
        }
        let mut budget = self.budget(COUNTING);
        let count = search::count(terrain.graph(), query, &mut budget).map_err(refused)?;
        if self.cancel.is_cancelled() {
            self.cut_short();
        }
        Ok(count.extent.complete().then(|| count_note(shown, &count)))
    }

    /// The setting that clauses and the source's own name give. `given dosing = …` binds to each source that has it.
    fn path_setting(&self, question: &PathQuestion) -> Result<Setting, Stopped> {
        let (from, _) = ends(question)?;
        let mut setting = base_setting(&question.clauses);
        for mention in &from.mentions {
            setting = setting.with_context(mention.entity, &mention.context);
            for key in self.graph.subject_contexts(mention.entity).keys() {
                if let Some(value) = question.clauses.subject_context.get(key) {
                    setting = setting.with_entity(mention.entity, key, value);
                }
            }
        }
        Ok(setting)
    }

    /// What the paths are searched in.
    pub(super) fn terrain(&mut self, question: &PathQuestion, documented: bool) -> Result<Terrain<'a>, Cancelled> {
        let graph = self.graph;
        if is_asked_of_the_whole(graph, question) {
            return Ok(Terrain::Whole(graph, self.models.whole(graph)));
        }
        Ok(Terrain::Steps(Box::new(self.path_mechanism(question, documented)?)))
    }

    /// The expanded edges that the paths may take.
    fn path_mechanism(&self, question: &PathQuestion, documented: bool) -> Result<Mechanism, Cancelled> {
        let graph = self.graph;
        let setting = self.path_setting(question).unwrap_or_default();
        let expansion = Expansion::within(graph, &setting, &self.cancel)?;
        let clauses = &question.clauses;
        let named = |edge: &ExpandedEdge| clauses.through.as_ref().is_some_and(|named| named.contains(&edge.relation));
        let unsigned = expansion.listed.into_iter().filter(|edge| {
            let stated = graph.edge(edge.edge);
            edge.sign.is_none() && named(edge) && !stated.negated && stated.is_direct()
        });
        let stated = expansion.documented.into_iter().filter(|edge| documented && !graph.edge(edge.edge).negated);
        let edges = expansion.steps.into_iter().chain(stated).chain(unsigned);
        let kept = edges.filter(|edge| clauses.filters.iter().all(|filter| satisfies(graph, edge, filter))).collect();
        Ok(Mechanism::new(graph, kept))
    }

    fn search(&mut self, terrain: &Terrain, query: &PathQuery) -> Result<Found, Stopped> {
        let mut budget = self.budget(EFFORT);
        let paths = search::find(terrain.graph(), query, &mut budget).map_err(refused)?;
        let figures = *budget.figures();
        match paths.extent.stopped {
            Some(Stop::Cancelled) if paths.paths.is_empty() => return Err(Stopped::Cancelled),
            Some(Stop::Cancelled) => self.cut_short(),
            _ => {}
        }
        Ok(Found { paths, figures })
    }

    /// Whether any path of mechanism steps joins the two ends, whatever the clauses ask of it.
    fn joined(&mut self, terrain: &Terrain, query: &PathQuery) -> Result<bool, Stopped> {
        let any = PathQuery {
            mode: Mode::Simple,
            selection: search::Selection::Any,
            limit: Some(1),
            direction: query.direction,
            ..PathQuery::new(query.sources.clone(), query.targets.clone())
        };
        Ok(!self.search(terrain, &any)?.paths.paths.is_empty())
    }
}

/// Whether some evidence of an edge is as a filter wants it.
fn satisfies(graph: &Graph, edge: &ExpandedEdge, filter: &EvidenceFilter) -> bool {
    let wanted = fold(&filter.value);
    let is_wanted = |text: &str| fold(text) == wanted;
    let is_named = |source: &Source| is_wanted(&source.id) || is_wanted(&source.name);
    let mut held = edge.evidence(graph).map(|item| match filter.field {
        EvidenceField::Certainty => is_wanted(item.certainty.as_str()),
        EvidenceField::Source => is_named(graph.source(item.source)),
        EvidenceField::Section => is_wanted(&item.section),
        EvidenceField::Reference => item.reference.map_or(wanted.is_empty(), |id| is_named(graph.source(id))),
    });
    if filter.equal { held.any(|same| same) } else { held.all(|same| !same) }
}

fn refused(error: QueryError) -> Stopped {
    Diagnostic::new(Code::NotApplicable, error.to_string()).into()
}
