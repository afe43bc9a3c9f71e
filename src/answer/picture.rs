//! What `draw` answers with.

use serde::Serialize;

use super::words::counted;
use crate::picture::{Drawing, Format};

/// A picture that is to stand in a file. Who runs the statement writes it: the library touches no file.
#[derive(Clone, Debug, Serialize)]
pub struct PictureRow {
    /// The file, as the statement names it.
    pub file: String,
    /// How it is written: `svg`.
    #[serde(serialize_with = "word")]
    pub format: Format,
    /// The picture.
    #[serde(skip)]
    pub drawing: Drawing,
    /// How many nodes it has.
    pub nodes: usize,
    /// How many arrows.
    pub arrows: usize,
}

impl PictureRow {
    /// A drawing and where it is to stand.
    pub fn new(file: String, format: Format, drawing: Drawing) -> Self {
        Self { file, format, nodes: drawing.nodes.len(), arrows: drawing.arrows.len(), drawing }
    }

    /// `drawn: lh.svg, 12 nodes, 15 arrows`
    pub(super) fn sentence(&self) -> String {
        let (nodes, arrows) = (counted(self.nodes, "node", "nodes"), counted(self.arrows, "arrow", "arrows"));
        format!("drawn: {}, {nodes}, {arrows}", self.file)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn word<S: serde::Serializer>(format: &Format, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(format.as_str())
}
