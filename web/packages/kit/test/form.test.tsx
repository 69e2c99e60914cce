import { i18n } from "@lingui/core";
import { Problem } from "@stakehouse/api";
import { I18nRoot } from "@stakehouse/i18n";
import { Field, Input } from "@stakehouse/ui";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { useForm } from "../src";

function refusal(errors: { field: string; detail: string }[], code = "validation_failed"): Problem {
  return new Problem(
    { status: 422, code, detail: "Check the fields.", errors },
    new Headers({ "x-request-id": "trace-1" }),
  );
}

function Amount({ submit }: { submit: (values: { amount: string }) => Promise<void> }) {
  const form = useForm({
    initial: { amount: "" },
    validate: ({ amount }) => ({ amount: amount ? undefined : "Needed." }),
    submit,
  });
  return (
    <form {...form.props}>
      {form.failure && <p role="alert">{`${form.failure.message} ${form.failure.traceId}`}</p>}
      <Field label="Amount" error={form.errors.amount}>
        <Input {...form.text("amount")} />
      </Field>
      <button type="submit">Send</button>
    </form>
  );
}

function show(submit: (values: { amount: string }) => Promise<void>) {
  render(
    <I18nRoot>
      <Amount submit={submit} />
    </I18nRoot>,
  );
  return {
    input: screen.getByLabelText<HTMLInputElement>("Amount"),
    send: () => fireEvent.click(screen.getByText("Send")),
  };
}

describe("a form", () => {
  beforeAll(() => i18n.loadAndActivate({ locale: "en", messages: {} }));
  afterEach(cleanup);

  it("sends nothing while a field complains, and gives that field the focus", async () => {
    const submit = vi.fn();
    const { input, send } = show(submit);
    send();
    await waitFor(() => expect(document.activeElement).toBe(input));
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "Needed.",
    );
    expect(submit).not.toHaveBeenCalled();
  });

  it("puts the server's complaint at its field, and takes it away when the person types", async () => {
    const { input, send } = show(() =>
      Promise.reject(refusal([{ field: "body.amount", detail: "Too small." }])),
    );
    fireEvent.change(input, { target: { value: "1" } });
    send();
    await screen.findByText("Too small.");
    fireEvent.change(input, { target: { value: "10" } });
    expect(screen.queryByText("Too small.")).toBeNull();
  });

  it("says a refusal of the whole with its trace id", async () => {
    const { input, send } = show(() => Promise.reject(refusal([], "limit_reached")));
    fireEvent.change(input, { target: { value: "1" } });
    send();
    expect((await screen.findByRole("alert")).textContent).toBe("Check the fields. trace-1");
  });
});
