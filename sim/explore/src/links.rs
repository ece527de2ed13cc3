//! How each state was first reached: eight bytes a state, in chunks, so that growing copies nothing.

/// The step into a state: from which state, and the how-manieth of its successors this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// It is an initial state, of this number.
    Initial(u32),
    /// By the successor of this number from the state of that number.
    Step {
        /// The number of the state that it was reached from.
        from: u32,
        /// The place of the step among those from there.
        ordinal: u32,
    },
}

/// The links of numbered states.
pub(crate) struct Links {
    /// Where from and by what; an initial state comes from [`Links::NOWHERE`].
    chunks: Vec<Vec<(u32, u32)>>,
}

impl Links {
    const CHUNK: usize = 1 << 12;
    const NOWHERE: u32 = u32::MAX;
    /// How many states can have a link.
    pub(crate) const MOST: usize = Self::NOWHERE as usize;

    pub(crate) fn new() -> Self {
        Self { chunks: Vec::new() }
    }

    /// Adds a link; the number of its state.
    pub(crate) fn push(&mut self, link: Link) -> u32 {
        let number = self.len() as u32;
        let pair = match link {
            Link::Initial(number) => (Self::NOWHERE, number),
            Link::Step { from, ordinal } => (from, ordinal),
        };
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < Self::CHUNK => chunk.push(pair),
            Some(_) | None => {
                let mut chunk = Vec::with_capacity(Self::CHUNK);
                chunk.push(pair);
                self.chunks.push(chunk);
            }
        }
        number
    }

    pub(crate) fn len(&self) -> usize {
        let full = self.chunks.len().saturating_sub(1) * Self::CHUNK;
        full + self.chunks.last().map_or(0, Vec::len)
    }

    fn get(&self, number: u32) -> Option<Link> {
        let at = number as usize;
        let &(from, ordinal) = self.chunks.get(at / Self::CHUNK)?.get(at % Self::CHUNK)?;
        Some(if from == Self::NOWHERE { Link::Initial(ordinal) } else { Link::Step { from, ordinal } })
    }

    /// The number of the initial state from which `last` comes, and the ordinals of the steps from there on.
    pub(crate) fn trace(&self, last: Link) -> (u32, Vec<u32>) {
        let mut ordinals = Vec::new();
        let (mut at, mut initial) = (Some(last), 0);
        while let Some(link) = at {
            at = match link {
                Link::Initial(number) => {
                    initial = number;
                    None
                }
                Link::Step { from, ordinal } => {
                    ordinals.push(ordinal);
                    self.get(from)
                }
            };
        }
        ordinals.reverse();
        (initial, ordinals)
    }

    pub(crate) fn bytes(&self) -> usize {
        self.chunks.len() * Self::CHUNK * size_of::<(u32, u32)>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trace_goes_back_to_the_beginning() {
        let mut links = Links::new();
        assert_eq!(links.push(Link::Initial(3)), 0);
        let last = (0..70_000).fold(0, |from, at| links.push(Link::Step { from, ordinal: at % 7 }));
        assert_eq!((last, links.len()), (70_000, 70_001));
        let (initial, ordinals) = links.trace(Link::Step { from: last, ordinal: 9 });
        assert_eq!((initial, ordinals.len(), ordinals.last()), (3, 70_001, Some(&9)));
        assert!(ordinals.iter().take(70_000).enumerate().all(|(at, ordinal)| *ordinal as usize == at % 7));
        assert!(links.bytes() < 9 * links.len());
    }
}
