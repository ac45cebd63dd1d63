/**
 * Tenants: whoever belongs to another one finds nothing, changes nothing and refers to nothing of the first.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { ApiOperation } from "../fuzz/api_document.ts";
import { otherTenant } from "../fuzz/fuzz_accounts.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import type { FuzzItem, FuzzViewer } from "../fuzz/fuzz_world.ts";
import type { HttpAnswer } from "../fuzz/http_exchange.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import {
  type AttackGround,
  firstOf,
  noteOf,
  onGround,
} from "./attack_ground.ts";
import { stateOf } from "./store_state.ts";

/** Opens a second tenant, and tries every operation from there on what the first has. */
export function attackTenants(context: DeepContext): Promise<CheckOutcome> {
  if (!context.model.users?.tenant) {
    const notApplicable = "the system has no tenants";
    return Promise.resolve({ notApplicable });
  }
  return onGround(context, "tenants", async (ground) => {
    const stranger = await strangerOf(ground);
    if (!stranger) {
      return { notRun: "nobody could register who opens a second tenant" };
    }
    const attack = new TenantAttack(ground, stranger);
    const findings: FindingDraft[] = [];
    for (const operation of ground.operations) {
      if (operation.isStream || OWN.has(operation.tag)) continue;
      findings.push(...await attack.attack(operation));
    }
    const note = [noteOf(ground.attempts(), WEAKNESSES), attack.note].join(
      "; ",
    );
    return { findings, note };
  });
}

async function strangerOf(
  ground: AttackGround,
): Promise<FuzzViewer | undefined> {
  const first = await firstOf(ground);
  const { url } = ground.system;
  const { signal } = ground.context;
  return first &&
    await otherTenant({ url, model: ground.model, first, signal });
}

/** Somebody of another tenant, who tries. */
class TenantAttack {
  readonly #ground: AttackGround;
  readonly #stranger: FuzzViewer;
  /** The ids of all that the first tenant has. */
  readonly #ids: readonly string[];
  #onItems = 0;
  #onLists = 0;
  #references = 0;
  #let = 0;

  constructor(ground: AttackGround, stranger: FuzzViewer) {
    this.#ground = ground;
    this.#stranger = stranger;
    const { words, ids, viewers } = ground.world;
    const kept = [...ids].filter(([name]) =>
      words.entity(name)?.access?.tenant !== undefined
    );
    const people = viewers.flatMap(({ id }) => id === undefined ? [] : [id]);
    this.#ids = [...new Set([...kept.flatMap(([, ids]) => ids), ...people])];
  }

  /** What was tried. */
  get note(): string {
    return [
      `${this.#onItems} on what another tenant has`,
      `${this.#onLists} on lists`,
      `${this.#references} that refer to it`,
      `${this.#let} answered with a success`,
    ].join(", ");
  }

  /** Tries one operation. */
  async attack(operation: ApiOperation): Promise<FindingDraft[]> {
    const { words } = this.#ground.world;
    const entity = words.entity(words.entityOf(operation));
    // What belongs to no tenant is everybody's.
    if (entity?.access?.tenant === undefined) return [];
    const items = this.#itemsAt(operation);
    if (items.length > 0) {
      const found: FindingDraft[] = [];
      for (const item of items) {
        found.push(...await this.#attackItem(operation, item));
        if (found.length > 0) break;
      }
      return found;
    }
    return operation.method === "GET"
      ? await this.#look(operation)
      : await this.#refer(operation);
  }

  /** By its address it is not there. */
  async #attackItem(
    operation: ApiOperation,
    item: FuzzItem,
  ): Promise<FindingDraft[]> {
    const { world } = this.#ground;
    const entity = world.words.entity(world.words.entityOf(operation));
    if (!entity) return [];
    const before = await stateOf(this.#ground, entity);
    const { status, text } = await this.#send(operation, item);
    const isChanged = before !== await stateOf(this.#ground, entity);
    this.#onItems++;
    if (isChanged) {
      return [finding(operation, `found ${entity.plural.words} changed`)];
    }
    if (status < 300 && this.#tells(text)) {
      return [finding(operation, `found ${status} and what is there`)];
    }
    // A list below it may be empty; what is about the thing itself must not be there.
    const isAboutIt = operation.method !== "GET" ||
      operation.path === item.template;
    return isAboutIt && status < 300
      ? [finding(operation, `found ${status}`)]
      : [];
  }

  /** Lists, sums and searches show nothing of it. */
  async #look(operation: ApiOperation): Promise<FindingDraft[]> {
    const { status, text } = await this.#send(operation);
    this.#onLists++;
    return status < 300 && this.#tells(text)
      ? [finding(operation, "found what another tenant has")]
      : [];
  }

  /** What one makes belongs to nothing of it. */
  async #refer(operation: ApiOperation): Promise<FindingDraft[]> {
    const { sent } = makeRequest(operation, PLAIN, this.#ground.world);
    if (!this.#tells(JSON.stringify(sent ?? {}))) return [];
    const { status } = await this.#send(operation);
    this.#references++;
    return status < 300
      ? [finding(operation, `found ${status} for what refers to it`)]
      : [];
  }

  #tells(text: string): boolean {
    return this.#ids.some((id) => text.includes(id));
  }

  async #send(operation: ApiOperation, item?: FuzzItem): Promise<HttpAnswer> {
    const { world, send } = this.#ground;
    const { request } = makeRequest(
      operation,
      PLAIN,
      world,
      item ? { item } : {},
    );
    const headers = { ...request.headers, ...this.#stranger.headers };
    const answer = await send({ ...request, headers });
    if (answer.status < 300) this.#let++;
    return answer;
  }

  /** What an operation's path names of the first tenant. */
  #itemsAt({ path }: ApiOperation): readonly FuzzItem[] {
    const { items } = this.#ground.world;
    const homes = [...items.keys()].filter((home) =>
      path === home || path.startsWith(`${home}/`)
    ).toSorted((a, b) => b.length - a.length);
    return (items.get(homes[0] ?? "") ?? []).slice(0, MOST_ITEMS);
  }
}

function finding(
  { method, path }: ApiOperation,
  found: string,
): FindingDraft {
  return {
    code: "V513",
    place: `${method} ${path}`,
    cause:
      `${found} for somebody of another tenant, wanted as if it were not there`,
    nextStep:
      "let every statement name the tenant of whoever asks, and look references up by it",
  };
}

/** One's own account is no tenant's. */
const OWN: ReadonlySet<string> = new Set(["auth", "account"]);
/** Of each kind: by different makers. */
const MOST_ITEMS = 3;
const WEAKNESSES = "CWE-639, CWE-668; OWASP API1:2023";
