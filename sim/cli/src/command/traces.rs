//! Trace files that options name: each with the scope that it is run in, and how that differs from what made it.

mod wrong;

use super::scopes::{self, Chosen};
use crate::failure::Failure;
use crate::input_text;
use std::path::Path;
use vouchsafe_engine::replay::Trace;
use vouchsafe_engine::run::NoRun;
use vouchsafe_engine::{Scope, register};

/// A trace file that was read.
pub(super) struct Traced {
    /// The name of its file.
    pub(super) name: String,
    text: String,
    pub(super) trace: Trace,
    /// The scope to run it in; a trace without inputs needs none.
    chosen: Option<Chosen>,
    pub(super) differs: Vec<Differs>,
}

/// Two digests that ought to be one.
pub(super) struct Differs {
    /// What was digested.
    pub(super) what: String,
    /// The digest in the trace.
    pub(super) there: String,
    /// The digest of what is at hand.
    pub(super) here: String,
}

impl Differs {
    /// What differs, in a sentence.
    pub(super) fn sentence(&self) -> String {
        format!(
            "the trace was made from another text of {}: its SHA-256 was {} and is {} here",
            self.what, self.there, self.here
        )
    }
}

impl Traced {
    /// Reads a trace that is to be run in this scope, or else in the one that its header names.
    pub(super) fn read(path: &Path, scope: Option<&str>) -> Result<Self, Failure> {
        let text = input_text::read(path, "traces are written in UTF-8")?;
        let name = path.display().to_string();
        let trace = Trace::parse(&text).map_err(|error| wrong::trace(&name, &text, &error))?;
        let chosen = choose(&trace, scope)?;
        let differs = differing(&trace, chosen.as_ref().map(|chosen| &chosen.scope));
        Ok(Self { name, text, trace, chosen, differs })
    }

    /// The name or file by which its scope is chosen; none where it needs none.
    pub(super) fn given(&self) -> Option<&str> {
        self.chosen.as_ref().map(|chosen| chosen.given.as_str())
    }

    /// The scope with the readings, deadlines and defects of the trace; a trace without inputs needs none.
    pub(super) fn scope(&self) -> Result<Option<Scope>, Failure> {
        let scope = self.chosen.as_ref().map(|chosen| self.trace.scope(&chosen.scope)).transpose();
        scope.map_err(|error| wrong::trace(&self.name, &self.text, &error))
    }

    /// The failure to take one of its inputs.
    pub(super) fn not_run(&self, error: &NoRun, scope: Option<&Scope>) -> Failure {
        wrong::step(&self.name, &self.text, error, scope)
    }
}

fn choose(trace: &Trace, given: Option<&str>) -> Result<Option<Chosen>, Failure> {
    if let Some(given) = given {
        return scopes::find(given).map(Some);
    }
    let named = trace.header.manifest.scopes.first();
    let found = named.and_then(|source| scopes::named(&source.name)).map(Chosen::from);
    if found.is_some() || trace.inputs.is_empty() {
        return Ok(found);
    }
    let says = match named {
        Some(source) => {
            format!("the trace was made in the scope `{}`, which is not a shipped one", source.name)
        }
        None => "the trace has inputs, and its header names no scope".to_owned(),
    };
    Err(Failure::usage(says, "give the scope's file with `--scope FILE`"))
}

/// The digests of the trace's header that are others than those at hand.
fn differing(trace: &Trace, scope: Option<&Scope>) -> Vec<Differs> {
    let manifest = &trace.header.manifest;
    let mut differs = Vec::new();
    if let (Some(source), Some(scope)) = (manifest.scopes.first(), scope)
        && source.sha256 != scope.sha256
    {
        let what = if source.name == scope.name {
            format!("the scope `{}`", scope.name)
        } else {
            format!("the scope `{}`, and is run in `{}`", source.name, scope.name)
        };
        differs.push(Differs { what, there: source.sha256.clone(), here: scope.sha256.clone() });
    }
    let here = register::sha256();
    if let Some(there) = manifest.register_sha256.as_ref().filter(|there| **there != here) {
        differs.push(Differs { what: "the clause register".to_owned(), there: there.clone(), here });
    }
    differs
}
