//! Statements that look around: `show`, `list`, `find`, `evidence`, `figures for`, `schema`, `stats`.

use crate::diagnostic::{Code, Diagnostic};
use crate::graph::fold;
use crate::syntax::{Phrase, StatementKind};

use super::phrase::{Slot, text_of};
use super::{Listing, NamedAs, Resolved, Scope, Target};

impl Scope<'_> {
    pub(super) fn looking(&self, statement: &StatementKind) -> Result<Resolved, Diagnostic> {
        Ok(match statement {
            StatementKind::Show(phrase) => Resolved::Show(self.umbrella_or_name(phrase)?),
            StatementKind::List(phrase) => Resolved::List(self.listing(phrase)?),
            StatementKind::Find(phrase) => Resolved::Find(text_of(phrase, 0, phrase.items.len())),
            StatementKind::Evidence { from, to } => Resolved::Evidence {
                from: self.umbrella_or_name(from)?,
                to: to.as_ref().map(|phrase| self.umbrella_or_name(phrase)).transpose()?,
            },
            StatementKind::Figures(phrase) => Resolved::Figures(self.umbrella_or_name(phrase)?),
            StatementKind::Schema => Resolved::Schema,
            StatementKind::Stats => Resolved::Stats,
            StatementKind::Result(name) => Resolved::Bound(Target {
                text: format!("${}", name.text),
                span: name.span,
                mentions: self.bindings.get(&name.text).cloned().ok_or_else(|| self.unbound(name))?,
                aspect: None,
                named: NamedAs::Several,
            }),
            _ => return Err(Diagnostic::new(Code::NotApplicable, "this statement looks at nothing")),
        })
    }

    /// A name, where an umbrella stands for itself and its pools rather than for its default pool.
    fn umbrella_or_name(&self, phrase: &Phrase) -> Result<Target, Diagnostic> {
        let mut target = self.name(phrase)?;
        if let NamedAs::Umbrella(umbrella) = target.named {
            let pools = &self.graph.entity(umbrella).pools;
            target.mentions = [umbrella].iter().chain(pools).map(|&entity| super::phrase::bare(entity)).collect();
        }
        Ok(target)
    }

    fn listing(&self, phrase: &Phrase) -> Result<Listing, Diagnostic> {
        match fold(&text_of(phrase, 0, phrase.items.len())).as_str() {
            "kinds" => Ok(Listing::Kinds),
            "relations" | "verbs" => Ok(Listing::Relations),
            "sources" | "documents" => Ok(Listing::Sources),
            "everything" | "entities" => Ok(Listing::Entities(Target {
                text: "entities".to_owned(),
                span: phrase.span,
                mentions: super::everything(self.graph),
                aspect: None,
                named: NamedAs::Anything,
            })),
            _ => Ok(Listing::Entities(self.target(phrase, Slot::Restriction)?)),
        }
    }
}
