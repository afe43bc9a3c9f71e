//! Graphviz.

use std::fmt::Write as _;

use super::graphviz::{head, label, outline, quoted};
use super::measure::wrap;
use super::{Arrow, Drawing, Node, Part, Weight, key, palette};
use crate::graph::Sign;

/// A font of which Graphviz knows the widths wherever it runs.
const FONT: &str = "Helvetica";
/// The font size of names, the usual one of Graphviz.
const SIZE: f64 = 14.0;
/// How wide a line of a name is, and one of the words at the top.
const WIDEST_NAME: f64 = 170.0;
const WIDEST_LINE: f64 = 900.0;

/// A drawing as a digraph that `dot` lays out. The details are tooltips.
pub(super) fn write(drawing: &Drawing) -> String {
    let mut text = format!("digraph {} {{\n", quoted(&drawing.title));
    let key = key::line(drawing, ["arrow", "bar", "open head"]);
    let words: Vec<&str> = std::iter::once(drawing.title.as_str())
        .chain(drawing.remarks.iter().map(String::as_str))
        .chain([key.as_str(), drawing.foot.as_str()])
        .filter(|line| !line.is_empty())
        .collect();
    let words: Vec<String> = words.into_iter().flat_map(|line| wrap(line, SIZE, WIDEST_LINE, usize::MAX)).collect();
    let _ = writeln!(text, "  graph [label={}, labelloc=t, fontname=\"{FONT}\"];", label(&words.join("\n")));
    let _ = writeln!(text, "  node [fontname=\"{FONT}\", style=filled];");
    let _ = writeln!(text, "  edge [fontname=\"{FONT}\", fontsize=11];");
    for node in &drawing.nodes {
        write_node(&mut text, node);
    }
    for arrow in &drawing.arrows {
        write_arrow(&mut text, drawing, arrow);
    }
    text.push_str("}\n");
    text
}

fn write_node(text: &mut String, node: &Node) {
    let (shape, style) = outline(node.look.shape);
    let style = style.map_or_else(|| String::from("filled"), |style| format!("filled,{style}"));
    let width = if node.part == Part::Between { 1 } else { 3 };
    let _ = writeln!(
        text,
        "  {} [label={}, shape={shape}, style={}, fillcolor=\"{}\", color=\"{}\", penwidth={width}, tooltip={}];",
        quoted(&node.name),
        label(&wrap(&node.caption(), SIZE, WIDEST_NAME, usize::MAX).join("\n")),
        quoted(&style),
        palette::fill(node.look.hue),
        palette::outline(node.look.hue),
        label(&told(node)),
    );
}

fn write_arrow(text: &mut String, drawing: &Drawing, arrow: &Arrow) {
    let name = |place: usize| drawing.nodes.get(place).map_or("", |node| node.name.as_str());
    let width = match arrow.weight {
        Weight::Main => "2.5",
        Weight::Plain => "1.5",
        Weight::Opposing => "0.8",
        Weight::Documented => "1.3",
    };
    let style = match (arrow.weight, arrow.sign) {
        (Weight::Documented, _) => "dotted",
        (_, Some(Sign::Negative)) => "dashed",
        (_, Some(Sign::Positive) | None) => "solid",
    };
    let colour = palette::line(arrow.sign);
    let _ = writeln!(
        text,
        "  {} -> {} [label={}, arrowhead={}, style={style}, penwidth={width}, color=\"{colour}\", fontcolor=\"{colour}\", tooltip={}];",
        quoted(name(arrow.from)),
        quoted(name(arrow.to)),
        label(&arrow.label),
        head(arrow.sign),
        label(&arrow.details.join("\n")),
    );
}

/// The name in one piece, its kind, and more about it.
fn told(node: &Node) -> String {
    let lines = [node.name.as_str(), node.kind.as_str()].into_iter().filter(|line| !line.is_empty());
    lines.chain(node.details.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Look;

    #[test]
    fn long_names_and_remarks_take_several_lines() {
        let name = "a name of a protein complex that goes on and on ".repeat(4);
        let node = Node {
            name: name.trim().to_owned(),
            kind: "protein".to_owned(),
            look: Look::default(),
            part: Part::Between,
            movement: None,
            details: Vec::new(),
        };
        let drawing = Drawing { nodes: vec![node], remarks: vec![name.repeat(4)], ..Drawing::default() };
        let text = write(&drawing);
        let labels = text.split("label=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let longest = labels.flat_map(|label| label.split("\\n")).map(str::len).max();
        assert!(longest.is_some_and(|longest| longest < 150), "{text}");
        assert!(text.contains(&format!("tooltip=\"{}", name.trim())), "{text}");
        let node = text.lines().find(|line| line.contains("fillcolor")).unwrap_or_default();
        let label = node.split("label=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        assert!(label.split("\\n").count() > 4 && !label.contains('…'), "{label}");
    }
}
