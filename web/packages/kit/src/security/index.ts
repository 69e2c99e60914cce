export { loadSecondStep, loadSecurityPanel } from "./pages";
export { signInWithPasskey } from "./sign-in";
export { askStepUp } from "./step-up";
