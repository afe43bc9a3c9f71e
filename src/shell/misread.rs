//! What was typed without a statement around it: a command without its dot, a bare name, a greeting. The shell knows what was
//! meant where the language does not.

use endograph::diagnostic::{Code, Diagnostic, Span};
use endograph::graph::{Graph, Namespace};
use endograph::resolve::{Bindings, resolve};
use endograph::syntax::{in_quotes, parse_statement};

use super::commands;

/// What is wrong with a statement, and what to type instead where the shell knows.
pub fn explained(fault: Diagnostic, text: &str, graph: &Graph) -> Diagnostic {
    let Some(span) = fault.span.filter(|_| matches!(fault.code, Code::Syntax | Code::Incomplete)) else { return fault };
    let line = line_of(text, span);
    if let Some(mended) = &fault.mended {
        return if is_worth_trying(mended, graph) || !is_first(text, span) { fault } else { led_to_help(fault) };
    }
    if let Some(command) = command_without_dot(line).filter(|_| is_first(text, span)) {
        let help = vec!["commands of the shell begin with a dot; `.help` lists them".to_owned()];
        return Diagnostic { help, suggestions: Vec::new(), mended: Some(command), ..fault };
    }
    if let Some(statement) = about(line, graph) {
        return Diagnostic { help: Vec::new(), suggestions: Vec::new(), mended: Some(statement), ..fault };
    }
    let begins_nothing = is_first(text, span) && fault.suggestions.is_empty() && !begins_name(line, graph);
    if begins_nothing { led_to_help(fault) } else { fault }
}

/// Whether a mended statement leads on. `what can you do` begins as a question does, and holds no verb of the graph, nor a
/// slip of one.
fn is_worth_trying(mended: &str, graph: &Graph) -> bool {
    let resolved = parse_statement(mended).and_then(|parsed| resolve(&parsed, graph, &Bindings::new()).map(drop));
    resolved
        .err()
        .is_none_or(|fault| !matches!(fault.code, Code::Syntax | Code::UnknownVerb) || !fault.suggestions.is_empty())
}

fn led_to_help(fault: Diagnostic) -> Diagnostic {
    let help = "`.help` tells what can be asked, `.examples` lists statements to paste".to_owned();
    Diagnostic { help: vec![help], mended: None, ..fault }
}

/// The line of a fault.
fn line_of(text: &str, span: Span) -> &str {
    let (before, after) = text.split_at_checked(span.start).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = after.find('\n').map_or(text.len(), |newline| before.len() + newline);
    text.get(start..end).unwrap_or_default().trim()
}

/// Whether a fault is at the first word of a statement: a word further on is no command.
fn is_first(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    before.trim_end().ends_with(['\n', ';']) || before.rsplit('\n').next().unwrap_or_default().trim().is_empty()
}

/// `.mode json` of `mode json`.
fn command_without_dot(line: &str) -> Option<String> {
    let first = line.split_whitespace().next()?;
    let is_command = commands::ALL.iter().any(|command| command.name.eq_ignore_ascii_case(first));
    is_command.then(|| format!(".{line}"))
}

/// The statement that tells about what a whole line names: an entity, or all of a kind.
fn about(line: &str, graph: &Graph) -> Option<String> {
    let name = line.trim_start_matches('?').trim_end_matches(['?', '.', '!', ';', ',']).trim();
    let name = name.trim_matches(['"', '“', '”']);
    let runs = |statement: &String| {
        parse_statement(statement).is_ok_and(|parsed| resolve(&parsed, graph, &Bindings::new()).is_ok())
    };
    let known = |namespace| !name.is_empty() && !graph.names().lookup(namespace, name).is_empty();
    if known(Namespace::Names) {
        return [format!("show {name}"), format!("show {}", in_quotes(name))].into_iter().find(runs);
    }
    Some(format!("list {name}")).filter(|statement| known(Namespace::Kinds) && runs(statement))
}

/// Whether a line begins with a name, of which something may be asked.
fn begins_name(line: &str, graph: &Graph) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    graph.names().longest_match(Namespace::Names, &words, 0).is_some()
}

#[cfg(test)]
mod tests {
    use endograph::session::Session;

    use super::*;

    #[test]
    fn what_was_meant() {
        let session = Session::embedded().expect("the embedded graph is sound");
        let check = |line: &str, mended: Option<&str>, help: &str| {
            let fault = parse_statement(line).expect_err("no statement");
            let told = explained(fault, line, session.graph());
            assert_eq!(told.mended.as_deref(), mended, "{line}: {told:?}");
            assert!(told.help.join("\n").contains(help), "{line}: {told:?}");
            assert!(mended.is_none() || told.help.len() < 2, "{line}: {told:?}");
        };
        check("clomiphene", Some("show clomiphene"), "");
        check("TRT?", Some("show TRT"), "");
        check("Leydig cells", Some("show Leydig cells"), "");
        check("? clomiphene", Some("show clomiphene"), "");
        check("\"hCG\"", Some("show hCG"), "");
        check("drugs", Some("list drugs"), "");
        check("mode json", Some(".mode json"), "begin with a dot");
        check("hello", None, "`.help` tells what can be asked");
        check("what can you do", None, "`.help` tells what can be asked");
        check("what suppresses LH", Some("? what suppresses LH"), "");
        check("hi there", None, "`.examples` lists statements");
        check("clomiphene tablets", None, "");
    }
}
