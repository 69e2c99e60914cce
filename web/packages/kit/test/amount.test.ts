import { describe, expect, it } from "vitest";
import {
  addAmounts,
  compareAmounts,
  formatMoney,
  fromMinor,
  halve,
  parseAmount,
  timesDecimal,
  toMinor,
} from "../src";

describe("amounts", () => {
  it("go to smallest units and back without loss, however large", () => {
    for (const amount of ["0.00", "0.01", "-12.30", "12345678901234567.89"]) {
      expect(fromMinor(toMinor(amount, 2), 2)).toBe(amount);
    }
    expect(fromMinor(123n, 0)).toBe("123");
    expect(fromMinor(-1n, 8)).toBe("-0.00000001");
  });

  it("add and compare by value, not by text", () => {
    expect(addAmounts("0.10", "0.20")).toBe("0.30");
    expect(addAmounts("10.00", "-10.00")).toBe("0.00");
    expect(compareAmounts("9.00", "10.00")).toBe(-1);
    expect(compareAmounts("1.50", "1.5")).toBe(0);
  });

  it("halve and multiply rounding down to the unit", () => {
    expect(halve("0.05")).toBe("0.02");
    expect(timesDecimal("0.33", "1.98")).toBe("0.65");
    expect(timesDecimal("1.00", "2")).toBe("2.00");
  });

  it("are read as people type them, and refused where they are none", () => {
    expect(parseAmount("12,5", 2)).toBe("12.50");
    expect(parseAmount("1 000", 2)).toBe("1000.00");
    expect(parseAmount(".5", 2)).toBe("0.50");
    for (const typed of ["", "-1", "1.234", "1e5", "abc", "1.2.3"]) expect(parseAmount(typed, 2)).toBeNull();
  });

  it("are shown exactly, in the reader's format", () => {
    expect(formatMoney("12345678901234567.89", "EUR", { locale: "en" })).toBe("€12,345,678,901,234,567.89");
    expect(formatMoney("1500.50", "RUB", { locale: "ru" })).toBe("1\u00a0500,50\u00a0₽");
    expect(formatMoney("2.00", "EUR", { locale: "en", signed: true })).toBe("+€2.00");
    expect(formatMoney("40", "POINTS", { locale: "en" })).toBe("40 POINTS");
  });
});
