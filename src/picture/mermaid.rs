//! Mermaid flowcharts, as GitHub draws them.

use std::fmt::Write as _;

use indexmap::{IndexMap, IndexSet};

use super::{Arrow, Drawing, Look, Node, Part, Shape, Weight, key, palette};
use crate::graph::Sign;

/// A drawing as a flowchart. Nodes have made-up ids, since names may be words of Mermaid; remarks stand in a box without
/// border.
pub(super) fn write(drawing: &Drawing) -> String {
    let mut text = String::new();
    if !drawing.title.is_empty() {
        let _ = writeln!(text, "---\ntitle: {}\n---", front_matter(&drawing.title));
    }
    text.push_str("flowchart TB\n");
    let looks: IndexSet<Look> = drawing.nodes.iter().map(|node| node.look).collect();
    for (place, node) in drawing.nodes.iter().enumerate() {
        let [open, close] = brackets(node.look.shape);
        let look = looks.get_index_of(&node.look).unwrap_or_default();
        let _ = writeln!(text, "  n{place}{open}\"{}\"{close}:::look{look}", escaped(&node.caption()));
    }
    for arrow in &drawing.arrows {
        let label = Some(&arrow.label).filter(|label| !label.is_empty());
        let label = label.map_or_else(String::new, |label| format!("|\"{}\"|", escaped(label)));
        let _ = writeln!(text, "  n{} {}{label} n{}", arrow.from, line(arrow), arrow.to);
    }
    write_remarks(&mut text, drawing);
    write_styles(&mut text, drawing, &looks);
    text
}

fn write_remarks(text: &mut String, drawing: &Drawing) {
    let key = key::line(drawing, ["arrow", "cross", "circle"]);
    let lines = drawing.remarks.iter().chain([&key, &drawing.foot]).filter(|line| !line.is_empty());
    let lines: Vec<String> = lines.map(|line| escaped(line)).collect();
    if !lines.is_empty() {
        let _ = writeln!(text, "  remarks[\"{}\"]:::remarks", lines.join("<br/>"));
        // In the colour of the page's own text, which may be light on dark.
        text.push_str("  classDef remarks fill:none,stroke:none\n");
    }
}

fn write_styles(text: &mut String, drawing: &Drawing, looks: &IndexSet<Look>) {
    for (place, look) in looks.iter().enumerate() {
        let (fill, line, ink) = (palette::fill(look.hue), palette::outline(look.hue), palette::INK);
        let _ = writeln!(text, "  classDef look{place} fill:{fill},stroke:{line},color:{ink}");
    }
    let named = |node: &&Node| node.part != Part::Between;
    let places = drawing.nodes.iter().enumerate().filter(|(_, node)| named(node));
    for (place, _) in places {
        let _ = writeln!(text, "  style n{place} stroke-width:3px");
    }
    write_line_styles(text, drawing);
}

/// Colours by sign, dashes as in the SVG. A second style of a line would take the place of its first, so each has one.
/// Labels keep the colours of the page, whatever it lies on.
fn write_line_styles(text: &mut String, drawing: &Drawing) {
    let mut places: IndexMap<String, Vec<String>> = IndexMap::new();
    for (place, arrow) in drawing.arrows.iter().enumerate() {
        places.entry(line_style(arrow)).or_default().push(place.to_string());
    }
    for (style, places) in places {
        let _ = writeln!(text, "  linkStyle {} {style}", places.join(","));
    }
}

fn line_style(arrow: &Arrow) -> String {
    let dash = match (arrow.weight, arrow.sign) {
        (Weight::Documented, _) => ",stroke-dasharray:2 3",
        (_, Some(Sign::Negative)) => ",stroke-dasharray:7 3",
        (_, Some(Sign::Positive) | None) => "",
    };
    let width = if arrow.weight == Weight::Opposing { ",stroke-width:1px" } else { "" };
    format!("stroke:{}{dash}{width}", palette::line_anywhere(arrow.sign))
}

/// The signs round a label that give a node its shape.
const fn brackets(shape: Shape) -> [&'static str; 2] {
    match shape {
        Shape::Rectangle | Shape::Octagon => ["[", "]"],
        Shape::Rounded => ["(", ")"],
        Shape::Stadium | Shape::Ellipse => ["([", "])"],
        Shape::Hexagon => ["{{", "}}"],
        Shape::Parallelogram => ["[/", "/]"],
        Shape::DoubleSided => ["[[", "]]"],
    }
}

/// An arrow for what raises, a cross for what lowers, neither for what has no sign.
const fn line(arrow: &Arrow) -> &'static str {
    match (arrow.weight, arrow.sign) {
        (Weight::Main, Some(Sign::Positive)) => "==>",
        (Weight::Main, Some(Sign::Negative)) => "==x",
        (Weight::Main, None) => "==o",
        (Weight::Plain | Weight::Opposing, Some(Sign::Positive)) => "-->",
        (Weight::Plain | Weight::Opposing, Some(Sign::Negative)) => "--x",
        (Weight::Plain | Weight::Opposing, None) => "--o",
        (Weight::Documented, Some(Sign::Positive)) => "-.->",
        (Weight::Documented, Some(Sign::Negative)) => "-.-x",
        (Weight::Documented, None) => "-.-o",
    }
}

/// A text in double quotes in which nothing has a meaning of its own: letters, digits and the commonest marks stand, all
/// else is an entity code.
fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' => shown.push_str("<br/>"),
            plain if plain.is_alphanumeric() || !plain.is_ascii() || " ,.-/()'+=:?!".contains(plain) => {
                shown.push(plain);
            }
            control if control.is_control() => shown.push(' '),
            other => {
                let _ = write!(shown, "#{};", u32::from(other));
            }
        }
    }
    list_like(shown)
}

/// Mermaid reads labels as Markdown, and refuses those that begin as a list does: `1. `, `- `, `+ `.
fn list_like(text: String) -> String {
    let mark = text.find(|letter: char| !letter.is_ascii_digit()).filter(|&place| {
        let (digits, rest) = text.split_at(place);
        let begins = |mark: &str| rest.starts_with(mark);
        if digits.is_empty() { begins("- ") || begins("+ ") } else { begins(". ") || begins(") ") }
    });
    let Some(place) = mark else { return text };
    let (digits, rest) = text.split_at(place);
    let mut letters = rest.chars();
    let code = letters.next().map_or(0, u32::from);
    format!("{digits}#{code};{}", letters.as_str())
}

/// A text of YAML in double quotes.
fn front_matter(text: &str) -> String {
    let printable: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    format!("\"{}\"", printable.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_label_has_a_meaning_of_its_own() {
        for (text, expected) in [
            ("LH", "LH"),
            ("17β-estradiol", "17β-estradiol"),
            ("end", "end"),
            ("say \"LH\"", "say #34;LH#34;"),
            ("a#b;c", "a#35;b#59;c"),
            ("[x] {y} <z> & |w|", "#91;x#93; #123;y#125; #60;z#62; #38; #124;w#124;"),
            ("`code` *bold* _it_", "#96;code#96; #42;bold#42; #95;it#95;"),
            ("1. step", "1#46; step"),
            ("- step", "#45; step"),
            ("-5", "-5"),
            ("two\nlines", "two<br/>lines"),
        ] {
            assert_eq!(escaped(text), expected, "{text}");
        }
    }

    #[test]
    fn titles_stay_in_their_quotes() {
        assert_eq!(front_matter("a \"b\" \\ c\nd"), "\"a \\\"b\\\" \\\\ c d\"");
    }

    #[test]
    fn each_line_has_one_style() {
        let weights = [Weight::Main, Weight::Plain, Weight::Opposing, Weight::Documented];
        let signs = [Some(Sign::Positive), Some(Sign::Negative), None];
        let arrow = |(weight, sign)| Arrow { from: 0, to: 0, label: String::new(), sign, weight, details: Vec::new() };
        let pairs = weights.into_iter().flat_map(|weight| signs.map(|sign| (weight, sign)));
        let drawing = Drawing { arrows: pairs.map(arrow).collect(), ..Drawing::default() };
        let text = write(&drawing);
        let styled = text.lines().filter_map(|line| line.trim().strip_prefix("linkStyle ")?.split(' ').next());
        let mut places: Vec<usize> =
            styled.flat_map(|places| places.split(',')).map(|place| place.parse().unwrap()).collect();
        places.sort_unstable();
        assert_eq!(places, (0..drawing.arrows.len()).collect::<Vec<_>>(), "{text}");
    }
}
