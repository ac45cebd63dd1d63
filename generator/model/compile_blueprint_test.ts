import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DIAGNOSTIC_CODES } from "../blueprint/diagnostic_codes.ts";
import { renderDiagnostics } from "../blueprint/render_diagnostics.ts";
import { compileBlueprint } from "./compile_blueprint.ts";

const GOLDEN = new URL("./bad_blueprints.txt", import.meta.url);

Deno.test("compileBlueprint() tells what is wrong, where, and what to do (bad_blueprints.txt)", () => {
  const cases = readCases(Deno.readTextFileSync(GOLDEN));
  const now = cases.map(({ name, text }) => ({
    name,
    text,
    shown: shownFor(text),
  }));
  if (Deno.args.includes("--update")) {
    Deno.writeTextFileSync(GOLDEN, writeCases(now));
  } else assertEquals(now, cases);
});

Deno.test("compileBlueprint() has a bad blueprint for every code of its own", () => {
  const told = new Set(
    readCases(Deno.readTextFileSync(GOLDEN)).flatMap(({ shown }) =>
      [...shown.matchAll(/^\w+\[(AC\d+)\]/gm)].map(([, code]) => code)
    ),
  );
  const untold = Object.keys(DIAGNOSTIC_CODES).filter((code) =>
    !told.has(code) && !code.startsWith("AC0") && !ELSEWHERE.has(code)
  );
  assertEquals(untold, []);
});

Deno.test("compileBlueprint() gives no model when something is wrong, and one when nothing is", () => {
  for (const { text, shown } of readCases(Deno.readTextFileSync(GOLDEN))) {
    const { model } = compileBlueprint(text, { fileName: "tasks.yaml" });
    assertEquals(model === undefined, /^error/m.test(shown), text);
  }
});

Deno.test("compileBlueprint() never throws, whatever the text", () => {
  const piece = fc.constantFrom(
    ..."system: |entities:|components:|\n  |\n    |task|: |{ |} |[ |]|, |- |fields|type|string|bindings|source|target|a.b|&a |*a|!!str |'|\"|# |? |%YAML 1.1|---|...|true|null|1e999|0x1F|.nan|<<: |__proto__|constructor|*/|${x}|<%= x %>|\u202e|\u0000|\ud800|\t|\r"
      .split("|"),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      const { model, diagnostics } = compileBlueprint(text);
      const failed = diagnostics.some(({ severity }) => severity === "error");
      assertEquals(model === undefined, failed);
      renderDiagnostics(diagnostics, text, "x.yaml");
    }),
    { numRuns: 300 },
  );
});

Deno.test("compileBlueprint() never throws, whatever stands in the place of a value", () => {
  for (const blueprint of mutations(RICH)) {
    const text = JSON.stringify(blueprint, null, 1);
    const { model, diagnostics } = compileBlueprint(text);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    assertEquals(model === undefined, errors.length > 0, text);
    for (const { code, position } of errors) {
      assert(position ?? code === "AC401", text); // nothing has no place
    }
  }
});

Deno.test("compileBlueprint() refuses hostile names wherever a name stands", () => {
  for (const name of HOSTILE) {
    const quoted = JSON.stringify(name);
    for (const place of NAME_PLACES) {
      const text = place.replaceAll("NAME", () => quoted);
      const { diagnostics, model } = compileBlueprint(text);
      // A reference that leads nowhere is only told and left out.
      if (diagnostics.some(({ severity }) => severity === "error")) {
        assertEquals(model, undefined, text);
      } else assertEquals(model?.requirements[0]?.covers, [], text);
      assert(
        diagnostics.some(({ code, position }) =>
          ["AC107", "AC201", "AC301", "AC302", "AC205", "AC207", "AC110"]
            .includes(code) && position
        ),
        `${text}\n${JSON.stringify(diagnostics)}`,
      );
      const rendered = renderDiagnostics(diagnostics, text, "x.yaml");
      // deno-lint-ignore no-control-regex -- control characters are what it looks for
      assert(!/[\u0000-\u0009\u000b-\u001f\u202e\ud800]/.test(rendered));
    }
  }
});

Deno.test("compileBlueprint() keeps hostile texts as data, and refuses invisible characters", () => {
  for (const value of HOSTILE) {
    const quoted = JSON.stringify(value);
    for (const place of TEXT_PLACES) {
      const text = place.replaceAll("TEXT", () => quoted);
      const { blueprint, diagnostics } = compileBlueprint(text);
      if (INVISIBLE.test(value)) {
        assert(diagnostics.some(({ code }) => code === "AC107"), text);
      } else {
        assertEquals(diagnostics, [], text);
        assert(JSON.stringify(blueprint).includes(quoted), text);
      }
    }
  }
});

/** The blueprint with each of its values in turn replaced by values of every kind, and left out. */
function* mutations(value: unknown): Generator<unknown> {
  yield* WRONG;
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    // Lists and mappings alike: a list keeps its other items.
    const [before, rest] = Array.isArray(value)
      ? [[...value], value.toSpliced(Number(key), 1)]
      : [{ ...value }, { ...value, [key]: undefined }];
    yield rest;
    for (const mutation of mutations(Reflect.get(value, key))) {
      yield Object.assign(Array.isArray(before) ? [...before] : { ...before }, {
        [key]: mutation,
      });
    }
  }
}

interface Case {
  readonly name: string;
  readonly text: string;
  readonly shown: string;
}

function shownFor(text: string): string {
  const { diagnostics } = compileBlueprint(text, { fileName: "tasks.yaml" });
  return renderDiagnostics(diagnostics, text, "tasks.yaml");
}

function readCases(golden: string): readonly Case[] {
  return golden.split(/^=== /m).slice(1).map((part) => {
    const [, name = "", text = "", shown = ""] =
      /^([^\n]*)\n([^]*?)^=>\n([^]*)$/m.exec(part) ?? [];
    return { name, text, shown: shown.trimEnd() };
  });
}

function writeCases(cases: readonly Case[]): string {
  return cases.map(({ name, text, shown }) =>
    `=== ${name}\n${text}=>\n${shown}\n`
  ).join("\n");
}

/** Told by the harness's graph check, when examples are made, when code is parsed, or for texts too large to stand in a file of cases. */
const ELSEWHERE = new Set([
  "AC700",
  "AC701",
  "AC103",
  "AC113",
  "AC305",
  "AC317",
  "AC420",
  "AC421",
  "AC422",
  "AC423",
  "AC425",
  "AC426",
  "AC429",
  "AC634",
  "AC635",
  "AC637",
  "AC638",
  "AC639",
  "AC644",
  "AC646",
]);

const HOSTILE = [
  "../x",
  "..\\x",
  "a/b",
  'a"b',
  "a'b",
  "a`b",
  "a*/b",
  "a${b}",
  "<%= a %>",
  "a; DROP TABLE b",
  "a\u0000b",
  "a\u001bb",
  "a\u202eb",
  "a\ud800b",
  "__proto__",
];

// deno-lint-ignore no-control-regex -- control characters are what it looks for
const INVISIBLE = /[\u0000-\u001f\u202e]|[\ud800-\udbff](?![\udc00-\udfff])/;

const ENTITY = "entities: { task: { fields: { title: { type: string } } } }\n";
const NAME_PLACES = [
  `system: NAME\n${ENTITY}`,
  `schema: NAME\n${ENTITY}`,
  "entities: { NAME: { fields: { title: { type: string } } } }\n",
  "entities: { task: { plural: NAME, fields: { title: { type: string } } } }\n",
  "entities: { task: { fields: { NAME: { type: string } } } }\n",
  "entities: { task: { fields: { title: { type: NAME } } } }\n",
  "entities: { task: { fields: { title: { type: string } }, relations: { NAME: { belongsTo: task } } } }\n",
  "entities: { task: { fields: { title: { type: string } }, relations: { up: { belongsTo: NAME } } } }\n",
  "entities: { task: { fields: { title: { type: string } }, operations: [NAME] } }\n",
  "entities: { task: { fields: { title: { type: string } }, actions: { NAME: { set: { title: x } } } } }\n",
  "entities: { task: { fields: { title: { type: string } }, actions: { go: { set: { NAME: x } } } } }\n",
  "entities: { task: { fields: { title: { type: string } }, actions: { go: { set: { title: x }, when: { NAME: x } } } } }\n",
  "components: { NAME: { type: Store } }\n",
  "components: { task_store: { type: NAME } }\n",
  "components: { task_store: { entity: NAME } }\n",
  "components: { api: { bindings: [ { source: NAME, target: task_controller.in } ] } }\n",
  "components: { api: { bindings: [ { source: out, target: NAME } ] } }\n",
  `${ENTITY}requirements: [ { text: x, covers: [NAME] } ]\n`,
  `${ENTITY}NAME: 1\n`,
];

const WRONG = [null, "", "x", 0, -1.5, true, [], {}, [null], { x: null }, [[]]];

/** Uses every key of the language. */
const RICH = {
  schema: "autocoder/v1",
  system: "shop",
  description: "A shop.",
  http: { port: 8080 },
  store: { engine: "sqlite", durability: "full" },
  entities: {
    customer: { fields: { name: { type: "string", required: true } } },
    order: {
      description: "An order.",
      plural: "orders",
      fields: {
        code: { type: "string", pattern: "a+", minLength: 1, maxLength: 9 },
        state: { type: "enum", values: ["open", "paid"], default: "open" },
        total: { type: "decimal", min: 0, max: 9, scale: 2, immutable: true },
        paidAt: { type: "datetime", unique: true, description: "When." },
      },
      relations: {
        customer: { belongsTo: "customer", required: false, onDelete: "clear" },
      },
      operations: ["list", "get", "create"],
      actions: {
        pay: {
          description: "Pay it.",
          set: { state: "paid", paidAt: "$now" },
          when: { state: ["open"] },
        },
      },
    },
  },
  components: {
    api: {
      type: "APIEndpoint",
      description: "The API.",
      bindings: [{
        source: "orders",
        target: "order_controller.in",
        type: "request_reply",
        bufferSize: 10,
      }],
    },
    order_controller: { type: "Controller", entity: "order" },
  },
  requirements: [{ text: "Pay orders.", covers: ["order.pay"] }],
};

const HEAD = "system: tasks\n";
const TEXT_PLACES = [
  `${HEAD}description: TEXT\n${ENTITY}`,
  `${HEAD}entities: { task: { description: TEXT, fields: { title: { type: string } } } }\n`,
  `${HEAD}entities: { task: { fields: { title: { type: string, description: TEXT } } } }\n`,
  `${HEAD}entities: { task: { fields: { title: { type: string, default: TEXT } } } }\n`,
  `${HEAD}entities: { task: { fields: { state: { type: enum, values: [TEXT] } } } }\n`,
  `${HEAD}entities: { task: { fields: { title: { type: string } }, actions: { go: { set: { title: TEXT }, description: TEXT } } } }\n`,
  `${HEAD}entities: { task: { fields: { title: { type: string } }, actions: { go: { set: { title: a }, when: { title: [TEXT] } } } } }\n`,
  `${HEAD}${ENTITY}components: { task_store: { type: Store, description: TEXT } }\n`,
  `${HEAD}${ENTITY}requirements: [ { text: TEXT, covers: [task] } ]\n`,
];
