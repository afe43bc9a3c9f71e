//! Each writer against an independent reader, and against endograph's own.
