/** Work in progress that several callers wait for. */
interface Flight<Value> {
  readonly result: Promise<Value>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Lets equal requests share one run of the work. The run is aborted when the last caller has left;
 * a request after that starts a new one. The callers themselves must stop waiting when they abort.
 */
export function sharedFlights<Key, Value>(
  work: (key: Key, signal: AbortSignal) => Promise<Value>,
): (key: Key, signal: AbortSignal) => Promise<Value> {
  const flights = new Map<Key, Flight<Value>>();

  const start = (key: Key): Flight<Value> => {
    const controller = new AbortController();
    const flight = { result: work(key, controller.signal), controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  };
  const leave = (key: Key, flight: Flight<Value>): void => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    if (flights.get(key) === flight) flights.delete(key);
    flight.controller.abort();
  };

  return async (key, signal) => {
    const flight = flights.get(key) ?? start(key);
    flight.waiting += 1;
    let gone = false;
    const leaveOnce = (): void => {
      if (!gone) leave(key, flight);
      gone = true;
    };
    signal.addEventListener('abort', leaveOnce, { once: true });
    try {
      return await flight.result;
    } finally {
      signal.removeEventListener('abort', leaveOnce);
      leaveOnce();
    }
  };
}
