//! The commands of `beraad` for the invented order: `cargo run -p hospital-stays -- --help`.

fn main() -> std::process::ExitCode {
    beraad::run(hospital_stays::model(), std::env::args_os())
}
