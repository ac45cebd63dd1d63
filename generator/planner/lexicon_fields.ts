/**
 * What a field's name says about its type.
 *
 * @module
 */
import type { FieldType, ItemType } from "../blueprint/blueprint.ts";

/** What a name says about a field. */
export interface FieldHint {
  /** The type. */
  readonly type: FieldType;
  /** Smallest number. */
  readonly min?: number;
  /** Largest number. */
  readonly max?: number;
  /** The value when none is given. */
  readonly default?: boolean;
  /** A list keeps its values in order, each once. */
  readonly sorted?: boolean;
  /** The type of a list's elements. */
  readonly items?: ItemType;
  /** Required unless the request says optional: the entity cannot do without it. */
  readonly required?: boolean;
}

/** Names, or last words of names, `/` between them, with what they say. */
export const FIELD_WORDS: readonly (readonly [FieldHint, string])[] = [
  [{ type: "string", required: true }, "title/name"],
  [
    { type: "string" },
    "first name/last name/middle name/owner name/author name/company name/full name/user name/display name/nick name/" +
    "file name/customer name/guest name/donor name/status/state/type/kind/" +
    "category/priority/severity/level/role/code/sku/isbn/iban/number/phone/mobile/phone number/address/city/country/" +
    "zip/color/colour/size/brand/model/make/genre/author/subject/label/username/nickname/currency/unit/gender/" +
    "species/breed/location/department/company/class/order/access/process/business/address/status",
  ],
  [
    { type: "text" },
    "description/text/body/content/contents/notes/note/comment/comments/summary/bio/biography/details/message/" +
    "instructions/remark/remarks/feedback/explanation/abstract/synopsis/transcript/lyrics/directions/" +
    "diagnosis/treatment/symptoms/findings/observations/prescription/agenda/caption/reason/answer/review",
  ],
  [
    { type: "decimal", min: 0 },
    "price/cost/amount/total/fee/salary/wage/tax/discount/budget/subtotal/revenue/payment/deposit/fare/rent/tip/bid/" +
    "price per night/price per day/price per hour/price per unit/price per month/hourly rate/daily rate/target amount/" +
    "per night/per hour/unit price/percentage/percent/interest rate/tax rate/vat rate/exchange rate/commission rate",
  ],
  [{ type: "decimal" }, "balance/profit"],
  [
    { type: "integer", min: 0 },
    "quantity/qty/count/stock/age/capacity/duration/seats/pages/copies/calories/sets/reps/views/likes/votes/" +
    "vote count/population/party size/group size/team size/page count/points/attempts/servings/minutes/hours/days/" +
    "seconds/weeks/months/years/stock level/floors/rooms/bedrooms/bathrooms/beds/kilometers/steps count/" +
    "guests/participants count/spots/amount of/number of/credits/inventory count/on hand/max participants/" +
    "max attendees/reorder level/reorder point/reorder quantity/reorder threshold/stock threshold/file size/year of birth/cooking time/preparation time/prep time/serves/slots",
  ],
  [
    { type: "integer" },
    "year/position/rank/index/rating/stars/floor/version/sequence/sort order/track number/episode number/" +
    "page number/row/page/hazard class",
  ],
  [
    { type: "number", min: 0 },
    "kilograms/kilos/grams/liters/litres/tonnes/tons/meters/metres/weight/height/width/length/depth/distance/mileage/area/volume/speed/humidity/km/kg/miles",
  ],
  [
    { type: "number" },
    "score/threshold/value/temperature/pressure/voltage/altitude/reading/measurement/battery/battery level/grade point",
  ],
  [{ type: "number", min: -90, max: 90 }, "latitude/lat"],
  [{ type: "number", min: -180, max: 180 }, "longitude/lng/lon"],
  [
    { type: "boolean", default: false },
    "done/completed/complete/finished/archived/published/verified/favorite/favourite/paid/public/private/approved/" +
    "urgent/remote/read/sent/resolved/featured/locked/hidden/deleted/vegetarian/vegan/vaccinated/confirmed/important/" +
    "closed/billable/taxable/reserved/sold/electric/automatic/anonymous/virtual/organic/recurring/refundable/renewable/" +
    "negotiable/present/allowed/included/furnished/indoor/outdoor",
  ],
  [
    { type: "boolean", default: true },
    "active/enabled/available/visible/in stock",
  ],
  [
    { type: "date" },
    "date/birthday/birth date/deadline/day/due/date of birth/dob/expiry/expires on/due on/last inspection/next inspection/last service/next service/last visit/" +
    "next visit/last maintenance/next maintenance/last checkup/next checkup",
  ],
  [
    { type: "datetime" },
    "datetime/timestamp/start time/end time/date and time/time and date/departure/arrival/departure time/arrival time/" +
    "check in time/check out time/pickup time/delivery time/scheduled time/due at/planned start/planned end/actual start/actual end/" +
    "scheduled start/scheduled end/expected start/expected end",
  ],
  [
    { type: "duration" },
    "time span/timespan/time needed/time taken/time spent/running time/playing time/lead time/response time/" +
    "turnaround time/waiting time/travel time",
  ],
  [{ type: "time" }, "time/opening time/closing time/time of day"],
  [
    { type: "email" },
    "email/e-mail/email address/e-mail address/mail/mail address",
  ],
  [
    { type: "url" },
    "url/website/link/homepage/web site/web address/image url",
  ],
  [{ type: "file" }, "image/photo/picture/avatar/cover/thumbnail/logo"],
  [{ type: "uuid" }, "uuid/guid"],
  [
    { type: "list", sorted: true },
    "tags/labels/keywords/categories/skills/languages/genres/hobbies/interests/topics/allergens",
  ],
  [
    { type: "list" },
    "ingredients/steps/options/features/images/photos/authors/actors/phone numbers/aliases",
  ],
  [
    { type: "json" },
    "metadata/settings/attributes/properties/payload/coordinates/items list/json/preferences/" +
    "custom fields/custom data",
  ],
];

/** Words for a type in a description of a field, and the type. */
export const TYPE_WORDS: Readonly<Record<string, FieldType>> = {
  __proto__: null as never,
  array: "list",
  attachment: "file",
  bool: "boolean",
  boolean: "boolean",
  checkbox: "boolean",
  date: "date",
  "date-time": "datetime",
  datetime: "datetime",
  decimal: "decimal",
  double: "number",
  duration: "duration",
  "e-mail": "email",
  email: "email",
  enum: "enum",
  file: "file",
  "file attachment": "file",
  "file upload": "file",
  flag: "boolean",
  float: "number",
  int: "integer",
  integer: "integer",
  json: "json",
  link: "url",
  list: "list",
  "length of time": "duration",
  "list of strings": "list",
  "long text": "text",
  "multiline text": "text",
  money: "decimal",
  number: "number",
  numeric: "number",
  object: "json",
  "short text": "string",
  str: "string",
  string: "string",
  text: "text",
  time: "time",
  timestamp: "datetime",
  "true or false": "boolean",
  "true / false": "boolean",
  url: "url",
  uuid: "uuid",
  varchar: "string",
  "whole number": "integer",
  "yes / no": "boolean",
  "yes or no": "boolean",
};

/** Last words of names that are usually one of a few values. */
export const CHOICE_WORDS: ReadonlySet<string> = new Set(
  ("status state type kind category priority severity level role gender size currency stage phase condition unit " +
    "mood color colour difficulty plan visibility genre format language grade urgency tier method mode")
    .split(" "),
);

/** Last words of names of states: something is always in one of them, at first in the first. */
export const STATE_WORDS: ReadonlySet<string> = new Set(
  ["status", "state", "stage", "phase", "progress"],
);

/** Fields every entity has; a request that names them gets what is there. */
export const BUILT_IN_FIELDS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  id: "id",
  identifier: "id",
  "unique id": "id",
  "created at": "createdAt",
  "creation date": "createdAt",
  "creation time": "createdAt",
  "created date": "createdAt",
  "date created": "createdAt",
  "created on": "createdAt",
  "updated at": "updatedAt",
  "last updated": "updatedAt",
  "updated date": "updatedAt",
  "update date": "updatedAt",
  "last modified": "updatedAt",
  "modified at": "updatedAt",
};

/** Units after "in" or a number, which say nothing more about a field. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(
  ("m2 m² m3 m³ km2 km² sqm sqft ft feet inch mph kmh kwh kw % milliseconds pieces " +
    "minutes minute seconds second hours hour days day weeks months years euros euro dollars dollar eur usd gbp cents " +
    "percent kg kilograms grams g km kilometers meters metres m cm mm liters litres celsius fahrenheit degrees stars " +
    "km/h mi/h m/s mg/l mg/ml g/l kg/m3 kwh/day mg/kg points ml ms kb mb gb l lbs oz miles inches pounds cl dl mg tons tonnes watts volts bar hpa knots")
    .split(" "),
);

/** First words that share the noun after the second: "first and last name". */
export const PAIRED_WORDS: ReadonlySet<string> = new Set(
  ("first last middle start end begin starting ending check-in check-out opening closing given family billing shipping " +
    "home work away minimum maximum min max birth death arrival departure pickup dropoff pick-up drop-off delivery planned actual " +
    "scheduled expected estimated open close issue due source target origin destination old new gross net lower upper " +
    "lowest highest sender recipient buying selling purchase sale incoming outgoing previous current next")
    .split(" "),
);

/** First words of names that go on with "of": "date of birth". */
export const OF_WORDS: ReadonlySet<string> = new Set(
  ["date", "place", "number", "time", "year", "country", "point", "proof"],
);

/** Nouns of fields that must not be kept as they are, with what they ask for. */
export const SECRET_FIELDS: ReadonlySet<string> = new Set(
  [
    "password",
    "passwords",
    "passphrase",
    "pin code",
    "secret",
    "hashed password",
    "password hash",
  ],
);
