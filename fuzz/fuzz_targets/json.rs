//! Reads any lines as rows in JSON: the result must be its rows, and messages that repeat no value.
#![no_main]

use beraad_fuzz::texts::Text;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|input: &[u8]| {
    let _ = Text::Json.read(input);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    Text::Json.mutate(data, size, max_size, seed, fuzzer_mutate)
});
