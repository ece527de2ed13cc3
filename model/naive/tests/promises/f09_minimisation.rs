//! F09 on small logs.

use crate::logs::*;

const F09: &str = "F09.only-the-needed-is-required";

fn asks(
    mandatory: bool,
    category: Category,
    service: Option<Service>,
    purpose: Option<Purpose>,
) -> Observation {
    Asked {
        person: ANN,
        by: VENDOR,
        verbs: Verb::Collect.into(),
        categories: category.into(),
        mandatory,
        purpose,
        class: None,
        service,
    }
}

#[test]
fn what_is_required_is_needed_for_the_service() {
    let control = Some(Service::Control);
    let requires = |category, service| [(0, asks(true, category, service, None))];
    assert_eq!(broken(F09, &rules(), &requires(Category::DeviceInfo, control)), NONE);
    assert_eq!(broken(F09, &rules(), &requires(Category::OperationsInfo, control)), ["needed@0"]);
    assert_eq!(broken(F09, &rules(), &requires(Category::OperationsInfo, Some(Service::Status))), NONE);
    assert_eq!(broken(F09, &rules(), &requires(Category::Purchase, None)), NONE, "content needs it");
    assert_eq!(broken(F09, &rules(), &requires(Category::AdProfile, None)), ["needed@0"]);
    let asked = [(0, asks(false, Category::OperationsInfo, control, None))];
    assert_eq!(broken(F09, &rules(), &asked), NONE);
    assert_eq!(reached(F09, &rules(), &asked), ["other-asked"]);
    assert_eq!(reached(F09, &rules(), &requires(Category::DeviceInfo, control)), ["needed-required"]);
}

#[test]
fn it_is_required_to_deliver_services() {
    let requires = |purpose| [(0, asks(true, STATUS, Some(Service::Status), Some(purpose)))];
    assert_eq!(broken(F09, &rules(), &requires(Purpose::StatusDisplay)), NONE);
    assert_eq!(broken(F09, &rules(), &requires(Purpose::Statistics)), ["to-deliver@0"]);
    let under_law = |verb| {
        let requires = asks(true, STATUS, Some(Service::Control), Some(Purpose::Statistics));
        [(0, law_demands(1, verb)), (1, requires)]
    };
    assert_eq!(broken(F09, &rules(), &under_law(Verb::Collect)), NONE);
    assert_eq!(broken(F09, &rules(), &under_law(Verb::Use)), ["needed@1", "to-deliver@1"]);
}

#[test]
fn other_hands_are_no_concern() {
    let Asked { person, verbs, categories, .. } = asks(true, Category::AdProfile, None, None) else {
        unreachable!("it is a question")
    };
    let outside = Asked {
        person,
        by: OTHER,
        verbs,
        categories,
        mandatory: true,
        purpose: None,
        class: None,
        service: None,
    };
    assert!(!triggered(F09, &rules(), &[(0, outside)]));
}
