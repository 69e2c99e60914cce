import { useT } from "@stakehouse/i18n";
import { Button, Dialog } from "@stakehouse/ui";
import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";

/** Shows new recovery codes, this once, with ways to keep them. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const text = `${codes.join("\n")}\n`;

  async function copy() {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  }

  function download() {
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(address);
  }

  return (
    <Dialog
      open={codes.length > 0}
      onClose={onClose}
      title={t("security.codes.dialog")}
      footer={<Button onClick={onClose}>{t("security.codes.kept")}</Button>}
    >
      <div className="grid gap-4">
        <p className="text-muted-foreground">{t("security.codes.once")}</p>
        <ul className="grid grid-cols-2 gap-2">
          {codes.map((code) => (
            <li key={code} className="rounded-lg border bg-muted px-3 py-2 text-center">
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-3">
          <Button
            variant="outline"
            icon={copied ? <Check size={18} /> : <Copy size={18} />}
            onClick={() => void copy()}
          >
            {t(copied ? "security.codes.copied" : "security.codes.copy")}
          </Button>
          <Button variant="outline" icon={<Download size={18} />} onClick={download}>
            {t("security.codes.download")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
