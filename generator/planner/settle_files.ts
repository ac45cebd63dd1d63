/**
 * Decides whether what is called a photo is a file that is sent, or only the address of one.
 *
 * @module
 */
import type { EntityDraft, FieldDraft, SystemDraft } from "./draft.ts";

/** Keeps the addresses of files that cannot be sent: their name alone says that they are files. */
export function settleFiles(draft: SystemDraft): void {
  const shaped = [...draft.entities.values()].some(({ marks }) =>
    marks.size > 0
  );
  for (const entity of draft.entities.values()) {
    for (const [name, field] of entity.fields) {
      if (field.type !== "file" || field.typed) continue;
      const reason = shaped
        ? "the API has a shape of its own, in which no files are sent"
        : reasonAgainst(entity, field);
      if (reason === undefined) continue;
      field.type = "url";
      draft.assumptions.push(
        `${entity.name}.${name} is the address of a file: ${reason}`,
      );
    }
  }
}

function reasonAgainst(
  entity: EntityDraft,
  { required, unique, immutable, default: byDefault }: FieldDraft,
): string | undefined {
  const closed = (["get", "patch"] as const).some((one) =>
    entity.refused.has(one) ||
    entity.only !== undefined && !entity.only.has(one) && !entity.named.has(one)
  );
  if (closed) return "a file can be sent only to what can be read and changed";
  const fits = !required && !unique && !immutable && byDefault === undefined;
  return fits
    ? undefined
    : "a file is sent after what has it, so it can be neither required nor unique, nor stay as it was made";
}

/** "Upload documents" where a document has a scan: that is what is sent. */
export function fileOf({ fields }: EntityDraft): string | undefined {
  if (fields.has("file")) return undefined;
  const files = [...fields].filter(([, { type }]) => type === "file");
  return files.length === 1 ? files[0]?.[0] : undefined;
}
