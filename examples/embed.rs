//! examples/embed.rs: asks one question, reads the answer as data, then prints it as a person would see it.

use endograph::answer::{Format, Rows, Style, render};
use endograph::session::Session;

fn main() {
    let mut session = Session::embedded().expect("the embedded graph has no faults");
    let answer = session.ask("? does hCG raise LH").expect("a statement of names that the graph knows");

    if let Rows::Verdicts(rows) = &answer.rows {
        for row in rows {
            assert_eq!((row.subject.as_str(), row.object.as_str()), ("hCG", "LH"));
            println!("{:?}, {:?}: {} mechanism(s)", row.verdict, row.certainty, row.supporting.len());
        }
    }
    print!("{}", render(&answer, Format::Table, Style::default()));
}
