//! An output file that is written line by line while others may read it, and that a failure takes away again.

use crate::failure::Failure;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A file under way; dropped before [`Stream::keep`], it is removed.
pub(crate) struct Stream {
    path: PathBuf,
    file: BufWriter<File>,
    to_remove: bool,
}

impl Stream {
    /// Opens a file for writing; one that exists is refused, or with `force` emptied.
    pub(crate) fn create(path: &Path, force: bool) -> Result<Self, Failure> {
        let failed = |error| Failure::write(path, error);
        let exists = std::fs::metadata(path);
        let is_device = exists.as_ref().is_ok_and(|found| !found.is_file() && !found.is_dir());
        let file = if is_device {
            // A pipe or a device holds nothing that could be lost, and must not be replaced.
            OpenOptions::new().write(true).open(path).map_err(failed)?
        } else if force {
            OpenOptions::new().write(true).create(true).truncate(true).open(path).map_err(failed)?
        } else {
            OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?
        };
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file), to_remove: !is_device })
    }

    /// Whether a file could be opened for writing later on, told before long work and without touching it.
    pub(crate) fn may_create(path: &Path, force: bool) -> Result<(), Failure> {
        let failed = |error: io::Error| Err(Failure::write(path, error));
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match std::fs::symlink_metadata(path) {
            Ok(found) if found.is_dir() => failed(ErrorKind::IsADirectory.into()),
            Ok(found) if (found.is_file() || found.is_symlink()) && !force => {
                failed(ErrorKind::AlreadyExists.into())
            }
            Ok(_) => Ok(()),
            Err(_) if !folder.is_dir() => {
                let says = format!("there is no folder `{}`", folder.display());
                failed(io::Error::new(ErrorKind::NotFound, says))
            }
            Err(_) => Ok(()),
        }
    }

    /// Writes a line, so that whoever reads the file along sees it whole.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Failure> {
        let written = writeln!(self.file, "{text}").and_then(|()| self.file.flush());
        written.map_err(|error| Failure::write(&self.path, error))
    }

    /// Writes a line of very many, which nobody follows along.
    pub(crate) fn quiet_line(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.file, "{text}").map_err(|error| Failure::write(&self.path, error))
    }

    /// Keeps the file: it is complete.
    pub(crate) fn keep(mut self) -> Result<(), Failure> {
        let done = self.file.flush().and_then(|()| sync(self.file.get_ref()));
        done.map_err(|error| Failure::write(&self.path, error))?;
        self.to_remove = false;
        Ok(())
    }
}

/// Brings a file to disk; a pipe or a device that has no disk is as good as written.
fn sync(file: &File) -> io::Result<()> {
    if file.metadata()?.is_file() { file.sync_all() } else { Ok(()) }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if self.to_remove {
            // Nothing half-written is left; that this may fail too cannot be helped here.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_kept_is_gone_and_what_exists_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("out.jsonl");
        let mut stream = Stream::create(&path, false).expect("it is new");
        stream.line("{}").expect("it is written");
        assert_eq!(std::fs::read_to_string(&path).expect("it is seen along the way"), "{}\n");
        drop(stream);
        assert!(!path.exists());
        Stream::create(&path, false).and_then(Stream::keep).expect("it is kept");
        assert!(matches!(Stream::create(&path, false), Err(Failure::Exists { .. })));
        std::fs::write(&path, "old").expect("it is written");
        Stream::create(&path, true).and_then(Stream::keep).expect("it is replaced");
        assert_eq!(std::fs::read_to_string(&path).expect("it is there"), "");
    }
}
