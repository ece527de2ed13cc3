//! A place in an input file, shown with its surroundings by the renderer of failures.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;

/// A stretch of an input file, and the part of it that is wrong.
#[derive(Debug)]
pub(crate) struct Place {
    name: String,
    text: String,
    lines_before: usize,
    columns_before: usize,
    span: Range<usize>,
    label: &'static str,
}

/// A longer line is shown in part.
const SHOWN_MAX: usize = 96;

impl Place {
    /// A place in a file whose whole text is at hand.
    pub(crate) fn in_text(name: &str, text: &str, span: Range<usize>) -> Self {
        let end = span.end.min(text.len());
        Self {
            name: name.to_owned(),
            text: printable(text),
            lines_before: 0,
            columns_before: 0,
            span: span.start.min(end)..end,
            label: "here",
        }
    }

    /// A place in one line of a long file, by the line's number and, where it is known, the column, from 1.
    pub(crate) fn in_line(name: &str, text: &str, line: u64, column: Option<usize>) -> Self {
        let text = printable(text.trim_ascii_end());
        let at = column.map_or(0, |column| column - column.min(1)).min(text.len());
        let start =
            if text.len() > SHOWN_MAX { boundary(&text, at.saturating_sub(SHOWN_MAX / 2)) } else { 0 };
        let end = boundary(&text, (start + SHOWN_MAX).min(text.len()));
        let at = boundary(&text, at).clamp(start, end);
        let shown = text.get(start..end).unwrap_or_default().to_owned();
        let span = match column {
            Some(_) => at - start..at - start,
            None => 0..shown.len(),
        };
        Self {
            name: name.to_owned(),
            text: shown,
            lines_before: usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX),
            columns_before: start,
            span,
            label: if column.is_some() { "here" } else { "this line" },
        }
    }

    /// The part that is wrong.
    pub(crate) fn label(&self) -> LabeledSpan {
        LabeledSpan::new_primary_with_span(Some(self.label.to_owned()), self.span.clone())
    }
}

/// The greatest character boundary that is not beyond `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The text without control characters, which a terminal might obey; every byte keeps its place.
fn printable(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' => '\n',
        letter if letter.is_ascii_control() => ' ',
        letter if letter.is_control() => '\u{bf}',
        letter => letter,
    };
    text.chars().map(shown).collect()
}

impl SourceCode for Place {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let found = self.text.read_span(span, before, after)?;
        let columns_before = if found.line() == 0 { self.columns_before } else { 0 };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            found.data(),
            *found.span(),
            found.line() + self.lines_before,
            found.column() + columns_before,
            found.line_count(),
        )))
    }
}
