import { isProblem, NetworkFailure, type Problem } from "@stakehouse/api";
import { useT } from "@stakehouse/i18n";
import { type FormEvent, useRef, useState } from "react";

export type FormErrors<Values> = Partial<Record<keyof Values & string, string>>;

interface FormOptions<Values> {
  initial: Values;
  /** The sentences for fields that cannot be sent yet; an empty object lets the form go. */
  validate?: (values: Values) => FormErrors<Values>;
  submit: (values: Values) => Promise<void>;
  /** A sentence for a refusal's code where ours is better than the server's. */
  explain?: (code: string, problem: Problem) => string | null;
}

/** A form's values, errors and sending; the server's complaints land at their fields. */
export function useForm<Values extends object>(options: FormOptions<Values>) {
  const t = useT();
  const [values, setValues] = useState(options.initial);
  const [errors, setErrors] = useState<FormErrors<Values>>({});
  const [failure, setFailure] = useState<{ message: string; traceId: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  function set<Name extends keyof Values & string>(name: Name, value: Values[Name]): void {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) => ({ ...before, [name]: undefined }));
  }

  function show(found: FormErrors<Values>): void {
    setErrors(found);
    // The first complaint gets the focus once the errors stand in the document.
    setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  function refuse(error: unknown): void {
    if (error instanceof NetworkFailure) {
      setFailure({ message: t("state.error.network"), traceId: null });
      return;
    }
    if (!isProblem(error)) throw error;
    const known = Object.entries(error.fields).filter(([field]) => field in values);
    if (known.length) {
      show(Object.fromEntries(known) as FormErrors<Values>);
      return;
    }
    const message =
      options.explain?.(error.code, error) ?? (error.status < 500 ? error.message : t("state.error.unknown"));
    setFailure({ message, traceId: error.traceId });
  }

  async function send(): Promise<void> {
    const found = options.validate?.(values) ?? {};
    setFailure(null);
    if (Object.values(found).some(Boolean)) {
      show(found);
      return;
    }
    setErrors({});
    setBusy(true);
    try {
      await options.submit(values);
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    errors,
    failure,
    busy,
    set,
    send,
    /** Puts complaints at fields that only sending could find. */
    complain: show,
    /** Spread on the `<form>`. */
    props: {
      ref: form,
      noValidate: true,
      onSubmit: (event: FormEvent) => {
        event.preventDefault();
        if (!busy) void send();
      },
    },
    /** Spread on a text input. */
    text: (name: keyof Values & string) => ({
      name,
      value: String(values[name] ?? ""),
      onChange: (event: { target: { value: string } }) =>
        set(name, event.target.value as Values[typeof name]),
    }),
  };
}
