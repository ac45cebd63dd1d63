import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { ModelFailure } from "../language_model.ts";
import { ApiKey } from "./api_key.ts";
import { checkBaseUrl } from "./base_url.ts";

const OWN = new ApiKey("meant-for-this-server", "AUTOCODER_API_KEY");
const FOUND = new ApiKey("sk-for-somebody-else", "OPENAI_API_KEY");

for (
  const [value, href, isLocal] of [
    ["https://api.openai.com/v1/", "https://api.openai.com/v1", false],
    ["http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1", true],
    ["http://localhost:8000/v1//", "http://localhost:8000/v1", true],
    ["http://[::1]:8000/v1", "http://[::1]:8000/v1", true],
  ] as const
) {
  Deno.test(`checkBaseUrl() takes ${value} with a key that was found`, () => {
    assertEquals(checkBaseUrl(flag(value), FOUND), { href, isLocal });
  });
}

Deno.test("checkBaseUrl() sends a key in the open only where it is meant for that server", () => {
  const value = "http://gpu-box:8000/v1";
  assertEquals(checkBaseUrl(flag(value), OWN).href, value);
  const failure = assertThrows(
    () => checkBaseUrl(flag(value), FOUND),
    ModelFailure,
  );
  assertMatch(
    failure.message,
    /found "http:\/\/gpu-box:8000", wanted https: for OPENAI_API_KEY/,
  );
});

for (
  const value of [
    "https://evil.example/v1",
    "http://127.0.0.1.evil.example/v1",
    "http://localhost.evil.example/v1",
    "https://127.0.0.1@evil.example/v1",
    "http://2130706434.evil/v1",
    "http://notlocalhost/v1",
  ]
) {
  Deno.test(`checkBaseUrl() sends no key to ${value} because of a file that only lies there`, () => {
    const given = { value, origin: "autocoder.yaml", isTrusted: false };
    assertThrows(() => checkBaseUrl(given, OWN), ModelFailure);
    assertThrows(() => checkBaseUrl(given, undefined), ModelFailure);
  });
}

Deno.test("checkBaseUrl() lets such a file name a server on this machine", () => {
  const given = {
    value: "http://localhost:11434/v1",
    origin: "autocoder.yaml",
    isTrusted: false,
  };
  assertEquals(checkBaseUrl(given, undefined).isLocal, true);
});

for (
  const [value, message] of [
    ["not an address", /found no address/],
    ["ftp://host/v1", /found "ftp:", wanted https: or http:/],
    ["https://me:hunter22@host/v1", /keys stand in the environment only/],
    ["https://host/v1?key=hunter22", /keys stand in the environment only/],
    ["https://host/v1#hunter22", /keys stand in the environment only/],
  ] as const
) {
  Deno.test(`checkBaseUrl() refuses ${value} and does not repeat it`, () => {
    const failure = assertThrows(
      () => checkBaseUrl(flag(value), OWN),
      ModelFailure,
    );
    assertMatch(failure.message, /^Cannot use the base URL from --base-url: /);
    assertMatch(failure.message, message);
    assertEquals(failure.message.includes("hunter22"), false);
  });
}

function flag(value: string) {
  return { value, origin: "--base-url", isTrusted: true };
}
