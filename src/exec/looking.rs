//! Statements that look around: cards, lists, evidence, figures, disagreements.

use indexmap::IndexMap;
use rustc_hash::FxHashSet;
use serde_json::{Value, json};

use crate::answer::{EntityCard, EntityRow, EvidenceItem, Note, Rows, Table};
use crate::cancel::Cancelled;
use crate::graph::{Context, EntityId, ExpandedEdge, Expansion, MOST_FOUND, Quantity, Reach, Setting};
use crate::resolve::{Listing, Mention, NamedAs, Target};

use super::relations::instances;
use super::select::members_of;
use super::step::{evidence_item, figure, step};
use super::{Executor, Outcome, Stopped, remarks};

impl Executor<'_> {
    pub(super) fn show(&mut self, target: &Target) -> Result<Outcome, Stopped> {
        let expansion = self.every_edge()?;
        let subject = match target.named {
            NamedAs::Umbrella(umbrella) => Some(umbrella),
            _ => None,
        };
        let shown: Vec<EntityId> = subject
            .map_or_else(|| target.mentions.iter().map(|mention| mention.entity).collect(), |umbrella| vec![umbrella]);
        let cards = shown.into_iter().map(|entity| self.card(entity, &expansion)).collect::<Result<_, _>>()?;
        let mut outcome = Outcome { mentions: target.mentions.clone(), ..Outcome::new(Rows::Entity(cards)) };
        if let [mention] = target.mentions.as_slice()
            && !mention.context.is_empty()
        {
            let name = &self.graph.entity(mention.entity).name;
            outcome
                .notes
                .push(Note::new("variant", format!("`{}` is {name} with {}", target.text, pairs(&mention.context.0))));
        }
        Ok(outcome)
    }

    fn card(&self, id: EntityId, expansion: &Expansion) -> Result<EntityCard, Cancelled> {
        let graph = self.graph;
        let entity = graph.entity(id);
        let names = |ids: &[EntityId]| ids.iter().map(|&id| graph.entity(id).name.clone()).collect::<Vec<_>>();
        let edges = |wanted: &dyn Fn(&ExpandedEdge) -> bool| {
            let told = |edge| self.cancel.check().map(|()| step(graph, edge));
            expansion.all().filter(|edge| wanted(edge)).map(told).collect::<Result<_, _>>()
        };
        let contexts = graph.subject_contexts(id).into_iter();
        Ok(EntityCard {
            entity: entity.name.clone(),
            id: entity.id.clone(),
            entity_kinds: entity.kinds.iter().map(|&kind| graph.schema.kind(kind).id.clone()).collect(),
            definition: entity.definition.clone(),
            synonyms: entity.synonyms.clone(),
            xrefs: entity.xrefs.clone(),
            classes: names(graph.adjacency.classes(id)),
            members: names(graph.adjacency.direct_members(id)),
            pools: names(&entity.pools),
            contexts: contexts
                .map(|(key, values)| (key.to_owned(), values.into_iter().map(str::to_owned).collect()))
                .collect(),
            outgoing: edges(&|edge| edge.subject == id)?,
            incoming: edges(&|edge| edge.object == id && edge.via_class.is_none())?,
            figures: self.figures_about(&[id]).into_iter().map(figure).collect(),
        })
    }

    /// Every edge in every context of its entity.
    fn every_edge(&self) -> Result<Expansion, Cancelled> {
        Expansion::within(self.graph, &Setting { any_entity_context: true, ..Setting::default() }, &self.cancel)
    }

    pub(super) fn list(&mut self, listing: &Listing) -> Result<Outcome, Stopped> {
        match listing {
            Listing::Entities(target) => self.entities(&members_of(self.graph, target)),
            Listing::Kinds => Ok(Outcome::new(Rows::Table(self.kinds()?))),
            Listing::Relations => Ok(Outcome::new(Rows::Table(self.relations()?))),
            Listing::Sources => Ok(Outcome::new(Rows::Table(self.sources()?))),
        }
    }

    pub(super) fn find(&mut self, text: &str) -> Result<Outcome, Stopped> {
        let found = self.graph.find(text, &self.cancel);
        if self.cancel.is_cancelled() {
            self.cut_short();
        }
        let mention = |entity| Mention { entity, context: Context::default() };
        let mut outcome = self.entities(&found.entities.into_iter().map(mention).collect::<Vec<_>>())?;
        if matches!(&outcome.rows, Rows::Entities(rows) if rows.is_empty()) {
            let nothing = match found.reach {
                Reach::Everything => format!("no name, synonym or definition holds `{text}`"),
                Reach::Names => format!("no name or synonym holds `{text}`"),
                Reach::Beginnings => return Err(Stopped::Cancelled),
            };
            outcome.notes.push(Note::new("nothing-found", nothing));
        }
        let unsearched = match (found.reach, self.cut_short) {
            (Reach::Everything, _) => None,
            (Reach::Names, _) => {
                Some("so large a graph is searched by names and synonyms only, not by definitions".to_owned())
            }
            (Reach::Beginnings, Some(cause)) => {
                Some(format!("{}: names that hold it further on are left out", cause.as_str()))
            }
            (Reach::Beginnings, None) => Some("names that hold it further on are left out".to_owned()),
        };
        let truncated = found.truncated.then(|| format!("the first {MOST_FOUND} are listed"));
        outcome.complete &= unsearched.is_none() && truncated.is_none();
        outcome.notes.extend(unsearched.into_iter().chain(truncated).map(|text| Note::new("cut", text)));
        Ok(outcome)
    }

    pub(super) fn bound(&mut self, target: &Target) -> Result<Outcome, Stopped> {
        self.entities(&target.mentions)
    }

    /// Entities as rows, as many as there is time for.
    fn entities(&mut self, mentions: &[Mention]) -> Result<Outcome, Stopped> {
        let mut rows = Vec::new();
        if self.cancel.each(mentions, |mention| rows.push(self.entity_row(mention))).is_err() {
            self.cut_short();
        }
        let (listed, of) = (rows.len(), mentions.len());
        let mentions = mentions.iter().take(listed).cloned().collect();
        let mut outcome = Outcome { mentions, ..Outcome::new(Rows::Entities(rows)) };
        if let Some(cause) = self.cut_short.filter(|_| listed < of) {
            if listed == 0 {
                return Err(Stopped::Cancelled);
            }
            outcome.complete = false;
            outcome.notes.push(remarks::unlisted(cause, listed, of));
        }
        Ok(outcome)
    }

    fn entity_row(&self, mention: &Mention) -> EntityRow {
        let entity = self.graph.entity(mention.entity);
        let kind = self.graph.schema.kind(entity.kind());
        EntityRow {
            entity: entity.name.clone(),
            id: entity.id.clone(),
            entity_kind: kind.id.clone(),
            group: kind.group,
            via_class: None,
            effect: None,
            effects: Vec::new(),
            edges: Vec::new(),
            definition: Some(entity.definition.clone()),
        }
    }

    pub(super) fn evidence(&mut self, from: &Target, to: Option<&Target>) -> Result<Outcome, Stopped> {
        let graph = self.graph;
        let expansion = self.every_edge()?;
        let all = |target| instances(graph, target).into_iter().collect::<FxHashSet<EntityId>>();
        let (subjects, objects) = (all(from), to.map(all));
        let edges: Vec<&ExpandedEdge> = expansion
            .all()
            .filter(|edge| match &objects {
                Some(objects) => subjects.contains(&edge.subject) && objects.contains(&edge.object),
                None => {
                    edge.via_class.is_none() && (subjects.contains(&edge.subject) || subjects.contains(&edge.object))
                }
            })
            .collect();
        let columns = [
            "subject",
            "relation",
            "object",
            "sign",
            "directness",
            "context",
            "source",
            "section",
            "reference",
            "certainty",
            "note",
        ];
        let mut table = Table { columns: columns.map(str::to_owned).to_vec(), rows: Vec::new() };
        for edge in &edges {
            self.cancel.check()?;
            let step = step(graph, edge);
            let directness = step
                .background
                .as_ref()
                .map_or_else(|| "direct".to_owned(), |background| format!("documented ({background})"));
            let relation = if step.negated { format!("does not: {}", step.relation) } else { step.relation.clone() };
            for item in &step.evidence {
                table.rows.push(vec![
                    json!(step.from),
                    json!(relation),
                    json!(step.to),
                    step.sign.map_or(Value::Null, |sign| json!(sign.as_str())),
                    json!(directness),
                    json!(pairs(&step.context)),
                    json!(item.source_text()),
                    json!(item.section),
                    item.reference.clone().map_or(Value::Null, Value::String),
                    json!(item.certainty),
                    json!(item.note),
                ]);
            }
        }
        let mut outcome = Outcome::new(Rows::Table(table));
        if edges.is_empty() {
            let text = match to {
                Some(to) => format!(
                    "no source states an edge from {0} to {1}; `? how does {0} affect {1}` derives one",
                    from.text, to.text
                ),
                None => format!("no source states anything of {}", from.text),
            };
            outcome.notes.push(Note::new("no-evidence", text));
        }
        outcome.notes.extend(to.and_then(|_| self.component_note(from, to)));
        Ok(outcome)
    }

    /// Where an effect of a combination is stated of a protocol: protocols that give the subject and act on the object.
    fn component_note(&self, from: &Target, to: Option<&Target>) -> Option<Note> {
        let graph = self.graph;
        let (subjects, objects) = (instances(graph, from), instances(graph, to?));
        let protocols: Vec<String> = graph
            .entity_ids()
            .filter(|&protocol| {
                super::model::components(graph, protocol).any(|component| subjects.contains(&component))
            })
            .filter(|&protocol| graph.adjacency.outgoing(protocol).iter().any(|link| objects.contains(&link.entity)))
            .map(|protocol| graph.entity(protocol).name.clone())
            .collect();
        let hint = protocols
            .first()
            .map(|name| format!("`evidence {name} -> {}`", to.map_or("", |target| target.text.as_str())))?;
        let text = format!("protocols that give it have evidence of their own: {} ({hint})", protocols.join(", "));
        Some(Note::new("protocols", text).with(json!({ "entities": protocols })))
    }

    pub(super) fn figures(&mut self, target: &Target) -> Outcome {
        let about = instances(self.graph, target);
        let columns = [
            "about",
            "measure",
            "low",
            "high",
            "unit",
            "statistic",
            "frequency",
            "route",
            "setting",
            "text",
            "evidence",
        ];
        let rows: Vec<Vec<Value>> =
            self.figures_about(&about).into_iter().map(|quantity| self.figure_row(quantity)).collect();
        let notes = if rows.is_empty() {
            vec![Note::new("no-figures", format!("no source gives a figure for {}: nothing known", target.text))]
        } else {
            Vec::new()
        };
        Outcome { notes, ..Outcome::new(Rows::Table(Table { columns: columns.map(str::to_owned).to_vec(), rows })) }
    }

    fn figure_row(&self, quantity: &Quantity) -> Vec<Value> {
        let names: Vec<&str> = quantity.about.iter().map(|&id| self.graph.entity(id).name.as_str()).collect();
        let evidence: Vec<String> =
            quantity.evidence.iter().map(|item| evidence_text(&evidence_item(self.graph, item))).collect();
        vec![
            json!(names.join(", ")),
            json!(quantity.measure),
            number(quantity.low),
            number(quantity.high),
            json!(quantity.unit),
            json!(quantity.statistic),
            json!(quantity.frequency),
            json!(quantity.route),
            json!(quantity.setting),
            json!(quantity.text),
            json!(evidence.join("; ")),
        ]
    }

    /// Figures about any of these: their own, and those on their edges.
    fn figures_about(&self, about: &[EntityId]) -> Vec<&Quantity> {
        let own = self.graph.figures.iter().filter(|quantity| quantity.about.iter().any(|id| about.contains(id)));
        let touching = self.graph.edges_touching(about).into_iter().map(|id| self.graph.edge(id));
        own.chain(touching.flat_map(|edge| &edge.quantities)).collect()
    }

    pub(super) fn disagreements(&mut self, about: Option<&Target>) -> Outcome {
        let graph = self.graph;
        let wanted = about.map(|target| instances(graph, target));
        let columns = ["id", "matter", "about", "source", "claim", "handling"];
        let mut rows = Vec::new();
        for disagreement in &graph.disagreements {
            if wanted.as_ref().is_some_and(|wanted| !disagreement.about.iter().any(|id| wanted.contains(id))) {
                continue;
            }
            let names: Vec<&str> = disagreement.about.iter().map(|&id| graph.entity(id).name.as_str()).collect();
            for claim in &disagreement.claims {
                rows.push(vec![
                    json!(disagreement.id),
                    json!(disagreement.matter),
                    json!(names.join(", ")),
                    json!(graph.source(claim.source).name),
                    json!(claim.text),
                    json!(disagreement.handling),
                ]);
            }
        }
        let mut outcome = Outcome::new(Rows::Table(Table { columns: columns.map(str::to_owned).to_vec(), rows }));
        if let (Some(target), Rows::Table(table)) = (about, &outcome.rows)
            && table.rows.is_empty()
        {
            outcome.notes.push(Note::new("no-disagreement", format!("the sources do not disagree on {}", target.text)));
        }
        outcome
    }
}

/// A figure as JSON: whole numbers without a fraction.
fn number(value: Option<f64>) -> Value {
    match value {
        None => Value::Null,
        Some(value) => format!("{value}").parse::<i64>().map_or_else(|_| json!(value), |whole| json!(whole)),
    }
}

fn evidence_text(item: &EvidenceItem) -> String {
    let section = if item.section.is_empty() { String::new() } else { format!(" § {}", item.section) };
    let reference = item.reference.as_ref().map_or_else(String::new, |reference| format!(", citing {reference}"));
    format!("{}{section} ({}){reference}", item.source_text(), item.certainty)
}

fn pairs(context: &IndexMap<String, String>) -> String {
    let pairs: Vec<String> = context.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    pairs.join(", ")
}
