//! Programs that the user has chosen by a variable: an editor, a pager.

/// The words of a command: `code --wait`, `'/opt/my editor/bin/edit' -n`. No shell looks at it.
pub fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut quote = None;
    let mut in_word = false;
    for letter in command.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if letter == '"' || letter == '\'' => {
                quote = Some(letter);
                if !in_word {
                    words.push(String::new());
                }
                in_word = true;
            }
            None if letter.is_whitespace() => in_word = false,
            _ => {
                if !in_word {
                    words.push(String::new());
                }
                in_word = true;
                if let Some(word) = words.last_mut() {
                    word.push(letter);
                }
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_command() {
        let check = |command: &str, expected: &[&str]| assert_eq!(words(command), expected, "{command}");
        check("vi", &["vi"]);
        check("  code   --wait ", &["code", "--wait"]);
        check("'/opt/my editor' -n", &["/opt/my editor", "-n"]);
        check("/opt/my\" \"editor ''", &["/opt/my editor", ""]);
        check("", &[]);
    }
}
