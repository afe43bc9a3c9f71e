//! Path search on a plain signed graph. Knows no text and no file.
