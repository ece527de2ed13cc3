//! Text for people: headings, paragraphs and aligned tables that fit the page.

use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, Table,
    TableStyle, Width,
};
use std::collections::HashSet;

/// The page is no wider than this, and narrower on a narrow terminal.
pub(crate) const WIDTH_MAX: u16 = 110;
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

    /// Whether the page has no room for wide tables.
    pub(crate) fn is_narrow(&self) -> bool {
        self.width < WIDTH_MAX - 4
    }

    /// A heading, with an empty line before it.
    pub(crate) fn heading(&self, text: &str) -> String {
        if self.colour { format!("\n\u{1b}[1m{text}\u{1b}[0m\n") } else { format!("\n{text}\n") }
    }

    /// A paragraph, indented by this many spaces.
    pub(crate) fn paragraph(&self, indent: u16, text: &str) -> String {
        self.table(indent, &[], vec![vec![text.to_owned()]])
    }

    /// A label with text beside it, whose further lines are indented as far as the first.
    pub(crate) fn hanging(&self, label: &str, text: &str) -> String {
        let indent = label.chars().count();
        let lines = wrap(text, usize::from(self.width).saturating_sub(indent));
        let mut set = String::new();
        for (number, line) in lines.iter().enumerate() {
            let margin = if number == 0 { label.to_owned() } else { " ".repeat(indent) };
            set.push_str(format!("{margin}{line}").trim_end());
            set.push('\n');
        }
        set
    }

    /// A label with text in quotation marks beside it, of which no more is shown than fits the line.
    pub(crate) fn quotation(&self, label: &str, text: &str) -> String {
        let room = usize::from(self.width).saturating_sub(label.chars().count() + 2);
        // Nothing is looked at that could not be shown, however long the text is.
        let text: String = text.chars().take(2 * usize::from(WIDTH_MAX)).collect();
        format!("{label}\"{}\"\n", shorten(&text, room, 1))
    }

    /// A table, indented by this many spaces; without a head where there is none.
    pub(crate) fn table(&self, indent: u16, head: &[&str], rows: Vec<Vec<String>>) -> String {
        self.toned(indent, head, rows.into_iter().map(|row| (Tone::Plain, row)).collect())
    }

    /// A table whose rows' first cells are coloured by their tones.
    pub(crate) fn toned(&self, indent: u16, head: &[&str], rows: Vec<(Tone, Vec<String>)>) -> String {
        let columns = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
        let text = self.arranged(indent, head, &rows, &vec![0; columns]);
        let whole: HashSet<&str> = text.split_whitespace().collect();
        // Columns in which a word was broken for the sake of others get room for their words, where that is to be had.
        let broken = |index: usize| words(&rows, index).any(|word| !whole.contains(printable(word).as_str()));
        let longest: Vec<u16> = (0..columns).map(|index| longest_word(head, &rows, index)).collect();
        let gaps = 2 * u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
        let all = longest.iter().fold(indent.saturating_add(gaps), |sum, word| sum.saturating_add(*word));
        let least: Vec<u16> =
            longest.iter().enumerate().map(|(index, word)| if broken(index) { *word } else { 0 }).collect();
        let mendable = all <= self.width && least.iter().any(|word| *word > 0);
        if mendable { self.arranged(indent, head, &rows, &least) } else { text }
    }

    /// A table in which each column is at least so wide.
    fn arranged(&self, indent: u16, head: &[&str], rows: &[(Tone, Vec<String>)], least: &[u16]) -> String {
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
        let shapes: Vec<Shape> = (0..least.len()).map(|index| shape(rows, index)).collect();
        for (tone, row) in rows {
            let mut cells: Vec<Cell> = row.iter().map(|text| Cell::new(printable(text))).collect();
            if !cells.is_empty() {
                let first = cells.remove(0);
                cells.insert(0, coloured(first, *tone));
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
                Some(Shape::Prose) | None => {
                    if let Some(word) = least.get(index).filter(|word| **word > 0) {
                        let padding = left + if index == last { 0 } else { 2 };
                        let least = Width::Fixed(word.saturating_add(padding));
                        column.set_constraint(ColumnConstraint::LowerBoundary(least));
                    }
                }
            }
        }
        let mut text = table.trim_fmt();
        text.push('\n');
        text
    }
}

/// The text in lines of at most this many letters, broken between words where that is possible.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in printable(text).split_whitespace() {
        let mut word: Vec<char> = word.chars().collect();
        while !word.is_empty() {
            let last = lines.last_mut().map_or(0, |line| line.chars().count());
            let gap = usize::from(last > 0);
            if last > 0 && last + gap + word.len() > width {
                lines.push(String::new());
                continue;
            }
            let fits = word.len().min(width.saturating_sub(last + gap).max(1));
            if let Some(line) = lines.last_mut() {
                line.extend(std::iter::repeat_n(' ', gap).chain(word.drain(..fits)));
            }
        }
    }
    lines
}

/// As much of the text as fits into this many lines of this many letters, in one line, for whoever wraps it by the
/// width that it gets; what is left out is shown by an ellipsis.
pub(crate) fn shorten(text: &str, width: usize, lines_max: usize) -> String {
    let mut lines = wrap(text, width);
    if lines.len() > lines_max {
        lines.truncate(lines_max);
        if let Some(line) = lines.last_mut() {
            let kept: String = line.chars().take(width.saturating_sub(2)).collect();
            // What is cut is cut between words.
            let whole = kept.len() == line.len();
            let kept = kept.rsplit_once(' ').filter(|_| !whole).map_or(kept.as_str(), |(kept, _)| kept);
            *line = format!("{} …", kept.trim_end_matches([' ', ',', ';', ':', '.']));
        }
    }
    lines.join(" ")
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Numbers, whole or with decimals, or a dot for none.
    Numbers,
    /// Single words of moderate length, which are not broken.
    Words,
    /// Anything else.
    Prose,
}

fn shape(rows: &[(Tone, Vec<String>)], index: usize) -> Shape {
    let cells = || rows.iter().filter_map(|(_, row)| row.get(index));
    let is_number = |cell: &String| {
        let parts: Vec<&str> = cell.split('.').collect();
        let digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        cell == "·" || (parts.len() <= 2 && parts.iter().all(digits))
    };
    if cells().all(is_number) {
        Shape::Numbers
    } else if cells().all(|cell| cell.len() <= WORD_MAX && !cell.contains(char::is_whitespace)) {
        Shape::Words
    } else {
        Shape::Prose
    }
}

/// The words of a column.
fn words(rows: &[(Tone, Vec<String>)], index: usize) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(move |(_, row)| row.get(index)).flat_map(|cell| cell.split_whitespace())
}

/// How many letters the longest word of a column has, its head included.
fn longest_word(head: &[&str], rows: &[(Tone, Vec<String>)], index: usize) -> u16 {
    let of_head = head.get(index).into_iter().flat_map(|text| text.split_whitespace());
    let letters = of_head.chain(words(rows, index)).map(|word| word.chars().count());
    letters.max().unwrap_or(0).try_into().unwrap_or(u16::MAX)
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
    fn text_is_wrapped_between_words_and_shortened_with_an_ellipsis() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij k", 4), ["abcd", "efgh", "ij k"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(shorten("one two, three four", 8, 1), "one …");
        assert_eq!(shorten("one two, three", 8, 2), "one two, three");
        assert_eq!(
            PAGE.hanging("  7  ", "words that go on and on and on past the line"),
            "  7  words that go on and on and on past\n     the line\n"
        );
        assert_eq!(PAGE.quotation("  ", "a line"), "  \"a line\"\n");
        assert_eq!(
            PAGE.quotation("  7  ", "words that go on and on and on past the line"),
            "  7  \"words that go on and on and on …\"\n"
        );
        assert!(PAGE.quotation("", &"x".repeat(9_000)).chars().count() <= 41);
    }

    #[test]
    fn a_table_is_aligned_wrapped_and_free_of_escapes() {
        let rows = vec![
            vec!["a".to_owned(), "some words that do not fit in what is left".to_owned()],
            vec!["longer".to_owned(), "\u{1b}[31mred".to_owned()],
        ];
        insta::assert_snapshot!(PAGE.table(2, &["name", "meaning"], rows));
    }
}
