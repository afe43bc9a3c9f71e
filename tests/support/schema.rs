//! The contract of JSON answers, `tests/answer.schema.json`, as an assertion.

use std::path::Path;
use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};

static CONTRACT: LazyLock<(Schemas, SchemaIndex)> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answer.schema.json");
    let mut schemas = Schemas::new();
    let index = Compiler::new()
        .compile(path.to_str().expect("a path in UTF-8"), &mut schemas)
        .unwrap_or_else(|error| panic!("the schema is not valid: {error:#}"));
    (schemas, index)
});

/// Whether the line is one JSON object that keeps the contract; else why not.
pub fn validate(json_line: &str) -> Result<(), String> {
    let value = serde_json::from_str(json_line).map_err(|error| error.to_string())?;
    let (schemas, index) = &*CONTRACT;
    schemas.validate(&value, *index).map_err(|error| format!("{error:#}"))
}

/// Fails the test where the line breaks the contract.
#[track_caller]
pub fn assert_valid(json_line: &str) {
    if let Err(why) = validate(json_line) {
        panic!("not a valid answer: {why}\n{json_line}");
    }
}
