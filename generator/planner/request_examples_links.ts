/**
 * Requests in which any number of one thing goes with any number of another.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests in which any number of one thing goes with any number of another. */
export const LINK_EXAMPLES: readonly RequestExample[] = [
  {
    request:
      "Posts have a title. Tags have a name. Posts have many tags and tags have many posts.",
    outline: `
      post: title! > tags<>tag
      tag: name!`,
  },
  {
    name: "what is shared by its nature",
    request: "Recipes have a title and tags. Tags have a unique name.",
    outline: `
      recipe: title! > tags<>tag
      tag: name!*`,
  },
  {
    name: "many of each, whatever the verb",
    request:
      "Students have a name. Courses have a title. A student can enrol in many courses and a course has many students.",
    outline: `
      student: name! > courses<>course
      course: title!`,
  },
  {
    name: "many of each, in two sentences",
    request:
      "Suppliers have a name. Products have a name. Suppliers deliver many products. Products have many suppliers.",
    outline: `
      supplier: name! > products<>product
      product: name!`,
  },
  {
    name: "something is kept of both already",
    request:
      "Students have a name. Courses have a title. A student can take many courses. A course has many students. Enrolments belong to a student and a course.",
    outline: `
      student: name!
      course: title!
      enrolment: > student course`,
  },
  {
    name: "in many of them",
    request:
      "Songs have a title. Playlists have a name. A song can be in many playlists.",
    outline: `
      song: title!
      playlist: name! > songs<>song`,
  },
  {
    name: "a collection of what is in others, too",
    request:
      "Playlists have a name and contain many tracks. Tracks have a title.",
    outline: `
      playlist: name! > tracks<>track
      track: title!`,
  },
  {
    name: "called by its name",
    request:
      "Products have a name. Shops have a city. Products and shops have a many-to-many relation.",
    outline: `
      product: name!
      shop: city > products<>product`,
  },
  {
    name: "many on one side only, by a verb that may mean anything",
    request:
      "Artworks have a title. Exhibitions have a name. Exhibitions show many artworks.",
    outline: `
      artwork: title!
      exhibition: name!`,
    notUnderstood: ["Exhibitions show many artworks"],
  },
  {
    name: "many of one only",
    request:
      "Authors have a name. Books have a title. Authors have many books.",
    outline: `
      author: name!
      book: title! > author`,
  },
  {
    name: "in many of what is not described",
    request:
      "Artworks have a title. Exhibitions show many artworks and an artwork can be in many exhibitions.",
    outline: `
      artwork: title!
      exhibition: name! > artworks<>artwork`,
  },
  {
    name: "one more of what it belongs to",
    request:
      "Patients have a name. Appointments belong to a patient and a dentist and have a start time, an end time and notes. Two appointments of the same dentist must not overlap.",
    outline: `
      patient: name!
      appointment: startTime:datetime! endTime:datetime! notes:text > patient dentist &startTime..endTime(dentist)
      dentist: name!`,
  },
  {
    name: "what a thing holds, it does not manage",
    request:
      "Lockers have a code. Parcels belong to a locker. A locker holds one parcel at a time.",
    outline: `
      locker: code
      parcel: name! > locker`,
    notUnderstood: ["A locker holds one parcel at a time."],
  },
];
