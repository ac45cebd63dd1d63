import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { compareText, containment } from "./text_order.ts";

Deno.test("compareText() orders as the bytes of UTF-8 do", () => {
  assert("\u{10000}" < "\uffff" && compareText("\u{10000}", "\uffff") > 0); // where `<` is wrong
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }),
      (a, b) => {
        assertEquals(
          Math.sign(compareText(a, b)),
          compareBytes(encoder.encode(a), encoder.encode(b)),
        );
      },
    ),
  );
});

Deno.test("containment() ignores the case of A to Z only and knows no wildcards", () => {
  assert(containment("MILK")("buy milk"));
  assert(containment("100%")("at 100% now"));
  assert(!containment("100%")("at 1000 now"));
  assert(!containment("m.lk")("milk"));
  assert(!containment("É")("é"));
  assert(!containment("k")("\u212a")); // the Kelvin sign
});

Deno.test("containment() finds every text in itself", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      (text) => containment(text)(`<${text}>`),
    ),
  );
});

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const i = a.findIndex((byte, i) => byte !== b[i]);
  return i < 0
    ? Math.sign(a.length - b.length)
    : Math.sign(a[i]! - (b[i] ?? -1));
}
