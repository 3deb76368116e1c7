export { Acknowledgement } from './findings/acknowledgement';
export { Acknowledgements } from './constructs/acknowledgement/acknowledgements';
