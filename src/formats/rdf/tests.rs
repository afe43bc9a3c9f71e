//! RDF as ontologies, KGX and endograph write it, and as it goes wrong.

use crate::formats::sample::{edges, entities, sound, warnings, wrong};

const PREFIXES: &str = "\
@prefix ex: <http://example.org/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix oboInOwl: <http://www.geneontology.org/formats/oboInOwl#> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix biolink: <https://w3id.org/biolink/vocab/> .
@prefix t: <urn:endograph:term:> .
";

fn turtle(text: &str) -> String {
    format!("{PREFIXES}{text}")
}

#[test]
fn literals_describe_entities() {
    let text = turtle(
        "obo:GO_0006915 a owl:Class ; rdfs:label \"apoptotic process\"@en , \"Apoptose\"@de ;
          oboInOwl:hasExactSynonym \"apoptosis\" ; obo:IAO_0000115 \"A programmed cell death.\" ;
          oboInOwl:hasDbXref \"Wikipedia:Apoptosis\" ; rdfs:subClassOf obo:GO_0012501 .
        ex:TSH a ex:hormone ; skos:prefLabel \"TSH\" ; skos:altLabel \"thyrotropin\" .
        <http://example.org/T4> a ex:Prohormone .
        ex:Prohormone rdfs:label \"prohormone\" .
        ex:TSH ex:stimulates ex:T4 .",
    );
    assert_eq!(
        entities(&sound(&[("model.ttl", &text)])),
        [
            "go-0006915 = apoptotic process: quantity, also Apoptose|apoptosis|GO:0006915, xref Wikipedia:Apoptosis: \
             A programmed cell death.",
            "go-0012501 = GO:0012501: quantity",
            "ex-tsh = TSH: hormone, also thyrotropin|ex:TSH",
            "ex-t4 = ex:T4: prohormone, also T4",
        ]
    );
}

#[test]
fn triples_become_edges() {
    for (predicate, expected) in [
        ("ex:inhibits", "ex:a inhibits -abundance ex:b"),
        ("rdfs:subClassOf", "ex:a is a 0 ex:b (stated as `rdfs:subClassOf`)"),
        ("obo:RO_0002212", "ex:a negatively regulates -activity ex:b (stated as `RO:0002212`)"),
        ("obo:RO_0002336", "ex:b positively regulates +activity ex:a (stated as `RO:0002336`)"),
        ("biolink:causes", "ex:a causes +activity ex:b"),
        ("biolink:disrupted_by", "ex:b disrupts -activity ex:a"),
    ] {
        let found = edges(&sound(&[("model.ttl", &turtle(&format!("ex:a {predicate} ex:b .")))]));
        assert_eq!(found, [format!("{expected} [model.ttl; line 10]")], "{predicate}");
    }
    let text = "<http://x.org/a> <http://x.org/stimulates> <http://x.org/b> .\r\n\r\n# nothing\n<http://x.org/b> <http://x.org/blocks> <http://x.org/a> .";
    assert_eq!(
        edges(&sound(&[("model.nt", text)])),
        [
            "http://x.org/a stimulates +abundance http://x.org/b [model.nt; line 1]",
            "http://x.org/b blocks -activity http://x.org/a [model.nt; line 4]",
        ]
    );
}

#[test]
fn statements_are_edges_with_sign_context_and_evidence() {
    let text = "@prefix e: <urn:endograph:entity:> . @prefix s: <urn:endograph:statement:> . @prefix src: <urn:endograph:source:> .
        @prefix c: <urn:endograph:context:> . @prefix r: <urn:endograph:relation:> .
        src:p a t:Source ; rdfs:label \"paper.pdf\" .
        e:hcg rdfs:label \"hCG\" ; t:kind <urn:endograph:kind:drug> ; a <urn:endograph:kind:hormone> , <urn:endograph:kind:drug> .
        e:lh rdfs:label \"LH\" .
        e:hcg r:mimics e:lh .
        s:1 a rdf:Statement ; rdf:subject e:hcg ; rdf:predicate r:mimics ; rdf:object e:lh ; t:sign \"+\" ; t:aspect \"activity\" ;
          c:dosing \"continuous\" ; t:note \"shown\" ; t:evidence <urn:endograph:statement:1.1> , <urn:endograph:statement:1.2> .
        <urn:endograph:statement:1.1> t:source src:p ; t:section \"2.1\" ; t:certainty \"suggested\" .
        <urn:endograph:statement:1.2> t:source src:q ; t:certainty \"established\" ; t:note \"so they say\" .
        s:2 a rdf:Statement ; rdf:subject e:lh ; rdf:predicate r:inhibits ; rdf:object e:hcg ; t:sign \"-\" ;
          t:directness \"documented\" ; t:background \"on TRT\" ; t:negated true ; t:followed false .";
    let graph = sound(&[("model.ttl", &turtle(text))]);
    assert_eq!(
        edges(&graph),
        [
            "hCG mimics +activity LH {dosing = continuous} (shown) [paper.pdf; 2.1; suggested] [q; so they say]",
            "<on TRT> listed not LH inhibits -abundance hCG [model.ttl; line 20]",
        ]
    );
    assert_eq!(entities(&graph), ["hcg = hCG: drug + hormone", "lh = LH: quantity"]);
}

#[test]
fn reified_kgx_is_read() {
    let text = "<urn:uuid:5b> rdf:object obo:MONDO_0005002 ; rdf:predicate biolink:contributes_to ;
          rdf:subject <http://identifiers.org/hgnc/11603> ; biolink:category biolink:GeneToDiseaseAssociation ;
          biolink:publications <http://www.ncbi.nlm.nih.gov/pubmed/26634244> .
        <http://identifiers.org/hgnc/11603> rdfs:label \"TBX4\" ; biolink:category biolink:Gene .
        obo:MONDO_0005002 rdfs:label \"COPD\" ; biolink:category biolink:Disease .";
    let graph = sound(&[("model.ttl", &turtle(text))]);
    assert_eq!(edges(&graph), ["TBX4 contributes to +activity COPD [PMID:26634244]"]);
    assert_eq!(
        entities(&graph),
        ["hgnc-11603 = TBX4: gene, also HGNC:11603", "mondo-0005002 = COPD: condition, also MONDO:0005002"]
    );
}

#[test]
fn what_has_no_place_and_what_nothing_explains_is_told() {
    let text = turtle("ex:a ex:touches ex:b ; ex:mass 5 ; ex:stimulates ex:b , [ ex:x ex:y ] .");
    assert_eq!(
        warnings(&[("model.ttl", &text)]),
        [
            "model.ttl left-out left out: `ex:mass` (1), `ex:stimulates` (1), blank nodes (1)",
            "model.ttl unknown-relation nothing says which sign these relations have, so they are never followed: \
             `ex:touches` (1)",
        ]
    );
}

#[test]
fn faults_have_their_places() {
    for (name, text, expected) in [
        ("model.nt", "<http://x.org/a> <http://x.org/blocks> .\n", "model.nt:1:40 wrong-value this is no RDF:"),
        ("model.ttl", "@prefix ex: <http://x.org/> .\nex:a ey:b ex:c .\n", "model.ttl:2:6 wrong-value this is no RDF:"),
        ("model.ttl", "<http://x.org/a> <http://x.org/b> \"c", "model.ttl:"),
        // A line that is no text is a line all the same.
        ("model.nt", "\0\n<http://x.org/a> <http://x.org/blocks> .\n", "model.nt:2:40 wrong-value this is no RDF:"),
        (
            "model.ttl",
            "@prefix ex: <http://x.org/> .\n\0\nex:a ey:b ex:c .\n",
            "model.ttl:3:6 wrong-value this is no RDF:",
        ),
    ] {
        let faults = wrong(&[(name, text)]);
        assert!(faults.last().is_some_and(|fault| fault.starts_with(expected)), "{faults:?}");
    }
    let lacking = turtle("<urn:x> rdf:subject ex:a ; rdf:predicate ex:stimulates .");
    assert_eq!(
        wrong(&[("model.ttl", &lacking)]),
        ["model.ttl:10:1 missing-key a statement lacks its subject, predicate or object"]
    );
    let other = wrong(&[("model.nt", &"gibberish\n".repeat(200))]);
    assert!(other.iter().any(|fault| fault.contains("nothing is read after 100 faults")), "{other:?}");
}
