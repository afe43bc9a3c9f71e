//! The causal core: influence graph, determined test, press model. Knows no text and no file.
