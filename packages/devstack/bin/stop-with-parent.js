/**
 * Loaded before a supervised program (`node --import`): asks it to stop when its supervisor is gone
 * without having said so, as after SIGKILL. Closing the channel between the two is the one sign
 * that even then cannot fail to come.
 *
 * Plain JavaScript, because it must be there before anything is built.
 */
import { setTimeout } from 'node:timers';
import { isMainThread } from 'node:worker_threads';

/** Longer than any program is given to stop in good order. */
const TIMEOUT_MS = 60_000;

if (isMainThread && process.channel !== undefined) {
  process.once('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), TIMEOUT_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // The program is to end when it has nothing left to do, whether the channel is open or not.
  process.channel.unref();
}
