//! Each lint on small graphs.
