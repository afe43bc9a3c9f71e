//! A file that is written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Unfinished;

/// A new file that takes its name only once everything is on the disk. Until then, and where it is dropped instead, a file
/// of that name stays as it was.
#[derive(Debug)]
pub struct WholeFile {
    file: NamedTempFile,
    path: PathBuf,
    replaces: bool,
    unfinished: Unfinished,
}

impl WholeFile {
    /// Begins a file under another name in the same folder, with the permissions of the one it will replace. The file
    /// behind a symbolic link is what is replaced, not the link.
    ///
    /// # Errors
    /// A folder that cannot be written; a name that is a folder's, a device's or a pipe's.
    pub fn create(path: &Path) -> io::Result<Self> {
        Self::begin(path, true)
    }

    /// The same for a name that nothing may have: where something has it by the time the file is finished, that stays.
    ///
    /// # Errors
    /// As [`Self::create`]; where something has that name.
    pub fn create_new(path: &Path) -> io::Result<Self> {
        if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_dir()) {
            return Err(io::Error::from(io::ErrorKind::AlreadyExists));
        }
        Self::begin(path, false)
    }

    fn begin(path: &Path, replaces: bool) -> io::Result<Self> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let existing = fs::metadata(&path).ok();
        if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        if existing.as_ref().is_some_and(|metadata| !metadata.is_file()) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file"));
        }
        let file = new_file(folder_of(&path))?;
        if let Some(metadata) = existing {
            file.as_file().set_permissions(metadata.permissions())?;
        }
        let unfinished = Unfinished::new(file.path().to_owned());
        Ok(Self { file, path, replaces, unfinished })
    }

    /// The name it takes.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// A full disk; where it cannot take its name. Of one made by [`Self::create_new`]: where something has it by now.
    pub fn finish(self) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        if self.replaces {
            self.file.persist(&self.path)?;
        } else {
            self.file.persist_noclobber(&self.path)?;
        }
        drop(self.unfinished);
        sync_folder(folder_of(&self.path))
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.as_file_mut().write(bytes) // whose errors do not tell a name that nobody knows
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.as_file_mut().flush()
    }
}

impl Seek for WholeFile {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.file.as_file_mut().seek(place)
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes the new name last: without it, a power cut could bring the old one back.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(()) // folders cannot be opened there
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
