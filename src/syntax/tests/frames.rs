//! Every frame and every clause: what is written, and the tree that it gives.

use super::check;

#[test]
fn questions() {}

#[test]
fn paths() {}

#[test]
fn looking() {}

#[test]
fn scripts() {}
