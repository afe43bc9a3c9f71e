//! The file of `draw`, with the quotes that it needs.

use crate::syntax::tree::Word;

/// `lh.svg`, `"my pictures/lh.svg"`
pub(in crate::syntax) fn file_text(file: &Word) -> String {
    let parts = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '“' | ';');
    if file.quoted || file.text.is_empty() || file.text.contains(parts) {
        Word { quoted: true, ..file.clone() }.to_string()
    } else {
        file.text.clone()
    }
}
