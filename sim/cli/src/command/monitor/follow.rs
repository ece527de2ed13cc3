//! Feeding a log to the monitor line by line, and what is kept of what it finds.

use super::{Monitor, wrong};
use crate::args::Format;
use crate::command::rules;
use crate::context::Context;
use crate::failure::Failure;
use crate::lines::{Lines, Next};
use crate::moment::{Until, since_start};
use crate::progress::Progress;
use crate::stream::Stream;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Read;
use vouchsafe_alphabet::Rules;
use vouchsafe_monitor::{BreachFound, Report};

/// Text shows no more breaches of a promise than these.
const BREACHES_SHOWN: usize = 5;
/// No more refused lines are told one by one than these.
const REFUSALS_KEPT: usize = 20;
const PROGRESS_EVERY_BYTES: u64 = 1 << 18;
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A line that was passed over.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Refused {
    pub(super) line: u64,
    pub(super) column: Option<usize>,
    pub(super) says: String,
}

/// A log followed to its end, or to where somebody asked for an end.
pub(super) struct Followed {
    pub(super) report: Report,
    /// Breaches by promise, those that are kept.
    pub(super) breaches: BTreeMap<&'static str, Vec<BreachFound>>,
    /// The first refused lines.
    pub(super) refused: Vec<Refused>,
    /// Whether there was no line but blank ones.
    pub(super) nothing: bool,
    pub(super) interrupted: bool,
    /// Within how many milliseconds lines were put in order, where they were.
    pub(super) window_ms: Option<u64>,
}

impl Monitor {
    pub(super) fn follow(
        &self,
        context: &Context<'_>,
        given: Option<Rules>,
        (log, length): (Box<dyn Read + Send>, Option<u64>),
        stream: Option<&mut Stream>,
    ) -> Result<Followed, Failure> {
        let progress = Progress::of_bytes(length, context.shared.quiet);
        let wanted = |id: &str| self.promises.is_empty() || self.promises.iter().any(|asked| asked == id);
        let mut monitor = vouchsafe_monitor::Monitor::of(given, |promise| wanted(promise.id));
        if let Some(window_ms) = self.reorder_window {
            monitor = monitor.reordering(window_ms);
        }
        let mut following = Following {
            options: self,
            monitor,
            breaches: BTreeMap::new(),
            shown_max: match context.shared.format {
                Format::Text | Format::Csv => BREACHES_SHOWN,
                Format::Json => usize::MAX,
            },
            refused: Vec::new(),
            nothing: true,
            stream,
        };
        following.set_readings(&Rules::default())?;
        let mut lines = Lines::new(log);
        let mut line = Vec::new();
        let mut told = 0;
        let interrupted = loop {
            match lines.next(&mut line).map_err(|error| Failure::read(&self.log, error))? {
                Next::Line => following.take(&line)?,
                Next::TooLong => {
                    following.monitor.refuse_line();
                    following.refuse(wrong::too_long(&line))?;
                }
                Next::End => break false,
                Next::Interrupted => break true,
            }
            if lines.bytes() - told >= PROGRESS_EVERY_BYTES {
                told = lines.bytes();
                progress.reached(told);
            }
        };
        if !interrupted {
            following.end()?;
        }
        let mut report = following.monitor.report();
        if interrupted {
            report.cut_short();
        }
        let Following { breaches, refused, nothing, .. } = following;
        Ok(Followed { report, breaches, refused, nothing, interrupted, window_ms: self.reorder_window })
    }
}

/// A log being followed.
struct Following<'a> {
    options: &'a Monitor,
    monitor: vouchsafe_monitor::Monitor,
    breaches: BTreeMap<&'static str, Vec<BreachFound>>,
    shown_max: usize,
    refused: Vec<Refused>,
    nothing: bool,
    stream: Option<&'a mut Stream>,
}

impl Following<'_> {
    /// Sets the readings of the options on top of the rules that the log gives, where it is for it to give them.
    fn set_readings(&mut self, given: &Rules) -> Result<(), Failure> {
        if self.options.rules.is_none() && !self.options.readings.is_empty() {
            let mut changed = given.clone();
            rules::set(&mut changed, &self.options.readings)?;
            self.monitor.judge_by(changed);
        }
        Ok(())
    }

    fn take(&mut self, line: &[u8]) -> Result<(), Failure> {
        self.nothing &= line.trim_ascii().is_empty();
        let text = match std::str::from_utf8(line) {
            Ok(text) => text,
            Err(error) => {
                self.monitor.refuse_line();
                return self.refuse(wrong::no_text(line, error.valid_up_to(), self.monitor.line() == 1));
            }
        };
        let text = match text.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) if self.monitor.line() == 0 => rest,
            Some(_) | None => text,
        };
        if self.monitor.events() == 0
            && let Ok(Some(header)) = vouchsafe_monitor::header(text)
        {
            self.set_readings(&header.rules)?;
        }
        let fed = self.monitor.feed(text);
        self.collect()?;
        match fed {
            Ok(()) => Ok(()),
            Err(refusal) => self.refuse(wrong::line(&refusal, text)),
        }
    }

    /// A line cannot be used: that ends the work, unless it was asked to keep going.
    fn refuse(&mut self, wrong: wrong::Wrong) -> Result<(), Failure> {
        let line = self.monitor.line();
        if wrong.fatal || !self.options.keep_going {
            return Err(wrong.failure(&self.options.name(), line));
        }
        if self.refused.len() < REFUSALS_KEPT {
            self.refused.push(Refused { line, column: wrong.column, says: wrong.says });
        }
        Ok(())
    }

    /// The log has ended: judges the lines that wait for their turn, and lets time pass as far as was asked for.
    fn end(&mut self) -> Result<(), Failure> {
        if self.monitor.is_declaring() {
            return Err(wrong::no_end_of_facts(&self.options.name(), self.monitor.line()));
        }
        self.monitor.end();
        let now_ms = self.monitor.now_ms();
        let until = match self.options.until {
            None => return self.collect(),
            Some(Until::AfterEnd(length)) => now_ms.saturating_add(length),
            Some(Until::SinceStart(until)) => until,
        };
        if until < now_ms {
            let told = |ms| format!("{ms} ms ({})", since_start(ms));
            return Err(Failure::usage(
                format!(
                    "`--until` is {}, before the last line of the log, which is at {}",
                    told(until),
                    told(now_ms)
                ),
                format!("give {now_ms} or more, or +T to count from the last line, such as `--until +7d`"),
            ));
        }
        self.monitor.advance(until);
        self.collect()
    }

    fn collect(&mut self) -> Result<(), Failure> {
        for breach in self.monitor.take_breaches() {
            if let Some(stream) = &mut self.stream {
                let text = serde_json::to_string(&breach);
                let text =
                    text.map_err(|error| Failure::Fault(format!("a breach cannot be written: {error}")))?;
                stream.line(&text)?;
            }
            let kept = self.breaches.entry(breach.promise).or_default();
            if kept.len() < self.shown_max {
                kept.push(breach);
            }
        }
        Ok(())
    }
}
