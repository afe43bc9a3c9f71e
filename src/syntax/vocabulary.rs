//! What the grammar's rules are called in errors.

use super::keyword::{Role, keywords, mark, text_of};
use super::parser::Rule;

/// What a rule stands for, as an error says it: "`via`", "a name".
pub(super) fn words(rule: Rule) -> Option<String> {
    text_of(rule).or_else(|| mark(rule)).map(|text| format!("`{text}`")).or_else(|| described(rule).map(str::to_owned))
}

/// Whether a rule can begin with a name.
pub(super) fn is_name(rule: Rule) -> bool {
    matches!(described(rule), Some("a name" | "a verb or a name"))
}

/// "`->` or a clause": each thing once, in the order of the grammar. Where a phrase could merely go on, that is not
/// worth saying unless nothing else could come.
pub(super) fn listed(expected: &[Rule]) -> String {
    if let Some(first) = expected.iter().find(|rule| matches!(rule, Rule::condition | Rule::conjunction | Rule::unit)) {
        return words(*first).unwrap_or_default();
    }
    let goes_on = |rule: &Rule| matches!(rule, Rule::quoted | Rule::bare_word | Rule::dollar | Rule::open_curly);
    let only_names = expected.iter().all(|rule| goes_on(rule) || *rule == Rule::EOI);
    let mut texts: Vec<String> = Vec::new();
    for rule in expected.iter().filter(|rule| only_names || !goes_on(rule)) {
        let is_clause = text_of(*rule).is_some_and(|text| keywords(Role::Clause).any(|clause| clause == text));
        let text = if is_clause && expected.len() > 1 { Some("a clause".to_owned()) } else { words(*rule) };
        texts.extend(text.filter(|text| !texts.contains(text)));
    }
    if only_names && expected.contains(&Rule::EOI) {
        texts = vec!["the end of the statement".to_owned()];
    } else if only_names && !expected.is_empty() {
        texts = vec!["a name".to_owned()];
    }
    match texts.pop() {
        Some(last) if texts.is_empty() => last,
        Some(last) => format!("{} or {last}", texts.join(", ")),
        None => String::new(),
    }
}

fn described(rule: Rule) -> Option<&'static str> {
    phrase_words(rule)
        .or_else(|| question_words(rule))
        .or_else(|| what_if_words(rule))
        .or_else(|| script_words(rule))
        .or_else(|| token_words(rule))
}

/// `phrases.pest` and `clauses.pest`
fn phrase_words(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::EOI => "the end of the statement",
        Rule::WHITESPACE | Rule::blank => "a space",
        Rule::line_end => "the end of the line",
        Rule::remark | Rule::comment => "a comment",
        Rule::word
        | Rule::bare_word
        | Rule::name
        | Rule::item
        | Rule::phrase
        | Rule::result_name
        | Rule::phrase_list
        | Rule::quoted
        | Rule::endpoint
        | Rule::anything
        | Rule::common_name
        | Rule::differ_name
        | Rule::which_kind
        | Rule::changing
        | Rule::change => "a name",
        Rule::condition | Rule::conjunction | Rule::unit => "a verb or a name",
        Rule::group => "`(`",
        Rule::result => "`$`",
        Rule::arrow => "`->`",
        Rule::broken_arrow | Rule::whole_arrow | Rule::strokes | Rule::arrow_dash => "an arrow",
        Rule::unclosed_quote => "a closing quote",
        Rule::negation => "`not`",
        Rule::clause | Rule::clause_kind | Rule::kw_clause => "a clause",
        Rule::given => "`given`",
        Rule::holding => "`holding`",
        Rule::via => "`via`",
        Rule::avoiding => "`avoiding`",
        Rule::through => "`through`",
        Rule::not_through => "`not through`",
        Rule::maximum => "`max`",
        Rule::minimum => "`min`",
        Rule::net | Rule::expect_net => "`net`",
        Rule::filter => "`where`",
        Rule::limit => "`limit`",
        Rule::including => "`including documented`",
        Rule::setting => "a setting such as `dosing = continuous`",
        Rule::comparison => "a comparison such as `certainty = established`",
        Rule::sign => "a sign",
        Rule::positive => "`positive`",
        Rule::negative => "`negative`",
        Rule::list_joint | Rule::and_joint => "`and`",
        Rule::or_joint => "`or`",
        Rule::kw_joint => "a joining word",
        Rule::reserved => "a word of the language",
        _ => return None,
    })
}

/// `questions.pest`, `paths.pest` and `looking.pest`
fn question_words(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::question | Rule::form => "a question",
        Rule::what | Rule::what_does | Rule::what_is | Rule::disagreements | Rule::common => "`what`",
        Rule::which | Rule::which_does => "`which`",
        Rule::how_many | Rule::how_does | Rule::differ => "`how`",
        Rule::why | Rule::why_negated => "`why`",
        Rule::does | Rule::not_does | Rule::can => "`does`",
        Rule::is | Rule::isnt | Rule::why_is => "`is`",
        Rule::why_verb | Rule::auxiliary => "`does` or `is`",
        Rule::disagreement => "`on`",
        Rule::have_in_common => "`have in common`",
        Rule::differ_from => "`differ from`",
        Rule::path => "`path`",
        Rule::selection => "`all`, `any` or `shortest`",
        Rule::all | Rule::all_shortest => "`all`",
        Rule::any => "`any`",
        Rule::shortest => "`shortest`",
        Rule::repeat => "`trail` or `walk`",
        Rule::trail => "`trail`",
        Rule::walk => "`walk`",
        Rule::looking => "a look-up",
        Rule::show => "`show`",
        Rule::list => "`list`",
        Rule::find => "`find`",
        Rule::evidence => "`evidence`",
        Rule::figures => "`figures`",
        Rule::schema => "`schema`",
        Rule::stats => "`stats`",
        _ => return None,
    })
}

/// `whatif.pest`, `loops.pest` and `comparing.pest`
fn what_if_words(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::simulate => "`simulate`",
        Rule::versus => "`versus`",
        Rule::action => "`up`, `down`, `blocked`, `removed`, `set up` or `set down`",
        Rule::set_up | Rule::set_down => "`set`",
        Rule::up => "`up`",
        Rule::down => "`down`",
        Rule::blocked => "`blocked`",
        Rule::removed => "`removed`",
        Rule::what_if_show => "`show`",
        Rule::loops => "`loops`",
        Rule::loop_question => "a question",
        Rule::which_loops => "`which`",
        Rule::is_there_loop => "`is`",
        Rule::loop_members => "`does` or `is`",
        Rule::taking_part => "`take part in`",
        Rule::containing => "`contain`",
        Rule::passing => "`pass`",
        Rule::somewhere => "`in this system`",
        Rule::feedback => "`negative` or `positive`",
        Rule::loop_through => "`through`",
        Rule::loop_avoiding => "`avoiding`",
        Rule::compare => "`compare`",
        Rule::compared_joint => "`with`",
        Rule::compare_on => "`on`",
        Rule::what_if_given | Rule::loop_given | Rule::compare_given => "`given`",
        Rule::what_if_holding | Rule::compare_holding => "`holding`",
        Rule::what_if_clause | Rule::loop_clause | Rule::compare_clause => "a clause",
        Rule::what_if_setting | Rule::loop_setting | Rule::compare_setting => "a setting such as `dosing = continuous`",
        Rule::scenario
        | Rule::intervention
        | Rule::acted_on
        | Rule::what_if_item
        | Rule::what_if_name
        | Rule::what_if_names
        | Rule::loop_name
        | Rule::loop_names
        | Rule::member_name
        | Rule::member_names
        | Rule::compared_item
        | Rule::compared_name
        | Rule::compared_names => "a name",
        _ => return None,
    })
}

/// `scripts.pest`
fn script_words(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::statement | Rule::query | Rule::expected_text | Rule::drawn_text => "a statement",
        Rule::let_result => "`let`",
        Rule::explain => "`explain`",
        Rule::draw => "`draw`",
        Rule::destination => "`to`",
        Rule::file | Rule::bare_file => "a file",
        Rule::replacing => "`--force`",
        Rule::profile => "`profile`",
        Rule::expect => "`expect`",
        Rule::expectation => "an expectation",
        Rule::expect_error => "`error`",
        Rule::error_code => "an error code",
        Rule::at_least => "`at least`",
        Rule::number | Rule::count => "a number",
        Rule::contains => "`contains`",
        Rule::lacks => "`lacks`",
        Rule::set | Rule::equal_set => "a set",
        Rule::empty => "`empty`",
        Rule::expect_answer | Rule::answer => "an answer",
        Rule::certainty => "a certainty",
        Rule::changes => "changes",
        Rule::direction => "`up` or `down`",
        _ => return None,
    })
}

/// `tokens.pest`
fn token_words(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::token | Rule::token_stream => "anything",
        Rule::unknown => "anything else",
        Rule::word_start
        | Rule::word_part
        | Rule::inner_colon
        | Rule::hyphen
        | Rule::dash
        | Rule::straight_text
        | Rule::curly_text
        | Rule::escape
        | Rule::apostrophe => "a letter",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::parser::Rule;
    use super::words;

    #[test]
    fn every_rule_has_words() {
        let nameless: Vec<_> = Rule::all_rules().iter().filter(|rule| words(**rule).is_none()).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
    }
}
