//! Whole numbers as people write them on a command line.

/// A reader of whole numbers from the first to the last, which for the largest is as many as there are.
///
/// It answers anything else, a negative number too, with a sentence that says what would be right.
pub(crate) fn within<T: TryFrom<u64>>(first: u64, last: u64) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| {
        let number = text.trim().parse::<u64>().ok().filter(|number| (first..=last).contains(number));
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| match last {
            u64::MAX => format!("write a whole number, {first} or more"),
            _ => format!("write a whole number from {first} to {last}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_within_their_bounds() {
        let read = within::<u16>(1, 1024);
        assert_eq!((read("1"), read(" 1024 ")), (Ok(1), Ok(1024)));
        for wrong in ["", "0", "1025", "-3", "1.5", "NaN", "99999999999999999999"] {
            assert_eq!(read(wrong), Err("write a whole number from 1 to 1024".to_owned()), "{wrong}");
        }
        assert_eq!(within::<u64>(0, u64::MAX)("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(within::<u64>(1, u64::MAX)("-1"), Err("write a whole number, 1 or more".to_owned()));
    }
}
