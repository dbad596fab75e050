//! Reads any bytes as a Parquet file: the result must be its rows or an error.
#![no_main]

use std::fmt::Debug;
use std::panic::{catch_unwind, resume_unwind, set_hook};
use std::sync::Mutex;

use beraad_fuzz::structure::Format;
use beraad_fuzz::{assert_valid_rows_or_error, with_block};
use beraad_schema::Block;
use beraad_schema::arrow::parquet::Reader;
use bytes::Bytes;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// The message of the last panic.
static PANIC_MESSAGE: Mutex<String> = Mutex::new(String::new());

// The hook of libfuzzer-sys ends the process at every panic, even if `Reader` catches the panic and turns it into an error.
// This hook only stores the message. A panic that leaves the target still ends the process, since it cannot unwind through
// the C function of the fuzzer.
fuzz_target!(
    init: set_hook(Box::new(|panic| {
        if let Ok(mut message) = PANIC_MESSAGE.lock() {
            *message = panic.to_string();
        }
    })),
    |input: &[u8]| {
        if let Err(panic) = catch_unwind(|| read_block(input)) {
            let message = PANIC_MESSAGE.lock().map(|message| message.clone());
            eprintln!("{}", message.unwrap_or_default());
            resume_unwind(panic);
        }
    }
);

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    Format::Parquet.mutate(data, size, max_size, seed, fuzzer_mutate)
});

fn read_block(input: &[u8]) {
    if let [block, file @ ..] = input {
        with_block!(*block, read(file));
    }
}

fn read<R: Block + Debug + PartialEq>(file: &[u8]) {
    let reader = Reader::<R, _>::try_new(Bytes::copy_from_slice(file));
    assert_valid_rows_or_error(reader.map(Reader::chunks));
}
