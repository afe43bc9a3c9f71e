//! Pictures: a drawing is given places and written as SVG, a page that stands alone, DOT or Mermaid.
//!
//! Nothing here knows answers, the language or a terminal: `answer` says what is drawn ([`Drawing`]), and this room how.

mod dot;
mod drawing;
mod format;
pub(crate) mod graphviz;
mod html;
mod key;
pub mod layout;
mod markup;
mod measure;
mod mermaid;
mod palette;
mod svg;

pub use crate::graph::{Hue, Look, Shape};
pub use drawing::{Arrow, Drawing, Marks, Movement, Node, Part, Terms, Weight};
pub use format::{Format, write};
pub use layout::{Layout, layout};
pub use svg::svg;
