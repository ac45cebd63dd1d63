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

/** Entities that are called by a title rather than a name. */
export const TITLED_ENTITIES: ReadonlySet<string> = new Set(
  ("task todo post article book movie film song album note ticket issue recipe event job course lesson page poll topic " +
    "episode video podcast quiz survey story chapter document report paper talk bug")
    .split(" "),
);
