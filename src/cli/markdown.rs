//! Fenced blocks of Markdown: a transcript is read and run again.

use endograph::answer::is_unprintable;

/// The longest fence that is indented less is a code block of its own.
const MOST_INDENTED: usize = 3;

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The line after its fence, from 1.
    pub line: usize,
    /// What follows the fence's marks: `endo graph=hpg`.
    pub information: String,
    /// Its lines, without the fence's indentation.
    pub text: String,
}

impl Block {
    /// The first word after the fence's marks.
    pub fn language(&self) -> &str {
        self.information.split_whitespace().next().unwrap_or_default()
    }

    /// The value of `key=value` or `key="a value"` after it.
    pub fn value(&self, key: &str) -> Option<&str> {
        let starts = self.information.match_indices(key).map(|(start, _)| start);
        let mut values = starts.filter_map(|start| {
            let (before, after) = (self.information.get(..start)?, self.information.get(start + key.len()..)?);
            let value = after.strip_prefix('=').filter(|_| before.ends_with(char::is_whitespace))?;
            match value.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => value.split_whitespace().next(),
            }
        });
        values.next()
    }
}

/// A fence that opened a block.
struct Fence {
    mark: char,
    length: usize,
    indented: usize,
}

impl Fence {
    /// The fence that a line opens, and what follows its marks.
    fn opened_by(line: &str) -> Option<(Self, &str)> {
        let text = line.trim_start_matches(' ');
        let indented = line.len() - text.len();
        let mark = text.chars().next().filter(|mark| ['`', '~'].contains(mark))?;
        let information = text.trim_start_matches(mark);
        let length = text.len() - information.len();
        let is_fence = indented <= MOST_INDENTED && length >= 3 && !(mark == '`' && information.contains('`'));
        is_fence.then_some((Self { mark, length, indented }, information.trim()))
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let text = line.trim_start_matches(' ');
        let marks = text.trim_end();
        line.len() - text.len() <= MOST_INDENTED
            && marks.len() >= self.length
            && marks.chars().all(|mark| mark == self.mark)
    }

    fn without_indentation<'line>(&self, line: &'line str) -> &'line str {
        let blanks = line.len() - line.trim_start_matches(' ').len();
        line.get(blanks.min(self.indented)..).unwrap_or(line)
    }
}

/// The fenced blocks of a text, in order; one that is not closed goes on to the end.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Fence> = None;
    for (position, line) in text.lines().enumerate() {
        match (&open, blocks.last_mut()) {
            (Some(fence), _) if fence.is_closed_by(line) => open = None,
            (Some(fence), Some(block)) => {
                block.text.push_str(fence.without_indentation(line));
                block.text.push('\n');
            }
            _ => {
                if let Some((fence, information)) = Fence::opened_by(line) {
                    let information = information.to_owned();
                    blocks.push(Block { line: position + 2, information, text: String::new() });
                    open = Some(fence);
                }
            }
        }
    }
    blocks
}

/// A text in a fenced block of its own, whose fence is longer than any in it.
pub fn fenced(information: &str, text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{information}\n{}\n{fence}\n", text.trim_end_matches('\n'))
}

/// A value after a fence's marks, so that [`Block::value`] gives it back.
pub fn information_value(value: &str) -> String {
    if value.is_empty() || value.contains(char::is_whitespace) { format!("\"{value}\"") } else { value.to_owned() }
}

/// A name as it can stand after a fence's marks.
pub fn information_name(name: &str) -> String {
    name.chars().map(|letter| if "`\"".contains(letter) || is_unprintable(letter) { '_' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_a_text() {
        let check = |text: &str, expected: &[(usize, &str, &str)]| {
            let found = blocks(text);
            let found: Vec<_> = found.iter().map(|it| (it.line, it.information.as_str(), it.text.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("", &[]);
        check("no block\n    ```endo\n", &[]);
        check("a\n```endo\nshow LH\n```\nb\n", &[(3, "endo", "show LH\n")]);
        check("```endo graph=hpg\nshow LH", &[(2, "endo graph=hpg", "show LH\n")]);
        check("~~~ endo\n```\n~~~~\n", &[(2, "endo", "```\n")]);
        check("````\n```\n````\n```x\n```\n", &[(2, "", "```\n"), (5, "x", "")]);
        check("  ```endo\n  show LH\n    max 2\n  ```\n", &[(2, "endo", "show LH\n  max 2\n")]);
        check("``` a`b\nx\n", &[]);
    }

    #[test]
    fn what_is_fenced_comes_back() {
        for text in ["", "show LH", "a\n```\nb", "````` `` ", "~~~"] {
            let found = blocks(&fenced("text", text));
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].text.trim_end_matches('\n'), text, "{text}");
        }
    }

    #[test]
    fn values_after_a_fence() {
        let check = |information: &str, key: &str, expected: Option<&str>| {
            let block = Block { line: 1, information: information.to_owned(), text: String::new() };
            assert_eq!(block.value(key), expected, "{information}");
        };
        check("endo graph=hpg seed=7", "graph", Some("hpg"));
        check("endo graph=\"my graph\" seed=7", "graph", Some("my graph"));
        check("endo graph=\"my graph\" seed=7", "seed", Some("7"));
        check("endo subgraph=x", "graph", None);
        check("endo", "graph", None);
        check("endo graph", "graph", None);
    }
}
