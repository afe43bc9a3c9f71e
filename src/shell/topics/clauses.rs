//! The topics of clauses: what narrows a path, a question or a scenario.

use super::Topic;

/// Every clause, in the order shown.
pub const CLAUSES: &[Topic] = &[
    Topic {
        name: "clauses",
        also: &["clause", "filters"],
        text: "After a path: via A, B; avoiding A, B; through VERBS; not through VERBS; max N; min N; net positive|negative; \
               given KEY = VALUE; where certainty = established; limit N; including documented.\n\
               After a question: given, holding A, B, limit N. After a scenario: holding, show, given, max, limit.",
        example: "path clomiphene -> spermatogenesis via LH max 8",
        elsewhere: "path {A} -> {B} max 5 limit 3",
    },
    Topic {
        name: "via",
        also: &[],
        text: "via A, B keeps the paths that touch all of them, in any order. To fix the order, write them as waypoints: \
               path A -> B -> C.",
        example: "path clomiphene -> spermatogenesis via LH",
        elsewhere: "path {A} -> anything via {B} max 3",
    },
    Topic {
        name: "avoiding",
        also: &["avoid", "without"],
        text: "avoiding A, B keeps the paths, or feedback loops, that touch none of them.",
        example: "path clomiphene -> spermatogenesis avoiding FSH",
        elsewhere: "path anything -> {B} avoiding {A} max 2",
    },
    Topic {
        name: "through",
        also: &["not through", "through anything"],
        text: "through VERBS keeps the paths that use only these relations; not through VERBS, those that use none of them; \
               through anything takes edges without a sign too (is a, part of, administers). In loops, through A, B names \
               entities instead.",
        example: "path hCG -> LH through mimics",
        elsewhere: "path {A} -> {B} through {verbs} max 3",
    },
    Topic {
        name: "max",
        also: &["min", "max N", "min N"],
        text: "max N and min N keep what has at most, or at least, N steps. trail and walk need max.",
        example: "path all hCG -> spermatogenesis max 6",
        elsewhere: "path all {A} -> {B} max 4",
    },
    Topic {
        name: "net",
        also: &["net positive", "net negative", "positive", "negative"],
        text: "net positive and net negative keep the paths whose signs multiply to + or -: an inhibition of an inhibition is \
               positive. After loops, positive and negative alone do.",
        example: "path clomiphene -> LH net positive",
        elsewhere: "path {A} -> {B} net positive max 4",
    },
    Topic {
        name: "given",
        also: &["context", "dosing"],
        text: "given KEY = VALUE asks in a context of the subject, such as its dosing; given KEY of A = VALUE names another \
               entity. Where nothing is said the default of the data holds.",
        example: "? does gonadorelin raise LH given dosing = continuous",
        elsewhere: "show {A}",
    },
    Topic {
        name: "where",
        also: &["certainty", "where certainty", "established", "suggested", "theoretical"],
        text: "where certainty = established keeps what rests on such evidence. A source's statement is established, suggested \
               (it hedges: can, may) or theoretical (reasoned, not observed).",
        example: "path hCG -> spermatogenesis where certainty = established",
        elsewhere: "path {A} -> {B} where certainty = established max 4",
    },
    Topic {
        name: "limit",
        also: &["limit N"],
        text: "limit N shows what comes first. An answer that was cut always says so.",
        example: "? what suppresses LH limit 5",
        elsewhere: "? what affects {B} limit 5",
    },
    Topic {
        name: "documented",
        also: &["including documented", "including"],
        text: "documented is the certainty of an effect that a source states and the mechanism in the graph does not decide. \
               Under the heading documented an answer lists what sources state of the pair, with the state it is said of (on \
               TRT, after TRT). After a path, including documented takes such statements as steps too.",
        example: "path TRT -> spermatogenesis including documented",
        elsewhere: "path {A} -> {B} including documented max 3",
    },
    Topic {
        name: "holding",
        also: &["hold"],
        text: "holding A, B asks with these levels unchanged, whatever regulates them: what an agent does apart from them.",
        example: "? which drugs raise spermatogenesis holding LH, FSH",
        elsewhere: "? what affects {B} holding {A}",
    },
    Topic {
        name: "directly",
        also: &["direct", "indirect"],
        text: "directly asks for effects in one step. In answers, direct means one edge and indirect several.",
        example: "? what directly suppresses LH",
        elsewhere: "? what directly affects {B}",
    },
    Topic {
        name: "selectors",
        also: &["shortest", "all", "any", "all shortest", "trail", "walk"],
        text: "Right after path: all (every path up to max), any (one), shortest, shortest 3, all shortest. Without one, the \
               shortest mechanism of each family is shown. trail lets a path repeat nodes, walk also edges; both need max.",
        example: "path shortest 3 clomiphene -> spermatogenesis",
        elsewhere: "path shortest 3 {A} -> {B}",
    },
    Topic {
        name: "arrows",
        also: &["->", "<-", "<->", "waypoints", "anything", "-->"],
        text: "A -> B leads from A to B; A -> B -> C passes B on the way. <- is read backwards, <-> whatever the direction (then \
               there is no net sign). anything stands for every entity, {A, B} for several. In answers ─▶ raises and ─┤ lowers.",
        example: "path LH <- anything max 2",
        elsewhere: "path {B} <- anything max 1",
    },
    Topic {
        name: "versus",
        also: &["show clause"],
        text: "versus gives the difference from a second scenario: what the first adds to it.",
        example: "simulate exogenous testosterone up, hCG up versus exogenous testosterone up show LH, FSH",
        elsewhere: "simulate {A} up versus {A} down show {B}",
    },
    Topic {
        name: "up",
        also: &["down", "blocked", "removed", "set up", "set down", "stop"],
        text: "What is done in a scenario. up, down and blocked (less of what it does, not of its amount) push an entity and leave \
               the rest to feedback; removed, set up and set down fix its level, whatever regulates it. stop A removes A.",
        example: "simulate estradiol set down show activity of LH",
        elsewhere: "simulate {A} up show {B}",
    },
];
