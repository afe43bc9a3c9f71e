//! What a lint found.

use super::Lint;
use crate::diagnostic::{Code, Diagnostic, Severity, Source};
use crate::formats::{Location, Places};
use crate::graph::{EdgeId, EntityId};

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// An entity.
    Entity(EntityId),
    /// An edge.
    Edge(EdgeId),
    /// An explanation, by its position.
    Acceptance(usize),
}

/// What a lint says of one entity or edge.
#[derive(Clone, Debug)]
pub(super) struct Remark {
    /// Of what.
    pub about: About,
    /// One line.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The other entity or edge that it takes for the fault.
    pub other: Option<About>,
}

impl Remark {
    pub(super) fn new(about: About, message: String, help: &str) -> Self {
        Self { about, message, help: help.to_owned(), other: None }
    }

    pub(super) fn beside(mut self, other: About) -> Self {
        self.other = Some(other);
        self
    }
}

/// A finding, at its place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Which lint's; stable.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// Which entity or edge is at fault.
    pub about: About,
    /// Where that stands in the files; none where the format keeps no places.
    pub location: Option<Location>,
    /// One line, names in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Vec<String>,
    /// Why it is right as it is, where the graph says so.
    pub explained: Option<String>,
}

impl Finding {
    pub(super) fn new(lint: &Lint, remark: Remark, places: &Places) -> Self {
        let Remark { about, message, help, other } = remark;
        let other = other
            .and_then(|other| location(other, places))
            .map(|other| format!("the other stands at {}:{}", other.file.name, other.line_and_column().0));
        Self {
            code: lint.code,
            severity: lint.severity,
            about,
            location: location(about, places),
            message,
            help: other.into_iter().chain([help]).collect(),
            explained: None,
        }
    }

    /// The finding as a diagnostic to draw, and the text that it points into.
    pub fn diagnostic(&self) -> (Diagnostic, Option<Source>) {
        let mut diagnostic = Diagnostic::new(self.code, self.message.clone()).with_severity(self.severity);
        diagnostic.span = self.location.as_ref().map(|location| location.span);
        diagnostic.help.clone_from(&self.help);
        let source = self.location.as_ref().map(|location| Source::new(&location.file.name, &location.file.text));
        (diagnostic, source)
    }
}

fn location(about: About, places: &Places) -> Option<Location> {
    match about {
        About::Entity(id) => places.entity(id),
        About::Edge(id) => places.edge(id),
        About::Acceptance(_) => None,
    }
}
