import { assertEquals, assertThrows } from "@std/assert";
import { loadFormatter } from "./format_text.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "a.ts":
    `import {b,a} from "./x.ts"\nexport const  x = {a:1,'b':[1,2,3]}; function f( a:number,b:string ):void{ if(a)return; else{ console.log(\`\${a}\`)} }\nexport type T = Readonly<Record<string,{readonly a:string,readonly b:number,readonly c:boolean}>>\n`,
  "b.md":
    `# T\n* a\n* b with \`code that is long\` and more of it until the line is too long to be one, \`code = "with spaces"\` too\n\n|a|b|\n|-|-|\n|longer|x|\n`,
};

Deno.test("format() gives the bytes of deno fmt", async () => {
  const formatter = await loadFormatter();
  const folder = await Deno.makeTempDir();
  try {
    for (const [file, text] of Object.entries(TEXTS)) {
      const path = `${folder}/${file}`;
      await Deno.writeTextFile(path, text);
      await new Deno.Command(Deno.execPath(), {
        args: ["fmt", "--quiet", path],
      }).output();
      assertEquals(formatter.format(file, text), await Deno.readTextFile(path));
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("format() says where a syntax error is", async () => {
  const formatter = await loadFormatter();
  assertThrows(
    () => formatter.format("a.ts", "const = 1;"),
    SyntaxError,
    'Cannot format "a.ts"',
  );
});

Deno.test("format() leaves other files alone", async () => {
  assertEquals((await loadFormatter()).format("a.yaml", "a:   1"), "a:   1");
});

Deno.test("format() changes nothing of what it has formatted", async () => {
  const formatter = await loadFormatter();
  const text = `export function build(): void {
  const system = buildSystem({ host: "127.0.0.1", port: 0, logLevel: "error", databasePath: ":memory:" }, (entry) => void log.push(entry), {});
}
`;
  const once = formatter.format("a.ts", text);
  assertEquals(formatter.format("a.ts", once), once);
});
