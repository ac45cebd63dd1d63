import { assertEquals } from "@std/assert";
import {
  attachment,
  beginsAs,
  clientFileName,
  mediaTypeOf,
} from "./file_type.ts";

Deno.test("mediaTypeOf() takes what is accepted, whatever its parameters", () => {
  const type = (text: string, accept?: readonly string[]) => {
    const outcome = mediaTypeOf(new Headers({ "content-type": text }), accept);
    return outcome.ok ? outcome.value : outcome.problem.status;
  };
  assertEquals(type("Image/PNG; q=1", ["image/png"]), "image/png");
  assertEquals(type("text/plain", undefined), "text/plain");
  assertEquals(type("text/plain", ["image/png"]), 415);
  for (
    const text of [
      "",
      "text",
      "a/b/c",
      "multipart/form-data; boundary=a",
      "é/a",
    ]
  ) {
    assertEquals(
      mediaTypeOf(
        { get: () => text } as unknown as Headers,
        undefined,
      ).ok,
      false,
      text,
    );
  }
});

Deno.test("beginsAs() knows common types by their first bytes", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  assertEquals(beginsAs("application/pdf", bytes("%PDF-1.7")), true);
  assertEquals(beginsAs("application/pdf", bytes("<html>")), false);
  assertEquals(beginsAs("image/webp", bytes("RIFF1234WEBPVP8 ")), true);
  assertEquals(beginsAs("image/webp", bytes("RIFF1234WAVEfmt ")), false);
  assertEquals(beginsAs("image/gif", bytes("GIF")), false);
  assertEquals(beginsAs("text/plain", bytes("")), true);
});

Deno.test("clientFileName() takes a name from the header, and of it no path", () => {
  const nameOf = (header: string) =>
    clientFileName(
      { get: () => header } as unknown as Headers,
      "photo",
    );
  for (
    const [header, wanted] of [
      ["", "photo"],
      ["attachment", "photo"],
      ['attachment; filename="a b.png"', "a b.png"],
      ['attachment; filename="a\\"b.png"', 'a"b.png'],
      ["attachment; filename=a.png", "a.png"],
      ["attachment; filename=\"x\"; filename*=UTF-8''%C3%84.png", "Ä.png"],
      ["attachment; filename*=UTF-8''%zz", "photo"],
      ['attachment; filename="../../etc/passwd"', "passwd"],
      ["attachment; filename*=UTF-8''..%5C..%5Cwin.ini", "win.ini"],
      ["attachment; filename*=UTF-8''..%2f..", "photo"],
      ["attachment; filename*=UTF-8''a%00%0d%0ab", "ab"],
      ["attachment; filename*=UTF-8''%E2%80%AEgnp.exe", "gnp.exe"],
    ] as const
  ) {
    assertEquals(nameOf(header), wanted, header);
  }
});

Deno.test("attachment() is one header, whatever the name", () => {
  assertEquals(
    attachment("Ä\"b\\'(*)\u{1f642}.png"),
    "attachment; filename=\"__b_'(*)__.png\"; filename*=UTF-8''%C3%84%22b%5C%27%28%2a%29%F0%9F%99%82.png",
  );
});
