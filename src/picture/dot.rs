//! Graphviz.

use std::fmt::Write as _;

use super::graphviz::{head, label, outline, quoted};
use super::palette;
use super::{Arrow, Drawing, Node, Part, Weight};

/// A drawing as a digraph that `dot` lays out. The details are tooltips.
pub(super) fn write(drawing: &Drawing) -> String {
    let mut text = format!("digraph {} {{\n", quoted(&drawing.title));
    let words: Vec<&str> = std::iter::once(drawing.title.as_str())
        .chain(drawing.remarks.iter().map(String::as_str))
        .chain(Some(drawing.foot.as_str()).filter(|foot| !foot.is_empty()))
        .collect();
    let _ = writeln!(text, "  graph [label={}, labelloc=t, fontname=\"sans-serif\"];", label(&words.join("\n")));
    text.push_str("  node [fontname=\"sans-serif\", style=filled];\n  edge [fontname=\"sans-serif\", fontsize=11];\n");
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
        label(&node.caption()),
        quoted(&style),
        palette::fill(node.look.hue),
        palette::outline(node.look.hue),
        label(&told(&node.kind, &node.details)),
    );
}

fn write_arrow(text: &mut String, drawing: &Drawing, arrow: &Arrow) {
    let name = |place: usize| drawing.nodes.get(place).map_or("", |node| node.name.as_str());
    let (style, width) = match arrow.weight {
        Weight::Main => ("solid", 2),
        Weight::Plain => ("solid", 1),
        Weight::Opposing => ("dashed", 1),
        Weight::Documented => ("dotted", 1),
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

fn told(kind: &str, details: &[String]) -> String {
    let lines = Some(kind).filter(|kind| !kind.is_empty()).into_iter().chain(details.iter().map(String::as_str));
    lines.collect::<Vec<_>>().join("\n")
}
