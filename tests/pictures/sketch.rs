//! Drawings written down in a few lines, and made by rule.

use endograph::graph::Sign;
use endograph::picture::{Arrow, Drawing, Hue, Look, Movement, Node, Part, Shape, Weight};

/// The looks that kinds have in these drawings.
const LOOKS: &[(&str, Shape, Hue)] = &[
    ("drug", Shape::Hexagon, Hue::Vermilion),
    ("hormone", Shape::Rounded, Hue::Blue),
    ("cell type", Shape::Ellipse, Hue::Green),
    ("receptor", Shape::DoubleSided, Hue::Purple),
    ("process", Shape::Stadium, Hue::Yellow),
    ("condition", Shape::Octagon, Hue::Orange),
    ("measure", Shape::Parallelogram, Hue::SkyBlue),
    ("tissue", Shape::Rectangle, Hue::Grey),
];

/// A drawing from lines. A node is `name; kind`, then words: `source`, `target`, `up`, `down`, `either`, `same`. An
/// arrow is `name -> name: label`, `-|` for a negative one and `--` for one without sign, then `; main`, `; opposing` or
/// `; documented`. Nodes stand before the arrows that name them.
pub fn drawing(title: &str, text: &str) -> Drawing {
    let mut drawing = Drawing {
        title: title.to_owned(),
        remarks: vec!["Likely: nine of ten worlds agree.".to_owned()],
        foot: "endograph 0.1.0 · graph male-hpg-axis 2026-11-20".to_owned(),
        ..Drawing::default()
    };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (line, rest) = line.split_once("; ").unwrap_or((line, ""));
        let heads = [(" -> ", Some(Sign::Positive)), (" -| ", Some(Sign::Negative)), (" -- ", None)];
        let head = heads.into_iter().find_map(|(head, sign)| Some((line.split_once(head)?, sign)));
        match head {
            Some(((from, to), sign)) => drawing.arrows.push(arrow(&drawing, from, to, sign, rest)),
            None => drawing.nodes.push(node(line, rest)),
        }
    }
    drawing
}

fn arrow(drawing: &Drawing, from: &str, to: &str, sign: Option<Sign>, rest: &str) -> Arrow {
    let (to, label) = to.split_once(": ").unwrap_or((to, ""));
    let find =
        |name: &str| drawing.nodes.iter().position(|node| node.name == name).unwrap_or_else(|| panic!("no {name}"));
    let weight = match rest {
        "main" => Weight::Main,
        "opposing" => Weight::Opposing,
        "documented" => Weight::Documented,
        _ => Weight::Plain,
    };
    let details = vec![format!("{from} {label} {to}"), "Established: Handelsman 2020".to_owned()];
    Arrow { from: find(from), to: find(to), label: label.to_owned(), sign, weight, details }
}

/// A node of a kind, with the look of that kind.
pub fn node(name: &str, rest: &str) -> Node {
    let mut words = rest.split("; ");
    let kind = words.next().unwrap_or_default().to_owned();
    let look = LOOKS.iter().find(|(name, ..)| *name == kind);
    let mut node = Node {
        name: name.to_owned(),
        look: look.map_or(Look { shape: Shape::Rounded, hue: Hue::Grey }, |(_, shape, hue)| Look {
            shape: *shape,
            hue: *hue,
        }),
        kind,
        part: Part::Between,
        movement: None,
        details: vec!["A definition, and synonyms.".to_owned()],
    };
    for word in words {
        match word {
            "source" => node.part = Part::Source,
            "target" => node.part = Part::Target,
            "up" => node.movement = Some(Movement::Up),
            "down" => node.movement = Some(Movement::Down),
            "either" => node.movement = Some(Movement::Ambiguous),
            "same" => node.movement = Some(Movement::Unmoved),
            other => panic!("{other}"),
        }
    }
    node
}

/// The mechanism behind "exogenous testosterone suppresses spermatogenesis", with feedback.
pub fn axis() -> Drawing {
    drawing(
        "Exogenous testosterone suppresses spermatogenesis",
        "exogenous testosterone; drug; source
         circulating testosterone; hormone
         GnRH; hormone
         LH; hormone
         FSH; hormone
         Leydig cells; cell type
         intratesticular testosterone; hormone
         Sertoli cells; cell type
         inhibin B; hormone
         estradiol; hormone
         spermatogenesis; process; target
         exogenous testosterone -> circulating testosterone: raises; main
         circulating testosterone -| GnRH: suppresses; main
         circulating testosterone -> estradiol: is aromatised to
         estradiol -| GnRH: suppresses
         estradiol -| LH: suppresses
         GnRH -> LH: stimulates the secretion of; main
         GnRH -> FSH: stimulates the secretion of
         LH -> Leydig cells: stimulates; main
         Leydig cells -> intratesticular testosterone: secrete; main
         intratesticular testosterone -> circulating testosterone: passes into
         intratesticular testosterone -> Sertoli cells: stimulates; main
         intratesticular testosterone -> spermatogenesis: maintains
         FSH -> Sertoli cells: stimulates
         Sertoli cells -> inhibin B: secrete
         inhibin B -| FSH: inhibits; opposing
         Sertoli cells -> spermatogenesis: support; main
         exogenous testosterone -| spermatogenesis: suppresses; documented",
    )
}

/// What a simulation shows, with a movement on each node.
pub fn simulation() -> Drawing {
    drawing(
        "Exogenous testosterone up, hCG up",
        "exogenous testosterone; drug; source; up
         hCG; drug; source; up
         circulating testosterone; hormone; up
         GnRH; hormone; down
         LH; hormone; down
         FSH; hormone; down
         Leydig cells; cell type; either
         intratesticular testosterone; hormone; either
         Sertoli cells; cell type; either
         hematocrit; measure; up
         SHBG; hormone; same
         spermatogenesis; process; target; either
         exogenous testosterone -> circulating testosterone: raises
         hCG -> Leydig cells: mimics LH on
         circulating testosterone -| GnRH: suppresses
         GnRH -> LH: stimulates
         GnRH -> FSH: stimulates
         LH -> Leydig cells: stimulates
         Leydig cells -> intratesticular testosterone: secrete
         intratesticular testosterone -> circulating testosterone: passes into
         intratesticular testosterone -> Sertoli cells: stimulates
         FSH -> Sertoli cells: stimulates
         Sertoli cells -> spermatogenesis: support
         circulating testosterone -> hematocrit: raises
         circulating testosterone -- SHBG: binds to
         SHBG -- circulating testosterone: carries",
    )
}

/// A feedback loop of five.
pub fn ring() -> Drawing {
    drawing(
        "The long negative feedback loop of testosterone",
        "GnRH; hormone
         LH; hormone
         Leydig cells; cell type
         testosterone; hormone
         KNDy neurons; cell type
         GnRH -> LH: stimulates; main
         LH -> Leydig cells: stimulates; main
         Leydig cells -> testosterone: secrete; main
         testosterone -| KNDy neurons: inhibits; main
         KNDy neurons -> GnRH: drive; main",
    )
}

/// A node with its neighbours: `inwards` that act on it and `outwards` that it acts on.
pub fn star(inwards: usize, outwards: usize) -> Drawing {
    let kinds = ["hormone", "cell type", "process", "condition", "measure", "receptor", "tissue"];
    let mut star = drawing("Neighbours of testosterone", "testosterone; hormone; source");
    let verbs = ["stimulates", "inhibits", "raises", "lowers", "is converted to"];
    for number in 0..inwards + outwards {
        let name = ["neighbour", "a longer neighbour", "a neighbour with a name of several words"][number % 3];
        star.nodes.push(node(&format!("{name} {number}"), kinds[number % kinds.len()]));
        let leaf = number + 1;
        let (from, to) = if number < inwards { (leaf, 0) } else { (0, leaf) };
        let sign = if number % 5 % 2 == 0 { Sign::Positive } else { Sign::Negative };
        let label = verbs[number % verbs.len()].to_owned();
        let details = Vec::new();
        star.arrows.push(Arrow { from, to, label, sign: Some(sign), weight: Weight::Plain, details });
    }
    star
}

/// A drawing of a given size, made by rule: mostly forward, with some feedback.
pub fn large(nodes: usize, arrows: usize) -> Drawing {
    let kinds = ["hormone", "cell type", "process", "condition", "measure", "receptor", "tissue", "drug"];
    let mut large = drawing("A large mechanism", "");
    large.nodes =
        (0..nodes).map(|number| node(&format!("entity number {number}"), kinds[number % kinds.len()])).collect();
    // A linear congruential generator: the same drawing every time.
    let mut state = 12345_usize;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12345) % (1 << 31);
        (state >> 8) % below
    };
    for number in 0..arrows {
        let from = next(nodes);
        let far = 1 + next(8.min(nodes));
        let to = if next(7) == 0 { from.saturating_sub(far) } else { (from + far).min(nodes - 1) };
        let sign = [Some(Sign::Positive), Some(Sign::Negative), None][number % 3];
        let label = ["stimulates", "inhibits", "binds", ""][number % 4].to_owned();
        large.arrows.push(Arrow { from, to, label, sign, weight: Weight::Plain, details: Vec::new() });
    }
    large
}
