//! Walks along the words of a statement, finished or not, and knows at each what may stand there.

use std::ops::Range;

use endograph::graph::VerbForm;
use endograph::syntax::{Action, Role, Token, TokenKind, keywords, statement_starts, tokens};

use super::clauses::Family;

/// What may stand at a place of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The first word of a statement.
    Statement,
    /// A word that the user makes up: after `let`, `find`, `error`.
    Own,
    /// One of these words or marks.
    Wanted(&'static [&'static str]),
    /// What `expect` wants.
    Expected,
    /// A word that makes a question: after `?`, `what`, `how`, `why`.
    Frame(Frame),
    /// Names and verbs of a question.
    Asked(Asked),
    /// A name, class, set or result.
    Name,
    /// The same, or a kind.
    Target,
    /// A kind, or what else `list` lists.
    Listing,
    /// Relations.
    Relations,
    /// A number.
    Number,
    /// `positive`, `negative`.
    Sign,
    /// A context key.
    Key,
    /// A value of the context key.
    Value,
    /// A field of evidence.
    Field,
    /// A value of the field.
    FieldValue,
    /// A file to write.
    File,
    /// What goes on after something whole: clauses.
    Follow,
}

/// The words of a question's frame so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// `?`
    Start,
    /// `? what`
    What,
    /// `? how`
    How,
    /// `? why`
    Why,
}

/// What a phrase of a question holds, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What stands before the verb.
    pub lead: Lead,
    /// The form of the verb.
    pub form: VerbForm,
    /// Whether the verb stands last: `? what does FSH stimulate`.
    pub last: bool,
    /// Whether the verb may be left out, because one stands before `and`.
    pub again: bool,
}

/// What stands before the verb of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// Nothing.
    Nothing,
    /// A kind or class: after `which`.
    Kind,
    /// A name: after `does`.
    Name,
}

impl Asked {
    const fn new(lead: Lead, form: VerbForm) -> Self {
        Self { lead, form, last: false, again: false }
    }

    /// What may stand after `and`.
    const fn again(form: VerbForm) -> Self {
        Self { lead: Lead::Nothing, form, last: false, again: true }
    }
}

/// A run of words that name things, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What may stand there.
    pub slot: Slot,
    /// By tokens.
    pub tokens: Range<usize>,
}

/// A statement up to some place.
#[derive(Debug)]
pub struct Walk<'text> {
    /// The whole text.
    pub text: &'text str,
    /// The tokens of the statement so far, without comments.
    pub tokens: Vec<Token>,
    /// What may stand now.
    pub slot: Slot,
    /// The token at which the present phrase began.
    pub from: usize,
    /// The phrases before it.
    pub phrases: Vec<Phrase>,
    /// The family of the statement.
    pub family: Family,
    /// The clauses opened so far.
    pub clauses: Vec<&'static str>,
    /// The end of the path before the last arrow, and that arrow.
    pub origin: Option<(Range<usize>, usize)>,
    /// The context key or field that was set last.
    pub key: String,
    /// Whether the answer is drawn to a file.
    pub is_drawn: bool,
    /// Whether nothing but a query may stand: after `let x =`, `explain`.
    pub is_inner: bool,
    /// The slots around open brackets, with where their phrases began.
    outer: Vec<(Slot, usize)>,
}

impl<'text> Walk<'text> {
    /// Walks along every statement of a text. Linear in its length.
    pub fn along(text: &'text str) -> Vec<Self> {
        let starts = statement_starts(text);
        let statement = |token: &Token| starts.partition_point(|start| *start <= token.span.start);
        let tokens = tokens(text);
        let statements = tokens.chunk_by(|one, other| statement(one) == statement(other));
        statements.map(|tokens| Self::of(text, tokens.to_vec())).collect()
    }

    /// Walks along the last statement of the first bytes of a text. What is typed at `end` belongs to it.
    pub fn until(text: &'text str, end: usize) -> Self {
        let before = format!("{}x", text.get(..end).unwrap_or_default());
        let start = statement_starts(&before).last().copied().unwrap_or(0);
        let statement = tokens(text.get(..end).unwrap_or_default());
        Self::of(text, statement.into_iter().filter(|token| token.span.start >= start).collect())
    }

    fn of(text: &'text str, mut tokens: Vec<Token>) -> Self {
        tokens.retain(|token| token.kind != TokenKind::Comment);
        let count = tokens.len();
        let mut walk = Self {
            text,
            tokens,
            slot: Slot::Statement,
            from: 0,
            phrases: Vec::new(),
            family: Family::Other,
            clauses: Vec::new(),
            origin: None,
            key: String::new(),
            is_drawn: false,
            is_inner: false,
            outer: Vec::new(),
        };
        for index in 0..count {
            walk.step(index);
        }
        walk
    }

    /// The phrases, the present one last.
    pub fn all_phrases(&self) -> impl Iterator<Item = Phrase> + '_ {
        self.phrases.iter().cloned().chain([Phrase { slot: self.slot, tokens: self.from..self.tokens.len() }])
    }

    /// The names that the statement binds results to.
    pub fn bound(&self) -> impl Iterator<Item = &'text str> + '_ {
        let lets = (0..self.tokens.len()).filter(|&index| self.word(index).eq_ignore_ascii_case("let"));
        lets.map(|index| self.word(index + 1)).filter(|name| !name.is_empty())
    }

    /// Whether the name after `figures` or `figures for` is due.
    pub fn asks_for_figures(&self) -> bool {
        let back = |words: usize| self.from.checked_sub(words).map_or("", |index| self.word(index));
        let after_for = if back(1).eq_ignore_ascii_case("for") { back(2) } else { back(1) };
        self.slot == Slot::Name && after_for.eq_ignore_ascii_case("figures")
    }

    /// Whether `not` stands last, of `not through`.
    pub fn wants_through(&self) -> bool {
        let last = self.tokens.len().checked_sub(1).map(|last| self.word(last));
        self.slot == Slot::Relations && last.is_some_and(|last| last.eq_ignore_ascii_case("not"))
    }

    /// The text of a token.
    pub fn word(&self, index: usize) -> &'text str {
        self.tokens.get(index).and_then(|token| self.text.get(token.span.start..token.span.end)).unwrap_or_default()
    }

    /// A word that stands alone as a phrase.
    fn alone(&mut self, index: usize) {
        self.phrases.push(Phrase { slot: self.slot, tokens: index..index + 1 });
    }

    /// Ends the present phrase before a token, and goes on in a slot after it.
    fn turn(&mut self, index: usize, slot: Slot) {
        if self.from < index {
            self.phrases.push(Phrase { slot: self.slot, tokens: self.from..index });
        }
        (self.slot, self.from) = (slot, index + 1);
    }

    fn step(&mut self, index: usize) {
        let Some(token) = self.tokens.get(index).copied() else { return };
        match token.kind {
            TokenKind::Mark => self.mark(index),
            TokenKind::Arrow => {
                self.origin = Some((self.from..index, index));
                self.turn(index, if self.family == Family::Evidence { Slot::Name } else { Slot::Target });
            }
            TokenKind::QuestionMark if self.slot == Slot::Statement => {
                self.family = Family::Question;
                self.turn(index, Slot::Frame(Frame::Start));
            }
            TokenKind::QuestionMark => self.turn(index, Slot::Follow),
            TokenKind::OpenBracket => self.open(index),
            TokenKind::CloseBracket => self.close(index),
            TokenKind::Result if self.slot == Slot::Statement => self.turn(index, Slot::Follow),
            TokenKind::Sign if self.slot == Slot::Sign => self.turn(index, Slot::Follow),
            _ => {
                let word = self.word(index).to_lowercase();
                self.pass(index, &word);
            }
        }
    }

    fn mark(&mut self, index: usize) {
        match (self.word(index), self.slot) {
            (":", _) => {
                self.turn(index, Slot::Statement);
                self.is_inner = true;
            }
            (";", _) => self.turn(index, Slot::Follow),
            ("=" | "<>" | "!=" | "≠", Slot::Wanted(_) | Slot::Name) => {
                let slot = match self.clauses.last().copied() {
                    Some("where") => Slot::FieldValue,
                    Some(_) => Slot::Value,
                    None => Slot::Statement,
                };
                self.is_inner = self.is_inner || slot == Slot::Statement;
                self.turn(index, slot);
            }
            (",", _) => self.turn(index, self.next_member()),
            _ => self.turn(index, self.slot),
        }
    }

    /// What stands after `,` or `and`.
    fn next_member(&self) -> Slot {
        match self.slot {
            Slot::Value => Slot::Key,
            Slot::FieldValue => Slot::Field,
            Slot::Asked(asked) if !asked.last => Slot::Asked(Asked::again(asked.form)),
            Slot::Follow if self.family == Family::Simulate => Slot::Target,
            Slot::Follow if self.family == Family::Question => Slot::Asked(Asked::again(VerbForm::Base)),
            slot => slot,
        }
    }

    fn open(&mut self, index: usize) {
        let is_set = self.word(index) == "{";
        let begins = match self.slot {
            Slot::Asked(asked) if !is_set => Slot::Asked(Asked::again(asked.form)),
            Slot::Frame(_) | Slot::Asked(_) | Slot::Expected => Slot::Target,
            slot => slot,
        };
        self.outer.push((self.slot, self.from));
        if is_set {
            (self.slot, self.from) = (begins, index + 1); // the set belongs to the phrase around it
        } else {
            self.turn(index, begins);
        }
    }

    fn close(&mut self, index: usize) {
        let Some((slot, from)) = self.outer.pop() else { return self.turn(index, Slot::Follow) };
        let is_set = self.word(index) == "}";
        self.turn(index, if is_set { slot } else { Slot::Follow });
        if is_set {
            self.from = from;
        }
    }

    /// A word, a number, a quote or a result.
    fn pass(&mut self, index: usize, word: &str) {
        if self.is_drawn && word == "to" && !matches!(self.slot, Slot::Statement | Slot::Frame(_)) {
            return self.turn(index, Slot::File);
        }
        if self.opens_clause(index, word) {
            return;
        }
        match self.slot {
            Slot::Statement => self.begin(index, word),
            Slot::Own if self.clauses.is_empty() && self.is_let() => self.turn(index, Slot::Wanted(&["="])),
            Slot::Frame(frame) => self.frame(index, word, frame),
            Slot::Asked(asked) => self.asked(index, word, asked),
            Slot::Number | Slot::Sign => self.turn(index, Slot::Follow),
            Slot::Key | Slot::Field => {
                word.clone_into(&mut self.key);
                self.alone(index);
                let of: &[&str] = if self.slot == Slot::Key { &["=", "of"] } else { &["=", "<>"] };
                self.turn(index, Slot::Wanted(of));
            }
            Slot::Wanted(_) => self.wanted(index, word),
            Slot::Value | Slot::FieldValue | Slot::Target | Slot::Relations if word == "and" => {
                self.turn(index, self.next_member());
            }
            Slot::Relations if word == "through" && self.from == index => self.from = index + 1,
            Slot::Name if word == "for" && self.from == index => self.from = index + 1,
            Slot::Target => self.target(index, word),
            Slot::Follow if ["and", "or", "but"].contains(&word) => self.turn(index, self.next_member()),
            Slot::Follow if self.family == Family::Loops && word == "in" => {}
            Slot::Expected if word == "error" => self.turn(index, Slot::Own),
            _ => {}
        }
    }

    fn opens_clause(&mut self, index: usize, word: &str) -> bool {
        let is_open = !matches!(self.slot, Slot::Statement | Slot::Own | Slot::Expected | Slot::Frame(_) | Slot::Key);
        let clause = self.family.opened_by(word).filter(|_| is_open && self.outer.is_empty());
        let Some(clause) = clause.filter(|clause| clause.word != "not through" || self.origin.is_some()) else {
            return false;
        };
        self.turn(index, clause.wants);
        self.clauses.push(clause.word);
        true
    }

    fn begin(&mut self, index: usize, word: &str) {
        let (family, slot) = match word {
            "explain" | "profile" | "draw" => {
                self.is_drawn = word == "draw";
                self.is_inner = true;
                (Family::Other, Slot::Statement)
            }
            "expect" => (Family::Other, Slot::Expected),
            "path" => (Family::Path, Slot::Target),
            "simulate" => (Family::Simulate, Slot::Target),
            "compare" => (Family::Compare, Slot::Target),
            "loops" => (Family::Loops, Slot::Follow),
            "show" | "figures" => (Family::Other, Slot::Name),
            "evidence" => (Family::Evidence, Slot::Name),
            "list" => (Family::Other, Slot::Listing),
            "schema" | "stats" => (Family::Other, Slot::Follow),
            _ => (Family::Other, Slot::Own),
        };
        if slot == Slot::Own && keywords(Role::Statement).all(|keyword| keyword != word) {
            self.alone(index);
        }
        self.family = family;
        self.turn(index, slot);
    }

    fn is_let(&self) -> bool {
        (0..self.from).any(|index| self.word(index).eq_ignore_ascii_case("let"))
    }

    fn wanted(&mut self, index: usize, word: &str) {
        let slot = match word {
            "of" | "about" => Slot::Name,
            "from" => Slot::Target,
            "on" => Slot::Wanted(&["about"]),
            "up" | "down" | "common" | "documented" => Slot::Follow,
            _ => self.slot,
        };
        self.turn(index, slot);
    }

    fn target(&mut self, index: usize, word: &str) {
        let begins = self.from == index;
        match self.family {
            Family::Path if begins && self.origin.is_none() && is_selection(word) => self.from = index + 1,
            Family::Path if begins && self.origin.is_none() && self.follows_shortest(index) && is_number(word) => {
                self.from = index + 1; // `shortest 3`
            }
            Family::Simulate if begins && word == "stop" => self.from = index + 1,
            Family::Simulate if !begins && word == "set" => self.turn(index, Slot::Wanted(&["up", "down"])),
            Family::Simulate if !begins && is_action(word) => self.turn(index, Slot::Follow),
            Family::Loops if !begins && ["negative", "positive"].contains(&word) => self.turn(index, Slot::Follow),
            _ => {}
        }
    }

    /// Whether a number at a token says how many paths: any other begins a name, as in `path 5 alpha reductase`.
    fn follows_shortest(&self, index: usize) -> bool {
        index.checked_sub(1).is_some_and(|before| self.word(before).eq_ignore_ascii_case("shortest"))
    }

    fn frame(&mut self, index: usize, word: &str, frame: Frame) {
        use VerbForm::{Base, Passive, Third};
        let name = |form| Slot::Asked(Asked::new(Lead::Name, form));
        let slot = match (frame, word) {
            (Frame::Start, "what") => Slot::Frame(Frame::What),
            (Frame::Start, "how") => Slot::Frame(Frame::How),
            (Frame::Start, "why") => Slot::Frame(Frame::Why),
            (Frame::Start, "which") | (Frame::How, "many") => Slot::Asked(Asked::new(Lead::Kind, Base)),
            (Frame::Start | Frame::Why, "is" | "are" | "isn't" | "aren't") => name(Passive),
            (Frame::What, "is" | "are") => Slot::Asked(Asked::new(Lead::Nothing, Passive)),
            (Frame::What, "does" | "do") => Slot::Asked(Asked { last: true, ..Asked::new(Lead::Name, Base) }),
            (Frame::What, "not") => Slot::Asked(Asked::new(Lead::Nothing, Base)),
            (Frame::What, "feedback" | "loops") => return self.loops(index),
            (Frame::What, _) => {
                self.turn(index, Slot::Asked(Asked::new(Lead::Nothing, Third)));
                self.from = index; // the word is a verb, or begins one
                return;
            }
            (Frame::Start | Frame::How | Frame::Why, _) if helps(word) => name(Base),
            (Frame::Start | Frame::How | Frame::Why, _) => {
                self.alone(index);
                Slot::Own
            }
        };
        self.turn(index, slot);
    }

    fn loops(&mut self, index: usize) {
        self.family = Family::Loops;
        self.turn(index, Slot::Follow);
    }

    fn asked(&mut self, index: usize, word: &str, asked: Asked) {
        use VerbForm::{Base, Passive, Third};
        let begins = self.from == index;
        // `what raises LH and does not raise FSH`: only a passive stays what it is.
        let negated = || if asked.form == Passive { asked } else { Asked::again(Base) };
        match word {
            "feedback" | "loops" | "there" if begins => self.loops(index),
            "documents" | "sources" if asked.last && self.from + 1 >= index => {
                self.turn(index, Slot::Wanted(&["disagree on"]));
            }
            "have" if asked.last => self.turn(index, Slot::Wanted(&["in common"])),
            "differ" if asked.lead == Lead::Name => self.turn(index, Slot::Wanted(&["from"])),
            "and" | "or" | "but" if asked.last || (asked.lead == Lead::Name && begins) => self.turn(index, self.slot),
            "and" | "or" | "but" => self.turn(index, self.next_member()),
            "not" => self.turn(index, Slot::Asked(Asked { again: true, lead: Lead::Nothing, ..negated() })),
            "does" | "do" | "doesn't" | "don't" if asked.lead == Lead::Kind && !begins => {
                self.turn(index, Slot::Asked(Asked { last: true, ..Asked::new(Lead::Name, Base) }));
            }
            "do" if asked.last && !begins => self.turn(index, Slot::Follow),
            "does" | "do" | "doesn't" | "don't" => self.turn(index, Slot::Asked(Asked::again(Base))),
            "is" | "are" if asked.again || asked.form == Third => {
                self.turn(index, Slot::Asked(Asked { form: Passive, ..asked }));
            }
            _ => {}
        }
    }
}

fn helps(word: &str) -> bool {
    ["does", "do", "can", "could", "will", "would", "may", "might", "doesn't", "don't"].contains(&word)
}

/// Whether a word says which paths, right after `path`; `anything` is an end of one.
fn is_selection(word: &str) -> bool {
    word != "anything" && keywords(Role::Selection).any(|keyword| keyword == word)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_action(word: &str) -> bool {
    Action::ALL.iter().any(|action| action.as_str() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_stand_where() {
        let check =
            |before: &str, expected: Slot| assert_eq!(Walk::until(before, before.len()).slot, expected, "{before}");
        let asked = |lead, form| Slot::Asked(Asked::new(lead, form));
        let again = |form| Slot::Asked(Asked { again: true, ..Asked::new(Lead::Nothing, form) });
        check("", Slot::Statement);
        check("show LH; ", Slot::Statement);
        check("show LH\n", Slot::Statement);
        check("show LH\n  ", Slot::Name);
        check("let boosters ", Slot::Wanted(&["="]));
        check("let boosters = ", Slot::Statement);
        check("expect ", Slot::Expected);
        check("expect yes: ", Slot::Statement);
        check("draw path hCG -> LH to ", Slot::File);
        check("explain ", Slot::Statement);
        check("? ", Slot::Frame(Frame::Start));
        check("? which ", asked(Lead::Kind, VerbForm::Base));
        check("? what ", Slot::Frame(Frame::What));
        check("? what raises ", asked(Lead::Nothing, VerbForm::Third));
        check("? what is ", asked(Lead::Nothing, VerbForm::Passive));
        check("? what raises LH and ", again(VerbForm::Third));
        check("? what raises LH and does not ", again(VerbForm::Base));
        check("? which drugs raise LH but not ", again(VerbForm::Base));
        check("? does hCG raise LH given ", Slot::Key);
        check("? does hCG raise LH given dosing ", Slot::Wanted(&["=", "of"]));
        check("? does hCG raise LH given dosing of GnRH = ", Slot::Value);
        check("? what do the documents ", Slot::Wanted(&["disagree on"]));
        check("? is LH ", asked(Lead::Name, VerbForm::Passive));
        check("path ", Slot::Target);
        check("path all shortest ", Slot::Target);
        check("path hCG -> {LH, ", Slot::Target);
        check("path hCG -> LH through ", Slot::Relations);
        check("path hCG -> LH not through ", Slot::Relations);
        check("path hCG -> LH max ", Slot::Number);
        check("path hCG -> LH max 3 ", Slot::Follow);
        check("path hCG -> LH where certainty = ", Slot::FieldValue);
        check("path hCG -> LH\n  via ", Slot::Target);
        check("evidence LH -> ", Slot::Name);
        check("simulate hCG up ", Slot::Follow);
        check("simulate hCG set ", Slot::Wanted(&["up", "down"]));
        check("simulate hCG up, ", Slot::Target);
        check("simulate hCG up versus ", Slot::Target);
        check("loops ", Slot::Follow);
        check("loops through ", Slot::Target);
        check("compare hCG with ", Slot::Target);
        check("compare hCG, LH on ", Slot::Target);
        check("list ", Slot::Listing);
    }
}
