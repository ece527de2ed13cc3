//! The matrix as a picture: a row for each defect, a column for each promise, darker where the story is shorter.

use super::hunting::Hunted;
use std::fmt::Write;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::chart::svg::escaped;
use vouchsafe_engine::matrix::Defective;
use vouchsafe_oracle::mode::Checking;
use vouchsafe_oracle::promises;

const CELL: usize = 14;
const LEFT: usize = 230;
const TOP: usize = 230;
const MARGIN: usize = 12;

const STYLE: &str = "\
svg{--ink:#1b1f24;--soft:#5b6470;--grid:#e3e7ec;--back:#ffffff;--kill:#1b4d78;--lose:#b34700;--bad:#b3261e}\
@media(prefers-color-scheme:dark){svg{--ink:#e8ebef;--soft:#a3adb9;--grid:#272d35;--back:#14181d;--kill:#6cb2eb;\
--lose:#f0a35e;--bad:#ff8a80}}\
svg{background:var(--back)}text{font:10px ui-monospace,Menlo,Consolas,monospace;fill:var(--ink)}\
.soft{fill:var(--soft)}.bad{fill:var(--bad);font-weight:bold}.grid{stroke:var(--grid)}\
.kill{fill:var(--kill)}.lose{fill:var(--lose)}.n{text-anchor:middle;fill:var(--back)}";

/// Draws the matrix.
pub(super) fn picture(hunted: &Hunted) -> String {
    let every = promises::every::<Checking>();
    let rows = &hunted.summary.defects;
    let (width, height) = (LEFT + every.len() * CELL + MARGIN, TOP + rows.len() * CELL + 40);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-label=\"What each defect breaks\"><style>{STYLE}</style>\n"
    );
    // Writing to a string cannot fail.
    for (column, promise) in every.iter().enumerate() {
        let x = LEFT + column * CELL + CELL / 2 + 3;
        let _ =
            writeln!(svg, "<text transform=\"translate({x},{}) rotate(-60)\">{}</text>", TOP - 6, promise.id);
        let x = LEFT + column * CELL;
        let _ = writeln!(svg, "<path class=\"grid\" d=\"M{x} {TOP}V{}\"/>", TOP + rows.len() * CELL);
    }
    for (row, defect) in rows.iter().enumerate() {
        let y = TOP + row * CELL;
        let class = if defect.is_caught() { "" } else { " class=\"bad\"" };
        let _ = writeln!(svg, "<path class=\"grid\" d=\"M{LEFT} {y}H{}\"/>", LEFT + every.len() * CELL);
        let name = escaped(defect.row.defect.name());
        let _ = writeln!(svg, "<text x=\"{MARGIN}\" y=\"{}\"{class}>{name}</text>", y + 11);
        for (column, promise) in every.iter().enumerate() {
            cell(&mut svg, defect, promise.id, (LEFT + column * CELL, y));
        }
    }
    let y = TOP + rows.len() * CELL + 22;
    let _ = writeln!(
        svg,
        "<text class=\"soft\" x=\"{MARGIN}\" y=\"{y}\">A number is the length of the shortest story that breaks the \
         promise; w stands where a witness is out of reach.</text>\n</svg>"
    );
    svg
}

fn cell(svg: &mut String, defect: &Defective, promise: &str, (x, y): (usize, usize)) {
    let of = defect.breaks.iter().filter(|broken| broken.promise == promise);
    let name = defect.row.defect.name();
    let (class, word, says, opacity) = if let Some(broken) = of.min_by_key(|broken| broken.length) {
        let says =
            format!("{name} breaks {} in {}, {} inputs", broken.part_name(), broken.scope, broken.length);
        let opacity = 100_u32.saturating_sub(broken.length.saturating_sub(1) * 5).max(45);
        ("kill", broken.length.to_string(), says, opacity)
    } else if let Some(lost) = defect.loses.iter().find(|lost| lost.split('/').next() == Some(promise)) {
        ("lose", "w".to_owned(), format!("{name} puts {lost} out of reach"), 100)
    } else {
        return;
    };
    let _ = writeln!(
        svg,
        "<g><title>{}</title><rect class=\"{class}\" fill-opacity=\"{opacity}%\" x=\"{}\" y=\"{}\" width=\"{}\" \
         height=\"{}\"/><text class=\"n\" x=\"{}\" y=\"{}\">{word}</text></g>",
        escaped(&says),
        x + 1,
        y + 1,
        CELL - 2,
        CELL - 2,
        x + CELL / 2,
        y + 11
    );
}
