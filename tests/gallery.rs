//! The pictures of the README are what the program draws today. `ENDOGRAPH_ACCEPT=1` draws them anew.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::Endograph;

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

#[test]
fn the_gallery_is_what_the_program_draws() {
    let accept = std::env::var_os("ENDOGRAPH_ACCEPT").is_some_and(|value| value == "1");
    let script = docs().join("gallery.endo");
    let (outcome, drawn) = Endograph::new(["run".as_ref(), script.as_os_str()]).run_and_keep();
    outcome.check(0, &["drawn: why.svg"], &[]);
    let files = pictures(drawn.path());
    for file in &files {
        let (fresh, kept) = (drawn.path().join(file), docs().join("gallery").join(file));
        if accept {
            fs::copy(&fresh, &kept).expect("the gallery can be written");
        }
        let kept = fs::read_to_string(&kept).unwrap_or_default().replace("\r\n", "\n");
        let fresh = fs::read_to_string(&fresh).expect("a picture");
        assert!(fresh == kept, "docs/gallery/{file} is not what is drawn; ENDOGRAPH_ACCEPT=1 draws it anew");
    }
    assert_eq!(files, pictures(&docs().join("gallery")), "the gallery holds what its script draws");
    let readme = fs::read_to_string(docs().with_file_name("README.md")).expect("README.md");
    let shown = files.iter().filter(|file| readme.contains(&format!("docs/gallery/{file}"))).count();
    assert_eq!(shown, files.len(), "the README shows each picture");
}

#[test]
fn the_flowchart_is_what_the_program_writes() {
    let outcome = Endograph::new(["--format", "mermaid", "-c", "path hCG -> LH max 4"]).run();
    outcome.check(0, &["flowchart TB"], &[]);
    let readme = fs::read_to_string(docs().with_file_name("README.md")).expect("README.md").replace("\r\n", "\n");
    assert!(
        readme.contains(&format!("```mermaid\n{}```", outcome.stdout)),
        "README.md shows another:\n{}",
        outcome.stdout
    );
}

fn pictures(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder of pictures");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> =
        names.filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "svg")).collect();
    names.sort();
    names
}
