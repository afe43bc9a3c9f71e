//! Finding entities, kinds and verbs of the embedded graph by what people type.

use std::sync::Arc;

use endograph::cancel::Cancel;
use endograph::formats::embedded;
use endograph::graph::{Graph, Named, Namespace};
use proptest::prelude::*;

fn graph() -> Arc<Graph> {
    embedded().expect("the embedded graph is sound")
}

/// What is found, by id; variants and kinds by name, verbs as the relation's id and the form.
fn describe(graph: &Graph, meanings: &[Named]) -> String {
    let names = meanings.iter().map(|&named| match named {
        Named::Entity(id) => graph.entity(id).id.clone(),
        Named::Verb(id, form) => format!("{} ({form:?})", graph.schema.relation(id).id),
        Named::Variant(_) | Named::Kind(_) => graph.display_name(named).to_owned(),
    });
    names.collect::<Vec<_>>().join(", ")
}

#[test]
fn any_spelling_finds_its_entity() {
    let graph = graph();
    for (text, expected) in [
        ("LH", "lh"),
        ("lh", "lh"),
        ("Leydig cell", "leydig-cells"),
        ("leydigcells", "leydig-cells"),
        ("leydig_cells", "leydig-cells"),
        ("oestradiol", "estradiol"),
        ("Oestrogen Receptors", "estrogen-receptor"),
        ("gynaecomastia", "gynecomastia"),
        ("SERMs", "serm"),
        ("continuous GnRH", "continuous GnRH"),
        ("testis", "testes"),
        ("nobody", ""),
        ("", ""),
        ("-", ""),
    ] {
        assert_eq!(describe(&graph, &graph.names().lookup(Namespace::Names, text)), expected, "{text}");
    }
}

#[test]
fn kinds_and_verbs_have_namespaces_of_their_own() {
    let graph = graph();
    for (namespace, text, expected) in [
        (Namespace::Kinds, "drugs", "drug"),
        (Namespace::Kinds, "Drug Class", "drug class"),
        (Namespace::Kinds, "LH", ""),
        (Namespace::Verbs, "stimulate", "stimulates (Base)"),
        (Namespace::Verbs, "Stimulates", "stimulates (Third)"),
        (Namespace::Verbs, "stimulated by", "stimulates (Passive)"),
        (Namespace::Verbs, "supports", "stimulates (Third)"),
        (Namespace::Verbs, "has member", "is a (Inverse)"),
        (Namespace::Verbs, "part of", "part of (Id)"),
        (Namespace::Verbs, "raises", ""),
        (Namespace::Names, "drug", ""),
    ] {
        assert_eq!(describe(&graph, &graph.names().lookup(namespace, text)), expected, "{text}");
    }
}

#[test]
fn every_name_that_begins_a_phrase_is_found() {
    let graph = graph();
    for (phrase, expected) in [
        ("GnRH receptor blocks", "1 gnrh; 2 gnrh-receptor"),
        ("exogenous testosterone suppress LH", "2 exogenous-testosterone"),
        ("pituitary estrogen receptor", "1 pituitary; 3 pituitary-estrogen-receptor"),
        ("suppress LH", ""),
    ] {
        let words: Vec<&str> = phrase.split(' ').collect();
        let found = graph.names().matches_at(Namespace::Names, &words, 0);
        let shown: Vec<String> =
            found.iter().map(|(length, meanings)| format!("{length} {}", describe(&graph, meanings))).collect();
        assert_eq!(shown.join("; "), expected, "{phrase}");
        let longest = graph.names().longest_match(Namespace::Names, &words, 0);
        assert_eq!(longest, found.last().cloned(), "{phrase}");
    }
    assert!(graph.names().matches_at(Namespace::Names, &["LH"], 1).is_empty());
}

#[test]
fn a_slip_of_the_pen_is_mended() {
    let graph = graph();
    for (namespace, text, best) in [
        (Namespace::Names, "clomiphine", "clomiphene"),
        (Namespace::Names, "testosteron", "testosterone"),
        (Namespace::Names, "FHS", "FSH"),
        (Namespace::Names, "anastrazole", "anastrozole"),
        (Namespace::Names, "leydigg", "Leydig cells"),
        (Namespace::Kinds, "hormnoes", "hormones"),
        (Namespace::Verbs, "stimulatse", "stimulates"),
        (Namespace::Verbs, "inhibts", "inhibits"),
    ] {
        let suggestions = graph.suggest(text, namespace);
        assert_eq!(suggestions.first().map(String::as_str), Some(best), "{text}: {suggestions:?}");
        assert!(suggestions.len() <= 3, "{text}");
    }
    assert!(graph.suggest("qqqqqqqq", Namespace::Names).is_empty());
}

#[test]
fn finding_puts_names_that_begin_so_first() {
    let graph = graph();
    let found: Vec<&str> =
        graph.find("estro", &Cancel::never()).entities.into_iter().map(|id| graph.entity(id).name.as_str()).collect();
    assert!(found.first().is_some_and(|name| name.starts_with("estro")), "{found:?}");
    assert!(found.contains(&"estrogen receptor") && found.contains(&"hypothalamic estrogen receptor"), "{found:?}");
    assert!(graph.find("  ", &Cancel::never()).entities.is_empty());
    assert!(graph.find("zzzz", &Cancel::never()).entities.is_empty());
}

#[test]
fn completion_offers_names_that_begin_so_in_order() {
    let graph = graph();
    let completions = graph.complete("clom", Namespace::Names, 10);
    let texts: Vec<&str> = completions.iter().map(|completion| completion.text.as_str()).collect();
    assert!(texts.contains(&"clomiphene"), "{texts:?}");
    assert!(texts.iter().all(|text| text.to_lowercase().starts_with("clom")), "{texts:?}");
    assert_eq!(graph.complete("", Namespace::Names, 5).len(), 5);
}

proptest! {
    #[test]
    fn nothing_typed_breaks_the_catalogue(text in any::<String>()) {
        let graph = graph();
        for namespace in [Namespace::Names, Namespace::Kinds, Namespace::Verbs] {
            graph.names().lookup(namespace, &text);
            let words: Vec<&str> = text.split_whitespace().collect();
            for (length, meanings) in graph.names().matches_at(namespace, &words, 0) {
                prop_assert!(length <= words.len() && !meanings.is_empty());
            }
            prop_assert!(graph.suggest(&text, namespace).len() <= 3);
            graph.complete(&text, namespace, 3);
        }
        graph.find(&text, &Cancel::never());
    }

    #[test]
    fn every_spelling_finds_what_it_spells(position in 0..1000_usize, upper in any::<bool>(), separator in "[ _-]?") {
        let graph = graph();
        let id = graph.entity_ids().nth(position % graph.entity_count()).expect("an entity");
        for name in graph.entity(id).spellings() {
            let typed = name.split([' ', '-']).collect::<Vec<_>>().join(&separator);
            let typed = if upper { typed.to_uppercase() } else { typed };
            prop_assert_eq!(graph.names().lookup(Namespace::Names, &typed), [Named::Entity(id)], "{}", typed);
        }
    }
}
