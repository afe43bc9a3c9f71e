use indexmap::IndexMap;

use super::sketch::Sketch;
use super::{MOST_ARROWS, MOST_NODES, NoPicture, drawing};
use crate::answer::{Answer, EvidenceItem, Glossary, GlossaryEntry, GraphStamp, PathRole, PathRow, Rows, Step, Table};
use crate::graph::{Hue, Look, Shape, Sign};
use crate::picture::{Drawing, Marks, Movement, Part, Weight};

const UP: Option<Sign> = Some(Sign::Positive);
const DOWN: Option<Sign> = Some(Sign::Negative);

fn step(from: &str, relation: &str, to: &str, sign: Option<Sign>, sources: &[&str]) -> Step {
    let evidence = sources.iter().map(|&source| EvidenceItem {
        source_name: None,
        source: source.to_owned(),
        section: String::new(),
        reference: None,
        certainty: "established".to_owned(),
        note: String::new(),
    });
    Step {
        from: from.to_owned(),
        relation: relation.to_owned(),
        to: to.to_owned(),
        sign,
        aspect: None,
        via_class: None,
        through: Vec::new(),
        context: IndexMap::new(),
        evidence: evidence.collect(),
        background: None,
        negated: false,
        quantities: Vec::new(),
        note: String::new(),
    }
}

fn path(steps: Vec<Step>, role: Option<PathRole>) -> PathRow {
    let first = steps.first().map(|step| step.from.clone());
    let entities = first.into_iter().chain(steps.iter().map(|step| step.to.clone())).collect();
    PathRow { entities, hops: u32::try_from(steps.len()).unwrap(), steps, net: UP, role }
}

fn answer(rows: Rows) -> Answer {
    let entry = GlossaryEntry {
        kind: "hormone".to_owned(),
        look: Look { shape: Shape::Ellipse, hue: Hue::Blue },
        definition: "of the pituitary".to_owned(),
        synonyms: vec!["lutropin".to_owned()],
    };
    let usual = IndexMap::from([("dosing".to_owned(), "pulsatile".to_owned())]);
    Answer {
        statement: "path a -> LH".to_owned(),
        rows,
        complete: true,
        notes: Vec::new(),
        graph: GraphStamp { name: "hpg".to_owned(), version: "1.0.0".to_owned() },
        glossary: Glossary { entries: IndexMap::from([("LH".to_owned(), entry)]), usual_contexts: usual },
    }
}

fn drawn(paths: Vec<PathRow>) -> Drawing {
    drawing(&answer(Rows::Paths(paths))).expect("paths are drawn")
}

/// `a -stimulates> LH`, one an arrow.
fn arrows(drawing: &Drawing) -> Vec<String> {
    let name = |place: usize| drawing.nodes[place].name.as_str();
    drawing.arrows.iter().map(|arrow| format!("{} -{}> {}", name(arrow.from), arrow.label, name(arrow.to))).collect()
}

#[test]
fn steps_of_several_paths_are_one_arrow() {
    let both = drawn(vec![
        path(vec![step("a", "stimulates", "b", UP, &["one"]), step("b", "stimulates", "LH", UP, &["two"])], None),
        path(vec![step("a", "stimulates", "b", UP, &["one", "three"]), step("b", "produces", "LH", UP, &[])], None),
    ]);
    assert_eq!(arrows(&both), ["a -stimulates> b", "b -stimulates; produces> LH"]);
    assert_eq!(both.arrows[0].details, ["a stimulates b [1][3]", "[1] one (established)", "[3] three (established)"]);
    assert_eq!(both.arrows[1].details, ["b stimulates LH [2]", "b produces LH", "[2] two (established)"]);
    let parts: Vec<Part> = both.nodes.iter().map(|node| node.part).collect();
    assert_eq!(parts, [Part::Source, Part::Between, Part::Target]);
    assert_eq!((both.title.as_str(), both.foot.as_str()), ("a → LH", "path a -> LH · hpg 1.0.0"));
}

#[test]
fn what_has_another_sign_or_is_stated_stays_apart() {
    let documented = Step { background: Some("on TRT".to_owned()), ..step("a", "stimulates", "LH", UP, &[]) };
    let paths = [step("a", "stimulates", "LH", UP, &[]), step("a", "inhibits", "LH", DOWN, &[]), documented];
    let drawing = drawn(paths.into_iter().map(|step| path(vec![step], None)).collect());
    assert_eq!(arrows(&drawing), ["a -stimulates> LH", "a -inhibits> LH", "a -stimulates, on TRT> LH"]);
    let weights: Vec<Weight> = drawing.arrows.iter().map(|arrow| arrow.weight).collect();
    assert_eq!(weights, [Weight::Plain, Weight::Plain, Weight::Documented]);
}

#[test]
fn an_arrow_of_the_mechanism_is_drawn_as_such_though_another_path_opposes() {
    let first = || step("a", "stimulates", "b", UP, &[]);
    let drawing = drawn(vec![
        path(vec![first(), step("b", "inhibits", "LH", DOWN, &[])], Some(PathRole::Damping)),
        path(vec![first(), step("b", "stimulates", "LH", UP, &[])], Some(PathRole::Supporting)),
    ]);
    let weights: Vec<Weight> = drawing.arrows.iter().map(|arrow| arrow.weight).collect();
    assert_eq!(weights, [Weight::Main, Weight::Opposing, Weight::Main]);
}

#[test]
fn only_unusual_contexts_stand_beside_an_arrow() {
    for (value, expected) in [("pulsatile", "stimulates"), ("continuous", "stimulates, continuous")] {
        let context = IndexMap::from([("dosing".to_owned(), value.to_owned())]);
        let drawing = drawn(vec![path(vec![Step { context, ..step("a", "stimulates", "LH", UP, &[]) }], None)]);
        assert_eq!(drawing.arrows[0].label, expected);
        assert!(drawing.arrows[0].details[0].contains(value), "{:?}", drawing.arrows[0].details);
    }
}

#[test]
fn the_glossary_says_what_nodes_are() {
    let drawing = drawn(vec![path(vec![step("a", "stimulates", "LH", UP, &[])], None)]);
    let [unknown, known] = &drawing.nodes[..] else { panic!("two nodes") };
    assert_eq!((unknown.kind.as_str(), unknown.look, unknown.details.len()), ("", Look::default(), 0));
    assert_eq!((known.kind.as_str(), known.look.hue), ("hormone", Hue::Blue));
    assert_eq!(known.details, ["of the pituitary", "also lutropin"]);
}

#[test]
fn what_does_not_fit_is_told() {
    let long = (0..MOST_NODES).map(|place| path(vec![step(&format!("a{place}"), "stimulates", "LH", UP, &[])], None));
    let drawing = drawn(long.collect());
    assert_eq!((drawing.nodes.len(), drawing.arrows.len()), (MOST_NODES, MOST_NODES - 1));
    assert!(drawing.remarks.contains(&"left out of the picture: 1 of 80 rows, to keep it to 80 entities".to_owned()));
    let absent = Step { negated: true, ..step("a", "stimulates", "LH", UP, &[]) };
    let drawing = drawn(vec![path(vec![absent], None), path(vec![step("b", "inhibits", "LH", DOWN, &[])], None)]);
    assert_eq!(arrows(&drawing), ["b -inhibits> LH"]);
    assert!(drawing.remarks.contains(&"not drawn: 1 effect is stated to be absent".to_owned()));
}

#[test]
fn names_from_files_act_on_nothing() {
    let drawing = drawn(vec![path(vec![step("a\nb", "\u{1b}[1m", "\u{202e}c", UP, &["d\te"])], None)]);
    let texts = [&drawing.nodes[0].name, &drawing.nodes[1].name, &drawing.arrows[0].label, &drawing.title];
    assert_eq!(texts, ["a b", "\\u{202e}c", "\\u{1b}[1m", "a b → \\u{202e}c"]);
    assert!(drawing.arrows[0].details.iter().all(|line| !line.contains(char::is_control)));
}

#[test]
fn what_has_no_steps_has_no_picture() {
    assert_eq!(drawing(&answer(Rows::Paths(Vec::new()))), Err(NoPicture::Empty));
    assert_eq!(drawing(&answer(Rows::Table(Table::default()))), Err(NoPicture::Kind("a table")));
}

#[test]
fn arrows_are_bounded_as_nodes_are() {
    let names: Vec<String> = (0..20).map(|place| format!("n{place}")).collect();
    let pairs = names.iter().flat_map(|from| names.iter().filter(move |to| *to != from).map(move |to| (from, to)));
    let drawing = drawn(pairs.map(|(from, to)| path(vec![step(from, "stimulates", to, UP, &[])], None)).collect());
    assert_eq!(drawing.arrows.len(), MOST_ARROWS);
    let told = "left out of the picture: 220 of 380 rows, to keep it to 160 arrows".to_owned();
    assert!(drawing.remarks.contains(&told), "{:?}", drawing.remarks);
}

#[test]
fn of_what_rows_say_differently_there_is_no_mark() {
    for (said, expected) in [
        (vec![Some(Movement::Up)], Some(Movement::Up)),
        (vec![Some(Movement::Up), Some(Movement::Up)], Some(Movement::Up)),
        (vec![Some(Movement::Up), Some(Movement::Down)], None),
        (vec![Some(Movement::Up), Some(Movement::Down), Some(Movement::Up)], None),
        (vec![None, Some(Movement::Up)], None),
        (vec![Some(Movement::Ambiguous)], Some(Movement::Ambiguous)),
    ] {
        let glossary = Glossary::default();
        let steps = [step("a", "stimulates", "LH", UP, &[])];
        let mut sketch = Sketch::new(&glossary);
        sketch.draw(&steps, Weight::Plain, None);
        for movement in &said {
            sketch.moves("LH", *movement);
        }
        let drawing = sketch.finish().expect("an arrow");
        assert_eq!(drawing.nodes[1].movement, expected, "{said:?}");
    }
}

#[test]
fn what_stands_on_paths_moves_along_them() {
    let cascade = [step("a", "inhibits", "b", DOWN, &[]), step("b", "inhibits", "c", DOWN, &[])];
    let shortcut = [step("a", "stimulates", "b", UP, &[]), step("b", "stimulates", "LH", UP, &[])];
    let unsigned = [step("a", "is a", "c", None, &[]), step("c", "stimulates", "LH", UP, &[])];
    let (up, down) = (Some(Movement::Up), Some(Movement::Down));
    for (paths, said, expected) in [
        (vec![&cascade], vec![], vec![("a", None), ("b", down), ("c", up)]),
        (vec![&cascade, &shortcut], vec![], vec![("a", None), ("b", None), ("c", up), ("LH", up)]),
        (vec![&unsigned], vec![], vec![("a", None), ("c", None), ("LH", None)]),
        // What is said of an entity itself goes before it, also that nothing is known.
        (vec![&cascade], vec![("c", down), ("a", up)], vec![("a", up), ("b", down), ("c", down)]),
        (vec![&cascade], vec![("c", None)], vec![("a", None), ("b", down), ("c", None)]),
    ] {
        let glossary = Glossary::default();
        let mut sketch = Sketch::new(&glossary);
        for path in &paths {
            sketch.draw(*path, Weight::Plain, None);
            sketch.follow(*path);
        }
        for (name, movement) in said {
            sketch.moves(name, movement);
        }
        let drawing = sketch.finish().expect("arrows");
        let found: Vec<_> = drawing.nodes.iter().map(|node| (node.name.as_str(), node.movement)).collect();
        assert_eq!(found, expected);
        let marked_between = found.iter().any(|(name, movement)| *name == "b" && movement.is_some());
        assert_eq!(drawing.marks == Marks::Courses, marked_between || found.contains(&("LH", up)), "{found:?}");
    }
}

#[test]
fn a_path_that_ignores_directions_joins_its_ends() {
    let steps = vec![step("GnRH", "stimulates", "LH", UP, &[]), step("GnRH", "stimulates", "FSH", UP, &[])];
    let entities = ["LH", "GnRH", "FSH"].map(str::to_owned).to_vec();
    let row = PathRow { entities, hops: 2, steps, net: UP, role: None };
    assert_eq!(drawn(vec![row]).title, "LH ↔ FSH");
}
