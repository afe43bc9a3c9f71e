//! Where answers go: standard output, or a file that is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A place for answers.
#[derive(Debug)]
pub enum Output {
    /// Standard output.
    Standard,
    /// A new file that takes its name only once it is whole.
    Whole {
        /// What is written so far.
        file: NamedTempFile,
        /// The name it takes.
        path: PathBuf,
    },
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
        // The file behind a symbolic link is what is written, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let existing = fs::metadata(&path).ok();
        if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        if existing.as_ref().is_some_and(|metadata| !metadata.is_file()) {
            return Ok(Self::Device(File::options().write(true).open(&path)?));
        }
        if existing.is_some() {
            File::options().append(true).open(&path)?; // refuses now what could not be replaced in place
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = new_file(folder)?;
        if let Some(metadata) = existing {
            file.as_file().set_permissions(metadata.permissions())?;
        }
        Ok(Self::Whole { file, path })
    }

    /// Writes a text and hands it on at once.
    ///
    /// # Errors
    /// A full disk, a closed pipe.
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        let write = |writer: &mut dyn Write| writer.write_all(text.as_bytes()).and_then(|()| writer.flush());
        match self {
            Self::Standard => write(&mut io::stdout().lock()),
            Self::Whole { file, .. } => write(file),
            Self::Device(file) => write(file),
        }
    }

    /// What to write long outputs to, piece by piece; nothing is handed on before it is flushed.
    pub fn stream(&mut self) -> Box<dyn Write + '_> {
        match self {
            Self::Standard => Box::new(io::stdout().lock()),
            Self::Whole { file, .. } => Box::new(file),
            Self::Device(file) => Box::new(file),
        }
    }

    /// What it is called in the shell's settings.
    pub fn name(&self) -> String {
        match self {
            Self::Standard => "standard output".to_owned(),
            Self::Whole { path, .. } => path.display().to_string(),
            Self::Device(_) => "a device".to_owned(),
        }
    }

    /// Gives a whole file its name. Dropping the output instead leaves whatever stood there as it was.
    ///
    /// # Errors
    /// Where the file cannot take its name.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Whole { file, path } => {
                file.as_file().sync_all()?;
                file.persist(path)?;
                Ok(())
            }
            Self::Standard | Self::Device(_) => Ok(()),
        }
    }
}

#[cfg(unix)]
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // As any program creates a file; the umask still takes away.
    let permissions = fs::Permissions::from_mode(0o666);
    tempfile::Builder::new().prefix(".endograph-").permissions(permissions).tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(".endograph-").tempfile_in(folder)
}
