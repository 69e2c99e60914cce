import { useLocale } from "@stakehouse/i18n";
import { formatMoney } from "@stakehouse/kit";

const DIGITS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** An amount whose figures roll to their new place, like the counter of an old till. */
export function Counter({ amount, currency }: { amount: string; currency: string }) {
  const locale = useLocale();
  const text = formatMoney(amount, currency, { locale });
  const marks = [...text];
  return (
    <span className="figures whitespace-nowrap">
      <span className="sr-only">{text}</span>
      <span aria-hidden="true">
        {marks.map((mark, at) => {
          // Places are counted from the end, so that a longer amount does not roll every figure.
          const place = marks.length - at;
          const digit = DIGITS.indexOf(mark);
          if (digit < 0) return <span key={place}>{mark}</span>;
          return (
            <span key={place} className="reel-digit">
              <span style={{ translate: `0 ${-digit}em`, height: "1em" }}>
                {DIGITS.map((each) => (
                  <span key={each}>{each}</span>
                ))}
              </span>
            </span>
          );
        })}
      </span>
    </span>
  );
}
