/**
 * What is in the store of an attacked system, to see that an attack has no effect.
 *
 * @module
 */
import type { EntityModel } from "../../generator/model/system_model.ts";
import type { AttackGround } from "./attack_ground.ts";

/** Tells all that is kept of an entity; what its makers see of it where the store cannot be looked into. */
export async function stateOf(
  { sight, world, look }: Pick<AttackGround, "sight" | "world" | "look">,
  { table, name }: EntityModel,
): Promise<string> {
  if (sight) {
    return JSON.stringify(
      await sight.rows(`SELECT * FROM "${table}" ORDER BY 1`),
    );
  }
  const seen: string[] = [];
  for (const items of world.items.values()) {
    for (const { template, places, maker } of items) {
      const entity = world.words.entityOf(
        {
          tag: tagOf(world.words.entity(name.snake)),
          path: template,
        } as Parameters<typeof world.words.entityOf>[0],
      );
      if (entity !== name.snake) continue;
      const target = template.replaceAll(
        /\{([^}]+)\}/g,
        (_, place: string) => encodeURIComponent(places.get(place) ?? ""),
      );
      const headers = world.viewers[maker]?.headers ?? {};
      const { status, text } = await look({ method: "GET", target, headers });
      seen.push(`${target} ${status} ${text}`);
    }
  }
  return seen.join("\n");
}

function tagOf(entity: EntityModel | undefined): string {
  return entity?.plural.words ?? "";
}

/** Counts the rows of every table; empty where the store cannot be looked into. */
export async function tablesOf(
  { sight, model }: Pick<AttackGround, "sight" | "model">,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  if (!sight) return counts;
  for (const { table } of model.entities) {
    try {
      const rows = await sight.rows(`SELECT count(*) AS n FROM "${table}"`);
      counts.set(table, Number(rows[0]?.n));
    } catch {
      // It is not there any more, which is what is looked for.
    }
  }
  return counts;
}
