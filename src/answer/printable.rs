//! Text that cannot harm a terminal: names come from files, and a file may hold anything.

use std::borrow::Cow;

/// Whether a character acts on a terminal instead of showing: control characters, and those that reorder the line.
pub const fn is_unprintable(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text on one line: white space that breaks lines becomes a space, other unprintable characters their escapes.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            hidden if is_unprintable(hidden) => shown.extend(hidden.escape_unicode()),
            plain => shown.push(plain),
        }
    }
    Cow::Owned(shown)
}

/// The same for formats that quote line breaks and tabs by themselves: those stay.
pub(super) fn printable_block(text: &str) -> Cow<'_, str> {
    let hidden = |character| is_unprintable(character) && !matches!(character, '\t' | '\n' | '\r');
    if !text.contains(hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if hidden(character) { shown.extend(character.escape_unicode()) } else { shown.push(character) }
    }
    Cow::Owned(shown)
}
