//! What `Debug` writes of a value, read back as a tree.

/// A value by its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree<'a> {
    /// A number, a word, a text in quotation marks, or what could not be read.
    Leaf(&'a str),
    /// `Name { field: value, … }`.
    Fields(&'a str, Vec<(&'a str, Tree<'a>)>),
    /// `Name(value, …)`; a tuple has no name.
    Tuple(&'a str, Vec<Tree<'a>>),
    /// `[value, …]`.
    List(Vec<Tree<'a>>),
    /// `{value, …}`.
    Set(Vec<Tree<'a>>),
}

impl<'a> Tree<'a> {
    /// Reads what `{:?}` wrote.
    pub(super) fn read(text: &'a str) -> Self {
        Reader { rest: text }.value()
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn value(&mut self) -> Tree<'a> {
        self.rest = self.rest.trim_start();
        let name = self.name();
        if self.eat("(") {
            Tree::Tuple(name, self.values(")"))
        } else if name.is_empty() && self.eat("[") {
            Tree::List(self.values("]"))
        } else if name.is_empty() && self.eat("{") {
            Tree::Set(self.values("}"))
        } else if !name.is_empty() && self.eat(" {") {
            Tree::Fields(name, self.fields())
        } else {
            Tree::Leaf(name)
        }
    }

    /// A word, a number, or a text in quotation marks without them; empty where another form begins.
    fn name(&mut self) -> &'a str {
        let (start, end) = match self.rest.strip_prefix('"') {
            Some(text) => (1, 1 + text.find('"').unwrap_or(text.len())),
            None => (0, self.rest.find(|letter| "()[]{},: ".contains(letter)).unwrap_or(self.rest.len())),
        };
        let name = self.rest.get(start..end).unwrap_or_default();
        self.rest = self.rest.get(end + start..).unwrap_or_default();
        name
    }

    fn values(&mut self, end: &str) -> Vec<Tree<'a>> {
        let mut values = Vec::new();
        while !self.ends(end) {
            values.push(self.value());
        }
        values
    }

    fn fields(&mut self) -> Vec<(&'a str, Tree<'a>)> {
        let mut fields = Vec::new();
        while !self.ends("}") {
            self.rest = self.rest.trim_start();
            let name = self.name();
            self.eat(":");
            fields.push((name, self.value()));
        }
        fields
    }

    /// Whether a list is over; passes over the comma before a further value.
    fn ends(&mut self, end: &str) -> bool {
        self.eat(",");
        self.rest = self.rest.trim_start();
        // A text that is cut short ends everything.
        self.eat(end) || self.rest.is_empty()
    }

    fn eat(&mut self, what: &str) -> bool {
        match self.rest.strip_prefix(what) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Tree::{Fields, Leaf, List, Set, Tuple};

    #[test]
    fn every_form_is_read_back() {
        let text = r#"A { b: [C(1), D, None], e: {"f g", "h"}, i: (), j: K { l: (0, M(2)) }, n: [] }"#;
        let read = Fields(
            "A",
            vec![
                ("b", List(vec![Tuple("C", vec![Leaf("1")]), Leaf("D"), Leaf("None")])),
                ("e", Set(vec![Leaf("f g"), Leaf("h")])),
                ("i", Tuple("", vec![])),
                ("j", Fields("K", vec![("l", Tuple("", vec![Leaf("0"), Tuple("M", vec![Leaf("2")])]))])),
                ("n", List(vec![])),
            ],
        );
        assert_eq!(Tree::read(text), read);
    }

    #[test]
    fn a_text_that_is_cut_short_is_read_as_far_as_it_goes() {
        assert_eq!(Tree::read("A { b: [1, 2"), Fields("A", vec![("b", List(vec![Leaf("1"), Leaf("2")]))]));
        assert_eq!(Tree::read(""), Leaf(""));
    }
}
