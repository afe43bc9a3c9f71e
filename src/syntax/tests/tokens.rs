//! What the shell is told about words, and the list of words itself.

use crate::syntax::parser::Rule;
use crate::syntax::{Role, TokenKind, all_keywords, keyword, tokens};

/// The tokens, keywords in upper case.
fn check(text: &str, expected: &str) {
    let shown: Vec<String> = tokens(text)
        .into_iter()
        .map(|token| {
            let word = text.get(token.span.start..token.span.end).unwrap_or_default();
            match token.kind {
                TokenKind::Keyword(_) => word.to_uppercase(),
                TokenKind::Word | TokenKind::Number | TokenKind::Result | TokenKind::Comment => word.to_owned(),
                other => format!("{word}:{other:?}"),
            }
        })
        .collect();
    assert_eq!(shown.join(" "), expected, "{text}");
}

#[test]
fn keywords_are_contextual() {
    check("path all all max 3 # so", "PATH ALL ALL MAX 3 # so");
    check("show path", "SHOW path");
    check("? how many drugs have common", "?:QuestionMark HOW MANY drugs have common");
    check("let path = path a->b", "LET path =:Mark PATH a ->:Arrow b");
    check("expect likely yes: list likely", "EXPECT LIKELY YES ::Mark LIST likely");
    check("stats\nstats; a\n stats", "STATS STATS ;:Mark a stats");
    check("path a - > \"b", "PATH a - >:Unknown \"b:UnclosedQuote");
    check(
        "expect LH down: simulate path up show list versus X set up holding LH",
        "EXPECT LH DOWN ::Mark SIMULATE path UP SHOW list VERSUS X SET UP HOLDING LH",
    );
    check("loops through LH negative", "LOOPS THROUGH LH NEGATIVE");
    check("compare a with b on up", "COMPARE a WITH b ON up");
    check("draw path a -> b to ../x(1.svg; stats", "DRAW PATH a ->:Arrow b TO ../x(1.svg:File ;:Mark STATS");
    check("draw show to to \"a b.svg\" # to c", "DRAW SHOW to TO \"a b.svg\":File # to c");
    check("draw show LH to", "DRAW SHOW LH to");
    check("show LH to lh.svg", "SHOW LH to lh.svg");
    check("figures for $x net positive", "FIGURES FOR $x NET POSITIVE");
}

#[test]
fn every_keyword_of_the_grammar_is_listed_once() {
    let named = |rule: &&Rule| format!("{rule:?}").starts_with("kw_");
    // The two groups of the grammar that are no keywords themselves.
    let groups = [Rule::kw_clause, Rule::kw_joint];
    for rule in Rule::all_rules().iter().filter(named).filter(|rule| !groups.contains(rule)) {
        assert!(keyword::text_of(*rule).is_some(), "{rule:?}");
    }
    let mut texts: Vec<_> = all_keywords().map(|keyword| keyword.text).collect();
    texts.sort_unstable();
    assert!(texts.windows(2).all(|pair| pair[0] != pair[1]), "{texts:?}");
    for clause in all_keywords().filter(|keyword| matches!(keyword.role, Role::Clause | Role::Joining)) {
        assert!(crate::syntax::parse_statement(&format!("show {}", clause.text)).is_err(), "{}", clause.text);
        assert!(crate::syntax::parse_statement(&format!("show \"{}\"", clause.text)).is_ok(), "{}", clause.text);
    }
}
