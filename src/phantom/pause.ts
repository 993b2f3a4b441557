/**
 * Lets waiting messages in, so that an abort can arrive in the middle of long work.
 *
 * @throws the reason of the signal once it is aborted
 */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal.throwIfAborted();
}
