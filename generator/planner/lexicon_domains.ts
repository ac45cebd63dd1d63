/**
 * Places and programs people name without saying what is kept in them.
 *
 * @module
 */

/** What is kept in a place or program when the request names nothing else; assumed and reported as such. */
export const CONTAINERS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  agenda: "appointment",
  blog: "post",
  calendar: "event",
  catalog: "product",
  catalogue: "product",
  clinic: "patient",
  crm: "customer",
  diary: "entry",
  fleet: "vehicle",
  forum: "topic",
  gym: "member",
  helpdesk: "ticket",
  hospital: "patient",
  hotel: "room",
  inventory: "product",
  journal: "entry",
  leaderboard: "player",
  library: "book",
  "parking lot": "parking spot",
  portfolio: "project",
  restaurant: "dish",
  school: "student",
  shelter: "animal",
  shop: "product",
  store: "product",
  warehouse: "item",
  wiki: "page",
  zoo: "animal",
};

/** Names of fields that are the two ends of one span when they stand in one list. */
export const SPAN_ENDS: readonly (readonly [string, string])[] = [
  ["start", "end"],
  ["starts", "ends"],
  ["begin", "end"],
  ["begins", "ends"],
  ["beginning", "end"],
  ["check in", "check out"],
  ["checkin", "checkout"],
  ["from", "to"],
  ["from", "until"],
  ["from", "till"],
];

/** Ends that are as often places or people: times only where the entity takes time. */
export const VAGUE_ENDS: ReadonlySet<string> = new Set(["from"]);

/** Words in the names of entities that last for days. */
export const LASTING_DAYS: ReadonlySet<string> = new Set(
  ("vacation holiday leave absence stay lease contract subscription membership campaign season project sprint semester " +
    "term tour exhibition festival internship employment sabbatical policy permit visa quarter")
    .split(" "),
);

/** Words in the names of entities that last for hours. */
export const LASTING_HOURS: ReadonlySet<string> = new Set(
  ("booking reservation meeting event shift appointment session slot timeslot rental visit loan closure lesson class " +
    "lecture talk call interview entry reservation outage maintenance parking watch round workout")
    .split(" "),
);

/** Words in the names of entities whose ends are places or positions. */
export const NO_SPANS: ReadonlySet<string> = new Set(
  ("route trip flight journey path leg ride segment edge road line section range interval chapter passage walk hike " +
    "connection link move transfer")
    .split(" "),
);

/** Entities that are persons. */
export const PERSONS: ReadonlySet<string> = new Set(
  ("player employee candidate member applicant worker person contact athlete footballer officer politician colleague " +
    "representative coach staff user student volunteer")
    .split(" "),
);

/** Names that mean something else in persons: the position of a player is no number. */
export const FIELDS_OF_PERSONS: ReadonlySet<string> = new Set(["position"]);

/** What is little more than what somebody wrote. */
export const WRITTEN_ENTITIES: ReadonlySet<string> = new Set(
  "comment message reply remark answer review feedback testimonial".split(" "),
);
/** Entities that are called by a title rather than a name. */
export const TITLED_ENTITIES: ReadonlySet<string> = new Set(
  ("task todo post article book movie film song album note ticket issue recipe event job course lesson page poll topic " +
    "episode video podcast quiz survey story chapter document report paper talk bug")
    .split(" "),
);
