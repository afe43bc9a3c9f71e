//! Whether what a scenario does is what was expected.

use crate::answer::{Change, PredictionRow, VerdictCertainty, YesNo};
use crate::graph::{Aspect, Graph};
use crate::resolve::{Mention, Target};

use super::Shortfall;

/// One change that was expected: of what, which way, how sure.
type ExpectedChange = (Target, Change, Option<VerdictCertainty>);

/// Checks each expected change against the rows of its entity, and tells of every one that differs. An entity without a
/// row does not move, if it was watched: with `show`, only what has a row was.
pub(super) fn check_changes(
    wanted: &[ExpectedChange],
    rows: &[PredictionRow],
    graph: &Graph,
    all_watched: bool,
) -> Result<(), Shortfall> {
    let mut expected: Vec<String> = Vec::new();
    let mut got: Vec<String> = Vec::new();
    for (target, change, certainty) in wanted {
        for mention in &target.mentions {
            let differing = differing(mention, target, (*change, *certainty), (rows, all_watched), graph);
            if let Some(came) = differing {
                let name = &graph.entity(mention.entity).name;
                let aspect = target.aspect.map_or(String::new(), |aspect| format!("{} of ", aspect.as_str()));
                expected.push(format!("{aspect}{name} {}", told(*change, *certainty)));
                got.push(format!("{aspect}{name} {came}"));
            }
        }
    }
    if expected.is_empty() { Ok(()) } else { Err(Shortfall::new(expected.join(", "), got.join(", "))) }
}

/// What came of an entity instead of what was wanted.
fn differing(
    mention: &Mention,
    target: &Target,
    (change, certainty): (Change, Option<VerdictCertainty>),
    (rows, all_watched): (&[PredictionRow], bool),
    graph: &Graph,
) -> Option<String> {
    let id = &graph.entity(mention.entity).id;
    let of_aspect = |aspect: Aspect| rows.iter().filter(move |row| row.id == *id && row.aspect == aspect);
    // Where no aspect is named, what is said of its abundance counts if anything is.
    let aspect = target.aspect.unwrap_or_else(|| {
        if of_aspect(Aspect::Abundance).next().is_some() { Aspect::Abundance } else { Aspect::Activity }
    });
    let mut of_it = of_aspect(aspect).peekable();
    if of_it.peek().is_none() {
        if !all_watched {
            return Some("not watched: `show` does not name it".to_owned());
        }
        let holds = change == Change::None && certainty.is_none();
        return (!holds).then(|| "none, without a row".to_owned());
    }
    let holds = |row: &PredictionRow| row.change == change && certainty.is_none_or(|one| row.certainty == Some(one));
    of_it.find(|row| !holds(row)).map(|row| told(row.change, row.certainty))
}

/// Checks an answer such as `mixed`, which must hold of every row: ambiguous, or for `unknown` unmoved.
pub(super) fn check_answer(
    wanted: YesNo,
    certainty: Option<VerdictCertainty>,
    rows: &[PredictionRow],
) -> Result<(), Shortfall> {
    let change = match wanted {
        YesNo::Mixed => Change::Ambiguous,
        YesNo::Unknown => Change::None,
        YesNo::Yes | YesNo::No | YesNo::Depends => {
            return Err(Shortfall::new(wanted.as_str(), "a prediction, of which changes are expected: `LH down`"));
        }
    };
    let holds = |row: &&PredictionRow| row.change == change && certainty.is_none_or(|one| row.certainty == Some(one));
    let expected = told(change, certainty);
    match rows.iter().find(|row| !holds(row)) {
        Some(row) => Err(Shortfall::new(expected, format!("{} {}", row.entity, told(row.change, row.certainty)))),
        None if rows.is_empty() => Err(Shortfall::new(expected, "no row")),
        None => Ok(()),
    }
}

/// `likely down`
fn told(change: Change, certainty: Option<VerdictCertainty>) -> String {
    match certainty.filter(|certainty| *certainty != VerdictCertainty::Ambiguous || change != Change::Ambiguous) {
        Some(certainty) => format!("{} {}", certainty.as_str(), change.as_str()),
        None => change.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Answer, Glossary, GraphStamp, Rows};
    use crate::exec::check;
    use crate::graph::Group;
    use crate::resolve::{Bindings, expected};
    use crate::sketch;
    use crate::syntax::{StatementKind, parse_statement};

    fn row(name: &str, aspect: Aspect, change: Change, certainty: Option<VerdictCertainty>) -> PredictionRow {
        PredictionRow {
            presses: Vec::new(),
            lost_with: Vec::new(),
            versus: None,
            scenario: "x up".to_owned(),
            entity: name.to_owned(),
            id: name.to_lowercase(),
            entity_kind: "hormone".to_owned(),
            group: Group::Hormone,
            aspect,
            aspect_named: false,
            change,
            certainty,
            likelihood: None,
            mechanism: Vec::new(),
            counter: Vec::new(),
            documented: Vec::new(),
            reason: None,
            unknown: false,
            hedged: None,
            settled_by: None,
        }
    }

    /// What is reported where LH falls for sure, its activity probably, FSH rises or falls, and GnRH has no row.
    #[track_caller]
    fn told(expectation: &str) -> String {
        let graph = sketch::graph("hormone: LH, FSH, GnRH");
        let rows = Rows::Predictions(vec![
            row("LH", Aspect::Abundance, Change::Down, Some(VerdictCertainty::Determined)),
            row("LH", Aspect::Activity, Change::Down, Some(VerdictCertainty::Likely)),
            row("FSH", Aspect::Abundance, Change::Ambiguous, Some(VerdictCertainty::Ambiguous)),
        ]);
        let stamp = GraphStamp { name: "sketch".to_owned(), version: String::new() };
        let answer = Answer {
            statement: String::new(),
            rows,
            complete: true,
            notes: Vec::new(),
            graph: stamp,
            glossary: Glossary::default(),
        };
        let text = format!("expect {expectation}: stats");
        let statement = parse_statement(&text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let StatementKind::Expect { expectation, .. } = &statement.kind else { panic!("{text}") };
        let expected = expected(expectation, &graph, &Bindings::new()).unwrap_or_else(|error| panic!("{error:?}"));
        match check(&expected, &answer, &graph) {
            Ok(()) => "held".to_owned(),
            Err(shortfall) => format!("{} / {}", shortfall.expected, shortfall.got),
        }
    }

    #[test]
    fn changes() {
        for (expectation, report) in [
            ("LH down", "held"),
            ("LH down, FSH ambiguous and GnRH none", "held"),
            ("determined abundance of LH down", "held"),
            ("likely activity of LH down", "held"),
            ("likely LH down", "LH likely down / LH determined down"),
            ("determined LH down", "held"),
            ("LH up, GnRH up", "LH up, GnRH up / LH determined down, GnRH none, without a row"),
            ("FSH up", "FSH up / FSH ambiguous"),
            ("{LH, FSH} down", "FSH down / FSH ambiguous"),
            ("likely GnRH none", "GnRH likely none / GnRH none, without a row"),
            ("mixed", "ambiguous / LH determined down"),
            ("unknown", "none / LH determined down"),
            ("yes", "yes / a prediction, of which changes are expected: `LH down`"),
            ("3", "held"),
            ("contains {LH}", "held"),
        ] {
            assert_eq!(told(expectation), report, "{expectation}");
        }
    }
}
