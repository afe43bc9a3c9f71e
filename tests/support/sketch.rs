//! Small graphs for tests, sketched a line a fact and read as TOML with the default vocabulary.
//!
//! `hormone: LH, FSH` declares entities whose ids are their names; `LH stimulates testosterone` an edge, where `_` stands
//! for a space in a name. What follows `|` is TOML of the edge: `| directness = "documented"`. Lines that begin with `[`
//! are TOML themselves, up to the next empty line.

/// The TOML of a sketch.
pub fn toml(sketch: &str) -> String {
    let mut text = "[graph]\nname = \"sketch\"\nversion = \"1\"\n[[source]]\nid = \"book\"\n".to_owned();
    let mut verbatim = false;
    for line in sketch.lines().map(str::trim) {
        verbatim = (verbatim || line.starts_with('[')) && !line.is_empty();
        if verbatim {
            text.extend([format!("{line}\n")]);
        } else if let Some((kind, names)) = line.split_once(": ") {
            text.extend(
                names
                    .split(", ")
                    .map(|name| format!("[[entity]]\nid = \"{}\"\nname = \"{name}\"\nkind = \"{kind}\"\n", id(name))),
            );
        } else if !line.is_empty() {
            text.push_str(&edge(line));
        }
    }
    text
}

fn edge(line: &str) -> String {
    let (fact, more) = line.split_once('|').unwrap_or((line, ""));
    let words: Vec<&str> = fact.split_whitespace().collect();
    let [subject, relation @ .., object] = words.as_slice() else { panic!("no fact: {line}") };
    let evidence = if more.contains("evidence") {
        ""
    } else {
        "evidence = [{ source = \"book\", certainty = \"established\" }]\n"
    };
    let more = more.split(';').map(str::trim).collect::<Vec<_>>().join("\n");
    let (subject, relation, object) = (id(subject), relation.join(" "), id(object));
    format!("[[edge]]\nsubject = \"{subject}\"\nrelation = \"{relation}\"\nobject = \"{object}\"\n{evidence}{more}\n")
}

fn id(name: &str) -> String {
    name.to_lowercase().replace([' ', '_'], "-")
}
