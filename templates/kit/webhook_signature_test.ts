import { assert, assertEquals, assertThrows } from "@std/assert";
import { signWebhook, verifyWebhook, webhookKey } from "./webhook_signature.ts";

// The example of https://github.com/standard-webhooks/standard-webhooks, its libraries' test of signatures.
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const MESSAGE = {
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  seconds: 1614265330,
  body: '{"test": 2432232314}',
};
const NOW = MESSAGE.seconds * 1000;

Deno.test("signWebhook() signs as the specification's example does", () => {
  assertEquals(signWebhook(SECRET, MESSAGE), {
    "webhook-id": MESSAGE.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

Deno.test("verifyWebhook() takes what is signed, also beside other signatures", () => {
  const { body } = MESSAGE;
  const signed = signWebhook(SECRET, MESSAGE);
  const headers = new Headers(signed);
  assert(verifyWebhook(SECRET, { headers, body, now: NOW }));
  headers.set(
    "webhook-signature",
    `v1,AAAA v2,x ${signed["webhook-signature"]}`,
  );
  assert(verifyWebhook(SECRET, { headers, body, now: NOW }));
});

Deno.test("verifyWebhook() refuses what is tampered with, too old or too new", () => {
  const { body } = MESSAGE;
  const refused = (change: Record<string, string>, sent = body, now = NOW) => {
    const headers = new Headers({ ...signWebhook(SECRET, MESSAGE), ...change });
    assert(!verifyWebhook(SECRET, { headers, body: sent, now }));
  };
  refused({}, `${body} `);
  refused({ "webhook-id": "other" });
  refused({ "webhook-timestamp": "1614265331" });
  refused({ "webhook-timestamp": "1e9" });
  refused({ "webhook-timestamp": "" });
  refused({ "webhook-signature": "" });
  refused({ "webhook-signature": "v1," });
  refused({
    "webhook-signature": "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
  refused({}, body, NOW + 301_000);
  refused({}, body, NOW - 301_000);
  const headers = new Headers(signWebhook(SECRET, MESSAGE));
  const other = `whsec_${btoa("another secret of enough bytes")}`;
  assert(!verifyWebhook(other, { headers, body, now: NOW }));
});

Deno.test("webhookKey() wants whsec_ and 24 to 64 bytes", () => {
  assertEquals(webhookKey(SECRET)?.length, 24);
  for (
    const secret of ["", "whsec_", SECRET.slice(6), "whsec_AAAA", `${SECRET}!`]
  ) {
    assertEquals(webhookKey(secret), undefined);
  }
  assertThrows(() => signWebhook("no", MESSAGE), TypeError);
});
