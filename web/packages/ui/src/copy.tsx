import { useT } from "@stakehouse/i18n";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { IconButton } from "./button";

/** A long text (an id, a hash) in full or cut in the middle, with a button that copies all of it. */
export function CopyText({ text, cut }: { text: string; cut?: number }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const shown = cut && text.length > cut * 2 + 1 ? `${text.slice(0, cut)}…${text.slice(-cut)}` : text;
  async function copy() {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  }
  return (
    <span className="inline-flex min-w-0 max-w-full items-center gap-1">
      <code title={text} className="min-w-0 break-all text-[0.8125rem]">
        {shown}
      </code>
      <IconButton
        size="sm"
        label={t(copied ? "action.copied" : "action.copy")}
        onClick={copy}
        className="-my-2"
      >
        {copied ? <Check size={15} className="text-success" /> : <Copy size={15} />}
      </IconButton>
    </span>
  );
}
