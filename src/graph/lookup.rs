//! Questions about entities that resolving asks: kinds, classes, contexts.

use indexmap::{IndexMap, IndexSet};

use super::{ContextScope, EdgeId, EntityId, Graph, KindId};

impl Graph {
    /// Whether an entity is of a kind, as its first or a further one.
    pub fn is_of_kind(&self, id: EntityId, kind: KindId) -> bool {
        self.kinds_of(id).contains(&kind)
    }

    /// Whether an entity stands for its pools. Decodes nothing where nothing is a pool.
    pub fn is_umbrella(&self, id: EntityId) -> bool {
        self.adjacency.has_pools() && self.entity(id).is_umbrella()
    }

    /// The entities of a kind, as their first or a further one, in table order. O(entities).
    pub fn entities_of_kind(&self, kind: KindId) -> Vec<EntityId> {
        self.entity_ids().filter(|&id| self.is_of_kind(id, kind)).collect()
    }

    /// The context keys that a question may set for an entity: those of scope `Subject` on its own edges and on those it
    /// inherits, each with the values that occur, in the order of the schema. A key that the schema gives a default also
    /// lists that default, because an edge that says nothing of the key holds there too.
    pub fn subject_contexts(&self, id: EntityId) -> IndexMap<&str, Vec<&str>> {
        let mut contexts = IndexMap::new();
        if self.edge_table().are_regular() {
            return contexts; // no edge is bound to a context
        }
        for key in self.schema.contexts.values().filter(|key| key.scope == ContextScope::Subject) {
            let mut used = self.used_values(id, &key.key);
            if used.is_empty() {
                continue;
            }
            if let Some(default) = key.default.as_deref()
                && !used.contains(&default)
            {
                used.push(default);
            }
            // The schema's order where it lists the values, the order of the files where they are free.
            used.sort_by_key(|value| key.values.iter().position(|known| known == value));
            contexts.insert(key.key.as_str(), used);
        }
        contexts
    }

    /// Whom a class or an umbrella stands for: its members and pools, and theirs, nearest first, each once.
    /// O(members and pools below it).
    pub fn stands_for(&self, class: EntityId) -> Vec<EntityId> {
        let mut found: IndexSet<EntityId> = IndexSet::from_iter([class]);
        let mut next = 0;
        while let Some(&entity) = found.get_index(next) {
            next += 1;
            found.extend(self.entity(entity).pools.iter().chain(self.adjacency.direct_members(entity)));
        }
        found.into_iter().skip(1).collect()
    }

    /// Whether some edge of an entity, its own or inherited, names a value of a context as that under which it holds.
    pub fn states_context(&self, id: EntityId, key: &str, value: &str) -> bool {
        self.used_values(id, key).contains(&value)
    }

    /// The edges that start from or end in any of these entities, each once, in table order.
    /// O(d log d) in the number of edges found.
    pub fn edges_touching(&self, entities: &[EntityId]) -> Vec<EdgeId> {
        let links = entities.iter().flat_map(|&id| {
            self.adjacency.outgoing(id).into_iter().chain(self.adjacency.incoming(id)).map(|link| link.edge)
        });
        let mut edges: Vec<EdgeId> = links.collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    /// For each source, how many edges cite it. Decodes no edge. O(edges + details).
    pub fn citing_edges(&self) -> Vec<usize> {
        self.edge_table().citations(self.bounds())
    }

    fn used_values(&self, id: EntityId, key: &str) -> Vec<&str> {
        let own = self.adjacency.outgoing(id).into_iter();
        let classes = self.adjacency.all_classes(id);
        let inherited = classes
            .iter()
            .flat_map(|&class| self.adjacency.outgoing(class))
            .filter(|link| self.schema.relation(link.relation()).inherited);
        let mut values: Vec<&str> = Vec::new();
        for link in own.chain(inherited) {
            if let Some(value) = self.edge(link.edge).context.get(key)
                && !values.contains(&value)
            {
                values.push(value);
            }
        }
        values
    }
}
