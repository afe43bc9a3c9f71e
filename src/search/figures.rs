//! How a search went: what a plan shows beside its estimates.

/// How paths were found or counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// No search was needed.
    #[default]
    None,
    /// Distances alone, swept from one end or both.
    Distances,
    /// Depth-first along the index, one exact length after another.
    DepthFirst,
    /// Numbers of walks from both ends joined in the middle, less those that enter a node twice.
    Join,
    /// The general search: links, `via`, waypoints.
    General,
}

/// One end of a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many hops it was swept.
    pub hops: u32,
    /// The nodes reached.
    pub nodes: u64,
    /// The arcs looked at.
    pub arcs: u64,
}

/// Which end of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The sources.
    Sources,
    /// The targets.
    Targets,
}

/// What a search did. All numbers are of the last search with this budget.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// How it was done.
    pub method: Method,
    /// Which end was swept first; the cheaper one.
    pub first: Option<End>,
    /// What the sweep from the sources reached.
    pub from_sources: Reach,
    /// What the sweep from the targets reached.
    pub to_targets: Reach,
    /// Of the nodes reached from the sources, those whose distance to the targets was still found from that side.
    pub completed: u64,
    /// Rows of the graph that were narrowed to what can still be a path.
    pub narrowed_rows: u64,
    /// The arcs of those rows.
    pub narrowed_from: u64,
    /// What was left of them: the size of the index.
    pub narrowed_to: u64,
}
