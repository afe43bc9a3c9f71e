//! How much two colours differ, by the rule of the Web Content Accessibility Guidelines.

/// The contrast of two colours as `#rrggbb`: from 1, none, to 21, black on white.
pub fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of a colour, from 0 to 1.
fn luminance(colour: &str) -> f64 {
    let part = |from: usize| {
        let level = f64::from(u8::from_str_radix(&colour[from..from + 2], 16).expect("#rrggbb")) / 255.0;
        if level <= 0.040_45 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn black_on_white_is_the_most() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}
