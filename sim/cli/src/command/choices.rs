//! The choices that a run is made with: readings, on both sides or on one, and defects.

use super::rules;
use crate::failure::Failure;
use clap::Args;
use vouchsafe_alphabet::Word;
use vouchsafe_engine::Scope;
use vouchsafe_system::{Defect, Defects};

/// The options that set readings and switch on defects.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Choices {
    /// Play and judge by this choice of a reading; may be given again
    #[arg(long = "reading", value_name = "NAME=CHOICE")]
    readings: Vec<String>,
    /// Play by this choice of a reading, whatever is judged by; may be given again
    #[arg(long, value_name = "NAME=CHOICE")]
    played: Vec<String>,
    /// Judge by this choice of a reading, whatever is played by; may be given again
    #[arg(long, value_name = "NAME=CHOICE")]
    judged: Vec<String>,
    /// Switch on this defect of the system; may be given again
    #[arg(long = "defect", value_name = "ID")]
    defects: Vec<String>,
}

impl Choices {
    /// Makes a scope run with these choices.
    pub(crate) fn apply(&self, scope: &mut Scope) -> Result<(), Failure> {
        let sides = [("--reading", "", &self.readings), ("--played", "played:", &self.played)];
        for (option, side, settings) in sides.into_iter().chain([("--judged", "judged:", &self.judged)]) {
            for setting in settings {
                rules::setting(option, setting)?;
                if !scope.read(&format!("{side}{setting}")) {
                    return Err(Failure::Fault(format!("a scope does not take the reading `{setting}`")));
                }
            }
        }
        scope.setup.defects = self.defects()?;
        scope.check().map_err(|error| {
            Failure::usage(
                format!("the scope `{}` cannot be run with these choices: {error}", scope.name),
                "`vouchsafe list readings` says what each choice means",
            )
        })
    }

    /// The defects that are switched on.
    fn defects(&self) -> Result<Defects, Failure> {
        self.defects.iter().map(|name| defect(name)).collect()
    }

    /// The same choices as words of a command line.
    pub(crate) fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        let options = [("--reading", &self.readings), ("--played", &self.played)];
        for (option, values) in
            options.into_iter().chain([("--judged", &self.judged), ("--defect", &self.defects)])
        {
            words.extend(values.iter().flat_map(|value| [option.to_owned(), value.clone()]));
        }
        words
    }
}

/// The defect with this name.
fn defect(name: &str) -> Result<Defect, Failure> {
    Defect::from_name(name).ok_or_else(|| {
        let known = Defect::ALL.iter().map(|defect| defect.name());
        Failure::unknown("defect", name, known, "`vouchsafe list defects` lists all")
    })
}
