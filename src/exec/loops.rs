//! `loops …`

use crate::answer::Rows;
use crate::resolve::LoopQuestion;

use super::{Executor, Outcome, Stopped};

impl Executor<'_> {
    pub(super) fn loops(&mut self, _question: &LoopQuestion) -> Result<Outcome, Stopped> {
        Ok(Outcome::new(Rows::Loops(Vec::new())))
    }
}
