//! A published agenda of 45 items in three sittings on two days, run at speed with overruns: the report against one that
//! is reckoned here from the presses alone.

use crate::fixture_dice::Dice;
use crate::rundown_example::run;
use serde_json::{Value, json};

const AGENDA: &str = include_str!("../data/agenda-45-items.json");
const DAY_MS: i64 = 86_400_000;

fn lines(input: &Value) -> (bool, Vec<Value>) {
    let mut output = Vec::new();
    let clean = run(&input.to_string(), &mut output).unwrap();
    let text = String::from_utf8(output).unwrap();
    (clean, text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn clock(milliseconds: i64) -> String {
    let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000);
    let time = format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { time } else { format!("{time}.{rest:03}") }
}

/// Where each item is planned to begin, from the times that were published.
fn planned(items: &[Value]) -> Vec<i64> {
    let (mut day, mut before) = (0, 0);
    let mut starts = Vec::new();
    for item in items {
        let (hours, minutes) = item["start"].as_str().unwrap().split_once(':').unwrap();
        let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
        if day + minutes * 60_000 < before {
            day += DAY_MS;
        }
        before = day + minutes * 60_000;
        starts.push(before);
    }
    starts
}

/// Presses by chance, and what they make of each item: begun, ended, milliseconds used.
fn pressed(items: &[Value], starts: &[i64], seed: u64) -> (Vec<Value>, Vec<(i64, i64, i64)>) {
    let mut dice = Dice::new(seed);
    let mut below = |most: usize| i64::try_from(dice.below(most)).unwrap();
    let mut presses = Vec::new();
    let mut rows = Vec::new();
    let (mut now, mut rested) = (starts[0] + below(240_000), false);
    for (index, item) in items.iter().enumerate() {
        let minutes = item["minutes"].as_i64().unwrap();
        let ends = index + 1 == items.len() || starts[index + 1] > starts[index] + minutes * 60_000;
        if rested {
            now = now.max(starts[index]);
        }
        rested = ends;
        let begun = now;
        presses.push(json!({"at": now, "press": "begin", "item": index + 1}));
        let used = (minutes * 60_000 + below(420_000) - 120_000).max(1);
        // Now and then the clock stands still within the item.
        let stood = if below(5) == 0 { below(300_000) } else { 0 };
        if stood > 0 {
            let half = used / 2;
            presses.push(json!({"at": now + half, "press": "pause"}));
            presses.push(json!({"at": now + half + stood, "press": "resume"}));
        }
        now += used + stood;
        if below(6) == 0 {
            presses.push(json!({"at": now - 1, "press": "extend", "minutes": 2}));
        }
        if ends {
            let press = if index + 1 == items.len() { "close" } else { "end" };
            presses.push(json!({"at": now, "press": press}));
        }
        rows.push((begun, now, used));
    }
    (presses, rows)
}

#[test]
fn the_report_of_45_items_is_what_was_pressed() {
    let agenda: Value = serde_json::from_str(AGENDA).unwrap();
    let items = agenda["items"].as_array().unwrap();
    let starts = planned(items);
    assert_eq!((items.len(), clock(starts[44])), (45, "41:10:00".to_owned()));
    for seed in 0..40 {
        let (presses, rows) = pressed(items, &starts, seed);
        let input = json!({"agenda": agenda, "presses": presses, "report": true});
        let (clean, lines) = lines(&input);
        assert!(clean, "{:?}", lines.first());
        let report = &lines.last().unwrap()["report"];
        assert_eq!(report["rows"].as_array().unwrap().len(), 45);
        for (index, (begun, ended, used)) in rows.iter().enumerate() {
            let row = &report["rows"][index];
            let minutes = items[index]["minutes"].as_i64().unwrap();
            assert_eq!(row["title"], items[index]["title"]);
            assert_eq!(row["planned"], clock(starts[index]), "{index}");
            assert_eq!(row["minutes"], minutes);
            assert_eq!(
                (&row["begun"], &row["ended"]),
                (&json!(clock(*begun)), &json!(clock(*ended))),
                "{index}"
            );
            assert_eq!(row["used_ms"], *used, "{index}");
            assert_eq!(row["over_ms"], used - minutes * 60_000, "{index}");
            assert_eq!(row["course"], "past");
        }
        let sum: i64 = rows.iter().map(|(_, _, used)| used).sum();
        assert_eq!((&report["used_ms"], &report["planned_ms"]), (&json!(sum), &json!(705 * 60_000)));
        assert_eq!(
            (&report["begun"], &report["closed"]),
            (&json!(clock(rows[0].0)), &json!(clock(rows[44].1)))
        );
        assert_eq!(report["planned_end"], clock(starts[44] + 300_000));
    }
}

#[test]
fn readings_on_the_way() {
    let agenda: Value = serde_json::from_str(AGENDA).unwrap();
    let input = json!({
        "agenda": agenda,
        "presses": [
            {"at": "14:03", "press": "begin"},
            {"at": "14:20", "press": "next"},
            {"at": "14:21", "press": "earlier", "seconds": 90},
            {"at": "14:22", "press": "pause"},
            {"at": "14:24", "press": "resume"},
            {"at": "14:40", "press": "make_up"},
            {"at": "14:40", "press": "speak"},
        ],
        "readings": ["14:04", "14:22:30", "14:30", "14:41"],
    });
    let (clean, lines) = lines(&input);
    assert!(!clean);
    let [first, paused, later, refused, last] = lines.as_slice() else { panic!("{lines:?}") };
    let read = |line: &Value, keys: [&str; 5]| keys.map(|key| line[key].clone());
    let keys = ["item", "elapsed_ms", "left_ms", "phase", "paused"];
    assert_eq!(read(first, keys), [json!(1), json!(60_000), json!(840_000), json!("running"), json!(false)]);
    assert_eq!(read(paused, keys), [json!(2), json!(210_000), json!(390_000), json!("running"), json!(true)]);
    assert_eq!(
        read(later, keys),
        [json!(2), json!(570_000), json!(30_000), json!("last_minute"), json!(false)]
    );
    assert_eq!(first["programme"][2]["expected"], "14:28:00");
    assert_eq!(later["programme"][2]["expected"], "14:30:30");
    // The gap before the second day takes the lateness up.
    assert_eq!((&first["late_ms"], &first["expected_end"]), (&json!(0), &json!("41:15:00")));
    assert_eq!(refused["press"], 7);
    assert_eq!(later["proposal"]["late_minutes"], 5);
    assert_eq!(last["late_ms"], 0);
    let remaining = last["remaining_ms"].as_i64().unwrap() + last["waiting_ms"].as_i64().unwrap();
    assert_eq!(remaining, (41 * 60 + 15 - 14 * 60 - 41) * 60_000);
}

#[test]
fn what_cannot_be_read_is_named() {
    for (input, part) in [
        (json!({}), "agenda"),
        (json!({"agenda": {"items": []}}), "EmptyText"),
        (json!({"agenda": {"template": "party/9:none"}}), "template"),
        (json!({"agenda": {"items": [{"title": " "}]}}), "EmptyText"),
        (json!({"agenda": {"items": [{"title": "a", "start": "25:00"}]}}), "time of day"),
        (
            json!({"agenda": {"items": [{"title": "a"}]}, "presses": [{"at": "7h", "press": "next"}]}),
            "instant",
        ),
        (json!({"agenda": {"items": [{"title": "a"}]}, "presses": [{"at": 5, "press": "fly"}]}), "fly"),
    ] {
        let (clean, lines) = lines(&input);
        let error = lines[0]["error"].as_str().unwrap();
        assert!(!clean && error.contains(part), "{error}");
    }
}
