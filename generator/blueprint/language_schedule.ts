/**
 * The part of the blueprint language that says what is done by itself, as data.
 *
 * @module
 */
import type { ScheduleBlueprint } from "./blueprint.ts";
import { ACTION_NAME, ENTITY_NAME, FIELD_NAME } from "./language_names.ts";
import { STATE_SHAPE } from "./language_state.ts";
import type { NameRule, ObjectShape } from "./shape.ts";

/** How schedules are named. */
export const SCHEDULE_NAME: NameRule = { of: "schedule", style: "snake_case" };

/** One schedule. */
export const SCHEDULE_SHAPE: ObjectShape<ScheduleBlueprint> = {
  kind: "object",
  of: "a schedule",
  keys: {
    every: {
      doc: "How often it is done, such as `15m`, `1h` or `7d`.",
      shape: {
        kind: "text",
        maxLength: 6,
        form: {
          pattern: "^[1-9][0-9]{0,3}[mhd]$",
          wanted: "a number of minutes, hours or days, such as 15m, 1h or 7d",
        },
      },
    },
    at: {
      doc:
        'The time of day at which it is done, in UTC: `"03:00"`, or once a week `monday 03:00`.',
      shape: {
        kind: "text",
        maxLength: 20,
        form: {
          pattern:
            "^((mon|tues|wednes|thurs|fri|satur|sun)day )?([01][0-9]|2[0-3]):[0-5][0-9]$",
          wanted: "a time of day in UTC, such as 03:00 or monday 03:00",
        },
      },
    },
    entity: {
      doc: "The entity to whose entities it is done.",
      required: true,
      shape: { kind: "name", rule: ENTITY_NAME },
    },
    where: {
      doc: "What one must be, such as `{ status: open }`.",
      shape: STATE_SHAPE,
    },
    before: {
      doc:
        "Days and times of it that must have passed, such as `{ dueOn: $now }`, or for how long, such as `{ updatedAt: $now-30d }`.",
      shape: {
        kind: "record",
        names: FIELD_NAME,
        maxItems: 8,
        value: {
          kind: "text",
          maxLength: 12,
          form: {
            pattern: "^\\$now([+-][1-9][0-9]{0,4}[smhd])?$",
            wanted: "$now, or before or after it, such as $now-30d",
          },
        },
      },
    },
    do: {
      doc:
        "What is done to each: one of its actions, or `delete`. What a rule refuses is left as it is.",
      required: true,
      shape: { kind: "name", rule: ACTION_NAME },
    },
  },
  synonyms: { action: "do", when: "where", on: "entity", interval: "every" },
};
