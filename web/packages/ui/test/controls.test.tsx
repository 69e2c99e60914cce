import { i18n } from "@lingui/core";
import { I18nRoot } from "@stakehouse/i18n";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { applyBrand, Button, CodeInput, ConfirmDialog, Dialog, Field, Tabs } from "../src";

function show(children: ReactNode) {
  return render(<I18nRoot>{children}</I18nRoot>);
}

function Code({ onComplete }: { onComplete: (code: string) => void }) {
  const [code, setCode] = useState("");
  return (
    <Field label="Code">
      <CodeInput value={code} onChange={setCode} onComplete={onComplete} />
    </Field>
  );
}

beforeAll(() => i18n.loadAndActivate({ locale: "en", messages: {} }));
afterEach(cleanup);

describe("a button", () => {
  it("keeps its place and takes no second press while it is busy", () => {
    const press = vi.fn();
    show(
      <Button busy onClick={press}>
        Bet
      </Button>,
    );
    const button = screen.getByRole("button", { name: "Bet" });
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
    expect(button.getAttribute("aria-busy")).toBe("true");
  });
});

describe("the code field", () => {
  it("takes a pasted code with spaces, once, and only its digits", () => {
    const complete = vi.fn();
    show(<Code onComplete={complete} />);
    const input = screen.getByLabelText<HTMLInputElement>("Code");
    fireEvent.change(input, { target: { value: " 12 34-56 789" } });
    expect(input.value).toBe("123456");
    expect(complete).toHaveBeenCalledExactlyOnceWith("123456");
    expect(input.autocomplete).toBe("one-time-code");
  });
});

describe("tabs", () => {
  it("move with the arrow keys, round the ends", () => {
    const change = vi.fn();
    const tabs = [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ] as const;
    show(<Tabs label="Views" value="a" onChange={change} tabs={tabs} />);
    fireEvent.keyDown(screen.getByRole("tablist"), { key: "ArrowLeft" });
    expect(change).toHaveBeenCalledWith("b");
    expect(screen.getByRole("tab", { name: "A" }).tabIndex).toBe(0);
    expect(screen.getByRole("tab", { name: "B" }).tabIndex).toBe(-1);
  });
});

describe("a dialog", () => {
  it("is named by its title and closes by the backdrop, not by its content", () => {
    const close = vi.fn();
    show(
      <Dialog open onClose={close} title="Sure?">
        <p>Really</p>
      </Dialog>,
    );
    const dialog = screen.getByRole("dialog", { name: "Sure?" });
    fireEvent.click(screen.getByText("Really"));
    expect(close).not.toHaveBeenCalled();
    fireEvent.click(dialog);
    expect(close).toHaveBeenCalledOnce();
  });
});

describe("a tenant's look", () => {
  it("stays within what is readable, whatever was asked for", () => {
    applyBrand({ hue: 40, chroma: "0.9", radius: 90, name: "Loud" });
    const { style } = document.documentElement;
    expect(style.getPropertyValue("--chroma")).toBe("0.2");
    expect(style.getPropertyValue("--radius")).toBe("24px");
  });
});

describe("a dialog that asks once more", () => {
  it("says itself why it was not done, since nothing outside can be read while it is open", () => {
    const act = { onClose: () => undefined, onConfirm: () => undefined };
    show(
      <ConfirmDialog open {...act} title="Remove the code?" confirm="Remove" failure="No connection.">
        It will not be asked for any more.
      </ConfirmDialog>,
    );
    expect(within(screen.getByRole("dialog")).getByRole("alert").textContent).toBe("No connection.");
  });
});
