//! Text for people: headings, paragraphs and aligned tables that fit the page.

use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle,
};

/// The page is no wider than this, and narrower on a narrow terminal.
const WIDTH_MAX: u16 = 110;
const WIDTH_MIN: u16 = 60;
/// A column of single words no longer than this is never broken.
const WORD_MAX: usize = 48;
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// How text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    colour: bool,
    width: u16,
}

/// What a cell of a table says about its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Nothing.
    Plain,
    /// Well.
    Good,
    /// Badly.
    Bad,
    /// It is open.
    Open,
}

impl Page {
    /// A page for standard output.
    pub(crate) fn new(colour: bool) -> Self {
        // Only a terminal has a width; a file or pipe gets the full page.
        let width = Table::new().width().unwrap_or(WIDTH_MAX);
        Self { colour, width: width.clamp(WIDTH_MIN, WIDTH_MAX) }
    }

    /// A heading, with an empty line before it.
    pub(crate) fn heading(&self, text: &str) -> String {
        if self.colour { format!("\n\u{1b}[1m{text}\u{1b}[0m\n") } else { format!("\n{text}\n") }
    }

    /// A paragraph, indented by this many spaces.
    pub(crate) fn paragraph(&self, indent: u16, text: &str) -> String {
        self.table(indent, &[], vec![vec![text.to_owned()]])
    }

    /// A table, indented by this many spaces; without a head where there is none.
    pub(crate) fn table(&self, indent: u16, head: &[&str], rows: Vec<Vec<String>>) -> String {
        self.toned(indent, head, rows.into_iter().map(|row| (Tone::Plain, row)).collect())
    }

    /// A table whose rows' first cells are coloured by their tones.
    pub(crate) fn toned(&self, indent: u16, head: &[&str], rows: Vec<(Tone, Vec<String>)>) -> String {
        let mut table = Table::new();
        table.load_style(STYLE).set_width(self.width).set_content_arrangement(ContentArrangement::Dynamic);
        if self.colour {
            table.enforce_styling();
        } else {
            table.force_no_tty();
        }
        if !head.is_empty() {
            table.set_header(head.iter().map(|text| Cell::new(text).add_attribute(Attribute::Bold)));
        }
        let columns = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
        let shapes: Vec<Shape> = (0..columns).map(|index| shape(&rows, index)).collect();
        for (tone, row) in rows {
            let mut cells: Vec<Cell> = row.iter().map(|text| Cell::new(printable(text))).collect();
            if !cells.is_empty() {
                let first = cells.remove(0);
                cells.insert(0, coloured(first, tone));
            }
            table.add_row(cells);
        }
        let last = table.column_count().saturating_sub(1);
        for (index, column) in table.column_iter_mut().enumerate() {
            let left = if index == 0 { indent } else { 0 };
            column.set_padding((left, if index == last { 0 } else { 2 }));
            match shapes.get(index) {
                Some(Shape::Numbers) => column.set_cell_alignment(CellAlignment::Right),
                Some(Shape::Words) => {
                    column.set_constraint(ColumnConstraint::ContentWidth);
                }
                Some(Shape::Prose) | None => {}
            }
        }
        let mut text = table.trim_fmt();
        text.push('\n');
        text
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Numbers, or a dot for none.
    Numbers,
    /// Single words of moderate length, which are not broken.
    Words,
    /// Anything else.
    Prose,
}

fn shape(rows: &[(Tone, Vec<String>)], index: usize) -> Shape {
    let cells = || rows.iter().filter_map(|(_, row)| row.get(index));
    if cells().all(|cell| cell == "·" || (!cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())))
    {
        Shape::Numbers
    } else if cells().all(|cell| cell.len() <= WORD_MAX && !cell.contains(char::is_whitespace)) {
        Shape::Words
    } else {
        Shape::Prose
    }
}

fn coloured(cell: Cell, tone: Tone) -> Cell {
    match tone {
        Tone::Plain => cell,
        Tone::Good => cell.fg(Color::Green),
        Tone::Bad => cell.fg(Color::Red).add_attribute(Attribute::Bold),
        Tone::Open => cell.fg(Color::Yellow),
    }
}

/// The text without control characters: a name from somebody's log must not steer a terminal.
fn printable(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' => '\n',
            letter if letter.is_control() => '\u{fffd}',
            letter => letter,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: Page = Page { colour: false, width: 40 };

    #[test]
    fn a_table_is_aligned_wrapped_and_free_of_escapes() {
        let rows = vec![
            vec!["a".to_owned(), "some words that do not fit in what is left".to_owned()],
            vec!["longer".to_owned(), "\u{1b}[31mred".to_owned()],
        ];
        insta::assert_snapshot!(PAGE.table(2, &["name", "meaning"], rows));
    }
}
