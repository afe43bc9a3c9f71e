//! The topics of the words that answers use.

use super::Topic;

/// Every word, in the order shown.
pub const WORDS: &[Topic] = &[
    Topic {
        name: "answers",
        also: &["answer", "reading", "certainties", "verdict", "verdicts"],
        text: "An answer to does, why and how begins with a verdict: raises, suppresses, mixed, depends, or no known effect. It is \
               the response of the whole network to a small lasting push, feedback included. Below stands how sure that is \
               (determined, likely, documented, ambiguous), by which mechanism, against which, what sources state, and the \
               sources with their numbers.",
        example: "? why does exogenous testosterone suppress spermatogenesis",
        elsewhere: "? how does {A} affect {B}",
    },
    Topic {
        name: "determined",
        also: &[],
        text: "determined: every strength of every step gives this sign. Nothing measured could turn it, as long as the steps are \
               right.",
        example: "? does hCG raise LH",
        elsewhere: "? does {A} {verb} {B}",
    },
    Topic {
        name: "likely",
        also: &["worlds", "sampled", "prior", "share"],
        text: "likely: at least 90 % of sampled worlds give this sign under each of three priors. A world gives each step a strength \
               of its own; those that are unstable or contradict known effects are left out. The share measures the structure \
               of the graph and is no probability for a patient.",
        example: "? how does hCG affect spermatogenesis",
        elsewhere: "? how does {A} affect {B}",
    },
    Topic {
        name: "derived",
        also: &["no source states it"],
        text: "derived; no source states it: the verdict follows from the steps alone. Each step has a source; their sum has none.",
        example: "? does hCG raise FSH",
        elsewhere: "? does {A} {verb} {B}",
    },
    Topic {
        name: "ambiguous",
        also: &["mixed", "settled", "undecided", "unclear"],
        text: "mixed, ambiguous: some routes raise, others lower, and the signs alone do not decide; or sources and mechanism \
               contradict each other. how and why then say which comparison of strengths would settle it.",
        example: "? why does clomiphene raise testosterone-to-estradiol ratio",
        elsewhere: "? how does {A} affect {B}",
    },
    Topic {
        name: "depends",
        also: &["contexts", "pulsatile", "continuous"],
        text: "depends: the verdict differs between the contexts of the subject, such as its dosing. Each context has a verdict and a \
               mechanism of its own; given asks for one of them.",
        example: "? does GnRH raise LH",
        elsewhere: "? does {A} {verb} {B}",
    },
    Topic {
        name: "no known effect",
        also: &["unknown", "not stated"],
        text: "no known effect: no chain of steps and no source connects the two in this graph. That is not the same as no effect. A \
               name that the graph lacks is an error, never this.",
        example: "? does azoospermia raise LH",
        elsewhere: "? does {B} affect {A}",
    },
    Topic {
        name: "supporting",
        also: &["roles", "role"],
        text: "supporting: a path with the sign of the verdict. Paths with the other sign are sparing, damping or opposing.",
        example: "path hCG -> spermatogenesis",
        elsewhere: "path {A} -> {B}",
    },
    Topic {
        name: "sparing",
        also: &[],
        text: "sparing: a path with the other sign that goes through a reaction which then uses up less of its substrate, as where an \
               enzyme is blocked.",
        example: "path anastrozole -> circulating testosterone",
        elsewhere: "path {A} -> {B}",
    },
    Topic {
        name: "damping",
        also: &["feedback"],
        text: "damping: the return of a feedback. It weakens the effect and does not turn it.",
        example: "path hCG -> spermatogenesis",
        elsewhere: "path {A} -> {B}",
    },
    Topic {
        name: "opposing",
        also: &["against"],
        text: "opposing: a path with the other sign that is neither sparing nor damping. Where opposing paths are strong enough the \
               verdict is mixed.",
        example: "? how does hCG affect spermatogenesis",
        elsewhere: "? how does {A} affect {B}",
    },
    Topic {
        name: "abundance",
        also: &["activity", "amount", "activity of", "abundance of"],
        text: "abundance is how much there is of something, activity is what it does. So hCG, which mimics LH, raises the activity of \
               LH and, by feedback, lowers its amount. A question about a hormone or drug means its amount; activity of A asks \
               for the other.",
        example: "? does hCG raise activity of LH",
        elsewhere: "? what affects activity of {B}",
    },
    Topic {
        name: "pools",
        also: &["pool"],
        text: "Exogenous, circulating, endogenous and intratesticular testosterone are different things. A word that stands for \
               several is read as the one that the data calls its default, and a note says so.",
        example: "? does anastrozole raise testosterone",
        elsewhere: "show {A}",
    },
    Topic {
        name: "conditions",
        also: &["absent at rest"],
        text: "Conditions are absent at rest: they can appear or worsen, but in someone without azoospermia nothing is gained by \
               relieving it. A path through the relief of a condition is shown with a note and speaks for no verdict beyond it.",
        example: "? what treats azoospermia",
        elsewhere: "? what affects {B}",
    },
    Topic {
        name: "sources",
        also: &["evidence numbers", "weakest step", "[1]"],
        text: "Numbers such as [2] stand for the sources listed at the end: document, section, and how surely it says so. The weakest \
               step is the one with the least sure and fewest sources.",
        example: "evidence testosterone -> LH",
        elsewhere: "evidence {A} -> {B}",
    },
];
