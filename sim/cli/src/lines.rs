//! The lines of a log, read block by block in a thread of its own, so that a signal is heeded while it waits.

use crate::interrupt;
use std::io::{self, BufRead, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// A longer line is not kept: a log line is one small JSON object.
pub(crate) const LINE_BYTES_MAX: usize = 1 << 24;

const BLOCK_BYTES: usize = 1 << 16;
const BLOCKS_AHEAD: usize = 4;
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// What came next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// A line, with its line end where it has one.
    Line,
    /// A line of more than [`LINE_BYTES_MAX`] bytes, of which the beginning is kept.
    TooLong,
    /// The end.
    End,
    /// Somebody asked for an end before it was reached.
    Interrupted,
}

enum Block {
    Bytes(Vec<u8>),
    Failed(io::Error),
    End,
}

/// The lines of a reader.
pub(crate) struct Lines {
    blocks: Receiver<Block>,
    thread: Option<JoinHandle<()>>,
    block: Vec<u8>,
    at: usize,
    bytes: u64,
    ended: bool,
}

impl Lines {
    /// Starts to read.
    pub(crate) fn new(reader: impl Read + Send + 'static) -> Self {
        let (sender, blocks) = sync_channel(BLOCKS_AHEAD);
        let thread = std::thread::spawn(move || read(reader, &sender));
        Self { blocks, thread: Some(thread), block: Vec::new(), at: 0, bytes: 0, ended: false }
    }

    /// How many bytes were taken so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Puts the next line in the place of what `line` holds.
    ///
    /// # Errors
    /// What the reader failed at.
    pub(crate) fn next(&mut self, line: &mut Vec<u8>) -> io::Result<Next> {
        line.clear();
        let mut too_long = false;
        loop {
            if interrupt::asked() {
                return Ok(Next::Interrupted);
            }
            let mut rest = self.block.get(self.at..).unwrap_or_default();
            self.at += rest.read_until(b'\n', line)?;
            let whole = line.last() == Some(&b'\n');
            if line.len() > LINE_BYTES_MAX {
                too_long = true;
            }
            if whole || (self.ended && !line.is_empty()) {
                self.bytes += line.len() as u64;
                return Ok(if too_long { Next::TooLong } else { Next::Line });
            }
            if self.ended {
                return Ok(Next::End);
            }
            if too_long {
                self.bytes += (line.len() - LINE_BYTES_MAX) as u64;
                line.truncate(LINE_BYTES_MAX);
            }
            self.take_block()?;
        }
    }

    fn take_block(&mut self) -> io::Result<()> {
        match self.blocks.recv_timeout(LOOK_EVERY) {
            Ok(Block::Bytes(bytes)) => {
                self.block = bytes;
                self.at = 0;
                Ok(())
            }
            Ok(Block::End) => {
                self.ended = true;
                Ok(())
            }
            Ok(Block::Failed(error)) => Err(error),
            Err(RecvTimeoutError::Timeout) => Ok(()),
            Err(RecvTimeoutError::Disconnected) => {
                // Without a last word the thread can only have panicked: a fault of ours, and no end.
                if let Some(Err(panic)) = self.thread.take().map(JoinHandle::join) {
                    std::panic::resume_unwind(panic);
                }
                Err(io::Error::other("its reader ended before the file did"))
            }
        }
    }
}

/// Sends block after block until the end, a failure, or nobody takes them any more.
fn read(mut reader: impl Read, sender: &SyncSender<Block>) {
    loop {
        let mut bytes = vec![0; BLOCK_BYTES];
        let (block, more) = match reader.read(&mut bytes) {
            Ok(0) => (Block::End, false),
            Ok(length) => {
                bytes.truncate(length);
                (Block::Bytes(bytes), true)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => (Block::Failed(error), false),
        };
        if sender.send(block).is_err() || !more {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8]) -> Vec<(Next, usize)> {
        let mut lines = Lines::new(io::Cursor::new(text.to_vec()));
        let mut line = Vec::new();
        let mut found = Vec::new();
        loop {
            let next = lines.next(&mut line).expect("memory can be read");
            if next == Next::End {
                return found;
            }
            found.push((next, line.len()));
        }
    }

    #[test]
    fn lines_end_with_their_ends_and_the_last_without() {
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"ab\n\ncd"), [(Next::Line, 3), (Next::Line, 1), (Next::Line, 2)]);
        let long = [vec![b'x'; 3 * BLOCK_BYTES], b"\nend\n".to_vec()].concat();
        assert_eq!(lines(&long), [(Next::Line, 3 * BLOCK_BYTES + 1), (Next::Line, 4)]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_one_read() {
        let long = [vec![b'x'; LINE_BYTES_MAX + 3 * BLOCK_BYTES], b"\nend\n".to_vec()].concat();
        let found = lines(&long);
        assert_eq!(found.iter().map(|(next, _)| *next).collect::<Vec<_>>(), [Next::TooLong, Next::Line]);
    }

    #[test]
    #[should_panic(expected = "a fault")]
    fn a_panic_of_the_reader_is_one_of_the_whole() {
        struct Faulty;
        impl Read for Faulty {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                panic!("a fault")
            }
        }
        let _ = Lines::new(Faulty).next(&mut Vec::new());
    }

    #[test]
    fn what_the_reader_failed_at_is_no_end() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("torn"))
            }
        }
        assert!(Lines::new(Broken).next(&mut Vec::new()).is_err());
    }
}
