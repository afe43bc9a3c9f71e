//! A page that stands alone.

use super::{Drawing, svg};

/// A drawing as a page.
pub(super) fn page(drawing: &Drawing) -> String {
    svg(drawing)
}
