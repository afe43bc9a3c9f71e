//! Keys that do more than a line editor's usual ones.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rustyline::{
    Cmd, ConditionalEventHandler, Event, EventContext, EventHandler, KeyCode, KeyEvent, Modifiers, RepeatCount,
};

/// What the keys remember between two of them, and tell the editor.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// The line was taken from the history, so that another Up goes on to the entry before it.
    browsing: Arc<AtomicBool>,
    /// Alt-Enter was pressed: the entry goes on in the next line.
    goes_on: Arc<AtomicBool>,
    /// Ctrl-C was pressed on a line that was begun.
    cleared: Arc<AtomicBool>,
}

impl Keys {
    /// Each key with what it does.
    pub fn bindings(&self) -> Vec<(Event, EventHandler)> {
        let does = |task: Task| EventHandler::Conditional(Box::new(Key { task, keys: self.clone() }));
        let key = |code, modifiers| Event::from(KeyEvent(code, modifiers));
        vec![
            (Event::Any, does(Task::Other)),
            (key(KeyCode::Enter, Modifiers::ALT), does(Task::NextLine)),
            (key(KeyCode::Char('M'), Modifiers::CTRL_ALT), does(Task::NextLine)),
            (key(KeyCode::Char('J'), Modifiers::CTRL_ALT), does(Task::NextLine)),
            (key(KeyCode::Char('C'), Modifiers::CTRL), does(Task::Clear)),
            (key(KeyCode::Up, Modifiers::NONE), does(Task::Earlier)),
            (key(KeyCode::Down, Modifiers::NONE), does(Task::Later)),
            (key(KeyCode::End, Modifiers::NONE), does(Task::TakeHint)),
            (key(KeyCode::Char('E'), Modifiers::CTRL), does(Task::TakeHint)),
            (key(KeyCode::Char('F'), Modifiers::CTRL), does(Task::TakeHint)),
        ]
    }

    /// Forgets what keys did before: a fresh line is being read, or another key was pressed.
    pub fn forget(&self) {
        for flag in [&self.browsing, &self.goes_on, &self.cleared] {
            flag.store(false, Ordering::Relaxed);
        }
    }

    /// Whether the line that was read goes on in the next.
    pub fn goes_on(&self) -> bool {
        self.goes_on.load(Ordering::Relaxed)
    }

    /// Whether the line that was read is to be thrown away.
    pub fn cleared(&self) -> bool {
        self.cleared.load(Ordering::Relaxed)
    }
}

#[derive(Clone, Copy, Debug)]
enum Task {
    NextLine,
    Clear,
    Earlier,
    Later,
    TakeHint,
    Other,
}

struct Key {
    task: Task,
    keys: Keys,
}

impl ConditionalEventHandler for Key {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let (line, position) = (context.line(), context.pos());
        match self.task {
            Task::Earlier | Task::Later => return self.through_history(line, position),
            _ => self.keys.forget(),
        }
        let at_end = position == line.len();
        match self.task {
            Task::NextLine if line.trim().is_empty() => Some(Cmd::Noop),
            Task::NextLine if at_end => {
                self.keys.goes_on.store(true, Ordering::Relaxed);
                Some(Cmd::AcceptLine)
            }
            Task::NextLine => Some(Cmd::Insert(1, "\n  ".to_owned())),
            // As if it were entered, so that it stays on the screen without its hint.
            Task::Clear if !line.is_empty() => {
                self.keys.cleared.store(true, Ordering::Relaxed);
                Some(Cmd::AcceptLine)
            }
            Task::TakeHint if at_end && context.has_hint() => Some(Cmd::CompleteHint),
            _ => None,
        }
    }
}

impl Key {
    /// Up and Down on an empty line go through all entries; after some letters, through those that begin so.
    fn through_history(&self, line: &str, position: usize) -> Option<Cmd> {
        let typed = line.get(..position).unwrap_or_default();
        if line.contains('\n') || typed.trim().is_empty() || self.keys.browsing.load(Ordering::Relaxed) {
            self.keys.browsing.store(true, Ordering::Relaxed);
            return None;
        }
        Some(if matches!(self.task, Task::Earlier) { Cmd::HistorySearchBackward } else { Cmd::HistorySearchForward })
    }
}
