/**
 * A change of one field, made again and again.
 *
 * @module
 */
import { fieldName } from "../../generator/model/api_naming.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../../generator/model/system_model.ts";
import { unwrapped, wrapped } from "../live_creations.ts";
import { numberedValue } from "../numbered_values.ts";
import { type Exchange, isRecord, shown } from "./exchange.ts";
import type { LiveMade } from "../live_creations.ts";
import type { Send, Subject } from "./traffic.ts";
import { seenName } from "../../generator/model/api_naming.ts";

/** Tries to change a field twice; says why that cannot be done, undefined where nothing can be changed at all. */
export async function patchOf(
  { creation: { entity, resource }, value: created }: Subject,
  made: LiveMade,
  model: SystemModel,
  { call, may = () => true }: {
    readonly call: Send;
    readonly may?: (entity: EntityModel, operation: string) => boolean;
  },
): Promise<Exchange | string | undefined> {
  const field = entity.fields.find((field) => isChangeable(field, entity));
  if (!field || !may(entity, "patch")) return undefined;
  const { api } = model;
  const shaped = resource?.operations.find(({ operation }) =>
    operation === "patch"
  );
  if (api ? !shaped : !entity.operations.includes("patch")) return undefined;
  const path = api && resource
    ? made.paths.get(resource.name.snake)
    : `${entity.path}/${made.ids.get(entity.name.snake)}`;
  if (path === undefined) return undefined;
  const method = shaped?.method ?? "PATCH";
  const wanted = shaped?.status ?? 200;
  const envelope = api && resource ? seenName(api, resource.name) : "";
  const name = api && resource
    ? fieldName(api, resource.shows, field.name)
    : field.name;
  const value = (n: number) =>
    field.type === "boolean"
      ? n % 2 === 0
      : numberedValue({ ...field, unique: true }, n % 1000 + 1);
  const exchange: Exchange = {
    name: `${method} ${resource?.path ?? entity.path}/{id}`,
    writes: true,
    most: Infinity,
    request: (n) => {
      const change = { [name]: value(n) };
      const body = api ? wrapped(api, envelope, change) : change;
      return { method, path, body };
    },
    judge: ({ status, text, json }, n) => {
      if (status !== wanted) {
        return `the status is ${status}: ${text.slice(0, 160)}`;
      }
      const found = api ? unwrapped(api, envelope, json) : json;
      return isRecord(found) && shown(found[name]) === shown(value(n))
        ? undefined
        : `"${name}" is not what was sent: ${shown(value(n))}`;
    },
  };
  const initial = isRecord(created) ? shown(created[name]) : "";
  // It ends with another value than it began with, so that whoever looks before and after sees what changes.
  const last = shown(value(1)) === initial ? 0 : 1;
  for (const n of [1 - last, last]) {
    const answer = await call(exchange.request(n));
    const wrong = exchange.judge(answer, n);
    if (wrong !== undefined) return `${exchange.name} (${wrong})`;
  }
  return exchange;
}

/** A field that is set at creation, belongs to nothing else and may be any value of its type. */
function isChangeable(field: FieldModel, entity: EntityModel): boolean {
  const { name, type, from } = field;
  const isFree = !field.readOnly && !field.writeOnly && !field.immutable &&
    !field.unique && !field.varies && !field.relation && !field.assigned &&
    !field.decided && !field.slot && !field.computation && !field.logic &&
    !field.pattern && from === undefined && name !== entity.key;
  const leads = entity.fields.some((other) => other.from === name);
  return isFree && !leads && PLAIN.includes(type);
}

const PLAIN: readonly string[] = ["string", "text", "boolean", "integer"];
