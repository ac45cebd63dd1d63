/**
 * Mass assignment: a body cannot set what only the system sets.
 *
 * @module
 */
import { fieldName } from "../../generator/model/api_naming.ts";
import type { EntityModel } from "../../generator/model/system_model.ts";
import type { ApiOperation } from "../fuzz/api_document.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import type { FindingDraft } from "../tier.ts";
import { type AttackGround, isMaker } from "./attack_ground.ts";

/** Adds to every body that makes something what the system sets, one member at a time. */
export async function attackAssignment(
  ground: AttackGround,
): Promise<FindingDraft[]> {
  const { world, operations, send } = ground;
  const findings: FindingDraft[] = [];
  for (const operation of operations.filter(isMaker)) {
    const entity = world.words.entity(world.words.entityOf(operation));
    if (!entity || !operation.body) continue;
    for (const [name, value] of forbiddenMembers(ground, operation, entity)) {
      for (const viewer of viewersFor(ground, operation)) {
        const { request, sent } = makeRequest(operation, PLAIN, world, {
          viewer,
        });
        const body = withMember(sent, name, value);
        const answer = await send({
          ...request,
          body: new TextEncoder().encode(JSON.stringify(body)),
        });
        const [shown = {}] = world.words.shownIn(operation, answer.json);
        const isTaken = answer.status < 300 && shown[name] === value;
        if (!isTaken && answer.status < 500) continue;
        findings.push({
          code: "V504",
          place: `${operation.method} ${operation.path}`,
          cause: `found "${name}" of a body ${
            isTaken ? "taken" : `answered with ${answer.status}`
          }, wanted it refused or left out`,
          nextStep:
            "take from a body only what clients may set, and let the system set the rest",
        });
        break;
      }
    }
  }
  return findings;
}

/** What is made by somebody who may. */
function viewersFor(
  { world }: AttackGround,
  operation: ApiOperation,
): readonly number[] {
  return [world.likely(operation, undefined)];
}

/** What nobody may set by a body, with values that are no accident. */
function forbiddenMembers(
  { model, world }: AttackGround,
  operation: ApiOperation,
  { name, access, fields }: EntityModel,
): readonly (readonly [string, unknown])[] {
  const resource = model.api?.resources.find((one) =>
    one.entity === name.snake && operation.path.startsWith(one.path)
  );
  const seen = (field: string) =>
    model.api && resource ? fieldName(model.api, resource.shows, field) : field;
  const maker = world.likely(operation, undefined);
  const victim = world.viewers.find(({ id }, at) =>
    id !== undefined && at !== maker
  )?.id;
  const owner = access?.assignsOwner ? access.owner : undefined;
  return [
    ["id", "01890a5d-ac96-774b-bcce-b302099a8057"],
    ["createdAt", LONG_AGO],
    ["updatedAt", LONG_AGO],
    ["version", 4711],
    ["deletedAt", LONG_AGO],
    ["isAdmin", true],
    ...(owner !== undefined && owner !== "id" && victim !== undefined
      ? [[owner, victim] as const]
      : []),
    ...fields.filter(({ readOnly, type }) => readOnly && type === "integer")
      .map((field) => [field.name, 4711] as const),
  ].filter(([name]) =>
    !fields.some((field) =>
      field.name === name && name !== owner && !field.readOnly
    )
  ).map(([name, value]) => [seen(String(name)), value]);
}

function withMember(body: unknown, name: string, value: unknown): unknown {
  const entries = Object.entries(Object(body));
  const [only, ...others] = entries;
  // In an envelope it belongs inside.
  return others.length === 0 && only && typeof only[1] === "object" &&
      only[1] !== null && !Array.isArray(only[1])
    ? { [only[0]]: { ...only[1], [name]: value } }
    : { ...Object(body), [name]: value };
}

const LONG_AGO = "2001-01-01T00:00:00.000Z";
