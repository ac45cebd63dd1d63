/**
 * Slugs: names of entities that can stand in a path, made of another field.
 *
 * @module
 */
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import type { MadeFields } from "./entity_service_options.ts";
import { isUuid } from "./uuid7.ts";

/** A slug field and what it is made of. */
export interface SlugSource {
  /** The slug. */
  readonly field: string;
  /** The text it is made of. */
  readonly from: string;
  /** Most characters. */
  readonly maxLength: number;
  /** Whether it is made anew when the text changes. @default false */
  readonly follows?: boolean;
  /** What it may not be without a number: paths that are something else. @default [] */
  readonly reserved?: readonly string[];
}

/** Makes the slugs of new entities, and of changed ones those that follow their text; one that is taken gets a number. */
export function madeSlugs<T extends Entity>(
  spec: EntitySpec,
  slugs: readonly SlugSource[],
): MadeFields<T> {
  const plain = (entity: T, { from, maxLength }: SlugSource) => {
    const text = String(valueOf(entity, from) ?? "");
    const room = maxLength - MAX_NUMBER.length;
    return slugOf(text, room) || slugOf(spec.label, room);
  };
  const withSlugs = (
    entity: T,
    wanted: readonly SlugSource[],
    attempt: number,
  ): T => {
    const made = wanted.map((source) => {
      const slug = plain(entity, source);
      // What looks like an id, or like another path, would be taken for it.
      const isOther = isUuid(slug) || source.reserved?.includes(slug);
      const number = numberOf(isOther ? attempt + 1 : attempt);
      return [source.field, `${slug}${number}`];
    });
    return { ...entity, ...Object.fromEntries(made) };
  };
  return {
    fields: slugs.map(({ field }) => field),
    make: (entity, attempt) => withSlugs(entity, slugs, attempt),
    follow: (current, next, attempt) => {
      const moved = slugs.filter((source) =>
        source.follows && plain(current, source) !== plain(next, source)
      );
      return moved.length === 0 ? next : withSlugs(next, moved, attempt);
    },
  };
}

/**
 * Writes a text as words of a-z and 0-9 with dashes between them; marks are taken off letters, other scripts are left out.
 * Cut after a word where one ends within `maxLength`. Empty if nothing is left.
 */
export function slugOf(text: string, maxLength: number): string {
  const plain = text.normalize("NFKD").toLowerCase()
    .replace(NOT_ASCII, (sign) => LETTERS[sign] ?? BETWEEN[sign] ?? "");
  const words = plain.replaceAll("'", "").split(/[^a-z0-9]+/).filter(Boolean);
  let slug = words.shift()?.slice(0, maxLength) ?? "";
  for (const word of words) {
    if (slug.length + 1 + word.length > maxLength) break;
    slug += `-${word}`;
  }
  return slug;
}

/** The first is free of a number, the next few are counted; after that it is not worth asking one by one. */
function numberOf(attempt: number): string {
  if (attempt === 1) return "";
  if (attempt <= COUNTED) return `-${attempt}`;
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `-${COUNTED + 1 + random % 1_000_000}`;
}

const NOT_ASCII = /[^ -~\s]/g;
const COUNTED = 10;
const MAX_NUMBER = "-1000011";

/** Letters that have no marks to be taken off. */
const LETTERS: Readonly<Record<string, string>> = {
  "ß": "ss",
  "æ": "ae",
  "œ": "oe",
  "ø": "o",
  "đ": "d",
  "ð": "d",
  "þ": "th",
  "ł": "l",
  "ħ": "h",
  "ı": "i",
  "ŋ": "n",
};

/** Signs between words, beyond ASCII. */
const BETWEEN: Readonly<Record<string, string>> = Object.fromEntries(
  [..."–—‐‑·…«»„“”¿¡/"].map((sign) => [sign, " "]),
);
