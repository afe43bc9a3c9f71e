//! The topics of statements.

use super::Topic;

/// Every statement, in the order shown.
pub const STATEMENTS: &[Topic] = &[
    Topic {
        name: "questions",
        also: &["question", "?", "ask"],
        text: "Questions start with `?`. An effect verb (raise, suppress, lower, increase, affect) asks for net effects, direct \
               and indirect; a relation verb (stimulates, inhibits, mimics, blocks, produces) asks for edges.\n\
               Forms: ? what …, ? which KIND …, ? does A … B, ? is A … by B, ? how does A affect B, ? why does A … B, \
               ? how many …, ? what is A, ? what does A do, ? what treats A, ? what do the documents disagree on.\n\
               Conditions join with and, or, but not.",
        example: "? which drugs raise testosterone and do not suppress spermatogenesis",
        elsewhere: "? what affects {B}",
    },
    Topic {
        name: "what",
        also: &["which", "who"],
        text: "? what VERB A asks which entities have an effect, or an edge; ? which KIND VERB A asks among a kind (drugs) or class (SERMs). ? what is VERBED by A asks the other way.",
        example: "? which drugs raise testosterone",
        elsewhere: "? which {kinds} affect {B}",
    },
    Topic {
        name: "does",
        also: &["do", "is", "can"],
        text: "? does A VERB B answers yes, no, mixed, depends or unknown, and says by which mechanism. ? is A VERBED by B asks the same.",
        example: "? does clomiphene raise LH",
        elsewhere: "? does {A} {verb} {B}",
    },
    Topic {
        name: "how",
        also: &[],
        text: "? how does A affect B tells the mechanisms for and against, with their weakest step.",
        example: "? how does hCG affect spermatogenesis",
        elsewhere: "? how does {A} affect {B}",
    },
    Topic {
        name: "why",
        also: &["why not"],
        text: "? why does A VERB B, and ? why does A not VERB B, tell why it is so, or why it is not.",
        example: "? why does hCG not raise FSH",
        elsewhere: "? why does {A} {verb} {B}",
    },
    Topic {
        name: "how many",
        also: &["count"],
        text: "? how many KIND VERB A counts what ? which KIND VERB A lists.",
        example: "? how many drugs block the estrogen receptor",
        elsewhere: "? how many {kinds} affect {B}",
    },
    Topic {
        name: "what is",
        also: &["what does"],
        text: "? what is A tells what the graph holds of it; ? what does A do lists its effects; ? is A a CLASS asks for a membership.",
        example: "? what does gonadorelin do",
        elsewhere: "? what does {A} do",
    },
    Topic {
        name: "treats",
        also: &["treat"],
        text: "? what treats A lists what sources name as a treatment of a condition.",
        example: "? what treats azoospermia",
        elsewhere: "show {A}",
    },
    Topic {
        name: "disagree",
        also: &["disagreements"],
        text: "? what do the documents disagree on lists where sources contradict each other, who says what, and how the graph handles it.",
        example: "? what do the documents disagree on",
        elsewhere: "? what do the documents disagree on",
    },
    Topic {
        name: "path",
        also: &["paths"],
        text: "path A -> B shows the shortest mechanism of each family; all, any, shortest [k], all shortest, trail and walk \
               select others. Waypoints stand between arrows; <- reads backwards, <-> ignores direction.",
        example: "path hCG -> spermatogenesis",
        elsewhere: "path {A} -> {B}",
    },
    Topic {
        name: "simulate",
        also: &["what if", "scenario", "simulation"],
        text: "simulate A up, B down says what becomes of hormones, processes and conditions. What is done: up, down, blocked, \
               removed; set up, set down (fixed, whatever regulates it). A protocol may stand alone; stop A removes A.\n\
               Clauses, anywhere after the first members: holding A, B (levels unchanged); show A, B (names, kinds, activity \
               of A); given KEY = VALUE; max N; limit N. versus gives the difference from a second scenario.",
        example: "simulate exogenous testosterone up, hCG up versus exogenous testosterone up",
        elsewhere: "simulate {A} up",
    },
    Topic {
        name: "loops",
        also: &["loop", "feedback loops"],
        text: "loops lists feedback loops and which drugs cut them. Narrow it with through A, B; avoiding A; negative or positive; \
               max N; min N; limit N; given KEY = VALUE.",
        example: "loops through LH max 8 negative",
        elsewhere: "loops through {A}",
    },
    Topic {
        name: "compare",
        also: &["comparison", "differ", "in common", "on"],
        text: "compare A, B on C, D sets agents side by side; with and versus join them too. A class or kind stands for its \
               members. Clauses: on A, B (otherwise: that on which they differ); holding A; given KEY = VALUE.\n\
               ? what do A and B have in common; ? how do A and B differ.",
        example: "compare clomiphene with tamoxifen on LH, testosterone",
        elsewhere: "compare {A}, {B}",
    },
    Topic {
        name: "show",
        also: &["look"],
        text: "show NAME tells everything about one entity: other names, classes, what it does and what is done to it.",
        example: "show LH",
        elsewhere: "show {A}",
    },
    Topic {
        name: "list",
        also: &[],
        text: "list KIND lists the entities of a kind (list hormones); list CLASS, the members of a class.",
        example: "list SERMs",
        elsewhere: "list {kinds}",
    },
    Topic {
        name: "find",
        also: &["search"],
        text: "find TEXT looks in names, synonyms and definitions.",
        example: "find estro",
        elsewhere: "find {A}",
    },
    Topic {
        name: "evidence",
        also: &[],
        text: "evidence A -> B lists every place that states an edge between the two.",
        example: "evidence testosterone -> LH",
        elsewhere: "evidence {A} -> {B}",
    },
    Topic {
        name: "figures",
        also: &["doses", "dose"],
        text: "figures for A lists doses, recovery times and ratios, as the sources word them.",
        example: "figures for hCG",
        elsewhere: "figures for {A}",
    },
    Topic {
        name: "schema",
        also: &["relations", "kinds", "verbs"],
        text: "schema lists the relations of the graph with their signs and verbs.",
        example: "schema",
        elsewhere: "schema",
    },
    Topic {
        name: "stats",
        also: &[],
        text: "stats tells how large the graph is.",
        example: "stats",
        elsewhere: "stats",
    },
    Topic {
        name: "let",
        also: &["$", "results"],
        text: "let NAME = STATEMENT keeps a result; $NAME stands for it wherever a set may stand.",
        example: "let boosters = ? which drugs raise testosterone",
        elsewhere: "let found = ? what affects {B}",
    },
    Topic {
        name: "expect",
        also: &["checks", "expectations"],
        text: "expect yes|no|mixed|depends|unknown: QUESTION; expect {A, B}: …; expect contains {A}: …; expect lacks {A}: …; \
               expect empty: …; expect at least N: …; expect net -: path …; expect error CODE: ….\n\
               expect A down, likely B down: simulate …; a change is up, down, ambiguous or none.",
        example: "expect yes: ? does clomiphene raise LH",
        elsewhere: "expect at least 1: path {A} -> {B}",
    },
    Topic {
        name: "draw",
        also: &["picture", "pictures", "svg", "html", "to"],
        text: "draw STATEMENT to FILE draws what the statement answers: a mechanism, paths, loops, a scenario, a comparison, what \
               stands round an entity. The ending of FILE says how: .svg, .html (a page to search and click), .dot, .mmd \
               (Mermaid). A file that is there stays as it is, unless --force stands after its name.",
        example: "draw ? why does exogenous testosterone suppress spermatogenesis to why.svg",
        elsewhere: "draw path {A} -> {B} to path.svg",
    },
    Topic {
        name: "explain",
        also: &["profile"],
        text: "explain STATEMENT shows how it would be answered; profile STATEMENT runs it too and adds actual figures.",
        example: "explain ? does hCG raise LH",
        elsewhere: "explain ? does {A} {verb} {B}",
    },
    Topic {
        name: "names",
        also: &["name", "quotes", "comments"],
        text: "Names ignore case, hyphens and plural s, and may have several words. Quote a name that holds a keyword. \
               # starts a comment. One statement a line, or separated by ;.",
        example: "show \"exogenous testosterone\"",
        elsewhere: "show {A}",
    },
];
