//! endograph: a knowledge-graph query engine for mechanisms. Who acts on whom, with which sign, by which route, and on
//! what evidence. Its first graph, embedded, is the male hypothalamic-pituitary-gonadal axis under testosterone therapy.
//!
//! A program opens a graph ([`session::Session`]), asks a statement of it ([`session::Session::ask`]), and reads the
//! [`answer::Answer`], or has it written in any [`answer::Format`]:
//!
//! ```
#![doc = include_str!("../examples/embed.rs")]
//! ```
//!
//! [`session::Session::open`] opens a graph of your own; the language and the file format are in the README.
//!
//! Text flows one way, each room knowing only the types of the next; `ARCHITECTURE.md` tells why:
//!
//! | room | what happens there |
//! |---|---|
//! | [`syntax`] | text becomes a tree of statements; no graph is known |
//! | [`resolve`] | names and verbs are looked up; what is left is ids |
//! | [`exec`] | statements are run on the graph, the path search and the causal core |
//! | [`causal`] | net effects, and how sure they are: pure numbers |
//! | [`search`] | signed paths on a plain graph |
//! | [`graph`] | entities, edges, names, the schema, and the one expansion of classes, pools and contexts |
//! | [`formats`] | files become graphs, every fault with its place |
//! | [`lint`] | what looks wrong with the meaning of a graph |
//! | [`answer`] | one value type, written as table, JSON, CSV, TSV or Markdown |
//! | [`picture`] | drawings get places and become SVG, HTML, DOT, Mermaid |
//! | [`diagnostic`] | errors as data, and the one place that draws them |
//! | [`cancel`] | the token that every long loop polls |
//! | [`observer`] | whoever is told how far long work has come |
//! | [`session`] | an open graph, its settings, and the results bound so far |

pub mod answer;
pub mod cancel;
pub mod causal;
pub mod diagnostic;
pub mod exec;
pub mod formats;
pub mod graph;
pub mod lint;
pub mod observer;
pub mod picture;
pub mod resolve;
pub mod search;
pub mod session;
#[cfg(test)]
mod sketch;
pub mod syntax;
