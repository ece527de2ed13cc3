//! `explore`: the pages that are served, what they show of a scope, and how it ends.

use super::{Desk, Ran};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command};

/// One that serves, and is ended with the test.
struct Served {
    child: Option<Child>,
    address: String,
}

impl Served {
    fn start(desk: &Desk, arguments: &[&str]) -> Self {
        let mut child = desk.command(arguments).spawn().expect("it starts");
        let mut line = String::new();
        let out = child.stdout.as_mut().expect("it has one");
        BufReader::new(out).read_line(&mut line).expect("an address");
        let address = line.trim().rsplit("http://").next().expect("an address").trim_end_matches('/');
        Self { child: Some(child), address: address.to_owned() }
    }

    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it is served");
        let host = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
            .expect("it is heard");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8(answer).expect("text");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.lines().next().unwrap_or_default().to_owned(), unchunked(head, body))
    }

    fn json(&self, path: &str) -> Value {
        let (status, body) = self.get(path);
        assert!(status.contains("200"), "{path}: {status}");
        serde_json::from_str(&body).unwrap_or_else(|error| panic!("{path}: {error}: {body}"))
    }

    /// Takes these inputs from the opening, and gives the last step.
    fn walk(&self, inputs: &[&str]) -> (String, Value) {
        let (mut path, mut last) = ("/0".to_owned(), Value::Null);
        for input in inputs {
            let steps = self.json(&format!("/.states{path}"));
            let steps = steps.as_array().expect("a list");
            let step = steps.iter().find(|step| step["action"] == *input);
            last = step.unwrap_or_else(|| panic!("{input} is not among {steps:?}")).clone();
            let index = last.get("actionIndex").and_then(Value::as_u64).expect("a number");
            path.push_str(&format!("/{index}"));
        }
        (path, last)
    }

    /// Ends it by a signal.
    fn end(mut self, signal: &str) -> Ran {
        let child = self.child.take().expect("it runs");
        let id = child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().expect("kill").success());
        child.wait_with_output().expect("it ends").into()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            // It may have ended by itself, which the test has found out then.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// The body of an answer that may be sent in chunks, each after a line with its length.
fn unchunked(head: &str, body: &str) -> String {
    if !head.to_lowercase().contains("transfer-encoding: chunked") {
        return body.to_owned();
    }
    let (mut rest, mut whole) = (body, String::new());
    while let Some((length, after)) = rest.split_once("\r\n") {
        let length = usize::from_str_radix(length.trim(), 16).expect("a length");
        whole.push_str(after.get(..length).expect("a chunk"));
        rest = after.get(length + 2..).unwrap_or_default();
    }
    whole
}

const BROKEN: [&str; 7] = ["explore", "--scope", "consent", "--defect", "tv-keeps-reporting", "--port", "0"];
const RUN: [&str; 4] =
    ["ask(ana, device-info)", "answer(ana, device-info, yes)", "withdraw(phone1, collect)", "tick"];

#[test]
fn a_run_is_shown_with_its_inputs_states_and_chart() {
    let desk = Desk::new();
    let served = Served::start(&desk, &BROKEN);
    let status = served.json("/.status");
    assert_eq!(status["done"], false, "nothing is explored that nobody looks at");
    let names: Vec<&str> =
        status["properties"].as_array().expect("a list").iter().filter_map(|p| p[1].as_str()).collect();
    assert_eq!(names, ["F30.processed-in-time", "F30.nothing-after-withdrawal", "F36.use-is-no-answer"]);
    let opening = served.json("/.states/");
    assert_eq!(
        opening[0]["state"],
        "books.world.terms: terms1\nbooks.world.epoch: 1\nbooks.versions.terms1.in_force: yes\n"
    );
    let (path, last) = served.walk(&RUN);
    assert!(
        last["state"].as_str().is_some_and(|state| state.contains("withdrawn.collect: device-info\n")),
        "{last}"
    );
    let steps = served.json(&format!("/.states{path}"));
    let broken =
        steps.as_array().expect("a list").iter().find(|step| step["action"] == "collect(ana, device-info)");
    let broken = broken.expect("a TV goes on to report");
    let outcome = broken["outcome"].as_str().expect("text");
    assert!(
        outcome.starts_with("BREACHES F30.nothing-after-withdrawal/no-collection\nvendor collects"),
        "{outcome}"
    );
    let state = broken["state"].as_str().expect("text");
    assert!(
        state.starts_with("BREACHED on the way: F30.nothing-after-withdrawal/no-collection\n"),
        "{state}"
    );
    let svg = broken["svg"].as_str().expect("a chart");
    assert!(svg.starts_with("<svg ") && svg.contains("5. collect(ana, device-info)</text>"), "{svg}");
    assert_eq!(served.get("/.states/0/999").0.split(' ').nth(1), Some("404"));
    let ran = served.end("TERM");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

#[test]
fn files_where_it_is_started_are_no_pages_of_it() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("ui")).expect("a folder");
    for name in ["index.htm", "app.css", "app.js", "knockout-3.5.0.js"] {
        std::fs::write(desk.path("ui").join(name), "of somebody else").expect("it is written");
    }
    desk.lay("mine.toml", &[include_str!("../../../../fixtures/scopes/no-objection.toml")]);
    let served = Served::start(&desk, &["explore", "--scope", "mine.toml", "--port", "0"]);
    for page in ["/", "/app.css", "/app.js", "/knockout-3.5.0.js"] {
        let (status, body) = served.get(page);
        assert!(status.contains("200") && !body.contains("of somebody else"), "{page}: {body}");
    }
    let ran = served.end("INT");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}

#[test]
fn a_port_in_use_is_told() {
    let desk = Desk::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let ran = desk.run(&["explore", "--scope", "consent", "--port", &port]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains(&format!("port {port} of 127.0.0.1 is in use")), "{}", ran.err);
    assert!(
        ran.err.contains("`--port 0` picks one that is free") && !ran.err.contains("panicked"),
        "{}",
        ran.err
    );
    let ran = desk.run(&["explore", "--scope", "consnet"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("the nearest is `consent`"), "{}", ran.err);
}

#[test]
fn the_address_is_told_in_json() {
    let desk = Desk::new();
    let arguments = ["explore", "--scope", "no-objection", "--port", "0", "--format", "json"];
    let mut child = desk.command(&arguments).spawn().expect("it starts");
    let mut text = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("it has one"));
    while !text.ends_with("}\n") {
        assert_ne!(out.read_line(&mut text).expect("text"), 0, "{text}");
    }
    let served = Served { child: Some(child), address: String::new() };
    let report: Value = serde_json::from_str(&text).expect("an address");
    assert_eq!(
        (&report["schema"], &report["scope"]),
        (&"vouchsafe.explore/1".into(), &"no-objection".into())
    );
    let url = report["url"].as_str().expect("text");
    assert!(url.starts_with("http://127.0.0.1:") && !url.contains(":0/"), "{url}");
    assert_eq!(served.end("TERM").code, Some(0));
}
