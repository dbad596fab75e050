//! Numbers compared with exact decimal arithmetic on their digits.

use beraad_schema::currency::{Bef, Eur};
use beraad_schema::describe::{NumberQuantity, SCALED_MAX, WHOLE_MAX, largest_with_decimals};
use beraad_schema::{
    Age, Amount, Count, Currency, Employer, Hours, Minutes, Months, Percentage, Person,
    QuantityType, Ratio, Scaled, SerialNumber, Signed, ValueError, Whole, Years, own_quantity,
    quantity,
};
use proptest::prelude::*;
use serde_json::json;

/// The digits of a number as a text writes them.
#[derive(Clone, Debug)]
struct Digits {
    negative: bool,
    whole: String,
    decimals: String,
}

/// The number of decimals of the oracle.
const EXACT: usize = 9;

impl Digits {
    fn text(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        let point = if self.decimals.is_empty() { "" } else { "." };
        format!("{sign}{}{point}{}", self.whole, self.decimals)
    }

    /// The number in units of 10^-9.
    fn exact(&self) -> i128 {
        let number: i128 = format!("{}{:0<EXACT$}", self.whole, self.decimals)
            .parse()
            .unwrap();
        if self.negative { -number } else { number }
    }

    /// Ten-thousandths, if no decimal is lost and the number is within the bounds.
    fn ten_thousandths(&self, min: i64, max: i64) -> Result<i64, ValueError> {
        self.units(4, min, max)
    }

    /// Units of 10^-`kept`, if no decimal is lost and the number is within the bounds.
    fn units(&self, kept: u8, min: i64, max: i64) -> Result<i64, ValueError> {
        let (whole, unit) = (10_i128.pow(9), 10_i128.pow(9 - u32::from(kept)));
        if self.exact() % unit != 0 {
            return Err(ValueError::Decimals { kept });
        }
        if self.exact() < i128::from(min) * whole || self.exact() > i128::from(max) * whole {
            return Err(ValueError::OutOfBounds { min, max });
        }
        Ok(i64::try_from(self.exact() / unit).unwrap())
    }
}

fn digits() -> impl Strategy<Value = Digits> {
    let whole = prop_oneof![
        "[0-9]{1,3}",
        "0{0,2}[0-9]{1,11}",
        "[0-9]{11,14}",
        Just("100".into())
    ];
    let decimals = prop_oneof!["[0-9]{0,2}", "[0-9]{4}", "[0-9]{0,9}", "[0-9]{0,4}0{0,5}"];
    (any::<bool>(), whole, decimals).prop_map(|(negative, whole, decimals)| Digits {
        negative,
        whole,
        decimals,
    })
}

type Share = Percentage<0, 100>;

proptest! {
    #[test]
    fn text_is_read_exactly_or_refused(digits in digits()) {
        let text = digits.text();
        let number: Result<Ratio, _> = text.parse();
        prop_assert_eq!(number.map(Ratio::ten_thousandths), digits.ten_thousandths(-SCALED_MAX, SCALED_MAX));
        let share: Result<Share, _> = text.parse();
        prop_assert_eq!(share.map(Share::ten_thousandths), digits.ten_thousandths(0, 100));
        let hours: Result<Hours<0>, _> = text.parse();
        prop_assert_eq!(hours.map(Hours::<0>::ten_thousandths), digits.ten_thousandths(0, SCALED_MAX));
    }

    #[test]
    fn text_is_written_without_needless_digits(digits in digits()) {
        let Ok(number) = digits.text().parse::<Ratio>() else { return Ok(()) };
        let whole = digits.whole.trim_start_matches('0');
        let decimals = digits.decimals.trim_end_matches('0');
        let is_zero = whole.is_empty() && decimals.is_empty();
        let shortest = Digits {
            negative: digits.negative && !is_zero,
            whole: if whole.is_empty() { "0".into() } else { whole.into() },
            decimals: decimals.into(),
        };
        prop_assert_eq!(number.to_string(), shortest.text());
        prop_assert_eq!(number.to_string().parse::<Ratio>(), Ok(number));
    }

    #[test]
    fn json_has_every_digit(digits in digits()) {
        let Ok(number) = digits.text().parse::<Ratio>() else { return Ok(()) };
        let json = serde_json::to_string(&number).unwrap();
        prop_assert_eq!(json.parse::<Ratio>(), Ok(number), "the digits of the JSON, read as text");
        prop_assert_eq!(serde_json::from_str::<Ratio>(&json).unwrap(), number);
    }

    #[test]
    fn json_is_refused_if_the_text_is(digits in digits()) {
        // JSON has no leading zeros; beyond fifteen digits a double cannot distinguish two numbers any more.
        let whole = digits.whole.trim_start_matches('0');
        prop_assume!(whole.len() + digits.decimals.len() <= 15);
        let digits = Digits { whole: if whole.is_empty() { "0".into() } else { whole.into() }, ..digits };
        let read = serde_json::from_str::<Share>(&digits.text());
        prop_assert_eq!(read.is_ok(), digits.ten_thousandths(0, 100).is_ok());
        if let Ok(read) = read {
            prop_assert_eq!(Ok(read.ten_thousandths()), digits.ten_thousandths(0, 100));
        }
    }

    #[test]
    fn double_is_accepted_only_if_it_is_nearest_to_a_number(double in any::<f64>()) {
        nearest(double)?;
    }

    #[test]
    fn double_between_two_numbers_is_refused(ten_thousandths in -10_000_000_i64..10_000_000, steps in -3..=3_i32) {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let mut double = ten_thousandths as f64 / 10_000.0;
        for _ in 0..steps.abs() {
            double = if steps < 0 { double.next_down() } else { double.next_up() };
        }
        nearest(double)?;
        prop_assert_eq!(Ratio::<{ -SCALED_MAX }>::try_new(double).is_ok(), steps == 0);
    }

    #[test]
    fn order_is_numeric(a in digits(), b in digits()) {
        if let (Ok(x), Ok(y)) = (a.text().parse::<Ratio>(), b.text().parse::<Ratio>()) {
            prop_assert_eq!(x.cmp(&y), a.exact().cmp(&b.exact()));
            prop_assert_eq!(x == y, a.exact() == b.exact());
        }
    }

    #[test]
    fn whole_number_outside_its_bounds_is_refused(number in prop_oneof![any::<i64>(), -5..=5_i64, WHOLE_MAX - 3..=WHOLE_MAX + 3]) {
        let inside = (0..=WHOLE_MAX).contains(&number);
        prop_assert_eq!(<Count>::try_from(number).is_ok(), inside);
        prop_assert_eq!(Months::<1>::try_from(number).is_ok(), inside && number >= 1);
        prop_assert_eq!(Months::<2, 4>::try_from(number).is_ok(), (2..=4).contains(&number));
        prop_assert_eq!(SerialNumber::<Person>::try_from(number).is_ok(), inside && number >= 1);
        prop_assert_eq!(serde_json::from_value::<Count>(json!(number)).is_ok(), inside);
        prop_assert_eq!(serde_json::from_value::<SerialNumber<Employer>>(json!(number)).is_ok(), inside && number >= 1);
    }

    #[test]
    fn whole_number_round_trips_through_text_and_json(number in 1..=WHOLE_MAX) {
        let (count, person) = (<Count>::try_from(number).unwrap(), SerialNumber::<Person>::try_from(number).unwrap());
        prop_assert_eq!(i64::from(count.get()), number);
        prop_assert_eq!(i64::from(person.get()), number);
        prop_assert_eq!(count.to_string(), number.to_string());
        prop_assert_eq!(person.to_string(), number.to_string());
        prop_assert_eq!(count.to_string().parse(), Ok(count));
        prop_assert_eq!(person.to_string().parse(), Ok(person));
        prop_assert_eq!(json!(count), json!(number));
        prop_assert_eq!(json!(person), json!(number));
        prop_assert_eq!(serde_json::from_value::<Count>(json!(count)).unwrap(), count);
        prop_assert_eq!(serde_json::from_value::<SerialNumber<Person>>(json!(person)).unwrap(), person);
    }

    #[test]
    fn order_of_whole_numbers_is_numeric(a in 1..=WHOLE_MAX, b in 1..=WHOLE_MAX) {
        prop_assert_eq!(<Count>::try_from(a).unwrap().cmp(&<Count>::try_from(b).unwrap()), a.cmp(&b));
        let [first, second] = [a, b].map(|number| SerialNumber::<Person>::try_from(number).unwrap());
        prop_assert_eq!(first.cmp(&second), a.cmp(&b));
    }

    #[test]
    fn text_of_a_whole_number_is_digits_only(text in "[-+ ]?[0-9]{0,12}[. ]?[0-9]?") {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse::<i64>().ok().filter(|number| digits && *number <= WHOLE_MAX);
        prop_assert_eq!(text.parse::<Count>().ok().map(|count| i64::from(count.get())), number);
    }

    #[test]
    fn json_may_write_a_whole_number_with_zero_decimals(number in 0..=1_000_000_u32, tenths in 0..10_u32) {
        let read = serde_json::from_str::<Count>(&format!("{number}.{tenths}"));
        prop_assert_eq!(read.ok().map(Count::get), (tenths == 0).then_some(number));
    }
}

/// Checks that a double is read as the number with four decimals whose nearest double it is, or refused.
fn nearest(double: f64) -> Result<(), TestCaseError> {
    match <Ratio>::try_new(double) {
        Ok(number) => prop_assert_eq!(
            number.to_string().parse::<f64>().unwrap().to_bits(),
            (double + 0.0).to_bits(),
            "the double that is nearest to the digits"
        ),
        Err(ValueError::OutOfBounds { .. }) => {
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            let most = SCALED_MAX as f64;
            prop_assert!(double.is_nan() || double.abs() > most);
        }
        Err(ValueError::Decimals { .. }) => {
            // The double, rounded to four decimals, is another double.
            prop_assert_ne!(
                format!("{double:.4}").parse::<f64>().unwrap().to_bits(),
                double.to_bits()
            );
        }
        Err(other) => prop_assert!(false, "{}", other),
    }
    Ok(())
}

/// A weight in a survey, with as many decimals as the oracle has.
type Weight = Ratio<0, 999_999, 9>;

/// A number with one decimal, and as many digits before it as fifteen leave.
type Tenths = Scaled<quantity::Ratio, -99_999_999_999_999, 99_999_999_999_999, 1>;

#[derive(Debug)]
enum Kilometres {}

impl QuantityType for Kilometres {
    const QUANTITY: NumberQuantity = own_quantity! {
        id: "kilometres",
        nl: "aantal kilometer",
        en: "number of kilometres",
    };
}

#[derive(Debug)]
enum Dinar {}

impl Currency for Dinar {
    const CODE: &'static str = "TND";
    const DECIMALS: u8 = 3;
}

proptest! {
    #[test]
    fn text_with_other_decimals_is_read_exactly_or_refused(digits in digits()) {
        let text = digits.text();
        prop_assert_eq!(text.parse().map(Weight::units), digits.units(9, 0, 999_999));
        let most = largest_with_decimals(1);
        prop_assert_eq!(text.parse().map(Tenths::units), digits.units(1, -most, most));
        let cents: Result<Amount<Eur>, _> = text.parse();
        prop_assert_eq!(cents.map(Amount::minor_units), digits.units(2, -SCALED_MAX, SCALED_MAX));
        let few: Result<Amount<Eur, 0, 100>, _> = text.parse();
        prop_assert_eq!(few.map(Amount::minor_units), digits.units(2, 0, 100));
        let francs: Result<Amount<Bef>, _> = text.parse();
        prop_assert_eq!(francs.map(Amount::minor_units), digits.units(0, -SCALED_MAX, SCALED_MAX));
        let millimes: Result<Amount<Dinar>, _> = text.parse();
        prop_assert_eq!(millimes.map(Amount::minor_units), digits.units(3, -SCALED_MAX, SCALED_MAX));
    }

    #[test]
    fn amount_round_trips_through_text_double_and_json(cents in -9_999_999_999_900_i64..=9_999_999_999_900) {
        let euros = <Amount<Eur>>::new(cents);
        prop_assert_eq!(euros.minor_units(), cents);
        prop_assert_eq!(euros.to_string().parse(), Ok(euros));
        prop_assert_eq!(Amount::try_from(euros.get()), Ok(euros));
        let json = serde_json::to_string(&euros).unwrap();
        prop_assert_eq!(json.parse(), Ok(euros), "the digits of the JSON, read as text");
        prop_assert_eq!(serde_json::from_str::<Amount<Eur>>(&json).unwrap(), euros);
        let francs = <Amount<Bef>>::new(cents / 1_000);
        prop_assert_eq!(json!(francs), json!(cents / 1_000));
        prop_assert_eq!(serde_json::from_value::<Amount<Bef>>(json!(francs)).unwrap(), francs);
        prop_assert_eq!(francs.to_string().parse(), Ok(francs));
    }

    #[test]
    fn amount_in_json_is_refused_if_its_text_is(digits in digits()) {
        let whole = digits.whole.trim_start_matches('0');
        prop_assume!(whole.len() + digits.decimals.len() <= 15);
        let digits = Digits { whole: if whole.is_empty() { "0".into() } else { whole.into() }, ..digits };
        let text = digits.text();
        prop_assert_eq!(serde_json::from_str::<Amount<Eur>>(&text).ok(), text.parse().ok());
        prop_assert_eq!(serde_json::from_str::<Amount<Bef>>(&text).ok(), text.parse().ok());
        prop_assert_eq!(serde_json::from_str::<Weight>(&text).ok(), text.parse().ok());
    }

    #[test]
    fn number_of_fifteen_digits_round_trips_through_a_double(units in -999_999_999_999_999_i64..=999_999_999_999_999) {
        if let Ok(weight) = Weight::try_from_units(units) {
            prop_assert_eq!(Weight::try_new(weight.get()), Ok(weight));
            prop_assert_eq!(weight.to_string().parse(), Ok(weight));
        }
        if let Ok(tenths) = Tenths::try_from_units(units) {
            prop_assert_eq!(Tenths::try_new(tenths.get()), Ok(tenths));
        }
        let tiny = Scaled::<quantity::Ratio, -9, 9, 14>::try_from_units(units);
        if let Ok(tiny) = tiny {
            prop_assert_eq!(Scaled::try_new(tiny.get()), Ok(tiny));
        }
    }

    #[test]
    fn signed_number_is_within_its_bounds(number in prop_oneof![any::<i64>(), -40..=40_i64, -WHOLE_MAX - 3..=-WHOLE_MAX + 3]) {
        type Delay = Signed<quantity::Days, -31, 7>;
        let inside = (-WHOLE_MAX..=WHOLE_MAX).contains(&number);
        let any: Result<Signed<quantity::Days>, _> = number.try_into();
        prop_assert_eq!(any.is_ok(), inside);
        prop_assert_eq!(Delay::try_from(number).is_ok(), (-31..=7).contains(&number));
        prop_assert_eq!(number.to_string().parse(), Delay::try_from(number));
        prop_assert_eq!(serde_json::from_value::<Delay>(json!(number)).ok(), Delay::try_from(number).ok());
        if let Ok(delay) = Delay::try_from(number) {
            prop_assert_eq!(i64::from(delay.get()), number);
            prop_assert_eq!(json!(delay), json!(number));
        }
    }

    #[test]
    fn text_of_a_signed_number_is_a_sign_and_digits(text in "[-+ ]{0,2}[0-9]{0,3}[. ]?[0-9]?") {
        let digits = text.strip_prefix('-').unwrap_or(&text);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse::<i32>().ok().filter(|_| is_number);
        prop_assert_eq!(text.parse::<Signed<quantity::Minutes>>().ok().map(Signed::get), number);
    }
}

#[test]
fn years_and_minutes_are_whole_numbers() {
    let (age, duration) = (<Age>::new(34), <Years>::new(34));
    assert_eq!(age, duration);
    assert_eq!(format!("{age:?}"), "Years(34)");
    assert_eq!(format!("{:?}", <Minutes>::new(90)), "Minutes(90)");
    assert!("-1".parse::<Age>().is_err());
}

#[test]
fn debug_text_names_the_quantity_or_the_currency() {
    assert_eq!(format!("{:?}", <Amount<Eur>>::new(-5)), "EUR(-0.05)");
    assert_eq!(format!("{:?}", <Amount<Bef>>::new(50)), "BEF(50)");
    assert_eq!(
        format!("{:?}", <Whole<Kilometres>>::new(12)),
        "kilometres(12)"
    );
    assert_eq!(
        format!("{:?}", Signed::<quantity::Days, -9, 9>::new(-2)),
        "Days(-2)"
    );
}

#[test]
fn amount_has_the_decimals_of_its_currency() {
    let texts = ["0", "12.5", "12.50", "-0.05", "1234"];
    let written = texts.map(|text| text.parse::<Amount<Eur>>().unwrap().to_string());
    assert_eq!(written, ["0.00", "12.50", "12.50", "-0.05", "1234.00"]);
    for text in ["", "1.", ".5", "1,5", "+1", "1e3", "EUR 1", " 1", "--1"] {
        assert!(text.parse::<Amount<Eur>>().is_err(), "{text}");
    }
    assert_eq!(
        "0.005".parse::<Amount<Eur>>(),
        Err(ValueError::Decimals { kept: 2 })
    );
    assert_eq!(
        "0.5".parse::<Amount<Bef>>(),
        Err(ValueError::Decimals { kept: 0 })
    );
    assert_eq!(
        serde_json::from_str::<Amount<Eur>>("100000000000")
            .unwrap_err()
            .to_string(),
        "outside the bounds -99999999999 to 99999999999"
    );
}
