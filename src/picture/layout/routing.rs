//! How lines run: through the places kept for them on each rank, and curved only between ranks, where nothing stands.
//!
//! On a rank a line is straight and stays within the place of its label or bend, so it meets no box but its own; in
//! between it is a cubic whose slopes are those of a monotone interpolation (Fritsch and Carlson 1980), so it neither
//! swings back nor overshoots.

use super::component::Component;
use super::geometry::{Curve, Frame, Piece, Point};
use super::levels::{Chain, Levels, Role};
use super::outline::Outline;
use super::ports::{Ends, ends};
use super::sizes::Sizes;
use super::spacing::{Direction, LOOP, START, STUB};

/// How far the control points of a curve are from its ends, as a share of how far it leads along. A third would be
/// the cubic of the interpolation itself; a little more rounds the corners of wide shifts.
const PULL: f64 = 0.43;

/// How far a line strays from its place at most.
const MOST_PLAY: f64 = 40.0;

/// How far a line leads to a side that runs beside others of its node.
const FAR: f64 = 100.0;

/// A component with places.
#[derive(Clone, Debug, Default)]
pub struct Placed {
    /// The boxes of its nodes.
    pub nodes: Vec<Frame>,
    /// Its arrows.
    pub routes: Vec<Route>,
}

/// The way of an arrow.
#[derive(Clone, Debug)]
pub struct Route {
    /// The arrow, as a position in the drawing.
    pub arrow: usize,
    /// From its tail to its head.
    pub curve: Curve,
    /// The box of its label.
    pub label: Option<Frame>,
}

/// Where a rank begins and ends, along.
#[derive(Clone, Copy, Debug)]
struct Band {
    top: f64,
    bottom: f64,
    /// How far before it lines are straight.
    entry: f64,
    /// How far after it.
    exit: f64,
}

/// Draws the lines of a component whose items stand at `across`.
pub fn routed(
    levels: &Levels,
    component: &Component,
    sizes: &Sizes,
    shapes: &[crate::picture::Shape],
    direction: Direction,
    across: &[f64],
) -> Placed {
    let bands = bands(levels, direction, across);
    let nodes: Vec<Frame> = (0..component.nodes.len())
        .map(|node| {
            let size = sizes.node(component.nodes[node]);
            direction.frame(box_of(levels, &bands, across, node, size.breadth, size.depth))
        })
        .collect();
    let outlines: Vec<Outline> =
        nodes.iter().zip(shapes).map(|(frame, shape)| Outline { shape: *shape, frame: *frame }).collect();
    let ends = ends(levels, direction, across, &outlines);
    let router = Router { levels, direction, across, bands, outlines, ends, play: play(levels, across) };
    let mut ways: Vec<Route> = levels.chains.iter().map(|chain| router.route(chain, sizes)).collect();
    for node in 0..component.nodes.len() {
        ways.extend(router.loops(component, sizes, node));
    }
    Placed { nodes, routes: ways }
}

/// The box of an item, in the plane of the layout.
fn box_of(levels: &Levels, bands: &[Band], across: &[f64], item: usize, breadth: f64, depth: f64) -> Frame {
    let band = bands[levels.items[item].rank];
    Frame::about(Point::new(across[item], f64::midpoint(band.top, band.bottom)), breadth, depth)
}

/// Puts the ranks one after the other; the more the lines between two of them shift, the further apart, and further still
/// where many do so side by side.
fn bands(levels: &Levels, direction: Direction, across: &[f64]) -> Vec<Band> {
    let mut shift = vec![0.0_f64; levels.ranks.len()];
    for segment in &levels.segments {
        let rank = levels.items[segment.upper].rank;
        shift[rank] = shift[rank].max((across[segment.upper] - across[segment.lower]).abs());
    }
    let fans = fans(levels, across);
    let mut bands: Vec<Band> = levels.ranks.iter().map(|rank| band(levels, rank)).collect();
    for rank in 1..bands.len() {
        let before = bands[rank - 1];
        let top = before.bottom + before.exit + direction.gap(shift[rank - 1], fans[rank - 1]) + bands[rank].entry;
        bands[rank].bottom += top;
        bands[rank].top = top;
    }
    bands
}

/// For the space below each rank, how many lines of one node lead far to the same side: these run side by side, and the
/// flatter the nearer.
fn fans(levels: &Levels, across: &[f64]) -> Vec<u32> {
    let mut fans = vec![0; levels.ranks.len()];
    for lines in levels.from_above.iter().chain(&levels.to_below) {
        let shifts =
            || lines.iter().map(|line| &levels.segments[*line]).map(|line| across[line.lower] - across[line.upper]);
        let (right, left) =
            (shifts().filter(|shift| *shift > FAR).count(), shifts().filter(|shift| *shift < -FAR).count());
        if let Some(line) = lines.first() {
            let fan = &mut fans[levels.items[levels.segments[*line].upper].rank];
            *fan = u32::try_from(left.max(right)).unwrap_or(u32::MAX).max(*fan);
        }
    }
    fans
}

/// A rank by itself: how deep it is, and how much lines need before and after it for their straight ends.
fn band(levels: &Levels, rank: &[usize]) -> Band {
    let mut band = Band { top: 0.0, bottom: 0.0, entry: 0.0, exit: 0.0 };
    for item in rank {
        band.bottom = band.bottom.max(levels.items[*item].depth);
        if matches!(levels.items[*item].role, Role::Node(_)) {
            let head =
                |segment: &usize, here: bool| if levels.segments[*segment].backwards == here { STUB } else { START };
            let entry = levels.from_above[*item].iter().map(|segment| head(segment, false));
            let exit = levels.to_below[*item].iter().map(|segment| head(segment, true));
            band.entry = entry.fold(band.entry, f64::max);
            band.exit = exit.fold(band.exit, f64::max);
        }
    }
    band
}

/// How far a line may stray to either side from its place on a rank: less than half of the way to what stands there.
fn play(levels: &Levels, across: &[f64]) -> Vec<f64> {
    let mut play = vec![MOST_PLAY; levels.items.len()];
    for pair in levels.ranks.iter().flat_map(|rank| rank.windows(2)) {
        let (one, other) = (pair[0], pair[1]);
        let room = (across[other] - levels.items[other].before) - (across[one] + levels.items[one].after);
        play[one] = play[one].min(0.4 * room);
        play[other] = play[other].min(0.4 * room);
    }
    play
}

struct Router<'a> {
    levels: &'a Levels,
    direction: Direction,
    across: &'a [f64],
    bands: Vec<Band>,
    outlines: Vec<Outline>,
    ends: Vec<Ends>,
    play: Vec<f64>,
}

/// A straight stretch of a line along a rank, and the slope at which it goes on.
#[derive(Clone, Copy, Debug)]
struct Straight {
    begin: Point,
    end: Point,
    /// Across for each unit along.
    slope: f64,
}

impl Router<'_> {
    /// The line of a chain, and the box of its label.
    fn route(&self, chain: &Chain, sizes: &Sizes) -> Route {
        let stretches: Vec<Ends> = chain.items.windows(2).map(|pair| self.stretch(chain, pair[0], pair[1])).collect();
        let straights = self.straights(chain, &stretches);
        let mut curve = Curve::default();
        for (index, straight) in straights.iter().enumerate() {
            match index.checked_sub(1).map(|before| straights[before]) {
                None => curve.start = straight.begin,
                Some(before) => curve.pieces.push(between(before, *straight)),
            }
            curve.pieces.push(Piece::Line(straight.end));
        }
        let curve = curve.mapped(|point| self.direction.point(point));
        let labelled = chain.items.iter().find(|item| matches!(self.levels.items[**item].role, Role::Label(_)));
        let label = labelled.zip(sizes.label(chain.arrow)).map(|(item, size)| {
            let frame = box_of(self.levels, &self.bands, self.across, *item, size.breadth, size.depth);
            self.direction.frame(frame)
        });
        Route { arrow: chain.arrow, curve: if chain.backwards { curve.reversed() } else { curve }, label }
    }

    /// Where the stretch of a chain between two of its items begins and ends.
    fn stretch(&self, chain: &Chain, upper: usize, lower: usize) -> Ends {
        let segments = self.levels.to_below[upper].iter();
        let own = segments.filter(|segment| self.levels.segments[**segment].arrow == chain.arrow);
        let found = own.copied().find(|segment| self.levels.segments[*segment].lower == lower);
        found.map(|segment| self.ends[segment]).unwrap_or_default()
    }

    /// The straight stretches of a chain: at its ends, and on each rank between.
    fn straights(&self, chain: &Chain, stretches: &[Ends]) -> Vec<Straight> {
        let last = chain.items.len() - 1;
        let place = |index: usize| match index {
            0 => stretches[0].upper,
            _ => stretches[index - 1].lower,
        };
        let straight = |index: usize| {
            let item = chain.items[index];
            let band = self.bands[self.levels.items[item].rank];
            if index == 0 {
                let begin = self.border(item, self.direction.exit(), place(0));
                Straight { begin, end: Point::new(begin.x, band.bottom + band.exit), slope: 0.0 }
            } else if index == last {
                let end = self.border(item, self.direction.entry(), place(last));
                Straight { begin: Point::new(end.x, band.top - band.entry), end, slope: 0.0 }
            } else {
                let slope = self.slope(chain, index, [place(index - 1), place(index), place(index + 1)]);
                let half = slope * (band.bottom - band.top) / 2.0;
                let (begin, end) = (place(index) - half, place(index) + half);
                Straight { begin: Point::new(begin, band.top), end: Point::new(end, band.bottom), slope }
            }
        };
        (0..=last).map(straight).collect()
    }

    /// The slope at which a line passes its place on a rank, from where it stands on the ranks before, here and after.
    fn slope(&self, chain: &Chain, index: usize, [before, here, after]: [f64; 3]) -> f64 {
        let middle = |index: usize| {
            let band = self.bands[self.levels.items[chain.items[index]].rank];
            f64::midpoint(band.top, band.bottom)
        };
        let above = (here - before) / (middle(index) - middle(index - 1));
        let below = (after - here) / (middle(index + 1) - middle(index));
        if above * below <= 0.0 {
            return 0.0;
        }
        let item = &self.levels.items[chain.items[index]];
        let band = self.bands[item.rank];
        let room = match item.role {
            Role::Bend => self.play[chain.items[index]],
            Role::Node(_) | Role::Label(_) => item.before,
        };
        let most = if band.bottom > band.top { 2.0 * room / (band.bottom - band.top) } else { f64::INFINITY };
        let mean = 2.0 * above * below / (above + below);
        mean.clamp(-most, most)
    }

    /// The point of a node's outline at a side, for a place across.
    fn border(&self, node: usize, side: super::outline::Side, across: f64) -> Point {
        self.direction.point(self.outlines[node].point(side, across - self.across[node]))
    }

    /// The arrows of a node to itself, one under the other at its flank.
    fn loops(&self, component: &Component, sizes: &Sizes, node: usize) -> Vec<Route> {
        let arrows: Vec<usize> = component.loops_of(node).collect();
        let total: f64 = arrows.iter().map(|arrow| sizes.slot(*arrow)).sum();
        let band = self.bands[self.levels.items[node].rank];
        let mut along = f64::midpoint(band.top, band.bottom) - total / 2.0;
        let mut routes = Vec::with_capacity(arrows.len());
        for arrow in arrows {
            let middle = along + sizes.slot(arrow) / 2.0;
            along += sizes.slot(arrow);
            let curve = self.bow(node, middle).mapped(|point| self.direction.point(point));
            let label = sizes.label(arrow).map(|size| {
                let flank = self.across[node] + self.levels.items[node].before;
                let centre = Point::new(flank + LOOP + size.breadth / 2.0, middle);
                self.direction.frame(Frame::about(centre, size.breadth, size.depth))
            });
            routes.push(Route { arrow, curve, label });
        }
        routes
    }

    /// A bow from the flank of a node back to it, about a place along.
    fn bow(&self, node: usize, middle: f64) -> Curve {
        let outline = self.outlines[node];
        let side = self.direction.flank();
        let band = self.bands[self.levels.items[node].rank];
        let reach = outline.reach(side);
        let point = |along: f64| {
            let offset = (along - f64::midpoint(band.top, band.bottom)).clamp(-reach, reach);
            self.direction.point(outline.point(side, offset))
        };
        let (start, end) = (point(middle - 8.0), point(middle + 8.0));
        let flank = self.across[node] + self.levels.items[node].before;
        let landing = Point::new(flank + STUB, end.y);
        let (out, back) = (Point::new(flank + LOOP, start.y), Point::new(flank + LOOP, end.y));
        Curve { start, pieces: vec![Piece::Cubic(out, back, landing), Piece::Line(end)] }
    }
}

/// The curve from the end of one straight stretch to the beginning of the next.
fn between(one: Straight, other: Straight) -> Piece {
    let pull = (other.begin.y - one.end.y) * PULL;
    let first = Point::new(one.end.x + one.slope * pull, one.end.y + pull);
    let second = Point::new(other.begin.x - other.slope * pull, other.begin.y - pull);
    Piece::Cubic(first, second, other.begin)
}
