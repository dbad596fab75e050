//! CSV and JSON texts: seeds, changes, and checks of what the readers return.
//!
//! The changes put parts of [`SECRETS`] where the values of rows are. A message with such a part repeats a value.

mod dialects;
mod csv;
mod json;
mod changes;

use self::csv::{check as check_csv, read as read_csv, seeds as csv_seeds};
use self::json::{read as read_json, seeds as json_seeds};
use crate::files::Random;
use crate::seeds::Seed;
use crate::with_block;

/// Parts of values. Nothing else has them: no name of a column, no code, no bound.
const SECRETS: [&str; 2] = ["73917", "zqxj"];

/// The largest length of a message, in bytes.
const MAX_MESSAGE: usize = 16 << 10;

/// A text format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// A CSV file: three bytes that choose the dialect, and the text.
    Csv,
    /// JSON: a row on each line.
    Json,
}

impl Text {
    /// Writes texts of every block, the same ones in each run. The first byte of each chooses the block.
    ///
    /// # Panics
    /// Panics if a CSV file is not read as the rows that were written.
    #[must_use]
    pub fn seeds(self) -> Vec<Seed> {
        let blocks = (0_u8..).zip(&beraad_model::model().blocks);
        let seeds = blocks.flat_map(|(block, _)| match self {
            Self::Csv => with_block!(block, csv_seeds(block)),
            Self::Json => with_block!(block, json_seeds(block)),
        });
        seeds.collect()
    }

    /// Makes one to four changes to an input without the byte that chooses the block.
    pub fn change(self, input: &mut Vec<u8>, seed: u64) {
        let mut random = Random::new(seed);
        for _ in 0..=random.below(4) {
            match self {
                Self::Csv => csv::change(input, &mut random),
                Self::Json => changes::change(input, 0, b":,}]\n", &mut random),
            }
        }
    }

    /// Reads an input and returns its valid rows with the number of its errors, or the error of the whole text.
    ///
    /// # Errors
    /// The message about a header or about the format.
    ///
    /// # Panics
    /// Panics if a row or a message is not valid.
    pub fn read(self, input: &[u8]) -> Result<String, String> {
        let Some((block, input)) = input.split_first() else {
            return Err("no block".to_owned());
        };
        match self {
            Self::Csv => with_block!(*block, read_csv(input)),
            Self::Json => with_block!(*block, read_json(input)),
        }
    }

    /// Checks a CSV file as a delivery, and returns the report.
    ///
    /// # Errors
    /// The message about a file that cannot be read.
    ///
    /// # Panics
    /// Panics if the report is not consistent, repeats a value, or differs from what typed rows say.
    pub fn check(input: &[u8]) -> Result<String, String> {
        let Some((block, input)) = input.split_first() else {
            return Err("no block".to_owned());
        };
        with_block!(*block, check_csv(input))
    }

    /// Changes an input of the fuzzer and returns its new size. `default_mutator` is that of the fuzzer.
    ///
    /// # Panics
    /// Panics if `data` is shorter than `size`.
    pub fn mutate(
        self,
        data: &mut [u8],
        size: usize,
        max_size: usize,
        seed: u32,
        default_mutator: fn(&mut [u8], usize, usize) -> usize,
    ) -> usize {
        let mut random = Random::new(seed.into());
        if size < 8 || random.one_in(4) {
            return default_mutator(data, size, max_size);
        }
        let mut input = data[1..size].to_vec();
        self.change(&mut input, random.bits());
        input.truncate(max_size.min(data.len()) - 1);
        data[1..=input.len()].copy_from_slice(&input);
        1 + input.len()
    }
}

/// Returns whether a text has a part of a value.
fn has_secret(text: &str) -> bool {
    let text = text.to_lowercase();
    SECRETS.iter().any(|secret| text.contains(secret))
}

/// Asserts that a message can be shown, and returns it. `may_repeat` is true if the names of columns have parts of values.
fn checked_message(message: String, may_repeat: bool) -> String {
    assert!(!message.is_empty(), "an empty message");
    assert!(
        message.len() < MAX_MESSAGE,
        "a message of {} bytes: {}",
        message.len(),
        message.chars().take(200).collect::<String>()
    );
    let is_hidden = |sign: char| sign.is_control() && sign != '\n';
    assert!(!message.contains(is_hidden), "a control sign: {message:?}");
    assert!(
        may_repeat || !has_secret(&message),
        "a message repeats a value: {message}"
    );
    message
}
