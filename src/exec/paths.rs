//! `path …`: the paths between two ends, and how close it came where there is none.

use fixedbitset::FixedBitSet;

use crate::answer::{Note, PathRow, Rows};
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::{EntityId, ExpandedEdge, Graph, Setting, Sign};
use crate::resolve::{Clauses, EvidenceField, EvidenceFilter, NamedAs, PathQuestion, Target};
use crate::search::{
    self, Attempt, Budget, Direction, Labels, Mode, Node, PathQuery, Paths, QueryError, Stop, Targets,
};
use crate::syntax::{Arrow, Repeat, Selection};

use super::finding::{Aim, base_setting};
use super::mechanism::{EdgePath, LONGER, Mechanism, entity_of};
use super::remarks;
use super::select::effect_instances;
use super::step::{path_row, role};
use super::within::longest_chain;
use super::{Executor, Outcome, Stopped};

/// Families that a plain `path` shows at most.
const FAMILIES: usize = 10;
/// Paths looked at before families are told apart.
const UNFOLDED: usize = 20_000;
/// The longest paths looked at, where nothing is said.
const LONGEST_PATH: usize = 12;
/// Steps that one search may look at.
const EFFORT: u64 = 200_000_000;
/// Entities that a remark on a missing path names.
const NEAREST: usize = 3;

impl Executor<'_> {
    pub(super) fn paths(&mut self, question: &PathQuestion) -> Result<Outcome, Stopped> {
        let graph = self.graph;
        let (from, to) = ends(question)?;
        let setting = self.path_setting(question, from);
        // Nobody says what a stated net effect runs through, so it must not serve to get round what is avoided.
        let documented = question.clauses.including_documented && question.clauses.avoiding.is_empty();
        let mut mechanism = self.path_mechanism(question, &setting, documented);
        let mut query = path_query(graph, &mechanism, question, from, to);
        let mut found = self.search(&mechanism, &query)?;
        let mut notes = remarks::readings(graph, &question.endpoints);
        if question.clauses.including_documented && !documented {
            notes.push(Note::new(
                "documented-left-out",
                "stated net effects are left out: nobody says what they run through, and something is to be avoided",
            ));
        }
        let may_fall_back = question.clauses.avoiding.is_empty();
        if found.paths.is_empty() && may_fall_back && !documented && !self.joined(&mechanism, &query)? {
            let with_documented = self.path_mechanism(question, &setting, true);
            let wider = path_query(graph, &with_documented, question, from, to);
            let documented = self.search(&with_documented, &wider)?;
            if !documented.paths.is_empty() {
                notes.push(Note::new(
                    "documented-steps",
                    "no path of mechanism steps; these take stated net effects as steps, so they are no better than documented",
                ));
                (mechanism, query, found) = (with_documented, wider, documented);
            }
        }
        if found.paths.is_empty() {
            notes.extend(self.absence(question, &mechanism, &query));
        }
        let unfolded = found.paths.iter().map(|path| mechanism.edge_path(path));
        let families = question.selection == Selection::Families;
        let (paths, folded): (Vec<EdgePath>, usize) = if families {
            let all = mechanism.families(unfolded);
            let count = all.len();
            let limit = question.clauses.limit.unwrap_or(FAMILIES);
            (all.into_iter().take(limit).collect(), count)
        } else {
            let all: Vec<EdgePath> = unfolded.collect();
            let count = all.len();
            (all, count)
        };
        let rows = self.path_rows(question, &setting, &mechanism, &paths)?;
        notes.extend(relief_note(&mechanism, &paths));
        let complete = found.extent.complete() && folded == rows.len();
        if folded > rows.len() {
            notes.push(remarks::cut(rows.len(), folded, "families of paths"));
        }
        notes.extend(stop_note(found.extent.stopped, found.extent.searched_in_full_to, rows.len()));
        Ok(Outcome { notes, complete, ..Outcome::new(Rows::Paths(rows)) })
    }

    /// The setting that clauses and the source's own name give. `given dosing = …` binds to each source that has it.
    fn path_setting(&self, question: &PathQuestion, from: &Target) -> Setting {
        let mut setting = base_setting(&question.clauses);
        for mention in &from.mentions {
            setting = setting.with_context(mention.entity, &mention.context);
            for key in self.graph.subject_contexts(mention.entity).keys() {
                if let Some(value) = question.clauses.subject_context.get(key) {
                    setting = setting.with_entity(mention.entity, key, value);
                }
            }
        }
        setting
    }

    /// The edges that the paths may take.
    fn path_mechanism(&self, question: &PathQuestion, setting: &Setting, documented: bool) -> Mechanism {
        let graph = self.graph;
        let expansion = crate::graph::Expansion::new(graph, setting);
        let clauses = &question.clauses;
        let named = |edge: &ExpandedEdge| clauses.through.as_ref().is_some_and(|named| named.contains(&edge.relation));
        let unsigned = expansion.listed.into_iter().filter(|edge| edge.sign.is_none() && named(edge));
        let stated = expansion.documented.into_iter().filter(|edge| documented && !graph.edge(edge.edge).negated);
        let edges = expansion.steps.into_iter().chain(stated).chain(unsigned);
        let kept = edges.filter(|edge| clauses.filters.iter().all(|filter| satisfies(graph, edge, filter))).collect();
        Mechanism::new(graph, kept)
    }

    fn search(&self, mechanism: &Mechanism, query: &PathQuery) -> Result<Paths, Stopped> {
        let found = search::find(mechanism.graph(), query, &mut Budget::new(&self.cancel, EFFORT)).map_err(refused)?;
        if found.extent.stopped == Some(Stop::Cancelled) { Err(Stopped::Cancelled) } else { Ok(found) }
    }

    /// Whether any path of mechanism steps joins the two ends, whatever the clauses ask of it.
    fn joined(&self, mechanism: &Mechanism, query: &PathQuery) -> Result<bool, Stopped> {
        let any = PathQuery {
            mode: Mode::Simple,
            selection: search::Selection::Any,
            limit: Some(1),
            direction: query.direction,
            ..PathQuery::new(query.sources.clone(), query.targets.clone())
        };
        Ok(!self.search(mechanism, &any)?.paths.is_empty())
    }

    /// The paths as rows, with their roles where both ends are one entity each and the steps carry effects.
    fn path_rows(
        &mut self,
        question: &PathQuestion,
        setting: &Setting,
        mechanism: &Mechanism,
        paths: &[EdgePath],
    ) -> Result<Vec<PathRow>, Stopped> {
        let graph = self.graph;
        let backwards = question.arrow == Arrow::Both;
        let mut rows = Vec::with_capacity(paths.len());
        let mut verdicts: Vec<((EntityId, EntityId), Option<Sign>)> = Vec::new();
        for path in paths {
            self.cancel.check()?;
            let edges: Vec<&ExpandedEdge> = path.edges.iter().map(|&position| &mechanism.edges()[position]).collect();
            let mut row = path_row(graph, &edges, path.sign, None);
            if backwards {
                row.entities = along(graph, path);
                row.net = None;
            }
            if let (Some(net), Some(first), Some(last), false) = (path.sign, edges.first(), edges.last(), backwards) {
                let pair = (first.subject, last.object);
                let verdict = match verdicts.iter().find(|(known, _)| *known == pair) {
                    Some((_, verdict)) => *verdict,
                    None if verdicts.len() < FAMILIES && pair.0 != pair.1 => {
                        let verdict = self.pair_verdict(pair, question, setting)?;
                        verdicts.push((pair, verdict));
                        verdict
                    }
                    None => {
                        rows.push(row);
                        continue;
                    }
                };
                row.role = Some(role(graph, self.model(setting), &edges, net, verdict));
            }
            rows.push(row);
        }
        Ok(rows)
    }

    fn pair_verdict(
        &mut self,
        (subject, object): (EntityId, EntityId),
        question: &PathQuestion,
        setting: &Setting,
    ) -> Result<Option<Sign>, Stopped> {
        let case = super::finding::Case {
            subject,
            context: indexmap::IndexMap::new(),
            default: true,
            fixed: true,
            setting: setting.clone(),
        };
        let (_, to) = ends(question)?;
        let aspect = self.aspect(object, to);
        let findings = self.findings(&[case], &Aim { object, aspect }, &Clauses::default())?;
        Ok(findings.first().and_then(super::finding::Finding::sign))
    }

    /// How close it came: the nearest entities from both ends, and the smallest relaxation that gives a path.
    fn absence(&self, question: &PathQuestion, mechanism: &Mechanism, query: &PathQuery) -> Vec<Note> {
        let graph = self.graph;
        let mut budget = Budget::new(&self.cancel, EFFORT);
        let mut notes = Vec::new();
        if let Ok(closeness) = search::nearest(mechanism.graph(), query, &mut budget) {
            let Ok((from, to)) = ends(question) else { return notes };
            let asked = |id: EntityId| from.mentions.iter().chain(&to.mentions).any(|mention| mention.entity == id);
            let names = |near: &[search::Near]| {
                let mut names: Vec<String> = Vec::new();
                for id in near.iter().map(|near| entity_of(near.node)).filter(|&id| !asked(id)) {
                    let name = graph.entity(id).name.clone();
                    if !names.contains(&name) && names.len() < NEAREST {
                        names.push(name);
                    }
                }
                names
            };
            let (reached, reaching) = (names(&closeness.from_sources), names(&closeness.to_targets));
            let say = |names: &[String], none: &str| if names.is_empty() { none.to_owned() } else { names.join(", ") };
            notes.push(
                Note::new(
                    "nearest",
                    format!(
                        "no path; nearest from {}: {}; nearest to {}: {}",
                        from.text,
                        say(&reached, "nothing"),
                        to.text,
                        say(&reaching, "nothing")
                    ),
                )
                .with(serde_json::json!({ "reached": reached, "reaching": reaching })),
            );
        }
        let wider = self.unfiltered(question);
        let attempts = relaxations(graph, mechanism, question, query).into_iter().map(|(label, query, wide)| Attempt {
            label,
            graph: if wide { wider.graph() } else { mechanism.graph() },
            query,
        });
        if let Ok(relaxation) = search::relax(attempts.collect(), &mut budget)
            && let Some(found) = relaxation.found
        {
            notes.push(Note::new("relaxation", format!("there is one {}", found.label)));
        }
        notes
    }

    /// The steps without the filters on relations and evidence.
    fn unfiltered(&self, question: &PathQuestion) -> Mechanism {
        let clauses =
            Clauses { through: None, not_through: Vec::new(), filters: Vec::new(), ..question.clauses.clone() };
        let open = PathQuestion { clauses, ..question.clone() };
        let [from, ..] = open.endpoints.as_slice() else { return Mechanism::new(self.graph, Vec::new()) };
        self.path_mechanism(&open, &self.path_setting(&open, from), false)
    }
}

/// A relaxed query: what it gives up, the query, and whether it searches the unfiltered steps.
type Relaxed = (String, PathQuery, bool);

fn relaxations(graph: &Graph, mechanism: &Mechanism, question: &PathQuestion, query: &PathQuery) -> Vec<Relaxed> {
    let clauses = &question.clauses;
    let mut attempts: Vec<Relaxed> = Vec::new();
    for (position, avoided) in clauses.avoiding.iter().enumerate() {
        let others: Vec<&Target> = clauses
            .avoiding
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != position)
            .map(|(_, target)| target)
            .collect();
        let avoid = avoided_nodes(graph, mechanism, others.into_iter());
        attempts.push((format!("that touches {}", avoided.text), PathQuery { avoid, ..query.clone() }, false));
    }
    for (position, via) in clauses.via.iter().enumerate() {
        let mut groups = query.via.clone();
        groups.remove(position);
        attempts.push((
            format!("that does not go via {}", via.text),
            PathQuery { via: groups, ..query.clone() },
            false,
        ));
    }
    if let Some(sign) = query.sign {
        attempts.push((format!("whose net sign is {}", -sign), PathQuery { sign: None, ..query.clone() }, false));
    }
    if clauses.through.is_some() || !clauses.not_through.is_empty() {
        let query = PathQuery { labels: Labels::ALL, ..query.clone() };
        attempts.push(("through other relations".to_owned(), query, true));
    }
    if !clauses.filters.is_empty() {
        attempts.push(("on other evidence".to_owned(), query.clone(), true));
    }
    if let (Some(max), Mode::Simple) = (query.max_hops, query.mode) {
        let longer = PathQuery { max_hops: Some(4 * max), ..query.clone() };
        attempts.push((format!("of more than {max} edges"), longer, false));
    }
    if query.direction == Direction::Forward {
        let either = PathQuery { direction: Direction::Either, sign: None, ..query.clone() };
        attempts.push(("that ignores the direction of the arrows: write `<->`".to_owned(), either, false));
    }
    for (_, query, _) in &mut attempts {
        query.selection = search::Selection::Any;
        query.limit = Some(1);
    }
    attempts
}

/// The first and the last end in the direction of effects.
fn ends(question: &PathQuestion) -> Result<(&Target, &Target), Diagnostic> {
    let [first, .., last] = question.endpoints.as_slice() else {
        return Err(Diagnostic::new(Code::Incomplete, "a path has two ends"));
    };
    Ok(if question.arrow == Arrow::Left { (last, first) } else { (first, last) })
}

fn path_query(graph: &Graph, mechanism: &Mechanism, question: &PathQuestion, from: &Target, to: &Target) -> PathQuery {
    let clauses = &question.clauses;
    let either = question.arrow == Arrow::Both;
    let start = |target: &Target| -> Vec<Node> {
        any_of(graph, target)
            .into_iter()
            .flat_map(|id| if either { mechanism.nodes(id).collect() } else { vec![mechanism.top(id)] })
            .collect()
    };
    // A class that is acted on is any of its members.
    let end = |target: &Target| -> Vec<Node> {
        let reached = effect_instances(graph, target);
        reached
            .into_iter()
            .filter(|&id| !graph.entity(id).is_umbrella())
            .flat_map(
                |id| if either { mechanism.nodes(id).collect() } else { vec![mechanism.target(id, target.aspect)] },
            )
            .collect()
    };
    let inner = question.endpoints.get(1..question.endpoints.len().saturating_sub(1)).unwrap_or_default();
    let mut waypoints: Vec<Vec<Node>> = inner.iter().map(|target| group(graph, mechanism, target)).collect();
    if question.arrow == Arrow::Left {
        waypoints.reverse();
    }
    let labels = match &clauses.through {
        Some(named) => Labels::only(named.iter().map(|relation| relation.index()).collect()),
        None if clauses.not_through.is_empty() => Labels::ALL,
        None => Labels::except(clauses.not_through.iter().map(|relation| relation.index()).collect()),
    };
    PathQuery {
        mode: match question.repeat {
            Repeat::Simple => Mode::Simple,
            Repeat::Trail => Mode::Trail,
            Repeat::Walk => Mode::Walk,
        },
        min_hops: clauses.min.unwrap_or(1),
        max_hops: longest_chain(graph, clauses).or(Some(LONGEST_PATH)),
        sign: clauses.net,
        via: clauses.via.iter().map(|target| group(graph, mechanism, target)).collect(),
        avoid: avoided_nodes(graph, mechanism, clauses.avoiding.iter()),
        waypoints,
        labels,
        selection: match question.selection {
            Selection::Families => search::Selection::Near(LONGER),
            Selection::All => search::Selection::All,
            Selection::Any => search::Selection::Any,
            Selection::AllShortest => search::Selection::AllShortest,
            Selection::Shortest(count) => search::Selection::Shortest(count.unwrap_or(1) as usize),
        },
        limit: Some(if question.selection == Selection::Families {
            UNFOLDED
        } else {
            clauses.limit.unwrap_or(UNFOLDED)
        }),
        direction: if either { Direction::Either } else { Direction::Forward },
        ends_at_first_target: to.named != NamedAs::Anything,
        ..PathQuery::new(start(from), Targets::Nodes(end(to)))
    }
}

/// What a target means where a path starts: a kind, a set, or one entity. A class acts by its own edges.
fn any_of(graph: &Graph, target: &Target) -> Vec<EntityId> {
    let entities = target.mentions.iter().map(|mention| mention.entity);
    entities.filter(|&id| !graph.entity(id).is_umbrella()).collect()
}

/// What a target means in `via`, `avoiding` and as a waypoint: any member of a class, any pool of an umbrella.
fn group(graph: &Graph, mechanism: &Mechanism, target: &Target) -> Vec<Node> {
    super::relations::instances(graph, target).into_iter().flat_map(|id| mechanism.nodes(id)).collect()
}

fn avoided_nodes<'t>(graph: &Graph, mechanism: &Mechanism, targets: impl Iterator<Item = &'t Target>) -> FixedBitSet {
    targets.flat_map(|target| group(graph, mechanism, target)).map(Node::index).collect()
}

/// The entities along a path that ignores direction, in the order in which it touches them.
fn along(graph: &Graph, path: &EdgePath) -> Vec<String> {
    let mut entities: Vec<EntityId> = path.nodes.iter().map(|&node| entity_of(node)).collect();
    entities.dedup();
    entities.into_iter().map(|id| graph.entity(id).name.clone()).collect()
}

/// Whether some evidence of an edge is as a filter wants it.
fn satisfies(graph: &Graph, edge: &ExpandedEdge, filter: &EvidenceFilter) -> bool {
    let evidence = edge.also.iter().chain([&edge.edge]).flat_map(|&id| &graph.edge(id).evidence);
    let wanted = crate::graph::fold(&filter.value);
    let mut held = evidence.map(|item| {
        let text = match filter.field {
            EvidenceField::Certainty => item.certainty.as_str(),
            EvidenceField::Source => graph.source(item.source).id.as_str(),
            EvidenceField::Section => item.section.as_str(),
            EvidenceField::Reference => item.reference.map_or("", |id| graph.source(id).name.as_str()),
        };
        crate::graph::fold(text) == wanted
    });
    if filter.equal { held.any(|same| same) } else { held.all(|same| !same) }
}

/// Which paths act only in those who have a condition that the untreated state does not have.
fn relief_note(mechanism: &Mechanism, paths: &[EdgePath]) -> Option<Note> {
    let numbers: Vec<String> = paths
        .iter()
        .enumerate()
        .filter(|(_, path)| path.sign.is_some() && mechanism.relieves(path))
        .map(|(position, _)| (position + 1).to_string())
        .collect();
    let (noun, verb, it) =
        if numbers.len() == 1 { ("path", "relieves", "it acts") } else { ("paths", "relieve", "they act") };
    let text = format!("{noun} {} {verb} a condition, so {it} only in those who have it", numbers.join(", "));
    (!numbers.is_empty()).then(|| Note::new("relief", text).with(serde_json::json!({ "paths": numbers })))
}

fn stop_note(stopped: Option<Stop>, full_to: Option<usize>, shown: usize) -> Option<Note> {
    let to = full_to.map_or_else(|| "no length".to_owned(), |length| format!("{length} edges"));
    match stopped? {
        Stop::Limit if shown == 1 => Some(Note::new("cut", format!("the first path; searched in full up to {to}"))),
        Stop::Limit => Some(Note::new("cut", format!("the first {shown} paths; searched in full up to {to}"))),
        Stop::Budget => {
            Some(Note::new("cut", format!("the search grew too large; searched in full up to {to}: add `max`")))
        }
        Stop::Memory => {
            Some(Note::new("cut", format!("the search needs too much memory; searched in full up to {to}: add `max`")))
        }
        Stop::Cancelled | Stop::Visitor => None,
    }
}

fn refused(error: QueryError) -> Stopped {
    Diagnostic::new(Code::NotApplicable, error.to_string()).into()
}
