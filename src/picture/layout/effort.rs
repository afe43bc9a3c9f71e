//! How long a search for a better layout goes on: as long as it gains anything in a drawing of usual size, and the
//! shorter the more there is to place, so that no drawing takes long.

/// Up to so many stretches of lines, nothing is cut short.
const USUAL: usize = 1000;

/// How many rounds to go where at most `most` are worth it and a round takes time in proportion to `segments`.
pub fn rounds(most: usize, segments: usize) -> usize {
    (most * USUAL / segments.max(USUAL)).max(1)
}

#[cfg(test)]
mod tests {
    use super::rounds;

    #[test]
    fn the_more_there_is_to_place_the_fewer_rounds() {
        for (most, segments, expected) in [(40, 0, 40), (40, 1000, 40), (40, 2000, 20), (3, 1001, 2), (3, 90_000, 1)] {
            assert_eq!(rounds(most, segments), expected, "{most} {segments}");
        }
    }
}
