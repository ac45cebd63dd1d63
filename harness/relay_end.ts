import { Channel, coreOf } from "./channel.ts";
import type { ChannelCore } from "./channel_core.ts";
import type {
  RelayOptions,
  RelaySource,
  RelayTarget,
} from "./relay_options.ts";

/** A source or a target of a relay as a channel. */
export interface RelayEnd<T> {
  /** The state machine of the channel. */
  readonly core: ChannelCore<T>;
  /** Resolves when the stream behind the channel is done; undefined when there is none. */
  readonly piped: Promise<void> | undefined;
}

/** Returns a source as a channel: itself, or one that a stream is piped into. */
export function sourceEnd<T>(
  source: RelaySource<T>,
  { preventCancel = false }: RelayOptions<T>,
): RelayEnd<T> {
  if (source instanceof Channel) {
    return { core: coreOf(source), piped: undefined };
  }
  const channel = new Channel<T>(STREAM);
  const piped = source.pipeTo(channel.writable, { preventCancel });
  return { core: coreOf(channel), piped: piped.catch(passedOn) };
}

/** Returns a target as a channel: itself, or one that is piped into a stream. */
export function targetEnd<T>(
  target: RelayTarget<T>,
  { preventClose = false, preventAbort = false }: RelayOptions<T>,
): RelayEnd<T> {
  if (target instanceof Channel) {
    return { core: coreOf(target), piped: undefined };
  }
  const channel = new Channel<T>(STREAM);
  const piped = channel.readable.pipeTo(target, { preventClose, preventAbort });
  return { core: coreOf(channel), piped: piped.catch(passedOn) };
}

/** Closes the targets; a stream's channel always, as the pipe behind it knows what to prevent. */
export function closeTargets<T>(
  targets: readonly RelayEnd<T>[],
  { preventClose = false }: RelayOptions<T>,
): void {
  for (const { core, piped } of targets) {
    if (piped || !preventClose) core.close();
  }
}

/** Fails the targets, but not what others have closed before: it may still be received. */
export function abortTargets<T>(
  targets: readonly RelayEnd<T>[],
  { preventAbort = false }: RelayOptions<T>,
  reason: unknown,
): void {
  for (const { core, piped } of targets) {
    if ((piped || !preventAbort) && core.state === "open") core.abort(reason);
  }
}

/** Fails the sources. */
export function abortSources<T>(
  sources: readonly RelayEnd<T>[],
  { preventCancel = false }: RelayOptions<T>,
  reason: unknown,
): void {
  for (const { core, piped } of sources) {
    if (piped || !preventCancel) core.abort(reason);
  }
}

/** Resolves when the streams are done; undefined when there are none. */
export function whenPiped<T>(
  ends: readonly RelayEnd<T>[],
): Promise<unknown> | undefined {
  const piped = ends.flatMap((end) => end.piped ?? []);
  return piped.length > 0 ? Promise.all(piped) : undefined;
}

/** The channel has the error already. */
function passedOn(): void {}

const STREAM = { name: "stream", capacity: 1 };
