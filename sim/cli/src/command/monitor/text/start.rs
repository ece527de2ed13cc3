//! The declared facts with which a log opens, so that nothing hides among them.

use crate::moment::{count, since_start};
use crate::page::Page;
use vouchsafe_monitor::Declared;

/// How many facts of which kinds there are, and what would break a promise had it been observed.
pub(super) fn declared(page: &Page, declared: Option<&Declared>) -> String {
    let Some(declared) = declared else {
        return String::new();
    };
    let mut text = page.heading("Declared at the start: entered in the books, and judged by nobody");
    let until = declared.until_line.map_or(String::new(), |line| {
        format!(" up to line {line}; the log proper starts there, at {}", since_start(declared.starts_ms))
    });
    text.push_str(&page.paragraph(2, &format!("{}{until}.", count(declared.facts, "fact"))));
    let rows = declared.kinds.iter().map(|(kind, times)| vec![(*kind).to_owned(), times.to_string()]);
    text.push_str(&page.table(2, &[], rows.collect()));
    if declared.would_break > 0 {
        let many = count(declared.would_break, "breach");
        let says = format!(
            "Had they been observed, there would be {many} among them. The promises concerned stay undecided:"
        );
        text.push('\n');
        text.push_str(&page.paragraph(2, &says));
        let rows = declared.breaches.iter().map(|breach| {
            let after = if breach.missed { "after " } else { "" };
            vec![
                format!("{after}line {}", breach.line),
                since_start(breach.at_ms),
                format!("{}/{}", breach.promise, breach.failed),
            ]
        });
        text.push_str(&page.table(2, &[], rows.collect()));
        let more = declared.would_break.saturating_sub(declared.breaches.len() as u64);
        if more > 0 {
            text.push_str(&page.paragraph(2, &format!("And {more} more.")));
        }
    }
    text
}
