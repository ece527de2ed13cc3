//! A text is a scope that can be opened, or is refused with a sentence.

use vouchsafe_engine::{Product, Scope, ScopeError};

/// Reads these bytes as a scope.
///
/// # Errors
/// That of [`Scope::parse`].
///
/// # Panics
/// Where reading does, where a refusal points outside of the text, or where an accepted scope cannot be opened.
pub fn read(data: &[u8]) -> Result<Scope, ScopeError> {
    let text = String::from_utf8_lossy(data);
    let read = Scope::parse(&text);
    match &read {
        Ok(scope) => {
            assert_eq!(scope.check(), Ok(()), "what was accepted stays so");
            let _ = Product::new(scope).opening();
        }
        Err(error) => {
            assert!(!error.to_string().is_empty(), "a refusal says something");
            if let ScopeError::Toml { span: Some(span), .. } = error {
                assert!(text.get(span.clone()).is_some(), "{span:?} lies in the text");
            }
        }
    }
    read
}

/// Reads these bytes as a scope.
///
/// # Panics
/// As [`read`] does.
pub fn scope(data: &[u8]) {
    let _ = read(data);
}
