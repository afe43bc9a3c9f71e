//! The topics of `.help`: what the language can say, each with one statement to run.

/// A topic.
pub struct Topic {
    /// `path`
    pub name: &'static str,
    /// What it is for and how it is written: a line is a paragraph, wrapped where it is shown.
    pub text: &'static str,
    /// A statement to run as it stands.
    pub example: &'static str,
}

/// Every topic, in the order shown.
pub const ALL: &[Topic] = &[
    Topic {
        name: "questions",
        text: "Questions start with `?`. An effect verb (raise, suppress, lower, increase, affect) asks for net effects, direct \
               and indirect; a relation verb (stimulates, inhibits, mimics, blocks, produces) asks for edges.\n\
               Forms: ? what …, ? which KIND …, ? does A … B, ? is A … by B, ? how does A affect B, ? why does A … B, \
               ? how many …, ? what is A, ? what does A do, ? what treats A, ? what do the documents disagree on.\n\
               Conditions join with and, or, but not.",
        example: "? which drugs raise testosterone and do not suppress spermatogenesis",
    },
    Topic {
        name: "path",
        text: "path A -> B shows the shortest mechanism of each family; all, any, shortest [k], all shortest, trail and walk \
               select others. Waypoints stand between arrows; <- reads backwards, <-> ignores direction.",
        example: "path hCG -> spermatogenesis",
    },
    Topic {
        name: "simulate",
        text: "simulate A up, B down says what becomes of hormones, processes and conditions. What is done: up, down, blocked, \
               removed; set up, set down (fixed, whatever regulates it). A protocol may stand alone; stop A removes A.\n\
               Clauses, anywhere after the first members: holding A, B (levels unchanged); show A, B (names, kinds, activity \
               of A); given KEY = VALUE; max N; limit N. versus gives the difference from a second scenario.",
        example: "simulate exogenous testosterone up, hCG up versus exogenous testosterone up",
    },
    Topic {
        name: "loops",
        text: "loops lists feedback loops and which drugs cut them. Narrow it with through A, B; avoiding A; negative or positive; \
               max N; min N; limit N; given KEY = VALUE.",
        example: "loops through LH max 8 negative",
    },
    Topic {
        name: "compare",
        text: "compare A, B on C, D sets agents side by side; with and versus join them too. A class or kind stands for its \
               members. Clauses: on A, B (otherwise: that on which they differ); holding A; given KEY = VALUE.\n\
               ? what do A and B have in common; ? how do A and B differ.",
        example: "compare clomiphene with tamoxifen on LH, testosterone",
    },
    Topic {
        name: "clauses",
        text: "After a path: via A, B; avoiding A, B; through VERBS; not through VERBS; max N; min N; net positive|negative; \
               given KEY = VALUE; where certainty = established; limit N; including documented.\n\
               After a question: given, holding A, B, limit N.",
        example: "path clomiphene -> spermatogenesis via LH max 8",
    },
    Topic {
        name: "look",
        text: "show NAME, list KIND, find TEXT, evidence A -> B, figures for NAME, schema, stats.",
        example: "show LH",
    },
    Topic {
        name: "let",
        text: "let NAME = STATEMENT keeps a result; $NAME stands for it wherever a set may stand.",
        example: "let boosters = ? which drugs raise testosterone",
    },
    Topic {
        name: "expect",
        text: "expect yes|no|mixed|depends|unknown: QUESTION; expect {A, B}: …; expect contains {A}: …; expect lacks {A}: …; \
               expect empty: …; expect at least N: …; expect net -: path …; expect error CODE: ….\n\
               expect LH down, likely FSH down: simulate …; a change is up, down, ambiguous or none.",
        example: "expect yes: ? does clomiphene raise LH",
    },
    Topic {
        name: "draw",
        text: "draw STATEMENT to FILE draws what the statement answers: a mechanism, paths, loops, a scenario, a comparison, what \
               stands round an entity. The ending of FILE says how: .svg, .html (a page to search and click), .dot, .mmd \
               (Mermaid). A file that is there stays as it is, unless endograph runs with --force.",
        example: "draw ? why does exogenous testosterone suppress spermatogenesis to why.svg",
    },
    Topic {
        name: "explain",
        text: "explain STATEMENT shows how it would be answered; profile STATEMENT runs it too and adds actual figures.",
        example: "explain ? does hCG raise LH",
    },
    Topic {
        name: "names",
        text: "Names ignore case, hyphens and plural s, and may have several words. Quote a name that holds a keyword. \
               # starts a comment. One statement a line, or separated by ;.",
        example: "show \"exogenous testosterone\"",
    },
];

/// The topic called so, or the only one that begins so.
pub fn find(name: &str) -> Option<&'static Topic> {
    let name = name.trim_start_matches('.');
    let starts = |topic: &&Topic| topic.name.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let mut matching = ALL.iter().filter(starts);
    matching.next().filter(|topic| topic.name.eq_ignore_ascii_case(name) || matching.next().is_none())
}
