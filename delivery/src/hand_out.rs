//! Work that one thread produces for several.

use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use crate::consumer::Consumer;

/// Hands what `produce` sends to the consumers, each of which has a thread that calls `take`. The function that `produce` is given returns
/// false if no thread takes anything any more.
pub(crate) fn hand_out<T: Send, C: Consumer, R>(
    consumers: &mut [C],
    take: impl Fn(T, &mut C) + Sync,
    produce: impl FnOnce(&dyn Fn(T) -> bool) -> R,
) -> R {
    let (sender, receiver) = mpsc::sync_channel::<T>(consumers.len() * 2);
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for consumer in consumers.iter_mut() {
            let (receiver, take) = (&receiver, &take);
            scope.spawn(move || {
                loop {
                    let next = receiver
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .recv();
                    let Ok(item) = next else { return };
                    take(item, consumer);
                }
            });
        }
        // Dropped at the end of this closure, also after an error: then the threads end.
        let sender = sender;
        produce(&|item| sender.send(item).is_ok())
    })
}
