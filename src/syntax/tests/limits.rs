//! Long and deep texts: read or refused, and quickly.

use crate::diagnostic::Code;
use crate::syntax::{LONGEST_LINE, parse_script, parse_statement};

fn code(text: &str) -> Option<Code> {
    parse_statement(text).err().map(|error| error.code)
}

#[test]
fn brackets_of_every_depth() {
    for depth in (5..=64).step_by(10).chain([64]) {
        let nested =
            |open: &str, inner: &str, close: &str| format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
        let conditions = format!("? which drugs {}", nested("(", "raise LH", ")"));
        let negated = format!("? which drugs {}", nested("not (", "raise LH", ")"));
        let led = format!("? what {}", nested("raise (", "LH", ")"));
        let sets = format!("path {} -> LH", nested("{", "FSH", "}"));
        for text in [conditions, negated, led, sets] {
            assert_eq!(code(&text), None, "{text}");
            assert_eq!(code(&text.replace([')', '}'], "")), Some(Code::UnbalancedBracket), "{text}");
            let printed = parse_statement(&text).map(|statement| statement.to_string()).unwrap_or_default();
            assert_eq!(code(&printed), None, "{printed}");
        }
    }
    assert_eq!(code(&format!("? what {}LH{}", "(".repeat(300), ")".repeat(300))), Some(Code::TooDeep));
    assert_eq!(code(&format!("? what {}", "(".repeat(20_000))), Some(Code::TooDeep));
    assert!(parse_statement(&format!("? what {}LH", "not ".repeat(5_000))).is_err());
}

#[test]
fn a_long_line_is_refused_and_the_rest_read() {
    let script = format!("show LH\nshow {}\nshow FSH", "x".repeat(1_000_000));
    let codes: Vec<_> = parse_script(&script).into_iter().map(|result| result.err().map(|error| error.code)).collect();
    assert_eq!(codes, [None, Some(Code::TooLong), None]);
    assert_eq!(code(&format!("show {}", "x".repeat(LONGEST_LINE - 6))), None);
    assert_eq!(code(&format!("show{}", format!("\n {}", "x".repeat(90_000)).repeat(12))), Some(Code::TooLong));
}
