import { assert, assertEquals, assertThrows } from "@std/assert";
import { readSettings, SettingsError } from "./settings.ts";
import {
  webhookConfig,
  webhookSecret,
  webhookUrl,
} from "./webhook_settings.ts";

Deno.test({
  name:
    "webhookUrl() takes https URLs of hosts that the program may connect to",
  permissions: { net: ["hooks.example.com", "127.0.0.1"] },
  fn() {
    const { parse, wanted } = webhookUrl(["hooks.example.com"]);
    for (
      const url of [
        "https://hooks.example.com/a?token=b",
        "https://hooks.example.com:8443",
        "http://127.0.0.1:8080/hook",
      ]
    ) assertEquals(parse(url), url);
    for (
      const url of [
        "http://hooks.example.com",
        "https://hooks.example.com.evil.com",
        "https://hooks.example.com@evil.com",
        "https://user:password@hooks.example.com",
        "https://169.254.169.254/latest",
        "http://localhost:80",
        "file:///etc/passwd",
        "hooks.example.com",
      ]
    ) assertEquals(parse(url), undefined, url);
    assert(
      wanted.includes("hooks.example.com") && wanted.includes("--allow-net"),
    );
  },
});

Deno.test("a wrong URL of a webhook stops the start, and is not shown", () => {
  const error = assertThrows(
    () =>
      readSettings(
        { PAID_URL: webhookUrl(["hooks.example.com"]) },
        new Map([["PAID_URL", "ftp://example.com/token"]]),
      ),
    SettingsError,
  );
  assert(
    String(error).includes("PAID_URL") && !String(error).includes("/token"),
  );
});

Deno.test("webhookConfig() wants a secret where there is a target", () => {
  const secret = webhookSecret().parse(
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  )!;
  const targets = { paid: "https://hooks.example.com" };
  assertEquals(
    webhookConfig({ targets: { paid: "" }, secret: "", attempts: 1 }).secret,
    "",
  );
  assertEquals(webhookConfig({ targets, secret, attempts: 1 }).secret, secret);
  assertThrows(
    () => webhookConfig({ targets, secret: "", attempts: 1 }),
    SettingsError,
  );
});
