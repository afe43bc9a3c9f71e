//! Errors as data, with spans, codes and suggestions; and the one place that draws them.
