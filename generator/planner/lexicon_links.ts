/**
 * Words for what is shared by its nature, what collects it, and what relates two things to each other.
 *
 * @module
 */

/** What many things have the same one of: "posts have many tags". */
export const SHARED: ReadonlySet<string> = words(
  "tag label topic keyword hashtag skill genre interest allergen amenity",
);

/** What the same thing may be in several of: "playlists contain many tracks". */
export const COLLECTIONS: ReadonlySet<string> = words(
  "playlist collection wishlist watchlist bookmarklist setlist bundle",
);

/** What is kept of two things that belong together. */
export const JOINING: ReadonlySet<string> = words(
  "enrolment enrollment membership registration participation attendance assignment subscription link",
);

/** How a clause says that there may be any number on both ends. */
export const MANY_TO_MANY: readonly string[] = [
  "{E:from} and {E:to} have|share|need a|an? many-to-many|n:m|m:n|m-to-n relation|relationship|association|link",
  "{E:from} and {E:to} $be many-to-many|related_many-to-many|linked_many-to-many",
  "a|an? many-to-many relation|relationship|association|link between|of {E:from} and {E:to}",
  "there $must|is a many-to-many relation|relationship|association between {E:from} and {E:to}",
  "{E:from} $can|$must? $be in|part_of|on|listed_in|shown_in|contained_in|used_in|included_in many|multiple|several|any_number_of|more_than_one {E:to}",
  "{E:from} $can|$must? belong|belongs to many|multiple|several|any_number_of|one_or_more|more_than_one {E:to}",
  "{E:from} $can|$must? $be assigned|added|linked|attached to many|multiple|several|any_number_of|one_or_more|more_than_one {E:to}",
];

/** How a clause says that there may be any number on one end, whatever the verb is. */
export const MANY_OF: readonly string[] = [
  "many|multiple|several|any_number_of|lots_of",
  "in|to|on|at|with|for|as|from many|multiple|several|any_number_of|lots_of",
];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
