//! What a simulation measured of the command path, for people: how presses ended, how long they took, and where.

use super::run::Ran;
use crate::page::Page;
use vouchsafe_engine::latency::{End, Path, STAMPS, Times};

/// The shares of presses whose times are told, in parts per million.
pub(super) const SHARES: [(&str, u32); 4] =
    [("median", 500_000), ("p90", 900_000), ("p99", 990_000), ("p99.9", 999_000)];

/// Microseconds in milliseconds with two digits, or a dot for none.
fn ms(us: Option<u64>) -> String {
    us.map_or_else(|| "·".to_owned(), |us| format!("{}.{:02}", us / 1000, us % 1000 / 10))
}

/// The ways on which anything happened.
fn ways(ran: &Ran) -> Vec<(Path, u64)> {
    let ways = Path::ALL.into_iter().zip(ran.pending);
    ways.filter(|(path, pending)| ran.latency.way(*path).ends.iter().sum::<u64>() + pending > 0).collect()
}

/// The sections about the command path.
pub(super) fn sections(page: &Page, ran: &Ran) -> String {
    let mut text = page.heading("How presses ended");
    let ways = ways(ran);
    let mut head = vec!["end"];
    head.extend(ways.iter().map(|(path, _)| path.name()));
    head.push("presses");
    text.push_str(&page.table(2, &head, ends(ran, &ways)));
    if ways.is_empty() {
        return text;
    }
    text.push_str(&page.heading("From press to execution and to shown status, in milliseconds"));
    let head = ["way", "until", "count", "median", "p90", "p99", "p99.9", "worst"];
    text.push_str(&page.table(2, &head, times(ran, &ways)));
    text.push_str(&page.heading("Stages of the presses that were shown, in milliseconds: median and p99"));
    let mut head = vec!["stage".to_owned()];
    for (path, _) in &ways {
        head.extend([path.name().to_owned(), "p99".to_owned()]);
    }
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    text.push_str(&page.table(2, &head, stages(ran, &ways)));
    text.push_str(&page.heading("Waiting at the relay, in milliseconds"));
    let waits = &ran.latency.relay_waits;
    let head = ["messages", "median", "p90", "p99", "p99.9", "worst", "busy"];
    let mut row = vec![waits.count().to_string()];
    row.extend(told(waits));
    row.push(format!("{} ppm", ran.relay_busy_ppm()));
    text.push_str(&page.table(2, &head, vec![row]));
    text
}

fn ends(ran: &Ran, ways: &[(Path, u64)]) -> Vec<Vec<String>> {
    let latency = &ran.latency;
    let mut rows = Vec::new();
    for end in End::ALL {
        let counts: Vec<u64> = ways
            .iter()
            .map(|(path, _)| latency.way(*path).ends.get(end as usize).copied().unwrap_or(0))
            .collect();
        rows.push(row(end.says(), &counts));
    }
    rows.push(row("under way at the end", &ways.iter().map(|(_, pending)| *pending).collect::<Vec<_>>()));
    for (refusal, count) in &latency.refused {
        let says = refusal.says().trim_end_matches('.');
        let mut row = vec![format!("refused in the plugin: {}", lower(says))];
        row.extend(ways.iter().map(|_| "·".to_owned()));
        row.push(count.to_string());
        rows.push(row);
    }
    let mut all = vec!["all".to_owned()];
    all.extend(
        ways.iter()
            .map(|(path, pending)| (latency.way(*path).ends.iter().sum::<u64>() + pending).to_string()),
    );
    all.push(latency.presses.to_string());
    rows.push(all);
    rows
}

fn lower(says: &str) -> String {
    let mut letters = says.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn row(says: &str, counts: &[u64]) -> Vec<String> {
    let mut row = vec![says.to_owned()];
    row.extend(counts.iter().map(u64::to_string));
    row.push(counts.iter().sum::<u64>().to_string());
    row
}

fn told(times: &Times) -> Vec<String> {
    let shares = SHARES.iter().map(|(_, ppm)| ms(times.at_ppm(*ppm)));
    shares.chain([ms(times.worst_us())]).collect()
}

fn times(ran: &Ran, ways: &[(Path, u64)]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (path, _) in ways {
        let way = ran.latency.way(*path);
        let first = format!("{}, first after a check", path.name());
        for (name, until, times) in [
            (path.name(), "executed", &way.executed),
            (path.name(), "shown", &way.shown),
            (&first, "executed", &way.first_executed),
            (&first, "shown", &way.first_shown),
        ] {
            let mut row = vec![name.to_owned(), until.to_owned(), times.count().to_string()];
            row.extend(told(times));
            rows.push(row);
        }
    }
    rows
}

fn stages(ran: &Ran, ways: &[(Path, u64)]) -> Vec<Vec<String>> {
    let stages = STAMPS.iter().enumerate().skip(1);
    let stages = stages.map(|(stamp, name)| {
        let mut row = vec![format!("t{stamp} {name}")];
        for (path, _) in ways {
            let times = ran.latency.way(*path).stages.get(stamp);
            row.push(ms(times.and_then(|times| times.at_ppm(500_000))));
            row.push(ms(times.and_then(|times| times.at_ppm(990_000))));
        }
        row
    });
    stages.collect()
}
