//! The adjacency against petgraph's own graph, and the class hierarchy.

use endograph::cancel::Cancel;
use endograph::formats::{TextFile, embedded, embedded_schema, toml};
use endograph::graph::{EntityId, Graph};
use petgraph::Direction;
use petgraph::algo::{connected_components, has_path_connecting, is_cyclic_directed, kosaraju_scc};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{EdgeRef, IntoEdgeReferences, IntoEdgesDirected, IntoNeighborsDirected, IntoNodeIdentifiers};
use proptest::prelude::*;
use std::fmt::Write;

/// A graph of hormones that stimulate and inhibit each other; parallel edges differ in their site.
fn graph_of(entities: usize, edges: &[(usize, usize, bool)]) -> Graph {
    let mut text = "[[source]]\nid = \"book\"\n".to_owned();
    for entity in 0..entities {
        let row = format!("[[entity]]\nid = \"e{entity}\"\nname = \"e{entity}\"\nkind = \"hormone\"\n");
        text.push_str(&row);
    }
    for (position, (subject, object, positive)) in edges.iter().enumerate() {
        let relation = if *positive { "stimulates" } else { "inhibits" };
        writeln!(
            text,
            "[[edge]]\nsubject = \"e{subject}\"\nrelation = \"{relation}\"\nobject = \"e{object}\"\n\
             context = {{ site = \"{position}\" }}\nevidence = [{{ source = \"book\", certainty = \"established\" }}]"
        )
        .expect("a string takes everything");
    }
    load(&text)
}

fn load(text: &str) -> Graph {
    let schema = embedded_schema().expect("the embedded schema is sound");
    toml::load(vec![TextFile::new("test", text)], Some(schema))
        .unwrap_or_else(|faults| panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn sorted(mut components: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    for component in &mut components {
        component.sort_unstable();
    }
    components.sort_unstable();
    components
}

fn edges() -> impl Strategy<Value = (usize, Vec<(usize, usize, bool)>)> {
    (1..9_usize).prop_flat_map(|entities| {
        (Just(entities), prop::collection::vec((0..entities, 0..entities, any::<bool>()), 0..20))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn petgraph_sees_the_same_graph((entities, edges) in edges()) {
        let graph = graph_of(entities, &edges);
        let adjacency = &graph.adjacency;
        let mut oracle: DiGraph<(), ()> = DiGraph::new();
        for _ in 0..entities {
            oracle.add_node(());
        }
        for &(subject, object, _) in &edges {
            oracle.add_edge(NodeIndex::new(subject), NodeIndex::new(object), ());
        }

        prop_assert_eq!(connected_components(adjacency), connected_components(&oracle));
        prop_assert_eq!(is_cyclic_directed(adjacency), is_cyclic_directed(&oracle));
        let ours = kosaraju_scc(adjacency).into_iter().map(|part| part.into_iter().map(EntityId::index).collect());
        let theirs = kosaraju_scc(&oracle).into_iter().map(|part| part.into_iter().map(NodeIndex::index).collect());
        prop_assert_eq!(sorted(ours.collect()), sorted(theirs.collect()));
        prop_assert_eq!(adjacency.edge_references().count(), edges.len());
        for from in adjacency.node_identifiers() {
            for direction in [Direction::Outgoing, Direction::Incoming] {
                let mut theirs: Vec<usize> = oracle
                    .neighbors_directed(NodeIndex::new(from.index()), direction)
                    .map(NodeIndex::index)
                    .collect();
                theirs.sort_unstable();
                let mut ours: Vec<usize> = adjacency.neighbors_directed(from, direction).map(EntityId::index).collect();
                ours.sort_unstable();
                prop_assert_eq!(ours, theirs);
            }
            for to in adjacency.node_identifiers() {
                prop_assert_eq!(
                    has_path_connecting(adjacency, from, to, None),
                    has_path_connecting(&oracle, NodeIndex::new(from.index()), NodeIndex::new(to.index()), None)
                );
            }
        }
    }

    #[test]
    fn links_say_what_their_edges_say((entities, edges) in edges()) {
        let graph = graph_of(entities, &edges);
        for id in graph.entity_ids() {
            for link in graph.adjacency.outgoing(id) {
                let edge = graph.edge(link.edge);
                prop_assert_eq!((edge.subject, edge.object, edge.relation), (id, link.entity, link.relation()));
                prop_assert_eq!(graph.schema.relation(edge.relation).sign, link.sign());
            }
            for edge in (&graph.adjacency).edges_directed(id, Direction::Incoming) {
                prop_assert_eq!(edge.target(), id);
                prop_assert_eq!(graph.edge(edge.id()).subject, edge.source());
            }
        }
    }
}

const CLASSES: &str = r#"
[[source]]
id = "book"

[[entity]]
id = "clomiphene"
name = "clomiphene"
kind = "drug"

[[entity]]
id = "serms"
name = "SERMs"
kind = "drug class"

[[entity]]
id = "agents"
name = "fertility agents"
kind = "drug class"

[[entity]]
id = "testosterone"
name = "testosterone"
kind = "hormone"
pools = ["circulating", "testicular"]

[[entity]]
id = "circulating"
name = "circulating testosterone"
kind = "hormone"

[[entity]]
id = "testicular"
name = "testicular testosterone"
kind = "hormone"

[[edge]]
subject = "clomiphene"
relation = "is a"
object = "serms"
evidence = [{ source = "book", certainty = "established" }]

[[edge]]
subject = "serms"
relation = "is a"
object = "agents"
evidence = [{ source = "book", certainty = "established" }]

[[edge]]
subject = "circulating"
relation = "is a"
object = "testosterone"
evidence = [{ source = "book", certainty = "established" }]

[[edge]]
subject = "serms"
relation = "stimulates"
object = "testosterone"
context = { dosing = "continuous" }
evidence = [{ source = "book", certainty = "established" }]
"#;

#[test]
fn classes_are_inherited_and_umbrellas_are_no_classes() {
    let graph = load(CLASSES);
    let id = |name: &str| graph.entity_id(name).expect("a known id");
    let ids = |entities: &[EntityId]| entities.iter().map(|&id| graph.entity(id).id.clone()).collect::<Vec<_>>();
    let adjacency = &graph.adjacency;
    assert_eq!(ids(adjacency.classes(id("clomiphene"))), ["serms"]);
    assert_eq!(ids(&adjacency.all_classes(id("clomiphene"))), ["serms", "agents"]);
    assert_eq!(ids(&adjacency.members(id("agents"))), ["clomiphene", "serms"]);
    assert_eq!(ids(adjacency.direct_members(id("agents"))), ["serms"]);
    assert!(adjacency.is_class(id("serms")) && !adjacency.is_class(id("clomiphene")));
    assert!(!adjacency.is_class(id("testosterone")));
    assert!(adjacency.classes(id("circulating")).is_empty());
    assert_eq!(ids(adjacency.umbrellas(id("testicular"))), ["testosterone"]);
    assert!(adjacency.umbrellas(id("clomiphene")).is_empty());
}

#[test]
fn a_member_takes_its_class_s_contexts() {
    let graph = load(CLASSES);
    let contexts = |name: &str| {
        let contexts = graph.subject_contexts(graph.entity_id(name).expect("a known id"));
        contexts.iter().map(|(key, values)| format!("{key}: {}", values.join(", "))).collect::<Vec<_>>()
    };
    assert_eq!(contexts("clomiphene"), ["dosing: pulsatile, continuous"]);
    assert_eq!(contexts("serms"), ["dosing: pulsatile, continuous"]);
    assert!(contexts("testosterone").is_empty());
}

#[test]
fn the_embedded_graph_has_the_kinds_and_classes_that_its_data_says() {
    let graph = embedded().expect("the embedded graph is sound");
    let id = |name: &str| graph.entity_id(name).expect("a known id");
    let kind = |name: &str| graph.schema.kind_id(name).expect("a known kind");
    assert!(graph.is_of_kind(id("hcg"), kind("drug")) && graph.is_of_kind(id("hcg"), kind("hormone")));
    let drugs = graph.entities_of_kind(kind("drug"));
    assert!(drugs.contains(&id("hcg")) && !drugs.contains(&id("lh")));
    assert!(graph.adjacency.all_classes(id("clomiphene")).contains(&id("serm")));
    assert!(graph.adjacency.members(id("serm")).contains(&id("tamoxifen")));
    assert_eq!(graph.subject_contexts(id("gnrh")).keys().copied().collect::<Vec<_>>(), ["dosing"]);
    let components = graph.adjacency.strongly_connected_components(&Cancel::never()).expect("never cancelled");
    assert!(components[0].contains(&id("lh")) && components[0].contains(&id("circulating-testosterone")));
}
