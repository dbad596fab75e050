//! Exact amounts of money.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::deserialize::deserialize_scalar;
use super::digits::{
    double_of_units, text_of_units, units_from_text, units_of_double, units_per_whole,
};
use super::markers::{NumberOf, form, grain};
use super::number_type::number_type;
use super::{Datum, Scalar, ValueError, stored};
use crate::describe::{SCALED_MAX, Text, ValueType, largest_with_decimals};

/// A currency as a type, so that euros cannot be confused with francs.
///
/// The module [`currency`] has some; a model can declare its own:
///
/// ```
/// use beraad_schema::{Amount, Currency};
///
/// /// The Swiss franc.
/// #[derive(Debug)]
/// pub enum Chf {}
///
/// impl Currency for Chf {
///     const CODE: &'static str = "CHF";
///     const DECIMALS: u8 = 2;
/// }
///
/// assert_eq!(<Amount<Chf>>::new(12_50).to_string(), "12.50");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a currency",
    label = "not a currency",
    note = "some currencies are in `beraad_schema::currency`; implement `Currency` for a type of your own"
)]
pub trait Currency: 'static {
    /// The code of ISO 4217: three capital letters.
    const CODE: &'static str;
    /// The number of decimals: 2 if a hundred smaller units are one whole, 0 if there is no smaller unit. At most 4, as in
    /// ISO 4217.
    const DECIMALS: u8;
}

/// Declares currencies as types.
macro_rules! currencies {
    ($($(#[$doc:meta])* $currency:ident = $code:literal, $decimals:literal;)*) => {
        /// Some currencies as types; see [`Currency`](crate::Currency).
        pub mod currency {
            $(
                $(#[$doc])*
                #[derive(Debug)]
                pub enum $currency {}

                impl super::Currency for $currency {
                    const CODE: &'static str = $code;
                    const DECIMALS: u8 = $decimals;
                }
            )*
        }
    };
}

currencies! {
    /// The euro: a hundred cents.
    Eur = "EUR", 2;
    /// The Belgian franc, until 2001: no decimals, as in ISO 4217.
    Bef = "BEF", 0;
    /// The French franc, until 2001: a hundred centimes.
    Frf = "FRF", 2;
    /// The Dutch guilder, until 2001: a hundred cents.
    Nlg = "NLG", 2;
    /// The German mark, until 2001: a hundred pfennigs.
    Dem = "DEM", 2;
    /// The Luxembourg franc, until 2001: no decimals, as in ISO 4217.
    Luf = "LUF", 0;
    /// The pound sterling: a hundred pence.
    Gbp = "GBP", 2;
    /// The United States dollar: a hundred cents.
    Usd = "USD", 2;
}

/// An exact amount of money in the currency `C`, from `MIN` to `MAX` whole units of the currency, which are included.
///
/// A variable may have this type only where the register of the decision says `amounts = "exact"`; otherwise amounts are
/// delivered in classes, as [`AmountClass`](crate::AmountClass).
///
/// An amount is a whole number of the smallest unit of its currency, such as cents, and may be negative. More decimals than the
/// currency has are an error, never rounded away. It has at most fifteen digits, with its decimals, because a double keeps
/// these exactly. Without bounds, it is -99,999,999,999 to 99,999,999,999 whole units.
///
/// JSON and CSV contain it as a number in whole units (`12.5`). serde hands over such a number as a double: a text with more
/// than fifteen digits is read as the nearest double, and accepted only if that is the nearest double of an amount. Columns
/// store it as `Decimal128(15, 2)` with the decimals of the currency; in a currency without decimals, in the smallest of
/// `Int8`, `Int16`, `Int32` and `Int64` that holds the bounds.
///
/// ```
/// use beraad_schema::Amount;
/// use beraad_schema::currency::{Bef, Eur};
///
/// let wage: Amount<Eur> = "1234.5".parse()?;
/// assert_eq!(wage, Amount::new(1_234_50)); // in cents
/// assert_eq!(wage.to_string(), "1234.50");
/// assert_eq!(serde_json::to_string(&wage).unwrap(), "1234.5");
/// assert!("0.005".parse::<Amount<Eur>>().is_err());
/// assert!("0.5".parse::<Amount<Bef>>().is_err());
/// assert!("-1".parse::<Amount<Eur, 0>>().is_err());
/// # Ok::<(), beraad_schema::ValueError>(())
/// ```
pub struct Amount<C, const MIN: i64 = { -SCALED_MAX }, const MAX: i64 = SCALED_MAX> {
    /// In the smallest unit of the currency.
    number: i64,
    currency: PhantomData<fn() -> C>,
}

/// The largest number of decimals of a currency in ISO 4217.
const DECIMALS_MAX: u8 = 4;

impl<C: Currency, const MIN: i64, const MAX: i64> Amount<C, MIN, MAX> {
    /// The error in the currency or the bounds, if no amount has them.
    const ERROR: Option<&'static str> = {
        let limit = largest_with_decimals(C::DECIMALS);
        if !is_code(C::CODE) {
            Some("the code of a currency is three capital letters, as in ISO 4217")
        } else if C::DECIMALS > DECIMALS_MAX {
            Some("a currency has at most four decimals, as in ISO 4217")
        } else if -limit <= MIN && MIN <= MAX && MAX <= limit {
            None
        } else {
            Some(
                "the bounds of an amount have at most fifteen digits, with its decimals, the smaller one first",
            )
        }
    };
    const HAS_VALUES: () = super::markers::has_values(Self::ERROR);
    const SCALE: i64 = units_per_whole(C::DECIMALS);

    /// Creates the amount of `minor_units`, such as cents.
    ///
    /// # Panics
    /// If it is not `MIN` to `MAX` whole units; in a constant, that is a compile error.
    #[must_use]
    pub const fn new(minor_units: i64) -> Self {
        const { Self::HAS_VALUES }
        assert!(
            MIN * Self::SCALE <= minor_units && minor_units <= MAX * Self::SCALE,
            "the amount is outside the bounds of its type"
        );
        Self {
            number: minor_units,
            currency: PhantomData,
        }
    }

    /// Creates the amount of `minor_units`, such as cents.
    ///
    /// # Errors
    /// [`ValueError::OutOfBounds`] if it is not `MIN` to `MAX` whole units.
    pub fn try_new(minor_units: i64) -> Result<Self, ValueError> {
        const { Self::HAS_VALUES }
        if minor_units < MIN * Self::SCALE || minor_units > MAX * Self::SCALE {
            return Err(ValueError::OutOfBounds { min: MIN, max: MAX });
        }
        Ok(Self {
            number: minor_units,
            currency: PhantomData,
        })
    }

    /// Returns the amount as the nearest double, in whole units. Nothing is lost: `try_from` turns the double back into the same
    /// amount.
    #[must_use]
    pub fn get(self) -> f64 {
        double_of_units(self.number, C::DECIMALS)
    }
}

impl<C, const MIN: i64, const MAX: i64> Amount<C, MIN, MAX> {
    /// Returns the amount in the smallest unit of the currency, such as cents.
    #[must_use]
    pub const fn minor_units(self) -> i64 {
        self.number
    }
}

/// Returns true if a text has the form of a code of ISO 4217.
const fn is_code(code: &str) -> bool {
    matches!(code.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z'])
}

number_type!([C, const MIN: i64, const MAX: i64] Amount<C, MIN, MAX>);

impl<C: Currency, const MIN: i64, const MAX: i64> fmt::Debug for Amount<C, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({self})", C::CODE)
    }
}

impl<C: Currency, const MIN: i64, const MAX: i64> TryFrom<f64> for Amount<C, MIN, MAX> {
    type Error = ValueError;

    /// Converts the double, in whole units, into the amount whose nearest double it is.
    fn try_from(number: f64) -> Result<Self, ValueError> {
        Self::try_new(units_of_double(number, C::DECIMALS, MIN, MAX)?)
    }
}

impl<C: Currency, const MIN: i64, const MAX: i64> fmt::Display for Amount<C, MIN, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&text_of_units(self.number, C::DECIMALS))
    }
}

impl<C: Currency, const MIN: i64, const MAX: i64> FromStr for Amount<C, MIN, MAX> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::try_new(units_from_text(text, C::DECIMALS, MIN, MAX)?)
    }
}

impl<C: Currency, const MIN: i64, const MAX: i64> Serialize for Amount<C, MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if C::DECIMALS == 0 {
            serializer.serialize_i64(self.number)
        } else {
            serializer.serialize_f64(self.get())
        }
    }
}

impl<'de, C: Currency, const MIN: i64, const MAX: i64> Deserialize<'de> for Amount<C, MIN, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize_scalar(deserializer)
    }
}

impl<C: Currency, const MIN: i64, const MAX: i64> Scalar for Amount<C, MIN, MAX> {
    const TYPE: ValueType = {
        // Checked here too, so that a description cannot have bounds that no value meets.
        const { Self::HAS_VALUES }
        ValueType::Amount {
            currency: Text::Borrowed(C::CODE),
            decimals: C::DECIMALS,
            min: MIN,
            max: MAX,
        }
    };
    type Kind = NumberOf<C>;
    type Grain = grain::Undated;
    type Form = form::ExactAmount;
    type Stored = stored::form::Fitted;
    const __ERROR: Option<&'static str> = Self::ERROR;

    fn datum(&self) -> Datum {
        match C::DECIMALS {
            0 => Datum::Whole(self.number),
            decimals => Datum::Scaled {
                units: self.number,
                decimals,
            },
        }
    }

    fn from_datum(datum: Datum) -> Result<Self, ValueError> {
        match datum {
            Datum::Whole(number) if C::DECIMALS == 0 => Self::try_new(number),
            Datum::Scaled { units, decimals } if decimals == C::DECIMALS && decimals > 0 => {
                Self::try_new(units)
            }
            other => Err(ValueError::wrong_type(&<Self as Scalar>::TYPE, &other)),
        }
    }
}

impl<C: Currency, const MIN: i64, const MAX: i64> stored::Plain for Amount<C, MIN, MAX> {
    type Number = i64;

    #[inline]
    fn number(&self) -> i64 {
        self.number
    }

    #[inline]
    fn is_number(minor_units: i64) -> bool {
        (MIN * Self::SCALE..=MAX * Self::SCALE).contains(&minor_units)
    }

    #[inline]
    fn of_number(minor_units: i64) -> Self {
        Self {
            number: minor_units,
            currency: PhantomData,
        }
    }
}
