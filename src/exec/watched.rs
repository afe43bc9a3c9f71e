//! What is watched: what a question names, or whatever may matter to who asks.

use crate::graph::{EntityId, Group};
use crate::resolve::Target;

use super::Executor;
use super::finding::Aim;
use super::select::effect_instances;

impl Executor<'_> {
    /// What is watched where nothing is named: hormones, processes and conditions, or whatever kinds the schema says.
    pub(super) fn watched(&self, except: &[EntityId]) -> Vec<Aim> {
        let graph = self.graph;
        let kind = |id: EntityId| graph.schema.kind(graph.entity(id).kind());
        let any = graph.schema.kinds.values().any(|kind| kind.watched);
        let watched = |id: &EntityId| if any { kind(*id).watched } else { kind(*id).group != Group::Other };
        let objects = graph.entity_ids().filter(|id| !graph.is_umbrella(*id) && !except.contains(id));
        objects.filter(watched).map(|object| Aim { object, aspect: self.natural_aspect(object) }).collect()
    }

    /// What is named, each once; a class stands for its members too.
    pub(super) fn named(&self, targets: &[Target]) -> Vec<Aim> {
        let mut aims: Vec<Aim> = Vec::new();
        for target in targets {
            for object in effect_instances(self.graph, target) {
                let aim = Aim { object, aspect: self.aspect(object, target) };
                if !aims.contains(&aim) && !self.graph.is_umbrella(object) {
                    aims.push(aim);
                }
            }
        }
        aims
    }
}
