//! Node-link JSON as versions of PyBEL write it, and as it goes wrong.

use serde_json::{Value, json};

use crate::formats::sample::{edges, entities, sound, wrong};

/// A document in which the first node acts on the second.
fn document(link: &Value) -> String {
    let mut link = link.clone();
    link["source"] = json!(0);
    link["target"] = json!(1);
    let nodes = json!([
        {"function": "Abundance", "concept": {"namespace": "CHEBI", "name": "dexamethasone", "identifier": "41879"},
         "bel": "a(CHEBI:41879 ! dexamethasone)", "id": "0a"},
        {"function": "Protein", "concept": {"namespace": "HGNC", "name": "AKT1"}, "bel": "p(HGNC:AKT1)", "id": "1b"},
    ]);
    json!({"directed": true, "multigraph": true, "graph": {"name": "x"}, "nodes": nodes, "links": [link]}).to_string()
}

fn of(link: &Value) -> Vec<String> {
    edges(&sound(&[("model.json", &document(link))]))
}

#[test]
fn relations_and_modifiers_become_signs_and_aspects() {
    let act = json!({"modifier": "Activity", "effect": {"name": "kin", "namespace": "bel"}});
    let degradation = json!({"modifier": "Degradation"});
    let translocation = json!({"modifier": "Translocation", "effect": {"fromLoc": {}, "toLoc": {}}});
    for (link, expected) in [
        (json!({"relation": "increases"}), "stimulates +abundance AKT1 (increases)"),
        (json!({"relation": "directlyDecreases"}), "inhibits -abundance AKT1 (directlyDecreases)"),
        (
            json!({"relation": "increases", "object": act}),
            "activates +activity AKT1 (increases; object: activity (kin))",
        ),
        (
            json!({"relation": "decreases", "target_modifier": act}),
            "blocks -activity AKT1 (decreases; object: activity (kin))",
        ),
        (
            json!({"relation": "increases", "object": degradation}),
            "inhibits -abundance AKT1 (increases; object: degradation)",
        ),
        (
            json!({"relation": "increases", "subject": degradation}),
            "inhibits -abundance AKT1 (increases; subject: degradation)",
        ),
        (
            json!({"relation": "increases", "source_modifier": act}),
            "stimulates +abundance AKT1 (increases; subject: activity (kin))",
        ),
        (
            json!({"relation": "increases", "object": translocation}),
            "related to 0 AKT1 (increases; object: translocation)",
        ),
        (
            json!({"relation": "regulates", "object": act}),
            "influences 0 AKT1 (object: activity (kin); stated as `regulates`)",
        ),
        (
            json!({"relation": "positiveCorrelation"}),
            "is positively correlated with 0 AKT1 (stated as `positiveCorrelation`)",
        ),
        (json!({"relation": "isA"}), "is a 0 AKT1"),
        (json!({"relation": "hasVariant"}), "has the variant 0 AKT1 (stated as `hasVariant`)"),
        (json!({"relation": "partOf"}), "part of 0 AKT1"),
    ] {
        assert_eq!(of(&link), [format!("dexamethasone {expected} [model.json; line 1]")], "{link}");
    }
    assert_eq!(
        of(&json!({"relation": "hasMember"})),
        ["AKT1 is a 0 dexamethasone (stated as `hasMember`) [model.json; line 1]"]
    );
}

#[test]
fn citations_and_annotations_of_every_version_are_read() {
    for (citation, source) in [
        (json!({"namespace": "pubmed", "identifier": "123"}), "PMID:123"),
        (json!({"db": "PubMed", "db_id": "123"}), "PMID:123"),
        (json!({"type": "DOI", "reference": "10.1/x"}), "doi:10.1/x"),
    ] {
        let link = json!({"relation": "increases", "citation": citation, "evidence": "It rises.\n Much.", "line": 4});
        assert_eq!(
            of(&link),
            [format!("dexamethasone stimulates +abundance AKT1 (increases) [{source}; It rises. Much.]")]
        );
    }
    for annotations in [
        json!({"Cell": {"hepatocyte": true}, "Empty": {}}),
        json!({"Cell": [{"namespace": "CL", "identifier": "0000182", "name": "hepatocyte"}]}),
        json!({"Cell": "hepatocyte"}),
    ] {
        let link = json!({"relation": "increases", "annotations": annotations});
        assert_eq!(
            of(&link),
            ["dexamethasone stimulates +abundance AKT1 {Cell = hepatocyte} (increases) [model.json; line 1]"]
        );
    }
}

#[test]
fn terms_are_called_as_people_call_them() {
    let text = json!({"links": [{"source": "x", "target": 1, "relation": "transcribedTo"}], "nodes": [
        {"function": "Gene", "namespace": "HGNC", "name": "AKT1", "id": "x"},
        {"function": "RNA", "concept": {"namespace": "HGNC", "name": "AKT1", "identifier": "391"}},
        {"function": "Protein", "concept": {"namespace": "HGNC", "name": "AKT1"}, "variants": [{"kind": "pmod", "code": "Ser"}]},
        {"function": "BiologicalProcess", "concept": {"namespace": "GO", "name": "cell death"}},
        {"function": "Complex", "members": [
            {"function": "Protein", "namespace": "HGNC", "name": "FOS"}, {"function": "Protein", "namespace": "HGNC", "name": "JUN"}]},
        {"function": "Reaction", "reactants": [{"function": "Abundance", "namespace": "CHEBI", "name": "A"}],
         "products": [{"function": "Abundance", "namespace": "CHEBI", "name": "B"}]},
    ]});
    let graph = sound(&[("model.json", &text.to_string())]);
    assert_eq!(
        entities(&graph),
        [
            "g-hgnc-akt1 = AKT1 gene: gene, also g(HGNC:AKT1)",
            "r-hgnc-akt1 = AKT1 RNA: RNA, also r(HGNC:AKT1), xref HGNC:391",
            "p-hgnc-akt1-pmod-ser = p(HGNC:AKT1, pmod Ser): protein",
            "bp-go-cell-death = cell death: process, also bp(GO:\"cell death\")",
            "complex-p-hgnc-fos-p-hgnc-jun = complex(p(HGNC:FOS), p(HGNC:JUN)): complex",
            "rxn-reactants-a-chebi-a-products-a-chebi-b = rxn(reactants(a(CHEBI:A)), products(a(CHEBI:B))): reaction",
        ]
    );
    assert_eq!(
        edges(&graph),
        ["AKT1 gene is transcribed to 0 AKT1 RNA (stated as `transcribedTo`) [model.json; line 1]"]
    );
}

#[test]
fn faults_have_their_places() {
    let node = r#"{"function": "Protein", "concept": {"namespace": "HGNC", "name": "AKT1"}}"#;
    for (text, expected) in [
        (
            format!("{{\"nodes\": [{node}],\n \"links\": [{{\"source\": 0, \"target\": 7, \"relation\": \"isA\"}}]}}"),
            "model.json:2:12 unknown-name a link ends in node 7, which there is not",
        ),
        (
            format!("{{\"nodes\": [{node},\n  {{\"function\": \"Dream\"}}], \"links\": []}}"),
            "model.json:2:3 wrong-value this node holds no BEL term",
        ),
        (
            format!("{{\"nodes\": [{node}], \"links\": [{{\"source\": 0, \"target\": 0}}]}}"),
            "model.json:1:98 wrong-type this is no BEL link: missing field `relation`",
        ),
        (
            "{\"nodes\": [],\n \"links\": [}".to_owned(),
            "model.json:2:12 wrong-value this is no node-link JSON: expected value",
        ),
        ("{\"nodes\": [".to_owned(), "model.json:1:11 wrong-value this is no node-link JSON: EOF while parsing a list"),
        ("{\"links\": []}".to_owned(), "model.json:1:1 wrong-value this is no node-link graph: it has no `nodes`"),
    ] {
        assert_eq!(wrong(&[("model.json", &text)]), [expected], "{text}");
    }
}
