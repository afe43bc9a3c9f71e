//! `endograph check`.

use crate::harness::Endograph;

const SOUND: &str = r#"
[graph]
name = "toy"
title = "A toy"
version = "1.0.0"

[[source]]
id = "book"
name = "The book"

[[entity]]
id = "lh"
name = "LH"
kind = "hormone"

[[entity]]
id = "leydig-cells"
name = "Leydig cells"
kind = "cell"

[[edge]]
subject = "lh"
relation = "stimulates"
object = "leydig-cells"
evidence = [{ source = "book", section = "1", certainty = "established" }]
"#;

#[test]
fn sound_graphs() {
    Endograph::new(["check", "hpg"]).run().check(0, &["hpg", "no faults"], &[]);
    Endograph::new(["check", "toy.toml"]).file("toy.toml", SOUND).run().check(0, &["toy 1.0.0", "no faults"], &[]);
    let json = Endograph::new(["check", "toy.toml", "--format", "json"]).file("toy.toml", SOUND).run();
    json.check(0, &["\"kind\":\"check\"", "\"rows\":[]", "\"name\":\"toy\""], &[]);
}

#[test]
fn every_fault_has_its_place() {
    let broken = SOUND.replace("\"stimulates\"", "\"stimulats\"").replace("subject = \"lh\"", "subject = \"lhh\"");
    let text = Endograph::new(["check", "toy.toml"]).file("toy.toml", &broken).run();
    text.check(1, &["toy.toml:22:11", "toy.toml:23:12", "2 faults"], &[]);
    let json = Endograph::new(["check", "toy.toml", "--format", "json"]).file("toy.toml", &broken).run();
    json.check(1, &["\"kind\":\"check\"", "\"line\":22", "\"column\":11", "\"code\":\"unknown-relation\""], &[]);
}

#[test]
fn graphs_that_cannot_be_read() {
    let missing = Endograph::new(["check", "missing.toml"]).run();
    missing.check(3, &[], &["error[io]: `missing.toml`: cannot be read: "]);
    assert_eq!((missing.stdout.as_str(), missing.stderr.lines().count()), ("", 1));
    Endograph::new(["check", "."]).run().check(3, &[], &["`.`: no `*.toml` file"]);
    Endograph::new(["check", "binary.toml"]).file("binary.toml", b"\xff\xfe").run().check(1, &["not-text"], &[]);
}

#[test]
fn a_graph_of_ones_own() {
    let run = Endograph::new(["--graph", "toy.toml", "-c", "? what does LH stimulate"]).file("toy.toml", SOUND);
    run.run().check(0, &["Leydig cells"], &[]);
}
