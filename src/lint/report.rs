//! All findings of a check.

use super::Finding;
use crate::diagnostic::Severity;

/// The findings, those of one file together in the order of its lines; those without a place last.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Explained ones too.
    pub findings: Vec<Finding>,
}

impl Report {
    pub(super) fn new(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_cached_key(|finding| {
            let place = finding.location.as_ref().map(|location| (location.file.name.clone(), location.span));
            (place.is_none(), place, finding.code, finding.about)
        });
        Self { findings }
    }

    /// Those that nobody has explained.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.explained.is_none())
    }

    /// How many of a severity nobody has explained.
    pub fn count(&self, severity: Severity) -> usize {
        self.open().filter(|finding| finding.severity == severity).count()
    }

    /// How many the graph explains.
    pub fn explained(&self) -> usize {
        self.findings.len() - self.open().count()
    }
}
