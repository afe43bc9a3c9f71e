//! The steps of the tutorial. Its tests run every statement and hold the answers to what the steps say of them.

/// A step.
pub struct Step {
    /// What it is about.
    pub title: &'static str,
    /// Two or three sentences before the answer.
    pub text: &'static str,
    /// What to type.
    pub statement: &'static str,
    /// What to notice in the answer.
    pub notice: &'static str,
}

/// Every step, in order.
pub const STEPS: [Step; 10] = [
    Step {
        title: "What the graph holds",
        text: "The graph is made of entities (hormones, drugs, cells, processes, conditions) and of what sources say they do to \
               each other. `show` tells everything about one of them, here luteinizing hormone. Names ignore case, and any \
               synonym will do.",
        statement: "show LH",
        notice: "Under `does` stands what LH does, under `undergoes` what is done to it. `+` raises, `-` lowers. Each number in \
                 brackets is a source, listed at the end.",
    },
    Step {
        title: "Asking what has an effect",
        text: "A question begins with `?`. `raise` and `suppress` ask for net effects: in one step or in several, feedback \
               included.",
        statement: "? what suppresses LH",
        notice: "The answer has two parts, `direct` and `indirect`: estradiol acts on LH in one step, exogenous testosterone by way \
                 of circulating testosterone. `determined` means that the effect holds however strong the steps are. In an \
                 arrow, ─▶ raises and ─┤ lowers.",
    },
    Step {
        title: "Asking yes or no",
        text: "hCG works like LH. Does it raise LH? Guess before you ask.",
        statement: "? does hCG raise LH",
        notice: "No: hCG drives the Leydig cells, these make testosterone, and testosterone feeds back on the pituitary. The line \
                 that begins with `net -` tells what goes up and down on the way.",
    },
    Step {
        title: "Amount and activity",
        text: "There is less LH, and yet its work is done. The amount of a hormone and its activity are two things; a question \
               means the amount unless you say `activity of`.",
        statement: "? does hCG raise activity of LH",
        notice: "Yes this time: hCG mimics LH, so it acts in its place. Receptors, cells and processes have no amount of their own: to \
                 raise one is always to make it more active.",
    },
    Step {
        title: "Asking why",
        text: "`why` and `how` tell the mechanism, the mechanisms against it, and the weakest step.",
        statement: "? why does exogenous testosterone suppress spermatogenesis",
        notice: "The mechanism goes step by step, by way of LH; further ways, by FSH and by GnRH, stand below it after `also`. Under \
                 `documented` stands that sources state the effect itself, too.",
    },
    Step {
        title: "Following paths",
        text: "`path A -> B` shows the ways from one entity to another, the shortest of each family. Tab after the arrow offers what \
               can be reached.",
        statement: "path hCG -> spermatogenesis",
        notice: "The first path is `supporting`: it has the sign of the net effect. The second is `damping`: the return of the feedback, \
                 which weakens the effect and does not turn it. `.mode tree` folds what paths share; `.mode table` goes back.",
    },
    Step {
        title: "When it depends",
        text: "Some effects depend on how a drug is given. GnRH comes in pulses; given without pause it does the opposite.",
        statement: "? does GnRH raise LH",
        notice: "`Depends on dosing`: one verdict for each context, each with its own mechanism. `? does GnRH raise LH given dosing = \
                 continuous` asks for one of them.",
    },
    Step {
        title: "Joining conditions",
        text: "Conditions join with `and`, `or`, `but not`; a kind such as `drugs` narrows the question. Here is the clinical one: what \
               raises testosterone and leaves fertility alone?",
        statement: "? which drugs raise testosterone and do not suppress spermatogenesis",
        notice: "hCG, anastrozole, clomiphene and tamoxifen are there, testosterone itself is not; gonadorelin only where it is \
                 given in pulses. A note says that `testosterone` was read as circulating testosterone.",
    },
    Step {
        title: "What if",
        text: "`simulate` does several things at once; `versus` compares with a second scenario. What does hCG add in a man on \
               testosterone?",
        statement: "simulate exogenous testosterone up, hCG up versus exogenous testosterone up show intratesticular testosterone",
        notice: "Intratesticular testosterone goes `up`, `likely`, and a source documents the same on TRT. With `holding LH, FSH` you \
                 would ask it of an axis that no longer answers.",
    },
    Step {
        title: "Comparing",
        text: "`compare` sets agents side by side. The last column says whether they agree on what stands after `on`.",
        statement: "compare clomiphene with tamoxifen on LH, testosterone",
        notice: "Both raise LH and testosterone, so they `agree`. That was the last step: `.help` lists what else there is, `.help path` \
                 or `help suppress` explains one thing with an example, and Ctrl-D leaves.",
    },
];
