/**
 * What templates need to know about schedules, ready made.
 *
 * @module
 */
import { enginePart } from "./engine_part.ts";
import { writtenSchedule } from "../model/expand_schedules.ts";
import type { ScheduleModel } from "../model/schedule_model.ts";
import type { ComponentModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  mdCode,
  mdText,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  SchedulerView,
  SchedulesDocView,
  SchedulesTestView,
  SchedulesView,
} from "../../templates/views.ts";
import { findEntity, portView } from "./component_views.ts";
import { sentence, specConstant } from "./entity_view.ts";
import { controllerHandler, controllerOf, makeName } from "./sample_views.ts";

type Ts = Safe<"ts">;

/** Describes the table of schedules. */
export function schedulesView(system: SystemModel): SchedulesView {
  const schedules = system.schedules ?? [];
  const entities = [...new Set(schedules.map(({ entity }) => entity))]
    .map((entity) => findEntity(system, entity));
  return {
    entities: entities.map((entity) => ({
      constant: specConstant(entity),
      file: name(entity.name.snake),
    })),
    schedules: schedules.map((schedule) => ({
      about: comment(deedOf(schedule)),
      spec: specOf(schedule, system),
    })),
  };
}

/** Describes the component that keeps them, and its unit test. */
export function schedulerView(component: ComponentModel): SchedulerView {
  return {
    description: comment(sentence(component.description)),
    ports: component.ports.map(portView),
  };
}

/** Describes the test of every schedule. */
export function schedulesTestView(system: SystemModel): SchedulesTestView {
  const schedules = system.schedules ?? [];
  const makers = schedules.map(({ entity }) =>
    makeName(findEntity(system, entity))
  );
  return {
    imports: joined([...new Set(makers)].toSorted(), safe`, `),
    schedules: schedules.map((schedule) => {
      const entity = findEntity(system, schedule.entity);
      return {
        title: tsLiteral(
          `${schedule.name.snake} sees to what is due, and to nothing else`,
        ),
        nameLiteral: tsLiteral(schedule.name.snake),
        make: makeName(entity),
        state: dueState(schedule, system),
        controller: controllerOf(entity, system),
        handler: controllerHandler(entity, system),
      };
    }),
  };
}

/** Describes docs/SCHEDULES.md. */
export function schedulesDocView(system: SystemModel): SchedulesDocView {
  return {
    memory: system.engine === "memory",
    schedules: (system.schedules ?? []).map((schedule) => ({
      name: mdCode(schedule.name.snake),
      what: mdText(deedOf(schedule)),
    })),
  };
}

/** Renders what the component is given. */
export function schedulerConfig(system: SystemModel): Ts {
  return safe`{
    ledger: new ${enginePart(system, "schedules").className}(database),
    enabled: config.schedule,
    log,
  }`;
}

/** Lists the settings that come with schedules. */
export function scheduleVariables(
  { schedules }: Pick<SystemModel, "schedules">,
): string[] {
  return schedules ? ["SCHEDULE"] : [];
}

/** Lists the settings for the README. */
export function scheduleRows({ schedules }: SystemModel): string[][] {
  return schedules
    ? [[
      "SCHEDULE",
      "on",
      "whether this process does what schedules say: on or off",
    ]]
    : [];
}

function specOf(schedule: ScheduleModel, system: SystemModel): Ts {
  const { where, before, act } = schedule;
  return tsObject({
    name: tsLiteral(schedule.name.snake),
    spec: specConstant(findEntity(system, schedule.entity)),
    period: tsLiteral(schedule.period),
    offset: tsLiteral(schedule.offset),
    where: Object.keys(where).length === 0 ? undefined : tsLiteral(where),
    before: Object.keys(before).length === 0 ? undefined : tsLiteral(before),
    act: tsLiteral(act === "delete" ? act : { action: act.action.kebab }),
  });
}

/** Members that make one due: values, and days and times of long ago. */
function dueState(schedule: ScheduleModel, system: SystemModel): Ts {
  const { fields } = findEntity(system, schedule.entity);
  const times = Object.keys(schedule.before).flatMap((key) => {
    const field = fields.find(({ name }) => name === key);
    if (field === undefined) return []; // the server's own
    const time = field.type === "date"
      ? "2000-01-01"
      : "2000-01-01T00:00:00.000Z";
    return [[key, tsLiteral(time)] as const];
  });
  const values = Object.entries(schedule.where).map(([key, [value = null]]) =>
    [key, tsLiteral(value)] as const
  );
  const members = Object.fromEntries([...values, ...times]);
  return Object.keys(members).length === 0
    ? safe``
    : safe`, ${tsObject(members)}`;
}

/** Says what a schedule does, in a sentence. */
function deedOf(schedule: ScheduleModel): string {
  const { every, at, where = {}, before = {}, do: deed, entity } =
    writtenSchedule(schedule);
  const conditions = [
    ...Object.entries(where).map(([field, values]) =>
      `${field} is ${[values].flat().join(" or ")}`
    ),
    ...Object.entries(before).map(([field, time]) =>
      `${field} is before ${time}`
    ),
  ];
  const when = at === undefined
    ? `every ${every}`
    : at.includes(" ")
    ? `every ${at}`
    : `every day at ${at}`;
  return `${deed} each ${entity.replaceAll("_", " ")} of which ${
    conditions.join(" and ")
  }, ${when}`;
}
