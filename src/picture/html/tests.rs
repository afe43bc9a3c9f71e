use super::page;
use crate::graph::Sign;
use crate::picture::{Arrow, Drawing, Look, Node, Part, Weight};

fn node(name: &str, details: &[&str]) -> Node {
    Node {
        name: name.to_owned(),
        kind: "hormone".to_owned(),
        look: Look::default(),
        part: Part::Between,
        movement: None,
        details: details.iter().map(|&line| line.to_owned()).collect(),
    }
}

fn drawing(first: &str, label: &str, details: &[&str]) -> Drawing {
    Drawing {
        title: format!("{first} and LH"),
        nodes: vec![node(first, details), node("LH", &["luteinizing hormone"])],
        arrows: vec![Arrow {
            from: 0,
            to: 1,
            label: label.to_owned(),
            sign: Some(Sign::Negative),
            weight: Weight::Main,
            details: details.iter().map(|&line| line.to_owned()).collect(),
        }],
        ..Drawing::default()
    }
}

#[test]
fn all_that_is_told_stands_in_the_page() {
    let page = page(&drawing("hCG", "inhibits", &["hCG inhibits LH [1]", "[1] textbook § Feedback (established)"]));
    for text in [
        "<title>hCG and LH</title>",
        "<h3>hCG – inhibits → LH</h3>",
        "<li>hCG inhibits LH [1]</li>",
        "<li>[1] textbook § Feedback (established)</li>",
        "<li>luteinizing hormone</li>",
        "<p class=\"kind\">hormone</p>",
        "data-from=\"0\" data-to=\"1\"",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    for place in ["data-node=\"0\"", "data-node=\"1\"", "data-arrow=\"0\""] {
        assert!(page.contains(place), "the drawing has no {place}");
    }
    assert!(!page.contains("{{"), "an empty place");
}

#[test]
fn nothing_is_asked_of_a_network() {
    let page = page(&drawing("hCG", "inhibits", &["hCG inhibits LH"]));
    let addresses = page.matches("http").count();
    assert_eq!(addresses, page.matches("xmlns=\"http://www.w3.org/2000/svg\"").count());
    for word in ["src=", "href=", "@import", "url(http", "fetch("] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn names_are_no_markup() {
    for name in ["</script><script>alert(1)</script>", "<b>\"LH\"</b> & 'x'", "{{script}}", "--><!--"] {
        let page = page(&drawing(name, name, &[name]));
        assert_eq!(page.matches("<script").count(), 1, "{name}");
        assert_eq!(page.matches("</script").count(), 1, "{name}");
        assert!(!page.contains("<b>"), "{name}");
        assert!(!page.contains("<!--"), "{name}");
    }
}
