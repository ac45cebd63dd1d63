/**
 * The part of expansion that does things by itself: schedules, and the component that keeps them.
 *
 * @module
 */
import { sameName } from "../blueprint/access_rules.ts";
import type { Blueprint, ScheduleBlueprint } from "../blueprint/blueprint.ts";
import { DELETE, SCHEDULER } from "../blueprint/check_schedules.ts";
import { expandState } from "./expand_state_rules.ts";
import { nameForms } from "./names.ts";
import type { ScheduleModel } from "./schedule_model.ts";
import type { ComponentModel, PortModel, SystemModel } from "./system_model.ts";

/** Adds the schedules of a blueprint to its model, where it has any. */
export function withSchedules(
  model: SystemModel,
  { schedule = {}, entities = {} }: Blueprint,
): SystemModel {
  const schedules = Object.entries(schedule).flatMap(([name, written]) => {
    const entity = entities[written.entity];
    if (entity === undefined) return [];
    return [{
      name: nameForms(name),
      entity: written.entity,
      ...timesOf(written),
      where: written.where ? expandState(written.where, entity.fields) : {},
      before: Object.fromEntries(
        Object.entries(written.before ?? {})
          .map(([field, text]) => [field, shiftOf(text)]),
      ),
      act: actOf(written, Object.keys(entity.actions ?? {})),
    }];
  });
  return schedules.length === 0 ? model : withScheduler(model, schedules);
}

/** Says a schedule as it is written. */
export function writtenSchedule(model: ScheduleModel): ScheduleBlueprint {
  const { entity, where, before, act } = model;
  return {
    ...writtenTimes(model),
    entity,
    ...(Object.keys(where).length === 0 ? {} : { where }),
    ...(Object.keys(before).length === 0 ? {} : {
      before: Object.fromEntries(
        Object.entries(before).map(([field, shift]) => [
          field,
          shift === 0
            ? "$now"
            : `$now${shift < 0 ? "-" : "+"}${duration(Math.abs(shift))}`,
        ]),
      ),
    }),
    do: act === "delete" ? DELETE : act.action.camel,
  };
}

function withScheduler(
  model: SystemModel,
  schedules: readonly ScheduleModel[],
): SystemModel {
  const served = model.components.flatMap((component) => {
    const port = requestPort(component);
    return component.type === "Controller" && port &&
        schedules.some(({ entity }) => entity === component.entity)
      ? [{ component, port }]
      : [];
  });
  return {
    ...model,
    schedules,
    components: [...model.components, {
      name: SCHEDULER,
      type: "Scheduler",
      className: "Scheduler",
      ports: served.map(({ component, port }) => ({
        ...port,
        name: `${component.entity}_requests`,
        direction: "out" as const,
      })),
      description: "Does at its times what schedules say",
    }],
    connections: [
      ...model.connections,
      ...served.map(({ component, port }) => ({
        from: { component: SCHEDULER, port: `${component.entity}_requests` },
        to: { component: component.name, port: port.name },
        type: "request_reply" as const,
        bufferSize: 100,
      })),
    ],
  };
}

function requestPort({ ports }: ComponentModel): PortModel | undefined {
  return ports.find(({ direction, role }) =>
    direction === "in" && role === "request"
  );
}

function timesOf(
  { every, at }: ScheduleBlueprint,
): Pick<ScheduleModel, "period" | "offset"> {
  if (at === undefined) return { period: durationOf(every ?? "1d"), offset: 0 };
  const [time = "", day] = at.split(" ").toReversed();
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const inDay = (hours * 60 + minutes) * 60_000;
  return day === undefined
    ? { period: DAY, offset: inDay }
    : { period: 7 * DAY, offset: WEEKDAYS.indexOf(day) * DAY + inDay };
}

function writtenTimes(
  { period, offset }: ScheduleModel,
): Pick<ScheduleBlueprint, "every" | "at"> {
  if (offset === 0) return { every: duration(period) };
  const time = new Date(offset % DAY).toISOString().slice(11, 16);
  return period === DAY
    ? { at: time }
    : { at: `${WEEKDAYS[Math.floor(offset / DAY)]} ${time}` };
}

function actOf(
  { do: deed }: ScheduleBlueprint,
  actions: readonly string[],
): ScheduleModel["act"] {
  const action = actions.find((one) => sameName(one, deed));
  return action === undefined ? "delete" : { action: nameForms(action) };
}

/** `$now-30d` → thirty days, less than nothing. */
function shiftOf(text: string): number {
  const sign = text.charAt("$now".length);
  if (sign === "") return 0;
  const length = durationOf(text.slice("$now".length + 1));
  return sign === "-" ? -length : length;
}

/** `15m` → 900000; the language allows nothing else. */
function durationOf(text: string): number {
  const [, size = 1] = UNITS.find(([unit]) => text.endsWith(unit)) ?? [];
  return Number(text.slice(0, -1)) * size;
}

/** In the largest unit that fits. */
function duration(milliseconds: number): string {
  const [unit = "s", size = 1000] =
    UNITS.find(([, size]) => milliseconds % size === 0) ?? [];
  return `${milliseconds / size}${unit}`;
}

const DAY = 24 * 60 * 60 * 1000;

const UNITS: readonly (readonly [string, number])[] = [
  ["d", DAY],
  ["h", 60 * 60 * 1000],
  ["m", 60 * 1000],
  ["s", 1000],
];

/** 1970 began on a Thursday. */
const WEEKDAYS: readonly string[] = [
  "thursday",
  "friday",
  "saturday",
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
];
