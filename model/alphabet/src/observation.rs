//! What an outsider with full view would write down: the observations, each with a sentence.

use crate::data::*;
use crate::ids::*;
use crate::party::*;
use crate::wire::{Atom, Field, Line, Text};
use crate::words::{Set, Word};
use std::borrow::Cow;

/// A field of a kind of observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldOf {
    /// Its name on disk.
    pub name: &'static str,
    /// Whether it has to be there.
    pub required: bool,
}

/// A kind of observation as it is documented.
#[derive(Clone, Copy, Debug)]
pub struct Description {
    /// The kind.
    pub kind: Kind,
    /// Its sentence. `{field}` stands for a value; `[…]` for words said only when its fields are there, and a
    /// flag among them is set; `[!{flag}…]` for words said when the flag is not set.
    pub sentence: &'static str,
    /// Its fields.
    pub fields: &'static [FieldOf],
}

/// Why a line is no observation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// The line names no kind.
    #[error("the line has no `kind`")]
    NoKind,
    /// There is no such kind.
    #[error("there is no kind of observation called `{0}`")]
    UnknownKind(String),
    /// A field that the kind needs is not there.
    #[error("`{kind}` needs the field `{field}`")]
    Missing {
        /// The kind.
        kind: Kind,
        /// The field's name on disk.
        field: &'static str,
    },
    /// A field that the kind does not have is there.
    #[error("`{kind}` has no field `{field}`; it has {known}")]
    Stray {
        /// The kind.
        kind: Kind,
        /// The field's name on disk.
        field: &'static str,
        /// The fields that it has.
        known: String,
    },
}

macro_rules! observations {
    ($($(#[doc = $sentence:literal])+ $kind:ident $name:literal { $($req:ident: $req_type:ty),* $(; $($opt:ident: $opt_type:ty),+)? })+) => {
        words! {
            /// The kinds of observation.
            "kind" Kind { $($(#[doc = $sentence])+ $kind $name),+ }
        }

        /// One observation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each field is described once, in `wire::fields`")]
        pub enum Observation {
            $($(#[doc = $sentence])+ $kind { $($req: $req_type,)* $($($opt: Option<$opt_type>,)+)? }),+
        }

        /// Every kind with its sentence and fields, in declaration order.
        pub const DESCRIPTIONS: &[Description] = &[$(Description {
            kind: Kind::$kind,
            sentence: concat!($($sentence),+).trim_ascii(),
            fields: &[$(FieldOf { name: disk_name(stringify!($req)), required: true },)*
                      $($(FieldOf { name: disk_name(stringify!($opt)), required: false },)+)?],
        }),+];

        impl Observation {
            /// The kind of this observation.
            #[inline]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind { .. } => Kind::$kind),+ }
            }

            /// The first id of this sort among the fields, in their declared order.
            #[inline]
            pub fn first(&self, sort: Sort) -> Option<u32> {
                match *self {
                    $(Self::$kind { $($req,)* $($($opt,)+)? } => None $(.or($req.id_of(sort)))* $($(.or($opt.id_of(sort)))+)?),+
                }
            }

            /// The same observation with every id replaced.
            #[must_use]
            pub fn mapped(self, f: &mut dyn FnMut(Sort, u32) -> u32) -> Self {
                match self {
                    $(Self::$kind { $($req,)* $($($opt,)+)? } => Self::$kind { $($req: $req.mapped(f),)* $($($opt: $opt.mapped(f),)+)? }),+
                }
            }

            /// Reads an observation from a line.
            ///
            /// # Errors
            /// A kind that is missing or unknown, a field that the kind needs or does not have.
            pub fn read(line: Line<'_>, names: &mut dyn Naming) -> Result<Self, LineError> {
                let text = line.kind.as_ref().ok_or(LineError::NoKind)?;
                let kind = Kind::from_name(&text.0).ok_or_else(|| LineError::UnknownKind(text.0.to_string()))?;
                let present = line.present();
                match kind {
                    $(Kind::$kind => {
                        let used = 0usize $(+ { let _ = stringify!($req); 1 })* $($(+ usize::from(line.$opt.is_some()))+)?;
                        $(if line.$req.is_none() {
                            return Err(LineError::Missing { kind, field: disk_name(stringify!($req)) });
                        })*
                        if present != used {
                            return Err(stray(kind, &line));
                        }
                        Ok(Self::$kind {
                            $($req: match line.$req {
                                Some(form) => <$req_type as Field>::read(form, names),
                                None => return Err(LineError::Missing { kind, field: disk_name(stringify!($req)) }),
                            },)*
                            $($($opt: line.$opt.map(|form| <$opt_type as Field>::read(form, names)),)+)?
                        })
                    })+
                }
            }

            /// Writes the observation as a line, without a time.
            pub fn write(&self, names: &dyn Naming) -> Line<'static> {
                let mut line = Line { kind: Some(Text(Cow::Borrowed(self.kind().name()))), ..Line::default() };
                match *self {
                    $(Self::$kind { $($req,)* $($($opt,)+)? } => {
                        $(line.$req = Some($req.write(names));)*
                        $($(line.$opt = $opt.map(|value| value.write(names));)+)?
                    })+
                }
                line
            }
        }
    };
}

/// A field's name on disk: the name in code with hyphens, which only these have.
const fn disk_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        b"device_id" => "device-id",
        b"for_vendor" => "for-vendor",
        b"to_place" => "to-place",
        _ => name,
    }
}

fn stray(kind: Kind, line: &Line<'_>) -> LineError {
    let known = kind.description().fields;
    let field = line.present_names().into_iter().find(|name| known.iter().all(|f| f.name != *name));
    LineError::Stray {
        kind,
        field: field.unwrap_or("?"),
        known: known.iter().map(|f| f.name).collect::<Vec<_>>().join(", "),
    }
}

impl Kind {
    /// The documentation of this kind.
    #[expect(clippy::indexing_slicing, reason = "descriptions are declared kind by kind, in the same order")]
    pub fn description(self) -> &'static Description {
        &DESCRIPTIONS[self.index()]
    }
}

impl Observation {
    /// The person meant, if any.
    #[inline]
    pub fn person(&self) -> Option<Person> {
        self.first(Sort::Person).map(Person)
    }

    /// The sentence for people, with names in place of fields.
    pub fn sentence(&self, names: &dyn Naming) -> String {
        let line = serde_json::to_value(self.write(names)).unwrap_or_default();
        render(self.kind().description().sentence, &line)
    }
}

/// Puts values in the place of `{field}`, and says `[…]` and `[!{flag}…]` where they apply.
fn render(template: &str, line: &serde_json::Value) -> String {
    let mut said = String::new();
    let mut rest = template;
    while let Some(start) = rest.find(['{', '[']) {
        let (before, from) = rest.split_at(start);
        said.push_str(before);
        let (open, close) = if from.starts_with('[') { ('[', ']') } else { ('{', '}') };
        let Some((inside, after)) = from.trim_start_matches(open).split_once(close) else {
            said.push_str(from);
            return said;
        };
        rest = after;
        if open == '[' {
            let fields = inside.split('{').skip(1).filter_map(|part| part.split_once('}'));
            let mut set = fields
                .map(|(field, _)| line.get(field).is_some_and(|v| *v != serde_json::Value::Bool(false)));
            if let Some((_, words)) = inside.strip_prefix("!{").and_then(|inside| inside.split_once('}')) {
                if !set.any(|set| set) {
                    said.push_str(words);
                }
            } else if set.all(|set| set) {
                said.push_str(&render(inside, line).replace(" true", ""));
            }
        } else {
            said.push_str(&value(line.get(inside)));
        }
    }
    said.push_str(rest);
    said
}

fn value(value: Option<&serde_json::Value>) -> String {
    match value {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Array(items)) if items.is_empty() => "nothing".into(),
        Some(serde_json::Value::Array(items)) => {
            items.iter().filter_map(|i| i.as_str()).collect::<Vec<_>>().join(" and ")
        }
        Some(other) => other.to_string(),
        None => "?".into(),
    }
}

observations! {
    // ---- Facts of the world: they open a log, or change in its course.

    /// {person}[, a minor {minor},] lives[ in {place},] under a law that takes {law} for direct marketing.
    Resides "resides" { person: Person, law: Regime, minor: bool; place: Place }
    /// {other} is the guardian of {person}.
    GuardianOf "guardian-of" { person: Person, other: Person }
    /// A TV leaves the factory with {mac} and {device-id} as its pair.
    Manufactured "manufactured" { mac: Mac, device_id: DeviceId }
    /// {tv} carries {mac} and {device-id}.
    Carries "carries" { tv: Tv, mac: Mac, device_id: DeviceId }
    /// {by} takes part as {class}[ that works for the vendor {for-vendor}][, of kind {kinds}][, in the {sector} sector].
    Introduced "introduced" { by: Holder, class: Class, for_vendor: bool; kinds: Set<ProviderKind>, sector: Sector }
    /// {terms} come into force.
    TookEffect "took-effect" { terms: Terms }

    // ---- Use of the products.

    /// {person} opens the plugin on {phone}.
    Opened "opened" { person: Person, phone: Phone }
    /// {person} logs in on {phone}.
    LoggedIn "logged-in" { person: Person, phone: Phone }
    /// {person} logs out on {phone}.
    LoggedOut "logged-out" { person: Person, phone: Phone }
    /// {tv} is bound to {person}.
    Bound "bound" { tv: Tv, person: Person }
    /// {tv} is no longer bound to {person}.
    Unbound "unbound" { tv: Tv, person: Person }
    /// {tv} is shared with {person}.
    Shared "shared" { tv: Tv, person: Person }
    /// {tv} is no longer shared with {person}.
    Unshared "unshared" { tv: Tv, person: Person }
    /// {person} looks at the status of {tv} on {phone}.
    Viewed "viewed" { person: Person, phone: Phone, tv: Tv }

    // ---- Authenticity and the command path.

    /// The vendor checks {tv} by {mac} and {device-id}, and it [passes {passed}][!{passed}fails].
    Checked "checked" { tv: Tv, mac: Mac, device_id: DeviceId, passed: bool }
    /// {person} presses {key} for {tv} on {phone}, which is {command}.
    Pressed "pressed" { command: Command, person: Person, phone: Phone, tv: Tv, key: Key }
    /// {command} is sent on its way to {tv} by {route}.
    Transmitted "transmitted" { command: Command, tv: Tv, route: Route }
    /// {tv} executes {command} as {key}, which came by {route}.
    Executed "executed" { command: Command, tv: Tv, key: Key, route: Route }
    /// The plugin reports {command} as failed.
    Failed "failed" { command: Command }
    /// {command} is over: nothing of it is under way or awaited.
    Closed "closed" { command: Command }

    // ---- Data.

    /// {by} collects {category} of {person}[ and {other}] as {record}[ for {command}][ from {tv}][ under {terms}], {source}[, with {details}][, for {purpose}][ on the ground of {ground}].
    Collected "collected" { record: Record, person: Person, category: Category, by: Holder, source: Source; other: Person, command: Command, tv: Tv, ground: Ground, purpose: Purpose, details: Set<Detail>, terms: Terms }
    /// {by} uses {category} of {person} for {purpose}[ ({record})][ on the ground of {ground}].
    Used "used" { person: Person, category: Category, purpose: Purpose, by: Holder; record: Record, ground: Ground }
    /// {by} makes {category} of {person}[ and {other}] available to {to} for {purpose}[ ({record})][ under {contract}][ on the ground of {ground}].
    Disclosed "disclosed" { person: Person, category: Category, by: Holder, to: Holder, purpose: Purpose; other: Person, record: Record, contract: Contract, ground: Ground }
    /// A copy of {record} comes to lie with {to}[ in {place}].
    Copied "copied" { record: Record, to: Holder; place: Place }
    /// {by} purges its copy of {record}.
    Purged "purged" { record: Record, by: Holder }
    /// {by} strips {record} of what ties it to its subject[, in name only {attributable}].
    Deidentified "deidentified" { record: Record, by: Holder, attributable: bool }
    /// Keeping {record} no longer serves the purpose for which it was collected.
    PurposeEnded "purpose-ended" { record: Record }
    /// The vendor infers that keeping {record} serves no purpose.
    Inferred "inferred" { record: Record }
    /// A {ground} ground to keep {record} arises.
    GroundArose "ground-arose" { record: Record, ground: Ground }
    /// The {ground} ground to keep {record} ends.
    GroundEnded "ground-ended" { record: Record, ground: Ground }

    // ---- Bargains.

    /// {by} gives {worth} to {to} under {contract}.
    Paid "paid" { by: Holder, to: Holder, worth: Worth, contract: Contract }
    /// Aggregate figures about {amount} people go to {to}[ under {contract}].
    FiguresShared "figures-shared" { to: Holder, amount: u64; contract: Contract }
    /// {person} is told by {channel} of a change of ownership that brings {to} in[, for {purposes}][ (with the choices that there are: {good})].
    CorporateNotice "corporate-notice" { person: Person, to: Holder, channel: Channel; purposes: Set<Purpose>, good: bool }
    /// Custody of the data of {person} moves to {to}[ under {contract}].
    CustodyMoved "custody-moved" { person: Person, to: Holder; contract: Contract }

    // ---- Consent, acceptance and withdrawal.

    /// {by} [requires {mandatory}][!{mandatory}asks] {person} to let it {verbs} {categories}[ for {purpose}].
    Asked "asked" { person: Person, by: Holder, verbs: Set<Verb>, categories: Set<Category>, mandatory: bool; purpose: Purpose, class: Class, service: Service }
    /// {person} answers {answer} to {verbs} {categories}[ for {purpose}], in a {form} form.
    Answered "answered" { person: Person, verbs: Set<Verb>, categories: Set<Category>, answer: Answer, form: Form; purpose: Purpose, class: Class }
    /// {person} accepts {terms} by an express act.
    Accepted "accepted" { person: Person, terms: Terms }
    /// The vendor takes it that {person} has accepted {terms} by use.
    AcceptanceTaken "acceptance-taken" { person: Person, terms: Terms }
    /// {person} withdraws consent to {verbs} {categories} by {channel}, which is {request}.
    Withdrew "withdrew" { request: Request, person: Person, verbs: Set<Verb>, categories: Set<Category>, channel: Channel }
    /// {request}, a withdrawal, is processed.
    WithdrawalProcessed "withdrawal-processed" { request: Request }
    /// Law[ of {place}] demands to {verbs} {categories} of {person}[ to {to}], which is {request}.
    LawDemands "law-demands" { request: Request, person: Person, verbs: Set<Verb>, categories: Set<Category>; to: Holder, place: Place }
    /// Law[ of {place}] expressly allows to {verbs} {categories} of {person}[ to {to}], which is {request}.
    LawAllows "law-allows" { request: Request, person: Person, verbs: Set<Verb>, categories: Set<Category>; to: Holder, place: Place }
    /// Law[ of {place}] forbids to {verbs} {categories} of {person}[ towards {to-place}].
    LawForbids "law-forbids" { person: Person, verbs: Set<Verb>, categories: Set<Category>; place: Place, to_place: Place }
    /// {request}, a demand or an allowance of the law, ends.
    LawDemandEnded "law-demand-ended" { request: Request }

    // ---- Messages and marketing.

    /// {by} sends {person} a[ promotional {promotional}] {mail} message by {channel}[, at {address}][, for a product of {partner}].
    Messaged "messaged" { person: Person, by: Holder, mail: Mail, channel: Channel, promotional: bool; address: Address, partner: Holder }
    /// {person} ends direct marketing by {channel}.
    OptedOut "opted-out" { person: Person, channel: Channel }
    /// {person} asks by {channel} for no more {mail} e-mail.
    StoppedMail "stopped-mail" { person: Person, mail: Mail, channel: Channel }

    // ---- Minors.

    /// The vendor is told that {person} is a minor.
    AgeLearned "age-learned" { person: Person }
    /// {other} reports that {person}, a minor, gave data without prior approval, which is {request}.
    GuardianReported "guardian-reported" { request: Request, person: Person, other: Person }
    /// {other} approves that {person} gives {categories}.
    GuardianApproved "guardian-approved" { person: Person, other: Person, categories: Set<Category> }
    /// {person} is subscribed to {service}[ by renewal {renewal}].
    Subscribed "subscribed" { person: Person, service: Service, renewal: bool }
    /// The subscription of {person} to {service} is cancelled.
    SubscriptionEnded "subscription-ended" { person: Person, service: Service }

    // ---- Route, status and devices (families F03 to F05, F08).

    /// The plugin on {phone} chooses {route} for {tv} (on the same network: {good}).
    RouteChosen "route-chosen" { phone: Phone, tv: Tv, route: Route, good: bool }
    /// {tv} is switched (on: {good}).
    Powered "powered" { tv: Tv, good: bool }
    /// {tv} changes its network link (up: {good})[ together with {phone}].
    Networked "networked" { tv: Tv, good: bool; phone: Phone }
    /// {phone} changes its network link (on the local network of the TVs: {good}).
    PhoneNetworked "phone-networked" { phone: Phone, good: bool }
    /// {tv} reports its state number {amount}[: {details}].
    Reported "reported" { tv: Tv, amount: u64; details: Set<Detail> }
    /// {phone} shows {person} state number {amount} of {tv} (confirmed: {good})[, {age} ms old].
    Shown "shown" { phone: Phone, person: Person, tv: Tv, amount: u64, good: bool; age: u64 }
    /// {phone} shows {person} that the state of {tv} is unknown.
    ShownUnknown "shown-unknown" { phone: Phone, person: Person, tv: Tv }
    /// {person} submits {details} as feedback.
    FeedbackSubmitted "feedback-submitted" { person: Person, details: Set<Detail> }
    /// {person} asks for {service}.
    ServiceRequested "service-requested" { person: Person, service: Service }
    /// {person} is refused {service}: {reason}.
    ServiceDenied "service-denied" { person: Person, service: Service, reason: Reason; categories: Set<Category> }
    /// {person} declines to give {categories}.
    Declined "declined" { person: Person, categories: Set<Category> }
    /// {by} passes on data about a product (of the vendor's brand: {good}), {record}.
    EcosystemData "ecosystem-data" { record: Record, by: Holder, good: bool; person: Person }

    // ---- Recipients and contracts (families F10 to F12, F16, F32, F43).

    /// {to} signs {contract}[ with {by}], which meets the data law of {laws} and the rights of people in {rights}[, for {purposes}][, for {term} units of time].
    ContractSigned "contract-signed" { contract: Contract, to: Holder, laws: Set<Place>, rights: Set<Place>; by: Holder, purposes: Set<Purpose>, term: u64 }
    /// {contract} ends before its time, or without one.
    ContractEnded "contract-ended" { contract: Contract }
    /// {person} asks by {channel} that sharing stop.
    SharingStopped "sharing-stopped" { person: Person, channel: Channel }
    /// {record} is transferred from {place} to {to-place}[, for {to},] (with a safeguard: {good}).
    Transferred "transferred" { record: Record, place: Place, to_place: Place, good: bool; to: Holder }
    /// {person} moves to {place}.
    Moved "moved" { person: Person, place: Place; law: Regime }

    // ---- Web, cookies, advertisements and links (families F17 to F20).

    /// {by} sets a cookie, tag or script for {person} in {context}.
    CookieSet "cookie-set" { person: Person, by: Holder, context: Context }
    /// A web log line about {person} is written with {details} in {context}[ as {record}].
    LogWritten "log-written" { person: Person, details: Set<Detail>, context: Context; record: Record }
    /// {by} writes {details} to local storage of {person} in {context}.
    StorageWritten "storage-written" { person: Person, by: Holder, details: Set<Detail>, context: Context }
    /// {person} clears local storage.
    StorageCleared "storage-cleared" { person: Person }
    /// {by} gives the vendor a report on {amount} people.
    ReportReceived "report-received" { by: Holder, amount: u64; person: Person }
    /// {record} is linked with {with}.
    Linked "linked" { record: Record, with: Record }
    /// {by} shows {person} an advertisement in {context}[, chosen by interest {carries}].
    AdServed "ad-served" { person: Person, by: Holder, context: Context, carries: bool; category: Category }
    /// {person} opts out of interest-based advertisements by {channel}.
    AdOptedOut "ad-opted-out" { person: Person, channel: Channel }
    /// {person} opts in to interest-based advertisements again.
    AdOptedIn "ad-opted-in" { person: Person }

    // ---- Safety of what is kept (families F21 to F25).

    /// {record} is stored with {to}[ in {place}] (on a safe server in a controlled facility: {good}).
    Stored "stored" { record: Record, to: Holder, good: bool; place: Place }
    /// {record} is classified as {level}.
    Classified "classified" { record: Record, level: Level }
    /// {staff} takes up work with {record} for {purpose} (bound to secrecy: {good})[ (authorised: {passed})].
    Accessed "accessed" { record: Record, staff: Staff, purpose: Purpose, good: bool; by: Holder, passed: bool }
    /// {staff} is bound to secrecy.
    BoundToSecrecy "bound-to-secrecy" { staff: Staff }
    /// {staff} is no longer engaged.
    Dismissed "dismissed" { staff: Staff }
    /// The vendor notices that {staff} broke secrecy[, working for {by}].
    BreachNoticed "breach-noticed" { staff: Staff; by: Holder }
    /// {staff}[ of {by}] is disciplined, or the cooperation is ended.
    Sanctioned "sanctioned" { staff: Staff; by: Holder }
    /// A {review} review takes place (complete: {good}).
    Reviewed "reviewed" { review: Review, good: bool }

    // ---- Phone features (family F27).

    /// {person} lets the plugin on {phone} read phone features.
    PermissionGranted "permission-granted" { person: Person, phone: Phone }
    /// {person} revokes that permission on {phone} by {channel}.
    PermissionRevoked "permission-revoked" { person: Person, phone: Phone, channel: Channel }
    /// The plugin on {phone} reads a phone feature of {person}.
    FeatureRead "feature-read" { person: Person, phone: Phone }

    // ---- Requests and mail (families F28, F29, F42).

    /// {other} sends {request} by {channel} about the data of {person}: {asks}.
    RequestMade "request-made" { request: Request, person: Person, other: Person, asks: RequestKind, channel: Channel }
    /// {request} reaches the desk that serves {asks}.
    RequestRouted "request-routed" { request: Request, asks: RequestKind }
    /// The vendor asks for more information to serve {request}[: {categories}].
    MoreAsked "more-asked" { request: Request; categories: Set<Category> }
    /// The sender of {request} proves to be its subject (passed: {passed}).
    IdentityProved "identity-proved" { request: Request, passed: bool }
    /// {request} is answered (complete: {good})[ with {categories}][ of {person}].
    RequestAnswered "request-answered" { request: Request, good: bool; categories: Set<Category>, person: Person }
    /// A fee of {amount} is charged for {request}.
    FeeCharged "fee-charged" { request: Request, amount: u64 }
    /// {record} is corrected with {to}[ for {request}].
    Corrected "corrected" { record: Record, to: Holder; request: Request }
    /// The sender of {request} supplies more information[: {categories}].
    InformationSupplied "information-supplied" { request: Request; categories: Set<Category> }
    /// {person} looks at account details by {channel} (in a session: {good}).
    AccountViewed "account-viewed" { person: Person, channel: Channel, good: bool }
    /// {person} changes account details by {channel} (in a session: {good}).
    AccountEdited "account-edited" { person: Person, channel: Channel, good: bool }

    // ---- The policy itself and third parties (families F34, F37 to F41).

    /// {terms} are published[: new {categories}][ for {purpose}][ to {class}][, with a data centre in {place}][, to take effect in {effective} units of time].
    Published "published" { terms: Terms; categories: Set<Category>, purpose: Purpose, class: Class, place: Place, effective: u64 }
    /// {person} is told of {terms} by {channel} (with what changes and when: {good})[, to take effect in {effective} units of time][, at {address}].
    Notified "notified" { person: Person, terms: Terms, channel: Channel, good: bool; effective: u64, address: Address }
    /// {person} reads the policy page.
    PolicyRead "policy-read" { person: Person }
    /// {person} accepts a user agreement[ that overrides limits on {verbs}][ of {categories}][ for {purpose}].
    AgreementAccepted "agreement-accepted" { person: Person; verbs: Set<Verb>, categories: Set<Category>, purpose: Purpose }
    /// {person} uses an embedded part or a link of {by} (personal information goes along: {carries}).
    PartUsed "part-used" { person: Person, by: Holder, carries: bool }
    /// {by} itself gathers [{category} ]data of {person}.
    ThirdPartyCollected "third-party-collected" { person: Person, by: Holder; category: Category }
    /// A message about {person}[ ({command})][ for {tv}] meets an adversary: {attack}.
    Attacked "attacked" { person: Person, attack: Attack; command: Command, tv: Tv }
    /// {person} lets {other} know a password.
    CredentialShared "credential-shared" { person: Person, other: Person }
    /// {other} acts with the account of {person} without permission.
    Intruded "intruded" { person: Person, other: Person }
    /// {person} becomes aware of an incident[ caused by {other}].
    BecameAware "became-aware" { person: Person; other: Person }
    /// An incident about {person} is laid at the door of the {blame}.
    Blamed "blamed" { person: Person, blame: Blame }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_observation_is_small() {
        assert!(size_of::<Observation>() <= 72, "{}", size_of::<Observation>());
    }

    #[test]
    fn flags_decide_what_is_said() {
        let names = crate::Names::default();
        let (tv, mac, device_id) = (Tv(0), Mac(0), DeviceId(0));
        let checked = |passed| Observation::Checked { tv, mac, device_id, passed }.sentence(&names);
        assert!(checked(true).ends_with("and it passes."), "{}", checked(true));
        assert!(checked(false).ends_with("and it fails."), "{}", checked(false));
        let message = |promotional| {
            let (person, by, mail, channel) = (Person(0), Holder::VENDOR, Mail::Newsletter, Channel::Email);
            let (address, partner) = (None, None);
            Observation::Messaged { person, by, mail, channel, promotional, address, partner }
                .sentence(&names)
        };
        assert!(message(true).contains(" a promotional newsletter message"), "{}", message(true));
        assert!(message(false).contains(" a newsletter message"), "{}", message(false));
    }

    #[test]
    fn kinds_fit_a_set_of_128() {
        assert!(Kind::ALL.len() <= 120, "{}", Kind::ALL.len());
    }

    #[test]
    fn sentences_name_only_fields_that_the_kind_has() {
        for description in DESCRIPTIONS {
            for part in description.sentence.split('{').skip(1) {
                let field = part.split('}').next().unwrap();
                assert!(description.fields.iter().any(|f| f.name == field), "{}: {field}", description.kind);
            }
        }
    }
}
