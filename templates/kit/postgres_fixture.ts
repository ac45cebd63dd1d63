/**
 * A process that opens the blog in PostgreSQL and, if told so, writes authors until it is killed; each id that was acknowledged is a line of its output.
 *
 * @module
 */
import { type Author, AUTHOR_SPEC } from "./example_blog.ts";
import { postgresBlog } from "./example_blog_postgres.ts";
import { sampleEntity } from "./sample_entity.ts";

if (import.meta.main) {
  const [url = "", task] = Deno.args;
  const say = (line: string) =>
    Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
  await using blog = await postgresBlog(url);
  say("open");
  const writer = async () => {
    for (;;) {
      const entity = sampleEntity<Author>(AUTHOR_SPEC, 0, {
        email: crypto.randomUUID(),
        handle: null,
      });
      await blog.authors.execute({ kind: "insert", entity });
      say(entity.id);
    }
  };
  if (task === "write") await Promise.all(Array.from({ length: 8 }, writer));
}
