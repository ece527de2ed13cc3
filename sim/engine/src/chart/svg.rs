//! The sequence chart as a picture in SVG: under each input the arrows of what it shows.

use super::{Arrow, Lane, arrows, lanes};
use crate::story::name_of;
use std::fmt::Write;
use vouchsafe_alphabet::Observation;
use vouchsafe_alphabet::ids::Naming;

/// A step to draw.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// The input.
    pub title: String,
    /// What it shows.
    pub saw: Vec<Observation>,
    /// What it breaks.
    pub breaks: Vec<String>,
}

/// Letters of the chart's font are about as wide as this, in pixels.
const LETTER: usize = 7;
const LANE_MIN: usize = 110;
const TITLE_STEP: usize = 26;
const ARROW_STEP: usize = 30;
const HEAD: usize = 34;
const MARGIN: usize = 12;

const STYLE: &str = "svg.run{background:#fbfcfd;border-radius:6px}\
.run text{font:12px ui-monospace,Menlo,Consolas,monospace;fill:#1b1f24}\
.run .who{font-weight:bold}.run .input{font-weight:bold;fill:#1b4d78}.run .bad{font-weight:bold;fill:#b3261e}\
.run .band{fill:#e8eef4}.run .band.broken{fill:#fbe3e1}.run .life{stroke:#b9c2cc;stroke-dasharray:3 4}\
.run .arrow{stroke:#3b4754;stroke-width:1.4;fill:none}.run .end{fill:#3b4754}";

/// Draws these steps, the opening first; what the opening shows are facts and not drawn.
pub fn draw(rows: &[Row], names: &dyn Naming) -> String {
    let run: Vec<(usize, Observation)> =
        rows.iter().enumerate().flat_map(|(step, row)| row.saw.iter().map(move |saw| (step, *saw))).collect();
    let arrows = arrows(&run);
    let lanes = lanes(&arrows);
    let titles: Vec<String> = lanes.iter().map(|&(sort, id)| name_of(names, sort, id)).collect();
    let place = |lane: Lane| lanes.iter().position(|&other| other == lane).unwrap_or(0);
    let lane = lane_width(&arrows, &titles, &place);
    let headings: Vec<Vec<(String, bool)>> =
        rows.iter().enumerate().map(|(at, row)| heading(at, row)).collect();
    let longest = headings.iter().flatten().map(|(text, _)| text.chars().count()).max().unwrap_or(0);
    let centre = |index: usize| MARGIN + index * lane + lane / 2;
    // What one does alone is told to the right of it.
    let alone = arrows.iter().filter(|arrow| arrow.from == arrow.to);
    let alone = alone.map(|arrow| centre(place(arrow.from)) + (arrow.label.len() + 6) * LETTER).max();
    let headed = longest * LETTER + 2 * MARGIN;
    let width = (lanes.len() * lane).max(headed).max(alone.unwrap_or(0)) + 2 * MARGIN;

    let mut body = String::new();
    let mut y = HEAD;
    let mut drawn = arrows.iter().peekable();
    let mut seen = 0;
    for (row, heading) in rows.iter().zip(&headings) {
        seen += row.saw.len() as u64;
        for (text, bad) in heading {
            let broken = if row.breaks.is_empty() { "" } else { " broken" };
            let class = if *bad { "bad" } else { "input" };
            // Writing to a string cannot fail, here and below.
            let _ = writeln!(
                body,
                "<rect class=\"band{broken}\" x=\"0\" y=\"{}\" width=\"{width}\" height=\"{TITLE_STEP}\"/>\
                 <text class=\"{class}\" x=\"{MARGIN}\" y=\"{}\">{}</text>",
                y + 2,
                y + 19,
                escaped(text)
            );
            y += TITLE_STEP;
        }
        while let Some(arrow) = drawn.next_if(|arrow| arrow.number <= seen) {
            let place_of = usize::try_from(arrow.number).ok().and_then(|number| number.checked_sub(1));
            let sentence = place_of.and_then(|place| run.get(place)).map(|(_, saw)| saw.sentence(names));
            let (from, to) = (centre(place(arrow.from)), centre(place(arrow.to)));
            body.push_str(&line(arrow, &sentence.unwrap_or_default(), from, to, y));
            y += ARROW_STEP;
        }
    }
    let height = y + MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"run\" role=\"img\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n<style>{STYLE}</style>\n"
    );
    for (index, title) in titles.iter().enumerate() {
        let x = centre(index);
        let _ = writeln!(
            svg,
            "<line class=\"life\" x1=\"{x}\" y1=\"{HEAD}\" x2=\"{x}\" y2=\"{height}\"/>\
             <text class=\"who\" text-anchor=\"middle\" x=\"{x}\" y=\"22\">{}</text>",
            escaped(title)
        );
    }
    svg + &body + "</svg>\n"
}

/// The lines above the arrows of a step: the input, and what it breaks.
fn heading(at: usize, row: &Row) -> Vec<(String, bool)> {
    if at == 0 {
        return Vec::new();
    }
    let breaks = row.breaks.iter().map(|part| (format!("   breaches {part}"), true));
    std::iter::once((format!("{at}. {}", row.title), false)).chain(breaks).collect()
}

/// Lanes so wide that every label fits between the ends of its arrow.
fn lane_width(arrows: &[Arrow], titles: &[String], place: &impl Fn(Lane) -> usize) -> usize {
    let needed = arrows.iter().map(|arrow| {
        let span = place(arrow.from).abs_diff(place(arrow.to)).max(1);
        ((arrow.label.len() + 6) * LETTER + 24) / span
    });
    let titled = titles.iter().map(|title| (title.chars().count() + 2) * LETTER);
    needed.chain(titled).max().unwrap_or(0).max(LANE_MIN)
}

fn line(arrow: &Arrow, sentence: &str, from: usize, to: usize, y: usize) -> String {
    let (label, number, base) = (arrow.label, arrow.number, y + 22);
    let tip = escaped(sentence);
    if from == to {
        return format!(
            "<g><title>{tip}</title><circle class=\"end\" cx=\"{from}\" cy=\"{base}\" r=\"4\"/>\
             <text x=\"{}\" y=\"{}\">{number} {label}</text></g>\n",
            from + 9,
            base + 4
        );
    }
    let back = if from < to { to - 8 } else { to + 8 };
    format!(
        "<g><title>{tip}</title><line class=\"arrow\" x1=\"{from}\" y1=\"{base}\" x2=\"{back}\" y2=\"{base}\"/>\
         <path class=\"end\" d=\"M{to} {base}L{back} {}L{back} {}Z\"/>\
         <text text-anchor=\"middle\" x=\"{}\" y=\"{}\">{number} {label}</text></g>\n",
        base - 4,
        base + 4,
        (from + to) / 2,
        base - 5
    )
}

/// Text as it may stand in a picture, between tags and in values alike.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::CaseNames;
    use crate::product::Product;
    use crate::replay;
    use crate::run::Run;
    use crate::shipped;
    use vouchsafe_alphabet::{Names, Sort};
    use vouchsafe_system::{Defect, Defects};

    fn rows(product: &Product<'_>, run: &Run) -> Vec<Row> {
        let breaks = replay::parts(product, run);
        let last = run.steps.len() - 1;
        let row = |(at, step): (usize, &crate::run::Step)| Row {
            title: step.name.clone(),
            saw: step.saw.clone(),
            breaks: if at == last { breaks.clone() } else { vec![] },
        };
        run.steps.iter().enumerate().map(row).collect()
    }

    #[test]
    fn a_run_is_drawn_with_its_inputs_arrows_and_breach() {
        let mut scope = shipped::named("consent").unwrap();
        scope.setup.defects = [Defect::TvKeepsReporting].into_iter().collect::<Defects>();
        let product = Product::new(&scope);
        let inputs = [
            "ask(ana, device-info)",
            "answer(ana, device-info, yes)",
            "withdraw(phone1, collect)",
            "tick",
            "collect(ana, device-info)",
        ];
        let run = Run::named(&product, &inputs.map(str::to_owned)).unwrap();
        let svg = draw(&rows(&product, &run), &CaseNames(&scope.names));
        for (number, input) in (1..).zip(inputs) {
            assert!(svg.contains(&format!(">{number}. {input}</text>")), "{svg}");
        }
        assert!(svg.contains("breaches F30.nothing-after-withdrawal/no-collection"), "{svg}");
        assert!(svg.contains("7 collected</text>"), "{svg}");
        assert_eq!(svg.matches("<g>").count(), 5, "the opening's facts are not drawn: {svg}");
    }

    #[test]
    fn a_name_is_text_and_no_markup() {
        let mut names = Names::default();
        let scope = shipped::named("consent").unwrap();
        use vouchsafe_alphabet::ids::Naming as _;
        let person = vouchsafe_alphabet::Person(names.id(Sort::Person, "<script>&\"x\""));
        let product = Product::new(&scope);
        let run = Run::named(&product, &["ask(ana, device-info)".to_owned()]).unwrap();
        assert_eq!(person.0, 0, "the run is about the first person");
        let svg = draw(&rows(&product, &run), &CaseNames(&names));
        assert!(svg.contains("&lt;script&gt;&amp;&quot;x&quot;") && !svg.contains("<script"), "{svg}");
    }
}
