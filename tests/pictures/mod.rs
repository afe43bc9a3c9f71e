//! Pictures: what a layout promises of its geometry, and the SVG that is written.

mod arbitrary;
mod contrast;
mod geometry;
mod outline;
mod sketch;
mod written;
