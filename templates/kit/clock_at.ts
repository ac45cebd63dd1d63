/**
 * For tests: the time stands still at a moment.
 *
 * @module
 */

/** Lets `Date.now` tell one moment until it is disposed of; what is started meanwhile tells the time by it. */
export function clockAt(moment: string): Disposable {
  const milliseconds = Date.parse(moment);
  const { now } = Date;
  Date.now = () => milliseconds;
  return {
    [Symbol.dispose]: () => {
      Date.now = now;
    },
  };
}
