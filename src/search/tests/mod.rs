//! Path search against a search by brute force.

mod oracle;
mod properties;
mod tables;
