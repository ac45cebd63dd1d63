/**
 * Examples of logic: do they say something that their logic can do, of fields that there are, by values that fit?
 *
 * @module
 */
import type {
  EntityBlueprint,
  FieldBlueprint,
  Literal,
  LogicExampleBlueprint,
} from "./blueprint.ts";
import { literal } from "./check_field.ts";
import type { PlacedLogic } from "./check_logic.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { misfit } from "./fits_field.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Checks the examples of one piece of an entity's logic. */
export function checkExamples(
  { path, logic }: PlacedLogic,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const [, , part, name = ""] = path.split(".");
  const result = part === "fields"
    ? entity.fields[name]
    : part === "hooks" && name.startsWith("after")
    ? undefined
    : "refuses";
  (logic.examples ?? []).forEach((example, index) => {
    const at = `${path}.examples[${index}]`;
    checkResult(example, result, at, diagnostics);
    checkTime(example, `${at}.now`, diagnostics);
    for (const [key, value] of Object.entries(example.given ?? {})) {
      checkGiven(key, value, entity, `${at}.given.${key}`, diagnostics);
    }
  });
}

function checkResult(
  { refuses, gives }: LogicExampleBlueprint,
  result: FieldBlueprint | "refuses" | undefined,
  at: string,
  diagnostics: DiagnosticList,
): void {
  const wanted = result === undefined
    ? "none: nobody waits for what comes after"
    : result === "refuses"
    ? '"refuses" alone'
    : '"gives" alone';
  const fits = result === "refuses"
    ? refuses !== undefined && gives === undefined
    : result !== undefined && refuses === undefined && gives !== undefined;
  if (!fits) {
    diagnostics.error(
      "AC640",
      at,
      `Cannot use the example: wanted ${wanted}`,
    );
  } else if (typeof result === "object" && gives !== undefined) {
    const why = misfit(gives, result);
    if (why !== undefined) {
      diagnostics.error(
        "AC642",
        `${at}.gives`,
        `Cannot use ${literal(gives)} as what comes of it: wanted ${why}`,
      );
    }
  }
}

function checkTime(
  { now }: LogicExampleBlueprint,
  at: string,
  diagnostics: DiagnosticList,
): void {
  if (now === undefined) return;
  const why = now === "$now"
    ? "a time, or nothing where it does not matter"
    : misfit(now, { type: "datetime" });
  if (why === undefined) return;
  diagnostics.error(
    "AC642",
    at,
    `Cannot use ${literal(now)} as the time of the example: wanted ${why}`,
  );
}

function checkGiven(
  key: string,
  value: Literal,
  { fields }: EntityBlueprint,
  at: string,
  diagnostics: DiagnosticList,
): void {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (field === undefined) {
    const near = nearName(key, Object.keys(fields));
    diagnostics.error(
      "AC641",
      at,
      `Cannot use the example: found no field ${quoted(key)}`,
      {
        at: "key",
        meant: near,
        hint: `the fields are ${Object.keys(fields).join(", ")}`,
      },
    );
    return;
  }
  const why = misfit(value, field);
  if (why === undefined) return;
  diagnostics.error(
    "AC642",
    at,
    `Cannot use ${literal(value)} as "${key}": wanted ${why}`,
  );
}
