export {
  addAmounts,
  clampAmount,
  compareAmounts,
  fromMinor,
  halve,
  negate,
  parseAmount,
  scaleOf,
  shortFactor,
  timesDecimal,
  toMinor,
} from "./amount";
export { arrive } from "./arrive";
export { type FormErrors, useForm } from "./form";
export { formatClock, formatLength, formatMoment, Moment, RelativeTime, useNow } from "./moment";
export { formatMoney, Money, Percent } from "./money";
export { OfflineBar, useOnline } from "./online";
export { createQueryClient, QueryError, useErrorText } from "./query";
