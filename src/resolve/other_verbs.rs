//! Verbs that people use and no graph needs, because another says the same: `cure` for `treat`.

use crate::graph::fold;

use super::{Scope, lexicon};

/// Verbs as they stand after `does`, and the one that is meant.
const OTHER_VERBS: &[(&[&str], &str)] = &[
    (&["cure", "heal", "remedy", "help", "fix", "manage"], "treat"),
    (&["promote", "enhance", "augment", "up-regulate", "grow"], "raise"),
    (&["depress", "diminish", "down-regulate", "shut", "kill", "stop", "halt", "lessen", "shrink"], "suppress"),
    (&["alter", "impact", "modulate", "influence", "effect"], "affect"),
    (&["induce", "trigger", "provoke"], "cause"),
    (&["antagonise", "antagonize"], "block"),
    (&["make", "create", "generate", "synthesise", "synthesize"], "produce"),
];

impl Scope<'_> {
    /// The verb of this graph that says what another one does, in the same form: `treated by` for `cured by`.
    pub(super) fn verb_for(&self, written: &str) -> Option<String> {
        let written = fold(written);
        let (form, meant) = OTHER_VERBS.iter().find_map(|(others, meant)| {
            let form = others.iter().find_map(|other| forms(other).iter().position(|form| fold(form) == written))?;
            Some((form, meant))
        })?;
        let [base, ..] = forms(meant);
        let is_known = !lexicon::active_verbs_at(self.graph, &[&base]).is_empty();
        forms(meant).into_iter().nth(form).filter(|_| is_known)
    }
}

/// `treat`, `treats`, `treated by`
fn forms(base: &str) -> [String; 3] {
    let third = if base.ends_with('s') || base.ends_with('x') { "es" } else { "s" };
    let passive = if base.ends_with('e') { "d by" } else { "ed by" };
    [base.to_owned(), format!("{base}{third}"), format!("{base}{passive}")]
}
