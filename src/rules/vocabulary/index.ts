/** The words that rules are written in. */
export { field, inherited } from './field';
export { both, everyContainer, everyObject, everyPod, everyPodAndContainer } from './target';
