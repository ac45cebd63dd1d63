import type { Log } from "./log.ts";

/** Makes sure that a log that throws does not take the system down with it. */
export function harmless(log: Log | undefined): Log {
  if (log === undefined) return () => {};
  return (entry) => {
    // There is nowhere left to report what it throws, at once or, if it is asynchronous, later.
    try {
      const logged: unknown = log(entry);
      if (logged instanceof Promise) logged.catch(() => {});
    } catch {
      return;
    }
  };
}
