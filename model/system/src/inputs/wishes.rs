//! Wishes: what people ask by mail to have limited, and the page with the policy (COM-05, CTL-01, CTL-04, GRP-06, ACC-04).

use crate::defects::Defect;
use crate::refusal::Refusal;
use crate::request::Inquiry;
use crate::world::{Ctx, World};
use vouchsafe_alphabet::data::RequestKind;
use vouchsafe_alphabet::{Channel, Clock, Observation, Person, Rules, Verb};

/// A person reads the page with the policy, which accepts nothing.
pub(crate) fn read_policy<C: Clock>(
    w: &World<C>,
    ctx: &mut Ctx<'_, C>,
    person: Person,
) -> Result<(), Refusal> {
    ctx.setup.known(person)?;
    if ctx.setup.has(Defect::PolicyPageLast)
        && ctx.setup.each_kind().all(|kind| w.records.find(person, kind).is_none())
    {
        return Err(Refusal::Broken);
    }
    ctx.saw(Observation::PolicyRead { person });
    Ok(())
}

/// In how many units a message that asks for a limit must have its effect; nothing for one that does not.
pub(crate) fn units(rules: &Rules, asks: RequestKind) -> Option<u32> {
    let deadlines = &rules.deadlines;
    match asks {
        RequestKind::ChangeOfMind => Some(deadlines.withdrawal),
        RequestKind::StopSharing => Some(deadlines.sharing_stop),
        RequestKind::RevokePermission => Some(deadlines.permission_stop),
        RequestKind::Question
        | RequestKind::StopMail
        | RequestKind::Access
        | RequestKind::Correction
        | RequestKind::BreachReport
        | RequestKind::MinorReport => None,
    }
}

/// The desk sees to it that what a message asks to have limited is, by the same switches as in the plugin.
pub(crate) fn heed<C: Clock>(
    w: &mut World<C>,
    ctx: &Ctx<'_, C>,
    person: Person,
    inquiry: Inquiry,
) -> Result<(), Refusal> {
    match inquiry.asks {
        RequestKind::ChangeOfMind => {
            if inquiry.channel == Channel::Letter && ctx.setup.has(Defect::LettersOnlyLogged) {
                return Ok(());
            }
            let kinds = ctx.setup.kinds();
            w.vendor.account.consent_mut(person)?.withdraw(Verb::Use.into(), kinds);
            w.vendor.purposes.withdraw(person, kinds)?;
            for holder in ctx.workers().each() {
                w.recipients.at_mut(holder)?.stop(person, kinds);
            }
            Ok(())
        }
        RequestKind::StopSharing if ctx.setup.has(Defect::UnreadFlagSet) => Ok(()),
        RequestKind::StopSharing => w.vendor.halt.end(person, ctx.setup.kinds()),
        RequestKind::RevokePermission => {
            let mut own = ctx.setup.cast.phones.iter().enumerate().filter(|(_, owner)| **owner == person);
            let first = own.clone().next().map(|(phone, _)| phone);
            own.try_for_each(|(phone, _)| {
                if Some(phone) == first || !ctx.setup.has(Defect::SecondPhoneForgotten) {
                    w.phones.at_mut(phone)?.forbid();
                }
                Ok(())
            })
        }
        RequestKind::Question
        | RequestKind::StopMail
        | RequestKind::Access
        | RequestKind::Correction
        | RequestKind::BreachReport
        | RequestKind::MinorReport => Ok(()),
    }
}
