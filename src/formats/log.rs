//! The faults found so far, and the places they point at.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Span, suggest};
use crate::formats::{Fault, TextFile};

/// A place in one of the files that are being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats) struct Place {
    pub(in crate::formats) file: usize,
    pub(in crate::formats) span: Span,
}

impl Place {
    pub(in crate::formats) fn new(file: usize, span: Range<usize>) -> Self {
        Self { file, span: Span::new(span.start, span.end) }
    }

    /// From here to the end of another place of the same file.
    pub(super) fn to(self, other: Self) -> Self {
        if self.file == other.file { Self { span: self.span.to(other.span), ..self } } else { self }
    }

    /// The position of the file, and the bytes.
    pub(super) fn parts(self) -> (usize, Span) {
        (self.file, self.span)
    }
}

/// Collects faults while the files are walked. Shared by every row, so that reading a value needs no second argument.
pub(in crate::formats) struct Log<'a> {
    files: &'a [Arc<TextFile>],
    faults: RefCell<Vec<(usize, Diagnostic)>>,
    suggestions_left: Cell<usize>,
}

/// How many faults get suggestions. Looking one up goes over every name, and a file that is wrong throughout needs no
/// thousand of them.
const MOST_SUGGESTIONS: usize = 200;

impl<'a> Log<'a> {
    pub(in crate::formats) fn new(files: &'a [Arc<TextFile>]) -> Self {
        Self { files, faults: RefCell::default(), suggestions_left: Cell::new(MOST_SUGGESTIONS) }
    }

    /// Notes a fault.
    pub(in crate::formats) fn add(&self, place: Place, code: Code, message: impl Into<String>) {
        self.report(place, code, message, |fault| fault);
    }

    /// Notes a fault with suggestions, a label or help.
    pub(in crate::formats) fn report(
        &self,
        place: Place,
        code: Code,
        message: impl Into<String>,
        complete: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        self.faults.borrow_mut().push((place.file, complete(Diagnostic::at(code, place.span, message))));
    }

    /// The known words nearest to an unknown one; none after the first two hundred unknown ones.
    pub(in crate::formats) fn nearest<'w>(&self, text: &str, known: impl IntoIterator<Item = &'w str>) -> Vec<String> {
        let left = self.suggestions_left.get();
        self.suggestions_left.set(left.saturating_sub(1));
        if left == 0 { Vec::new() } else { suggest(text, known) }
    }

    /// The file of a place.
    pub(super) fn file(&self, place: Place) -> Option<Arc<TextFile>> {
        self.files.get(place.file).cloned()
    }

    /// `graph.toml:12`, for messages about two places.
    pub(in crate::formats) fn describe(&self, place: Place) -> String {
        self.files
            .get(place.file)
            .map_or_else(String::new, |file| format!("{}:{}", file.name, file.line_and_column(place.span.start).0))
    }

    /// Every fault, by file, then by place. Where a section of a file is no valid TOML, nothing else is said of that
    /// section: what was recovered of it is guesswork.
    pub(in crate::formats) fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults.into_inner();
        let begin = |file: usize, fault: &Diagnostic| {
            fault.span.map_or(0, |span| section_begin(&self.files[file].text, span.start))
        };
        let broken: Vec<(usize, usize)> = faults
            .iter()
            .filter(|(_, fault)| fault.code == Code::Toml)
            .map(|(file, fault)| (*file, begin(*file, fault)))
            .collect();
        if !broken.is_empty() {
            faults.retain(|(file, fault)| fault.code == Code::Toml || !broken.contains(&(*file, begin(*file, fault))));
        }
        faults.sort_by_key(|(file, fault)| (*file, fault.span));
        faults.into_iter().map(|(file, diagnostic)| Fault { file: Arc::clone(&self.files[file]), diagnostic }).collect()
    }
}

/// Where the section (`[graph]`, `[[edge]]`) begins that a byte stands in.
fn section_begin(text: &str, byte: usize) -> usize {
    let before = &text.as_bytes()[..(byte + 1).min(text.len())];
    before.windows(2).rposition(|pair| pair == b"\n[").map_or(0, |newline| newline + 1)
}
