import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { blueprintPlace, logicSources } from "./logic_source.ts";

const TEXT = `system: places
entities:
  article:
    fields:
      title: { type: string, required: true }
      size:
        type: integer
        computed:
          run: |
            // A comment, and then
            const twice = 2;

            if (article.title) return FIRST;
    actions:
      publish:
        set: { title: "x" }
        guard:
          run: >-
            return
            FOLDED;
    hooks:
      beforeDelete: { run: "return QUOTED;" }
      afterDelete:
        run: |2
            return INDENTED;
      afterCreate:
          run: |

              return (
                DEEPER
              );
`;

function setUp() {
  const { model, positions } = compileBlueprint(TEXT);
  assert(model);
  const [source] = logicSources(model);
  assert(source);
  const lines = source.text.split("\n");
  const placeOf = (word: string) => {
    const line = lines.findIndex((text) => text.includes(word));
    const column = (lines[line]?.indexOf(word) ?? 0) + 1;
    return blueprintPlace(source, { line: line + 1, column }, positions);
  };
  return { placeOf, source, positions };
}

/** Where a word stands in the blueprint. */
function inText(word: string) {
  const lines = TEXT.split("\n");
  const line = lines.findIndex((text) => text.includes(word));
  return { line: line + 1, column: (lines[line]?.indexOf(word) ?? 0) + 1 };
}

Deno.test("blueprintPlace() gives the exact place of what stands in a literal block", () => {
  const { placeOf } = setUp();
  for (const word of ["FIRST", "INDENTED", "DEEPER", "twice"]) {
    assertEquals(placeOf(word), inText(word), word);
  }
});

Deno.test("blueprintPlace() gives the exact place in code on one line, the key of folded code and of what a head says", () => {
  const { placeOf } = setUp();
  assertEquals(placeOf("FOLDED"), { ...inText("run: >-"), length: 3 });
  assertEquals(placeOf("QUOTED"), inText("QUOTED"));
  assertEquals(placeOf("function computeSize"), {
    ...inText("run: |"),
    length: 3,
  });
});

Deno.test("blueprintPlace() gives nothing for what is none of the user's", () => {
  const { placeOf, source, positions } = setUp();
  assertEquals(placeOf("export const ARTICLE_LOGIC"), undefined);
  const last = source.text.split("\n").length;
  assertEquals(
    blueprintPlace(source, { line: last, column: 1 }, positions),
    undefined,
  );
});
