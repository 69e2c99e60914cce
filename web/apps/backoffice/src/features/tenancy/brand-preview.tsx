import { type Colour, houseApi } from "@stakehouse/api/house";
import { staff } from "@stakehouse/api/staff";
import { useT } from "@stakehouse/i18n";
import { useErrorText } from "@stakehouse/kit";
import { applyBrand, Button, toast } from "@stakehouse/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { tenantQuery } from "~/app/queries";
import type { Value } from "./schema";

/** The brand colour as the page wears it now, as `#rrggbb`. */
function wornColour(): string {
  const probe = document.createElement("span");
  probe.className = "text-primary";
  document.body.append(probe);
  const pen = document.createElement("canvas").getContext("2d");
  if (pen) {
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
  }
  probe.remove();
  const dots = pen?.getImageData(0, 0, 1, 1).data.slice(0, 3) ?? [0, 0, 0];
  return `#${[...dots].map((dot) => dot.toString(16).padStart(2, "0")).join("")}`;
}

/** Picks a colour and a logo; the whole page wears them until it is left. */
export function BrandPreview({ value, onChange }: { value: Value; onChange: (values: Value) => void }) {
  const t = useT();
  const errorText = useErrorText();
  const { data: tenant } = useQuery(tenantQuery);
  const [colour, setColour] = useState<Colour | null>(null);
  const [worn] = useState(wornColour);
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
            defaultValue={worn}
            className="h-11 w-20 cursor-pointer rounded-md border bg-card"
            onChange={(event) => void pick(event.target.value)}
          />
        </label>
        <label className="grid gap-1 text-sm">
          {t("brand.logo")}
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="max-w-full text-sm file:me-3 file:h-11 file:cursor-pointer file:rounded-lg file:border file:bg-card file:px-3 file:font-semibold file:text-foreground"
            onChange={(event) => void upload(event.target.files?.[0])}
          />
        </label>
        <Button type="button">{t("brand.example")}</Button>
      </div>
      {tenant && typeof value.logo === "string" && value.logo && (
        <div className="flex flex-wrap items-center gap-4">
          <img
            src={`/api/player/v1/tenant/logo/${value.logo}?tenant=${tenant.slug}`}
            alt={t("brand.logo")}
            className="max-h-16 max-w-48 object-contain"
          />
          <Button type="button" size="sm" variant="ghost" onClick={() => onChange({ logo: "" })}>
            {t("brand.no_logo")}
          </Button>
        </div>
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
