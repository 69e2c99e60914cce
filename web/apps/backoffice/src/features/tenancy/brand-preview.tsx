import { type Colour, houseApi } from "@stakehouse/api/house";
import { staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { applyBrand, Button, toast } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { tenantQuery } from "~/app/queries";
import type { Value } from "./schema";

/** Picks a colour and a logo; the whole page wears them until it is left. */
export function BrandPreview({ value, onChange }: { value: Value; onChange: (values: Value) => void }) {
  const t = useT();
  const errorText = useErrorText();
  const { data: tenant } = useQuery(tenantQuery);
  const [colour, setColour] = useState<Colour | null>(null);
  const { hue, chroma, radius } = value;
  useEffect(() => {
    if (typeof hue !== "number" || typeof chroma !== "string" || typeof radius !== "number") return;
    applyBrand({ hue, chroma, radius, name: tenant?.branding.name ?? "" });
  }, [hue, chroma, radius, tenant]);
  useEffect(() => () => tenant && applyBrand(tenant.branding), [tenant]);

  async function pick(picked: string): Promise<void> {
    try {
      const found = await houseApi.tryColour(picked);
      setColour(found);
      onChange({ hue: found.hue, chroma: found.chroma });
    } catch (error) {
      toast(errorText(error), "danger");
    }
  }

  async function upload(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      const { logo } = await staff.upload<{ logo: string }>("/branding/logo", file);
      onChange({ logo });
    } catch (error) {
      toast(errorText(error), "danger");
    }
  }

  return (
    <div className="grid gap-4 rounded-lg bg-muted p-4">
      <p>{t("brand.preview")}</p>
      <div className="flex flex-wrap items-center gap-4">
        <label className="grid gap-1 text-sm">
          {t("brand.pick")}
          <input
            type="color"
            defaultValue={colour?.light}
            className="h-11 w-20 cursor-pointer rounded-md border bg-card"
            onChange={(event) => void pick(event.target.value)}
          />
        </label>
        <label className="grid gap-1 text-sm">
          {t("brand.logo")}
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="text-sm"
            onChange={(event) => void upload(event.target.files?.[0])}
          />
        </label>
        <Button type="button">{t("brand.example")}</Button>
      </div>
      {typeof value.logo === "string" && value.logo && (
        <img
          src={`/api/player/v1/tenant/logo/${value.logo}`}
          alt={t("brand.logo")}
          className="max-h-16 max-w-48 object-contain"
        />
      )}
      {colour && (
        <p role="status" className="text-sm">
          {t("brand.contrast", { light: colour.contrast_light, dark: colour.contrast_dark })}{" "}
          {colour.explanation}
        </p>
      )}
    </div>
  );
}
