//! `explore`: serves the states of a scope to a browser, by stateright's Explorer.

use super::choices::Choices;
use super::scopes;
use crate::args::Format;
use crate::context::Context;
use crate::failure::Failure;
use crate::interrupt;
use crate::outcome::Outcome;
use crate::whole;
use clap::Args;
use serde_json::json;
use stateright::Model;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use tempfile::TempDir;
use vouchsafe_engine::explorable::Explorable;

const SCHEMA: &str = "vouchsafe.explore/1";

/// Served at this port where none is named.
const PORT: u16 = 3000;
/// `Run to completion` rests at this many states without an option.
const STATES: u64 = 1_000_000;
/// Between two looks whether the Explorer listens yet: it does not say when it does.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Why serving ends.
#[derive(Debug)]
enum End {
    /// A signal came.
    Asked,
    /// The thread that serves has ended.
    Stopped,
}

const EXAMPLES: &str = "\
The pages are served on this machine alone, until SIGINT (Ctrl-C) or SIGTERM ends it with exit code 0. States are \
computed as they are looked at; `Run to completion` on the page explores them all. Where there are more than \
--max-states it rests there, and goes on saying that it is searching: only a scope that was exhausted is said to hold. \
Cases are called by their slots in inputs and states, and by names of their own in the chart of a run. Promises that \
lead to something are not shown: `check` decides them.

Examples:
  vouchsafe explore --scope sale --defect sell-outright
  vouchsafe explore --scope consent --port 0              at any port that is free";

/// The options of `explore`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explore {
    /// Serve this scope, a shipped one or a TOML file
    #[arg(long, value_name = "NAME|FILE")]
    scope: String,
    /// Serve it at this port of 127.0.0.1; 0 picks one that is free
    #[arg(long, value_name = "P", default_value_t = PORT, value_parser = whole::within::<u16>(0, 65_535))]
    port: u16,
    /// Let `Run to completion` rest at this many states, since it keeps all of them in memory
    #[arg(long, value_name = "N", default_value_t = STATES, value_parser = whole::within::<u64>(1, u64::MAX))]
    max_states: u64,
    #[command(flatten)]
    choices: Choices,
}

impl Explore {
    /// Serves until a signal comes.
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Outcome, Failure> {
        let mut chosen = scopes::find(&self.scope)?;
        self.choices.apply(&mut chosen.scope)?;
        let name = chosen.scope.name.clone();
        let address = self.address()?;
        let (tell, ends) = mpsc::channel();
        // Nobody waits any more once the end has come.
        let ask = tell.clone();
        interrupt::heed_and(move || drop(ask.send(End::Asked)))?;
        let desk = EmptyDesk::sit_down()?;
        let model = Explorable::new(chosen.scope, usize::try_from(self.max_states).unwrap_or(usize::MAX));
        let stopped = OnDrop(tell);
        std::thread::spawn(move || {
            let _stopped = stopped;
            model.checker().serve(address);
        });
        if !is_served(address, &ends)? {
            desk.leave();
            return Ok(Outcome::Kept);
        }
        match context.shared.format {
            Format::Json => {
                context.say_json(&json!({ "schema": SCHEMA, "scope": name, "url": url(address) }))?
            }
            Format::Text | Format::Csv => {
                context.say(&format!("The scope {name} is served at {}\n", url(address)))?
            }
        }
        context.out.flush().map_err(Failure::Standard)?;
        let end = ends.recv();
        desk.leave();
        match end {
            Ok(End::Asked) => Ok(Outcome::Kept),
            Ok(End::Stopped) | Err(_) => Err(Failure::Fault("the Explorer has ceased to serve".to_owned())),
        }
    }

    /// An address at which nobody serves: the Explorer panics where somebody does.
    fn address(&self) -> Result<SocketAddr, Failure> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port));
        listener.and_then(|listener| listener.local_addr()).map_err(|error| {
            let says = if error.kind() == ErrorKind::AddrInUse {
                format!("port {} of 127.0.0.1 is in use", self.port)
            } else {
                format!("port {} of 127.0.0.1 cannot be served at: {error}", self.port)
            };
            Failure::usage(says, "give another with `--port P`; `--port 0` picks one that is free")
        })
    }
}

fn url(address: SocketAddr) -> String {
    format!("http://{address}/")
}

/// Tells that the thread which serves has ended, by a panic as well.
struct OnDrop(Sender<End>);

impl Drop for OnDrop {
    fn drop(&mut self) {
        // Nobody waits any more once the end has come.
        let _ = self.0.send(End::Stopped);
    }
}

/// Waits until somebody answers at the address, which is told only then; `false` where a signal comes first.
fn is_served(address: SocketAddr, ends: &Receiver<End>) -> Result<bool, Failure> {
    while TcpStream::connect(address).is_err() {
        match ends.recv_timeout(LOOK_EVERY) {
            Ok(End::Asked) => return Ok(false),
            Ok(End::Stopped) | Err(RecvTimeoutError::Disconnected) => {
                let says = format!("{address} cannot be served at: somebody else took the port meanwhile");
                return Err(Failure::usage(says, "run it again, or give another port with `--port P`"));
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
    Ok(true)
}

/// An empty folder as the working directory: the Explorer shows files of the one it is started in as its own pages.
struct EmptyDesk {
    folder: TempDir,
    home: Option<std::path::PathBuf>,
}

impl EmptyDesk {
    fn sit_down() -> Result<Self, Failure> {
        let failed = |error| Failure::write(&std::env::temp_dir(), error);
        let folder = tempfile::Builder::new().prefix("vouchsafe-explore-").tempdir().map_err(failed)?;
        let home = std::env::current_dir().ok();
        std::env::set_current_dir(folder.path()).map_err(failed)?;
        Ok(Self { folder, home })
    }

    /// Goes back and takes the folder away.
    fn leave(self) {
        if let Some(home) = self.home {
            // Some systems keep a folder that somebody works in; what is left then is an empty one.
            let _ = std::env::set_current_dir(home);
        }
        let _ = self.folder.close();
    }
}
