//! A tension of the policy explained.

use super::{clause_rows, section};
use crate::page::Page;
use vouchsafe_engine::register::{Register, Tension};

/// The explanation.
pub(super) fn text(page: &Page, register: &Register, tension: &Tension) -> String {
    let settled = tension.settled_by.iter().map(|name| match name.as_str() {
        "planned" => vec!["planned".to_owned(), "it is open, in whole or in part.".to_owned()],
        name => vec![name.to_owned(), format!("see `vouchsafe explain {name}`.")],
    });
    let mut text = format!("{} (tension)\n\n", tension.id);
    text.push_str(&page.paragraph(2, &format!("{}.", tension.title)));
    text.push_str(&section(page, "What pulls against what", vec![vec![format!("{}.", tension.clash)]]));
    text.push_str(&section(page, "What hangs on it", vec![vec![tension.severity.says().to_owned()]]));
    text.push_str(&section(page, "Is settled by", settled.collect()));
    let clauses = tension.clauses.iter().map(String::as_str);
    text.push_str(&section(page, "Clauses that take part", clause_rows(register, clauses)));
    text
}
