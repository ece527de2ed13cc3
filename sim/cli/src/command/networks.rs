//! Finding the network profile that an option names: a shipped one, or a file.

use crate::failure::Failure;
use crate::input_text;
use crate::nearest;
use crate::place::Place;
use std::path::Path;
use vouchsafe_engine::network::{self, Profile, ProfileError};

/// Whether this stands for a file rather than for a shipped profile.
pub(crate) fn is_file(given: &str) -> bool {
    let toml = Path::new(given).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    toml || (network::named(given).is_none() && Path::new(given).exists())
}

/// The profile with this name, or of this file.
pub(crate) fn find(given: &str) -> Result<Profile, Failure> {
    if is_file(given) {
        return read(Path::new(given));
    }
    network::named(given).ok_or_else(|| {
        let names = network::TEXTS.iter().map(|(name, _)| *name);
        let all = "`vouchsafe list networks` lists all; a file's name ends with `.toml`";
        Failure::unknown("network", given, names, all)
    })
}

fn read(path: &Path) -> Result<Profile, Failure> {
    let name = path.display().to_string();
    let text = input_text::read(path, "network profiles are written in TOML, which is UTF-8")?;
    Profile::parse(&text).map_err(|error| Failure::Input {
        says: format!("`{name}` holds no network that can be simulated: {error}"),
        help: Some(right(&error, &text)),
        place: Box::new(Place::in_text(&name, &text, error.span.clone().unwrap_or(0..0))),
    })
}

/// What would be right.
fn right(error: &ProfileError, text: &str) -> String {
    let says = &error.says;
    if says.contains("missing field `assumption`") || says.contains("this says nothing") {
        return "give every figure its reason, such as \
                `assumption = \"Hamburg to Frankfurt, 500 km at 5 us a km, and twice that on the way.\"`"
            .into();
    }
    let wrong = error.span.clone().and_then(|span| text.get(span)).unwrap_or_default();
    let expected =
        says.split_once("expected ").map(|(_, known)| known).filter(|_| says.contains("unknown field"));
    let words = expected.into_iter().flat_map(|known| known.split('`').skip(1).step_by(2));
    match nearest::to(wrong.trim_matches(['"', '\'']), words) {
        Some(near) => format!("the nearest is `{near}`"),
        None => "docs/LATENCY.md describes the form; `fixtures/networks` has profiles to begin with".into(),
    }
}
