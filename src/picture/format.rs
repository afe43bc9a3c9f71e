//! The formats of pictures.

use std::path::Path;

use super::{Drawing, dot, html, mermaid, svg};

/// A format in which a drawing is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A vector graphic, for papers and browsers.
    Svg,
    /// A page that stands alone: the drawing to move, search and ask for its evidence.
    Html,
    /// Graphviz.
    Dot,
    /// What GitHub draws.
    Mermaid,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Svg, Self::Html, Self::Dot, Self::Mermaid];

    /// The word of `--format` and `.mode`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Html => "html",
            Self::Dot => "dot",
            Self::Mermaid => "mermaid",
        }
    }

    /// The endings of its files, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Svg => &["svg"],
            Self::Html => &["html", "htm"],
            Self::Dot => &["dot", "gv"],
            Self::Mermaid => &["mmd", "mermaid"],
        }
    }

    /// The format of a file, by its ending, whatever its case.
    pub fn of_file(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?;
        Self::ALL.into_iter().find(|format| format.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)))
    }
}

/// A drawing as text in a format, ending in a newline. Same drawing, same bytes.
pub fn write(drawing: &Drawing, format: Format) -> String {
    match format {
        Format::Svg => svg(drawing),
        Format::Html => html::page(drawing),
        Format::Dot => dot::write(drawing),
        Format::Mermaid => mermaid::write(drawing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_as_it_ends() {
        for (file, expected) in [
            ("lh.svg", Some(Format::Svg)),
            ("a.b/LH.SVG", Some(Format::Svg)),
            ("lh.htm", Some(Format::Html)),
            ("lh.gv", Some(Format::Dot)),
            ("lh.mmd", Some(Format::Mermaid)),
            ("lh.png", None),
            ("svg", None),
            (".svg", None),
            ("lh.", None),
            ("", None),
        ] {
            assert_eq!(Format::of_file(Path::new(file)), expected, "{file}");
        }
    }
}
