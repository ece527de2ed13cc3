//! `jurisdictions`: what is known on a day, what is not, and what is no day.

use super::Desk;

#[test]
fn what_is_known_hangs_on_the_day() {
    let desk = Desk::new();
    let ran = desk.run(&["jurisdictions"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with("What is known of the law of the six places on 2019-10-01."), "{}", ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 110), "{}", ran.out);
    // The time for an answer in Russia changed on this day.
    let days = |date| {
        let report = desk.json(&["jurisdictions", "--date", date]);
        assert_eq!(report["schema"], "vouchsafe.jurisdictions/1");
        let places = report["places"].as_array().expect("places").clone();
        assert_eq!(places.len(), 6);
        let russia = places.into_iter().find(|place| place["place"] == "russia").expect("Russia");
        let figures = russia["figures"].as_array().expect("figures").clone();
        figures.into_iter().find(|it| it["what"] == "subject-request").expect("a figure")["value"].clone()
    };
    assert_eq!(days("2022-08-31"), serde_json::json!({ "days": 30 }));
    assert_eq!(days("2022-09-01"), serde_json::json!({ "working-days": 10 }));
}

#[test]
fn what_is_no_day_is_refused() {
    let ran = Desk::new().run(&["jurisdictions", "--date", "2019-13-01"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(
        ran.err.contains("`2019-13-01` is no day; a day is written as year, month and day"),
        "{}",
        ran.err
    );
}
