/**
 * Random blueprints for property tests: every key of the language, every kind of text.
 *
 * @module
 */
import fc from "fast-check";
import {
  type ActionBlueprint,
  type AggregateBlueprint,
  BINDING_TYPES,
  type BindingBlueprint,
  type Blueprint,
  BLUEPRINT_SCHEMA,
  COMPONENT_TYPES,
  type ComponentBlueprint,
  type EntityBlueprint,
  FIELD_TYPES,
  type FieldBlueprint,
  HOOKS,
  ITEM_TYPES,
  type Literal,
  type LogicBlueprint,
  type NoOverlapBlueprint,
  OPERATIONS,
  type RelationBlueprint,
  type RequirementBlueprint,
  STORE_ENGINES,
} from "./blueprint.ts";
import {
  ENDPOINT_METHODS,
  type EndpointBlueprint,
} from "./endpoint_blueprint.ts";
import { forbiddenCharacter } from "./quoted.ts";

/** Blueprints of the right shape; what their parts say about each other need not make sense. */
export function blueprintArbitrary(): fc.Arbitrary<Blueprint> {
  return fc.record({
    schema: fc.constant(BLUEPRINT_SCHEMA),
    system: snake,
    description: sentences,
    http: fc.record({
      port: fc.integer({ min: 1, max: 65_535 }),
      idempotency: fc.record({
        keep: fc.constantFrom("1m", "24h", "90m", "30d"),
        required: fc.boolean(),
      }, LOOSE),
      rateLimit: fc.record({ requests: count, per: fc.constant("30s") }, {
        requiredKeys: ["requests"],
      }),
    }, LOOSE),
    store: fc.record({
      engine: fc.constantFrom(...STORE_ENGINES),
      durability: fc.constantFrom("full" as const, "normal" as const),
    }, LOOSE),
    entities: fc.dictionary(snake, entity(), { maxKeys: 3 }),
    endpoints: fc.dictionary(snake, endpoint(), { maxKeys: 2 }),
    components: fc.dictionary(snake, component(), { maxKeys: 3 }),
    requirements: fc.array(requirement(), { maxLength: 3 }),
  }, { requiredKeys: ["schema", "system"] }).map(plain);
}

/** Texts that a blueprint may have, awkward ones often. */
export function textArbitrary(multiline: boolean): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.string({ unit: "binary", maxLength: 10 }),
  ).filter((text) => forbiddenCharacter(text, multiline) === undefined);
}

function entity(): fc.Arbitrary<EntityBlueprint> {
  return fc.record({
    description: sentences,
    plural: snake,
    fields: fc.dictionary(camel, field(), { maxKeys: 4 }),
    relations: fc.dictionary(camel, relation(), { maxKeys: 2 }),
    key: camel,
    unique: members,
    softDelete: fc.boolean(),
    live: fc.boolean(),
    bulk: fc.constantFrom(["create"], ["patch", "delete"], ["all"]),
    bulkLimit: fc.integer({ min: 1, max: 1000 }),
    cache: fc.record({ entries: count, seconds: count }, {
      requiredKeys: [],
    }),
    requires: fc.dictionary(camel, guards, { maxKeys: 2 }),
    editable: guards,
    visible: fc.record({
      when: guards,
      always: fc.constantFrom("users", ["owner", "users"]),
    }, { requiredKeys: ["when"] }),
    exempt: fc.array(camel, { maxLength: 3 }),
    noOverlap: fc.array(overlapRule(), { maxLength: 2 }),
    search: fc.array(camel, { maxLength: 3 }),
    aggregates: fc.dictionary(camel, aggregate(), { maxKeys: 2 }),
    indexes: members,
    order: fc.array(camel.map((one) => `-${one}`), { maxLength: 3 }),
    operations: fc.subarray([...OPERATIONS]),
    actions: fc.dictionary(camel, action(), { maxKeys: 2 }),
    hooks: fc.record(
      Object.fromEntries(HOOKS.map((hook) => [hook, logic()])),
      LOOSE,
    ),
  }, { requiredKeys: ["fields"] });
}

function aggregate(): fc.Arbitrary<AggregateBlueprint> {
  const names = fc.array(camel, { maxLength: 2 });
  const key = fc.oneof(camel, camel.map((name) => ({ [name]: "month" })));
  return fc.record({
    by: fc.array(key, { maxLength: 3 }),
    sum: names,
    avg: names,
    min: names,
    max: names,
    description: sentences,
  }, { requiredKeys: ["by"] });
}

function overlapRule(): fc.Arbitrary<NoOverlapBlueprint> {
  return fc.record({
    from: camel,
    until: camel,
    within: fc.array(camel, { maxLength: 3 }),
    when: guards,
  }, { requiredKeys: ["from", "until"] });
}

function field(): fc.Arbitrary<FieldBlueprint> {
  return fc.record({
    type: fc.constantFrom(...FIELD_TYPES),
    required: fc.boolean(),
    unique: fc.boolean(),
    immutable: fc.boolean(),
    default: literals,
    readOnly: fc.boolean(),
    writeOnly: fc.boolean(),
    computed: fc.oneof(line, logic()),
    min: fc.oneof(numbers, fc.constant("PT1M")),
    max: fc.oneof(numbers, fc.constant("P2W")),
    minLength: fc.nat(1_000),
    maxLength: fc.nat(1_000),
    pattern: line,
    values: fc.array(line, { maxLength: 4 }),
    scale: fc.nat(9),
    from: camel,
    follows: fc.boolean(),
    items: fc.constantFrom(...ITEM_TYPES),
    fields: fc.dictionary(
      camel,
      fc.record({ type: fc.constantFrom(...FIELD_TYPES) }),
      { maxKeys: 2 },
    ),
    maxItems: fc.integer({ min: 1, max: 1000 }),
    description: sentences,
  }, { requiredKeys: ["type"] });
}

function relation(): fc.Arbitrary<RelationBlueprint> {
  return fc.record({
    belongsTo: snake,
    required: fc.boolean(),
    unique: fc.boolean(),
    cycles: fc.constantFrom("refused", "allowed"),
    onDelete: fc.constantFrom("restrict", "cascade", "clear"),
  }, { requiredKeys: ["belongsTo"] });
}

function action(): fc.Arbitrary<ActionBlueprint> {
  const own = fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, logic());
  return fc.tuple(plainAction(), own).map(([action, own]) => ({
    ...action,
    ...own,
  }));
}

function plainAction(): fc.Arbitrary<ActionBlueprint> {
  return fc.record({
    set: fc.dictionary(camel, literals, { maxKeys: 3 }),
    when: guards,
    needs: fc.array(camel, { maxLength: 2 }),
    adjust: fc.dictionary(
      fc.tuple(camel, camel).map((names) => names.join(".")),
      literals,
      { maxKeys: 2 },
    ),
    guard: logic(),
    description: sentences,
  }, { requiredKeys: ["set"] });
}

/** Code is kept as it is, whatever it is. */
function logic(): fc.Arbitrary<LogicBlueprint> {
  return fc.record({
    run: fc.array(sentences, { minLength: 1, maxLength: 4 })
      .map((lines) => lines.join("\n")),
    file: fc.constant("./logic/own.ts"),
    behavior: sentences,
    examples: fc.array(
      fc.record({
        given: fc.dictionary(camel, literals, { maxKeys: 2 }),
        now: fc.constantFrom("2030-01-31T09:30:00Z", "2030-01-31"),
        refuses: fc.boolean(),
        gives: literals,
      }, LOOSE),
      { maxLength: 2 },
    ),
  }, LOOSE);
}

function endpoint(): fc.Arbitrary<EndpointBlueprint> {
  const fields = fc.dictionary(camel, field(), { maxKeys: 2 });
  const values = fc.dictionary(
    camel,
    fc.oneof(literals, fc.array(literals, { maxLength: 2 })),
    { maxKeys: 2 },
  );
  return fc.tuple(
    logic(),
    fc.record({
      method: fc.constantFrom(...ENDPOINT_METHODS),
      path: fc.constantFrom("/own", "/own/{key}/all"),
      access: fc.constantFrom("users", ["editor", "everyone"]),
      params: fields,
      query: fields,
      body: fields,
      answer: fields,
      status: fc.integer({ min: 200, max: 204 }),
      description: sentences,
      fetches: fc.subarray(["https://a.example", "http://b:81"]),
      examples: fc.array(
        fc.record({
          given: fc.record({ params: values, query: values }, LOOSE),
          fetched: fc.array(
            fc.record({
              url: fc.constantFrom("https://a.example/", "http://b:81/c?d=1"),
              status: fc.integer({ min: 200, max: 599 }),
              body: sentences,
            }, { requiredKeys: ["url"] }),
            { maxLength: 2 },
          ),
          answers: values,
          refuses: fc.integer({ min: 400, max: 502 }),
        }, LOOSE),
        { maxLength: 2 },
      ),
    }, { requiredKeys: ["path"] }),
  ).map(([{ run, file }, rest]) => ({ ...rest, run, file }));
}

function component(): fc.Arbitrary<ComponentBlueprint> {
  return fc.record({
    type: fc.constantFrom(...COMPONENT_TYPES),
    entity: snake,
    description: sentences,
    bindings: fc.array(binding(), { maxLength: 3 }),
  }, LOOSE);
}

function binding(): fc.Arbitrary<BindingBlueprint> {
  return fc.record({
    source: snake,
    target: fc.tuple(snake, snake).map((parts) => parts.join(".")),
    bufferSize: fc.integer({ min: 1, max: 1_000 }),
    type: fc.constantFrom(...BINDING_TYPES),
  }, { requiredKeys: ["source", "target"] });
}

function requirement(): fc.Arbitrary<RequirementBlueprint> {
  return fc.record({
    text: sentences,
    covers: fc.array(line, { maxLength: 3 }),
  });
}

/** The generator makes objects without a prototype; parsing makes plain ones. */
function plain(blueprint: unknown): Blueprint {
  return JSON.parse(JSON.stringify(blueprint));
}

const LOOSE = { requiredKeys: [] as [] };
const AWKWARD = [
  "",
  " ",
  "a: b",
  "a #b",
  "# a",
  "- a",
  "true",
  "No",
  "null",
  "~",
  "12",
  "1e3",
  "0x1F",
  ".inf",
  "2026-01-31",
  "'",
  '"',
  "\\",
  "\\n",
  "{a: b}",
  "[a]",
  "*a",
  "&a",
  "!a",
  "|",
  ">",
  "%a",
  "@a",
  "`a`",
  "---",
  "...",
  "<<",
  "?",
  "*/",
  "${a}",
  "<%= a %>",
  "../a",
  "$now",
  "ends with a space ",
  "\u00a0",
  "\ufeff",
  "\u200f",
  "日本",
  "😀",
  "a,b",
  "a (b)",
];
const snake = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(_[a-z0-9]{1,5}){0,2}$/);
const camel = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,10}$/);
const count = fc.integer({ min: 1, max: 1000 });
const members = fc.array(fc.array(camel, { maxLength: 3 }), { maxLength: 2 });
const line = textArbitrary(false);
const sentences = fc.oneof(
  textArbitrary(true),
  fc.constantFrom("two\nlines", "a\ttab", "\r\n", "\n"),
);
const numbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
).map((number) => Object.is(number, -0) ? 0 : number);
const literals: fc.Arbitrary<Literal> = fc.oneof(
  sentences,
  numbers,
  fc.boolean(),
  fc.constant(null),
);
const guards = fc.dictionary(
  camel,
  fc.oneof(literals, fc.array(literals, { maxLength: 3 })),
  { maxKeys: 2 },
);
