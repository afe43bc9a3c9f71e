//! What is found about one subject and one object in one setting.

use indexmap::IndexMap;

use crate::answer::{DirectnessWord, Verdict, VerdictCertainty};
use crate::cancel::Cancel;
use crate::causal::{Derivation, NodeId, Outcome};
use crate::graph::{Aspect, Context, EntityId, ExpandedEdge, Graph, Setting, Sign};
use crate::resolve::Clauses;

use super::combine::{Judgement, Stated, combine, sign_of};
use super::mechanism::{BestPaths, EdgePath};
use super::model::{Model, Pressed, REMEMBERED, components, only_theoretical};
use super::open_sites::{self, opened};
use super::step::edges_of;
use super::tempered;
use super::within::{Signs, Within, longest_chain};
use super::{Executor, Stopped, only_tell};

/// One subject in one setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Case {
    /// Who acts.
    pub subject: EntityId,
    /// How the row names the context: `dosing = continuous`. Empty where the subject's edges distinguish none.
    pub context: IndexMap<String, String>,
    /// Whether it is what holds where nothing is said.
    pub default: bool,
    /// Whether the question or a name fixed the context.
    pub fixed: bool,
    /// In which the graph is read.
    pub setting: Setting,
}

/// What is asked of every case: the object and its aspect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aim {
    /// On whom.
    pub object: EntityId,
    /// What of it.
    pub aspect: Aspect,
}

/// The verdict on one case, and what it rests on.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// The case.
    pub case: Case,
    /// On whom.
    pub object: EntityId,
    /// What of it.
    pub aspect: Aspect,
    /// Which way and how sure.
    pub judgement: Judgement,
    /// What the causal core says.
    pub derivation: Derivation,
    /// What the sources state.
    pub documented: Vec<ExpandedEdge>,
    /// The first path with the verdict's sign (or, of a mixed verdict, the first positive one).
    pub supporting: Option<EdgePath>,
    /// Every path passes the relief of a condition that is absent at rest, or a held level.
    pub blocked: bool,
    /// Why it is less sure than the signs of the steps: what an agent does is not stated everywhere, or is said to be less.
    pub reason: Option<String>,
}

impl Finding {
    /// Which way.
    pub fn verdict(&self) -> Verdict {
        self.judgement.verdict
    }

    /// The sign, where there is one.
    pub fn sign(&self) -> Option<Sign> {
        sign_of(self.verdict())
    }

    /// How sure.
    pub fn certainty(&self) -> Option<VerdictCertainty> {
        self.judgement.certainty
    }

    /// One data edge, or more.
    pub fn directness(&self) -> DirectnessWord {
        match &self.supporting {
            Some(path) if path.hops() == 1 => DirectnessWord::Direct,
            _ => DirectnessWord::Indirect,
        }
    }

    /// The share of worlds in which the object rises; none where it is not what says how sure the verdict is.
    pub fn likelihood(&self) -> Option<[f64; 2]> {
        if self.reason.is_some() {
            return None;
        }
        self.derivation.likelihood.map(|(low, high)| [low, high])
    }
}

impl Executor<'_> {
    /// The cases of a subject: one for each context that its own edges distinguish and nobody has fixed, the default first.
    pub(super) fn cases(&self, subject: EntityId, mentioned: &Context, clauses: &Clauses) -> Vec<Case> {
        let graph = self.graph;
        // `given dosing of GnRH = …` fixes GnRH wherever it stands, as the subject too.
        let named = clauses.entity_contexts.iter().rev().filter(|(entity, _)| *entity == subject);
        let fixed = |key: &str| {
            let of_entity = named.clone().find_map(|(_, context)| context.get(key));
            mentioned.get(key).or(of_entity).or_else(|| clauses.subject_context.get(key))
        };
        let mut setting = base_setting(clauses);
        for component in components(graph, subject) {
            for key in graph.subject_contexts(component).keys() {
                if let Some(value) = clauses.subject_context.get(key) {
                    setting = self.set(setting, component, key, value);
                }
            }
        }
        let mut cases = vec![Case { subject, context: IndexMap::new(), default: true, fixed: false, setting }];
        for (key, values) in graph.subject_contexts(subject) {
            let default = graph.schema.contexts.get(key).and_then(|declared| declared.default.as_deref());
            let mut values: Vec<&str> = match fixed(key) {
                Some(value) => vec![value],
                None => values,
            };
            values.sort_by_key(|value| Some(*value) != default);
            let mut next = Vec::new();
            for case in &cases {
                for value in &values {
                    let mut case = case.clone();
                    case.context.insert(key.to_owned(), (*value).to_owned());
                    case.default &= Some(*value) == default;
                    case.fixed |= fixed(key).is_some();
                    case.setting = self.set(case.setting, subject, key, value);
                    next.push(case);
                }
            }
            cases = next;
        }
        cases
    }

    /// Sets a key of an entity, unless that is its default anyway: equal settings share a model.
    fn set(&self, setting: Setting, entity: EntityId, key: &str, value: &str) -> Setting {
        let default = self.graph.schema.contexts.get(key).and_then(|declared| declared.default.as_deref());
        if default == Some(value) && setting.of_entity(entity, key).is_none() {
            setting
        } else {
            setting.with_entity(entity, key, value)
        }
    }

    /// The findings on every case for one object, in the order of the cases.
    pub(super) fn findings(&mut self, cases: &[Case], aim: &Aim, clauses: &Clauses) -> Result<Vec<Finding>, Stopped> {
        let pairs: Vec<(&Case, Aim)> = cases.iter().map(|case| (case, aim.clone())).collect();
        self.findings_on(&pairs, clauses)
    }

    /// The findings on pairs of a case and what is asked of it, in their order. Pairs in one setting share a model.
    pub(super) fn findings_on(&mut self, pairs: &[(&Case, Aim)], clauses: &Clauses) -> Result<Vec<Finding>, Stopped> {
        let findings = self.findings_so_far(pairs, clauses);
        match self.cut_short {
            None => Ok(findings.into_iter().flatten().collect()),
            Some(_) => Err(Stopped::Cancelled),
        }
    }

    /// The findings on pairs, as [`Self::findings_on`] has them, until the statement is stopped: none in the place of what
    /// was not decided by then.
    pub(super) fn findings_so_far(&mut self, pairs: &[(&Case, Aim)], clauses: &Clauses) -> Vec<Option<Finding>> {
        let mut by_setting: IndexMap<&Setting, Vec<usize>> = IndexMap::new();
        for (position, (case, _)) in pairs.iter().enumerate() {
            by_setting.entry(&case.setting).or_default().push(position);
        }
        let mut findings: Vec<Option<Finding>> = vec![None; pairs.len()];
        for (setting, positions) in by_setting {
            if self.cut_short.is_some() {
                break;
            }
            self.findings_in(setting, pairs, &positions, clauses, &mut findings);
        }
        findings
    }

    /// The findings on the pairs at `positions`, which are all in one setting.
    fn findings_in(
        &mut self,
        setting: &Setting,
        pairs: &[(&Case, Aim)],
        positions: &[usize],
        clauses: &Clauses,
        findings: &mut [Option<Finding>],
    ) {
        if self.ready_model(setting).is_err() {
            return self.cut_short();
        }
        let Self { graph, models, cancel, cut_short, .. } = self;
        let Some(model) = models.by_setting.get_mut(setting) else { return };
        let mut cut_short = |cancel: &mut Cancel| only_tell(cut_short, cancel);
        let in_setting: Vec<(EntityId, &Aim)> =
            positions.iter().map(|&position| (pairs[position].0.subject, &pairs[position].1)).collect();
        let within = Within::new(&model.mechanism, &in_setting, longest_chain(graph, clauses), cancel);
        if cancel.is_cancelled() {
            return cut_short(cancel); // nothing must be concluded from chains that were not looked for
        }
        let thorough = positions.len() <= FEW_PAIRS;
        let nodes = |model: &Model, subject, aim: &Aim| model.source(subject).zip(model.target(aim.object, aim.aspect));
        let joined = in_setting.iter().map(|&(subject, aim)| {
            nodes(model, subject, aim).is_some() && within.joins(&model.mechanism, subject, aim)
        });
        let joined: Vec<bool> = joined.collect();
        let asked = positions.iter().zip(&joined).filter(|(_, joined)| **joined).map(|(&position, _)| &pairs[position]);
        let mut derivations = derive(graph, model, asked, clauses, cancel).into_iter();
        if cancel.is_cancelled() {
            cut_short(cancel);
        }
        let model = &*model;
        for (&position, joined) in positions.iter().zip(joined) {
            let (case, aim) = &pairs[position];
            let derivation = match if joined { derivations.next().flatten() } else { None } {
                None if joined => continue,
                derivation => derivation,
            };
            let signs = within.signs(&model.mechanism, case.subject, aim);
            let site = model.open_sites.between(&model.mechanism, case.subject, aim);
            let open = site.map(|site| open_sites::reason(graph, site));
            let joined = derivation.zip(signs).map(|(derivation, signs)| Joined { derivation, signs, open, thorough });
            let mut found = finding(graph, model, case, aim, clauses, joined.clone(), cancel);
            // A search that was stopped finds no mechanism, and nothing must be concluded from that.
            if cancel.is_cancelled() {
                cut_short(cancel);
                found = finding(graph, model, case, aim, clauses, joined, cancel);
                if cancel.is_cancelled() {
                    return;
                }
            }
            findings[position] = Some(found);
        }
    }
}

/// What the causal core says of each pair, as far as it comes: derivations made before are remembered.
fn derive<'p>(
    graph: &Graph,
    model: &mut Model,
    pairs: impl Iterator<Item = &'p (&'p Case, Aim)>,
    clauses: &Clauses,
    cancel: &Cancel,
) -> Vec<Option<Derivation>> {
    if model.derived.len() > REMEMBERED {
        model.derived.clear();
    }
    let clamped = held(model, clauses);
    let mut keys: Vec<Option<Pressed>> = Vec::new();
    let (mut asked, mut questions) = (Vec::new(), Vec::new());
    for (case, aim) in pairs {
        let nodes = model.source(case.subject).zip(model.target(aim.object, aim.aspect));
        let key = nodes.map(|(node, target)| (node, target, clamped.clone()));
        if let Some(key) = key.as_ref().filter(|key| !model.derived.contains_key(key)) {
            questions.push(model.question(graph, (case.subject, aim.object), key.clone()));
            asked.push(key.clone());
        }
        keys.push(key);
    }
    let derived = model.ensemble.derive_each(&questions, cancel);
    let known = asked.into_iter().zip(derived).filter_map(|(key, derivation)| Some((key, derivation?)));
    model.derived.extend(known);
    keys.into_iter().map(|key| key.and_then(|key| model.derived.get(&key).cloned())).collect()
}

/// Up to how many pairs of a question the paths of undecided ones are searched for one by one.
const FEW_PAIRS: usize = 64;

/// The setting that clauses give, before any subject's own.
pub(super) fn base_setting(clauses: &Clauses) -> Setting {
    let graph =
        clauses.graph_context.0.iter().fold(Setting::default(), |setting, (key, value)| setting.with_graph(key, value));
    clauses.entity_contexts.iter().fold(graph, |setting, (entity, context)| setting.with_context(*entity, context))
}

/// The nodes that clauses hold unchanged.
pub(super) fn held(model: &Model, clauses: &Clauses) -> Vec<NodeId> {
    clauses.holding.iter().filter_map(|&held| model.source(held)).collect()
}

/// What is derived where no chain of steps leads.
pub(super) fn nothing_derived() -> Derivation {
    Derivation {
        outcome: Outcome::NoPath,
        likelihood: None,
        worlds: Vec::new(),
        calibrated: true,
        conflicts: Vec::new(),
        undetermined: None,
    }
}

/// What is known of a pair that some chain of steps joins.
#[derive(Clone)]
struct Joined {
    derivation: Derivation,
    /// The signs of its chains.
    signs: Signs,
    /// Why it is open whatever the signs.
    open: Option<String>,
    /// Whether its paths are searched for, even where nothing is decided.
    thorough: bool,
}

impl Joined {
    /// What is derived, and why it is open where something on the way is not stated.
    fn opened(self) -> (Derivation, Option<String>) {
        match self.open {
            Some(_) => (opened(self.derivation), self.open),
            None => (self.derivation, None),
        }
    }
}

fn finding(
    graph: &Graph,
    model: &Model,
    case: &Case,
    aim: &Aim,
    clauses: &Clauses,
    joined: Option<Joined>,
    cancel: &Cancel,
) -> Finding {
    let Aim { object, aspect } = *aim;
    let signs = joined.as_ref().map(|joined| joined.signs);
    let thorough = joined.as_ref().is_none_or(|joined| joined.thorough);
    let (derivation, open) = joined.map_or_else(|| (nothing_derived(), None), Joined::opened);
    // A stated net effect is said with every level free to move, so it says nothing of a question that holds some.
    let documented: Vec<ExpandedEdge> = if clauses.holding.is_empty() {
        let of_aspect = |effect: &&ExpandedEdge| effect.aspect == aspect;
        model.documented_between(case.subject, object).filter(of_aspect).cloned().collect()
    } else {
        Vec::new()
    };
    let best = |sign: Sign| {
        let exists = signs.is_some_and(|signs| signs.holds(sign));
        if exists { best_paths(model, case.subject, aim, sign, clauses, cancel) } else { BestPaths::default() }
    };
    let path = |sign: Sign| best(sign).acting.pop();
    let undecidable = matches!(derivation.outcome, Outcome::TooLarge | Outcome::NoStableWorld);
    // Of many pairs, one with chains of both signs is taken as having paths of both: that calls nothing decided, and spares
    // two searches a pair.
    let both = !thorough && signs.is_some_and(|signs| Sign::BOTH.into_iter().all(|sign| signs.holds(sign)));
    let paths = if undecidable && !both {
        match (path(Sign::Positive), path(Sign::Negative)) {
            (Some(_), None) => Some(Sign::Positive),
            (None, Some(_)) => Some(Sign::Negative),
            _ => None,
        }
    } else {
        None
    };
    let step = step_sign(graph, model, case.subject, aim);
    let mut judgement = combine(derivation.outcome, paths, stated(graph, &documented), step);
    let (supporting, blocked) = match (judgement.verdict, judgement.sign()) {
        (_, Some(sign)) => {
            let mut paths = best(sign);
            (paths.acting.pop().or_else(|| paths.relieving.pop()), false)
        }
        (Verdict::Mixed, None) if !thorough => (None, false),
        (Verdict::Mixed, None) => (path(Sign::Positive).or_else(|| path(Sign::Negative)), false),
        _ => (None, Sign::BOTH.into_iter().any(|sign| !best(sign).relieving.is_empty())),
    };
    let reason = match judgement.sign() {
        Some(_) if judgement.is_derived() => {
            supporting.as_ref().and_then(|path| tempered::reason(graph, &edges_of(model, path)))
        }
        Some(_) => None,
        None => open.filter(|_| judgement.verdict == Verdict::Mixed && !judgement.conflict),
    };
    if judgement.sign().is_some() && reason.is_some() {
        judgement = judgement.tempered();
    }
    Finding { case: case.clone(), object, aspect, judgement, derivation, documented, supporting, blocked, reason }
}

/// The first paths of a sign that touch no held level.
fn best_paths(
    model: &Model,
    subject: EntityId,
    aim: &Aim,
    sign: Sign,
    clauses: &Clauses,
    cancel: &Cancel,
) -> BestPaths {
    let mechanism = &model.mechanism;
    let held: Vec<_> = clauses.holding.iter().map(|&entity| mechanism.top(entity)).collect();
    mechanism.best(mechanism.top(subject), mechanism.target(aim.object, Some(aim.aspect)), sign, 1, &held, cancel)
}

/// The sign of the mechanism steps that join a pair, where they have one sign. A step of theory alone says nothing here.
fn step_sign(graph: &Graph, model: &Model, subject: EntityId, aim: &Aim) -> Option<Sign> {
    let steps = model.steps_between(subject, aim.object);
    let mut signs =
        steps.filter(|edge| edge.aspect == aim.aspect && !only_theoretical(graph, edge)).filter_map(|edge| edge.sign);
    let first = signs.next()?;
    signs.all(|sign| sign == first).then_some(first)
}

/// What the sources state. Theory counts only where nothing else is stated.
pub(super) fn stated<'e>(graph: &Graph, documented: impl IntoIterator<Item = &'e ExpandedEdge>) -> Stated {
    let (absent, held): (Vec<&ExpandedEdge>, Vec<&ExpandedEdge>) =
        documented.into_iter().partition(|effect| graph.edge(effect.edge).negated);
    let (theory, observed): (Vec<&ExpandedEdge>, Vec<&ExpandedEdge>) =
        held.into_iter().partition(|effect| only_theoretical(graph, effect));
    let theoretical = observed.is_empty();
    let counted = if theoretical { theory } else { observed };
    let says = |sign: Sign| counted.iter().any(|effect| effect.sign == Some(sign));
    Stated { rises: says(Sign::Positive), falls: says(Sign::Negative), absent: !absent.is_empty(), theoretical }
}
