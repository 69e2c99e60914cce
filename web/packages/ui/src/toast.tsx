import { useT } from "@stakehouse/i18n";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "./button";
import { cx } from "./cx";
import { hearers } from "./hearers";

type ToastTone = "info" | "success" | "danger";

interface ToastEntry {
  id: number;
  tone: ToastTone;
  text: string;
}

const VISIBLE_MS = 6000;
const LIMIT = 3;

let entries: readonly ToastEntry[] = [];
let nextId = 1;
const { watch, tell } = hearers();

function put(next: readonly ToastEntry[]): void {
  entries = next;
  tell();
}

function dismiss(id: number): void {
  put(entries.filter((entry) => entry.id !== id));
}

/** Shows a sentence for a few seconds; errors stay until they are closed. */
export function toast(text: string, tone: ToastTone = "info"): void {
  const id = nextId++;
  // The same sentence once more takes the place of the first.
  const others = entries.filter((entry) => entry.text !== text || entry.tone !== tone);
  put([...others, { id, tone, text }].slice(-LIMIT));
  if (tone !== "danger") setTimeout(() => dismiss(id), VISIBLE_MS);
}

const icons = { info: Info, success: CircleCheck, danger: CircleAlert };
const tints = { info: "text-primary", success: "text-success", danger: "text-danger" };

function read() {
  return entries;
}

/** The place where toasts appear; once per face. */
export function Toaster({ className }: { className?: string }) {
  const t = useT();
  const shown = useSyncExternalStore(watch, read, read);
  return (
    <section
      aria-label={t("toast.region")}
      className={cx(
        "pointer-events-none fixed inset-x-4 bottom-24 z-50 grid justify-items-center gap-2 lg:bottom-6",
        className,
      )}
    >
      <div role="status" aria-live="polite" className="contents">
        {shown.map((entry) => {
          const Icon = icons[entry.tone];
          return (
            <div
              key={entry.id}
              className="pointer-events-auto flex w-full max-w-md animate-rise items-center gap-3 rounded-lg border bg-card py-1.5 pr-1.5 pl-4 text-sm shadow-float"
            >
              <Icon size={18} className={cx("shrink-0", tints[entry.tone])} aria-hidden="true" />
              <span className="min-w-0 flex-1 py-1.5">{entry.text}</span>
              <IconButton size="sm" label={t("action.close")} onClick={() => dismiss(entry.id)}>
                <X size={16} />
              </IconButton>
            </div>
          );
        })}
      </div>
    </section>
  );
}
