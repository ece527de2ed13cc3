//! The coverage of the clauses on a page: how many of each section have gone where.

use crate::page::Page;
use vouchsafe_engine::register::{Disposition, Register};

/// The table, and what it comes to.
pub(super) fn text(page: &Page, register: &Register) -> String {
    let line = |section: Option<&str>| {
        let counts: Vec<usize> = Disposition::ALL.iter().map(|&gone| register.count(section, gone)).collect();
        let all: usize = counts.iter().sum();
        let shown = |count: &usize| if *count == 0 { "·".to_owned() } else { count.to_string() };
        let counts = counts.iter().map(shown);
        let name = section.unwrap_or("all").to_owned();
        std::iter::once(name).chain(counts).chain([all.to_string()]).collect::<Vec<_>>()
    };
    let sections = register.sections();
    let mut rows: Vec<_> = sections.iter().map(|section| line(Some(section))).collect();
    rows.push(line(None));
    let mut head = vec!["section"];
    head.extend(Disposition::ALL.iter().map(|gone| match gone {
        Disposition::NotFormalisable => "not-\nformalisable",
        Disposition::Promise
        | Disposition::Witness
        | Disposition::Reading
        | Disposition::Parameter
        | Disposition::Assumption
        | Disposition::Gap
        | Disposition::Planned => gone.name(),
    }));
    head.push("all");
    let carried = Disposition::ALL.iter().filter(|gone| gone.is_carried());
    let carried: usize = carried.map(|&gone| register.count(None, gone)).sum();
    let planned = register.count(None, Disposition::Planned);
    let open = if planned == 0 { String::new() } else { format!("{planned} are planned; ") };
    let all = register.clauses().len();
    let mut text = page.table(0, &head, rows);
    text.push('\n');
    text.push_str(&page.paragraph(
        0,
        &format!(
            "{carried} of {all} clauses are carried by promises, witnesses, readings or parameters; {open}from {} no \
             promise can be drawn. `vouchsafe explain ID` says where one has gone and why.",
            all - carried - planned
        ),
    ));
    text
}
