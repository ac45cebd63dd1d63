/**
 * Entities to test with.
 *
 * @module
 */
import { durationText, timestamp } from "./clock.ts";
import { fromScaled } from "./decimal.ts";
import {
  type Entity,
  type EntitySpec,
  type FieldSpec,
  itemOf,
} from "./entity_spec.ts";
import { uuid7 } from "./uuid7.ts";

/** Makes a valid entity with values that depend on `n`; references are null unless given in `values`. */
export function sampleEntity<T extends Entity>(
  spec: EntitySpec,
  n: number,
  values: Readonly<Record<string, unknown>> = {},
): T {
  const now = timestamp(Date.UTC(2026, 0, 1) + n);
  const own = Object.entries(spec.fields).map(([name, field]) =>
    [name, sampleValue(field, n)] as const
  );
  const server = { id: uuid7(), createdAt: now, updatedAt: now };
  // Every field of the spec has a value of its kind, and T is declared with the spec.
  return { ...server, ...Object.fromEntries(own), ...values } as unknown as T;
}

function sampleValue(field: FieldSpec, n: number): unknown {
  if (field.references) return null;
  if (field.nullable && !field.unique && n % 4 === 3) return null;
  switch (field.kind) {
    case "integer":
      return n;
    case "decimal":
      return fromScaled(10 * n + 5, field.scale ?? 0);
    case "number":
      return n + 0.5;
    case "boolean":
      return n % 2 === 0;
    case "enum":
      return field.values?.[n % field.values.length];
    case "date":
      return timestamp(Date.UTC(2026, 0, 1 + n)).slice(0, 10);
    case "datetime":
      return timestamp(Date.UTC(2026, 0, 1, 0, n));
    case "time":
      return timestamp(n * 60_000).slice(11, 19);
    case "duration":
      return durationText(n * 40_000); // whose order is not that of the texts
    case "uuid":
      return uuid7();
    case "list":
      return Array.from(
        { length: n % 3 },
        (_, i) => sampleValue(itemOf(field), n + i),
      );
    case "json":
      return { n, list: [true, null, "Ä"] };
    default:
      return SAMPLE_TEXT[field.kind]?.(n) ?? `Text ${n} ÄÖ "quoted" 100% 🙂`;
  }
}

const SAMPLE_TEXT: Readonly<Record<string, (n: number) => string>> = {
  email: (n) => `person${n}@example.org`,
  url: (n) => `https://example.org/${n}`,
};
