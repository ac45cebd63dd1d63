/**
 * A process that makes vouchers in a SQLite file, one for each key, until `once_by_key_kill_test.ts` kills it.
 *
 * @module
 */
import { sqliteVouchers, voucherDesk } from "./example_vouchers.ts";

const [path = "", prefix = ""] = Deno.args;
await using store = sqliteVouchers(path);
const desk = voucherDesk(store);
for (let n = 0;; n++) {
  const key = `${prefix}${n}`;
  const { body, status } = await desk.send("/vouchers", {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ title: "Some title", code: key }),
  });
  const line = `${key} ${status} ${body.id}\n`;
  Deno.stdout.writeSync(new TextEncoder().encode(line));
}
