//! Paths as rows, each with its part in the verdict of the pair that it joins.

use std::borrow::Cow;

use indexmap::IndexMap;

use crate::answer::PathRow;
use crate::graph::{EntityId, ExpandedEdge, Graph, Setting, Sign};
use crate::resolve::{Clauses, PathQuestion};
use crate::syntax::Arrow;

use super::super::finding::{Aim, Case, Finding};
use super::super::mechanism::EdgePath;
use super::super::step::{path_row, role};
use super::super::{Executor, Stopped};
use super::FAMILIES;
use super::query::ends;
use super::terrain::Terrain;

/// The subject and the object of a path.
type Pair = (EntityId, EntityId);

/// The verdict of a pair: the sign of its net effect, where that is decided.
#[derive(Clone, Copy)]
struct Judged {
    pair: Pair,
    sign: Option<Sign>,
}

impl Executor<'_> {
    /// The paths as rows, with their roles where both ends are one entity each and the steps carry effects. On a graph as
    /// it lies no verdict is derived, so there paths play no role. Once the statement is stopped, as many as there is time
    /// for.
    pub(super) fn path_rows(
        &mut self,
        question: &PathQuestion,
        setting: &Setting,
        terrain: &Terrain,
        paths: &[EdgePath],
    ) -> Result<Vec<PathRow>, Stopped> {
        let graph = self.graph;
        let backwards = question.arrow == Arrow::Both;
        let mut rows = Vec::with_capacity(paths.len());
        let mut judged: Vec<Judged> = Vec::new();
        for path in paths {
            if self.cancel.is_cancelled() {
                match self.cut_short {
                    None => self.cut_short(),
                    Some(_) if rows.is_empty() => {} // what was searched for that long is worth one row at least
                    Some(_) => break,
                }
            }
            let edges = terrain.edges(path);
            let edges: Vec<&ExpandedEdge> = edges.iter().map(Cow::as_ref).collect();
            let mut row = path_row(graph, &edges, path.sign, None);
            if backwards {
                row.entities = along(graph, terrain, path);
                row.net = None;
            }
            if let (Some(net), Some(first), Some(last)) = (path.sign, edges.first(), edges.last())
                && !backwards
                && !terrain.is_whole()
                && let Some(verdict) = self.judge((first.subject, last.object), &mut judged, question, setting)?
            {
                row.role = Some(role(graph, self.model(setting), &edges, net, verdict.sign));
            }
            rows.push(row);
        }
        Ok(rows)
    }

    /// The verdict of a pair, derived once; none of more pairs than a few, of a pair of one entity, or once the statement
    /// is stopped.
    fn judge(
        &mut self,
        pair: Pair,
        judged: &mut Vec<Judged>,
        question: &PathQuestion,
        setting: &Setting,
    ) -> Result<Option<Judged>, Stopped> {
        if let Some(known) = judged.iter().find(|known| known.pair == pair) {
            return Ok(Some(*known));
        }
        if judged.len() == FAMILIES || pair.0 == pair.1 || self.cut_short.is_some() {
            return Ok(None);
        }
        match self.pair_sign(pair, question, setting) {
            Ok(sign) => {
                judged.push(Judged { pair, sign });
                Ok(judged.last().copied())
            }
            Err(Stopped::Cancelled) => {
                self.cut_short();
                Ok(None)
            }
            Err(refused) => Err(refused),
        }
    }

    fn pair_sign(
        &mut self,
        (subject, object): Pair,
        question: &PathQuestion,
        setting: &Setting,
    ) -> Result<Option<Sign>, Stopped> {
        let case = Case { subject, context: IndexMap::new(), default: true, fixed: true, setting: setting.clone() };
        let (_, to) = ends(question)?;
        let aspect = self.aspect(object, to);
        let findings = self.findings(&[case], &Aim { object, aspect }, &Clauses::default())?;
        Ok(findings.first().and_then(Finding::sign))
    }
}

/// The entities along a path that ignores direction, in the order in which it touches them.
fn along(graph: &Graph, terrain: &Terrain, path: &EdgePath) -> Vec<String> {
    let mut entities: Vec<EntityId> = path.nodes.iter().map(|&node| terrain.entity_of(node)).collect();
    entities.dedup();
    entities.into_iter().map(|id| graph.entity(id).name.clone()).collect()
}
