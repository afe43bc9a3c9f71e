//! The endograph binary.

fn main() {}
