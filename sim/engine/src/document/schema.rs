//! The form of a trace file's lines as a file of JSON Schema.

/// The schema, set for people to read.
pub fn schema() -> String {
    // `#` sets every value on a line of its own.
    format!("{:#}\n", vouchsafe_alphabet::schema::line())
}
