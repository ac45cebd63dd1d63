import { assertEquals, assertMatch } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { expand } from "../../generator/model/expand.ts";
import type { Mutant } from "./mutant.ts";
import { explainSurvivor, UNEXPLAINED } from "./survivor_class.ts";

const { blueprint } = parseBlueprint(`
system: shop
users: { roles: [staff] }
entities:
  user: { fields: { email: { type: email, required: true, unique: true } } }
  order:
    fields:
      title: { type: string, required: true }
      status: { type: enum, values: [open, paid], default: open, readOnly: true }
    actions: { pay: { set: { status: paid } } }
    access: { read: users, create: users, pay: staff }
`);
const model = blueprint && expand(blueprint).model;

Deno.test("explainSurvivor() says which kind of thing a survivor changed", () => {
  const explained: [Partial<Mutant>, RegExp][] = [
    [{
      file: "main.ts",
      operator: "member dropped",
      original: "bufferSize: 100",
    }, /this size unless it is told another/],
    [{
      file: "schemas/order_schema.ts",
      code: 'status: oneOf(["open", "paid"]).optional(),',
    }, /field that only the server sets/],
    [{
      file: "models/credential.ts",
      member: "search",
    }, /never searched/],
    [{
      file: "models/order.ts",
      member: "nullable",
    }, /whether a field may be null/],
  ];
  for (const [mutant, why] of explained) assertMatch(explain(mutant), why);
});

Deno.test("explainSurvivor() finds no excuse for what tests should notice", () => {
  const bare: Partial<Mutant>[] = [
    { file: "main.ts", operator: "number moved", original: "100" },
    { file: "schemas/order_schema.ts", code: "title: text({ max: 200 })," },
    { file: "access/access_rules.ts", code: 'pay: ["staff"],' },
    { file: "models/order.ts", member: "search" },
    { file: "models/order.ts", member: "column" },
  ];
  for (const mutant of bare) assertEquals(explain(mutant), UNEXPLAINED);
});

function explain(mutant: Partial<Mutant>): string {
  if (!model) throw new Error("the blueprint is not valid");
  return explainSurvivor({
    id: "",
    file: "",
    operator: "text emptied",
    start: 0,
    end: 0,
    replacement: "",
    line: 1,
    original: "",
    code: "",
    member: "",
    ...mutant,
  }, model);
}
