import { describe, expect, it } from "vitest";
import { hex, hmacOf, plainHmac, plainSha256, sha256Hex, utf8 } from "../src/sha256.ts";

describe("the plain SHA-256", () => {
  it("gives the digests of FIPS 180-4", () => {
    expect(hex(plainSha256(utf8("abc")))).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(hex(plainSha256(utf8("")))).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("gives the code of RFC 4231, case 2", () => {
    expect(hex(plainHmac(utf8("Jefe"), utf8("what do ya want for nothing?")))).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("agrees with Web Crypto at every length around a block", async () => {
    for (let length = 0; length < 140; length++) {
      const text = "stakehouse".repeat(14).slice(0, length);
      expect(hex(plainSha256(utf8(text)))).toBe(await sha256Hex(text));
      const hmac = await hmacOf(text || "k");
      expect(hex(plainHmac(utf8(text || "k"), utf8(text)))).toBe(hex(await hmac(text)));
    }
  });
});
