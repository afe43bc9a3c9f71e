//! Contexts as one text.

use crate::graph::Context;

/// Whether a pair comes back from `key = value; key = value` as it was.
pub(super) fn is_plain(key: &str, value: &str) -> bool {
    let is_plain = |text: &str| text == text.trim() && !text.is_empty() && !text.contains([';', '\n', '\r']);
    is_plain(key) && is_plain(value) && !key.contains('=')
}

/// Each pair as `key = value`. Marks that would part it otherwise become commas, hyphens and blanks.
pub(super) fn pairs(context: &Context) -> Vec<String> {
    context.0.iter().map(|(key, value)| format!("{} = {}", plain(key).replace('=', "-"), plain(value))).collect()
}

fn plain(text: &str) -> String {
    text.replace(';', ",").replace(['\n', '\r'], " ").trim().to_owned()
}
