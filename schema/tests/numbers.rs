//! Numbers compared with exact decimal arithmetic on their digits.

use beraad_schema::describe::{SCALED_MAX, WHOLE_MAX};
use beraad_schema::{
    Count, Employer, Hours, Months, Percentage, Person, Ratio, SerialNumber, ValueError,
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
        let unit = 10_i128.pow(9);
        if self.exact() % 100_000 != 0 {
            return Err(ValueError::Decimals { kept: 4 });
        }
        if self.exact() < i128::from(min) * unit || self.exact() > i128::from(max) * unit {
            return Err(ValueError::OutOfBounds { min, max });
        }
        Ok(i64::try_from(self.exact() / 100_000).unwrap())
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
