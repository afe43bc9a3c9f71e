//! What becomes of each target of a play.

use crate::answer::{self, Change, Verdict, VerdictCertainty};
use crate::cancel::{Cancel, Cause};
use crate::causal::{Derivation, NodeId, Outcome, Question};
use crate::graph::{EntityId, ExpandedEdge, Graph, Sign, UNTREATED, said_of};
use crate::resolve::Simulation;
use crate::syntax::Action;

use super::super::combine::{Judgement, combine};
use super::super::finding::{Aim, nothing_derived};
use super::super::mechanism::EdgePath;
use super::super::model::Model;
use super::super::only_tell;
use super::super::open_sites;
use super::super::settling;
use super::super::step::edges_of;
use super::super::tempered;
use super::super::within::{Within, longest_chain};
use super::mechanism::Ways;
use super::play::{Level, Play};
use super::removal::Gone;
use super::stage::Act;
use super::statements::{ON, Statements};

/// Up to so many targets are told what would settle them.
const FEW: usize = 8;

/// What becomes of one target.
#[derive(Clone, Debug)]
pub(super) struct Prediction {
    pub aim: Aim,
    pub change: Change,
    pub certainty: Option<VerdictCertainty>,
    pub derivation: Derivation,
    /// What the sources state of what is done, and whether that contradicts what is derived.
    pub documented: Vec<ExpandedEdge>,
    pub conflict: bool,
    /// Of whom the statement is that leads, where one does: subject and state.
    pub stated_of: Vec<String>,
    /// What those get anyway of whom that is stated, where the scenario is held against the untreated state: what is kept
    /// on TRT is kept against TRT alone.
    pub stated_against: Option<String>,
    /// The main way to the change (of an open one, to its rise), and the main way against it.
    pub mechanism: Option<EdgePath>,
    pub counter: Option<EdgePath>,
    /// Why it does not change, where it does not.
    pub still: Option<Still>,
    /// What each act does alone, and on which side, where that is what leaves it open.
    pub alone: Vec<Alone>,
    /// Why it is open whatever the signs: what something that is done does on the way is not stated.
    pub open: Option<String>,
    /// Why it is less sure than the signs: a source says that there is less of it.
    pub tempered: Option<String>,
    /// What would settle it, where it is open and one of few that were asked for.
    pub settled_by: Option<answer::Settling>,
    /// What the question itself does to its level.
    pub level: Level,
    /// Why it is gone, where that follows from a removal.
    pub gone: Option<Gone>,
    /// Whether the question itself holds or fixes a level, which may be what cuts the way.
    pub fixes: bool,
}

impl Prediction {
    /// Whether nothing is known of what does not move: no step leads to it, or no path does although the question cuts none,
    /// and no source says anything of it.
    pub fn is_unknown(&self) -> bool {
        let nothing_leads = match self.still {
            Some(Still::NotModelled) => true,
            Some(Still::NoPath) => !self.fixes,
            _ => false,
        };
        nothing_leads && self.level == Level::Free && self.gone.is_none() && self.documented.is_empty()
    }
}

/// Why something does not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Still {
    /// The only ways lead through the relief of a condition that is absent at rest.
    OnlyRelief,
    /// Both scenarios do the same.
    Same,
    /// No way leads to it from what is done.
    NoPath,
    /// No mechanism step leads to it, from wherever.
    NotModelled,
}

/// What one act does alone.
#[derive(Clone, Debug)]
pub(super) struct Alone {
    /// To whom it is done.
    pub entity: EntityId,
    /// Whether there is more of it, or less.
    pub sign: Sign,
    /// What comes of it.
    pub outcome: Outcome,
    /// Negative where it belongs to the other scenario.
    pub side: Sign,
}

/// The predictions for these targets, in their order: none in the place of what was not decided when the statement was stopped.
pub(super) struct Predictions {
    pub of_aims: Vec<Option<Prediction>>,
    /// Whether it was stopped.
    pub stopped: bool,
}

/// Predicts what becomes of these targets, as far as `cancel` lets it.
pub(super) fn predictions(
    graph: &Graph,
    model: &mut Model,
    simulation: &Simulation,
    play: &Play,
    aims: &[Aim],
    cancel: &Cancel,
) -> Predictions {
    let mut telling = Telling { cancel: cancel.clone(), cut_short: None };
    let nothing = || Predictions { of_aims: aims.iter().map(|_| None).collect(), stopped: true };
    let reached = reached(graph, model, simulation, play, aims, cancel);
    if cancel.is_cancelled() {
        return nothing(); // nothing must be concluded from chains that were not looked for
    }
    let mut questions = Vec::new();
    let mut places = Vec::new();
    let may_differ = |(place, aim): &(usize, &Aim)| reached[*place] && !play.fixes_alike(model, aim);
    for (place, aim) in aims.iter().enumerate().filter(may_differ) {
        if let Some(target) = model.target(aim.object, aim.aspect) {
            questions.push(question(graph, model, play, aim, target));
            places.push(place);
        }
    }
    let derived = model.ensemble.derive_each(&questions, &telling.cancel);
    telling.is_over();
    let mut decided = vec![true; aims.len()];
    let mut derivations: Vec<Option<Derivation>> = vec![None; aims.len()];
    for (place, derivation) in places.into_iter().zip(derived) {
        decided[place] = derivation.is_some();
        derivations[place] = derivation;
    }
    let opened = open_up(graph, model, play, aims, &mut derivations);
    let apart = take_apart(graph, model, play, aims, &mut derivations, &telling.cancel);
    telling.is_over();
    let mut of_aims: Vec<Option<Prediction>> = Vec::with_capacity(aims.len());
    {
        let statements = Statements::of(graph, model, play);
        let predict = |aim, derivation, cancel: &Cancel| {
            let one = prediction(graph, model, play, &statements, aim, derivation, cancel);
            (!cancel.is_cancelled()).then_some(one) // a search that was stopped finds no mechanism
        };
        for (((place, aim), alone), open) in aims.iter().enumerate().zip(apart).zip(opened) {
            let derivation = derivations[place].take();
            let Some(alone) = alone.filter(|_| decided[place]) else {
                of_aims.push(None);
                continue;
            };
            let mut one = predict(aim, derivation.clone(), &telling.cancel);
            if one.is_none() && !telling.is_over() {
                one = predict(aim, derivation, &telling.cancel);
            }
            of_aims.push(one.map(|one| {
                let open = open.filter(|_| one.change == Change::Ambiguous && !one.conflict);
                Prediction { alone, open: open.or_else(|| one.open.clone()), ..one }
            }));
        }
    }
    if !simulation.show.is_empty() && aims.len() <= FEW {
        settle(graph, model, play, of_aims.iter_mut().flatten(), &mut telling);
    }
    Predictions { of_aims, stopped: telling.cut_short.is_some() }
}

/// The token of a statement until it is stopped, and then that of telling what was found.
struct Telling {
    cancel: Cancel,
    cut_short: Option<Cause>,
}

impl Telling {
    /// Whether there is no time left, not even to tell what was found.
    fn is_over(&mut self) -> bool {
        if self.cancel.is_cancelled() {
            only_tell(&mut self.cut_short, &mut self.cancel);
        }
        self.cancel.is_cancelled()
    }
}

/// By target: whether anything that is done leads there, within the longest chain that is looked at.
fn reached(
    graph: &Graph,
    model: &Model,
    simulation: &Simulation,
    play: &Play,
    aims: &[Aim],
    cancel: &Cancel,
) -> Vec<bool> {
    let entities: Vec<EntityId> = play.stages().flat_map(|stage| &stage.acts).map(|act| act.entity).collect();
    let pairs: Vec<(EntityId, &Aim)> =
        entities.iter().flat_map(|&entity| aims.iter().map(move |aim| (entity, aim))).collect();
    let within = Within::new(&model.mechanism, &pairs, longest_chain(graph, &simulation.clauses), cancel);
    let joined = |aim: &Aim, entity: EntityId| entity == aim.object || within.joins(&model.mechanism, entity, aim);
    aims.iter().map(|aim| entities.iter().any(|&entity| joined(aim, entity))).collect()
}

/// Leaves open what rests on something that is done and of which no source says what it does on the way; by target, why.
fn open_up(
    graph: &Graph,
    model: &Model,
    play: &Play,
    aims: &[Aim],
    derivations: &mut [Option<Derivation>],
) -> Vec<Option<String>> {
    let acts = play.difference();
    let site = |aim: &Aim| {
        let between = |act: &Act| model.open_sites.between(&model.mechanism, act.entity, aim);
        acts.iter().find_map(|(act, _)| between(act))
    };
    let mut reasons = Vec::with_capacity(aims.len());
    for (aim, derivation) in aims.iter().zip(derivations) {
        let site = site(aim);
        if site.is_some() {
            *derivation = derivation.take().map(open_sites::opened);
        }
        reasons.push(site.map(|site| open_sites::reason(graph, site)));
    }
    reasons
}

/// What is asked of a target. The facts about what the sides differ in and the target must not decide it themselves.
fn question(graph: &Graph, model: &Model, play: &Play, aim: &Aim, target: NodeId) -> Question {
    let mut question = play.question(target);
    for (act, _) in play.difference() {
        question.excluded.union_with(&model.own_facts(graph, act.entity, aim.object));
    }
    question
}

fn prediction(
    graph: &Graph,
    model: &Model,
    play: &Play,
    statements: &Statements,
    aim: &Aim,
    derivation: Option<Derivation>,
    cancel: &Cancel,
) -> Prediction {
    let joined = derivation.is_some();
    let derivation = derivation.unwrap_or_else(nothing_derived);
    let ways = |change: Sign| if joined { Ways::new(graph, model, play, aim, change, cancel) } else { Ways::default() };
    let (up, down) = (ways(Sign::Positive), ways(Sign::Negative));
    let undecidable = matches!(derivation.outcome, Outcome::TooLarge | Outcome::NoStableWorld);
    let by_paths = match (&up.acting, &down.acting) {
        (Some(_), None) if undecidable => Some(Sign::Positive),
        (None, Some(_)) if undecidable => Some(Sign::Negative),
        _ => None,
    };
    let judgement = combine(derivation.outcome, by_paths, statements.stated(graph, aim), None);
    let (change, derivation, open) = match (change(judgement), &up.acting, &down.acting) {
        (change @ Change::Up, Some(path), _) | (change @ Change::Down, _, Some(path)) => {
            match cut_off(graph, play, &edges_of(model, path)) {
                Some(why) => (Change::Ambiguous, open_sites::opened(derivation), Some(why)),
                None => (change, derivation, None),
            }
        }
        (change, ..) => (change, derivation, None),
    };
    let still = if up.relieving.is_some() || down.relieving.is_some() {
        Still::OnlyRelief
    } else if play.difference().is_empty() {
        Still::Same
    } else if model.mechanism.leads_to(aim.object) {
        Still::NoPath
    } else {
        Still::NotModelled
    };
    let (mechanism, counter) = match change {
        Change::None => (None, None),
        Change::Down => (down.acting.or(down.relieving), up.acting),
        Change::Up => (up.acting.or(up.relieving), down.acting),
        Change::Ambiguous => (up.acting.or(up.relieving), down.acting.or(down.relieving)),
    };
    let decided = mechanism.as_ref().filter(|_| judgement.sign().is_some() && open.is_none());
    let tempered = decided.and_then(|path| tempered::reason(graph, &edges_of(model, path)));
    let judgement = if tempered.is_some() { judgement.tempered() } else { judgement };
    Prediction {
        aim: aim.clone(),
        change,
        certainty: if open.is_some() { Some(VerdictCertainty::Ambiguous) } else { judgement.certainty },
        derivation,
        documented: statements.about(aim).into_iter().cloned().collect(),
        conflict: judgement.conflict,
        stated_of: stated_of(graph, &statements.leading(aim)),
        stated_against: stated_against(graph, play, &statements.leading(aim)),
        mechanism,
        counter,
        still: (change == Change::None).then_some(still),
        alone: Vec::new(),
        open,
        tempered,
        settled_by: None,
        level: play.level(model, aim),
        gone: play.stage.gone(aim.object),
        fixes: play.fixes_anything(),
    }
}

/// Why a chain may not hold any more: a step of it acts through what is blocked or gone.
fn cut_off(graph: &Graph, play: &Play, chain: &[&ExpandedEdge]) -> Option<String> {
    let is_lost = |act: &Act| matches!(act.action, Action::Blocked | Action::Removed);
    let lost = |entity: EntityId| play.stage.acts.iter().any(|act| act.entity == entity && is_lost(act));
    chain.iter().filter(|step| !step.coarse).find_map(|step| {
        let through = graph.edge(step.edge).through.iter().copied().find(|&entity| lost(entity))?;
        let name = |entity: EntityId| &graph.entity(entity).name;
        let (subject, object) = (name(step.subject), name(step.object));
        Some(format!("{subject} acts on {object} through {}, of which little or nothing is left to act", name(through)))
    })
}

/// `hCG on TRT`
fn stated_of(graph: &Graph, leading: &[&ExpandedEdge]) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for effect in leading {
        let name = &graph.entity(effect.subject).name;
        let words = match graph.edge(effect.edge).background().filter(|background| *background != UNTREATED) {
            Some(background) => format!("{name} {}", said_of(background)),
            None => name.clone(),
        };
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said
}

/// What all of whom something is stated get anyway, where nothing is held against that.
fn stated_against(graph: &Graph, play: &Play, leading: &[&ExpandedEdge]) -> Option<String> {
    let background = |effect: &&ExpandedEdge| graph.edge(effect.edge).background()?.strip_prefix(ON);
    // A figure of just this says against what it is.
    let has_figure = |effect: &&ExpandedEdge| {
        let of_both = |about: &[EntityId]| about.contains(&effect.subject) && about.contains(&effect.object);
        graph.figures.iter().any(|figure| of_both(&figure.about))
    };
    if leading.iter().any(has_figure) {
        return None;
    }
    let mut backgrounds = leading.iter().map(background);
    let first = backgrounds.next().flatten().filter(|_| play.versus.is_none())?;
    backgrounds.all(|other| other == Some(first)).then(|| first.to_owned())
}

const fn change_sign(change: Change) -> Option<Sign> {
    match change {
        Change::Up => Some(Sign::Positive),
        Change::Down => Some(Sign::Negative),
        Change::Ambiguous | Change::None => None,
    }
}

const fn change(judgement: Judgement) -> Change {
    match (judgement.verdict, judgement.sign()) {
        (_, Some(Sign::Positive)) => Change::Up,
        (_, Some(Sign::Negative)) => Change::Down,
        (Verdict::NoKnownEffect, None) => Change::None,
        (_, None) => Change::Ambiguous,
    }
}

/// By target: what each of several things that are done does alone, where that is what leaves it open; none where `cancel`
/// fired before that was known. Where a level that is
/// fixed pulls one way and something else the other, the worlds in which one wins tell of the units of the model and not of
/// the body: a fixed level is one unit, and no influence in a world passes on more than it takes in. So nothing is likely there.
fn take_apart(
    graph: &Graph,
    model: &mut Model,
    play: &Play,
    aims: &[Aim],
    derivations: &mut [Option<Derivation>],
    cancel: &Cancel,
) -> Vec<Option<Vec<Alone>>> {
    let mut apart = vec![Some(Vec::new()); aims.len()];
    let acts: Vec<(&Act, Sign)> = play.difference();
    if acts.len() < 2 {
        return apart;
    }
    let fixes = acts.iter().any(|(act, _)| act.is_forced());
    let mut questions = Vec::new();
    let mut asked = Vec::new();
    for (place, (aim, derivation)) in aims.iter().zip(derivations.iter()).enumerate() {
        let in_question = derivation.as_ref().is_some_and(|derivation| match derivation.outcome {
            Outcome::Ambiguous => true,
            Outcome::Likely(_) => fixes,
            _ => false,
        });
        let Some(target) = model.target(aim.object, aim.aspect).filter(|_| in_question) else {
            continue;
        };
        for &(act, side) in &acts {
            let excluded = model.own_facts(graph, act.entity, aim.object);
            let alone = play.side(side).alone(model, act);
            questions.push(Question { excluded, ..Question::new(alone, target) });
            asked.push((place, act.clone(), side));
        }
    }
    let outcomes = model.ensemble.derive_each(&questions, cancel);
    for ((place, act, side), derivation) in asked.into_iter().zip(outcomes) {
        apart[place] = apart[place].take().zip(derivation).map(|(mut alone, derivation)| {
            alone.push(Alone { entity: act.entity, sign: act.sign(), outcome: derivation.outcome, side });
            alone
        });
    }
    for (alone, derivation) in apart.iter_mut().zip(derivations.iter_mut()) {
        let (Some(alone), Some(derivation)) = (alone, derivation) else { continue };
        let is_likely = matches!(derivation.outcome, Outcome::Likely(_));
        if is_likely && pulls_both_ways(alone) {
            (derivation.outcome, derivation.likelihood) = (Outcome::Ambiguous, None);
        } else if is_likely {
            alone.clear();
        }
    }
    apart
}

/// Whether some of what is done raises the target alone, and some of it lowers it.
pub(super) fn pulls_both_ways(alone: &[Alone]) -> bool {
    let pulls = |sign: Sign| alone.iter().any(|act| act.outcome.sign().map(|own| own * act.side) == Some(sign));
    pulls(Sign::Positive) && pulls(Sign::Negative)
}

/// Of what the mechanism leaves open: the comparison that would settle it, as far as there is time to look for it.
fn settle<'p>(
    graph: &Graph,
    model: &mut Model,
    play: &Play,
    predictions: impl Iterator<Item = &'p mut Prediction>,
    telling: &mut Telling,
) {
    for prediction in predictions.filter(|one| one.derivation.outcome == Outcome::Ambiguous && one.open.is_none()) {
        let Some(target) = model.target(prediction.aim.object, prediction.aim.aspect) else { continue };
        let question = question(graph, model, play, &prediction.aim, target);
        let Ok(settling) = model.ensemble.settling(&question, &telling.cancel) else {
            telling.is_over();
            return;
        };
        prediction.settled_by = settling.and_then(|settling| {
            settling::told(graph, model, &settling::towards(settling, change_sign(prediction.change)))
        });
    }
}
