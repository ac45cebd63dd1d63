/**
 * Keeps from ending the process what a worker does not catch because a channel to it has failed: its
 * plain loop throws what the channel failed with, and an `error` of a worker that nobody prevents is
 * an error of the thread that started it. Listens for as long as the worker lives, because nothing
 * tells when the worker gets there. Any other error goes the way that it goes without a channel: it
 * is left to the listeners of the worker, and then to the platform. `reason` is as the worker sees it.
 */
export function expectEcho(
  worker: EventTarget,
  channel: string,
  reason: unknown,
): void {
  let echo = echoes.get(worker);
  if (echo === undefined) {
    echoes.set(worker, echo = new PortEcho());
    worker.addEventListener("error", echo);
  }
  for (const action of ["receive from", "send to"]) {
    echo.expect(
      `ChannelBroken: Cannot ${action} channel "${channel}": its other side failed`,
    );
  }
  echo.expect(String(reason)); // what the streams of a channel fail with
}

/** What channels to one worker have failed with. */
class PortEcho implements EventListenerObject {
  readonly #expected = new Set<string>();

  expect(error: string): void {
    this.#expected.delete(error);
    this.#expected.add(error);
    if (this.#expected.size <= KEPT) return;
    const [oldest] = this.#expected;
    this.#expected.delete(oldest!); // there are more than none
  }

  handleEvent(event: Event): void {
    const { message = "" } = event as ErrorEvent; // it listens to nothing else
    const error = message.replace(/^Uncaught (\(in promise\) )?/, "");
    if (this.#expected.has(error)) event.preventDefault();
  }
}

const echoes = new WeakMap<EventTarget, PortEcho>();

/** Of so many errors at most; a worker may outlive any number of channels. */
const KEPT = 300;
