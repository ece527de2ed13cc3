//! Amounts of memory as people write them, such as `512MiB`.

/// The units, the longest name first where one ends with another.
const UNITS: [(&str, u64); 8] = [
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("kB", 1_000),
    ("KB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("B", 1),
];

/// Reads an amount such as `512MiB`, `2GB` or `1000000`, in bytes.
///
/// # Errors
/// A sentence that says how an amount is written.
pub(crate) fn parse(text: &str) -> Result<usize, String> {
    let text = text.trim();
    let unit = UNITS.into_iter().find(|(name, _)| text.ends_with(name));
    let (name, bytes) = unit.unwrap_or(("", 1));
    let number = text.strip_suffix(name).unwrap_or(text).trim_end();
    let amount = number.parse::<u64>().ok().filter(|number| *number > 0).and_then(|n| n.checked_mul(bytes));
    amount
        .and_then(|amount| usize::try_from(amount).ok())
        .ok_or_else(|| "write a whole number with B, KiB, MiB, GiB, kB, MB or GB, such as 512MiB".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_their_units() {
        assert_eq!(parse("512MiB"), Ok(512 << 20));
        assert_eq!(parse("2 GB"), Ok(2_000_000_000));
        assert_eq!(parse("1000"), Ok(1000));
        assert_eq!(parse("7B"), Ok(7));
        for wrong in ["", "MiB", "0", "-1MiB", "1.5GiB", "99999999999GiB", "10 bytes"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
