/**
 * Ids: whoever knows some of them does not know the next.
 *
 * @module
 */
import type { FindingDraft } from "../tier.ts";
import type { AttackGround } from "./attack_ground.ts";

/** Looks at the ids of all that was made. */
export async function guessIds(
  ground: AttackGround,
): Promise<{ findings: readonly FindingDraft[]; note: string }> {
  const { model } = ground;
  const findings: FindingDraft[] = [];
  let looked = 0;
  for (const entity of model.entities) {
    const ids = await idsOf(ground, entity);
    looked += ids.length;
    const guessable = guessableIn(ids);
    if (guessable === undefined) continue;
    findings.push({
      code: "V505",
      place: entity.table,
      cause: `found ${guessable}, wanted ids of at least ${BITS} random bits`,
      nextStep: "make ids by kit/uuid7.ts, or of as many random bits",
    });
  }
  return { findings, note: `${looked} ids looked at` };
}

/** Says what can be guessed of some ids; undefined for ids of enough chance. */
export function guessableIn(ids: readonly string[]): string | undefined {
  const strange = ids.find((id) => !UUID.test(id));
  if (strange !== undefined) return `the id ${JSON.stringify(strange)}`;
  // Of both versions in use, 4 and 7, the last 62 bits are random.
  const tails = ids.map((id) =>
    BigInt(`0x${id.slice(19).replaceAll("-", "")}`) & TAIL
  );
  for (const [at, tail] of tails.entries()) {
    for (const other of tails.slice(at + 1)) {
      // Two random numbers of 62 bits are as near as this once in 2^28 pairs.
      const distance = tail > other ? tail - other : other - tail;
      if (distance < NEAR) {
        return `ids that end alike (${ids[at]})`;
      }
    }
  }
  return undefined;
}

async function idsOf(
  { sight, world }: AttackGround,
  { table, name }: AttackGround["model"]["entities"][number],
): Promise<readonly string[]> {
  if (!sight) return (world.ids.get(name.snake) ?? []).slice(0, MOST);
  const rows = await sight.rows(`SELECT id FROM "${table}" LIMIT ${MOST}`);
  return rows.map(({ id }) => String(id));
}

const BITS = 62;
const TAIL = (1n << 62n) - 1n;
const NEAR = 1n << 32n;
const MOST = 100;
const UUID =
  /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
