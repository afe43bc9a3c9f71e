//! The words and marks of the language, in one place: for errors, printing, highlighting and completion.

use super::parser::Rule;

/// Where a word of the language has its meaning. Elsewhere it is a word like any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Begins a statement: `path`.
    Statement,
    /// Makes a question: `which`.
    Frame,
    /// Opens a clause: `avoiding`. Needs quotes to be a name.
    Clause,
    /// Joins conditions and lists: `and`. Needs quotes to be a name.
    Joining,
    /// Says which paths, right after `path`: `shortest`.
    Selection,
    /// Stands inside a clause or after another word: `positive`.
    Detail,
    /// Says what is done to an entity: `blocked`.
    Action,
    /// Stands between scenarios or agents: `versus`.
    Contrast,
    /// Says what `expect` wants: `likely`.
    Expectation,
    /// Says where a picture goes: `to`.
    Destination,
}

/// A word of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// As it is written, in lower case.
    pub text: &'static str,
    /// Where it has its meaning.
    pub role: Role,
}

/// The words of the language that have this role, in a fixed order.
pub fn keywords(role: Role) -> impl Iterator<Item = &'static str> {
    TABLE.iter().filter(move |(_, _, other)| *other == role).map(|(_, text, _)| *text)
}

/// Every word of the language with its role, in a fixed order.
pub fn all_keywords() -> impl Iterator<Item = Keyword> {
    TABLE.iter().map(|&(_, text, role)| Keyword { text, role })
}

/// The keyword of this text in one of the roles, whatever its case.
pub(super) fn find(text: &str, roles: &[Role]) -> Option<Keyword> {
    all_keywords().find(|keyword| roles.contains(&keyword.role) && keyword.text.eq_ignore_ascii_case(text))
}

/// How a keyword is written.
pub(super) fn text_of(rule: Rule) -> Option<&'static str> {
    TABLE.iter().find(|(other, _, _)| *other == rule).map(|(_, text, _)| *text)
}

/// Whether a match carries no meaning of its own for the tree: a keyword or a mark.
pub(super) fn is_noise(rule: Rule) -> bool {
    mark(rule).is_some() || rule == Rule::EOI || text_of(rule).is_some()
}

/// How a mark is written.
pub(super) fn mark(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::arrow_right => "->",
        Rule::arrow_left => "<-",
        Rule::arrow_both => "<->",
        Rule::question_mark => "?",
        Rule::comma => ",",
        Rule::colon => ":",
        Rule::semicolon => ";",
        Rule::equals => "=",
        Rule::differs => "<>",
        Rule::plus => "+",
        Rule::minus => "-",
        Rule::open_round => "(",
        Rule::close_round => ")",
        Rule::open_curly => "{",
        Rule::close_curly => "}",
        Rule::open_square => "[",
        Rule::close_square => "]",
        Rule::dollar => "$",
        _ => return None,
    })
}

/// The clauses of the statements that take clauses of their own, in the order in which errors list them.
pub(super) const CLAUSES: &[(&str, &[&str])] = &[
    ("simulate", &["holding", "show", "given", "max", "limit"]),
    ("loops", &["through", "avoiding", "max", "min", "limit", "given", "negative", "positive"]),
    ("compare", &["on", "holding", "given"]),
];

/// The clauses of `simulate`, `loops` and `compare`; of any other statement none.
pub fn clauses_of(statement: &str) -> &'static [&'static str] {
    CLAUSES.iter().find(|(word, _)| word.eq_ignore_ascii_case(statement)).map_or(&[], |(_, clauses)| clauses)
}

/// Each keyword rule of the grammar once. A test walks the grammar's rules and compares.
const TABLE: &[(Rule, &str, Role)] = &[
    (Rule::kw_path, "path", Role::Statement),
    (Rule::kw_simulate, "simulate", Role::Statement),
    (Rule::kw_loops, "loops", Role::Statement),
    (Rule::kw_compare, "compare", Role::Statement),
    (Rule::kw_show, "show", Role::Statement),
    (Rule::kw_list, "list", Role::Statement),
    (Rule::kw_find, "find", Role::Statement),
    (Rule::kw_evidence, "evidence", Role::Statement),
    (Rule::kw_figures, "figures", Role::Statement),
    (Rule::kw_schema, "schema", Role::Statement),
    (Rule::kw_stats, "stats", Role::Statement),
    (Rule::kw_let, "let", Role::Statement),
    (Rule::kw_expect, "expect", Role::Statement),
    (Rule::kw_explain, "explain", Role::Statement),
    (Rule::kw_profile, "profile", Role::Statement),
    (Rule::kw_draw, "draw", Role::Statement),
    (Rule::kw_to, "to", Role::Destination),
    (Rule::kw_what, "what", Role::Frame),
    (Rule::kw_which, "which", Role::Frame),
    (Rule::kw_how, "how", Role::Frame),
    (Rule::kw_many, "many", Role::Frame),
    (Rule::kw_why, "why", Role::Frame),
    (Rule::kw_does, "does", Role::Frame),
    (Rule::kw_do, "do", Role::Frame),
    (Rule::kw_is, "is", Role::Frame),
    (Rule::kw_are, "are", Role::Frame),
    (Rule::kw_can, "can", Role::Frame),
    (Rule::kw_could, "could", Role::Frame),
    (Rule::kw_will, "will", Role::Frame),
    (Rule::kw_would, "would", Role::Frame),
    (Rule::kw_may, "may", Role::Frame),
    (Rule::kw_might, "might", Role::Frame),
    (Rule::kw_doesnt, "doesn't", Role::Frame),
    (Rule::kw_dont, "don't", Role::Frame),
    (Rule::kw_isnt, "isn't", Role::Frame),
    (Rule::kw_arent, "aren't", Role::Frame),
    (Rule::kw_the, "the", Role::Frame),
    (Rule::kw_documents, "documents", Role::Frame),
    (Rule::kw_sources, "sources", Role::Frame),
    (Rule::kw_disagree, "disagree", Role::Frame),
    (Rule::kw_on, "on", Role::Frame),
    (Rule::kw_about, "about", Role::Frame),
    (Rule::kw_have, "have", Role::Frame),
    (Rule::kw_in, "in", Role::Frame),
    (Rule::kw_common, "common", Role::Frame),
    (Rule::kw_differ, "differ", Role::Frame),
    (Rule::kw_from, "from", Role::Frame),
    (Rule::kw_a, "a", Role::Frame),
    (Rule::kw_feedback, "feedback", Role::Frame),
    (Rule::kw_loop, "loop", Role::Frame),
    (Rule::kw_there, "there", Role::Frame),
    (Rule::kw_exist, "exist", Role::Frame),
    (Rule::kw_pass, "pass", Role::Frame),
    (Rule::kw_given, "given", Role::Clause),
    (Rule::kw_holding, "holding", Role::Clause),
    (Rule::kw_via, "via", Role::Clause),
    (Rule::kw_avoiding, "avoiding", Role::Clause),
    (Rule::kw_through, "through", Role::Clause),
    (Rule::kw_max, "max", Role::Clause),
    (Rule::kw_min, "min", Role::Clause),
    (Rule::kw_net, "net", Role::Clause),
    (Rule::kw_where, "where", Role::Clause),
    (Rule::kw_limit, "limit", Role::Clause),
    (Rule::kw_including, "including", Role::Clause),
    (Rule::kw_and, "and", Role::Joining),
    (Rule::kw_or, "or", Role::Joining),
    (Rule::kw_but, "but", Role::Joining),
    (Rule::kw_not, "not", Role::Joining),
    (Rule::kw_all, "all", Role::Selection),
    (Rule::kw_any, "any", Role::Selection),
    (Rule::kw_shortest, "shortest", Role::Selection),
    (Rule::kw_trail, "trail", Role::Selection),
    (Rule::kw_trails, "trails", Role::Selection),
    (Rule::kw_walk, "walk", Role::Selection),
    (Rule::kw_walks, "walks", Role::Selection),
    (Rule::kw_anything, "anything", Role::Selection),
    (Rule::kw_of, "of", Role::Detail),
    (Rule::kw_positive, "positive", Role::Detail),
    (Rule::kw_negative, "negative", Role::Detail),
    (Rule::kw_documented, "documented", Role::Detail),
    (Rule::kw_for, "for", Role::Detail),
    (Rule::kw_up, "up", Role::Action),
    (Rule::kw_down, "down", Role::Action),
    (Rule::kw_blocked, "blocked", Role::Action),
    (Rule::kw_removed, "removed", Role::Action),
    (Rule::kw_set, "set", Role::Action),
    (Rule::kw_versus, "versus", Role::Contrast),
    (Rule::kw_vs, "vs", Role::Contrast),
    (Rule::kw_with, "with", Role::Contrast),
    (Rule::kw_error, "error", Role::Expectation),
    (Rule::kw_at, "at", Role::Expectation),
    (Rule::kw_least, "least", Role::Expectation),
    (Rule::kw_contains, "contains", Role::Expectation),
    (Rule::kw_lacks, "lacks", Role::Expectation),
    (Rule::kw_empty, "empty", Role::Expectation),
    (Rule::kw_determined, "determined", Role::Expectation),
    (Rule::kw_likely, "likely", Role::Expectation),
    (Rule::kw_ambiguous, "ambiguous", Role::Expectation),
    (Rule::kw_yes, "yes", Role::Expectation),
    (Rule::kw_no_known_effect, "no known effect", Role::Expectation),
    (Rule::kw_no, "no", Role::Expectation),
    (Rule::kw_mixed, "mixed", Role::Expectation),
    (Rule::kw_depends, "depends", Role::Expectation),
    (Rule::kw_unknown, "unknown", Role::Expectation),
    (Rule::kw_none, "none", Role::Expectation),
];

/// What may stand before the name of something that is given, in `simulate`, instead of `removed` behind it.
pub const STOP: [&str; 3] = ["stop", "stopping", "stopped"];
