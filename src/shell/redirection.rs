//! `.output` and `.once`: where answers go, and what becomes of a file that they were written to.

use std::io;
use std::path::Path;

use endograph::answer::printable;

use super::Shell;
use crate::cli::console::{picture, say};
use crate::cli::files::{Files, cannot_write};
use crate::cli::output::Output;

impl Shell {
    /// `.output`, `.once`: sends answers elsewhere. A file that was being written takes its name now.
    pub(super) fn redirect(&mut self, path: Option<&Path>, allowed: Files, once: bool) {
        let output = match path.map_or(Ok(Output::Standard), |path| allowed.create(path)) {
            Ok(output) => output,
            Err(refusal) => return picture(&refusal, None),
        };
        self.cancel_once();
        let name = printable(&output.name()).into_owned();
        let before = std::mem::replace(&mut self.runner.console.output, output);
        if once {
            self.after_once = Some(before);
            self.confirm(&format!("the next answer goes to {name}"));
        } else {
            self.finish(before);
            self.confirm(&format!("answers go to {name}"));
        }
    }

    /// After an answer: `.once` has had it. A file that nothing was written to waits for the next answer; a device cannot
    /// tell, so there it matters whether something was `answered`.
    pub(super) fn end_once(&mut self, answered: bool) {
        let console = &mut self.runner.console;
        let has_answer = match console.output {
            Output::Whole(_) => console.holds_an_answer(),
            Output::Standard | Output::Device(_) => answered,
        };
        if let Some(before) = self.after_once.take_if(|_| has_answer) {
            let once = std::mem::replace(&mut self.runner.console.output, before);
            self.finish(once);
        }
    }

    /// A `.once` that waits for its answer waits no longer; what stood in its file stays.
    fn cancel_once(&mut self) {
        if let Some(before) = self.after_once.take() {
            self.runner.console.output = before;
        }
    }

    /// The end of the session: what was written takes its name. False where it cannot.
    pub(super) fn finish_output(&mut self) -> bool {
        self.cancel_once();
        let output = std::mem::replace(&mut self.runner.console.output, Output::Standard);
        self.finish(output)
    }

    /// Gives what was written its name, or tells why it cannot have it, and returns false.
    fn finish(&self, output: Output) -> bool {
        let name = output.name();
        let is_file = matches!(output, Output::Whole(_));
        let finished = output.finish();
        match &finished {
            Ok(()) if is_file => self.confirm(&format!("written to {}", printable(&name))),
            Ok(()) => {}
            Err(error) => picture(&cannot_write(Path::new(&name), error), None),
        }
        finished.is_ok()
    }

    /// An output that cannot be written any more, on a full disk perhaps, is told and left: what is asked next is answered
    /// where answers went before `.once`, or on standard output.
    ///
    /// # Errors
    /// The same error, where it is standard output that failed.
    pub(super) fn give_up_output(&mut self, error: io::Error) -> io::Result<()> {
        let name = match &self.runner.console.output {
            Output::Standard => return Err(error),
            output => output.name(),
        };
        self.runner.console.output = self.after_once.take().unwrap_or(Output::Standard);
        picture(&cannot_write(Path::new(&name), &error), None);
        say(&format!("answers go to {}", printable(&self.runner.console.output.name())));
        Ok(())
    }
}
