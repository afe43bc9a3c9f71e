//! `? what …`, `? which …`: the entities that satisfy a condition, each in the contexts in which it does.

use std::borrow::Cow;

use indexmap::{IndexMap, IndexSet};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::answer::{CountRow, Effect, EntityRow, Note, Rows, Step, Verdict};
use crate::cancel::Cancelled;
use crate::diagnostic::{Code, Diagnostic};
use crate::graph::{Aspect, Context, EntityId, ExpandedEdge, Graph, RelationId, Role, Sign};
use crate::resolve::{Ask, AskMeaning, Clauses, Condition, Mention, NamedAs, Predicate, Side, Target};

use super::finding::{Aim, Case, Finding};
use super::hint::effect_hint;
use super::relations::{
    asked_context, edge_instances, edges_by_side, holds_in, instances, is_member, listing, steps_of,
};
use super::remarks;
use super::step::{edges_of, name_in, step, steps};
use super::truth::{Truth, truth};
use super::{Executor, Outcome, Stopped};

/// How a predicate came out for one case.
struct Ruling {
    truth: Truth,
    effect: Option<Effect>,
    edges: Vec<Step>,
    via_class: Option<EntityId>,
    /// Whether everything was looked at that it might rest on.
    whole: bool,
}

/// One row to be, before rows of one entity are joined.
struct Match {
    case: Case,
    effects: Vec<Effect>,
    edges: Vec<Step>,
    via_class: Option<EntityId>,
}

/// Of how many pairs one question may derive the effect.
const MOST_PAIRS: usize = 300_000;

/// Refuses a question of more pairs than can be derived.
fn few_enough(candidates: usize, others: usize) -> Result<(), Stopped> {
    if candidates.saturating_mul(others) <= MOST_PAIRS {
        return Ok(());
    }
    let message = format!("{candidates} candidates and {others} entities make too many pairs to derive the effects of");
    let help = "name an entity, or a smaller class or set, on one side";
    Err(Diagnostic::new(Code::NotApplicable, message).help(help).into())
}

impl Executor<'_> {
    pub(super) fn select(
        &mut self,
        among: Option<&Target>,
        condition: &Condition,
        count: bool,
        clauses: &Clauses,
    ) -> Result<Outcome, Stopped> {
        let predicates = condition.predicates();
        let cases = self.candidates(among, &predicates, clauses);
        let mut rulings: Vec<Vec<Option<Ruling>>> = Vec::new();
        for predicate in &predicates {
            rulings.push(self.rule(predicate, &cases, clauses)?);
        }
        // An edge is looked up on an umbrella and its pools alike; only an effect is read as one pool's.
        let effects = predicates.iter().filter(|predicate| matches!(predicate.ask.meaning, AskMeaning::Effect(_)));
        let mut notes = remarks::readings(self.graph, effects.map(|predicate| &predicate.other));
        if predicates.iter().any(|predicate| matches!(predicate.ask.meaning, AskMeaning::Effect(_))) {
            notes.extend(remarks::bound(self.graph, clauses));
        }
        notes.extend(predicates.iter().filter_map(|predicate| self.default_context_note(predicate, clauses)));
        let sorted = sort_out(self.graph, condition, &cases, rulings);
        let rows = self.rows(sorted.matches, &cases, predicates.len() > 1);
        let cut = self.unexamined(rows.len(), sorted.examined, cases.len())?;
        if self.cut_short.is_none() {
            match self.indirect_note(&predicates, &rows, among, clauses)? {
                None if self.cut_short.is_some() => notes.push(remarks::indirectly_unexamined()),
                None if rows.is_empty() => notes.extend(effect_hint(self.graph, &predicates)),
                note => notes.extend(note),
            }
        }
        if !sorted.undecided.is_empty() {
            notes.push(remarks::counted("mixed", &sorted.undecided, "undecided by the signs, so not listed"));
        }
        // With a relation verb, what does the same indirectly belongs to the answer.
        let indirectly = predicates.iter().any(|predicate| matches!(predicate.ask.meaning, AskMeaning::Relation(_)));
        let whole = cut.is_none() && (self.cut_short.is_none() || !indirectly);
        notes.extend(cut);
        let outcome = self.selected(rows, notes, count, clauses);
        Ok(Outcome { complete: outcome.complete && whole, ..outcome })
    }

    /// That the statement was stopped before every candidate was examined; none where it was not.
    ///
    /// # Errors
    /// Where nothing was found by then.
    pub(super) fn unexamined(&self, found: usize, examined: usize, of: usize) -> Result<Option<Note>, Stopped> {
        match self.cut_short {
            Some(_) if examined < of && found == 0 => Err(Stopped::Cancelled),
            Some(cause) if examined < of => Ok(Some(remarks::unexamined(cause, examined, of))),
            _ => Ok(None),
        }
    }

    fn selected(&self, mut rows: Vec<EntityRow>, mut notes: Vec<Note>, count: bool, clauses: &Clauses) -> Outcome {
        let found = rows.len();
        let mentions = rows.iter().filter_map(|row| mention(self.graph, row)).collect();
        if count {
            let mut entities: Vec<String> = rows.into_iter().map(|row| row.entity).collect();
            entities.dedup();
            let row = CountRow { count: entities.len() as u64, entities };
            return Outcome { notes, mentions, ..Outcome::new(Rows::Count(row)) };
        }
        let complete = clauses.limit.is_none_or(|limit| found <= limit);
        if let Some(limit) = clauses.limit.filter(|_| !complete) {
            rows.truncate(limit);
            notes.push(remarks::cut(limit, found, "rows"));
        }
        Outcome { notes, complete, mentions, ..Outcome::new(Rows::Entities(rows)) }
    }

    /// Who may satisfy the condition: in each of its contexts where its own effects are asked for.
    fn candidates(&self, among: Option<&Target>, predicates: &[&Predicate], clauses: &Clauses) -> Vec<Case> {
        let acts = predicates.iter().any(|predicate| {
            predicate.candidate == Side::Subject && matches!(predicate.ask.meaning, AskMeaning::Effect(_))
        });
        let mentions: Cow<'_, [Mention]> = match among {
            None => self.graph.entity_ids().map(|entity| Mention { entity, context: Context::default() }).collect(),
            Some(target) => members_of(self.graph, target),
        };
        // What an effect is on is never listed among what has it.
        let is_target = |mention: &&Mention| {
            predicates.iter().any(|predicate| {
                let named = matches!(predicate.other.named, NamedAs::Name | NamedAs::Umbrella(_));
                let effect = matches!(predicate.ask.meaning, AskMeaning::Effect(_));
                named && effect && predicate.other.mentions.iter().any(|other| other.entity == mention.entity)
            })
        };
        mentions
            .iter()
            .filter(|mention| !is_target(mention))
            .filter(|mention| !self.graph.is_umbrella(mention.entity) || among.is_some())
            .flat_map(|mention| {
                let mut cases = self.cases(mention.entity, &mention.context, clauses);
                // Where no effect of theirs is asked for, their contexts are one case, and none unless it was named.
                if !acts {
                    cases.truncate(1);
                    cases.iter_mut().filter(|case| !case.fixed).for_each(|case| case.context.clear());
                }
                cases
            })
            .collect()
    }

    /// How a predicate comes out for each case; none where the statement was stopped before it was decided.
    fn rule(
        &mut self,
        predicate: &Predicate,
        cases: &[Case],
        clauses: &Clauses,
    ) -> Result<Vec<Option<Ruling>>, Stopped> {
        match predicate.ask.meaning {
            AskMeaning::Relation(relation) => {
                Ok(self.rule_relation(predicate, relation, cases, clauses)?.into_iter().map(Some).collect())
            }
            AskMeaning::Effect(direction) => {
                let findings = match predicate.candidate {
                    Side::Subject => self.effects_of_cases(predicate, cases, clauses)?,
                    Side::Object => self.effects_on_cases(predicate, cases, clauses)?,
                };
                let rule = |found: OfCase| {
                    let ruling = self.rule_effects(&found.findings, direction, &predicate.ask);
                    // One instance that gives it is enough; that none does takes all of them.
                    (found.whole || ruling.truth == Truth::Yes).then_some(Ruling { whole: found.whole, ..ruling })
                };
                Ok(findings.into_iter().map(rule).collect())
            }
        }
    }

    fn rule_relation(
        &self,
        predicate: &Predicate,
        relation: RelationId,
        cases: &[Case],
        clauses: &Clauses,
    ) -> Result<Vec<Ruling>, Cancelled> {
        let graph = self.graph;
        let others = edge_instances(graph, &predicate.other, relation);
        let expansion = listing(graph, clauses, &self.cancel)?;
        let edges = edges_by_side(&expansion, graph, relation, predicate.candidate, &others);
        let holds = |edge: &ExpandedEdge, case: &Case| {
            let data = graph.edge(edge.edge);
            let in_context = match predicate.candidate {
                Side::Subject => holds_in(graph, edge, &case.context),
                Side::Object => holds_in(graph, edge, &asked_context(graph, &predicate.other, edge.subject, clauses)),
            };
            in_context && !data.negated && (data.is_direct() || !predicate.ask.directly)
        };
        let rulings = cases
            .iter()
            .map(|case| {
                let of_case = edges.get(&case.subject).into_iter().flatten().copied();
                let of_case: Vec<&ExpandedEdge> = of_case.filter(|edge| holds(edge, case)).collect();
                self.rule_edges(predicate, relation, case.subject, &others, &of_case)
            })
            .collect();
        Ok(rulings)
    }

    fn rule_edges(
        &self,
        predicate: &Predicate,
        relation: RelationId,
        entity: EntityId,
        others: &[EntityId],
        edges: &[&ExpandedEdge],
    ) -> Ruling {
        let membership = self.graph.schema.relation(relation).role == Role::Membership;
        let member = membership
            && match predicate.candidate {
                Side::Subject => is_member(self.graph, entity, others),
                Side::Object => others.iter().any(|&other| is_member(self.graph, other, &[entity])),
            };
        let inherited = edges.first().and_then(|edge| edge.via_class);
        let via_class = inherited.filter(|_| edges.iter().all(|edge| edge.via_class.is_some()));
        Ruling {
            truth: if edges.is_empty() && !member { Truth::No } else { Truth::Yes },
            effect: None,
            edges: steps_of(self.graph, edges),
            via_class: via_class.filter(|_| predicate.candidate == Side::Subject),
            whole: true,
        }
    }

    /// For each case, the findings on every instance of the object, as far as they were made.
    fn effects_of_cases(
        &mut self,
        predicate: &Predicate,
        cases: &[Case],
        clauses: &Clauses,
    ) -> Result<Vec<OfCase>, Stopped> {
        let mut by_case = ByCase::new(cases.len());
        let objects = effect_instances(self.graph, &predicate.other);
        few_enough(cases.len(), objects.len())?;
        for object in objects {
            let aspect = self.aspect(object, &predicate.other);
            let (positions, asked): (Vec<usize>, Vec<Case>) = cases
                .iter()
                .enumerate()
                .filter(|(_, case)| case.subject != object)
                .map(|(position, case)| (position, case.clone()))
                .unzip();
            let aim = Aim { object, aspect };
            let pairs: Vec<(&Case, Aim)> = asked.iter().map(|case| (case, aim.clone())).collect();
            by_case.add(positions, self.findings_so_far(&pairs, clauses));
        }
        Ok(by_case.cases)
    }

    /// For each candidate that is acted on, the findings on it from every subject in every context, as far as they were made.
    fn effects_on_cases(
        &mut self,
        predicate: &Predicate,
        cases: &[Case],
        clauses: &Clauses,
    ) -> Result<Vec<OfCase>, Stopped> {
        let subjects: Vec<Case> = predicate
            .other
            .mentions
            .iter()
            .flat_map(|mention| {
                let mut cases = self.cases(mention.entity, &mention.context, clauses);
                // An object is what is listed, so the subject stands in the context it has where nothing is said.
                cases.truncate(1);
                cases
            })
            .collect();
        few_enough(cases.len(), subjects.len())?;
        let mut pairs = Vec::new();
        let mut places = Vec::new();
        for (position, case) in cases.iter().enumerate() {
            for subject in subjects.iter().filter(|subject| subject.subject != case.subject) {
                let aspect = self.natural_aspect(case.subject);
                pairs.push((subject, Aim { object: case.subject, aspect }));
                places.push(position);
            }
        }
        let mut by_case = ByCase::new(cases.len());
        by_case.add(places, self.findings_so_far(&pairs, clauses));
        Ok(by_case.cases)
    }

    /// That what acts on the candidates was taken in its default context, where it has others.
    fn default_context_note(&self, predicate: &Predicate, clauses: &Clauses) -> Option<Note> {
        let (Side::Object, AskMeaning::Effect(_)) = (predicate.candidate, predicate.ask.meaning) else { return None };
        let [mention] = predicate.other.mentions.as_slice() else { return None };
        let cases = self.cases(mention.entity, &mention.context, clauses);
        let (first, others) = cases.split_first().filter(|(_, others)| !others.is_empty())?;
        let name = &self.graph.entity(mention.entity).name;
        let (key, _) = first.context.first()?;
        let values: Vec<&str> = others.iter().filter_map(|case| case.context.get(key).map(String::as_str)).collect();
        let taken = super::step::context_text(&first.context);
        let text = format!("{name} is taken as {taken}; ask again with `given {key} = {}`", values.join(" or "));
        Some(Note::new("default-context", text))
    }

    /// A condition holds where any instance gives it; a mixed one decides nothing unless another instance does.
    fn rule_effects(&mut self, findings: &[Finding], direction: Option<Sign>, ask: &Ask) -> Ruling {
        let holds = |finding: &&Finding| {
            let direct = !ask.directly || finding.directness() == crate::answer::DirectnessWord::Direct;
            finding.sign().is_some_and(|sign| direction.is_none_or(|wanted| wanted == sign)) && direct
        };
        let best = findings.iter().filter(holds).min_by_key(|finding| {
            (
                finding.directness(),
                finding.certainty(),
                finding.supporting.as_ref().map_or(u32::MAX, super::mechanism::EdgePath::hops),
            )
        });
        let mixed = findings.iter().any(|finding| finding.verdict() == Verdict::Mixed);
        let truth = match best {
            Some(_) => Truth::Yes,
            None if mixed && !ask.directly => Truth::Undecided,
            None => Truth::No,
        };
        let chosen = best.or_else(|| findings.iter().max_by_key(|finding| finding.sign().is_some()));
        let Some(finding) = chosen else { return Ruling { truth, ..Ruling::no() } };
        let via_class = self.model(&finding.case.setting).folds_under(finding.case.subject);
        Ruling { truth, effect: Some(self.effect(finding)), via_class, ..Ruling::no() }
    }

    /// A finding as rows print it.
    pub(super) fn effect(&mut self, finding: &Finding) -> Effect {
        let graph = self.graph;
        let model = self.model(&finding.case.setting);
        let mechanism =
            finding.supporting.as_ref().map(|path| steps(graph, &edges_of(model, path))).unwrap_or_default();
        Effect {
            object: graph.entity(finding.object).name.clone(),
            verdict: finding.verdict(),
            certainty: finding.certainty(),
            likelihood: finding.likelihood(),
            directness: finding.directness(),
            hops: finding.supporting.as_ref().map(super::mechanism::EdgePath::hops),
            documented: finding.documented.iter().map(|effect| step(graph, effect)).collect(),
            contexts: Vec::new(),
            members: Vec::new(),
            mechanism,
        }
    }

    /// Joins the matches of each entity to rows, in the order of answers.
    fn rows(&self, matches: Vec<Match>, cases: &[Case], several: bool) -> Vec<EntityRow> {
        let mut by_entity: IndexMap<EntityId, Vec<Match>> = IndexMap::new();
        for found in matches {
            by_entity.entry(found.case.subject).or_default().push(found);
        }
        let mut cases_of: FxHashMap<EntityId, usize> = FxHashMap::default();
        for case in cases {
            *cases_of.entry(case.subject).or_default() += 1;
        }
        let listed: FxHashSet<EntityId> = by_entity.keys().copied().collect();
        let mut rows: Vec<EntityRow> = by_entity
            .into_iter()
            .map(|(entity, matches)| {
                let everywhere = cases_of.get(&entity) == Some(&matches.len()) && !matches[0].case.fixed;
                entity_row(self.graph, entity, matches, everywhere, several, &listed)
            })
            .collect();
        sort_rows(&mut rows);
        rows
    }

    /// For a relation verb with a sign: how many more entities have such an effect only indirectly.
    fn indirect_note(
        &mut self,
        predicates: &[&Predicate],
        rows: &[EntityRow],
        among: Option<&Target>,
        clauses: &Clauses,
    ) -> Result<Option<Note>, Stopped> {
        let [predicate] = predicates else { return Ok(None) };
        let AskMeaning::Relation(relation) = predicate.ask.meaning else { return Ok(None) };
        let Some(sign) = self.graph.schema.relation(relation).sign else { return Ok(None) };
        if predicate.candidate != Side::Subject || predicate.other.mentions.len() != 1 || predicate.ask.directly {
            return Ok(None);
        }
        let (verb, effect) = match sign {
            Sign::Positive => ("raise", "raises"),
            Sign::Negative => ("suppress", "suppresses"),
        };
        let ask = Ask { meaning: AskMeaning::Effect(Some(sign)), third: effect.to_owned(), directly: false };
        let other = &predicate.other;
        // A relation that changes the activity leaves the amount alone, so the question that goes on from it names it.
        let of_activity = self.graph.schema.relation(relation).aspect == Aspect::Activity
            && other.mentions.iter().all(|mention| self.graph.has_abundance(mention.entity));
        let aspect = if of_activity { Some(Aspect::Activity) } else { other.aspect };
        let effect_predicate = Predicate { ask, other: Target { aspect, ..other.clone() }, ..(*predicate).clone() };
        let cases = self.candidates(among, &[&effect_predicate], clauses);
        let rulings = self.rule(&effect_predicate, &cases, clauses)?;
        let listed: FxHashSet<&str> = rows.iter().map(|row| row.entity.as_str()).collect();
        let mut more: IndexSet<String> = IndexSet::new();
        if self.cut_short.is_some() {
            return Ok(None); // so many at least, and nobody knows how many more
        }
        for (case, ruling) in cases.iter().zip(rulings.into_iter().flatten()) {
            let name = &self.graph.entity(case.subject).name;
            if ruling.truth == Truth::Yes && !listed.contains(name.as_str()) {
                more.insert(name.clone());
            }
        }
        if more.is_empty() {
            return Ok(None);
        }
        let text = format!(
            "{} more {} {}, by other relations or indirectly: `? what {effect} {}{}`",
            more.len(),
            if more.len() == 1 { effect } else { verb },
            if of_activity { "its activity" } else { "it" },
            if of_activity { "activity of " } else { "" },
            other.text
        );
        Ok(Some(Note::new("indirect", text).with(serde_json::json!({ "entities": more }))))
    }
}

/// The findings on one case.
#[derive(Clone)]
struct OfCase {
    findings: Vec<Finding>,
    /// Whether none is missing.
    whole: bool,
}

/// The findings on each case.
struct ByCase {
    cases: Vec<OfCase>,
}

impl ByCase {
    fn new(cases: usize) -> Self {
        Self { cases: vec![OfCase { findings: Vec::new(), whole: true }; cases] }
    }

    fn add(&mut self, positions: impl IntoIterator<Item = usize>, findings: Vec<Option<Finding>>) {
        for (position, finding) in positions.into_iter().zip(findings) {
            let of_case = &mut self.cases[position];
            of_case.whole &= finding.is_some();
            of_case.findings.extend(finding);
        }
    }
}

/// What became of the cases.
#[derive(Default)]
struct Sorted {
    matches: Vec<Match>,
    undecided: Vec<String>,
    /// How many were decided, one way or the other.
    examined: usize,
}

impl Ruling {
    const fn no() -> Self {
        Self { truth: Truth::No, effect: None, edges: Vec::new(), via_class: None, whole: true }
    }
}

/// The mentions of a target, or the members of the class that it names.
pub(super) fn members_of<'t>(graph: &Graph, target: &'t Target) -> Cow<'t, [Mention]> {
    match (target.named, target.mentions.as_slice()) {
        (NamedAs::Name, [only]) if graph.adjacency.is_class(only.entity) => graph
            .adjacency
            .members(only.entity)
            .into_iter()
            .map(|entity| Mention { entity, context: only.context.clone() })
            .collect(),
        (_, mentions) => Cow::Borrowed(mentions),
    }
}

/// What an effect may be on: the target's own mentions, and the members of a class that it names.
pub(super) fn effect_instances(graph: &Graph, target: &Target) -> Vec<EntityId> {
    match target.named {
        NamedAs::Umbrella(_) => target.mentions.iter().map(|mention| mention.entity).collect(),
        _ => instances(graph, target),
    }
}

fn sort_out(graph: &Graph, condition: &Condition, cases: &[Case], mut rulings: Vec<Vec<Option<Ruling>>>) -> Sorted {
    let mut sorted = Sorted::default();
    for case in cases.iter().rev() {
        let of_case: Vec<Option<Ruling>> = rulings.iter_mut().filter_map(Vec::pop).collect();
        let Some(of_case) = of_case.into_iter().collect::<Option<Vec<Ruling>>>() else { continue };
        sorted.examined += usize::from(of_case.iter().all(|ruling| ruling.whole));
        let mut truths = of_case.iter().map(|ruling| ruling.truth);
        match truth(condition, &mut truths) {
            Truth::No => {}
            Truth::Undecided => sorted.undecided.push(name_in(graph, case.subject, &case.context)),
            Truth::Yes => {
                let via_class = of_case.first().and_then(|ruling| ruling.via_class);
                let (mut effects, mut edges) = (Vec::new(), Vec::new());
                for ruling in of_case {
                    effects.extend(ruling.effect);
                    edges.extend(ruling.edges);
                }
                sorted.matches.push(Match { case: case.clone(), effects, edges, via_class });
            }
        }
    }
    sorted.matches.reverse();
    sorted.undecided.reverse();
    sorted
}

fn entity_row(
    graph: &Graph,
    entity: EntityId,
    matches: Vec<Match>,
    everywhere: bool,
    several: bool,
    listed: &FxHashSet<EntityId>,
) -> EntityRow {
    let contexts: Vec<IndexMap<String, String>> = if everywhere {
        Vec::new()
    } else {
        matches.iter().map(|found| found.case.context.clone()).filter(|context| !context.is_empty()).collect()
    };
    let via_class = matches[0].via_class.filter(|class| listed.contains(class));
    let edges = matches[0].edges.clone();
    let mut effects = matches.into_iter().next().map(|found| found.effects).unwrap_or_default();
    for effect in &mut effects {
        effect.contexts.clone_from(&contexts);
    }
    let kind = graph.schema.kind(graph.entity(entity).kind());
    EntityRow {
        entity: graph.entity(entity).name.clone(),
        id: graph.entity(entity).id.clone(),
        entity_kind: kind.id.clone(),
        group: kind.group,
        via_class: via_class.map(|class| graph.entity(class).name.clone()),
        effect: effects.first().cloned(),
        effects: if several { effects } else { Vec::new() },
        edges,
        definition: None,
    }
}

/// Direct before indirect; then the blocks of the answer; then certainty, hops, name, id.
pub(super) fn sort_rows(rows: &mut [EntityRow]) {
    rows.sort_by_cached_key(|row| {
        let effect = row.effect.as_ref();
        (
            effect.map(|effect| effect.directness),
            row.group,
            effect.map(|effect| effect.certainty.map_or(u8::MAX, |certainty| certainty as u8)),
            effect.map(|effect| effect.hops.unwrap_or(u32::MAX)),
            row.entity.to_lowercase(),
            row.id.clone(),
        )
    });
}

fn mention(graph: &Graph, row: &EntityRow) -> Option<Mention> {
    let entity = graph.entity_id(&row.id)?;
    let context = row.effect.as_ref().and_then(|effect| effect.contexts.first().cloned()).unwrap_or_default();
    Some(Mention { entity, context: Context(context) })
}
