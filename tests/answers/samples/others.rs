//! Paths, cards, counts, tables.

use endograph::answer::{Answer, CountRow, EntityCard, Note, OkRow, PathRole, PathRow, PictureRow, Rows, Table};
use endograph::picture::Format;
use indexmap::IndexMap;
use serde_json::json;

use super::parts::*;

pub fn paths() -> Answer {
    let lh = vec![
        step("gonadorelin", "stimulates", "LH", UP, vec![therapy()]),
        step("LH", "stimulates", "Leydig cells", UP, vec![feedback()]),
        step("Leydig cells", "produces", "intratesticular testosterone", UP, vec![feedback(), therapy()]),
        step("intratesticular testosterone", "supports", "spermatogenesis", UP, vec![coviello()]),
    ];
    let fsh = vec![
        step("gonadorelin", "stimulates", "FSH", UP, vec![therapy()]),
        step("FSH", "stimulates", "Sertoli cells", UP, vec![feedback()]),
        step("Sertoli cells", "supports", "spermatogenesis", UP, vec![feedback()]),
    ];
    let stated = vec![documented("gonadorelin", "supports", "spermatogenesis", UP, "on TRT")];
    let rows = vec![
        path(fsh, UP, Some(PathRole::Supporting)),
        path(lh, UP, Some(PathRole::Supporting)),
        path(stated, UP, None),
    ];
    answer("path gonadorelin -> spermatogenesis including documented", Rows::Paths(rows))
}

pub fn paths_undirected() -> Answer {
    let row = PathRow {
        entities: ["hCG", "Leydig cells", "aromatase", "anastrozole"].map(str::to_owned).to_vec(),
        steps: vec![
            step("hCG", "stimulates", "Leydig cells", UP, vec![feedback()]),
            step("aromatase", "located in", "Leydig cells", None, vec![feedback()]),
            step("anastrozole", "inhibits", "aromatase", DOWN, vec![therapy()]),
        ],
        net: None,
        hops: 3,
        role: None,
    };
    answer("path hCG <-> anastrozole", Rows::Paths(vec![row]))
}

pub fn no_paths() -> Answer {
    let mut answer = answer("path hCG -> FSH avoiding testosterone", Rows::Paths(Vec::new()));
    answer.notes.push(Note::new("nearest", "from hCG one reaches Leydig cells; FSH is reached from GnRH"));
    answer
}

pub fn card() -> Answer {
    let card = EntityCard {
        entity: "hCG".to_owned(),
        id: "hcg".to_owned(),
        entity_kinds: columns(&["drug", "hormone"]),
        definition: "human chorionic gonadotropin, an analogue of LH that acts at the LHCG receptor of Leydig cells"
            .to_owned(),
        synonyms: columns(&["human chorionic gonadotropin", "choriogonadotropin"]),
        xrefs: columns(&["CHEBI:5787"]),
        classes: columns(&["gonadotropin"]),
        members: Vec::new(),
        pools: Vec::new(),
        contexts: IndexMap::new(),
        outgoing: vec![
            step("hCG", "mimics", "LH", UP, vec![therapy()]),
            step("hCG", "stimulates", "Leydig cells", UP, vec![therapy(), feedback()]),
            step("hCG", "stimulates", "LHCG receptor", UP, vec![therapy()]),
            step("hCG", "is a", "gonadotropin", None, vec![therapy()]),
        ],
        incoming: vec![step("TRT with low-dose hCG", "administers", "hCG", UP, vec![coviello()])],
        figures: columns(&["dose: 500 IU every other day, with TRT"]),
    };
    answer("show hCG", Rows::Entity(vec![card]))
}

pub fn count() -> Answer {
    let row = CountRow { count: 3, entities: columns(&["clomiphene", "enclomiphene", "tamoxifen"]) };
    answer("? how many drugs block the estrogen receptor", Rows::Count(row))
}

pub fn table() -> Answer {
    let table = Table {
        columns: columns(&["kind", "entities", "share", "examples"]),
        rows: vec![
            vec![json!("hormone"), json!(12), json!(0.5), json!(["LH", "FSH"])],
            vec![json!("drug class"), json!(5), json!(null), json!("SERM")],
            vec![json!("condition"), json!(107), json!(12.25), json!(null)],
        ],
    };
    answer("stats", Rows::Table(table))
}

pub fn plan() -> Answer {
    let table = Table {
        columns: columns(&["step", "estimate"]),
        rows: vec![vec![json!("find paths from hCG"), json!(40)], vec![json!("  prune by distance"), json!(12)]],
    };
    answer("explain path hCG -> LH", Rows::Plan(table))
}

pub fn ok() -> Answer {
    let row = OkRow { done: "bound".to_owned(), what: "$boosters, 6 entities".to_owned() };
    answer("let boosters = ? which drugs raise testosterone", Rows::Ok(row))
}

pub fn picture() -> Answer {
    let drawing = endograph::answer::drawing(&paths()).expect("paths are drawn");
    let row = PictureRow::new("lh.svg".to_owned(), Format::Svg, drawing);
    answer("draw path hCG -> LH to lh.svg", Rows::Picture(row))
}

pub fn check() -> Answer {
    answer("check", Rows::Check(Table { columns: columns(&["code", "place"]), rows: Vec::new() }))
}
