//! Path search against a search by brute force.

mod damaged;
mod oracle;
mod properties;
mod tables;
