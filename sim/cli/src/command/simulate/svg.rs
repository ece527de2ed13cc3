//! What a simulation measured of the command path as a picture: cumulative distributions and stages.
//!
//! The picture stands alone: it loads nothing, has light and dark colours, and says in words what it shows.

use super::Simulate;
use super::run::Ran;
use std::fmt::Write;
use vouchsafe_engine::chart::svg::escaped;
use vouchsafe_engine::latency::{Path, STAMPS, Times, Way};

const WIDTH: u32 = 960;
const LEFT: f64 = 72.0;
const RIGHT: f64 = 936.0;
const TOP: f64 = 96.0;
const BOTTOM: f64 = 416.0;
const BARS_TOP: f64 = 500.0;
const BAR: f64 = 26.0;
const BAR_STEP: f64 = 44.0;

const STYLE: &str = "\
svg{--ink:#1b1f24;--soft:#5b6470;--grid:#d7dce2;--back:#ffffff;--lan:#0072b2;--relay:#b34700;--both:#007a58;\
background:var(--back);font:13px system-ui,sans-serif}
@media(prefers-color-scheme:dark){svg{--ink:#e8ebef;--soft:#a3adb9;--grid:#39414b;--back:#14181d;--lan:#56b4e9;\
--relay:#f0934a;--both:#3fce9f}}
text{fill:var(--ink)}.soft{fill:var(--soft)}.grid{stroke:var(--grid)}.axis{stroke:var(--soft)}
.line{fill:none;stroke-width:2}.shown{stroke-dasharray:7 4}
.lan{stroke:var(--lan)}.relay{stroke:var(--relay)}.lan-then-relay{stroke:var(--both)}
.bar{stroke:var(--back);stroke-width:1}
.s1{fill:#8da0b3}.s2{fill:#b0a36b}.s3{fill:#d98c4a}.s4{fill:#4f97c9}.s5{fill:#c0556b}.s6{fill:#8f7fc4}.s7{fill:#4fae96}.s8{fill:#7a9e3f}";

/// The ways with anything to show.
fn ways(ran: &Ran) -> Vec<(Path, &Way)> {
    let ways = Path::ALL.into_iter().map(|path| (path, ran.latency.way(path)));
    ways.filter(|(_, way)| way.executed.count() > 0).collect()
}

/// The picture.
pub(super) fn picture(options: &Simulate, ran: &Ran) -> String {
    let ways = ways(ran);
    let shown: Vec<_> = ways.iter().copied().filter(|(_, way)| way.shown.count() > 0).collect();
    let height = BARS_TOP + BAR_STEP * shown.len().max(1) as f64 + 104.0;
    let title = format!(
        "Latency of the command path: network {}, {} presses, seed {}",
        escaped(&ran.network.name),
        ran.latency.presses,
        options.seed
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" \
         aria-labelledby=\"title about\">\n<title id=\"title\">{title}</title>\n<desc id=\"about\">{}</desc>\n\
         <style>{STYLE}</style>\n<text x=\"24\" y=\"32\" font-size=\"18\">{title}</text>\n",
        escaped(&described(&ways))
    );
    distributions(&mut svg, &ways);
    stages(&mut svg, &shown);
    svg.push_str("</svg>\n");
    svg
}

/// What is to be seen, in words.
fn described(ways: &[(Path, &Way)]) -> String {
    let ms = |us: Option<u64>| us.map_or_else(|| "none".to_owned(), |us| format!("{} ms", us / 1000));
    let told = ways.iter().map(|(path, way)| {
        format!(
            "By {}: {} executed, half of them within {} and 99 in 100 within {}; {} shown, half within {}.",
            path.name(),
            way.executed.count(),
            ms(way.executed.at_ppm(500_000)),
            ms(way.executed.at_ppm(990_000)),
            way.shown.count(),
            ms(way.shown.at_ppm(500_000))
        )
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { "No command was executed.".to_owned() } else { told.join(" ") }
}

/// The powers of ten, in microseconds, between which every time lies.
fn decades(ways: &[(Path, &Way)]) -> (u32, u32) {
    let times = || ways.iter().flat_map(|(_, way)| [&way.executed, &way.shown]);
    let least = times().filter_map(|times| times.at_ppm(0)).min().unwrap_or(1000).max(1);
    let most = times().filter_map(Times::worst_us).max().unwrap_or(1_000_000).max(10);
    (least.ilog10(), (most - 1).ilog10() + 1)
}

fn distributions(svg: &mut String, ways: &[(Path, &Way)]) {
    let (least, most) = decades(ways);
    let most = most.max(least + 1);
    let x = |us: u64| {
        let place = ((us.max(1) as f64).log10() - f64::from(least)) / f64::from(most - least);
        LEFT + place.clamp(0.0, 1.0) * (RIGHT - LEFT)
    };
    let y = |share: f64| BOTTOM - share * (BOTTOM - TOP);
    let _ = writeln!(svg, "<text x=\"24\" y=\"60\">Presses that were executed or shown within a time</text>");
    for percent in [0, 25, 50, 75, 90, 99, 100] {
        let at = y(f64::from(percent) / 100.0);
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/>"
        );
        // Between 99 and 100 there is no room for two labels.
        if percent != 99 {
            let _ = writeln!(
                svg,
                "<text class=\"soft\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{percent} %</text>",
                LEFT - 8.0,
                at + 4.0
            );
        }
    }
    for decade in least..=most {
        let at = x(10_u64.pow(decade));
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{TOP}\" y2=\"{BOTTOM}\"/>\
             <text class=\"soft\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            BOTTOM + 18.0,
            power(decade)
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">time since the press, in milliseconds (logarithmic)</text>",
        (LEFT + RIGHT) / 2.0,
        BOTTOM + 38.0
    );
    let mut legend = LEFT;
    for (path, way) in ways {
        for (sort, times) in [("executed", &way.executed), ("shown", &way.shown)] {
            line(svg, &format!("line {} {sort}", path.name()), times, &x, &y);
            let _ = writeln!(
                svg,
                "<line class=\"line {} {sort}\" x1=\"{legend:.1}\" x2=\"{:.1}\" y1=\"80\" y2=\"80\"/>\
                 <text x=\"{:.1}\" y=\"84\">{}, {sort}</text>",
                path.name(),
                legend + 28.0,
                legend + 34.0,
                path.name()
            );
            legend += 150.0;
        }
    }
}

/// A power of ten of microseconds, in milliseconds.
fn power(decade: u32) -> String {
    match decade {
        0 => "0.001".to_owned(),
        1 => "0.01".to_owned(),
        2 => "0.1".to_owned(),
        decade => 10_u64.pow(decade - 3).to_string(),
    }
}

/// A distribution as a line of steps; points closer to each other than half a pixel are left out.
fn line(svg: &mut String, class: &str, times: &Times, x: &dyn Fn(u64) -> f64, y: &dyn Fn(f64) -> f64) {
    let Some(least) = times.at_ppm(0) else { return };
    let all = times.count() as f64;
    let mut last = (x(least), y(0.0));
    let mut path = format!("M{:.1} {:.1}", last.0, last.1);
    for (us, count) in times.cumulative() {
        let here = (x(us), y(count as f64 / all));
        if here.0 - last.0 >= 0.5 || last.1 - here.1 >= 0.5 || count == times.count() {
            let _ = write!(path, "H{:.1}V{:.1}", here.0, here.1);
            last = here;
        }
    }
    let _ = writeln!(svg, "<path class=\"{class}\" d=\"{path}\"/>");
}

/// Whole milliseconds for the end of an axis that is at least this long, in microseconds.
fn axis_end(us: u64) -> u64 {
    let power = 10_u64.pow(us.max(1000).ilog10());
    [1, 2, 5, 10].map(|times| times * power).into_iter().find(|end| *end >= us).unwrap_or(10 * power)
}

fn stages(svg: &mut String, ways: &[(Path, &Way)]) {
    let medians = |way: &Way| -> Vec<(usize, u64)> {
        let stages = way.stages.iter().enumerate();
        stages.filter_map(|(stamp, times)| Some((stamp, times.at_ppm(500_000)?))).collect()
    };
    let sum = |way: &Way| medians(way).iter().map(|(_, us)| us).sum::<u64>();
    let end = axis_end(ways.iter().map(|(_, way)| sum(way)).max().unwrap_or(1000));
    let left = LEFT + 64.0;
    let x = |us: u64| left + us as f64 / end as f64 * (RIGHT - left);
    let _ = writeln!(
        svg,
        "<text x=\"24\" y=\"{:.1}\">Stages of the presses that were shown: the median of each</text>",
        BARS_TOP - 16.0
    );
    let bottom = BARS_TOP + BAR_STEP * ways.len().max(1) as f64;
    for quarter in 0..=4 {
        let at = x(end * quarter / 4);
        let ms = end * quarter / 4;
        let _ = writeln!(
            svg,
            "<line class=\"grid\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{BARS_TOP}\" y2=\"{bottom:.1}\"/>\
             <text class=\"soft\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            bottom + 16.0,
            if ms.is_multiple_of(1000) {
                (ms / 1000).to_string()
            } else {
                format!("{}.{:02}", ms / 1000, ms % 1000 / 10)
            }
        );
    }
    for (number, (path, way)) in ways.iter().enumerate() {
        let top = BARS_TOP + BAR_STEP * number as f64 + (BAR_STEP - BAR) / 2.0;
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            left - 8.0,
            top + BAR / 2.0 + 4.0,
            path.name()
        );
        let mut from = 0;
        for (stamp, us) in medians(way) {
            let _ = writeln!(
                svg,
                "<rect class=\"bar s{stamp}\" x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{BAR}\">\
                 <title>t{stamp} {}: {} us</title></rect>",
                x(from),
                x(from + us) - x(from),
                STAMPS.get(stamp).copied().unwrap_or_default(),
                us
            );
            from += us;
        }
    }
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">milliseconds; medians of stages need not add up to \
         the median of the whole</text>",
        (left + RIGHT) / 2.0,
        bottom + 38.0
    );
    let mut at = 24.0;
    for (stamp, name) in STAMPS.iter().enumerate().skip(1) {
        let _ = writeln!(
            svg,
            "<rect class=\"s{stamp}\" x=\"{at:.1}\" y=\"{:.1}\" width=\"12\" height=\"12\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\">t{stamp} {name}</text>",
            bottom + 60.0,
            at + 17.0,
            bottom + 70.5
        );
        at += 46.0 + 7.2 * name.len() as f64;
    }
}
