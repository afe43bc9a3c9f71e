//! A drawing in the making: steps are merged as they come.

use std::fmt::Write as _;

use indexmap::{IndexMap, IndexSet};

use crate::answer::citations::describe;
use crate::answer::glossary::Glossary;
use crate::answer::glyphs::Glyphs;
use crate::answer::row::{EvidenceItem, Step};
use crate::graph::Sign;
use crate::picture::{Arrow, Drawing, Movement, Node, Part, Weight};

use super::details::{of_node, of_step};
use super::label::label;
use super::{MOST_NODES, NoPicture};

/// A drawing in the making.
pub(super) struct Sketch<'a> {
    /// The headline.
    pub title: String,
    /// Lines under it.
    pub remarks: Vec<String>,
    glossary: &'a Glossary,
    nodes: IndexMap<&'a str, Node>,
    strokes: IndexMap<Ends<'a>, Stroke<'a>>,
    sources: IndexSet<&'a EvidenceItem>,
    most_nodes: usize,
    drawn: usize,
    left_out: usize,
    denied: usize,
}

/// What two steps share that are one arrow.
#[derive(PartialEq, Eq, Hash)]
struct Ends<'a> {
    from: &'a str,
    to: &'a str,
    sign: Option<Sign>,
    /// Whether it is no step, but a stated or derived net effect.
    is_net: bool,
}

/// An arrow in the making.
struct Stroke<'a> {
    labels: IndexSet<String>,
    weight: Weight,
    /// What is said, each with the numbers of its sources.
    said: IndexMap<String, IndexSet<usize>>,
    remarks: IndexSet<&'a str>,
}

impl<'a> Sketch<'a> {
    /// An empty one, for entities of which the glossary tells.
    pub fn new(glossary: &'a Glossary) -> Self {
        Self {
            title: String::new(),
            remarks: Vec::new(),
            glossary,
            nodes: IndexMap::new(),
            strokes: IndexMap::new(),
            sources: IndexSet::new(),
            most_nodes: MOST_NODES,
            drawn: 0,
            left_out: 0,
            denied: 0,
        }
    }

    /// The same with room for fewer nodes.
    pub fn limit(&mut self, most_nodes: usize) {
        self.most_nodes = most_nodes.min(MOST_NODES);
    }

    /// Draws steps that belong together, or none of them where there is no room. A remark stands in their details. Stated
    /// net effects have their own weight, and what is stated to be absent is counted and not drawn.
    pub fn draw(&mut self, steps: &'a [Step], weight: Weight, remark: Option<&'a str>) {
        let present = || steps.iter().filter(|step| !step.negated);
        self.denied += steps.len() - present().count();
        if present().next().is_none() {
            return;
        }
        let new: IndexSet<&str> = present()
            .flat_map(|step| [step.from.as_str(), step.to.as_str()])
            .filter(|name| !self.nodes.contains_key(name))
            .collect();
        if self.nodes.len() + new.len() > self.most_nodes {
            self.left_out += 1;
            return;
        }
        self.drawn += 1;
        for step in present() {
            self.step(step, weight, remark);
        }
    }

    fn step(&mut self, step: &'a Step, weight: Weight, remark: Option<&'a str>) {
        let is_net = step.background.is_some();
        let label = label(step, &self.glossary.usual_contexts);
        let said = of_step(step);
        let numbers: Vec<usize> = step.evidence.iter().map(|item| self.sources.insert_full(item).0 + 1).collect();
        let weight = if is_net { Weight::Documented } else { weight };
        let stroke = self.stroke(&step.from, &step.to, step.sign, is_net, weight);
        stroke.labels.insert(label);
        stroke.remarks.extend(remark);
        stroke.said.entry(said).or_default().extend(numbers);
    }

    /// Draws a derived net effect, with what is said of it.
    pub fn net(&mut self, from: &'a str, to: &'a str, sign: Option<Sign>, label: String, said: String) {
        let stroke = self.stroke(from, to, sign, true, Weight::Plain);
        stroke.labels.insert(label);
        stroke.said.entry(said).or_default();
        self.drawn += 1;
    }

    fn stroke(
        &mut self,
        from: &'a str,
        to: &'a str,
        sign: Option<Sign>,
        is_net: bool,
        weight: Weight,
    ) -> &mut Stroke<'a> {
        self.node(from);
        self.node(to);
        let stroke = self.strokes.entry(Ends { from, to, sign, is_net }).or_insert_with(|| Stroke {
            labels: IndexSet::new(),
            weight,
            said: IndexMap::new(),
            remarks: IndexSet::new(),
        });
        if rank(weight) > rank(stroke.weight) {
            stroke.weight = weight;
        }
        stroke
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

    /// Says which way a node moves, where it is there. Of different movements nothing is said.
    pub fn moves(&mut self, name: &str, movement: Movement) {
        if let Some(node) = self.nodes.get_mut(name) {
            node.movement = match node.movement {
                Some(other) if other != movement => Some(Movement::Ambiguous),
                _ => Some(movement),
            };
        }
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
        if self.left_out > 0 {
            let all = self.drawn + self.left_out;
            let most = self.most_nodes;
            self.remarks.push(format!(
                "left out of the picture: {} of {all} rows, to keep it to {most} entities",
                self.left_out
            ));
        }
        if self.denied > 0 {
            let places = if self.denied == 1 { "effect is" } else { "effects are" };
            self.remarks.push(format!("not drawn: {} {places} stated to be absent", self.denied));
        }
        let places: IndexMap<&str, usize> = self.nodes.keys().enumerate().map(|(place, name)| (*name, place)).collect();
        let place = |name: &str| places.get(name).copied().unwrap_or_default();
        let arrows = self.strokes.iter().map(|(ends, stroke)| Arrow {
            from: place(ends.from),
            to: place(ends.to),
            label: stroke.labels.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
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
        })
    }
}

impl Stroke<'_> {
    /// What is said, then on whose word: `[3] 002.txt § Feedback (established)`.
    fn details(&self, sources: &IndexSet<&EvidenceItem>) -> Vec<String> {
        let mut lines = Vec::new();
        let mut numbers: IndexSet<usize> = IndexSet::new();
        for (said, cited) in &self.said {
            let mut line = said.clone();
            let mut cited: Vec<usize> = cited.iter().copied().collect();
            cited.sort_unstable();
            for number in &cited {
                let _ = write!(line, "{}[{number}]", if line.ends_with(']') { "" } else { " " });
            }
            lines.push(line);
            numbers.extend(cited);
        }
        numbers.sort_unstable();
        lines.extend(self.remarks.iter().map(|remark| (*remark).to_owned()));
        for number in numbers {
            if let Some(item) = sources.get_index(number.saturating_sub(1)) {
                lines.push(format!("[{number}] {}", describe(item, Glyphs::UNICODE).to_plain()));
            }
        }
        lines
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
