//! Feeding a log to the monitor line by line, and what is kept of what it finds.

use super::{Monitor, wrong};
use crate::args::Format;
use crate::command::rules;
use crate::context::Context;
use crate::failure::Failure;
use crate::lines::{Lines, Next};
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
    pub(super) interrupted: bool,
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
        let monitor = vouchsafe_monitor::Monitor::of(given, |promise| wanted(promise.id));
        let mut following = Following {
            options: self,
            monitor,
            breaches: BTreeMap::new(),
            shown_max: match context.shared.format {
                Format::Text => BREACHES_SHOWN,
                Format::Json => usize::MAX,
            },
            refused: Vec::new(),
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
            following.pass_time()?;
        }
        let mut report = following.monitor.report();
        if interrupted {
            report.cut_short();
        }
        Ok(Followed { report, breaches: following.breaches, refused: following.refused, interrupted })
    }
}

/// A log being followed.
struct Following<'a> {
    options: &'a Monitor,
    monitor: vouchsafe_monitor::Monitor,
    breaches: BTreeMap<&'static str, Vec<BreachFound>>,
    shown_max: usize,
    refused: Vec<Refused>,
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
        let text = match std::str::from_utf8(line) {
            Ok(text) => text,
            Err(error) => {
                self.monitor.refuse_line();
                return self.refuse(wrong::no_text(line, error.valid_up_to()));
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

    /// Lets time pass as far as was asked for.
    fn pass_time(&mut self) -> Result<(), Failure> {
        let Some(until) = self.options.until else {
            return Ok(());
        };
        let now_ms = self.monitor.now_ms();
        if until < now_ms {
            return Err(Failure::usage(
                format!("`--until {until}` is before the end of the log, which is at {now_ms} ms"),
                format!("give {now_ms} or more, in milliseconds since the start of the log"),
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
