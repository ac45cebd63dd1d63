import assert from "node:assert/strict";
import { expectSettings, type SettingTrial } from "./expect_settings.ts";
import { type Environment, integer, readSettings, text } from "./settings.ts";

const TRIALS: readonly SettingTrial[] = [
  {
    name: "PORT",
    at: "http.port",
    default: 80,
    takes: [["1", 1], ["99", 99]],
    refuses: ["0", "100"],
  },
  { name: "SECRET", at: "secret", takes: [["other", "other"]] },
];
const GIVEN = { SECRET: "some" };

Deno.test("expectSettings() takes settings that are as they should be", () => {
  expectSettings(reader({}), TRIALS, GIVEN);
});

Deno.test("expectSettings() refuses another default, limit or place, and a secret that may be missing", () => {
  const wrong = [
    { default: 81 },
    { min: 0 },
    { min: 2 },
    { max: 98 },
    { max: 100 },
    { port: 80 },
    { secret: "a default" },
  ];
  for (const options of wrong) {
    assert.throws(
      () => expectSettings(reader(options), TRIALS, GIVEN),
      Error,
      JSON.stringify(options),
    );
  }
});

function reader(options: {
  default?: number;
  min?: number;
  max?: number;
  port?: number;
  secret?: string;
}) {
  return (environment: Environment) => {
    const { PORT, SECRET } = readSettings({
      PORT: integer({ default: 80, min: 1, max: 99, ...options }),
      SECRET: text({ default: options.secret }),
    }, environment);
    return { http: { port: options.port ?? PORT }, secret: SECRET };
  };
}
