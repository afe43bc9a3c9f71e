//! Pictures: a drawing is given places and written as SVG, a page that stands alone, DOT or Mermaid.
//!
//! Nothing here knows answers, the language or a terminal: `answer` says what is drawn ([`Drawing`]), and this room how.

mod drawing;
pub mod layout;
mod measure;
mod svg;

pub use drawing::{Arrow, Drawing, Hue, Look, Movement, Node, Part, Shape, Weight};
pub use layout::{Layout, layout};
pub use svg::svg;
