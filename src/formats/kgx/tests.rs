//! KGX files as the specification has them, and as they go wrong.

use crate::formats::OpenOptions;
use crate::formats::intake::Strictness;
use crate::formats::sample::{edges, entities, load, sound, told, warnings, wrong};

const NODES: &str = "\
id\tcategory\tname\tsynonym\txref\tdescription\tprovided_by
HGNC:11603\tbiolink:Gene|biolink:NamedThing\tTBX4\tICPPS|T-box 4\tNCBIGene:9496\ta transcription factor\tmonarch
MONDO:0005002\tbiolink:Disease\tchronic obstructive pulmonary disease\tCOPD\t\t\tmonarch
CHEBI:41879\tbiolink:SmallMolecule\tdexamethasone\t\t\t\t
";

/// The columns of the edges below.
const EDGES: &str = "id\tsubject\tpredicate\tobject\tqualified_predicate\tobject_aspect_qualifier\t\
object_direction_qualifier\tsubject_direction_qualifier\tsubject_aspect_qualifier\tnegated\tknowledge_level\t\
agent_type\tprimary_knowledge_source\tpublications\tspecies_context_qualifier";

/// An edge of dexamethasone (or of another subject) and TBX4, by its columns from the predicate on.
fn row(columns: &str) -> String {
    let (predicate, qualifiers) = columns.split_once(' ').unwrap_or((columns, ""));
    let mut fields: Vec<&str> = qualifiers.split(' ').map(|field| if field == "_" { "" } else { field }).collect();
    fields.resize(11, "");
    format!("e\tCHEBI:41879\t{predicate}\tHGNC:11603\t{}\n", fields.join("\t"))
}

fn of_row(columns: &str) -> String {
    let text = format!("{EDGES}\n{}", row(columns));
    let graph = sound(&[("model_edges.tsv", &text), ("model_nodes.tsv", NODES)]);
    edges(&graph).join("|")
}

#[test]
fn nodes_become_entities() {
    let text = format!("{EDGES}\n{}", row("biolink:treats"));
    let graph = sound(&[("model_edges.tsv", &text), ("model_nodes.tsv", NODES)]);
    assert_eq!(
        entities(&graph),
        [
            "hgnc-11603 = TBX4: gene, also ICPPS|T-box 4|HGNC:11603, xref NCBIGene:9496: a transcription factor",
            "mondo-0005002 = chronic obstructive pulmonary disease: condition, also COPD|MONDO:0005002",
            "chebi-41879 = dexamethasone: small molecule, also CHEBI:41879",
        ]
    );
    assert_eq!(graph.name, "model");
}

#[test]
fn predicates_and_qualifiers_become_signs_and_aspects() {
    // qualified_predicate object_aspect object_direction subject_direction subject_aspect negated level agent source
    for (columns, expected) in [
        (
            "biolink:affects biolink:causes expression increased",
            "stimulates +abundance TBX4 (object: increased expression)",
        ),
        ("biolink:affects biolink:causes abundance decreased", "inhibits -abundance TBX4"),
        (
            "biolink:affects biolink:causes synthesis upregulated",
            "stimulates +abundance TBX4 (object: upregulated synthesis)",
        ),
        ("biolink:affects biolink:causes activity downregulated", "blocks -activity TBX4"),
        (
            "biolink:affects biolink:causes activity_or_abundance increased",
            "activates +activity TBX4 (object: increased activity or abundance)",
        ),
        // More degradation or uptake is less of it.
        (
            "biolink:affects biolink:causes degradation increased",
            "inhibits -abundance TBX4 (object: increased degradation)",
        ),
        ("biolink:affects biolink:causes uptake decreased", "stimulates +abundance TBX4 (object: decreased uptake)"),
        // Neither amount nor activity.
        (
            "biolink:affects biolink:causes localization increased",
            "influences 0 TBX4 (object: increased localization; stated as `affects`)",
        ),
        (
            "biolink:affects biolink:causes mutation_rate",
            "influences 0 TBX4 (object: mutation rate; stated as `affects`)",
        ),
        // Without an aspect, the lesser claim.
        ("biolink:affects biolink:causes _ increased", "activates +activity TBX4 (object: increased)"),
        ("biolink:regulates _ _ decreased", "blocks -activity TBX4 (object: decreased)"),
        ("biolink:affects", "influences 0 TBX4 (stated as `affects`)"),
        ("biolink:regulates", "influences 0 TBX4 (stated as `regulates`)"),
        // Less of the subject turns the sign.
        (
            "biolink:affects biolink:causes expression increased decreased abundance",
            "inhibits -abundance TBX4 (object: increased expression; subject: decreased abundance)",
        ),
        (
            "biolink:affects biolink:causes expression increased decreased degradation",
            "stimulates +abundance TBX4 (object: increased expression; subject: decreased degradation)",
        ),
        ("biolink:causes _ _ _ decreased", "blocks -activity TBX4 (subject: decreased)"),
        // What only occurs together has no sign.
        ("biolink:correlated_with _ abundance increased", "is correlated with 0 TBX4 (stated as `correlated_with`)"),
        (
            "biolink:positively_correlated_with",
            "is positively correlated with 0 TBX4 (stated as `positively_correlated_with`)",
        ),
        // Predicates with a sign of their own.
        ("biolink:causes", "causes +activity TBX4"),
        ("biolink:disrupts", "disrupts -activity TBX4"),
        ("biolink:decreases_activity_of", "blocks -activity TBX4 (stated as `decreases_activity_of`)"),
        ("decreases_degradation_of", "stimulates +abundance TBX4 (stated as `decreases_degradation_of`)"),
        ("biolink:subclass_of", "is a 0 TBX4 (stated as `subclass_of`)"),
        ("biolink:in_taxon", "is found in 0 TBX4 (stated as `in_taxon`)"),
        ("https://w3id.org/biolink/vocab/treats", "treats 0 TBX4"),
        // A predicate that only the vocabulary knows.
        ("biolink:impairs", "inhibits -abundance TBX4 (stated as `impairs`)"),
    ] {
        assert_eq!(of_row(columns), format!("dexamethasone {expected} [model_edges.tsv; line 2]"), "{columns}");
    }
    for (columns, expected) in [
        ("biolink:caused_by", "TBX4 causes +activity dexamethasone [model_edges.tsv; line 2]"),
        ("biolink:disrupted_by", "TBX4 disrupts -activity dexamethasone [model_edges.tsv; line 2]"),
        ("biolink:expresses", "TBX4 is expressed in 0 dexamethasone [model_edges.tsv; line 2]"),
        (
            "biolink:affects biolink:causes expression increased _ _ True",
            "not dexamethasone stimulates +abundance TBX4 (object: increased expression) [model_edges.tsv; line 2]",
        ),
    ] {
        assert_eq!(of_row(columns), expected, "{columns}");
    }
}

#[test]
fn provenance_becomes_evidence() {
    for (columns, expected) in [
        ("knowledge_assertion manual_agent infores:ctd PMID:1|PMID:2", "[PMID:1; infores:ctd] [PMID:2; infores:ctd]"),
        ("prediction _ infores:semmeddb", "[infores:semmeddb; suggested]"),
        ("statistical_association _ _ PMID:1", "[PMID:1; suggested]"),
        ("not_provided text_mining_agent infores:x", "[infores:x; suggested]"),
        ("not_provided manual_agent infores:x", "[infores:x]"),
        ("_ _ infores:x _ NCBITaxon:9606", "[infores:x]"),
    ] {
        let context = if columns.contains("NCBITaxon") { " {species = NCBITaxon:9606}" } else { "" };
        let expected = format!("dexamethasone treats 0 TBX4{context} {expected}");
        assert_eq!(of_row(&format!("biolink:treats _ _ _ _ _ _ {columns}")), expected, "{columns}");
    }
}

#[test]
fn json_lines_hold_the_same() {
    let nodes = r#"{"id": "HGNC:11603", "category": ["biolink:Gene"], "name": "TBX4 \"T\"", "synonym": ["ICPPS"], "taxon": {"x": [1]}}
{"id": "CHEBI:41879", "category": "biolink:SmallMolecule", "name": "dexamethasone", "description": null}
"#;
    let edges_text = r#"{"id": "e", "subject": "CHEBI:41879", "predicate": "biolink:affects", "object": "HGNC:11603", "qualified_predicate": "biolink:causes", "object_aspect_qualifier": "activity", "object_direction_qualifier": "decreased", "publications": ["PMID:1", "PMID:2"], "negated": false, "score": 0.5}

{"subject": "CHEBI:41879", "predicate": "biolink:causes", "object": "HGNC:11603", "negated": true}
"#;
    let graph = sound(&[("model_edges.jsonl", edges_text), ("model_nodes.jsonl", nodes)]);
    assert_eq!(
        edges(&graph),
        [
            "dexamethasone blocks -activity TBX4 \"T\" [PMID:1] [PMID:2]",
            "not dexamethasone causes +activity TBX4 \"T\" [model_edges.jsonl; line 3]",
        ]
    );
}

#[test]
fn faults_have_their_places() {
    let good = row("biolink:causes");
    for (rows, expected) in [
        ("e\tCHEBI:41879\tbiolink:causes\n".to_owned(), "2:1 ragged-row this row has 3 fields, the header 15"),
        (row("biolink:affects biolink:causes activity up"), "2:1 wrong-value `up` is no direction"),
        (row("biolink:causes _ _ _ _ _ maybe"), "2:1 wrong-value `negated` cannot be `maybe`"),
        (good.replace("HGNC:11603", "HGNC:1"), "2:1 unknown-name no node is declared as `HGNC:1`"),
        (good.replace("biolink:causes", ""), "2:1 wrong-value an edge has no `predicate`"),
        (good.replace("causes", "worries"), "2:1 unknown-relation nothing says what `biolink:worries` means (1 row)"),
    ] {
        let text = format!("{EDGES}\n{rows}");
        let faults = wrong(&[("model_edges.tsv", &text), ("model_nodes.tsv", NODES)]);
        assert_eq!(faults, [format!("model_edges.tsv:{expected}")], "{rows}");
    }
    let edge = r#"{"subject": "a", "predicate": "biolink:causes", "object": "b"}"#;
    for (line, expected) in [
        ("{\"subject\": \"a\", \"predicate\": \"x\", \"object\": ", "EOF while parsing a value"),
        ("{\"subject\": \"a\", \"predicate\": \"x\", \"object\": \"b\"} {}", "trailing characters"),
    ] {
        let faults = wrong(&[("model_edges.jsonl", &format!("{edge}\n{line}\n"))]);
        assert!(faults[0].starts_with("model_edges.jsonl:2:") && faults[0].contains(expected), "{faults:?}");
    }
}

#[test]
fn lenient_reading_leaves_faulty_rows_out_and_says_so() {
    let text =
        format!("{EDGES}\n{}short\n{}", row("biolink:causes"), row("biolink:affects biolink:causes activity up"));
    let options = OpenOptions { strictness: Strictness::Lenient, ..OpenOptions::default() };
    let loaded = load(&[("model_edges.tsv", &text), ("model_nodes.tsv", NODES)], &options).expect("a graph");
    assert_eq!(loaded.graph.edge_count(), 1);
    assert_eq!(
        told(&loaded.warnings),
        [
            "model_edges.tsv:3:1 ragged-row 1 row is left out: this row has 1 fields, the header 15",
            "model_edges.tsv:4:1 wrong-value 1 row is left out: `up` is no direction",
            "model_nodes.tsv left-out left out: the properties `provided_by` (2)",
        ]
    );
}

#[test]
fn what_endograph_writes_comes_back() {
    let nodes = "id\tcategory\tname\tkind\talso\nendograph:hcg\tbiolink:Drug\thCG\tdrug\thormone\n\
        endograph:lh\tbiolink:ChemicalEntity\tLH\thormone\t\n";
    let columns = "subject\tpredicate\tobject\tqualified_predicate\tobject_aspect_qualifier\tobject_direction_qualifier\t\
        original_predicate\tbackground\tfollowed\tcontext\tevidence\tcertainty\tnote";
    let rows = [
        "biolink:affects\tendograph:lh\tbiolink:causes\tactivity\tincreased\tmimics\t\t\tdosing = continuous\ta § 1|b\testablished|suggested\tshown",
        "biolink:affects\tendograph:lh\tbiolink:causes\tabundance\tdecreased\tinhibits\ton TRT\tfalse\t\tb\ttheoretical\t",
        "biolink:related_to\tendograph:lh\t\t\t\tacts at\t\t\t\tb\testablished\t",
    ];
    let rows: Vec<String> = rows.iter().map(|row| format!("endograph:hcg\t{row}")).collect();
    let text = format!("{columns}\n{}\n", rows.join("\n"));
    let graph = sound(&[("model_edges.tsv", &text), ("model_nodes.tsv", nodes)]);
    assert_eq!(
        edges(&graph),
        [
            "hCG mimics +activity LH {dosing = continuous} (shown) [a; 1] [b; suggested]",
            "<on TRT> listed hCG inhibits -abundance LH [b; theoretical]",
            "hCG acts at 0 LH [b]",
        ]
    );
    assert_eq!(entities(&graph), ["hcg = hCG: drug + hormone", "lh = LH: hormone"]);
}

#[test]
fn what_is_not_read_is_told_by_its_name() {
    let edge =
        r#"{"id": "1", "subject": "a", "predicate": "biolink:causes", "object": "b", "score": 0.5, "p_value": 1}"#;
    assert_eq!(
        warnings(&[("model_edges.jsonl", &format!("{edge}\n{edge}\n"))]),
        ["model_edges.jsonl left-out left out: the properties `p_value` (2), `score` (2)"]
    );
    let table = "subject\tpredicate\tobject\tscore\tempty\na\tbiolink:causes\tb\t0.5\t\n";
    assert_eq!(
        warnings(&[("model_edges.tsv", table)]),
        ["model_edges.tsv left-out left out: the properties `score` (1)"]
    );
}
