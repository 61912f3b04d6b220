//! Summaries are read as strictly as rounds are: what is missing, unknown or of the wrong sort is refused, and the field
//! is named. A round that is none does not stand in the way of the rest; it is named when the rounds are counted again.

use super::{StatedLesson, StatedOutcome, StatedRound, Step, Steps, Summary};
use crate::congress::election::sheet::Electorate;
use crate::congress::election::strict::{self, Expected, FieldError, Fields, Json};
use crate::congress::election::{Exclusions, Round, RuleProfile, RulesId};
use crate::congress::moment::Moment;
use crate::congress::preparation::committee::CommitteeFigure;
use std::collections::BTreeMap;

impl Summary {
    /// Reads one summary from JSON.
    pub fn from_json(text: &str) -> Result<Self, FieldError> {
        strict::parse(text, Self::read)
    }

    pub(crate) fn read(path: &str, json: Json) -> Result<Self, FieldError> {
        let mut fields = Fields::of(path, json)?;
        let last = fields.any_whole("last")?;
        let date = fields.name("date");
        let (rules, own_rules) = rules(&mut fields)?;
        let summary = Self {
            congress: fields.text("congress")?,
            changes: fields.any_whole("changes")?,
            last: Moment(i64::try_from(last).unwrap_or(i64::MAX)),
            organisation: fields.text("organisation")?,
            superior: fields.text_if_given("superior")?,
            kind: fields.choice("kind")?,
            ordinal: fields.text_if_given("ordinal")?,
            term: fields.text_if_given("term")?,
            rehearsal: fields.flag_if_given("rehearsal")?,
            members: fields.whole("members")?,
            date: fields.day("date")?.ok_or(FieldError::new(date, Expected::Day))?,
            deadline: fields.day_if_given("deadline")?,
            rules,
            own_rules,
            steps: steps(&mut fields, "steps")?,
            tasks: fields.whole_if_given("tasks")?.unwrap_or(0),
            tasks_settled: fields.whole_if_given("tasks_settled")?.unwrap_or(0),
            attendance: match fields.take("attendance") {
                None | Some(Json::Null) => None,
                Some(json) => Some(attendees(&fields.name("attendance"), json)?),
            },
            rounds: fields.list_if_given("rounds", stated)?,
            committee: committee(&mut fields)?,
            lessons: fields.list_if_given("lessons", lesson)?,
        };
        fields.end()?;
        Ok(summary)
    }
}

/// The rules, which may be the congress's own.
fn rules(fields: &mut Fields) -> Result<(RulesId, Option<Box<RuleProfile>>), FieldError> {
    let json = fields.demand("rules")?;
    if json == Json::Text("own".to_owned()) {
        let own = fields.take("own_rules").map(|json| RuleProfile::read("", json)).transpose();
        let name = fields.name("own_rules");
        return Ok((RulesId::Own, own.map_err(|error| error.within(&name))?.map(Box::new)));
    }
    Ok((strict::choice(&fields.name("rules"), &json)?, None))
}

/// The days of the steps under a key; all unknown where it is missing.
pub(crate) fn steps(fields: &mut Fields, key: &str) -> Result<Steps, FieldError> {
    let mut steps = Steps::default();
    let Some(json) = fields.take(key) else { return Ok(steps) };
    let mut inner = Fields::of(&fields.name(key), json)?;
    for step in Step::ALL {
        steps.set(step, inner.day_if_given(step.key())?);
    }
    inner.end()?;
    Ok(steps)
}

fn attendees(path: &str, json: Json) -> Result<Electorate, FieldError> {
    let mut fields = Fields::of(path, json)?;
    let exclusions = match fields.take("exclusions") {
        Some(json) => Exclusions::read(&fields.name("exclusions"), json)?,
        None => Exclusions::none(),
    };
    let attendees =
        Electorate { summoned: fields.whole("summoned")?, exclusions, present: fields.whole("present")? };
    fields.end()?;
    Ok(attendees)
}

fn stated(path: &str, json: Json) -> Result<StatedRound, FieldError> {
    let mut fields = Fields::of(path, json)?;
    let mut round = fields.demand("round")?;
    // Rules of one's own have no name under which a round could be read; they are given beside it.
    if let Json::Object(inner) = &mut round
        && inner.get("rules") == Some(&Json::Text("own".to_owned()))
    {
        inner.insert("rules".to_owned(), Json::Text("party_190_2024".to_owned()));
    }
    let round = match round {
        Json::Text(field) => Err(field),
        round => Round::read("", round)
            .and_then(|round| round.check_fields().map(|()| round))
            .map_err(|error| error.field),
    };
    let json = fields.demand("outcome")?;
    let mut told = Fields::of(&fields.name("outcome"), json)?;
    let name = |path: &str, json: Json| match json {
        Json::Text(name) => Ok(name),
        _ => Err(FieldError::new(path, Expected::Text)),
    };
    let threshold = match told.take("threshold") {
        Some(Json::Whole(threshold)) => u32::try_from(threshold).ok(),
        _ => None,
    };
    // Whatever else the counting contract writes of an outcome follows from these.
    let outcome = StatedOutcome {
        base: told.whole("base")?,
        threshold,
        elected: told.list("elected", name)?,
        tied: told.list_if_given("tied", name)?,
    };
    fields.end()?;
    Ok(StatedRound { round, outcome })
}

fn committee(fields: &mut Fields) -> Result<BTreeMap<CommitteeFigure, u32>, FieldError> {
    let mut figures = BTreeMap::new();
    let Some(json) = fields.take("committee") else { return Ok(figures) };
    let mut inner = Fields::of(&fields.name("committee"), json)?;
    while let Some(key) = inner.next_key() {
        let figure = strict::choice(&inner.name(&key), &Json::Text(key.clone()))?;
        figures.insert(figure, inner.whole(&key)?);
    }
    Ok(figures)
}

fn lesson(path: &str, json: Json) -> Result<StatedLesson, FieldError> {
    let mut fields = Fields::of(path, json)?;
    let lesson = StatedLesson {
        area: fields.choice("area")?,
        well: fields.flag_if_given("well")?,
        text: fields.text("text")?,
    };
    fields.end()?;
    Ok(lesson)
}
