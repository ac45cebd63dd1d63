import { assertEquals } from "@std/assert";
import { parseJunit } from "./junit.ts";

const REPORT = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="deno test" tests="4" failures="2" errors="0" time="0.060">
    <testsuite name="./tests/a_test.ts" tests="4" disabled="1" errors="0" failures="2">
        <testcase name="R1: &quot;quo&lt;te&gt;&quot; &amp; x" classname="./tests/a_test.ts" time="0.002" line="1" col="6">
            <failure message="1 test step failed">1 test step failed.</failure>
        </testcase>
        <testcase name="later" classname="./tests/a_test.ts" time="0.000" line="2" col="11">
            <skipped/>
        </testcase>
        <testcase name="a > b" classname="./tests/a_test.ts" time="1.5" line="3" col="6">
        </testcase>
        <testcase name="R1: &quot;quo&lt;te&gt;&quot; &amp; x &gt; inner" classname="./tests/a_test.ts" time="0.001" line="1" col="105">
            <failure message="Uncaught Error: boo
&lt;x&gt;&#10;">Error: boo</failure>
        </testcase>
    </testsuite>
</testsuites>`;

Deno.test("parseJunit() reads names, files, states, times and messages", () => {
  assertEquals(parseJunit(REPORT), [
    {
      name: 'R1: "quo<te>" & x',
      file: "tests/a_test.ts:1",
      state: "failed",
      ms: 2,
      message: "1 test step failed",
      step: false,
    },
    {
      name: "later",
      file: "tests/a_test.ts:2",
      state: "ignored",
      ms: 0,
      step: false,
    },
    {
      name: "a > b",
      file: "tests/a_test.ts:3",
      state: "passed",
      ms: 1500,
      step: false,
    },
    {
      name: 'R1: "quo<te>" & x > inner',
      file: "tests/a_test.ts:1",
      state: "failed",
      ms: 1,
      message: "Uncaught Error: boo\n<x>\n",
      step: true,
    },
  ]);
});

Deno.test("parseJunit() finds nothing in a text that is no report", () => {
  assertEquals(parseJunit(""), []);
});
