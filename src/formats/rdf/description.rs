//! What triples say of entities, held until all are read: names may stand anywhere in a file.

use indexmap::IndexMap;

use super::names::{Names, local};
use super::sequences::Sequences;
use super::vocabulary::Says;
use crate::formats::intake::{EntityRecord, Intake, Place};

/// The descriptions of entities by their short names, in the order in which they first stand.
#[derive(Debug, Default)]
pub(super) struct Descriptions(IndexMap<String, Description>);

/// What is said of one entity.
#[derive(Clone, Debug, Default)]
struct Description {
    name: Option<Labelled>,
    kinds: Vec<String>,
    synonyms: Vec<String>,
    xrefs: Vec<String>,
    definition: String,
    /// A sequence of its pools, or these themselves.
    pools: Vec<String>,
    line: u64,
}

/// A name and how well its language is understood: a name in English or none goes before one in another.
#[derive(Clone, Debug)]
struct Labelled {
    text: String,
    understood: bool,
}

impl Descriptions {
    /// Takes a text that a triple says of an entity. Whether it was of use: what is said twice is not.
    pub(super) fn say(&mut self, entity: &str, says: Says, text: &str, language: Option<&str>, line: u64) -> bool {
        let description = self.of(entity, line);
        let understood = language.is_none_or(|language| language.to_ascii_lowercase().starts_with("en"));
        match says {
            Says::Label => match &description.name {
                Some(known) if known.understood || !understood => {
                    if known.text != text {
                        description.synonyms.push(text.to_owned());
                    }
                }
                known => {
                    description.synonyms.extend(known.clone().map(|known| known.text));
                    description.name = Some(Labelled { text: text.to_owned(), understood });
                }
            },
            Says::Synonym => description.synonyms.push(text.to_owned()),
            Says::Xref => description.xrefs.push(text.to_owned()),
            Says::Definition if description.definition.is_empty() && understood => {
                text.clone_into(&mut description.definition);
            }
            _ => return false,
        }
        true
    }

    /// Takes a kind; the one that decides goes before the others.
    pub(super) fn is(&mut self, entity: &str, kind: String, decides: bool, line: u64) {
        let kinds = &mut self.of(entity, line).kinds;
        if decides {
            kinds.retain(|known| *known != kind);
            kinds.insert(0, kind);
        } else if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }

    /// Takes a pool of an umbrella, or the sequence of all of them.
    pub(super) fn has_pool(&mut self, umbrella: &str, pool: String, line: u64) {
        self.of(umbrella, line).pools.push(pool);
    }

    fn of(&mut self, entity: &str, line: u64) -> &mut Description {
        self.0.entry(entity.to_owned()).or_insert_with(|| Description { line, ..Description::default() })
    }

    /// Hands the entities over, save those that turned out to be kinds.
    pub(super) fn push(
        &self,
        is_kind: impl Fn(&str) -> bool,
        names: &Names,
        sequences: &mut Sequences,
        intake: &mut Intake,
    ) {
        for (id, description) in self.0.iter().filter(|(id, _)| !is_kind(id)) {
            let mut synonyms = texts(&description.synonyms);
            let last = local(id);
            // An entity without a name is called by its CURIE; people know the last part of it.
            if description.name.is_none() && last != id && last.chars().any(char::is_alphabetic) {
                synonyms.push(last);
            }
            let pools: Vec<String> = sequences.members(&description.pools).iter().map(|pool| names.of(pool)).collect();
            intake.entity(&EntityRecord {
                id,
                name: description.name.as_ref().map_or("", |name| &name.text),
                kinds: &texts(&description.kinds),
                synonyms: &synonyms,
                xrefs: &texts(&description.xrefs),
                definition: &description.definition,
                pools: &texts(&pools),
                place: Place::line(description.line, ""),
            });
        }
    }
}

fn texts(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
