//! The SVG as others read it: parsed, and its places and colours looked at.

use std::collections::BTreeMap;

use endograph::graph::Sign;
use endograph::picture::layout::{Frame, Point};
use endograph::picture::{Arrow, Drawing, Look, Part, Shape, Terms, Weight, svg};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::arbitrary::{HUES, drawings};
use super::contrast::contrast;
use super::sketch;

/// An element with its attributes, and those of the groups that it is in, outermost first.
#[derive(Clone, Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    groups: Vec<BTreeMap<String, String>>,
}

impl Element {
    fn get(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).map(String::as_str)
    }

    fn number(&self, key: &str) -> f64 {
        self.get(key).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{key} of {self:?}"))
    }

    /// The class of the innermost group.
    fn class(&self) -> &str {
        self.groups.last().and_then(|group| group.get("class")).map_or("", String::as_str)
    }

    fn frame(&self) -> Frame {
        let [left, top, width, height] = ["x", "y", "width", "height"].map(|key| self.number(key));
        Frame { left, top, width, height }
    }

    /// The points that the element names.
    fn points(&self) -> Vec<Point> {
        match self.name.as_str() {
            "rect" if self.get("x").is_some() => {
                let frame = self.frame();
                vec![Point::new(frame.left, frame.top), Point::new(frame.right(), frame.bottom())]
            }
            "ellipse" => {
                let (x, y, across, down) = (self.number("cx"), self.number("cy"), self.number("rx"), self.number("ry"));
                vec![Point::new(x - across, y - down), Point::new(x + across, y + down)]
            }
            "text" => vec![Point::new(self.number("x"), self.number("y"))],
            "polygon" => pairs(self.get("points").unwrap_or_default()),
            // The question mark and the second sides of a box are written with relative commands.
            "path" if self.class() == "arrow" => pairs(self.get("d").unwrap_or_default()),
            _ => Vec::new(),
        }
    }
}

/// The numbers of a text, two by two.
fn pairs(text: &str) -> Vec<Point> {
    let words = text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.' || letter == '-'));
    let numbers: Vec<f64> = words.filter(|word| !word.is_empty()).map(|word| word.parse().expect("a number")).collect();
    numbers.chunks(2).map(|pair| Point::new(pair[0], pair[1])).collect()
}

/// All elements of an SVG; fails where it is not well-formed.
fn elements(svg: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut elements, mut open) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                elements.push(element(&start, &open));
                open.push(elements.last().map(|element| element.attributes.clone()).unwrap_or_default());
            }
            Event::Empty(start) => elements.push(element(&start, &open)),
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "all is closed");
    elements
}

fn element(start: &BytesStart<'_>, open: &[BTreeMap<String, String>]) -> Element {
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute");
        let key = attribute.key.as_ref().to_owned();
        let value = quick_xml::escape::unescape(&attribute.value).expect("escaped").into_owned();
        (key, value)
    });
    let name = start.name().as_ref().to_owned();
    Element { name, attributes: attributes.collect(), groups: open.to_vec() }
}

/// What must hold of every picture.
fn check(drawing: &Drawing) {
    let text = svg(drawing);
    assert_eq!(text, svg(&drawing.clone()), "the same bytes");
    let elements = elements(&text);
    all_is_on_the_page(&elements);
    colours_differ(&elements);
    let count = |class: &str| elements.iter().filter(|element| element.get("class") == Some(class)).count();
    assert_eq!(count("node"), drawing.nodes.len());
    assert_eq!(count("arrow"), drawing.arrows.len());
    assert_eq!(count("label"), drawing.arrows.iter().filter(|arrow| !arrow.label.trim().is_empty()).count());
}

fn all_is_on_the_page(elements: &[Element]) {
    let root = &elements[0];
    let page = Frame { left: 0.0, top: 0.0, width: root.number("width"), height: root.number("height") };
    assert_eq!(root.get("viewBox"), Some(format!("0 0 {} {}", page.width, page.height).as_str()));
    for element in elements {
        let shift = element.groups.iter().find_map(|group| group.get("transform")).map(|shift| pairs(shift)[0]);
        for point in element.points() {
            let point = point.plus(shift.unwrap_or_default());
            assert!(page.holds(point), "{point:?} of {element:?} is not on {page:?}");
        }
    }
}

/// Text has a contrast of at least 4.5 with what is behind it; a line at least 3.
fn colours_differ(elements: &[Element]) {
    let mut behind = "#ffffff".to_owned();
    for element in elements {
        let filled = ["rect", "ellipse", "polygon"].contains(&element.name.as_str());
        match element.class() {
            "node" if filled && element.get("stroke").is_some() => {
                element.get("fill").expect("a fill").clone_into(&mut behind);
            }
            "label" if element.name == "rect" => element.get("fill").expect("a fill").clone_into(&mut behind),
            "node" | "label" => {}
            _ => "#ffffff".clone_into(&mut behind),
        }
        if element.name == "text" {
            let ink = element.get("fill").expect("a fill");
            assert!(contrast(ink, &behind) >= 4.5, "{ink} on {behind}: {element:?}");
        }
        let seen = element.get("stroke-opacity").is_none();
        if let Some(stroke) = element.get("stroke").filter(|_| seen) {
            assert!(contrast(stroke, "#ffffff") >= 3.0, "{stroke}");
            assert!(contrast(stroke, &behind) >= 3.0, "{stroke} on {behind}");
        }
    }
}

#[test]
fn pictures_are_read_as_they_were_meant() {
    for drawing in [sketch::axis(), sketch::simulation(), sketch::ring(), sketch::star(3, 60), sketch::large(80, 140)] {
        check(&drawing);
    }
}

#[test]
fn every_colour_can_be_read() {
    let mut drawing = sketch::ring();
    for hue in HUES {
        let look = Look { shape: Shape::Rounded, hue: *hue };
        drawing.nodes.push(endograph::picture::Node { look, ..sketch::node(&format!("{hue:?}"), "hormone") });
    }
    check(&drawing);
}

#[test]
fn no_two_kinds_of_line_look_alike_without_colour() {
    let mut looks = Vec::new();
    for head in ["->", "-|", "--"] {
        let text = format!("a; hormone\nb; hormone\na {head} b: acts");
        let picture = svg(&sketch::drawing("", &text));
        let arrow = elements(&picture).into_iter().filter(|element| element.class() == "arrow");
        let shape = |element: Element| {
            let commands: String =
                element.get("d").unwrap_or_default().chars().filter(char::is_ascii_alphabetic).collect();
            (element.name.clone(), commands, element.get("stroke-dasharray").map(str::to_owned))
        };
        looks.push(arrow.map(shape).collect::<Vec<_>>());
    }
    assert!(looks[0] != looks[1] && looks[1] != looks[2] && looks[0] != looks[2], "{looks:?}");
}

#[test]
fn a_page_finds_nodes_and_arrows() {
    let elements = elements(&svg(&sketch::axis()));
    let node = elements.iter().find(|element| element.get("data-name") == Some("Leydig cells")).expect("a node");
    assert_eq!((node.get("class"), node.get("id")), (Some("node"), Some("node-5")));
    assert_eq!(node.get("aria-label"), Some("Leydig cells, cell type"));
    let arrow = elements.iter().find(|element| element.get("id") == Some("arrow-1")).expect("an arrow");
    assert_eq!(
        (arrow.get("data-from"), arrow.get("data-to"), arrow.get("data-sign")),
        (Some("1"), Some("2"), Some("-"))
    );
    assert_eq!(arrow.get("aria-label"), Some("circulating testosterone suppresses GnRH (-)"));
}

#[test]
fn the_legend_tells_what_is_there_and_no_more() {
    let legend = |drawing: &Drawing| {
        let picture = svg(drawing);
        let shown = picture.split_once("class=\"legend\"").map(|(_, legend)| legend.to_owned()).unwrap_or_default();
        let words =
            ["drug", "cell type", "raises (+)", "lowers (-)", "no sign", "thick: the mechanism", "dotted", "rises"];
        words.into_iter().filter(|word| shown.contains(&format!(">{word}"))).collect::<Vec<_>>()
    };
    assert_eq!(legend(&sketch::ring()), ["cell type", "raises (+)", "lowers (-)", "thick: the mechanism"]);
    let simulation = ["drug", "cell type", "raises (+)", "lowers (-)", "no sign", "rises"];
    assert_eq!(legend(&sketch::simulation()), simulation);
    assert_eq!(legend(&Drawing::default()), [""; 0]);
}

/// Of each line of a legend: its marks, without their colours and places, its thickness and its text.
fn lines_of_legend(drawing: &Drawing) -> Vec<(Vec<String>, f64, String)> {
    let (mut lines, mut marks, mut thickness) = (Vec::new(), Vec::new(), 0.0);
    let text = svg(drawing);
    let mut words = text.split_once("class=\"legend\"").map_or("", |(_, legend)| legend).split("</text>");
    for element in elements(&text).into_iter().filter(|element| element.class() == "legend") {
        if element.name == "text" {
            let said = words.next().and_then(|words| words.rsplit_once('>')).map_or("", |(_, said)| said).to_owned();
            lines.push((std::mem::take(&mut marks), thickness, said));
        } else {
            let path: String = element.get("d").unwrap_or_default().chars().filter(char::is_ascii_alphabetic).collect();
            if marks.is_empty() {
                thickness = element.get("stroke-width").and_then(|width| width.parse().ok()).unwrap_or(0.0);
            }
            marks.push(format!("{} {path} {:?}", element.name, element.get("stroke-dasharray")));
        }
    }
    lines.retain(|(marks, ..)| marks.first().is_some_and(|mark| mark.starts_with("path")));
    lines
}

#[test]
fn no_two_lines_of_a_legend_look_alike_without_colour() {
    let mut drawing = sketch::axis();
    let weights = [Weight::Main, Weight::Opposing, Weight::Documented, Weight::Plain];
    for (number, weight) in weights.into_iter().enumerate() {
        for (place, sign) in [Some(Sign::Positive), Some(Sign::Negative), None].into_iter().enumerate() {
            let (from, to) = (number % 3, 3 + place);
            drawing.arrows.push(Arrow { from, to, label: String::new(), sign, weight, details: Vec::new() });
        }
    }
    let lines = lines_of_legend(&drawing);
    assert_eq!(lines.len(), 6, "{lines:?}");
    for (index, (marks, thickness, text)) in lines.iter().enumerate() {
        for (other_marks, other_thickness, other) in &lines[..index] {
            let ratio = thickness.max(*other_thickness) / thickness.min(*other_thickness);
            assert!(marks != other_marks || ratio > 1.8, "{text} and {other}");
        }
    }
}

#[test]
fn the_legend_says_what_is_heavy_and_what_bears_no_mark() {
    let mut drawing = sketch::simulation();
    let legend = |drawing: &Drawing| svg(drawing).split_once("class=\"legend\"").expect("a legend").1.to_owned();
    assert!(!legend(&drawing).contains("no mark") && !legend(&drawing).contains("heavy"));
    drawing.terms = Terms { centre: "answers", unmarked: "a step", ..Terms::default() };
    drawing.nodes[1].part = Part::Centre;
    drawing.nodes[1].movement = None;
    assert!(legend(&drawing).contains(">heavy: answers<") && legend(&drawing).contains(">no mark: a step<"));
}

#[test]
fn kinds_stand_in_the_order_of_the_nodes() {
    let drawing = sketch::drawing("", "a; hormone\nb; drug\nc; hormone\nd; cell type\na -> b: acts");
    let legend = svg(&drawing).split_once("class=\"legend\"").expect("a legend").1.to_owned();
    let places = ["hormone", "drug", "cell type"].map(|kind| legend.find(&format!(">{kind}<")));
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
}

#[test]
fn a_picture_needs_nothing_from_elsewhere() {
    let picture = svg(&sketch::axis());
    for word in ["href", "url(", "@import", "<script", "<style", "<image", "<foreignObject"] {
        assert!(!picture.contains(word), "{word}");
    }
    assert_eq!(picture.matches("http").count(), 1, "the name of the language");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_picture_is_well_formed(drawing in drawings(14)) {
        check(&drawing);
    }
}
