/**
 * Every diagnostic code with its meaning, as data; docs/DIAGNOSTICS.md is printed from it.
 *
 * AC0xx requests · AC1xx syntax and shape · AC2xx names · AC3xx types and values · AC4xx wiring · AC5xx users, access and rules over several entities · AC6xx what goes beyond keeping things · AC9xx known, not built yet.
 *
 * @module
 */

import { ENDPOINT_CODES } from "./endpoint_codes.ts";
import { FETCH_CODES } from "./fetch_codes.ts";
import { LOGIC_CODES } from "./logic_codes.ts";

/** What a code means. */
export interface CodeMeaning {
  /** What was found, in one line. */
  readonly title: string;
  /** What to do about it, in one or two sentences. */
  readonly advice: string;
}

/** Says that something is known but not built yet, for the message of a code AC9xx. */
export function describeLater(code: string): string {
  const title = DIAGNOSTIC_CODES[code]?.title ?? "This";
  return `${title.charAt(0).toLowerCase()}${
    title.slice(1)
  } known, not built yet`;
}

/** Says what to do about a code, for the help of a message. */
export function adviceFor(code: string): string {
  const advice = DIAGNOSTIC_CODES[code]?.advice ?? "Leave it out.";
  return `${advice.charAt(0).toLowerCase()}${advice.slice(1)}`.replace(
    /\.$/,
    "",
  );
}

/** Renders the table of all codes as Markdown. */
export function diagnosticDocs(): string {
  const groups = GROUPS.map(([digit, title]) => {
    const rows = Object.entries(DIAGNOSTIC_CODES)
      .filter(([code]) => code.startsWith(`AC${digit}`))
      .map(([code, meaning]) =>
        `| \`${code}\` | ${meaning.title}${
          digit === "9" ? " known, not built yet" : ""
        } | ${meaning.advice} |`
      );
    return [
      `## ${title}`,
      "",
      "| Code | What was found | What to do |",
      "| ---- | -------------- | ---------- |",
      ...rows,
      "",
    ].join("\n");
  });
  return `# Diagnostics\n\n${INTRODUCTION}\n\n${groups.join("\n")}`;
}

const INTRODUCTION =
  "Codes are stable: a code keeps its meaning, and a meaning keeps its code. " +
  "An `error` stops generation with nothing written; a `warning` does not; " +
  "`assumed` says what was decided without being asked for.";

const GROUPS: readonly (readonly [string, string])[] = [
  ["0", "Requests"],
  ["1", "Syntax and shape"],
  ["2", "Names"],
  ["3", "Types and values"],
  ["4", "Wiring"],
  ["5", "Users, access and rules over several entities"],
  ["6", "What goes beyond keeping things"],
  ["7", "What a language model has written"],
  ["9", "Known, not built yet"],
];

/** All codes. */
export const DIAGNOSTIC_CODES: Readonly<Record<string, CodeMeaning>> = {
  AC001: {
    title: "Nothing of the request was understood",
    advice: "Say what the system keeps and what can be done with it.",
  },
  AC002: { title: "The request is empty", advice: "Write a request." },
  AC003: {
    title: "The request is too long",
    advice: "Split it, or write a blueprint.",
  },
  AC010: {
    title: "A sentence was not understood",
    advice: "Say it in other words, or add it to the blueprint by hand.",
  },
  AC011: {
    title: "A sentence asks for something known but not built yet",
    advice: "Leave it out, or build that part by hand.",
  },
  AC020: {
    title: "A language model gave no blueprint that passes the checks",
    advice:
      "Say it more simply, take another model, or leave `--planner model` out.",
  },
  AC021: {
    title: "A language model claims what is not in its blueprint",
    advice: "Read what the sentence became; it is told with the blueprint.",
  },
  AC022: {
    title: "A language model answered in another form",
    advice: "Take another model, or let it answer with more tokens.",
  },
  AC023: {
    title: "A language model wrote code into a blueprint",
    advice:
      "Say what it does as `behavior`: code is written and checked when the system is generated.",
  },
  AC024: {
    title: "A language model opened what the request does not name",
    advice: "Name the host in the request, or add it to the blueprint by hand.",
  },
  AC025: {
    title: "A language model left open what the request keeps from some",
    advice: 'Say who signs in, or "no login" if anybody may do anything.',
  },
  AC026: {
    title: "A figure of a sentence is not in what a language model made of it",
    advice: "Compare the sentence with the blueprint.",
  },
  AC101: {
    title: "The text is not valid YAML",
    advice: "Mend the syntax at the caret.",
  },
  AC102: { title: "A key stands twice", advice: "Remove one of the two." },
  AC103: {
    title: "The text is too large",
    advice: "A blueprint has at most 1 MiB.",
  },
  AC104: {
    title: "The text is nested too deeply",
    advice: "No part of a blueprint needs more than a few levels.",
  },
  AC105: {
    title: "Aliases multiply the text",
    advice: "Write the parts out instead of aliasing them.",
  },
  AC106: {
    title: "The file holds several documents",
    advice: "Write one blueprint a file; remove `---`.",
  },
  AC107: {
    title: "A text has an invisible character",
    advice:
      "Remove control characters, characters that turn the reading direction, and halves of surrogate pairs.",
  },
  AC108: {
    title: "The text is empty",
    advice: "Begin with `system:` and `entities:`.",
  },
  AC109: {
    title: "The text uses tags, directives or merge keys",
    advice: "Write plain YAML 1.2.",
  },
  AC110: {
    title: "A key is unknown",
    advice: "Use the key that the help names; `autocoder schema` lists all.",
  },
  AC111: { title: "A key is missing", advice: "Add it." },
  AC112: {
    title: "A mapping, list or value stands where another is wanted",
    advice: "Write the wanted form.",
  },
  AC113: {
    title: "More is wrong than is told",
    advice: "Mend what is told first.",
  },
  AC201: {
    title: "A name has the wrong spelling",
    advice:
      "Systems, entities, components and ports are snake_case, fields and relations camelCase.",
  },
  AC202: {
    title: "A name is too long",
    advice: "Names have at most 48 characters.",
  },
  AC203: {
    title: "A name is reserved",
    advice: "Choose another; the message says what has the name already.",
  },
  AC204: {
    title: "Two names lead to the same path, table, column, type or file",
    advice: "Rename one, or give one another `plural`.",
  },
  AC205: {
    title: "An entity is named that does not exist",
    advice: "Mend the name, or declare the entity.",
  },
  AC206: {
    title: "A field is named that does not exist",
    advice: "Mend the name, or declare the field.",
  },
  AC207: {
    title: "A requirement refers to something that is not in the blueprint",
    advice: "Mend the reference, or remove it.",
  },
  AC208: {
    title: "The system's name was taken from the file's name",
    advice: "Write `system:` to choose it.",
  },
  AC209: {
    title: "A plural was chosen because the regular one is taken",
    advice: "Write `plural:` to choose it.",
  },
  AC301: {
    title: "A value has the wrong type or form",
    advice: "Write the wanted one; texts that look like numbers need quotes.",
  },
  AC302: {
    title: "A word is not one of those allowed",
    advice: "Use one that the help names.",
  },
  AC303: {
    title: "A number is out of range",
    advice: "Use a number in the range.",
  },
  AC304: { title: "A text is too long", advice: "Shorten it." },
  AC305: {
    title: "A list or mapping has too many entries",
    advice: "Split the system.",
  },
  AC306: {
    title: "A setting does not go with the field's type",
    advice: "Remove it, or change the type.",
  },
  AC307: {
    title: "A smallest value is larger than the largest",
    advice: "Swap them.",
  },
  AC308: {
    title: "A default does not fit its own field",
    advice: "Change the default, or the field.",
  },
  AC309: {
    title: "The values of an enum are missing, empty or repeated",
    advice: "List each value once.",
  },
  AC310: {
    title: "A pattern is no regular expression",
    advice: "Mend the expression; it is compiled with the flag `u`.",
  },
  AC311: {
    title: "A pattern could take very long",
    advice:
      "Repetitions within repetitions, or one after the other, must not be able to match the same text in several ways.",
  },
  AC312: {
    title: "An action sets or tests a value that does not fit the field",
    advice: "Change the value, or the field.",
  },
  AC313: {
    title: "An action sets a field that never changes",
    advice: "Remove `immutable`, or do not set the field.",
  },
  AC314: {
    title: "A required relation would have to be cleared",
    advice: "Write `required: false`, or another `onDelete`.",
  },
  AC315: {
    title: "Required relations form a circle",
    advice: "Nothing could ever be created; make one of them optional.",
  },
  AC316: {
    title: "A setting has no effect",
    advice: "Remove it, or what makes it idle.",
  },
  AC317: {
    title: "No text could be made that keeps all rules of a field",
    advice:
      "The tests of the system would have nothing to send. Change the pattern or the lengths; write a pattern without lookarounds.",
  },
  AC318: {
    title: "A list of fields and relations is too short, or repeats one",
    advice:
      "Name each once. What is unique by itself is said at the field or relation.",
  },
  AC319: {
    title: "A setting does not go with the relation",
    advice: "Remove it.",
  },
  AC320: {
    title: "A slug has nothing it could be made of",
    advice: "Write `from` with a string or text of the entity.",
  },
  AC321: {
    title: "An action needs a field that is never without a value, or not seen",
    advice:
      "Name optional fields without a default that clients send, or write a `guard`.",
  },
  AC401: {
    title: "There is nothing to build",
    advice: "Declare an entity, or components with bindings.",
  },
  AC402: {
    title: "A component's kind cannot be told",
    advice: "Write its `type`.",
  },
  AC403: {
    title: "A component's entity cannot be told",
    advice: "Write its `entity`.",
  },
  AC404: {
    title: "A component was added or its kind inferred",
    advice: "Write it out to decide otherwise.",
  },
  AC405: {
    title: "A store had no entity; one with free-form data was added",
    advice: "Declare the entity and its fields.",
  },
  AC406: {
    title: "A binding's source is not a port of its component",
    advice: "Write the binding under the component it starts from.",
  },
  AC407: {
    title: "A request would have several answers",
    advice: "Give each receiver a port of its own.",
  },
  AC408: {
    title: "Two components of these kinds cannot be bound",
    advice: "An endpoint sends to controllers, a controller to its store.",
  },
  AC409: {
    title: "A role is taken by two components",
    advice:
      "A system has one endpoint, an entity one controller and one store.",
  },
  AC410: {
    title: "A component is not connected",
    advice: "Add the binding that the help shows.",
  },
  AC411: {
    title: "An answer leads back another way than its request",
    advice: "Bind answers back to the component that asks.",
  },
  AC412: {
    title: "A port is used in both directions",
    advice: "Give each direction a port of its own.",
  },
  AC413: {
    title: "A binding's type does not go with its ends",
    advice: "Remove `type`, or write `request_reply`.",
  },
  AC414: {
    title: "Two components are bound twice",
    advice: "One binding carries all requests between two components.",
  },
  AC420: {
    title: "A connection names a component or port that does not exist",
    advice: "Mend the name.",
  },
  AC421: {
    title: "A connection runs against a port's direction",
    advice: "Bind outputs to inputs.",
  },
  AC422: {
    title: "A connection joins ports of different types",
    advice: "Bind ports that carry the same type.",
  },
  AC423: { title: "A port is not connected", advice: "Bind it." },
  AC424: {
    title: "A circle of channels would block when all are full",
    advice: "Break the circle: remove one of its bindings.",
  },
  AC425: {
    title: "A channel's capacity is not usable",
    advice: "Use a whole number from 1.",
  },
  AC426: { title: "A connection stands twice", advice: "Remove one." },
  AC429: {
    title: "The graph check found something else",
    advice: "Read the message.",
  },
  AC501: {
    title: "An access rule names nobody",
    advice: "Name `everyone`, `users`, `owner`, or a role of `users.roles`.",
  },
  AC502: {
    title: "An owner is no relation to the users",
    advice: "Add a relation that belongs to the users' entity, and name it.",
  },
  AC503: {
    title: "A rule is about the owner of what has none",
    advice: "Write `owner:` with a relation to the users' entity.",
  },
  AC504: {
    title: "Access is restricted in a system without users",
    advice: "Add `users: {}` at the top, or leave the rules out.",
  },
  AC505: {
    title: "Nobody may do anything with an entity",
    advice:
      "Add `access:` with a rule for `read`, `create` and `write`; what has no rule is denied.",
  },
  AC506: {
    title: "An access rule is about no operation or action",
    advice: "Name one that the entity has, or `read` or `write`.",
  },
  AC507: {
    title: "Nobody could sign in with this field",
    advice:
      "Let it be a string or an email that is required and unique, and can always be given.",
  },
  AC508: {
    title: "An access rule cannot hold, or would undo another",
    advice: "Do as the help says.",
  },
  AC509: {
    title: "A role has a name that means something else",
    advice: "Choose another name.",
  },
  AC510: {
    title: "A name is taken by what comes with users",
    advice: "Rename yours.",
  },
  AC511: {
    title: "Something about users was assumed",
    advice: "Write the entity and its `access` to decide it.",
  },
  AC520: {
    title: "A field cannot stand for the id in paths",
    advice:
      "`key` names a slug, a serial, or a string or email that is required, unique and of at most 200 characters.",
  },
  AC521: {
    title: "Lists cannot be sorted by that",
    advice:
      "`order` names at most 4 fields or relations, each once, of types that have an order and short values.",
  },
  AC530: {
    title: "Entities cannot be kept from overlapping by these fields",
    advice:
      "Use two fields of one type that has an order: date, datetime, time, integer, decimal or number.",
  },
  AC531: {
    title: "An overlap rule leaves nothing to take",
    advice:
      "Let a field be either where something begins or where it ends, and give numbers room between min and max.",
  },
  AC532: {
    title: "A member cannot say among which entities nothing overlaps",
    advice: "Name fields and relations whose values many entities share.",
  },
  AC533: {
    title: "A value cannot say which entities count in an overlap rule",
    advice: "Use values of an enum, boolean, string or integer field.",
  },
  AC534: {
    title: "An action would move what an entity takes",
    advice: "Let clients send the field by PATCH.",
  },
  AC535: {
    title: "An action cannot adjust this number, or not by this amount",
    advice:
      "Name an integer, decimal or number field of the other entity, and a number or such a field of your own that fits it.",
  },
  AC536: {
    title: "Nothing tells whether an action that adjusts was done",
    advice:
      "Let it set a field to a value, or a field that may be null to `$now`.",
  },
  AC537: {
    title: "What is deleted here cannot be restored",
    advice: "Leave `softDelete` out, or do as the help says.",
  },
  AC540: {
    title: "A setting is about clients, and no client sets the field",
    advice: "Leave the setting out.",
  },
  AC541: {
    title: "An expression cannot be read",
    advice: "Write numbers, own fields, `+ - * /` and parentheses.",
  },
  AC542: {
    title: "An expression names no field of its entity",
    advice: "Name one of the entity's own integers, decimals or numbers.",
  },
  AC543: {
    title: "An expression calculates with what is no number",
    advice: "Name an integer, a decimal or a number.",
  },
  AC544: {
    title: "An expression divides by zero",
    advice: "Divide by something else.",
  },
  AC545: {
    title: "A computed field follows from itself",
    advice: "Compute it of fields that do not depend on it.",
  },
  AC546: {
    title: "A write-only field would be told",
    advice: "Remove `writeOnly` from the field, or leave it out there.",
  },
  AC550: {
    title: "Users cannot belong to a tenant by this relation",
    advice: "Name a required relation of the users' entity to another one.",
  },
  AC551: {
    title: "An entity cannot belong to a tenant by this relation",
    advice: "Name a required relation to the entity that users belong to.",
  },
  AC552: {
    title: "Everyone may do something with what belongs to a tenant",
    advice: "Allow it to users or roles: who is not signed in has no tenant.",
  },
  AC553: {
    title: "Something that belongs to a tenant's is shared by all of them",
    advice: "Give it a relation to the tenant, and name it in `tenant:`.",
  },
  AC554: {
    title: "Tenants are opened by registrations",
    advice:
      "Leave `create` out of their operations, and let their relations be optional.",
  },
  AC560: {
    title: "A mark that cannot be kept",
    advice:
      "Add `users`, and give the two relations of the mark different names by `by` and `of`.",
  },
  AC561: {
    title: "An account without users",
    advice: "Add `users: {}` at the top, or leave `api.account` out.",
  },
  AC562: {
    title: "Values of a field that is not there",
    advice: "Name a list, enum or string of an entity: `article.tags`.",
  },
  AC563: {
    title: "Something that cannot be shown",
    advice:
      "Name a field, a mark's field or count, `{ relation: resource }`, `sum(entity.field)` or `count(entity)`; each once.",
  },
  AC564: {
    title: "A resource without its entity",
    advice: "Write the entity under `entities`, or name another by `entity`.",
  },
  AC565: {
    title: "A resource under something it does not belong to",
    advice:
      "Name a resource whose entity this one has exactly one relation to.",
  },
  AC566: {
    title: "A key that does not name one",
    advice: "Name a field that is unique and required, or leave `key` out.",
  },
  AC567: {
    title: "A filter by something that is not there",
    advice:
      "Name a field, `relation.field` or `mark.field`, where the field behind the full stop is unique.",
  },
  AC568: {
    title: "A list that is restricted by something that is not there",
    advice: "Name a mark, a relation to users, or fields with their values.",
  },
  AC569: {
    title: "Two routes with one method and path",
    advice: "Give one of the two another path.",
  },
  AC570: {
    title: "A resource that is shown within itself",
    advice: "Show a resource there that has less.",
  },
  AC571: {
    title: "A many-to-many relation that cannot be",
    advice: "Name an entity, and leave every other setting out.",
  },
  AC572: {
    title: "An operation whose method or status cannot be another",
    advice: "Name `create`, `replace` or `patch`.",
  },
  AC573: {
    title: "Something is shown to whom its own rules do not show it",
    advice: "Show less, or let them read it.",
  },
  AC580: {
    title: "A relation or field cannot say whether something may be done",
    advice:
      "Name a relation of the entity and fields of the other side of the type enum, boolean, string or integer, each with values that fit it; leave out fields that no answer shows.",
  },
  AC581: {
    title: "A rule by state is about nothing",
    advice:
      "Name at least one field with one value, and an operation or action that the entity has.",
  },
  AC582: {
    title: "An entity would begin in a state in which it cannot be changed",
    advice: "Give the field a default that is among the values of `editable`.",
  },
  AC583: {
    title: "Nothing of an entity can be hidden by its state like this",
    advice:
      "Use `visible` in a system with users, of an entity that users are not, and name roles, `users` or `owner` in `always`.",
  },
  AC584: {
    title: "An entity would be hidden from whoever made it",
    advice:
      "Add `owner` to `always`, or give the fields of `when` defaults that are among the values.",
  },
  AC590: {
    title: "A webhook of an entity that is not there",
    advice: "Name an entity of the blueprint.",
  },
  AC591: {
    title: "A webhook of an action that is not there",
    advice: "Name an action of the entity, or `create`, `update`, `delete`.",
  },
  AC592: {
    title: "A webhook without a host",
    advice: "Name the hosts that its URL may be of, under `hosts`.",
  },
  AC593: {
    title: "A setting that is taken",
    advice: "Give the webhook a setting of its own, under `to`.",
  },
  AC594: {
    title: "A component with the name of the sender of webhooks",
    advice: "Give the component another name.",
  },
  AC600: {
    title: "Something cannot be included when entities are read",
    advice: "Rename the field or the relation that has the name already.",
  },
  AC610: {
    title: "Words cannot be searched in this field",
    advice: "Name fields of the type string, text, email or url.",
  },
  AC611: {
    title: "Words would be searched, and nothing is listed",
    advice: "Add `list` to `operations`, or leave `search` out.",
  },
  AC612: {
    title: "Entities cannot be counted by this",
    advice:
      "Name fields of the type enum, boolean, string, integer or date, relations, or `{ createdAt: month }`.",
  },
  AC613: {
    title: "A field cannot be added up or compared",
    advice:
      "Name fields with numbers; for `min` and `max` also dates and times.",
  },
  AC614: {
    title: "The name of an aggregate is taken",
    advice: "Give the aggregate another name.",
  },
  AC615: {
    title: "An aggregate of what is not listed",
    advice: "Add `list` to `operations`: its rules hold for aggregates, too.",
  },
  AC617: {
    title: "An aggregate of what no resource shows",
    advice:
      "Show all that the aggregate is of in a resource with the operation `list`.",
  },
  AC618: {
    title: "A key of groups has a name that groups have for something else",
    advice:
      "Show the field under another name than `count`, `sum`, `avg`, `min` and `max`.",
  },
  AC620: {
    title: "Answers would be kept too long or too short",
    advice: "Write a time from `1m` to `30d`, such as `24h`.",
  },
  AC621: {
    title: "An operation in bulk that the entity does not have alone",
    advice: "Add it to `operations`, or leave it out of `bulk`.",
  },
  AC623: {
    title: "A limit without operations in bulk",
    advice: "Add `bulk`, or leave `bulkLimit` out.",
  },
  AC624: {
    title: "An operation in bulk that no resource has alone",
    advice:
      "Add it to the `operations` of a resource, or leave it out of `bulk`.",
  },
  AC625: {
    title:
      "A key that has the name of something else where several are changed",
    advice: "Show it under another name than `changes` and `ifMatch`.",
  },
  ...LOGIC_CODES,
  ...ENDPOINT_CODES,
  AC650: {
    title: "Nobody can listen to an entity's changes like this",
    advice:
      "Use `live` on an entity with the operation `list`; one of its resources has it too, in an API of its own shape.",
  },
  AC651: {
    title: "A component has the name of the one that tells of changes",
    advice: "Give it another name.",
  },
  AC652: {
    title: "Nothing tells when something is done by itself",
    advice: 'Write `every: 1h`, or `at: "03:00"` for a time of day in UTC.',
  },
  AC653: {
    title: "A schedule is about an entity that is not there",
    advice: "Name an entity of the blueprint.",
  },
  AC654: {
    title: "A schedule does what cannot be done",
    advice: "Name an action of the entity, or `delete`.",
  },
  AC655: {
    title: "A schedule would do something to all there is",
    advice: "Add `where` or `before`.",
  },
  AC656: {
    title: "A field cannot be compared with the time",
    advice:
      "Name a field of the type date or datetime, `createdAt` or `updatedAt`.",
  },
  AC657: {
    title: "A component has the name of the one that keeps schedules",
    advice: "Give it another name.",
  },
  AC670: {
    title: "A bound that is not what the field's values are",
    advice:
      "Give numbers to fields of numbers and durations such as `PT1H30M` to fields of the type duration.",
  },
  AC671: {
    title: "A sorted list of durations or objects",
    advice: "Leave `sorted` out.",
  },
  AC672: {
    title: "An object without fields",
    advice: "Add `fields`, or write the type `json` for any JSON.",
  },
  AC673: {
    title: "Something that a field of an object cannot have",
    advice: "Say it of the object, or make the object an entity of its own.",
  },
  AC674: {
    title: "Objects too deep in each other",
    advice: "Make one of them an entity of its own.",
  },
  AC675: {
    title: "An object whose type has the name of another",
    advice: "Rename the field.",
  },
  AC676: {
    title: "Something that a file cannot have",
    advice: "Leave it out.",
  },
  AC677: {
    title: "A file that no operation reads or changes",
    advice: "Add `get` and `patch` to the entity's operations.",
  },
  AC678: {
    title: "A file that no resource serves",
    advice:
      "Show it in a resource that has the operations `get` and `patch`: behind its path the file is read, sent and deleted.",
  },
  AC679: {
    title: "A media type that is none",
    advice: "Write it as `image/png`.",
  },
  AC690: {
    title: "What nobody can read cannot be kept in memory",
    advice: "Let clients get or list it, or leave `cache` out.",
  },
  AC700: {
    title: "A record of what a language model wrote that cannot be used",
    advice:
      "Restore the file in `.autocoder/answers`, or remove it and have it written anew.",
  },
  AC701: {
    title: "A file that a language model wrote for another rendering",
    advice:
      "Have it written anew, or remove its record from `.autocoder/answers`.",
  },
  ...FETCH_CODES,
  AC901: {
    title: "Flows are",
    advice: "Leave `flows` out.",
  },
  AC902: {
    title: "This store engine is",
    advice: "Use `sqlite`, `postgres` or `memory`.",
  },
  AC903: {
    title: "Access in this place is",
    advice:
      "Write `roles` under `users`, `access` under each entity; passwords are kept for users by themselves.",
  },
  AC904: {
    title: "Components of this type are",
    advice: "Use APIEndpoint, Controller and Store.",
  },
  AC905: {
    title: "Logic of this kind is",
    advice:
      "Write `run` in an action or under `guard`, `computed` or `hooks`, or edit the generated controller.",
  },
  AC906: {
    title: "Bindings of this kind are",
    advice: "Leave the binding or the key out.",
  },
  AC907: {
    title: "Binary data in a field is",
    advice: "Use the type `file`.",
  },
  AC908: {
    title: "Relations other than belongsTo are",
    advice: "Write `belongsTo` on the other side.",
  },
  AC909: {
    title: "This setting is",
    advice: "Leave it out.",
  },
};
