//! The parties as pure machines: users, phones, TVs, the vendor's services and recipients.
