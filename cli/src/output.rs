//! The output of a command: its result on the standard output, its progress on the standard error.

use std::fmt;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::time::{Duration, Instant};

use beraad_schema::describe::visible_code;

use crate::terminal::{self, safe};

/// The time before the first progress line, and between two of them: a command that takes less shows none.
const PROGRESS_INTERVAL: Duration = Duration::from_millis(500);

/// The output of a command.
///
/// Printing does not fail: the output keeps its first error, writes nothing more, and returns the error in
/// [`finish`](Self::finish).
pub(crate) struct Output<'w> {
    result: Box<dyn Write + 'w>,
    progress: Option<Progress<'w>>,
    width: usize,
    has_colours: bool,
    is_empty: bool,
    error: Option<io::Error>,
}

/// The colours of words on a terminal.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Colour {
    Red,
    Yellow,
    Green,
}

impl Colour {
    /// Returns the number of the colour in a control sequence of ECMA-48.
    fn number(self) -> u8 {
        match self {
            Self::Red => 31,
            Self::Green => 32,
            Self::Yellow => 33,
        }
    }
}

struct Progress<'w> {
    writer: Box<dyn Write + 'w>,
    interval: Duration,
    last: Instant,
}

impl<'w> Output<'w> {
    /// The output of this process; progress is shown only if the standard error is a terminal.
    pub(crate) fn of_process() -> Self {
        // Locked once and buffered: `trace` prints a line for each phrase.
        let mut output = Self::new(BufWriter::new(io::stdout().lock()), terminal::width());
        output.has_colours = terminal::has_colours();
        if io::stderr().is_terminal() {
            output.with_progress(io::stderr(), PROGRESS_INTERVAL)
        } else {
            output
        }
    }

    /// An output that writes its result to `result` in lines of at most `width` characters, and shows no progress.
    pub(crate) fn new(result: impl Write + 'w, width: usize) -> Self {
        Self {
            result: Box::new(result),
            progress: None,
            width,
            has_colours: false,
            is_empty: true,
            error: None,
        }
    }

    fn with_progress(mut self, writer: impl Write + 'w, interval: Duration) -> Self {
        self.progress = Some(Progress {
            writer: Box::new(writer),
            interval,
            last: Instant::now(),
        });
        self
    }

    /// Returns the maximum number of characters in a line.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Returns true if nothing has been printed yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// Prints a part of the result as it is, apart from characters that a terminal would execute.
    pub(crate) fn print(&mut self, text: &str) {
        // Set even after an error, so that the layout does not depend on it.
        self.is_empty &= text.is_empty();
        if self.error.is_none() {
            self.error = self.result.write_all(safe(text).as_bytes()).err();
        }
    }

    /// Prints a word in a colour, if the output is a terminal.
    pub(crate) fn coloured(&mut self, colour: Colour, word: &str) {
        if !self.has_colours {
            return self.print(word);
        }
        let text = format!("\u{1b}[{}m{}\u{1b}[0m", colour.number(), safe(word));
        self.is_empty = false;
        if self.error.is_none() {
            self.error = self.result.write_all(text.as_bytes()).err();
        }
    }

    /// Shows the state of the work to a person who waits for it, as a line of its own.
    ///
    /// May be called often: at most one line is shown in each [`PROGRESS_INTERVAL`].
    pub(crate) fn progress(&mut self, state: fmt::Arguments<'_>) {
        let Some(progress) = &mut self.progress else {
            return;
        };
        if progress.last.elapsed() < progress.interval {
            return;
        }
        progress.last = Instant::now();
        // On a terminal, the lines of both outputs are shown in the order in which they were written.
        if self.error.is_none() {
            self.error = self.result.flush().err();
        }
        let line = visible_code(&state.to_string());
        // The result does not depend on its progress: a closed standard error is not an error.
        let _ = writeln!(progress.writer, "{line}");
    }

    /// Writes the buffered text, and returns the first error of any write.
    ///
    /// A reader that closes the output early, as `head` does, is not an error.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        let written = match self.error.take() {
            Some(error) => Err(error),
            None => self.result.flush(),
        };
        match written {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A writer that fails with an error of this kind.
    struct Failing(ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn text(bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).expect("the output is UTF-8")
    }

    #[test]
    fn result_keeps_its_layout_and_shows_control_characters() {
        let mut bytes = Vec::new();
        let mut output = Output::new(&mut bytes, 80);
        output.print("  two  spaces\n\n\u{1b}[2J\u{202e}\r\u{7}é\n");
        output.finish().expect("a vector takes everything");
        assert_eq!(
            text(bytes),
            "  two  spaces\n\n⟨U+001B⟩[2J⟨U+202E⟩⟨U+000D⟩⟨U+0007⟩é\n"
        );
    }

    #[test]
    fn progress_is_a_line_apart_from_the_result() {
        let (mut bytes, mut lines) = (Vec::new(), Vec::new());
        let mut output = Output::new(&mut bytes, 80).with_progress(&mut lines, Duration::ZERO);
        output.print("result\n");
        output.progress(format_args!("{} of 2: \u{1b}[2J\n", 1));
        output.finish().expect("a vector takes everything");
        assert_eq!(text(bytes), "result\n");
        assert_eq!(text(lines), "1 of 2: ⟨U+001B⟩[2J⟨U+000A⟩\n");
    }

    #[test]
    fn quick_command_shows_no_progress() {
        let mut lines = Vec::new();
        let mut output = Output::new(Vec::new(), 80).with_progress(&mut lines, Duration::MAX);
        output.progress(format_args!("1 of 2"));
        drop(output);
        assert!(lines.is_empty());
    }

    #[test]
    fn output_without_terminal_shows_no_progress() {
        let mut bytes = Vec::new();
        let mut output = Output::new(&mut bytes, 80);
        output.progress(format_args!("1 of 2"));
        output.finish().expect("a vector takes everything");
        assert!(bytes.is_empty());
    }

    #[test]
    fn closed_pipe_is_not_an_error_and_full_disk_is() {
        for (kind, is_error) in [
            (ErrorKind::BrokenPipe, false),
            (ErrorKind::StorageFull, true),
        ] {
            let mut output = Output::new(Failing(kind), 80);
            output.print("first\n");
            output.print("second\n");
            assert_eq!(output.finish().is_err(), is_error, "{kind}");
        }
    }

    #[test]
    fn progress_on_a_closed_standard_error_is_not_an_error() {
        let mut output = Output::new(Vec::new(), 80)
            .with_progress(Failing(ErrorKind::BrokenPipe), Duration::ZERO);
        output.progress(format_args!("1 of 2"));
        assert!(output.finish().is_ok());
    }
}
