//! Clauses: each at most once where twice makes no sense, its names looked up.

use crate::diagnostic::{Code, Diagnostic, Span, suggest};
use crate::graph::{Certainty, Context, ContextKey, ContextScope, RelationId, fold};
use crate::syntax::{Clause, ClauseKind, Comparison, Item, Phrase, Setting};

use super::phrase::{Slot, plain_words, text_of};
use super::{Clauses, EvidenceField, EvidenceFilter, Scope, lexicon};

impl Scope<'_> {
    pub(super) fn clauses(&self, clauses: &[Clause]) -> Result<Clauses, Diagnostic> {
        let mut resolved = Clauses::default();
        for clause in clauses {
            self.clause(clause, &mut resolved)?;
        }
        Ok(resolved)
    }

    fn clause(&self, clause: &Clause, resolved: &mut Clauses) -> Result<(), Diagnostic> {
        match &clause.kind {
            ClauseKind::Given(settings) => {
                settings.iter().try_for_each(|setting| self.setting(setting, resolved))?;
            }
            ClauseKind::Holding(phrases) => {
                for phrase in phrases {
                    let target = self.target(phrase, Slot::NameOrKind)?;
                    resolved.holding.extend(target.mentions.iter().map(|mention| mention.entity));
                }
            }
            ClauseKind::Via(phrases) => {
                for phrase in phrases {
                    resolved.via.push(self.target(phrase, Slot::NameOrKind)?);
                }
            }
            ClauseKind::Avoiding(phrases) => {
                for phrase in phrases {
                    resolved.avoiding.push(self.target(phrase, Slot::NameOrKind)?);
                }
            }
            ClauseKind::Through { negated: true, relations } => {
                for phrase in relations {
                    resolved.not_through.push(self.relation(phrase)?);
                }
            }
            ClauseKind::Through { negated: false, relations } => {
                let known = resolved.through.get_or_insert_default();
                for phrase in relations {
                    if names_anything(phrase) {
                        known.extend((0..self.graph.schema.relations.len()).map(RelationId::from_index));
                    } else {
                        known.push(self.relation(phrase)?);
                    }
                }
            }
            ClauseKind::Max(count) => resolved.max = Some(*count as usize),
            ClauseKind::Min(count) => resolved.min = Some(*count as usize),
            ClauseKind::Limit(count) => resolved.limit = Some(*count as usize),
            ClauseKind::Net(sign) => resolved.net = Some(*sign),
            ClauseKind::Where(comparisons) => {
                for comparison in comparisons {
                    resolved.filters.push(self.filter(comparison)?);
                }
            }
            ClauseKind::Show(_) | ClauseKind::On(_) | ClauseKind::Feedback(_) => {} // read by their own statements
            ClauseKind::IncludingDocumented => resolved.including_documented = true,
        }
        match (resolved.min, resolved.max) {
            (Some(min), Some(max)) if min > max => Err(Diagnostic::at(
                Code::ClauseConflict,
                clause.span,
                format!("no path or loop has at least {min} and at most {max} edges"),
            )),
            _ => Ok(()),
        }
    }

    fn setting(&self, setting: &Setting, resolved: &mut Clauses) -> Result<(), Diagnostic> {
        let contexts = &self.graph.schema.contexts;
        let Some(key) = contexts.values().find(|key| fold(&key.key) == fold(&setting.key.text)) else {
            let suggestions = suggest(&setting.key.text, contexts.keys().map(String::as_str));
            return Err(Diagnostic::at(
                Code::UnknownContext,
                setting.key.span,
                format!("`{}` is no context of this graph", setting.key.text),
            )
            .label("expected a context key")
            .help(format!("contexts here: {}", listed(contexts.keys().map(String::as_str))))
            .suggest(suggestions));
        };
        let value = context_value(key, &setting.value)?;
        let pair = || Context([(key.key.clone(), value.clone())].into_iter().collect());
        match (key.scope, &setting.of) {
            (ContextScope::Annotation, _) => Err(Diagnostic::at(
                Code::NotApplicable,
                setting.key.span,
                format!("`{}` only annotates edges; it changes no verdict", key.key),
            )),
            (ContextScope::Graph, Some(phrase)) => Err(Diagnostic::at(
                Code::NotApplicable,
                phrase.span,
                format!("`{}` holds for the whole graph, not for one entity", key.key),
            )),
            (ContextScope::Graph, None) => {
                resolved.graph_context.0.extend(pair().0);
                Ok(())
            }
            (ContextScope::Subject, None) => {
                resolved.subject_context.0.extend(pair().0);
                Ok(())
            }
            (ContextScope::Subject, Some(phrase)) => {
                let target = self.name(phrase)?;
                let [mention] = target.mentions.as_slice() else { return Err(Self::not_one(&target)) };
                resolved.entity_contexts.push((mention.entity, pair()));
                Ok(())
            }
        }
    }

    fn filter(&self, comparison: &Comparison) -> Result<EvidenceFilter, Diagnostic> {
        let written = fold(&comparison.field.text);
        let Some((_, field)) = EvidenceField::NAMED.iter().find(|(name, _)| *name == written) else {
            let names = EvidenceField::NAMED.iter().map(|(name, _)| *name);
            return Err(Diagnostic::at(
                Code::UnknownField,
                comparison.field.span,
                format!("`{}` is no field of a step's evidence", comparison.field.text),
            )
            .label("expected a field")
            .help(format!("fields: {}", listed(names.clone())))
            .suggest(suggest(&comparison.field.text, names)));
        };
        let value = text_of(&comparison.value, 0, comparison.value.items.len());
        self.value_occurs(*field, &value, comparison.value.span)?;
        Ok(EvidenceFilter { field: *field, equal: comparison.equal, value })
    }

    /// Refuses a value that no evidence of this graph can have, rather than to find nothing.
    fn value_occurs(&self, field: EvidenceField, value: &str, span: Span) -> Result<(), Diagnostic> {
        let wanted = fold(value);
        let refused =
            |message: String| Diagnostic::at(Code::WrongValue, span, message).label("expected one of its values");
        match field {
            EvidenceField::Certainty => {
                let words = || Certainty::ALL.into_iter().map(Certainty::as_str);
                if words().any(|word| fold(word) == wanted) {
                    return Ok(());
                }
                let refusal = refused(format!("`certainty` is never `{value}`"));
                Err(refusal
                    .help(format!("values of `certainty`: {}", listed(words())))
                    .suggest(suggest(value, words())))
            }
            EvidenceField::Source | EvidenceField::Reference => {
                let names = || self.graph.sources().flat_map(|source| [source.id.as_str(), source.name.as_str()]);
                if wanted.is_empty() || names().any(|name| fold(name) == wanted) {
                    return Ok(());
                }
                Err(refused(format!("no source of this graph is called `{value}`")).suggest(suggest(value, names())))
            }
            EvidenceField::Section => Ok(()),
        }
    }

    /// The relation that a phrase names by any of its verb forms.
    fn relation(&self, phrase: &Phrase) -> Result<RelationId, Diagnostic> {
        let words = plain_words(phrase, 0);
        lexicon::relation_called(self.graph, &words).ok_or_else(|| {
            let text = text_of(phrase, 0, phrase.items.len());
            let verbs = lexicon::all_verbs(self.graph, false);
            let suggestions = suggest(&text, verbs.iter().map(String::as_str).chain([ANYTHING]));
            let message = format!("`{text}` is no relation of this graph");
            let diagnostic = Diagnostic::at(Code::UnknownVerb, phrase.span, message)
                .label("expected a relation: `stimulates`, `blocks`")
                .help("`list relations` shows them");
            // Of effect verbs no path is made.
            let is_relation =
                |word: &String| word == ANYTHING || lexicon::relation_called(self.graph, &[word]).is_some();
            let diagnostic = match suggestions.as_slice() {
                [only] if is_relation(only) => self.with_word(diagnostic, &text, only),
                _ => diagnostic,
            };
            diagnostic.suggest(suggestions)
        })
    }
}

/// In the place of a relation: all of them.
const ANYTHING: &str = "anything";

/// `anything`, in the place of a relation: all of them, those without a sign too.
fn names_anything(phrase: &Phrase) -> bool {
    let [Item::Word(word)] = phrase.items.as_slice() else { return false };
    !word.quoted && word.text.eq_ignore_ascii_case(ANYTHING)
}

fn context_value(key: &ContextKey, phrase: &Phrase) -> Result<String, Diagnostic> {
    let text = text_of(phrase, 0, phrase.items.len());
    if key.values.is_empty() {
        return Ok(text);
    }
    key.values.iter().find(|value| fold(value) == fold(&text)).cloned().ok_or_else(|| {
        Diagnostic::at(Code::UnknownContext, phrase.span, format!("`{}` is never `{text}`", key.key))
            .label("expected one of its values")
            .help(format!("values of `{}`: {}", key.key, listed(key.values.iter().map(String::as_str))))
            .suggest(suggest(&text, key.values.iter().map(String::as_str)))
    })
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
