//! Standard output and standard error, whose reader may go at any time without that being an error.

use std::io::{self, BufWriter, ErrorKind, Write};

/// A buffered stream that turns silent once nobody reads it any more.
pub(crate) struct Standard<W: Write> {
    to: BufWriter<W>,
    gone: bool,
}

impl<W: Write> Standard<W> {
    pub(crate) fn new(to: W) -> Self {
        Self { to: BufWriter::new(to), gone: false }
    }

    /// Says instead of a broken pipe that all is well, and remembers that nobody reads.
    fn heed<T>(&mut self, done: io::Result<T>, instead: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(instead)
            }
            done => done,
        }
    }
}

impl<W: Write> Write for Standard<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.gone {
            return Ok(bytes.len());
        }
        let written = self.to.write(bytes);
        self.heed(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gone {
            return Ok(());
        }
        let flushed = self.to.flush();
        self.heed(flushed, ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails every write with this kind of error.
    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn only_a_broken_pipe_is_passed_over() {
        let mut gone = Standard::new(Failing(ErrorKind::BrokenPipe));
        assert!(gone.write_all(&[b'x'; 100_000]).is_ok() && gone.flush().is_ok());
        let mut full = Standard::new(Failing(ErrorKind::StorageFull));
        let written = full.write_all(b"x").and_then(|()| full.flush());
        assert_eq!(written.map_err(|error| error.kind()), Err(ErrorKind::StorageFull));
    }
}
