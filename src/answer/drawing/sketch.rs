//! A drawing in the making: steps are merged as they come.

use indexmap::{IndexMap, IndexSet};

use crate::answer::glossary::Glossary;
use crate::answer::row::Step;
use crate::graph::Sign;
use crate::picture::{Arrow, Drawing, Marks, Movement, Node, Part, Terms, Weight};

use super::details::{of_node, of_step};
use super::label::{Label, qualifiers};
use super::room::Room;
use super::said::{Said, Sources};
use super::{MOST_NODES, NoPicture};

/// A drawing in the making.
pub(super) struct Sketch<'a> {
    /// The headline.
    pub title: String,
    /// Lines under it.
    pub remarks: Vec<String>,
    glossary: &'a Glossary,
    /// What its marks tell.
    pub marks: Marks,
    /// What the legend calls what is drawn heavier or lighter.
    pub terms: Terms,
    nodes: IndexMap<&'a str, Node>,
    movements: IndexMap<&'a str, Option<Movement>>,
    /// Which way entities move along the paths they stand on; what is said of an entity itself goes before it.
    courses: IndexMap<&'a str, Option<Movement>>,
    strokes: IndexMap<Ends<'a>, Stroke<'a>>,
    sources: Sources<'a>,
    room: Room,
    denied: usize,
}

/// What two steps share that are one arrow.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Ends<'a> {
    from: &'a str,
    to: &'a str,
    sign: Option<Sign>,
    /// Whether it is no step, but a stated or derived net effect.
    is_net: bool,
}

impl<'a> Ends<'a> {
    fn of_step(step: &'a Step) -> Self {
        Self { from: &step.from, to: &step.to, sign: step.sign, is_net: step.background.is_some() }
    }
}

/// An arrow in the making.
#[derive(Default)]
struct Stroke<'a> {
    label: Label,
    weight: Weight,
    said: Said,
    remarks: IndexSet<&'a str>,
}

impl<'a> Sketch<'a> {
    /// An empty one, for entities of which the glossary tells.
    pub fn new(glossary: &'a Glossary) -> Self {
        Self {
            title: String::new(),
            remarks: Vec::new(),
            glossary,
            marks: Marks::default(),
            terms: Terms::default(),
            nodes: IndexMap::new(),
            movements: IndexMap::new(),
            courses: IndexMap::new(),
            strokes: IndexMap::new(),
            sources: Sources::default(),
            room: Room::new(MOST_NODES),
            denied: 0,
        }
    }

    /// Leaves room for fewer nodes. Before anything is drawn.
    pub fn limit(&mut self, most_nodes: usize) {
        self.room = Room::new(most_nodes);
    }

    /// Draws steps that belong together, or none of them where there is no room. A remark stands in their details. Stated
    /// net effects have their own weight, and what is stated to be absent is counted and not drawn.
    pub fn draw(&mut self, steps: &'a [Step], weight: Weight, remark: Option<&'a str>) {
        let present = || steps.iter().filter(|step| !step.negated);
        self.denied += steps.len() - present().count();
        if present().next().is_none() {
            return;
        }
        if self.takes(&present().map(Ends::of_step).collect()) {
            for step in present() {
                self.step(step, weight, remark);
            }
        }
    }

    /// Takes room for arrows and the nodes that they need; false where there is none.
    fn takes(&mut self, arrows: &IndexSet<Ends<'a>>) -> bool {
        let names: IndexSet<&str> = arrows.iter().flat_map(|ends| [ends.from, ends.to]).collect();
        let new_nodes = names.iter().filter(|name| !self.nodes.contains_key(*name)).count();
        let new_arrows = arrows.iter().filter(|ends| !self.strokes.contains_key(*ends)).count();
        self.room.take(new_nodes, new_arrows)
    }

    fn step(&mut self, step: &'a Step, weight: Weight, remark: Option<&'a str>) {
        let ends = Ends::of_step(step);
        let qualifiers = qualifiers(step, &self.glossary.usual_contexts);
        let weight = if ends.is_net { Weight::Documented } else { weight };
        let place = self.stroke(ends, weight);
        if let Some((_, stroke)) = self.strokes.get_index_mut(place) {
            stroke.label.add(&step.relation, &qualifiers);
            stroke.remarks.extend(remark);
            stroke.said.add(of_step(step), &step.evidence, &mut self.sources);
        }
    }

    /// Says of an entity in the picture what sources state.
    pub fn tell(&mut self, name: &str, stated: &'a Step) {
        let Some(node) = self.nodes.get_mut(name) else { return };
        let mut said = Said::default();
        said.add(of_step(stated), &stated.evidence, &mut self.sources);
        node.details.extend(said.lines(&self.sources));
    }

    /// Draws a derived net effect, with what is said of it, where there is room.
    pub fn net(&mut self, from: &'a str, to: &'a str, sign: Option<Sign>, label: &str, said: String) {
        self.bond([from, to], sign, label, said, Weight::Plain);
    }

    /// Draws what is no step and joins the mechanism to what is done, where there is room: to be given, to be lost.
    pub fn consequence(&mut self, from: &'a str, to: &'a str, label: &str, said: String) {
        self.bond([from, to], Some(Sign::Positive), label, said, Weight::Main);
    }

    fn bond(&mut self, [from, to]: [&'a str; 2], sign: Option<Sign>, label: &str, said: String, weight: Weight) {
        let ends = Ends { from, to, sign, is_net: true };
        if !self.takes(&IndexSet::from([ends])) {
            return;
        }
        let place = self.stroke(ends, weight);
        if let Some((_, stroke)) = self.strokes.get_index_mut(place) {
            stroke.label.add(label, "");
            stroke.said.add(said, &[], &mut self.sources);
        }
    }

    /// The place of an arrow, begun where it is not there yet.
    fn stroke(&mut self, ends: Ends<'a>, weight: Weight) -> usize {
        self.node(ends.from);
        self.node(ends.to);
        let entry = self.strokes.entry(ends);
        let place = entry.index();
        let stroke = entry.or_insert_with(|| Stroke { weight, ..Stroke::default() });
        if rank(weight) > rank(stroke.weight) {
            stroke.weight = weight;
        }
        place
    }

    /// The node of an entity, made where it is not there yet.
    pub fn node(&mut self, name: &'a str) -> &mut Node {
        let glossary = self.glossary;
        self.nodes.entry(name).or_insert_with(|| {
            let entry = glossary.entries.get(name).cloned().unwrap_or_default();
            Node {
                name: name.to_owned(),
                details: of_node(&entry),
                kind: entry.kind,
                look: entry.look,
                part: Part::Between,
                movement: None,
            }
        })
    }

    /// Marks a node that is there.
    pub fn mark(&mut self, name: &str, part: Part) {
        if let Some(node) = self.nodes.get_mut(name).filter(|node| node.part == Part::Between) {
            node.part = part;
        }
    }

    /// Says which way an entity moves, or that it is not known. Where it is said differently, its node bears no mark.
    pub fn moves(&mut self, name: &'a str, movement: Option<Movement>) {
        agree(&mut self.movements, name, movement);
    }

    /// Marks the way each entity moves along a path when there is more of its first, as far as its steps have signs. Where
    /// paths disagree on an entity, its node bears no mark of either.
    pub fn follow(&mut self, path: &'a [Step]) {
        let mut way = Sign::Positive;
        for step in path {
            let Some(sign) = step.sign else { return };
            way = way * sign;
            let movement = if way == Sign::Positive { Movement::Up } else { Movement::Down };
            agree(&mut self.courses, &step.to, Some(movement));
        }
    }

    /// Says what is done to an entity, whatever else is said of it.
    pub fn presses(&mut self, name: &'a str, movement: Option<Movement>) {
        self.movements.insert(name, movement);
    }

    /// Whether an entity is in the picture.
    pub fn holds(&self, name: &str) -> bool {
        self.nodes.contains_key(name)
    }

    /// The drawing, with a remark on what is not in it.
    pub fn finish(mut self) -> Result<Drawing, NoPicture> {
        if self.strokes.is_empty() {
            return Err(NoPicture::Empty);
        }
        self.remarks.extend(self.room.remark());
        if self.denied > 0 {
            let places = if self.denied == 1 { "effect is" } else { "effects are" };
            self.remarks.push(format!("not drawn: {} {places} stated to be absent", self.denied));
        }
        let told_along_paths = self.courses.iter().filter(|(name, _)| !self.movements.contains_key(*name));
        let told_along_paths: Vec<_> = told_along_paths.collect();
        if told_along_paths.iter().any(|(name, movement)| movement.is_some() && self.nodes.contains_key(*name)) {
            self.marks = Marks::Courses;
        }
        for (name, movement) in told_along_paths.into_iter().chain(&self.movements) {
            if let Some(node) = self.nodes.get_mut(name) {
                node.movement = *movement;
            }
        }
        let places: IndexMap<&str, usize> = self.nodes.keys().enumerate().map(|(place, name)| (*name, place)).collect();
        let place = |name: &str| places.get(name).copied().unwrap_or_default();
        let arrows = self.strokes.iter().map(|(ends, stroke)| Arrow {
            from: place(ends.from),
            to: place(ends.to),
            label: stroke.label.text(),
            sign: ends.sign,
            weight: stroke.weight,
            details: stroke.details(&self.sources),
        });
        let arrows = arrows.collect();
        Ok(Drawing {
            title: self.title,
            remarks: self.remarks,
            foot: String::new(),
            nodes: self.nodes.into_values().collect(),
            arrows,
            marks: self.marks,
            terms: self.terms,
        })
    }
}

impl Stroke<'_> {
    /// What is said, its part in the answer, then on whose word.
    fn details(&self, sources: &Sources<'_>) -> Vec<String> {
        let [said, cited] = self.said.parts(sources);
        let remarks = self.remarks.iter().map(|remark| (*remark).to_owned());
        said.into_iter().chain(remarks).chain(cited).collect()
    }
}

/// Notes what is said of an entity, or that it is said differently.
fn agree<'a>(said: &mut IndexMap<&'a str, Option<Movement>>, name: &'a str, movement: Option<Movement>) {
    let known = said.entry(name).or_insert(movement);
    if *known != movement {
        *known = None;
    }
}

/// Of two weights that one arrow could have, the greater stands.
const fn rank(weight: Weight) -> u8 {
    match weight {
        Weight::Documented => 0,
        Weight::Plain => 1,
        Weight::Opposing => 2,
        Weight::Main => 3,
    }
}
