import { assertEquals } from "@std/assert";
import { ApiKey } from "./api_key.ts";
import { hideSecret, SecretFilter } from "./hide_secret.ts";

const SECRET = 'sk-a+b/c"d=aaaab';

Deno.test("hideSecret() takes a secret out in every spelling", () => {
  for (
    const spelling of [
      SECRET,
      encodeURIComponent(SECRET),
      JSON.stringify(SECRET),
      btoa(SECRET),
    ]
  ) {
    const shown = hideSecret(`before ${spelling} after`, SECRET);
    assertEquals(
      shown.replaceAll('"', "").replace(/=+/, ""),
      "before [key] after",
    );
  }
});

Deno.test("hideSecret() leaves text alone where there is no secret", () => {
  assertEquals(hideSecret("as it is", undefined), "as it is");
});

Deno.test("SecretFilter finds a secret wherever it is cut", () => {
  const text = `x ${SECRET}${SECRET} sk-a+b/c sk-${SECRET}aaaa`;
  for (let size = 1; size <= text.length; size++) {
    const filter = new SecretFilter(SECRET);
    let shown = "";
    for (let at = 0; at < text.length; at += size) {
      shown += filter.push(text.slice(at, at + size));
    }
    assertEquals(shown + filter.end(), "x [key][key] sk-a+b/c sk-[key]aaaa");
  }
});

Deno.test("SecretFilter holds back nothing that cannot be the secret", () => {
  const filter = new SecretFilter(SECRET);
  assertEquals(filter.push("Hello sk"), "Hello ");
  assertEquals(filter.push("y and more"), "sky and more");
  assertEquals(filter.end(), "");
});

Deno.test("ApiKey has no secret where it is but a word", () => {
  assertEquals(new ApiKey("ollama", "AUTOCODER_API_KEY").secret, undefined);
  assertEquals(
    new ApiKey(" sk-01234 \n", "AUTOCODER_API_KEY").secret,
    "sk-01234",
  );
});
