/**
 * How requests say that clients are told of changes as they happen.
 *
 * @module
 */

const WIRES =
  "websocket|websockets|web_socket|web_sockets|web-socket|web-sockets|sse|server-sent_events|server_sent_events|server-sent-events|" +
  "an_event_stream|event_stream|event_streams|eventsource|websocket_connection|websocket_connections";
const EVENTS =
  "changes|change|updates|update|events|event|notifications|creations|modifications|status_changes|status_updates|changes_and_updates|news";
const LIVE = "live|real-time|realtime|real_time|instant|near-real-time";

/** What stands before a thing whose updates are told. */
export const LIVE_ADJECTIVES = `${LIVE}`;

/** What says that something is told as it happens, after a clause. */
export const LIVE_TAILS: readonly string[] = [
  "in near? real time|real-time",
  "in realtime|real-time",
  "live|realtime|real-time",
  `over|via|through|with|using|by|on|as|from a|an|the? ${WIRES}`,
  "as they|it happen|happens|arrive|arrives|come_in|comes_in|occur|occurs|change|changes",
  "as soon as they|it happen|happens|arrive|arrives|change|changes|come_in|comes_in",
  "without polling|refreshing|reloading|having_to_refresh|having_to_reload|having_to_poll the? page?",
];

/** What stands before the thing whose changes are told, with how certain that is. */
export const LIVE_STARTS: readonly (readonly [string, "sure" | "with tail"])[] =
  [
    [
      `push|pushes|stream|streams|broadcast|broadcasts|pushing|streaming|broadcasting all|every|any|the|new|${LIVE}? ${EVENTS} of|to|for|about|on|in`,
      "sure",
    ],
    [
      `send|sends|publish|publishes|emit|emits|deliver|delivers|provide|provides|offer|offers|sending all|every|any|the|new|${LIVE}? ${EVENTS} of|to|for|about|on|in`,
      "with tail",
    ],
    [
      `push|pushes|stream|streams|broadcast|broadcasts|send|sends|publish|publishes|provide|offer|have|get|gets|receive|receives|see|sees|with|want ${LIVE} ${EVENTS}|feed|stream|tracking of|to|for|about|on|in`,
      "sure",
    ],
    [`${LIVE} ${EVENTS}|feed|stream of|to|for|about|on|in|:`, "sure"],
    [
      `subscribe|subscribes|listen|listens|subscribing|listening to|for the|all|new|${LIVE}? ${EVENTS} of|to|for|about|on|in`,
      "sure",
    ],
    ["subscribe|subscribes|listen|listens to", "with tail"],
    [
      `get|gets|receive|receives|see|sees|be_notified_of|are_notified_of|be_told_of|are_told_of|be_informed_of|follow the|all|any? ${EVENTS} of|to|for|about|on|in`,
      "with tail",
    ],
    [
      "push|pushes|stream|streams|broadcast|broadcasts|publish|publishes",
      "with tail",
    ],
    [
      `use|using|offer|provide|with|have|support a|an? ${WIRES} endpoint|feed|updates|stream|channel|support? for|of|on`,
      "sure",
    ],
    [
      `${WIRES} endpoint|feed|updates|stream|channel|support? for|of|on`,
      "sure",
    ],
  ];

/** What stands after the thing, where it comes first. */
export const LIVE_ENDS: readonly (readonly [string, "sure" | "with tail"])[] = [
  [
    `${EVENTS} $must|$can? $be|be? pushed|streamed|broadcast|broadcasted`,
    "sure",
  ],
  [
    `${EVENTS} $must|$can? $be|be? sent|delivered|shown|published|emitted|available`,
    "with tail",
  ],
  [`${EVENTS}`, "with tail"],
  ["$must|$can? $be|be? pushed|streamed|broadcast|broadcasted", "with tail"],
  [
    "$must|$can? $be|be? updated|refreshed|shown|sent|delivered|visible|synced",
    "with tail",
  ],
  [
    "$must|$can? appear|appears|arrive|arrives|show_up|shows_up|pop_up|update|updates|refresh|refreshes|change|changes",
    "with tail",
  ],
  ["$must|$can? $be|be?", "with tail"],
];

/** What may stand after the thing: "vehicle updates". */
export const LIVE_EVENTS = EVENTS;

/** Whom is told, where that is everybody who may see it. */
export const TOLD_CLIENTS: readonly string[] = [
  "to|for all|any|every|the|connected|subscribed|each|our? connected|subscribed|open? clients|client|users|user|subscribers|browsers|browser|everyone|everybody|frontend|front_end|apps|app|mobile_app|web_app|dashboard|ui|listeners|consumers|viewers",
];
