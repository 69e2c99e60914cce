import { useT } from "@stakehouse/i18n";
import { ReasonDialog } from "~/app/reason-dialog";

/** Says what a freeze does before it asks for the reason. */
export function FreezeDialog(props: {
  name: string;
  onClose: () => void;
  onSend: (reason: string) => Promise<unknown>;
}) {
  const t = useT();
  return (
    <ReasonDialog
      title={t("aml.freeze_title", { name: props.name })}
      confirm={t("aml.freeze")}
      danger
      letters={10}
      onClose={props.onClose}
      onSend={props.onSend}
    >
      <ul className="grid list-disc gap-1.5 pl-5">
        <li>{t("aml.freeze_stops")}</li>
        <li>{t("aml.freeze_sees")}</li>
        <li>{t("aml.freeze_release")}</li>
      </ul>
    </ReasonDialog>
  );
}
