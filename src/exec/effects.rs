//! `what does gonadorelin do`: the net effects of one subject on everything it reaches.

use crate::answer::{EntityRow, Note, Rows, Verdict};
use crate::graph::EntityId;
use crate::resolve::{Clauses, Mention, Target};

use super::finding::{Aim, Finding};
use super::remarks;
use super::select::sort_rows;
use super::{Executor, Outcome, Stopped};

impl Executor<'_> {
    pub(super) fn effects(&mut self, subject: &Target, clauses: &Clauses) -> Result<Outcome, Stopped> {
        let mut notes = remarks::readings(self.graph, [subject]);
        notes.extend(remarks::bound(self.graph, clauses));
        let mut rows = Vec::new();
        let mut mixed: Vec<String> = Vec::new();
        let (mut examined, mut objects) = (0, 0);
        for mention in &subject.mentions {
            let (decided, of) = self.effects_of(mention, clauses, &mut rows, &mut mixed);
            examined += decided;
            objects += of;
        }
        let cut = self.unexamined(rows.len(), examined, objects)?;
        sort_rows(&mut rows);
        notes.push(Note::new("edges", format!("`show {}` lists every edge, those without a sign too", subject.text)));
        if !mixed.is_empty() {
            notes.push(remarks::counted("mixed", &mixed, "undecided by the signs, so not listed"));
        }
        let found = rows.len();
        let fits = clauses.limit.is_none_or(|limit| found <= limit);
        if let Some(limit) = clauses.limit.filter(|_| !fits) {
            rows.truncate(limit);
            notes.push(remarks::cut(limit, found, "rows"));
        }
        let complete = fits && cut.is_none();
        notes.extend(cut);
        Ok(Outcome { notes, complete, ..Outcome::new(Rows::Entities(rows)) })
    }

    /// The rows of one subject. How many objects were examined, and how many there are.
    fn effects_of(
        &mut self,
        mention: &Mention,
        clauses: &Clauses,
        rows: &mut Vec<EntityRow>,
        mixed: &mut Vec<String>,
    ) -> (usize, usize) {
        let cases = self.cases(mention.entity, &mention.context, clauses);
        let objects: Vec<EntityId> = self
            .graph
            .entity_ids()
            .filter(|&object| object != mention.entity && !self.graph.is_umbrella(object))
            .collect();
        let mut pairs = Vec::new();
        for &object in &objects {
            for case in &cases {
                pairs.push((case, Aim { object, aspect: self.natural_aspect(object) }));
            }
        }
        let findings = self.findings_so_far(&pairs, clauses);
        let mut examined = 0;
        for (object, findings) in objects.iter().zip(findings.chunks(cases.len())) {
            if let Some(findings) = findings.iter().cloned().collect::<Option<Vec<Finding>>>() {
                examined += 1;
                self.effect_row(*object, &findings, rows, mixed);
            }
        }
        (examined, objects.len())
    }

    /// A row where every context agrees, else one for each context that has a verdict.
    fn effect_row(
        &mut self,
        object: EntityId,
        findings: &[Finding],
        rows: &mut Vec<EntityRow>,
        mixed: &mut Vec<String>,
    ) {
        let Some(first) = findings.first() else { return };
        let depends = findings.iter().any(|found| found.verdict() != first.verdict());
        if first.verdict() == Verdict::Mixed && !depends {
            mixed.push(self.graph.entity(object).name.clone());
        }
        let shown = if depends { findings } else { &findings[..1] };
        for finding in shown.iter().filter(|finding| finding.sign().is_some()) {
            let mut effect = self.effect(finding);
            if depends || finding.case.fixed {
                effect.contexts = vec![finding.case.context.clone()];
            }
            let entity = self.graph.entity(object);
            let kind = self.graph.schema.kind(entity.kind());
            rows.push(EntityRow {
                entity: entity.name.clone(),
                id: entity.id.clone(),
                entity_kind: kind.id.clone(),
                group: kind.group,
                via_class: None,
                effect: Some(effect),
                effects: Vec::new(),
                edges: Vec::new(),
                definition: None,
            });
        }
    }
}
