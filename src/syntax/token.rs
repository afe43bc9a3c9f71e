//! Tokens for the shell: what to colour, where completion stands.

use super::destination;
use super::keyword::{self, Role};
use super::lexeme::{Lexeme, lexemes};
use super::parser::Rule;
use super::scan::statement_starts;
use crate::diagnostic::Span;

/// A token and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// In the whole text.
    pub span: Span,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word of the language, at a place where it is one.
    Keyword(Role),
    /// Any other word.
    Word,
    /// A name in quotes.
    Quoted,
    /// A quote that is not closed, to the end of its line.
    UnclosedQuote,
    /// The file of `draw`.
    File,
    /// `$boosters`
    Result,
    /// `12`
    Number,
    /// `->`, `<-`, `<->`
    Arrow,
    /// `+`, `-`, alone.
    Sign,
    /// `?`
    QuestionMark,
    /// `(`, `{`, `[`
    OpenBracket,
    /// `)`, `}`, `]`
    CloseBracket,
    /// `,`, `:`, `;`, `=`, `<>`
    Mark,
    /// `# why`
    Comment,
    /// No part of the language, such as a broken arrow.
    Unknown,
}

/// The tokens of a text without its white space, in order. Takes any text; time is linear in its length.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut starts = statement_starts(text).into_iter().peekable();
    let mut context = Context::Elsewhere;
    let mut tokens: Vec<Token> = Vec::new();
    let mut lexemes = lexemes(text);
    lexemes.retain(|lexeme| !matches!(lexeme.rule, Rule::blank | Rule::line_end));
    let mut destination = None;
    for (place, lexeme) in lexemes.iter().enumerate() {
        if starts.next_if(|start| *start <= lexeme.span.start).is_some() {
            context = Context::Statement;
            let end = starts.peek().copied().unwrap_or(text.len());
            destination = destination_before(text, lexemes.get(place..).unwrap_or_default(), end);
        }
        let word = lexeme.text(text);
        if let Some(to) =
            destination.filter(|to| lexeme.span.start >= *to && !matches!(lexeme.rule, Rule::comment | Rule::semicolon))
        {
            let kind = if lexeme.span.start == to { TokenKind::Keyword(Role::Destination) } else { TokenKind::File };
            match tokens.last_mut() {
                Some(last) if last.kind == kind => last.span = last.span.to(lexeme.span),
                _ => tokens.push(Token { kind, span: lexeme.span }),
            }
            continue;
        }
        let kind = match lexeme.rule {
            Rule::word => context.role_of(word).map_or(TokenKind::Word, TokenKind::Keyword),
            other => kind(other),
        };
        context = context.after(kind, lexeme.rule, word);
        tokens.push(Token { kind, span: lexeme.span });
    }
    tokens
}

/// Where the `to` before the file stands in the statement that begins here and ends before a place.
fn destination_before(text: &str, lexemes: &[Lexeme], end: usize) -> Option<usize> {
    let inside = |lexeme: &&Lexeme| lexeme.span.start < end && lexeme.rule != Rule::semicolon;
    let statement: Vec<Lexeme> = lexemes.iter().take_while(inside).copied().collect();
    destination::of(text, &statement).and_then(|to| statement.get(to)).map(|to| to.span.start)
}

fn kind(rule: Rule) -> TokenKind {
    match rule {
        Rule::quoted => TokenKind::Quoted,
        Rule::unclosed_quote => TokenKind::UnclosedQuote,
        Rule::result => TokenKind::Result,
        Rule::number => TokenKind::Number,
        Rule::arrow => TokenKind::Arrow,
        Rule::plus | Rule::minus => TokenKind::Sign,
        Rule::question_mark => TokenKind::QuestionMark,
        Rule::open_round | Rule::open_curly | Rule::open_square => TokenKind::OpenBracket,
        Rule::close_round | Rule::close_curly | Rule::close_square => TokenKind::CloseBracket,
        Rule::comma | Rule::colon | Rule::semicolon | Rule::equals | Rule::differs => TokenKind::Mark,
        Rule::comment => TokenKind::Comment,
        _ => TokenKind::Unknown,
    }
}

/// Where in a statement a word stands, which says which words are keywords there.
#[derive(Clone, Copy, PartialEq)]
enum Context {
    /// Where a statement begins.
    Statement,
    /// After `let`, up to `=`.
    Let,
    /// After `?` and the frame's words so far.
    Frame,
    /// After `path` and the words that select.
    Selection,
    /// After `expect`, up to the colon.
    Expectation,
    /// Right after a word that takes another: `max`, `net`, `including`, `figures`.
    Detail,
    /// In `simulate`, to its end.
    Scenario,
    /// In `loops`, to its end.
    Loops,
    /// In `compare`, to its end.
    Agents,
    Elsewhere,
}

impl Context {
    /// The role of a word that is a keyword here. `show` and `on` open clauses, where they are no statement and no frame.
    fn role_of(self, word: &str) -> Option<Role> {
        let opens = match self {
            Self::Scenario => word.eq_ignore_ascii_case("show"),
            Self::Agents => word.eq_ignore_ascii_case("on"),
            _ => false,
        };
        if opens { Some(Role::Clause) } else { keyword::find(word, self.roles()).map(|keyword| keyword.role) }
    }

    fn roles(self) -> &'static [Role] {
        match self {
            Self::Statement => &[Role::Statement],
            Self::Let => &[],
            Self::Frame => &[Role::Frame, Role::Joining, Role::Clause],
            Self::Selection => &[Role::Selection, Role::Joining, Role::Clause],
            Self::Expectation => &[Role::Expectation, Role::Action, Role::Detail, Role::Clause],
            Self::Scenario => &[Role::Action, Role::Contrast, Role::Joining, Role::Clause],
            Self::Agents => &[Role::Contrast, Role::Joining, Role::Clause],
            Self::Detail | Self::Loops => &[Role::Detail, Role::Joining, Role::Clause],
            Self::Elsewhere => &[Role::Joining, Role::Clause],
        }
    }

    fn after(self, kind: TokenKind, rule: Rule, word: &str) -> Self {
        match (self, kind) {
            (_, TokenKind::Comment) | (Self::Scenario | Self::Loops | Self::Agents, _) => self,
            (_, TokenKind::Keyword(Role::Statement)) => Self::after_statement_word(word),
            (Self::Let, _) if rule == Rule::equals => Self::Statement,
            (Self::Expectation, _) if rule == Rule::colon => Self::Statement,
            (Self::Let | Self::Expectation, _) => self,
            (_, TokenKind::QuestionMark | TokenKind::Keyword(Role::Frame)) => Self::Frame,
            (Self::Selection, TokenKind::Keyword(Role::Selection) | TokenKind::Number) => Self::Selection,
            (_, TokenKind::Keyword(Role::Clause)) => Self::Detail,
            _ => Self::Elsewhere,
        }
    }

    fn after_statement_word(word: &str) -> Self {
        match word.to_ascii_lowercase().as_str() {
            "let" => Self::Let,
            "path" => Self::Selection,
            "expect" => Self::Expectation,
            "figures" => Self::Detail,
            "simulate" => Self::Scenario,
            "loops" => Self::Loops,
            "compare" => Self::Agents,
            "explain" | "profile" | "draw" => Self::Statement,
            _ => Self::Elsewhere,
        }
    }
}
