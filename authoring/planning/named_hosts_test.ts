import { assertEquals } from "@std/assert";
import { namesHost, namesOrigin, speaksOfOrigins } from "./named_hosts.ts";

const NAMED = [
  ["Tell hooks.example.com about it.", "hooks.example.com"],
  ["Tell hooks.example.com.", "hooks.example.com"],
  ["POST to https://Hooks.Example.com/in?x=1", "hooks.example.com"],
  ["at example.com:8443", "example.com:8443"],
  ["at example.com:8443", "example.com"],
  ["(localhost)", "localhost"],
  ["from https://app.example.com", "https://app.example.com"],
  ["at https://api.example.com/v1", "https://api.example.com/v1"],
] as const;

for (const [request, host] of NAMED) {
  Deno.test(`namesHost() finds ${host} in "${request}"`, () => {
    assertEquals(namesHost(request, host), true);
  });
}

const NOT_NAMED = [
  ["Tell everybody.", "hooks.example.com"],
  ["Tell shop.example.com.", "example.com"],
  ["Tell example.com.evil.org.", "example.com"],
  ["Tell my-example.com.", "example.com"],
  ["Tell example.community.", "example.com"],
  ["Write to bob@example.com.", "example.com"],
  ["Tell https://example.com@evil.org/.", "example.com"],
  ["Tell examplexcom.", "example.com"],
  ["Tell example.com.", "example.com:8443"],
  ["Tell example.com:844.", "example.com:8443"],
  ["Tell example.com:84433.", "example.com:8443"],
  ["Never tell example.com:443 anything.", "example.com:443"],
  ["Tell my.example.org, not example.com.", "example.com"],
  ["a.*b", ".*"],
  ["anything", ""],
  ["anything", "https://"],
  ["a(b", "a(b"],
] as const;

for (const [request, host] of NOT_NAMED) {
  Deno.test(`namesHost() does not find ${host} in "${request}"`, () => {
    assertEquals(namesHost(request, host), false);
  });
}

const ORIGINS = [
  ["Rates come from rates.example.com.", "https://rates.example.com", true],
  ["at https://rates.example.com/v1", "https://rates.example.com", true],
  ["at http://rates.example.com/v1", "https://rates.example.com", true],
  ["at http://Rates.example.com: daily", "http://rates.example.com", true],
  ["at http://127.0.0.1:8080/v1", "http://127.0.0.1:8080", true],
  ["at http://127.0.0.1:8080/v1", "http://127.0.0.1", false],
  ["at http://127.0.0.1:8080/v1", "http://127.0.0.1:80", false],
  ["at rates.example.com", "http://rates.example.com", false],
  ["at https://rates.example.com", "http://rates.example.com", false],
  ["at https://rates.example.com:8443", "https://rates.example.com", false],
  ["at https://rates.example.com.evil.org", "https://rates.example.com", false],
  ["at https://a@rates.example.community", "https://rates.example.com", false],
  ["write to bob@rates.example.com", "https://rates.example.com", false],
  ["anything", "https://", false],
  ["a.*b", "https://.*", false],
] as const;

for (const [request, origin, is] of ORIGINS) {
  Deno.test(`namesOrigin() finds ${is ? origin : "no " + origin} in "${request}"`, () => {
    assertEquals(namesOrigin(request, origin), is);
  });
}

Deno.test("speaksOfOrigins() tells requests that let any page call", () => {
  for (
    const request of [
      "Enable CORS.",
      "Any website may call it.",
      "CORS for all origins, such as https://example.com.",
    ]
  ) assertEquals(speaksOfOrigins(request), true, request);
  for (
    const request of [
      "Keep tasks.",
      "CORS for https://app.example.com.",
      "Websites have a title.",
      "Do not enable CORS.",
      "Not every website may call it.",
    ]
  ) assertEquals(speaksOfOrigins(request), false, request);
});
