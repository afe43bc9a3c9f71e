//! What entities are called in a format that takes not every name, or no name twice.
//!
//! Only what must be changed is kept: of most graphs, nothing. Ids come before names, names before synonyms, and in each
//! the order of the table decides who keeps a spelling.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::graph::names::fold_loosely;
use crate::graph::{EntityId, Graph};

/// What a format asks of spellings.
#[derive(Clone, Copy)]
pub(super) struct Rule {
    /// What two spellings of different entities must not have in common; empty: nothing can be called so.
    pub(super) key: fn(&str) -> String,
    /// Whether names and synonyms stand on one line, without tabs and double spaces.
    pub(super) one_line: bool,
    /// Whether ids and synonyms are written too, and must be told apart from names.
    pub(super) all: bool,
}

impl Rule {
    /// Names are told apart without case, separators and plural s.
    pub(super) const TOML: Self = Self { key: fold_loosely, one_line: false, all: true };
    /// Names are told apart as they are written.
    pub(super) const TABLE: Self = Self { key: str::to_owned, one_line: true, all: true };
    /// As in a table, and there are no ids to tell two of one name apart.
    pub(super) const NAMES_ONLY: Self = Self { key: str::to_owned, one_line: true, all: false };
}

/// What replaces the spellings of one entity.
#[derive(Clone, Debug, Default)]
struct Replaced {
    id: Option<String>,
    name: Option<String>,
    /// The synonyms that are left.
    synonyms: Option<Vec<String>>,
}

/// The spellings of a graph's entities in one format.
#[derive(Default)]
pub(super) struct Spellings {
    replaced: FxHashMap<EntityId, Replaced>,
    /// Spellings of variants that are taken or empty.
    refused: Vec<String>,
}

impl Spellings {
    /// The spellings under a rule. O(size of the names).
    pub(super) fn of(graph: &Graph, rule: Rule) -> Self {
        let mut claims = Claims { rule, owners: FxHashMap::default() };
        let mut spellings = Self::default();
        if rule.all {
            for id in graph.entity_ids() {
                spellings.settle_id(graph, id, &mut claims);
            }
        }
        for id in graph.entity_ids() {
            spellings.settle_name(graph, id, &mut claims);
        }
        if rule.all {
            for id in graph.entity_ids() {
                spellings.settle_synonyms(graph, id, &mut claims);
            }
            spellings.settle_variants(graph, &mut claims);
        }
        spellings
    }

    fn settle_id(&mut self, graph: &Graph, id: EntityId, claims: &mut Claims) {
        let written = &graph.entity(id).id;
        if !claims.claim(written, id) {
            let numbered = (2_u32..).map(|number| format!("{written}-{number}"));
            let free = numbered.into_iter().find(|free| claims.claim(free, id) && graph.entity_id(free).is_none());
            self.replaced.entry(id).or_default().id = free;
        }
    }

    fn settle_name(&mut self, graph: &Graph, id: EntityId, claims: &mut Claims) {
        let written = &graph.entity(id).name;
        let name = claims.rule.cleaned(written);
        if claims.claim(&name, id) {
            if name != *written {
                self.replaced.entry(id).or_default().name = Some(name.into_owned());
            }
            return;
        }
        let marked = format!("{name} ({})", self.id(graph, id)).trim().to_owned();
        let numbered = (2_u32..).map(|number| format!("{marked} {number}"));
        let free = [marked.clone()].into_iter().chain(numbered).find(|free| claims.claim(free, id));
        self.replaced.entry(id).or_default().name = free;
    }

    fn settle_synonyms(&mut self, graph: &Graph, id: EntityId, claims: &mut Claims) {
        let written = &graph.entity(id).synonyms;
        let mut kept: Vec<String> = Vec::with_capacity(written.len());
        for synonym in written {
            let synonym = claims.rule.cleaned(synonym);
            if claims.claim(&synonym, id) {
                kept.push(synonym.into_owned());
            }
        }
        if kept != *written {
            self.replaced.entry(id).or_default().synonyms = Some(kept);
        }
    }

    fn settle_variants(&mut self, graph: &Graph, claims: &mut Claims) {
        for (position, variant) in graph.variants.iter().enumerate() {
            let owner = EntityId::from_index(graph.entity_count() + position);
            for spelling in variant.spellings() {
                if !claims.claim(spelling, owner) {
                    self.refused.push(spelling.to_owned());
                }
            }
        }
    }

    /// The id that an entity is written with.
    pub(super) fn id<'a>(&'a self, graph: &'a Graph, id: EntityId) -> &'a str {
        let replaced = self.replaced.get(&id).and_then(|replaced| replaced.id.as_deref());
        replaced.unwrap_or_else(|| &graph.entity(id).id)
    }

    /// The name that an entity is written with.
    pub(super) fn name<'a>(&'a self, graph: &'a Graph, id: EntityId) -> &'a str {
        let replaced = self.replaced.get(&id).and_then(|replaced| replaced.name.as_deref());
        replaced.unwrap_or_else(|| &graph.entity(id).name)
    }

    /// The synonyms that an entity is written with.
    pub(super) fn synonyms<'a>(&'a self, graph: &'a Graph, id: EntityId) -> &'a [String] {
        let replaced = self.replaced.get(&id).and_then(|replaced| replaced.synonyms.as_deref());
        replaced.unwrap_or_else(|| &graph.entity(id).synonyms)
    }

    /// Whether a variant may be called so.
    pub(super) fn allows_variant(&self, spelling: &str) -> bool {
        !self.refused.iter().any(|refused| refused == spelling)
    }

    /// How many entities are written with other spellings.
    pub(super) fn replaced(&self) -> usize {
        self.replaced.len()
    }

    /// How many spellings of variants cannot be written.
    pub(super) fn refused(&self) -> usize {
        self.refused.len()
    }
}

/// Who has which spelling.
struct Claims {
    rule: Rule,
    owners: FxHashMap<String, EntityId>,
}

impl Claims {
    /// Claims a spelling; answers whether it is the owner's now.
    fn claim(&mut self, spelling: &str, owner: EntityId) -> bool {
        let key = (self.rule.key)(spelling);
        !key.is_empty() && *self.owners.entry(key).or_insert(owner) == owner
    }
}

impl Rule {
    fn cleaned(self, text: &str) -> Cow<'_, str> {
        if self.one_line { one_line(text) } else { Cow::Borrowed(text) }
    }
}

/// A text with single spaces, no line breaks and no NUL, which no text file holds: as tables without quotes need it.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let parts = |mark: char| mark.is_whitespace() || mark == '\0';
    let words = || text.split(parts).filter(|word| !word.is_empty());
    let length = words().map(str::len).sum::<usize>() + words().count().saturating_sub(1);
    let is_single = length == text.len() && !text.contains(|mark: char| parts(mark) && mark != ' ');
    if is_single { Cow::Borrowed(text) } else { Cow::Owned(words().collect::<Vec<_>>().join(" ")) }
}
