//! One line of a trace file: every field that any observation has, each optional.
//!
//! One wide struct reads twice as fast as a tagged enum; which fields a kind needs is checked when the line
//! is turned into an [`Observation`](crate::Observation).

use crate::data::*;
use crate::ids::*;
use crate::party::*;
use crate::words::{Set, Word};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fmt;

/// A string that is borrowed from the line where the line allows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text<'a>(pub Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Text<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A type that a field of an observation can have.
pub trait Field<'a>: Copy {
    /// Its form in a [`Line`].
    type Form;
    /// Reads the form.
    fn read(form: Self::Form, names: &mut dyn Naming) -> Self;
    /// Writes the form.
    fn write(self, names: &dyn Naming) -> Self::Form;
}

/// What every field type can do, optional or not.
pub trait Atom: Copy {
    /// The same with every id replaced.
    #[must_use]
    fn mapped(self, _: &mut dyn FnMut(Sort, u32) -> u32) -> Self {
        self
    }
    /// The id, when this is one of that sort.
    #[inline]
    fn id_of(self, _: Sort) -> Option<u32> {
        None
    }
    /// The JSON Schema of the field.
    fn schema() -> Value;
}

impl<T: Atom> Atom for Option<T> {
    fn mapped(self, f: &mut dyn FnMut(Sort, u32) -> u32) -> Self {
        self.map(|value| value.mapped(f))
    }
    #[inline]
    fn id_of(self, sort: Sort) -> Option<u32> {
        self.and_then(|value| value.id_of(sort))
    }
    fn schema() -> Value {
        T::schema()
    }
}

macro_rules! id_atoms {
    ($($name:ident)+) => {$(
        impl<'a> Field<'a> for $name {
            type Form = Text<'a>;
            fn read(form: Text<'a>, names: &mut dyn Naming) -> Self {
                Self(names.id(Self::SORT, &form.0))
            }
            fn write(self, names: &dyn Naming) -> Text<'a> {
                let mut name = String::new();
                names.name(Self::SORT, self.0, &mut name);
                Text(Cow::Owned(name))
            }
        }
        impl Atom for $name {
            fn mapped(self, f: &mut dyn FnMut(Sort, u32) -> u32) -> Self {
                Self(f(Self::SORT, self.0))
            }
            #[inline]
            fn id_of(self, sort: Sort) -> Option<u32> {
                (sort as u8 == Self::SORT as u8).then_some(self.0)
            }
            fn schema() -> Value {
                json!({ "type": "string", "minLength": 1 })
            }
        }
    )+};
}
id_atoms! { Person Phone Tv Holder Command Record Request Contract Mac DeviceId Staff Terms }

macro_rules! value_atoms {
    ($($name:ty => $schema:expr;)+) => {$(
        impl<'a> Field<'a> for $name {
            type Form = Self;
            fn read(form: Self, _: &mut dyn Naming) -> Self {
                form
            }
            fn write(self, _: &dyn Naming) -> Self {
                self
            }
        }
        impl Atom for $name {
            fn schema() -> Value {
                $schema
            }
        }
    )+};
}

fn names<W: Word>() -> Value {
    json!({ "enum": W::ALL.iter().map(|word| word.name()).collect::<Vec<_>>() })
}

macro_rules! word_atoms {
    ($($name:ident)+) => { value_atoms! { $($name => names::<$name>();)+ } };
}
word_atoms! {
    Class Regime Channel Route Key Service Context Place Category Purpose Source Ground Answer Form Mail Worth
    Level RequestKind Reason Review Attack Blame Address Sector
}
value_atoms! {
    Set<Category> => json!({ "type": "array", "items": names::<Category>() });
    Set<Verb> => json!({ "type": "array", "items": names::<Verb>() });
    Set<Detail> => json!({ "type": "array", "items": names::<Detail>() });
    Set<ProviderKind> => json!({ "type": "array", "items": names::<ProviderKind>() });
    Set<Place> => json!({ "type": "array", "items": names::<Place>() });
    Set<Purpose> => json!({ "type": "array", "items": names::<Purpose>() });
    bool => json!({ "type": "boolean" });
    u64 => json!({ "type": "integer", "minimum": 0 });
}

/// Declares the wide line: fields that hold ids, and fields that hold values.
macro_rules! line {
    (ids { $($(#[doc = $id_doc:literal])+ $id:ident $id_name:literal: $id_type:ident,)+ }
     values { $($(#[doc = $value_doc:literal])+ $value:ident $value_name:literal: $value_type:ty,)+ }) => {
        /// One line of a trace file.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields, bound = "")]
        pub struct Line<'a> {
            /// When it happened, in milliseconds since the start of the log.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub at: Option<u64>,
            /// An input that the system was given, in place of an observation.
            #[serde(rename = "do", borrow, skip_serializing_if = "Option::is_none")]
            pub input: Option<Text<'a>>,
            /// A mark between observations, in place of one.
            #[serde(borrow, skip_serializing_if = "Option::is_none")]
            pub mark: Option<Text<'a>>,
            /// The kind of observation.
            #[serde(borrow, skip_serializing_if = "Option::is_none")]
            pub kind: Option<Text<'a>>,
            $($(#[doc = $id_doc])+ #[serde(rename = $id_name, borrow, skip_serializing_if = "Option::is_none")] pub $id: Option<Text<'a>>,)+
            $($(#[doc = $value_doc])+ #[serde(rename = $value_name, skip_serializing_if = "Option::is_none")] pub $value: Option<$value_type>,)+
        }

        impl Line<'_> {
            /// How many fields are there besides `at`, `do`, `mark` and `kind`.
            pub(crate) fn present(&self) -> usize {
                0 $(+ usize::from(self.$id.is_some()))+ $(+ usize::from(self.$value.is_some()))+
            }
            /// The first field in which a name is empty.
            pub(crate) fn empty_name(&self) -> Option<&'static str> {
                $(if self.$id.as_ref().is_some_and(|name| name.0.is_empty()) { return Some($id_name); })+
                None
            }
            /// The names of those fields.
            pub(crate) fn present_names(&self) -> Vec<&'static str> {
                let mut names = Vec::new();
                $(if self.$id.is_some() { names.push($id_name); })+
                $(if self.$value.is_some() { names.push($value_name); })+
                names
            }
        }

        /// Every field: its name on disk, what it means, and its JSON Schema.
        pub fn fields() -> Vec<(&'static str, &'static str, Value)> {
            vec![
                $(($id_name, concat!($($id_doc),+).trim_ascii(), <$id_type as Atom>::schema()),)+
                $(($value_name, concat!($($value_doc),+).trim_ascii(), <$value_type as Atom>::schema()),)+
            ]
        }
    };
}

line! {
    ids {
        /// The person meant: the data subject, the presser, the one asked.
        person "person": Person,
        /// A second person: a guardian, a co-user, an asker, a further subject of the same data.
        other "other": Person,
        /// The phone.
        phone "phone": Phone,
        /// The TV.
        tv "tv": Tv,
        /// Who acts: the vendor or a recipient.
        by "by": Holder,
        /// Who gets something.
        to "to": Holder,
        /// Whose product is promoted.
        partner "partner": Holder,
        /// The key press.
        command "command": Command,
        /// The item of data.
        record "record": Record,
        /// A second item of data.
        with "with": Record,
        /// The request.
        request "request": Request,
        /// The bargain.
        contract "contract": Contract,
        /// The factory MAC address.
        mac "mac": Mac,
        /// The device ID.
        device_id "device-id": DeviceId,
        /// The member of staff or agent.
        staff "staff": Staff,
        /// The version of the policy.
        terms "terms": Terms,
    }
    values {
        /// The category of data.
        category "category": Category,
        /// Categories of data.
        categories "categories": Set<Category>,
        /// What is done, or may be done, with the data.
        verbs "verbs": Set<Verb>,
        /// The purpose, judged by the effect.
        purpose "purpose": Purpose,
        /// Purposes that a contract names.
        purposes "purposes": Set<Purpose>,
        /// Single fields of a record.
        details "details": Set<Detail>,
        /// The key of the remote control.
        key "key": Key,
        /// The route of a command.
        route "route": Route,
        /// What the person said.
        answer "answer": Answer,
        /// The form of question and answer.
        form "form": Form,
        /// What the person's law asks for direct marketing.
        law "law": Regime,
        /// What a recipient is to the vendor.
        class "class": Class,
        /// What a provider does for the vendor.
        kinds "kinds": Set<ProviderKind>,
        /// The sector of an affiliate.
        sector "sector": Sector,
        /// Where a datum came from.
        source "source": Source,
        /// The ground that takes the place of consent, or that justifies keeping.
        ground "ground": Ground,
        /// The kind of message.
        mail "mail": Mail,
        /// The way a message takes.
        channel "channel": Channel,
        /// The form in which value passes.
        worth "worth": Worth,
        /// The service.
        service "service": Service,
        /// Where the person is.
        context "context": Context,
        /// Why a service was refused.
        reason "reason": Reason,
        /// What a review covered.
        review "review": Review,
        /// What an adversary did.
        attack "attack": Attack,
        /// Who is at fault.
        blame "blame": Blame,
        /// How sensitive a record is.
        level "level": Level,
        /// A place.
        place "place": Place,
        /// The place that something goes to.
        to_place "to-place": Place,
        /// Places whose data law a contract meets.
        laws "laws": Set<Place>,
        /// Places the rights of whose people a contract secures.
        rights "rights": Set<Place>,
        /// The kind of request.
        asks "asks": RequestKind,
        /// Whether a check succeeded.
        passed "passed": bool,
        /// Whether the person must answer to go on.
        mandatory "mandatory": bool,
        /// Whether a message promotes something.
        promotional "promotional": bool,
        /// Whether the data can still be tied to its subject.
        attributable "attributable": bool,
        /// Whether a recipient works for the vendor.
        for_vendor "for-vendor": bool,
        /// Whether the person is a minor.
        minor "minor": bool,
        /// Whether a subscription goes on by itself.
        renewal "renewal": bool,
        /// Whether something is on, up, safe, confirmed or complete.
        good "good": bool,
        /// Whether personal information goes along.
        carries "carries": bool,
        /// Which address a message goes to.
        address "address": Address,
        /// A size, amount or version number.
        amount "amount": u64,
        /// When something takes effect, in milliseconds since the start.
        effective "effective": u64,
        /// How old something is, in milliseconds.
        age "age": u64,
        /// For how long a contract is valid, in units of the rules, counted as deadlines are.
        term "term": u64,
    }
}
