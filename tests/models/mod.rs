//! Models of others with their published responses: what the causal core makes of them. Where each model and response
//! comes from stands in its row and in `README.md` here.

mod model;
mod response;

use endograph::causal::{Derivation, Outcome};
use endograph::graph::Sign;

use model::Model;
use response::{Change, Response, Verdict, Wanted};

/// The textbook models that are joined in `physiology`.
const JOINED: [&str; 13] = [
    "male-axis",
    "thyroid",
    "glucose",
    "renin",
    "calcium",
    "cortisol",
    "baroreflex",
    "water",
    "breathing",
    "erythropoiesis",
    "growth",
    "appetite",
    "prolactin",
];

/// Those that stand alone.
const ALONE: [&str; 5] =
    ["snowshoe-hare-chain", "snowshoe-hare-omnivory", "snowshoe-hare-mutual", "gastric-acid", "female-axis"];

/// How the responses of a model came out.
#[derive(Default)]
struct Score {
    right: [usize; 2],
    wrong: Vec<String>,
    surely_wrong: Vec<String>,
    open: Vec<String>,
    less_sure: Vec<String>,
    no_path: Vec<String>,
}

impl Score {
    fn of(model: &Model) -> Self {
        let found = model.derive(model.responses.iter().map(Response::asked));
        let mut score = Self::default();
        for (response, found) in model.responses.iter().zip(&found) {
            score.count(response, found);
        }
        score
    }

    fn count(&mut self, response: &Response, found: &Derivation) {
        let verdict = response.judge(found);
        let line = response.report(found);
        match verdict {
            Verdict::Right(sure) => {
                self.right[usize::from(sure == Wanted::Determined)] += 1;
                if sure < response.wanted {
                    self.less_sure.push(line);
                }
            }
            Verdict::Wrong { sure: true } => self.surely_wrong.push(line),
            Verdict::Wrong { sure: false } => self.wrong.push(line),
            Verdict::Open if response.wanted > Wanted::Any => self.less_sure.push(line),
            Verdict::Open => self.open.push(line),
            Verdict::NoPath => self.no_path.push(line),
        }
    }

    fn report(&self, name: &str) -> String {
        let mut text = format!(
            "{name}: {} determined, {} likely, {} open, {} wrong, {} surely wrong, {} without a path, {} less sure than wanted",
            self.right[1],
            self.right[0],
            self.open.len(),
            self.wrong.len(),
            self.surely_wrong.len(),
            self.no_path.len(),
            self.less_sure.len(),
        );
        let lists = [
            ("SURELY WRONG", &self.surely_wrong),
            ("WRONG", &self.wrong),
            ("OPEN", &self.open),
            ("LESS SURE THAN WANTED", &self.less_sure),
            ("NO PATH", &self.no_path),
        ];
        for (title, lines) in lists {
            for line in lines {
                text.push_str(&format!("\n  {title}: {line}"));
            }
        }
        text
    }
}

#[test]
fn survey() {
    for name in ALONE.into_iter().chain(JOINED).chain(["physiology"]) {
        if !std::path::Path::new(&format!("tests/models/{name}.tsv")).exists() { continue; }
        let model = Model::read(name);
        let t = std::time::Instant::now();
        let score = Score::of(&model);
        println!("{} [{} variables, {} edges, {:?}]", score.report(name), model.variables().count(), model.edge_count(), t.elapsed());
    }
}
