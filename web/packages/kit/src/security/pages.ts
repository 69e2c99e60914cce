import { SecurityPanel } from "./panel";
import SecondStep from "./sign-in";
import { addSecurityTexts } from "./texts";

/** For `lazy`: the second step of a sign-in, once its texts are there. */
export async function loadSecondStep() {
  await addSecurityTexts();
  return { default: SecondStep };
}

/** For `lazy`: the panel of second factors, once its texts are there. */
export async function loadSecurityPanel() {
  await addSecurityTexts();
  return { default: SecurityPanel };
}
