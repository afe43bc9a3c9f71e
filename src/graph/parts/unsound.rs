//! Everything in a graph's tables that no sound graph says.

use crate::graph::Graph;
use crate::graph::storage::{Label, Rows};

/// What is wrong where a check fails, and the check.
type Check = (&'static str, fn(&Graph) -> bool);

impl Graph {
    /// What is not sound in the tables, each in a few words; nothing in any graph that was built in memory. Looks through
    /// everything: O(size of the graph).
    pub fn unsound_parts(&self) -> Vec<&'static str> {
        let checks: [Check; 8] = [
            ("an entity is no entity", Self::entities_are_sound),
            ("a source is no source", Self::sources_are_sound),
            ("an edge joins or says what does not exist", Self::edges_are_sound),
            ("the rows by subject do not hold the edges", |graph| {
                graph.rows_are_sound(graph.adjacency.outgoing_rows(), graph.edges.subjects(), graph.edges.objects())
            }),
            ("the rows by object do not hold the edges", |graph| {
                graph.rows_are_sound(graph.adjacency.incoming_rows(), graph.edges.objects(), graph.edges.subjects())
            }),
            ("classes and members do not exist", Self::hierarchy_is_sound),
            ("names are no sorted names of entities", Self::names_are_sound),
            ("something does not exist", |graph| !graph.is_damaged()),
        ];
        checks.into_iter().filter(|(_, is_sound)| !is_sound(self)).map(|(what, _)| what).collect()
    }

    fn entities_are_sound(&self) -> bool {
        let bounds = self.bounds().afresh();
        self.entity_ids().for_each(|id| {
            self.entities.kinds(id, &bounds);
        });
        let mut alike = true;
        self.entities.visit(&bounds, |id, entity| alike &= entity.kinds == self.entities.kinds(id, &bounds));
        alike && !bounds.is_damaged()
    }

    fn sources_are_sound(&self) -> bool {
        let (bounds, sources) = (self.bounds().afresh(), self.sources.records());
        (0..sources.len()).for_each(|position| {
            sources.read(position, &bounds);
        });
        !bounds.is_damaged()
    }

    fn edges_are_sound(&self) -> bool {
        let bounds = self.bounds().afresh();
        for id in self.edge_ids() {
            self.edges.subject(id, &bounds);
            self.edges.object(id, &bounds);
            self.edges.label(id, &bounds);
        }
        let details_are_sound = self.edges.packed_details().is_none_or(|details| details.are_sound(&bounds));
        details_are_sound && !bounds.is_damaged()
    }

    /// Whether rows hold each edge once, at its end, sorted by the other end, then by edge.
    fn rows_are_sound(&self, rows: &Rows, here: &[u32], there: &[u32]) -> bool {
        let labels = self.edges.labels().as_slice();
        let begins = rows.begins();
        let mut held = fixedbitset::FixedBitSet::with_capacity(self.edge_count());
        let ascending = begins.windows(2).all(|pair| pair[0] <= pair[1]);
        let fits = |node: u32, neighbour: u32, label: Label, edge: u32| {
            let at = edge as usize;
            (here.get(at), there.get(at), labels.get(at)) == (Some(&node), Some(&neighbour), Some(&label))
        };
        let rows_fit = self.entity_ids().all(|id| {
            let sorted = rows.row(id.0).map(|entry| (entry.neighbour, entry.edge)).is_sorted();
            sorted
                && rows
                    .row(id.0)
                    .all(|entry| fits(id.0, entry.neighbour, entry.label, entry.edge) && !held.put(entry.edge as usize))
        });
        ascending && rows_fit && held.is_full()
    }

    fn hierarchy_is_sound(&self) -> bool {
        let bounds = self.bounds().afresh();
        let hierarchy = self.adjacency.hierarchy();
        for lists in [&hierarchy.classes, &hierarchy.members, &hierarchy.umbrellas] {
            for id in self.entity_ids() {
                lists.of(id, &bounds);
            }
        }
        !bounds.is_damaged()
    }

    fn names_are_sound(&self) -> bool {
        let bounds = self.bounds().afresh();
        self.names().entities().is_sound(&bounds) && !bounds.is_damaged()
    }
}
