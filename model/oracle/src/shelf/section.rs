//! Sections of the books: what a step has written, coarsely enough to see who shares a book.

use super::Arrays;

/// A section of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The terms in force and the factory's register.
    World,
    /// A person's use of products and acceptance of terms.
    Use,
    /// A person's answers and withdrawals.
    Consent,
    /// A person's answers to direct marketing, and what they stopped.
    Marketing,
    /// What a person's age and guardians brought about.
    Minors,
    /// TVs.
    Tvs,
    /// About whom TVs have told something.
    Tellings,
    /// Commands.
    Commands,
    /// Records.
    Records,
    /// Requests.
    Requests,
    /// Whether a person has a case with support.
    Support,
    /// Messages that ask something of the vendor.
    Inquiries,
    /// What people declined to give.
    Declined,
    /// With whom people want nothing shared any more.
    Stops,
    /// Incidents of people.
    Incidents,
    /// What people asked by mail to have limited.
    Wishes,
    /// Bargains.
    Contracts,
    /// Recipients.
    Recipients,
    /// What a person agreed to share, and what has gone where.
    Sharing,
    /// Phones, and what people permit on them.
    Phones,
    /// User agreements.
    Agreements,
    /// Reviews.
    Reviews,
    /// What people were told of a change of ownership.
    Successions,
    /// Versions of the terms.
    Terms,
    /// What people handed over as feedback.
    Feedback,
    /// What laws forbid.
    Statutes,
    /// Where records lie safely, and their classes.
    Storage,
    /// In which places copies lie.
    Places,
    /// Members of staff.
    Staff,
    /// What people chose about advertisements.
    Web,
    /// Whose parts people used, and who gathered data itself.
    Parts,
    /// Of what brand the products are that ecosystem companies passed data on about.
    Brands,
    /// Links between records.
    Links,
    /// Figures that recipients were given.
    Figures,
}

impl Arrays {
    /// The sections in which the books after a step differ from those before it. Clocks that age with time alone
    /// count as written: leave ticks out.
    pub fn written(&self, after: &Self) -> Vec<Section> {
        let mut written = Vec::new();
        let mut note = |section: Section, same: bool| {
            if !same && !written.contains(&section) {
                written.push(section);
            }
        };
        note(Section::World, self.world == after.world);
        for (one, other) in self.people.iter().zip(after.people.iter()) {
            note(
                Section::Use,
                (one.used_product, one.used_in_epoch, one.accepted)
                    == (other.used_product, other.used_in_epoch, other.accepted),
            );
            note(
                Section::Consent,
                (
                    one.agreed_to_collect,
                    one.refused,
                    one.barred,
                    one.barred_and_used,
                    one.withdrew,
                    one.returned,
                ) == (
                    other.agreed_to_collect,
                    other.refused,
                    other.barred,
                    other.barred_and_used,
                    other.withdrew,
                    other.returned,
                ),
            );
            note(
                Section::Marketing,
                (one.asked_marketing, one.marketing, one.opted_out, one.came_back, one.stopped_mail)
                    == (
                        other.asked_marketing,
                        other.marketing,
                        other.opted_out,
                        other.came_back,
                        other.stopped_mail,
                    ),
            );
            note(
                Section::Minors,
                (one.told, one.reported, one.removal, one.approved, one.subscriptions)
                    == (other.told, other.reported, other.removal, other.approved, other.subscriptions),
            );
        }
        for (one, other) in self.people.iter().zip(after.people.iter()) {
            note(
                Section::Sharing,
                (one.answers, one.reached, one.requested, one.fed_back)
                    == (other.answers, other.reached, other.requested, other.fed_back),
            );
            note(Section::Support, one.support == other.support);
            note(Section::Phones, (one.permits, one.revoked) == (other.permits, other.revoked));
        }
        note(Section::Feedback, self.feedbacks == after.feedbacks);
        note(Section::Statutes, self.statutes == after.statutes);
        for (one, other) in self.storages.iter().zip(after.storages.iter()) {
            note(
                Section::Storage,
                (one.level, one.stripped, one.classify) == (other.level, other.stripped, other.classify),
            );
            note(Section::Places, (one.lies, one.bound) == (other.lies, other.bound));
        }
        note(Section::Staff, self.staff == after.staff);
        for (one, other) in self.limits.iter().zip(after.limits.iter()) {
            note(Section::Declined, one.declined == other.declined);
            note(Section::Stops, one.asked == other.asked && one.stops().eq(other.stops()));
        }
        note(Section::Incidents, self.incidents == after.incidents);
        note(Section::Wishes, self.wishes == after.wishes);
        note(Section::Phones, self.phones == after.phones);
        note(Section::Tvs, self.tvs == after.tvs);
        note(Section::Tellings, self.tellings == after.tellings);
        note(Section::Commands, self.commands == after.commands);
        note(Section::Records, self.records == after.records);
        note(Section::Requests, self.requests == after.requests);
        note(Section::Inquiries, self.inquiries == after.inquiries);
        note(Section::Contracts, self.contracts == after.contracts);
        note(Section::Agreements, self.agreements == after.agreements);
        note(Section::Reviews, self.reviews == after.reviews);
        note(Section::Successions, self.successions == after.successions);
        note(Section::Terms, self.versions == after.versions);
        note(Section::Recipients, self.recipients == after.recipients);
        for (one, other) in self.web.iter().zip(after.web.iter()) {
            note(
                Section::Web,
                (one.ads_off, one.ad_stop, one.ads_back) == (other.ads_off, other.ad_stop, other.ads_back),
            );
            note(Section::Parts, (one.parts_used, one.gathered_by) == (other.parts_used, other.gathered_by));
            note(Section::Links, one.ip_logged == other.ip_logged);
        }
        for (one, other) in self.linked.iter().zip(after.linked.iter()) {
            note(Section::Links, (one.line, one.gone, one.with) == (other.line, other.gone, other.with));
            note(Section::Brands, one.vendor_brand == other.vendor_brand);
        }
        note(Section::Figures, self.figures == after.figures);
        written
    }
}
