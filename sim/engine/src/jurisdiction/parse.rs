//! Reading a file of figures, with errors that say what is wrong, where, and what would be right.

use super::figure::{Basis, Confidence, Figure, Processing, Span, Value, What};
use super::{Date, Jurisdiction};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;
use vouchsafe_alphabet::{Place, Regime, Word};

/// Why a text is no file of figures.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{says}")]
pub struct JurisdictionError {
    /// What is wrong.
    pub says: String,
    /// What would be right, where that is known.
    pub right: Option<String>,
    /// Where in the text, in bytes.
    pub span: Option<Range<usize>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    place: Spanned<String>,
    #[serde(default, rename = "figure")]
    figures: Vec<FigureFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureFile {
    what: Spanned<String>,
    value: Spanned<toml::Value>,
    statute: Option<String>,
    from: Option<Spanned<String>>,
    to: Option<Spanned<String>>,
    confidence: Option<Spanned<String>>,
    note: Option<String>,
}

fn wrong(says: String, right: impl Into<String>, span: Range<usize>) -> JurisdictionError {
    JurisdictionError { says, right: Some(right.into()), span: Some(span) }
}

/// What a list has, for whoever named something else.
fn any_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    format!("it is one of {}", names.collect::<Vec<_>>().join(", "))
}

fn one_of<T: Copy>(
    kind: &str,
    all: &[T],
    name: fn(T) -> &'static str,
    given: &str,
    span: Range<usize>,
) -> Result<T, JurisdictionError> {
    let found = all.iter().copied().find(|one| name(*one) == given);
    found.ok_or_else(|| {
        wrong(format!("`{given}` is no {kind}"), any_of(all.iter().map(|one| name(*one))), span)
    })
}

fn day(given: Option<&Spanned<String>>) -> Result<Option<Date>, JurisdictionError> {
    let read = |text: &Spanned<String>| {
        text.get_ref().parse::<Date>().map_err(|error| JurisdictionError {
            says: error.to_string(),
            right: None,
            span: Some(text.span()),
        })
    };
    given.map(read).transpose()
}

impl Jurisdiction {
    /// Reads what is known of a place from the text of its file.
    ///
    /// # Errors
    /// A text of another form, unknown words, values that do not fit what they are about, figures without a statute or
    /// a confidence, and two figures that hold on the same day.
    pub fn parse(text: &str) -> Result<Self, JurisdictionError> {
        let file: File = toml::from_str(text).map_err(|error| JurisdictionError {
            says: error.message().to_owned(),
            right: None,
            span: error.span(),
        })?;
        let (given, span) = (file.place.get_ref(), file.place.span());
        let place = one_of("place", Place::ALL, Place::name, given, span)?;
        let mut figures: Vec<Figure> = Vec::new();
        for one in &file.figures {
            let figure = figure(one)?;
            if let Some(other) =
                figures.iter().find(|other| other.what == figure.what && other.meets(&figure))
            {
                let (what, other) = (figure.what, other.value.to_string());
                let says = format!("`{what}` is said twice of the same day; {other} holds then as well");
                return Err(wrong(
                    says,
                    "end the one with `to` on the day `from` which the other holds",
                    one.what.span(),
                ));
            }
            figures.push(figure);
        }
        Ok(Self { place, figures })
    }
}

fn figure(file: &FigureFile) -> Result<Figure, JurisdictionError> {
    let what = one_of("figure", What::ALL, What::name, file.what.get_ref(), file.what.span())?;
    let value = value(what, &file.value)?;
    let (from, to) = (day(file.from.as_ref())?, day(file.to.as_ref())?);
    if let (Some(first), Some(end), Some(at)) = (from, to, &file.to)
        && end <= first
    {
        let says = format!("`{what}` ends on {end}, before it holds from {first} on");
        return Err(wrong(says, "`to` is the first day on which it holds no more, after `from`", at.span()));
    }
    let confidence = |given: &Spanned<String>| {
        one_of("confidence", Confidence::ALL, Confidence::name, given.get_ref(), given.span())
    };
    let confidence = file.confidence.as_ref().map(confidence).transpose()?;
    let known = value != Value::Unknown;
    if known && (file.statute.is_none() || confidence.is_none() || from.is_none()) {
        let says = format!("`{what}` has a value, and not all of `statute`, `from` and `confidence`");
        let right = "say where it stands, from when on and how sure it is, or `value = \"unknown\"`";
        return Err(wrong(says, right, file.value.span()));
    }
    if !known && confidence.is_some() {
        let says = format!("`{what}` is unknown, and yet has a `confidence`");
        return Err(wrong(says, "leave `confidence` out", file.value.span()));
    }
    Ok(Figure { what, value, statute: file.statute.clone(), from, to, confidence, note: file.note.clone() })
}

fn value(what: What, given: &Spanned<toml::Value>) -> Result<Value, JurisdictionError> {
    let (value, at) = (given.get_ref(), given.span());
    if value.as_str() == Some("unknown") {
        return Ok(Value::Unknown);
    }
    let form = |right: &str| {
        wrong(format!("`{what}` cannot be {value}"), format!("such as {right}, or \"unknown\""), at.clone())
    };
    match what {
        What::SubjectRequest | What::MarketingStop | What::BreachNotice => span(value)
            .map(Value::Span)
            .ok_or_else(|| form("{ days = 30 }, with hours, days, working-days or months")),
        What::AdultAt => {
            let age = value
                .as_integer()
                .and_then(|age| u8::try_from(age).ok())
                .filter(|age| (1..=30).contains(age));
            age.map(Value::Age).ok_or_else(|| form("16, in years"))
        }
        What::MarketingRegime => {
            let name = value.as_str().ok_or_else(|| form("\"consent\""))?;
            one_of("regime", Regime::ALL, Regime::name, name, at).map(Value::Regime)
        }
        What::ProcessingRegime => {
            let name = value.as_str().ok_or_else(|| form("\"bases\""))?;
            one_of("regime of processing", Processing::ALL, Processing::name, name, at).map(Value::Processing)
        }
        What::TransferBasis => {
            let names = value.as_array().filter(|names| !names.is_empty());
            let names = names.ok_or_else(|| form("[\"adequacy\", \"contract\"]"))?;
            let basis = |name: &toml::Value| {
                let name = name.as_str().ok_or_else(|| form("[\"adequacy\", \"contract\"]"))?;
                one_of("basis of transfers", Basis::ALL, Basis::name, name, at.clone())
            };
            names.iter().map(basis).collect::<Result<_, _>>().map(Value::Bases)
        }
        What::Localisation => value.as_bool().map(Value::Flag).ok_or_else(|| form("true")),
    }
}

fn span(value: &toml::Value) -> Option<Span> {
    let mut entries = value.as_table()?.iter();
    let (unit, number) = entries.next()?;
    let number = number.as_integer().and_then(|number| u32::try_from(number).ok()).filter(|n| *n <= 3660)?;
    let span = match unit.as_str() {
        "hours" => Span::Hours(number),
        "days" => Span::Days(number),
        "working-days" => Span::WorkingDays(number),
        "months" => Span::Months(number),
        _ => return None,
    };
    entries.next().is_none().then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(rest: &str) -> String {
        format!("place = \"germany\"\n\n[[figure]]\n{rest}")
    }

    const KNOWN: &str = "statute = \"Act 1\"\nfrom = \"2018-05-25\"\nconfidence = \"high\"\n";

    #[test]
    fn a_bad_file_says_what_is_wrong_where_and_what_would_be_right() {
        for (text, says, at, right) in [
            ("place = \"atlantis\"".to_owned(), "`atlantis` is no place", "\"atlantis\"", "germany"),
            (
                figure("what = \"colour\"\nvalue = 1"),
                "`colour` is no figure",
                "\"colour\"",
                "subject-request",
            ),
            (
                figure(&format!("what = \"subject-request\"\nvalue = 30\n{KNOWN}")),
                "`subject-request` cannot be 30",
                "30",
                "{ days = 30 }",
            ),
            (
                figure(&format!("what = \"subject-request\"\nvalue = {{ weeks = 3 }}\n{KNOWN}")),
                "cannot be",
                "{ weeks = 3 }",
                "working-days",
            ),
            (
                figure(&format!("what = \"adult-at\"\nvalue = 300\n{KNOWN}")),
                "cannot be 300",
                "300",
                "16, in years",
            ),
            (
                figure(&format!("what = \"marketing-regime\"\nvalue = \"silence\"\n{KNOWN}")),
                "`silence` is no regime",
                "\"silence\"",
                "separate-consent",
            ),
            (
                figure(&format!("what = \"transfer-basis\"\nvalue = [\"luck\"]\n{KNOWN}")),
                "`luck` is no basis",
                "[\"luck\"]",
                "adequacy",
            ),
            (
                figure("what = \"adult-at\"\nvalue = 16\nfrom = \"2018-05-25\"\nconfidence = \"high\""),
                "not all of `statute`",
                "16",
                "unknown",
            ),
            (
                figure("what = \"adult-at\"\nvalue = \"unknown\"\nconfidence = \"low\""),
                "yet has a `confidence`",
                "\"unknown\"",
                "leave `confidence` out",
            ),
            (
                figure(&format!("what = \"adult-at\"\nvalue = 16\nto = \"2018-05-25\"\n{KNOWN}")),
                "before it holds",
                "\"2018-05-25\"",
                "first day on which it holds no more",
            ),
        ] {
            let error = Jurisdiction::parse(&text).unwrap_err();
            assert!(error.says.contains(says), "{error:?}");
            assert_eq!(text.get(error.span.clone().unwrap()), Some(at), "{error:?}");
            assert!(error.right.as_ref().unwrap().contains(right), "{error:?}");
        }
    }

    #[test]
    fn a_wrong_day_and_a_wrong_form_are_refused() {
        let text = figure("what = \"adult-at\"\nvalue = \"unknown\"\nfrom = \"2018-02-30\"");
        assert!(Jurisdiction::parse(&text).unwrap_err().says.contains("`2018-02-30` is no day"));
        let text = figure("what = \"adult-at\"\nvalue = \"unknown\"\nsince = \"2018-02-03\"");
        assert!(Jurisdiction::parse(&text).unwrap_err().says.contains("unknown field `since`"));
        assert!(Jurisdiction::parse("").unwrap_err().says.contains("missing field `place`"));
    }

    #[test]
    fn two_figures_never_hold_on_the_same_day() {
        let one = format!("what = \"adult-at\"\nvalue = 16\n{KNOWN}");
        let twice = format!("{}\n[[figure]]\n{}", figure(&one), one.replace("2018", "2020"));
        assert!(Jurisdiction::parse(&twice).unwrap_err().says.contains("said twice of the same day"));
        let ended =
            format!("{}to = \"2020-05-25\"\n[[figure]]\n{}", figure(&one), one.replace("2018", "2020"));
        assert_eq!(Jurisdiction::parse(&ended).unwrap().figures.len(), 2);
    }
}
