/**
 * Lets waiting messages in, so that an abort can arrive in the middle of long work. A message to oneself waits behind
 * those that are there already, and, unlike a timer, no longer than they take.
 *
 * @throws the reason of the signal once it is aborted
 */
export async function pause(signal: AbortSignal): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
  port1.close();
  signal.throwIfAborted();
}
