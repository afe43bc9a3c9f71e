//! Where answers go: standard output, or a file that is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use endograph::formats::WholeFile;

use super::arguments::Options;
use super::console::picture;
use super::files::Files;
use super::status::Status;

/// The name that stands for standard output.
pub const STANDARD: &str = "-";

/// Streams that are open already; what they lead to may be a file.
const STREAMS: [&str; 4] = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc/self/fd"];

/// A place for answers.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Standard,
    /// A new file that takes its name only once it is whole.
    Whole(WholeFile),
    /// A device or a pipe, which no file may take the place of.
    Device(File),
}

impl Output {
    /// Where the options say that answers go; what stands in the way is told on standard error. Named on the command line,
    /// it is allowed to a safe session too.
    ///
    /// # Errors
    /// The status of a run that ends here.
    pub fn of(options: &Options) -> Result<Self, Status> {
        let Some(path) = &options.output else { return Ok(Self::Standard) };
        Files::of_command_line(options).create(path).map_err(|refusal| {
            picture(&refusal, None);
            Status::Unreadable
        })
    }

    /// A file, or standard output for `-`. Whether it may be written is decided by [`super::files::Files`].
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub(super) fn open(path: &Path, replaces: bool) -> io::Result<Self> {
        if path.as_os_str() == STANDARD || path == Path::new("/dev/stdout") {
            return Ok(Self::Standard);
        }
        if Self::is_written_in_place(path) {
            return Ok(Self::Device(File::options().append(true).open(path)?));
        }
        if fs::metadata(path).is_ok_and(|metadata| metadata.is_file()) {
            File::options().append(true).open(path)?; // refuses now what could not be replaced in place
        }
        let file = if replaces { WholeFile::create(path) } else { WholeFile::create_new(path) };
        file.map(Self::Whole)
    }

    /// Whether a path is something that no file may take the place of: standard output, `/dev/null`, a pipe, a stream that
    /// is open already.
    pub fn is_written_in_place(path: &Path) -> bool {
        path.as_os_str() == STANDARD
            || STREAMS.iter().any(|stream| path.starts_with(stream))
            || fs::metadata(path).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir())
    }

    /// Writes a text and hands it on at once.
    ///
    /// # Errors
    /// A full disk, a closed pipe.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        let write = |writer: &mut dyn Write| writer.write_all(text.as_bytes()).and_then(|()| writer.flush());
        match self {
            Self::Standard => write(&mut io::stdout().lock()),
            Self::Whole(file) => write(file),
            Self::Device(file) => write(file),
        }
    }

    /// What to write long outputs to, piece by piece; nothing is handed on before it is flushed.
    pub fn stream(&mut self) -> Box<dyn Write + '_> {
        match self {
            Self::Standard => Box::new(io::stdout().lock()),
            Self::Whole(file) => Box::new(file),
            Self::Device(file) => Box::new(file),
        }
    }

    /// What it is called in the shell's settings.
    pub fn name(&self) -> String {
        match self {
            Self::Standard => "standard output".to_owned(),
            Self::Whole(file) => file.path().display().to_string(),
            Self::Device(_) => "a device".to_owned(),
        }
    }

    /// Gives a whole file its name. Dropping the output instead leaves whatever stood there as it was.
    ///
    /// # Errors
    /// Where the file cannot take its name.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Whole(file) => file.finish(),
            Self::Standard | Self::Device(_) => Ok(()),
        }
    }
}
