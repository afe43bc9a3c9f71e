//! Text in markup: XML and HTML.

/// Text as XML and HTML may hold it: what has a meaning there is escaped, and what XML 1.0 cannot hold at all is replaced.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push('\n'),
            '\t' | '\r' => escaped.push(' '),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_replaced() {
        assert_eq!(
            escaped("a<b & \"c\" > 'd'\u{0}\u{7}\u{ffff}é"),
            "a&lt;b &amp; &quot;c&quot; &gt; &#39;d&#39;\u{fffd}\u{fffd}\u{fffd}é"
        );
    }
}
