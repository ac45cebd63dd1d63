/**
 * The errors that a user of the harness may want to catch, by name.
 *
 * @module
 */
import type { GraphFinding } from "./graph.ts";

/** Reports that a component was asked to go from one state to another that does not follow it. */
export class InvalidStateTransition extends Error {
  /** Name of the error. */
  override readonly name = "InvalidStateTransition";
}

/** Reports that a component's name is taken, or that the component already belongs to a harness. */
export class ComponentAlreadyRegistered extends Error {
  /** Name of the error. */
  override readonly name = "ComponentAlreadyRegistered";
}

/** Reports that a harness was started, or changed, after it had been started or stopped. */
export class HarnessAlreadyRunning extends Error {
  /** Name of the error. */
  override readonly name = "HarnessAlreadyRunning";
}

/** Reports a component name that the harness does not know. */
export class UnknownComponent extends Error {
  /** Name of the error. */
  override readonly name = "UnknownComponent";
}

/** Reports a port that the component does not declare in that direction, or that nothing is connected to. */
export class UnknownPort extends Error {
  /** Name of the error. */
  override readonly name = "UnknownPort";
}

/** Reports a send to a closed channel, or a receive from one that is closed and empty. */
export class ChannelClosed extends Error {
  /** Name of the error. */
  override readonly name = "ChannelClosed";
}

/** Reports a channel whose other side failed; `cause` is the reason given to `abort()`. */
export class ChannelBroken extends Error {
  /** Name of the error. */
  override readonly name = "ChannelBroken";
}

/** Reports a value refused by a full channel whose policy is `fail`. */
export class ChannelFull extends Error {
  /** Name of the error. */
  override readonly name = "ChannelFull";
}

/** Reports that a request got no answer because its handler failed or went away; `cause` says why. */
export class RequestFailed extends Error {
  /** Name of the error. */
  override readonly name = "RequestFailed";
}

/**
 * Reports, as the cause of a `RequestFailed`, that the component which was to answer ended before it did,
 * or waits to be started again; its own `cause` says why. What was asked may have been done in part.
 */
export class ComponentUnavailable extends Error {
  /** Name of the error. */
  override readonly name = "ComponentUnavailable";
}

/** Reports that a request was not answered within its time. */
export class RequestTimeout extends Error {
  /** Name of the error. */
  override readonly name = "RequestTimeout";
}

/** Reports a system whose components and connections do not fit together. */
export class GraphError extends Error {
  /** Name of the error. */
  override readonly name = "GraphError";
  /** What does not fit, one entry a place. */
  readonly findings: readonly GraphFinding[];

  /** Makes an error from the findings; its message quotes every one. */
  constructor(action: string, findings: readonly GraphFinding[]) {
    const list = findings.map((finding) => finding.message);
    super(list.length === 1 ? list[0] : `${action}:\n- ${list.join("\n- ")}`);
    this.findings = findings;
  }
}

/** Reports that a system was given up because its components had to be started again too often. */
export class RestartsExhausted extends Error {
  /** Name of the error. */
  override readonly name = "RestartsExhausted";
}
