//! Each lint on small graphs: what it finds, and what it leaves alone.

use std::sync::Arc;

use super::words::direction;
use super::{LINTS, check, codes};
use crate::cancel::Cancel;
use crate::diagnostic::Code;
use crate::formats::{Loaded, OpenOptions, TextFile, open_texts};
use crate::sketch;

/// Fails the test unless a lint finds just so much in a graph.
#[track_caller]
fn finds(code: Code, sketch: &str, expected: &[&str]) {
    let report = check(&Loaded::from(Arc::new(sketch::graph(sketch))), 1, &Cancel::never()).expect("nothing stops it");
    let found: Vec<&str> =
        report.findings.iter().filter(|finding| finding.code == code).map(|finding| finding.message.as_str()).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_code_is_one_lints() {
    let mut seen = Vec::new();
    for code in codes() {
        assert!(!seen.contains(&code), "{code} twice");
        assert_eq!(Code::of(code.as_str()), Some(code));
        seen.push(code);
    }
    assert!(LINTS.is_sorted_by_key(|lint| lint.severity), "errors first");
}

#[test]
fn a_class_an_umbrella_a_whole_and_a_protocol_stand_for_what_they_hold() {
    let stated = "directness = \"documented\"";
    let sketch = format!(
        "drug class: SERM
         drug: clomiphene, hCG
         protocol: rescue
         hormone: LH, estrogen, estradiol
         gland: testes
         cell: Leydig cells
         clomiphene is a SERM
         clomiphene inhibits LH
         hCG stimulates Leydig_cells
         hCG stimulates estradiol
         estradiol is a estrogen
         Leydig_cells located in testes
         rescue administers hCG | optional = true
         SERM inhibits LH | {stated}
         hCG stimulates testes | {stated}
         hCG stimulates estrogen | {stated}
         rescue stimulates testes | {stated}
         LH stimulates testes | {stated}"
    );
    let expected = ["`LH` stimulates `testes`, a source states, but no chain of steps leads there"];
    finds(Code::UnsupportedEffect, &sketch, &expected);
}

#[test]
fn an_effect_is_judged_in_its_own_context() {
    let sketch = "hormone: GnRH, LH
        GnRH stimulates LH | context = { dosing = \"pulsatile\" }
        GnRH inhibits LH | context = { dosing = \"continuous\" }
        GnRH stimulates LH | context = { dosing = \"pulsatile\" }; directness = \"documented\"
        GnRH inhibits LH | context = { dosing = \"continuous\" }; directness = \"documented\"";
    for code in [Code::ContradictedEffect, Code::UnsupportedEffect, Code::OppositeSigns] {
        finds(code, sketch, &[]);
    }
}

#[test]
fn a_stated_effect_is_no_witness_of_its_own() {
    // The net effect of two opposite chains is open, and the source that states one of them contradicts nothing.
    let sketch = "hormone: A, B, C
        A stimulates B
        B stimulates C
        A inhibits C
        A stimulates C | directness = \"documented\"";
    finds(Code::ContradictedEffect, sketch, &[]);
    finds(Code::UnsupportedEffect, sketch, &[]);
}

#[test]
fn steps_that_are_not_followed_contradict_nothing() {
    let sketch = "hormone: A, B
        A stimulates B
        A inhibits B | followed = false";
    finds(Code::OppositeSigns, sketch, &[]);
}

/// The testis makes testosterone, which acts on what `near` and `far` say.
fn axis(testosterone: &str, more: &str) -> String {
    format!(
        "hormone: testosterone, LH, GnRH
        gland: testes, pituitary
        system: axis
        cell: Leydig cells, gonadotroph cells
        process: spermatogenesis
        testes part of axis
        pituitary part of axis
        Leydig_cells located in testes
        gonadotroph_cells located in pituitary
        spermatogenesis located in testes
        gonadotroph_cells produces LH
        LH stimulates Leydig_cells
        Leydig_cells produces testosterone
        {testosterone}
        {more}"
    )
}

#[test]
fn pools_are_merged_where_a_hormone_acts_on_its_own_organ_and_on_another() {
    let merged =
        ["`testosterone` is made in `testes` and acts there, on `spermatogenesis`, and also elsewhere, on `LH`"];
    let both = "testosterone stimulates spermatogenesis\ntestosterone inhibits LH";
    finds(Code::MergedPools, &axis(both, ""), &merged);
    finds(Code::MergedPools, &axis("testosterone stimulates spermatogenesis", ""), &[]);
    finds(Code::MergedPools, &axis("testosterone inhibits LH", ""), &[]);
    // LH is made in the pituitary and acts on the testis: both lie in the axis, which is no organ.
    finds(Code::MergedPools, &axis("", "LH inhibits GnRH\npituitary produces LH"), &[]);
    // A whole gland may be what makes it.
    let by_gland = axis(both, "testes produces testosterone").replace("Leydig_cells produces testosterone", "");
    finds(Code::MergedPools, &by_gland, &[]);
}

#[test]
fn pools_told_apart_are_not_merged() {
    let sketch = axis(
        "local_testosterone stimulates spermatogenesis\ntestosterone inhibits LH",
        "Leydig_cells produces local_testosterone
        [[entity]]
        id = \"local-testosterone\"
        name = \"local testosterone\"
        kind = \"hormone\"",
    );
    finds(Code::MergedPools, &sketch, &[]);
}

#[test]
fn twins_are_found_where_a_format_lets_them_in() {
    let list = "subject\tsign\tobject\nNa\t+\tna-\nLeydig cells\t+\tleydig-cell\n";
    let loaded = open_texts(&[TextFile::new("twins.tsv", list)], &OpenOptions::default()).expect("a sound list");
    let expected =
        ["`leydig-cell` and `Leydig cells` differ in spelling only", "`na-` and `Na` differ in spelling only"];
    let report = check(&loaded, 1, &Cancel::never()).expect("nothing stops it");
    let twins = report.findings.iter().filter(|finding| finding.code == Code::TwinNames);
    let mut found: Vec<&str> = twins.map(|finding| finding.message.as_str()).collect();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(report.findings.iter().all(|finding| finding.location.is_none()));
}

#[test]
fn words_of_direction() {
    for (name, expected) in [
        ("negative regulation of apoptosis", Some("negative regulation of")),
        ("Loss of LH", Some("loss")),
        ("HPG axis suppression", Some("suppression")),
        ("suppression", None),
        ("low-dose hCG protocol", None),
        ("high-density lipoprotein", None),
        ("inhibitor", None),
        ("aromatase inhibitor", None),
        ("low estradiol", Some("low")),
        ("estradiol low", None),
        ("degree of increase", Some("increase")),
        ("regulation of growth", None),
        ("", None),
    ] {
        assert_eq!(direction(name), expected, "{name}");
    }
}

#[test]
fn a_check_can_be_stopped() {
    let cancel = Cancel::never();
    cancel.cancel();
    let graph = sketch::graph("hormone: A, B\nA stimulates B\nA stimulates B | directness = \"documented\"");
    assert!(check(&Loaded::from(Arc::new(graph)), 1, &cancel).is_err());
}
