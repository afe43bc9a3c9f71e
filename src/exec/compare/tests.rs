//! Comparisons on the embedded graph.

use super::super::Models;
use super::*;
use crate::cancel::Cancel;
use crate::diagnostic::Span;
use crate::formats;
use crate::graph::{Context, Graph};
use crate::resolve::{Clauses, Mention, NamedAs, Target};

fn target(graph: &Graph, id: &str) -> Target {
    let entity = graph.entity_id(id).expect("an id of the graph");
    Target {
        text: graph.entity(entity).name.clone(),
        span: Span::new(0, 0),
        mentions: vec![Mention { entity, context: Context::default() }],
        aspect: None,
        named: NamedAs::Name,
    }
}

fn ask(graph: &Graph, agents: &[&str], on: &[&str], view: ComparisonView) -> (Vec<ComparisonRow>, Vec<Note>) {
    let targets = |ids: &[&str]| ids.iter().map(|id| target(graph, id)).collect();
    let comparison = Comparison { agents: targets(agents), on: targets(on), view, clauses: Clauses::default() };
    let mut models = Models::default();
    let outcome = Executor::new(graph, &mut models, 1, Cancel::never()).compare(&comparison);
    let Outcome { rows: Rows::Comparison(rows), notes, .. } = outcome.expect("nothing to refuse") else {
        panic!("a comparison answers with a comparison")
    };
    (rows, notes)
}

#[test]
fn dump() {
    let graph = formats::embedded().expect("sound data");
    for (agents, on) in [
        (&["clomiphene", "tamoxifen"][..], &[][..]),
        (&["clomiphene", "enclomiphene"], &[]),
        (&["hcg", "gonadorelin"], &[]),
        (
            &["hcg", "gonadorelin", "clomiphene", "anastrozole"],
            &["lh", "fsh", "circulating-testosterone", "spermatogenesis"],
        ),
    ] {
        for view in [ComparisonView::Whole, ComparisonView::Common, ComparisonView::Differences] {
            let (rows, notes) = ask(&graph, agents, on, view);
            println!("== {agents:?} {view:?}");
            for row in rows {
                println!("{} | {:?} | {:?}", row.agent, row.classes, row.definition);
                let steps = |steps: &[crate::answer::Step]| {
                    steps
                        .iter()
                        .map(|step| format!("{} {} {}", step.from, step.relation, step.to))
                        .collect::<Vec<_>>()
                        .join("; ")
                };
                println!("   {}\n   {}", steps(&row.mechanism), steps(&row.related));
                println!("   {:?} {:?} {:?}", row.targets, row.routes, row.doses);
                for effect in &row.effects {
                    println!(
                        "   {} {} {:?} {:?} {} {:?}",
                        effect.object,
                        effect.verdict.as_str(),
                        effect.certainty,
                        effect.likelihood,
                        effect.agreement.as_str(),
                        effect
                            .contexts
                            .iter()
                            .map(|context| (context.context.clone(), context.verdict))
                            .collect::<Vec<_>>()
                    );
                }
            }
            for note in notes {
                println!("   note {}", note.text);
            }
        }
    }
}
