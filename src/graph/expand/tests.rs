//! The rules of expansion, each on a graph of a few lines.

use super::{ExpandedEdge, Expansion, Setting};
use crate::graph::{EdgeId, Graph};
use crate::sketch;

fn told(graph: &Graph, edge: &ExpandedEdge) -> String {
    let name = |id| graph.entity(id).name.as_str();
    let mut told = format!("{} {} {}", name(edge.subject), graph.schema.relation(edge.relation).id, name(edge.object));
    if let Some(class) = edge.via_class {
        told.extend([format!(", via {}", name(class))]);
    }
    for &EdgeId(also) in &edge.also {
        told.extend([format!(", as {}", name(graph.edge(EdgeId(also)).subject))]);
    }
    if edge.coarse {
        told += ", coarse";
    }
    told
}

/// A sketch, the setting (`any`, `sex = female`, `dosing of GnRH = continuous`), and what is expanded: steps, documented
/// effects, and what is only listed.
#[track_caller]
fn check(sketch: &str, said: &str, steps: &[&str], documented: &[&str], listed: &[&str]) {
    let graph = sketch::graph(sketch);
    let mut setting = Setting { any_entity_context: said == "any", ..Setting::default() };
    if let Some((key, value)) = said.split_once(" = ") {
        setting = match key.split_once(" of ") {
            Some((key, entity)) => {
                let entity = graph.entity_id(entity).expect("an entity of the sketch");
                setting.with_entity(entity, key, value)
            }
            None => setting.with_graph(key, value),
        };
    }
    let expansion = Expansion::new(&graph, &setting);
    let told = |edges: &[ExpandedEdge]| edges.iter().map(|edge| told(&graph, edge)).collect::<Vec<_>>();
    assert_eq!(told(&expansion.steps), steps, "steps, {said}");
    assert_eq!(told(&expansion.documented), documented, "documented, {said}");
    assert_eq!(told(&expansion.listed), listed, "listed, {said}");
}

#[test]
fn what_holds_of_a_class_holds_of_its_members() {
    check(
        "drug class: serm
        drug: clomiphene, tamoxifen
        receptor: receptor
        clomiphene is a serm
        tamoxifen is a serm
        serm blocks receptor
        receptor is a receptor_class
        receptor: receptor class",
        "",
        &["serm blocks receptor", "clomiphene blocks receptor, via serm", "tamoxifen blocks receptor, via serm"],
        &[],
        &["clomiphene is a serm", "tamoxifen is a serm", "receptor is a receptor class"],
    );
}

#[test]
fn the_nearest_class_speaks_first() {
    check(
        "drug class: near, far
        drug: member
        hormone: LH
        member is a near
        near is a far
        far stimulates LH
        near inhibits LH",
        "",
        &["far stimulates LH", "near inhibits LH", "member inhibits LH, via near"],
        &[],
        &["member is a near", "near is a far"],
    );
}

#[test]
fn a_members_own_edge_beats_the_inherited_one_and_takes_its_evidence_where_they_agree() {
    let classes = "drug class: class
        drug: agreeing, opposed
        receptor: receptor
        agreeing is a class
        opposed is a class
        class blocks receptor
        agreeing inhibits receptor
        opposed stimulates receptor";
    let steps = ["class blocks receptor", "agreeing inhibits receptor, as class", "opposed stimulates receptor"];
    check(classes, "", &steps, &[], &["agreeing is a class", "opposed is a class"]);
}

#[test]
fn a_documented_effect_of_a_member_leaves_the_step_of_its_class() {
    check(
        "drug class: class
        drug: member
        hormone: LH
        member is a class
        class stimulates LH
        member inhibits LH | directness = \"documented\"",
        "",
        &["class stimulates LH", "member stimulates LH, via class"],
        &["member inhibits LH"],
        &["member is a class"],
    );
}

#[test]
fn documented_effects_are_inherited_too() {
    check(
        "drug class: class
        drug: member
        hormone: LH
        member is a class
        class stimulates LH | directness = \"documented\"",
        "",
        &[],
        &["class stimulates LH", "member stimulates LH, via class"],
        &["member is a class"],
    );
}

#[test]
fn an_umbrella_passes_nothing_to_its_pools() {
    check(
        "hormone: exogenous, circulating, LH
        [[entity]]
        id = \"testosterone\"
        name = \"testosterone\"
        kind = \"hormone\"
        pools = [\"circulating\", \"exogenous\"]

        testosterone inhibits LH
        LH stimulates testosterone",
        "",
        &["testosterone inhibits LH", "LH stimulates testosterone"],
        &[],
        &[],
    );
}

#[test]
fn a_subjects_context_has_a_default_and_can_be_set() {
    let doses = "hormone: GnRH, LH
        GnRH stimulates LH | context = { dosing = \"pulsatile\" }
        GnRH inhibits LH | context = { dosing = \"continuous\" }";
    check(doses, "", &["GnRH stimulates LH"], &[], &[]);
    check(doses, "dosing of gnrh = pulsatile", &["GnRH stimulates LH"], &[], &[]);
    check(doses, "dosing of gnrh = continuous", &["GnRH inhibits LH"], &[], &[]);
    check(doses, "dosing of lh = continuous", &["GnRH stimulates LH"], &[], &[]);
    check(doses, "any", &["GnRH stimulates LH", "GnRH inhibits LH"], &[], &[]);
}

#[test]
fn an_inherited_edge_holds_in_the_members_context() {
    let class = "drug class: agonist
        drug: gonadorelin
        hormone: LH
        gonadorelin is a agonist
        agonist inhibits LH | context = { dosing = \"continuous\" }";
    check(class, "", &[], &[], &["gonadorelin is a agonist"]);
    let inherited = &["gonadorelin inhibits LH, via agonist"];
    check(class, "dosing of gonadorelin = continuous", inherited, &[], &["gonadorelin is a agonist"]);
    check(class, "dosing of agonist = continuous", &["agonist inhibits LH"], &[], &["gonadorelin is a agonist"]);
}

#[test]
fn the_graphs_context_has_a_default_and_annotations_split_nothing() {
    let sexes = "gland: ovaries, testes
        hormone: testosterone
        ovaries produces testosterone | context = { sex = \"female\" }
        testes produces testosterone | context = { sex = \"male\", site = \"scrotum\" }";
    check(sexes, "", &["testes produces testosterone"], &[], &[]);
    check(sexes, "sex = female", &["ovaries produces testosterone"], &[], &[]);
    // Any context of an entity is not any context of the graph.
    check(sexes, "any", &["testes produces testosterone"], &[], &[]);
    check(sexes, "site = elsewhere", &["testes produces testosterone"], &[], &[]);
}

#[test]
fn a_short_form_is_coarse_only_where_its_chain_holds() {
    let chain = "hormone: LH
        receptor: receptor
        cell: cells
        LH activates receptor
        receptor stimulates cells | context = { dosing = \"continuous\" }
        LH stimulates cells | through = [\"receptor\"]";
    check(chain, "", &["LH activates receptor", "LH stimulates cells"], &[], &[]);
    let here = &["LH activates receptor", "receptor stimulates cells", "LH stimulates cells, coarse"];
    check(chain, "dosing of receptor = continuous", here, &[], &[]);
}

#[test]
fn a_member_inherits_short_forms_with_their_chain() {
    check(
        "drug class: class
        drug: member
        receptor: receptor
        cell: cells
        member is a class
        class activates receptor
        receptor stimulates cells
        class stimulates cells | through = [\"receptor\"]",
        "",
        &[
            "class activates receptor",
            "receptor stimulates cells",
            "class stimulates cells, coarse",
            "member activates receptor, via class",
            "member stimulates cells, via class, coarse",
        ],
        &[],
        &["member is a class"],
    );
}

#[test]
fn what_is_denied_not_followed_or_without_sign_is_only_listed() {
    check(
        "drug: drug
        hormone: LH, FSH
        cell: cells
        drug stimulates LH | negated = true
        drug stimulates FSH | followed = false
        LH acts at cells
        drug inhibits FSH | directness = \"documented\"; negated = true",
        "",
        &[],
        &["drug inhibits FSH"],
        &["drug stimulates LH", "drug stimulates FSH", "LH acts at cells"],
    );
}
