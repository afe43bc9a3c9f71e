//! Answers made by hand, as the engine would give them.

pub mod comparisons;
pub mod entities;
pub mod loops;
pub mod others;
pub mod parts;
pub mod predictions;
pub mod verdicts;

use endograph::answer::{Answer, Rows};

/// Every sample by the name of its golden file.
pub fn all() -> Vec<(&'static str, Answer)> {
    vec![
        ("effects", entities::effects()),
        ("two-conditions", entities::two_conditions()),
        ("edges", entities::edges()),
        ("names", entities::names()),
        ("nothing", parts::answer("? what raises inhibin", Rows::Entities(Vec::new()))),
        ("verdict-no", verdicts::verdict_no()),
        ("verdict-depends", verdicts::verdict_depends()),
        ("verdict-documented", verdicts::verdict_documented()),
        ("verdict-mixed", verdicts::verdict_mixed()),
        ("verdict-relation", verdicts::verdict_relation()),
        ("verdict-unknown", verdicts::verdict_unknown()),
        ("verdict-absent", verdicts::verdict_absent()),
        ("paths", others::paths()),
        ("paths-undirected", others::paths_undirected()),
        ("no-paths", others::no_paths()),
        ("loops", loops::loops()),
        ("no-loops", loops::no_loops()),
        ("comparison", comparisons::of_two()),
        ("comparison-of-many", comparisons::of_many()),
        ("prediction", predictions::scenario()),
        ("no-prediction", predictions::nothing_moves()),
        ("card", others::card()),
        ("count", others::count()),
        ("table", others::table()),
        ("plan", others::plan()),
        ("check", others::check()),
        ("picture", others::picture()),
        ("ok", others::ok()),
        ("odd-names", entities::odd_names()),
    ]
}
