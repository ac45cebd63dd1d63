/**
 * Authorization: every operation as nobody and as everybody, about what is somebody else's; what the rules deny is
 * refused and has no effect.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import { ApiWords } from "../fuzz/api_words.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import type { ApiOperation } from "../fuzz/api_document.ts";
import type { FuzzItem } from "../fuzz/fuzz_world.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { attackAssignment } from "./attack_assignment.ts";
import { type AttackGround, noteOf, onGround } from "./attack_ground.ts";
import { guessIds } from "./guess_ids.ts";
import {
  isLet,
  isOwn,
  type OperationRule,
  ruleOfOperation,
} from "./rule_of_operation.ts";
import { stateOf } from "./store_state.ts";

/** Tries what the rules of the model deny, sets what only the system may set, and looks at the ids. */
export function attackAuthorization(
  context: DeepContext,
): Promise<CheckOutcome> {
  return onGround(context, "authorization", async (ground) => {
    const { model } = context;
    const denied = model.users
      ? await attackRules(ground)
      : { findings: [], note: "no users, so no rules" };
    const tried = ground.attempts();
    const findings = [
      ...denied.findings,
      ...await attackAssignment(ground),
    ];
    const ids = await guessIds(ground);
    return {
      findings: [...findings, ...ids.findings],
      note: [
        noteOf(ground.attempts(), WEAKNESSES),
        denied.note,
        `${ground.attempts() - tried} to set what the system sets`,
        ids.note,
      ].join("; "),
    };
  });
}

async function attackRules(
  ground: AttackGround,
): Promise<{ findings: FindingDraft[]; note: string }> {
  const { world, operations } = ground;
  const tally = new Tally();
  const words = new ApiWords(ground.model, operations);
  for (const operation of operations) {
    if (operation.isStream) continue;
    const rule = ruleOfOperation(operation, words);
    if (!rule) {
      await attackUnnamed(ground, operation, tally);
      continue;
    }
    for (const [number, viewer] of world.viewers.entries()) {
      const lets = isLet(rule, viewer);
      if (lets === true) continue;
      // Nobody owns what is not there yet, and lists of the own show no others'.
      if (lets === "owner" && !rule.isAboutItem) {
        if (rule.name === "list") {
          await lookIntoList(ground, { operation, rule, number, tally });
        }
        continue;
      }
      const items = rule.isAboutItem ? itemsOf(ground, operation) : [undefined];
      const others = lets === "owner"
        ? items.filter((item) =>
          item && isOwn(rule, item, { viewer, number }) === false
        )
        : items;
      const [other] = others;
      if (others.length === 0) tally.without++;
      else {
        await attack(ground, { operation, rule, number, tally }, {
          item: other,
          byOwnership: lets === "owner",
        });
      }
    }
  }
  return { findings: tally.findings, note: tally.note };
}

interface Trial {
  readonly operation: ApiOperation;
  readonly rule: OperationRule;
  /** Who tries, as a number in the world's viewers. */
  readonly number: number;
  readonly tally: Tally;
}

async function attack(
  ground: AttackGround,
  { operation, rule, number, tally }: Trial,
  { item, byOwnership }: {
    readonly item: FuzzItem | undefined;
    readonly byOwnership: boolean;
  },
): Promise<void> {
  const { world, send } = ground;
  const before = await stateOf(ground, rule.entity);
  const { request } = makeRequest(operation, PLAIN, world, {
    viewer: number,
    ...(item ? { item } : {}),
  });
  const { status } = await send(request);
  const isChanged = before !== await stateOf(ground, rule.entity);
  const isRefused = REFUSALS.has(status);
  const who = world.viewers[number]?.name ?? "nobody";
  const about = byOwnership ? " about what is somebody else's" : "";
  tally.denied++;
  // A body may be looked at before whose it is: refused all the same, but not for that.
  if (!isRefused && byOwnership && status >= 400 && status < 500) {
    tally.otherwise++;
  } else if (!isRefused) {
    tally.find(operation, {
      cause:
        `found ${status} for ${who}${about}, wanted 401, 403 or 404: the rule is ${
          ruleText(rule)
        }`,
    });
  }
  if (isChanged) {
    tally.find(operation, {
      cause:
        `found ${rule.entity.plural.words} changed by ${who}${about} (${status}), wanted no effect: the rule is ${
          ruleText(rule)
        }`,
    });
  }
}

/** A list that shows only one's own shows nothing else. */
async function lookIntoList(
  { world, send }: AttackGround,
  { operation, rule, number, tally }: Trial,
): Promise<void> {
  const viewer = world.viewers[number];
  const owner = rule.entity.access?.owner ?? "";
  if (!viewer || isLet({ ...rule, rule: readersOf(rule) }, viewer) === true) {
    return;
  }
  const { request } = makeRequest(operation, PLAIN, world, { viewer: number });
  const answer = await send(request);
  tally.denied++;
  const strange = world.words.shownIn(operation, answer.json)
    .find((one) =>
      typeof one[owner] === "string" && viewer.id !== undefined &&
      one[owner] !== viewer.id
    );
  if (answer.status === 200 && strange) {
    tally.find(operation, {
      cause:
        `found ${viewer.name} shown one of somebody else's, wanted their own: the rule is ${
          ruleText(rule)
        }`,
    });
  }
}

/** What the rules do not name by itself is closed to nobody where nothing of its entity is open. */
async function attackUnnamed(
  { world, send }: AttackGround,
  operation: ApiOperation,
  tally: Tally,
): Promise<void> {
  const entity = world.words.entity(world.words.entityOf(operation));
  const isAccount = operation.tag === "auth" || operation.tag === "account";
  const rules = Object.values(entity?.access?.rules ?? {});
  if (
    isAccount || rules.length === 0 ||
    rules.some((rule) => rule.includes("everyone"))
  ) {
    tally.unnamed++;
    return;
  }
  for (const [number, { login, name }] of world.viewers.entries()) {
    if (login) continue;
    const { request } = makeRequest(operation, PLAIN, world, {
      viewer: number,
    });
    const { status } = await send(request);
    tally.denied++;
    if (!REFUSALS.has(status)) {
      tally.find(operation, {
        cause:
          `found ${status} for ${name}, wanted 401: no rule of ${entity?.plural.words} is for everyone`,
      });
    }
  }
}

function itemsOf(
  { world, operations }: AttackGround,
  { path }: ApiOperation,
): readonly FuzzItem[] {
  const homes = operations.map((one) => one.path)
    .filter((one) => one.endsWith("}") && path.startsWith(one))
    .toSorted((a, b) => b.length - a.length);
  return world.items.get(homes[0] ?? "") ?? [];
}

function readersOf({ entity }: OperationRule): readonly string[] {
  const { rules = {} } = entity.access ?? {};
  return [...rules.get ?? [], ...rules.list ?? []].filter((word) =>
    word !== "owner"
  );
}

function ruleText({ name, rule }: OperationRule): string {
  return `${name}: [${rule.join(", ")}]`;
}

/** What came of the attempts. */
class Tally {
  readonly findings: FindingDraft[] = [];
  denied = 0;
  otherwise = 0;
  without = 0;
  unnamed = 0;

  /** What is said of them. */
  get note(): string {
    return [
      `${this.denied} denied by the rules`,
      ...(this.otherwise > 0
        ? [`${this.otherwise} of them refused for their body`]
        : []),
      ...(this.without > 0
        ? [`${this.without} without a thing to try them on`]
        : []),
      ...(this.unnamed > 0
        ? [`${this.unnamed} operations without a rule of their own`]
        : []),
    ].join(", ");
  }

  /** Adds a finding. */
  find(
    { method, path }: ApiOperation,
    { cause }: { readonly cause: string },
  ): void {
    this.findings.push({
      code: "V503",
      place: `${method} ${path}`,
      cause,
      nextStep:
        "let the guard of the routes decide before anything is read or done",
    });
  }
}

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 404]);
const WEAKNESSES =
  "CWE-639, CWE-862, CWE-915, CWE-340; OWASP API1:2023, API3:2023, API5:2023";
