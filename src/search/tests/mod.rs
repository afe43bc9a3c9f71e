//! Path search against a search by brute force.

mod damaged;
mod dense;
mod oracle;
mod properties;
mod tables;
