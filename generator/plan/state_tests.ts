/**
 * How the contract tests try what may be done only in some states.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type {
  EntityModel,
  StateModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { StateTestView } from "../../templates/views.ts";
import { membersBefore } from "./action_state.ts";
import { changedField } from "./contract_fields.ts";
import {
  bodyCall,
  handlerName,
  makeName,
  sampleExpression,
} from "./sample_views.ts";
import { differs } from "./sample_values.ts";
import { fieldsOf, otherState } from "./state_rules_view.ts";

type Ts = Safe<"ts">;

/** Describes a test for each entity whose state decides, the entity itself among them. */
export function stateTests(
  entity: EntityModel,
  system: SystemModel,
): StateTestView[] {
  const rules = entity.stateRules;
  if (rules === undefined) return [];
  const edits = ["replace", "patch", "delete"];
  return [
    ...rules.requires.flatMap((rule) =>
      stateTest(
        {
          title: comment(`what its ${rule.relation} is`),
          of: rule.entity,
          state: rule.state,
          reference: rule.reference,
        },
        entity,
        system,
      )
    ),
    ...(Object.keys(rules.editable).length === 0 ? [] : stateTest(
      {
        title: comment("what it is itself"),
        of: entity.name.snake,
        state: rules.editable,
      },
      entity,
      system,
    )).map((test) => ({
      ...test,
      makes: [],
      attempts: test.attempts.filter(({ key }) => edits.includes(key)),
      exempt: test.exempt.filter((key) => edits.includes(key)),
    })),
  ].filter(({ attempts }) => attempts.length > 0);
}

interface Decider {
  readonly title: Ts;
  /** The entity whose state it is. */
  readonly of: string;
  readonly state: StateModel;
  /** The field that refers to it; missing where it is the entity itself. */
  readonly reference?: string;
}

function stateTest(
  { title, of, state, reference }: Decider,
  entity: EntityModel,
  system: SystemModel,
): StateTestView[] {
  const fields = fieldsOf(of, system);
  const shut = Object.entries(state).flatMap(([key, values]) => {
    const field = fields.find(({ name }) => name === key);
    const other = field && otherState(field, values);
    return other === undefined ? [] : [[key, tsLiteral(other)] as const];
  }).slice(0, 1);
  const store = storeOf(of, system);
  if (shut.length === 0 || store === undefined) return [];
  const model = entity.fields.find((field) => field.name === reference);
  const given = model && !model.required && !model.assigned
    ? { [model.name]: sampleExpression(model, system) }
    : {};
  return [{
    title,
    make: makes(entity, given),
    target: reference === undefined
      ? safe`({ id }) => id`
      : safe`({ ${name(reference)} }) => ${name(reference)}`,
    store,
    shut: tsObject(Object.fromEntries(shut)),
    attempts: [
      ...operationAttempts(entity, reference),
      ...entity.actions.map(({ name: action }) => ({
        key: action.kebab,
        name: keyOf(action.kebab),
        send: safe<"ts">`({ id }) => test.client.post(\`${
          name(entity.path)
        }/\${id}/${name(action.kebab)}\`)`,
      })),
    ],
    makes: entity.actions.flatMap((action) => {
      const before = membersBefore(action, entity, system);
      return before.length === 0 ? [] : [{
        name: keyOf(action.name.kebab),
        make: makes(entity, { ...given, ...Object.fromEntries(before) }),
      }];
    }),
    exempt: (entity.stateRules?.exempt ?? []).filter((one) =>
      entity.operations.some((operation) => operation === one) ||
      entity.actions.some(({ name }) => name.kebab === one)
    ),
  }];
}

function makes(entity: EntityModel, given: Readonly<Record<string, Ts>>): Ts {
  const members = tsObject(given);
  if (members === "{}") return safe`() => ${makeName(entity)}(test.system)`;
  return members.includes("await ")
    ? safe`async () => await ${makeName(entity)}(test.system, ${members})`
    : safe`() => ${makeName(entity)}(test.system, ${members})`;
}

/** Renders a name as the key of an object. */
function keyOf(key: string): Ts {
  return /^[a-z]+$/.test(key) ? name(key) : tsLiteral(key);
}

function operationAttempts(
  entity: EntityModel,
  reference: string | undefined,
): StateTestView["attempts"] {
  const path = name(entity.path);
  const body = bodyCall(entity, name("test.system"));
  const model = entity.fields.find((field) => field.name === reference);
  const changed = changedField(entity);
  const change = changed &&
    tsObject({ [changed.field]: changed.value });
  const kept = entity.fields.filter((field) =>
    field.immutable && !field.assigned && !field.readOnly ||
    field.name === reference
  );
  const all: (readonly [string, Ts | undefined])[] = [
    [
      "create",
      model && !differs(model)
        ? safe<"ts">`async ({ ${
          name(model.name)
        } }) => await test.client.post("${path}", { ...${body}, ${
          name(model.name)
        } })`
        : undefined,
    ],
    [
      "replace",
      changed &&
      safe<
        "ts"
      >`async (made) => await test.client.send(\`${path}/\${made.id}\`, textInit("PUT", JSON.stringify({ ...${body}, ${
        joined(
          kept.map((field) =>
            safe<"ts">`${name(field.name)}: made.${name(field.name)}, `
          ),
          safe``,
        )
      }${changed.field}: ${changed.value} })))`,
    ],
    [
      "patch",
      change &&
      safe<"ts">`({ id }) => test.client.patch(\`${path}/\${id}\`, ${change})`,
    ],
    ["delete", safe`({ id }) => test.client.delete(\`${path}/\${id}\`)`],
  ];
  return all.flatMap(([key, send]) =>
    send && entity.operations.some((operation) => operation === key)
      ? [{ key, name: keyOf(key), send }]
      : []
  );
}

function storeOf(of: string, { components }: SystemModel): Ts | undefined {
  const store = components.find((component) =>
    component.type === "Store" && component.entity === of
  );
  const port = store?.ports.find(({ direction }) => direction === "in");
  if (!store || !port) return undefined;
  const component = name(`test.system.${camelCase(store.name)}`);
  return safe`${component}.${handlerName(port.name)}.bind(${component})`;
}
