//! Where answers go: standard output, or a file that is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use endograph::formats::WholeFile;

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
    /// A file, or standard output where none is named.
    ///
    /// # Errors
    /// Where nothing can be written there.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Self::Standard) };
        let existing = fs::metadata(path).ok();
        if existing.as_ref().is_some_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
            return Ok(Self::Device(File::options().write(true).open(path)?));
        }
        if existing.is_some_and(|metadata| metadata.is_file()) {
            File::options().append(true).open(path)?; // refuses now what could not be replaced in place
        }
        WholeFile::create(path).map(Self::Whole)
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
