import { useT } from "@stakehouse/i18n";
import { Button, Callout, Card, Field, Input, Select, Textarea } from "@stakehouse/ui";
import { ShieldCheck, WifiOff } from "lucide-react";
import { useState } from "react";
import { Page } from "~/app/page";
import { type Checked, check } from "./check";
import { type Receipt, readReceipt } from "./receipt";
import { VerdictView } from "./verdict-view";

const ENGINES = ["dice", "limbo", "roulette", "slots", "mines"];

const EMPTY = {
  engine: "dice",
  scheme: "pf2",
  server_seed: "",
  server_seed_hash: "",
  client_seed: "",
  nonce: "0",
  stake: "1.00",
  choices: '{"direction":"over","target":"50.50"}',
  config: '{"edge_bp":100}',
};

type Fields = typeof EMPTY;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The verifier for anybody: signed in or not, with the network or without. */
export default function VerifyPage() {
  const t = useT();
  const [fields, setFields] = useState<Fields>(EMPTY);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState(false);

  function take(text: string): void {
    const found = readReceipt(text);
    if (!found) return;
    setReceipt(found);
    setFields({
      ...EMPTY,
      ...found,
      server_seed: found.server_seed ?? "",
      nonce: String(found.nonce),
      choices: JSON.stringify(found.choices),
      config: JSON.stringify(found.config),
    });
  }

  async function run(): Promise<void> {
    setBusy(true);
    const record = receipt ?? { outcome: null, multiplier: "", payout: "" };
    const { choices, config, nonce, ...texts } = fields;
    setChecked(
      await check({
        ...record,
        ...texts,
        nonce: Number(nonce),
        choices: parsed(choices),
        config: parsed(config),
      }),
    );
    setBusy(false);
  }

  const text = (name: keyof Fields) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
    autoComplete: "off",
    spellCheck: false,
  });

  return (
    <Page title={t("verify.page.title")} lead={t("verify.page.lead")} narrow>
      <Callout tone="primary" icon={<WifiOff size={18} />}>
        {t("verify.page.offline")}
      </Callout>
      <Card className="grid gap-5 p-5">
        <Field label={t("verify.page.receipt")} hint={t("verify.page.receipt.hint")}>
          <Textarea
            className="font-mono text-sm!"
            spellCheck={false}
            onChange={(event) => take(event.target.value)}
          />
        </Field>
        <form
          className="grid gap-4 border-t pt-5 sm:grid-cols-2"
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <Field label={t("rounds.game")}>
            <Select {...text("engine")}>
              {ENGINES.map((engine) => (
                <option key={engine} value={engine}>
                  {t("verify.engine", { engine })}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("fair.scheme")}>
            <Select {...text("scheme")}>
              <option>pf2</option>
              <option>pf1</option>
            </Select>
          </Field>
          <Field label={t("fair.server_seed")} className="sm:col-span-2">
            <Input {...text("server_seed")} className="font-mono" />
          </Field>
          <Field label={t("fair.server_hash")} className="sm:col-span-2" optional>
            <Input {...text("server_seed_hash")} className="font-mono" />
          </Field>
          <Field label={t("fair.client_seed")}>
            <Input {...text("client_seed")} />
          </Field>
          <Field label={t("fair.nonce")}>
            <Input {...text("nonce")} inputMode="numeric" />
          </Field>
          <Field label={t("rounds.stake")}>
            <Input {...text("stake")} inputMode="decimal" />
          </Field>
          <Field label={t("verify.page.choices")}>
            <Input {...text("choices")} className="font-mono" />
          </Field>
          <Field
            label={t("verify.page.config")}
            hint={t("verify.page.config.hint")}
            className="sm:col-span-2"
          >
            <Textarea {...text("config")} className="font-mono text-sm!" />
          </Field>
          <Button
            type="submit"
            size="lg"
            busy={busy}
            icon={<ShieldCheck size={18} />}
            className="sm:col-span-2"
          >
            {t("verify.page.submit")}
          </Button>
        </form>
        {checked && <VerdictView checked={checked} />}
      </Card>
    </Page>
  );
}
