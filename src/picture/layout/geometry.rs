//! Points, boxes and curves. Pixels; x grows to the right and y downwards.

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// The point at `x` and `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The point moved by another.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }

    /// How far another point is away.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point at `share` of the way to another.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

/// An upright box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Its left side.
    pub left: f64,
    /// Its upper side.
    pub top: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Frame {
    /// The box of a size about a centre.
    pub fn about(centre: Point, width: f64, height: f64) -> Self {
        Self { left: centre.x - width / 2.0, top: centre.y - height / 2.0, width, height }
    }

    /// Its right side.
    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    /// Its lower side.
    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Its middle.
    pub fn centre(&self) -> Point {
        Point::new(self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    /// Whether the insides of two boxes share a point.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right() && other.left < self.right() && self.top < other.bottom() && other.top < self.bottom()
    }

    /// Whether a point is inside, and not on the border.
    pub fn holds(&self, point: Point) -> bool {
        self.left < point.x && point.x < self.right() && self.top < point.y && point.y < self.bottom()
    }

    /// The box moved by `by`.
    #[must_use]
    pub fn moved(self, by: Point) -> Self {
        Self { left: self.left + by.x, top: self.top + by.y, ..self }
    }
}

/// A stretch of a curve, from where the one before it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Piece {
    /// Straight to a point.
    Line(Point),
    /// A cubic Bézier curve: its two control points, and its end.
    Cubic(Point, Point, Point),
}

impl Piece {
    /// Where it ends.
    pub const fn end(&self) -> Point {
        match self {
            Self::Line(end) | Self::Cubic(_, _, end) => *end,
        }
    }
}

/// A line from the border of one node to the border of another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// Where it begins.
    pub start: Point,
    /// The stretches that follow.
    pub pieces: Vec<Piece>,
}

impl Curve {
    /// Where it ends.
    pub fn end(&self) -> Point {
        self.pieces.last().map_or(self.start, Piece::end)
    }

    /// The same curve drawn from its end.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut starts = vec![self.start];
        starts.extend(self.pieces.iter().map(Piece::end));
        let pieces = self.pieces.iter().zip(&starts).rev().map(|(piece, start)| match piece {
            Piece::Line(_) => Piece::Line(*start),
            Piece::Cubic(first, second, _) => Piece::Cubic(*second, *first, *start),
        });
        Self { start: self.end(), pieces: pieces.collect() }
    }

    /// The same curve with every point, control points too, put through `place`.
    #[must_use]
    pub fn mapped(&self, place: impl Fn(Point) -> Point) -> Self {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Line(end) => Piece::Line(place(*end)),
            Piece::Cubic(first, second, end) => Piece::Cubic(place(*first), place(*second), place(*end)),
        });
        Self { start: place(self.start), pieces: pieces.collect() }
    }

    /// The corners of a polygon that the curve does not leave.
    pub fn hull(&self) -> impl Iterator<Item = Point> + '_ {
        let rest = self.pieces.iter().flat_map(|piece| match piece {
            Piece::Line(end) => vec![*end],
            Piece::Cubic(first, second, end) => vec![*first, *second, *end],
        });
        std::iter::once(self.start).chain(rest)
    }

    /// Points along the curve, from its start to its end: those where stretches meet, and `between` others on each
    /// stretch.
    pub fn points(&self, between: u32) -> Vec<Point> {
        let mut points = vec![self.start];
        let mut start = self.start;
        for piece in &self.pieces {
            points.extend((1..=between + 1).map(|step| at(start, piece, f64::from(step) / f64::from(between + 1))));
            start = piece.end();
        }
        points
    }
}

/// The point of a stretch at a share of its parameter, by de Casteljau's rule.
fn at(start: Point, piece: &Piece, share: f64) -> Point {
    match piece {
        Piece::Line(end) => start.towards(*end, share),
        Piece::Cubic(first, second, end) => {
            let middle = first.towards(*second, share);
            let left = start.towards(*first, share).towards(middle, share);
            let right = middle.towards(second.towards(*end, share), share);
            left.towards(right, share)
        }
    }
}
