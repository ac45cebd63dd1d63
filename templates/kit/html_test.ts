import { assertEquals } from "@std/assert";
import { Html, markup } from "./html.ts";

Deno.test("html escapes text", () => {
  const hostile = `<script>alert("1")</script>&'`;
  const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;";
  assertEquals(
    markup`<p title="${hostile}">${hostile}</p>`.markup,
    `<p title="${escaped}">${escaped}</p>`,
  );
});

Deno.test("html keeps HTML, joins lists and leaves out nothing and false", () => {
  const items = ["a", "<b>"].map((item) => markup`<li>${item}</li>`);
  assertEquals(
    markup`<ul>${items}</ul>`.markup,
    "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
  );
  assertEquals(
    markup`${undefined}${false}${0}${new Html("<hr>")}`.markup,
    "0<hr>",
  );
});
