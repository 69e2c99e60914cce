import { useLocale } from "@stakehouse/i18n";

/** A country's name in the reader's language. */
export function useCountryName(): (code: string) => string {
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}

/** A country's code with its name for those who hover or listen. */
export function Country({ code }: { code: string }) {
  const nameOf = useCountryName();
  return (
    <abbr title={nameOf(code)} className="no-underline">
      {code}
    </abbr>
  );
}
