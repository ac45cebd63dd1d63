import { assert, assertEquals, assertExists } from "@std/assert";
import {
  type Blueprint,
  FIELD_TYPES,
  type FieldBlueprint,
  type FieldType,
} from "../blueprint/blueprint.ts";
import { COMMON_SETTINGS, FIELD_TYPE_RULES } from "../blueprint/field_types.ts";
import { generateFiles } from "../generate.ts";
import { expand } from "../model/expand.ts";

type Setting = keyof FieldBlueprint;

/** The file that carries out each setting. What the kit then does with it, the kit's tests show. */
const CARRIED_OUT_BY: Partial<Record<Setting, string>> = {
  required: "schemas/thing_schema.ts",
  unique: "migrations/0001_initial.sql",
  immutable: "models/thing.ts",
  default: "components/thing_controller.ts",
  readOnly: "models/thing.ts",
  writeOnly: "models/thing.ts",
  computed: "components/thing_controller.ts",
  min: "validations/thing_rules.ts",
  max: "validations/thing_rules.ts",
  minLength: "schemas/thing_schema.ts",
  maxLength: "schemas/thing_schema.ts",
  pattern: "schemas/thing_schema.ts",
  values: "schemas/thing_schema.ts",
  scale: "schemas/thing_schema.ts",
  items: "schemas/thing_schema.ts",
  fields: "schemas/thing_objects.ts",
  maxBytes: "models/thing.ts",
  accept: "models/thing.ts",
  maxItems: "schemas/thing_schema.ts",
  sorted: "schemas/thing_schema.ts",
};

/** A value of each setting, other than what it is when it is left out. */
const VALUES: Partial<Record<Setting, unknown>> = {
  required: true,
  unique: true,
  immutable: true,
  readOnly: true,
  writeOnly: true,
  computed: "2 + 3",
  min: 1,
  max: 7,
  minLength: 12,
  maxLength: 60,
  pattern: "[a-z]+",
  values: ["one", "two", "three"],
  scale: 4,
  from: "second",
  follows: true,
  maxBytes: "3MB",
  accept: ["image/png"],
  fields: { street: { type: "string" }, zip: { type: "integer" } },
  items: "email",
  maxItems: 7,
  sorted: true,
};

const DEFAULTS: Readonly<Record<FieldType, NonNullable<unknown>>> = {
  string: "x",
  text: "x",
  integer: 3,
  decimal: 3,
  number: 3,
  boolean: true,
  date: "$now",
  datetime: "2030-01-01T00:00:00Z",
  time: "10:00:00",
  duration: "PT2H",
  email: "a@b.example",
  url: "https://b.example/",
  uuid: "01890a5d-ac96-774b-bcce-b302099a8057",
  enum: "one",
  json: "x",
  slug: "x",
  object: {},
  file: {},
  list: [],
  serial: 1,
};

const PATTERNS: Partial<Record<FieldType, string>> = {
  email: "[a-z]+@b\\.example",
  url: "https://b\\.example/[a-z]+",
};

for (const type of FIELD_TYPES) {
  Deno.test(`every setting of a field of type ${type} has an effect on the system and is said in its documents`, async () => {
    const plain = await filesOf(fieldOf(type));
    for (const setting of settingsOf(type)) {
      const files = await filesOf({
        ...fieldOf(type),
        [setting]: valueOf(type, setting),
      });
      const path = FIELD_TYPE_RULES[type].made
        ? "components/thing_controller.ts"
        : CARRIED_OUT_BY[setting];
      assertExists(path, setting);
      for (const place of [path, "docs/openapi.json", "docs/ENTITIES.md"]) {
        assertExists(plain.get(place), place);
        assert(
          files.get(place) !== plain.get(place),
          `"${setting}" of a field of type ${type} changes nothing in ${place}`,
        );
      }
    }
  });
}

const BOUNDS = { min: "PT1M", max: "P1D" } as const;

function settingsOf(type: FieldType): readonly Setting[] {
  const { settings, unique, made } = FIELD_TYPE_RULES[type];
  return [...made || type === "file" ? [] : COMMON_SETTINGS, ...settings]
    .filter((setting) =>
      setting !== "type" && setting !== "description" &&
      !(setting === "unique" && unique === false) &&
      !(setting === "default" && ["file", "list", "object"].includes(type))
    );
}

function valueOf(type: FieldType, setting: Setting): unknown {
  if (setting === "default") return DEFAULTS[type];
  if (setting === "pattern") return PATTERNS[type] ?? VALUES.pattern;
  if (type === "duration" && (setting === "min" || setting === "max")) {
    return BOUNDS[setting];
  }
  return VALUES[setting];
}

function fieldOf(type: FieldType): FieldBlueprint {
  if (type === "object") {
    return { type, fields: { street: { type: "string" } } };
  }
  if (type === "slug") return { type, from: "label" };
  return type === "enum" ? { type, values: ["one", "two"] } : { type };
}

async function filesOf(
  field: FieldBlueprint,
): Promise<ReadonlyMap<string, string>> {
  const blueprint: Blueprint = {
    schema: "autocoder/v1",
    system: "things",
    entities: {
      thing: {
        fields: {
          label: { type: "string" },
          second: { type: "string" },
          value: field,
        },
      },
    },
  };
  const { model, diagnostics } = expand(blueprint);
  assertEquals(
    diagnostics.filter(({ severity }) => severity === "error"),
    [],
    JSON.stringify(field),
  );
  assertExists(model);
  const { files } = await generateFiles(model, "");
  return new Map(files.map(({ path, text }) => [path, text]));
}
