//! The nearest of some names to one that was mistyped.

/// The name that is meant most likely; `None` where most of every name would have to be written otherwise.
pub(crate) fn to<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let given = given.to_lowercase();
    let distance = |name: &str| {
        let name = name.to_lowercase();
        // Part of a longer name is a better guess than a different name of the same length.
        if given.len() >= 3 && name.contains(&given) {
            1
        } else {
            2 * strsim::damerau_levenshtein(&given, &name)
        }
    };
    // The distance counts each slip twice, so that a name is near where half of it or more is right.
    let near = |name: &&str| distance(name) <= name.chars().count().max(given.chars().count());
    known.into_iter().filter(near).min_by_key(|name| (distance(name), name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_case_order_and_length_are_seen_through() {
        let names = ["F14.no-marketing-without-consent", "F13.no-sale", "MKT-02", "MKT-03", "silence"];
        let cases = [
            ("mkt-02", "MKT-02"),
            ("MKT03", "MKT-03"),
            ("no-sale", "F13.no-sale"),
            ("F13.no-slae", "F13.no-sale"),
            ("no-marketing", "F14.no-marketing-without-consent"),
            ("silense", "silence"),
        ];
        for (given, meant) in cases {
            assert_eq!(to(given, names), Some(meant), "{given}");
        }
        assert_eq!(to("x", []), None);
        for nothing_like_it in ["", "consent", "x", "no"] {
            assert_eq!(to(nothing_like_it, ["MKT-02", "silence"]), None, "{nothing_like_it}");
        }
    }
}
