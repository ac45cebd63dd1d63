/**
 * Plays an example of logic over HTTP, wherever requests lead to what it gives.
 *
 * What an example does not give has sample values. An entity that is made by a request has others here and there: an
 * example whose logic looks at one of these means something else there, and is left to the test of the function alone.
 *
 * @module
 */
import type { LogicExample, LogicModel } from "../model/logic_model.ts";
import type { ActionModel, EntityModel } from "../model/system_model.ts";
import {
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { shownByAccess } from "./acceptance_elsewhere.ts";
import { madeForReplacing } from "./acceptance_field.ts";
import { membersBefore } from "./action_state.ts";
import { pathOf } from "./contract_paths.ts";
import {
  changeSets,
  clientSets,
  notAllowed,
  notBefore,
  notGiven,
  otherThere,
  type Play,
  stateSets,
  tellsTime,
  withInputs,
} from "./example_obstacles.ts";
import { logicConstant } from "./logic_view.ts";
import { type LogicReads, readsOf } from "./logic_reads.ts";
import { bodyCall, makeName } from "./sample_views.ts";
import { isHidden } from "./shown_view.ts";

type Ts = Safe<"ts">;

/** The statement that plays an example, and the logic that it is played with; or why it is not played. */
export type PlayedExample =
  | {
    readonly statement: Ts;
    readonly logic: Ts;
    /** Whether it is to happen when all examples do, because the logic looks at the time. */
    readonly timed: boolean;
  }
  | { readonly reason: string };

/** Whose logic it is. */
export type LogicOwner = Pick<Play, "entity" | "system">;

/** Plays an example of a piece of an entity's logic. */
export function playedExample(
  logic: LogicModel,
  example: LogicExample,
  owner: LogicOwner,
): PlayedExample {
  const { entity, system } = owner;
  const reason = system.api
    ? "the API has a shape of its own"
    : shownByAccess(entity, undefined, undefined, system);
  if (reason !== undefined) return { reason };
  const [, , part, key = "", role] = logic.path.split(".");
  const play: Play = { ...owner, logic, example };
  if (part === "fields") return playedField(play, key);
  if (part === "hooks") return playedHook(play, key);
  const action = entity.actions.find(({ guard, logic: own }) =>
    (role === "guard" ? guard : own)?.path === logic.path
  );
  return action
    ? playedAction(play, action, role === "guard")
    : { reason: `there is no action "${key}"` };
}

function playedField(play: Play, key: string): PlayedExample {
  const { entity, example } = play;
  const field = entity.fields.find(({ name }) => name === key);
  if (!field || isHidden(field)) return { reason: "no answer shows it" };
  const reads = withInputs(play, field);
  const reason = notAllowed("create", entity) ?? notGiven(play, clientSets) ??
    otherThere(play, reads);
  if (reason !== undefined) return { reason };
  const gives = tsObject({ [key]: tsLiteral(example.gives) });
  return {
    statement: safe`await expectGives(${posting(entity)}, ${
      bodyWith(play)
    }, ${gives})`,
    logic: safe``,
    timed: isTimed(reads),
  };
}

function playedHook(play: Play, hook: string): PlayedExample {
  const { entity, example: { refuses = false } } = play;
  const logic = logicPart(entity, "hook", hook);
  const reads = readsOf(play.logic, entity, play.system);
  const timed = isTimed(reads);
  if (hook === "beforeCreate") {
    const reason = notAllowed("create", entity) ?? notGiven(play, clientSets) ??
      otherThere(play, reads);
    if (reason !== undefined) return { reason };
    const answer = safe<"ts">`await test.client.post(${
      tsLiteral(entity.path)
    }, ${bodyWith(play)})`;
    return { statement: expected(answer, refuses), logic, timed };
  }
  if (hook === "beforeUpdate") return playedUpdate(play, logic, reads);
  const reason = notAllowed("delete", entity) ?? notGiven(play, stateSets) ??
    otherThere(play, reads);
  if (reason !== undefined) return { reason };
  const answer = safe<"ts">`await test.client.delete(\`${pathOf(entity)}/\${${
    madeId(play)
  }}\`)`;
  return { statement: expected(answer, refuses, true), logic, timed };
}

/** The example is what a change makes of the sample. */
function playedUpdate(
  play: Play,
  logic: Ts,
  reads: LogicReads | undefined,
): PlayedExample {
  const timed = isTimed(reads);
  const { entity, example: { given, refuses = false } } = play;
  const operation = (["patch", "replace"] as const).find((one) =>
    notAllowed(one, entity) === undefined
  );
  if (operation === undefined) return { reason: "no request changes it" };
  const reason = notGiven(play, (field) => changeSets(field, entity)) ??
    otherThere(play, reads, { seesBefore: true });
  if (reason !== undefined) return { reason };
  const change = literals(given);
  if (operation === "patch") {
    const answer = safe<"ts">`await test.client.patch(\`${
      pathOf(entity)
    }/\${(await ${makeName(entity)}(test.system)).id}\`, ${tsObject(change)})`;
    return { statement: expected(answer, refuses), logic, timed };
  }
  const { before, url, body } = madeForReplacing(entity, change);
  const answer = safe<"ts">`await test.client.put(${url}, ${body})`;
  return {
    statement: safe`${before}${expected(answer, refuses)}`,
    logic,
    timed,
  };
}

function playedAction(
  play: Play,
  action: ActionModel,
  isGuard: boolean,
): PlayedExample {
  const { entity, system, example: { refuses = false } } = play;
  const reads = readsOf(play.logic, entity, system);
  const timed = isTimed(reads);
  const state = membersBefore(action, entity, system)
    .filter(([member]) => !Object.hasOwn(play.example.given, member));
  const reason = notAllowed(action.name.kebab, entity) ??
    notGiven(play, stateSets) ?? notBefore(play, action, isGuard) ??
    otherThere(play, reads, {
      // The logic of an action sees what the action sets; a guard does not yet.
      others: new Map([
        ...state.map(([member]) => [member, undefined] as const),
        ...(isGuard ? [] : Object.entries(action.set)),
      ]),
    });
  if (reason !== undefined) return { reason };
  const url = safe<"ts">`\`${pathOf(entity)}/\${${
    madeId(play, Object.fromEntries(state))
  }}/${name(action.name.kebab)}\``;
  const logic = logicPart(
    entity,
    isGuard ? "guard" : "action",
    action.name.kebab,
  );
  if (isGuard && !refuses) {
    return {
      statement: safe`await expectAction(test.client, ${url}, ${
        effectOf(action)
      })`,
      logic,
      timed,
    };
  }
  const answer = safe<"ts">`await test.client.post(${url})`;
  return { statement: expected(answer, refuses, isGuard), logic, timed };
}

function isTimed(reads: LogicReads | undefined): boolean {
  return reads !== undefined && tellsTime(reads);
}

/** Renders what an action sets, as a check expects it. */
export function effectOf({ set }: ActionModel): Ts {
  return tsObject(
    Object.fromEntries(
      Object.entries(set).map(([field, value]) => [
        field,
        value === "$now" ? name("NOW") : tsLiteral(value),
      ]),
    ),
  );
}

/** Renders the id of an entity that is as the example has it, made by a request where clients can set all of it. */
function madeId(
  { entity, example: { given } }: Play,
  state: Readonly<Record<string, Ts>> = {},
): Ts {
  const members = { ...state, ...literals(given) };
  const fields = entity.fields.filter(({ name }) =>
    Object.hasOwn(members, name)
  );
  const isOwned = entity.fields.some(({ assigned }) => assigned);
  if (
    !isOwned && fields.every(clientSets) &&
    notAllowed("create", entity) === undefined
  ) {
    return safe`await expectCreated(${posting(entity)}, ${
      spread(entity, members)
    })`;
  }
  const overrides = fields.length === 0
    ? safe<"ts">``
    : safe<"ts">`, ${tsObject(members)}`;
  return safe`(await ${makeName(entity)}(test.system${overrides})).id`;
}

function posting(entity: EntityModel): Ts {
  return safe`posting(test.client, ${tsLiteral(entity.path)})`;
}

function bodyWith({ entity, example: { given } }: Play): Ts {
  return spread(entity, literals(given));
}

function spread(
  entity: EntityModel,
  members: Readonly<Record<string, Ts>>,
): Ts {
  const body = bodyCall(entity, name("test.system"));
  const entries = Object.entries(members)
    .map(([member, value]) => safe<"ts">`${name(member)}: ${value}`);
  return entries.length === 0
    ? body
    : safe`{ ...${body}, ${joined(entries, safe<"ts">`, `)} }`;
}

function literals(given: LogicExample["given"]): Record<string, Ts> {
  return Object.fromEntries(
    Object.entries(given).map(([member, value]) => [member, tsLiteral(value)]),
  );
}

function expected(answer: Ts, refuses: boolean, isSentence = false): Ts {
  if (!refuses) return safe`expectAccepted(${answer})`;
  return isSentence
    ? safe`expectProblem(${answer}, 409)`
    : safe`expectRefused(${answer})`;
}

function logicPart(
  entity: EntityModel,
  part: "guard" | "action" | "hook",
  key: string,
): Ts {
  return safe`{ ${name(entity.name.camel)}: logicPart(${
    logicConstant(entity)
  }, { ${name(part)}: ${tsLiteral(key)} }) }`;
}
