/**
 * What clients may send about a thing.
 *
 * @module
 */
import {
  boolean,
  date,
  dateTime,
  decimal,
  duration,
  email,
  integer,
  json,
  list,
  number,
  oneOf,
  text,
  time,
  url,
  uuid,
} from "../kit/api_schema.ts";
import {
  type BodySchema,
  entitySchema,
  type Fields,
  patchSchema,
} from "../kit/body_schema.ts";

const FIELDS: Fields = {
  label: text({
    min: 3,
    max: 200,
    pattern: new RegExp("^(?:[a-z]+)$", "u"),
    notBlank: true,
  }),
  note: text({ max: 40 }).nullable().optional(),
  mail: email({ max: 12 }),
  work: email({ pattern: new RegExp("^(?:.*@acme\\.example)$", "u") })
    .nullable().optional(),
  long: email({ min: 60 }).nullable().optional(),
  site: url({ max: 20 }),
  repository: url({
    pattern: new RegExp("^(?:https://git\\.example/[a-z]+/[a-z]+)$", "u"),
  }).nullable().optional(),
  born: date().nullable().optional(),
  at: dateTime(),
  tea: time(),
  key: uuid().nullable().optional(),
  home: uuid().optional(),
  kind: oneOf(["a", "b", "c", "d", "e", "f", "g", "h"]).nullable().optional(),
  count: integer({ min: 1, max: 90 }).nullable().optional(),
  weight: number({ min: 0.5 }).nullable().optional(),
  price: decimal(3, { min: 1, max: 9 }).nullable().optional(),
  open: boolean(),
  extra: json(),
  takes: duration({ min: "PT5M", max: "P1D" }).nullable().optional(),
  rest: duration({ max: "P14D" }),
  break: duration().optional(),
  laps: list(duration({ min: "PT1S" }), 5).optional(),
};

/** The body of POST and PUT. */
export const THING_BODY: BodySchema = entitySchema(FIELDS);

/** The body of PATCH: some of the fields. */
export const THING_PATCH: BodySchema = patchSchema(FIELDS);
