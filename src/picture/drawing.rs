//! What a picture shows, before anything has a place.

use crate::graph::{Look, Sign};

/// A picture to be laid out and written: nodes, arrows among them, and words around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// The headline: `exogenous testosterone suppresses spermatogenesis`.
    pub title: String,
    /// Lines under it: certainty, cuts, remarks.
    pub remarks: Vec<String>,
    /// The line at the foot: the statement, and the graph with its version.
    pub foot: String,
    /// Each once, in the order in which the answer names them.
    pub nodes: Vec<Node>,
    /// In the order in which the answer names them; two nodes may be joined by several.
    pub arrows: Vec<Arrow>,
    /// What the marks of its nodes tell.
    pub marks: Marks,
    /// What the legend calls what is drawn heavier or lighter.
    pub terms: Terms,
}

/// What heavy lines, light lines, heavy outlines and missing marks mean in one drawing: words for its legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What arrows of [`Weight::Main`] are.
    pub main: &'static str,
    /// What arrows of [`Weight::Opposing`] are.
    pub opposing: &'static str,
    /// What nodes of [`Part::Centre`] are; empty where that needs no words.
    pub centre: &'static str,
    /// What nodes without a mark are, where others have one; empty where that needs no words.
    pub unmarked: &'static str,
}

impl Default for Terms {
    fn default() -> Self {
        Self { main: "the mechanism", opposing: "against it", centre: "", unmarked: "" }
    }
}

/// An entity in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Display name.
    pub name: String,
    /// Its kind, for the legend: `hormone`.
    pub kind: String,
    /// How its kind is drawn.
    pub look: Look,
    /// Its part in the question.
    pub part: Part,
    /// Which way it moves, in a simulation or a verdict.
    pub movement: Option<Movement>,
    /// More about it, a line each: definition, synonyms.
    pub details: Vec<String>,
}

impl Node {
    /// What is written in it: `▼ LH`.
    pub(super) fn caption(&self) -> String {
        match self.movement {
            Some(movement) => format!("{} {}", movement.mark(), self.name),
            None => self.name.clone(),
        }
    }
}

/// The part of a node in the question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Asked about as a source, or pressed.
    Source,
    /// Asked about as a target.
    Target,
    /// What the picture is about, at no end of it: the entity of a neighbourhood, what answers a question.
    Centre,
    /// Anything else.
    #[default]
    Between,
}

/// Which way an entity moves, as a mark beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// ▲
    Up,
    /// ▼
    Down,
    /// ?
    Ambiguous,
    /// =
    Unmoved,
}

impl Movement {
    /// The mark beside a name.
    pub const fn mark(self) -> char {
        match self {
            Self::Up => '▲',
            Self::Down => '▼',
            Self::Ambiguous => '?',
            Self::Unmoved => '=',
        }
    }
}

/// What the marks of movements tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// What becomes of an entity: ▲ is a rise.
    #[default]
    Changes,
    /// The same, and of what stands between the ends of a mechanism, which way it moves along its path.
    Courses,
    /// How an entity stands to what it is in another scenario: ▲ is more than there.
    Differences,
}

impl Marks {
    /// What a mark tells.
    pub(super) const fn words(self, movement: Movement) -> &'static str {
        match (movement, self) {
            (Movement::Up, Self::Changes) => "rises",
            (Movement::Down, Self::Changes) => "falls",
            (Movement::Up, Self::Courses) => "rises along its path",
            (Movement::Down, Self::Courses) => "falls along its path",
            (Movement::Ambiguous, Self::Changes | Self::Courses) => "may rise or fall",
            (Movement::Unmoved, Self::Changes | Self::Courses) => "unchanged",
            (Movement::Up, Self::Differences) => "higher than in the other scenario",
            (Movement::Down, Self::Differences) => "lower than in the other scenario",
            (Movement::Ambiguous, Self::Differences) => "may be higher or lower than in the other scenario",
            (Movement::Unmoved, Self::Differences) => "as in the other scenario",
        }
    }
}

/// An edge, or a net effect, in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// Position of its tail among the nodes.
    pub from: usize,
    /// Position of its head.
    pub to: usize,
    /// What stands beside it: `stimulates`, `inhibits, pulsatile`.
    pub label: String,
    /// Its head, colour and dash: + an arrow, - a bar, none an open head.
    pub sign: Option<Sign>,
    /// How strongly it is drawn.
    pub weight: Weight,
    /// The evidence, a line each.
    pub details: Vec<String>,
}

/// How strongly an arrow is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Of the mechanism that the answer rests on.
    Main,
    /// Any other.
    #[default]
    Plain,
    /// Of a mechanism that works against the answer.
    Opposing,
    /// A stated net effect, which is no step.
    Documented,
}
