//! Reads any text as a CSV file of any dialect: the result must be its rows, and messages that repeat no value.
#![no_main]

use beraad_fuzz::texts::Text;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|input: &[u8]| {
    let _ = Text::Csv.read(input);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    Text::Csv.mutate(data, size, max_size, seed, fuzzer_mutate)
});
