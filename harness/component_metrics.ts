/** Counters of one component, since it was made. */
export class ComponentMetrics {
  /** Messages handled by `serve()`, failed ones included. */
  received = 0;
  /** Messages sent by `send()`. */
  sent = 0;
  /** Messages whose handler failed. */
  failed = 0;
  /** Tries beyond the first, by those handlers whose failures are tried again. */
  retries = 0;
  /** Messages that handlers are working on now. */
  inHand = 0;
  /** Requests made. */
  requests = 0;
  /** Requests that ended with `RequestFailed`. */
  requestsFailed = 0;
  /** Requests that ended with `RequestTimeout`. */
  requestsTimedOut = 0;
  /** Answers that came after their request had ended, or found their requester gone. */
  lateReplies = 0;
  /** How often the component was started again. */
  restarts = 0;
  /** Requests not handled, because the requester gave up while they were queued. */
  withdrawn = 0;
}
